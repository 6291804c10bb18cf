"""Edits of a plan: new ids, removal, order, months, and circles that are refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.changes import MeasureSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plan import Measure, find_cycle, in_order
from advisor_app.domain.plan_edits import (
    addition,
    removal,
    reordering,
    shifted,
    with_end_moved,
    with_predecessors,
)
from advisor_app.domain.reduction import inverse
from advisor_app.domain.use_case import Milestone


def plan(**predecessors: Iterable[str]) -> dict[str, Measure]:
    return {
        name: Measure(id=name, title=f"Maßnahme {name}", predecessors=tuple(before), position=place)
        for place, (name, before) in enumerate(predecessors.items())
    }


def applied(measures: Mapping[str, Measure], changes: Iterable[MeasureSet]) -> dict[str, Measure]:
    after = dict(measures)
    for change in changes:
        assert after.get(change.id) == change.before
        if change.after is None:
            del after[change.id]
        else:
            after[change.id] = change.after
    return after


def test_a_new_measure_takes_the_next_number_and_the_last_place() -> None:
    change = addition(plan(U1=[], U7=[], X3=[]), "Neu")
    assert change.after == Measure(id="U8", title="Neu", position=3)
    assert addition({}).id == "U1"


def test_a_removed_measure_is_waited_for_no_longer() -> None:
    measures = plan(U1=[], U2=["U1"], U3=["U1", "U2"])
    after = applied(measures, removal(measures, "U1"))
    assert [measure.predecessors for measure in after.values()] == [(), ("U2",)]


@given(st.permutations(["U1", "U2", "U3", "U4"]), st.integers(-4, 4))
def test_reordering_moves_one_measure_and_can_be_undone(names: list[str], steps: int) -> None:
    measures = {name: Measure(id=name, title="", position=place * 10) for place, name in enumerate(names)}
    changes = reordering(measures, names[1], steps)
    after = applied(measures, changes)
    order = [measure.id for measure in in_order(after.values())]
    if 0 <= 1 + steps < 4 and changes:
        assert order.index(names[1]) == 1 + steps
    assert [name for name in order if name != names[1]] == [name for name in names if name != names[1]]
    undone = applied(after, [change for change in map(inverse, changes) if isinstance(change, MeasureSet)])
    assert undone == measures


def test_a_shift_takes_milestones_along_and_keeps_whole_months_whole() -> None:
    measure = Measure(
        id="U1",
        title="",
        start=date(2027, 1, 1),
        end=date(2027, 1, 31),
        milestones=(Milestone(title="Beschluss", on=date(2027, 1, 31)), Milestone(title="offen")),
    )
    later = shifted(measure, 1)
    assert (later.start, later.end) == (date(2027, 2, 1), date(2027, 2, 28))
    assert [item.on for item in later.milestones] == [date(2027, 2, 28), None]
    assert shifted(later, -1) == measure


def test_what_has_no_dates_stays_as_it_is() -> None:
    assert shifted(Measure(id="U1", title=""), 3) == Measure(id="U1", title="")
    assert with_end_moved(Measure(id="U1", title=""), 3) == Measure(id="U1", title="")
    last = Measure(id="U1", title="", end=date(9999, 12, 31))
    assert shifted(last, 1) == last


def test_an_end_never_comes_before_its_beginning() -> None:
    measure = Measure(id="U1", title="", start=date(2027, 3, 1), end=date(2027, 3, 31))
    assert with_end_moved(measure, -1) == measure
    assert with_end_moved(measure, 2).end == date(2027, 5, 31)


def test_predecessors_are_taken_once_and_in_order() -> None:
    measures = plan(U1=[], U2=[], U3=[])
    assert with_predecessors(measures, "U3", ["U2", "U1", "U2"]).predecessors == ("U2", "U1")


def test_a_circle_is_refused_with_its_measures() -> None:
    measures = plan(U1=[], U2=["U1"], U3=["U2"])
    with pytest.raises(AdvisorError) as refused:
        with_predecessors(measures, "U1", ["U3"])
    assert refused.value.problem is Problem.PLAN_CYCLE
    assert set(str(refused.value.details["names"]).split(", ")) == {"U1", "U2", "U3"}
    with pytest.raises(AdvisorError) as itself:
        with_predecessors(measures, "U1", ["U1"])
    assert itself.value.details["names"] == "U1"


def test_an_unknown_predecessor_is_refused() -> None:
    with pytest.raises(AdvisorError) as refused:
        with_predecessors(plan(U1=[]), "U1", ["U9"])
    assert refused.value.problem is Problem.UNKNOWN_MEASURE


names = st.sampled_from(["U1", "U2", "U3", "U4", "U5"])


@given(st.lists(st.tuples(names, st.lists(names, max_size=3)), max_size=12))
def test_no_sequence_of_edits_makes_a_circle(edits: list[tuple[str, list[str]]]) -> None:
    measures = plan(U1=[], U2=[], U3=[], U4=[], U5=[])
    for name, predecessors in edits:
        try:
            measures[name] = with_predecessors(measures, name, predecessors)
        except AdvisorError as error:
            assert error.problem is Problem.PLAN_CYCLE  # noqa: PT017 — the only error that may come
        assert find_cycle({measure.id: measure.predecessors for measure in measures.values()}) == ()
