"""The plan: priorities of the worked example, findings, circles, order and totals."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisor_app.domain.plan import (
    Finding,
    Grant,
    GrantState,
    Measure,
    MeasureState,
    PlanFinding,
    Priority,
    check_plan,
    computed_priority,
    effective_priority,
    find_cycle,
    in_order,
    natural_order,
    plan_totals,
)
from tests.builders import SCALE
from tests.example_case import example_measures


def complete(name: str, **parts: object) -> Measure:
    """A measure with nothing to find."""
    measure = Measure(id=name, title=name, start=date(2027, 3, 1), end=date(2027, 4, 30), cost_once=0)
    return replace(measure, **parts)  # type: ignore[arg-type]  # the tests name real fields


def findings(*measures: Measure) -> list[tuple[Finding, str, tuple[str, ...]]]:
    return [(item.finding, item.measure, item.others) for item in check_plan(measures)]


# Priority


def test_the_worked_example_has_a_b_b_a_b() -> None:
    priorities = [computed_priority(measure, SCALE) for measure in example_measures().values()]
    assert priorities == [Priority.A, Priority.B, Priority.B, Priority.A, Priority.B]


@pytest.mark.parametrize(
    ("benefit", "effort", "priority"),
    [
        (5, 3, Priority.A),
        (5, 1, Priority.A),
        (4, 3, Priority.B),
        (3, 3, Priority.B),
        (2, 3, Priority.B),
        (1, 3, Priority.C),
        (1, 5, Priority.C),
        (None, 3, None),
        (3, None, None),
        (None, None, None),
    ],
)
def test_priority_is_benefit_minus_effort(benefit: int | None, effort: int | None, priority: Priority | None) -> None:
    assert computed_priority(complete("U1", benefit=benefit, effort=effort), SCALE) is priority


def test_a_set_priority_stands_above_the_computed_one() -> None:
    measure = complete("U1", benefit=5, effort=1, priority=Priority.C)
    assert effective_priority(measure, SCALE) is Priority.C
    assert effective_priority(replace(measure, priority=None), SCALE) is Priority.A


# Findings


def test_the_worked_example_has_no_finding() -> None:
    assert check_plan(example_measures().values()) == ()


@pytest.mark.parametrize(
    ("state", "is_told"), [(GrantState.OPEN, True), (GrantState.APPLIED, True), (GrantState.APPROVED, False)]
)
def test_a_hope_for_an_expired_programme_is_told_once(state: GrantState, *, is_told: bool) -> None:
    measure = complete("U1", grants=(Grant(programme="I", state=state), Grant(programme="I", state=state)))
    found = check_plan([measure], {"I": "Zusammenarbeit"})
    told = (PlanFinding(finding=Finding.GRANT_EXPIRED, measure="U1", others=("Zusammenarbeit",)),)
    assert found == (told if is_told else ())
    assert check_plan([measure], {"H": "Heimat"}) == ()


def test_an_end_before_the_start() -> None:
    measure = complete("U1", start=date(2027, 3, 2), end=date(2027, 3, 1))
    assert findings(measure) == [(Finding.END_BEFORE_START, "U1", ())]
    assert findings(replace(measure, end=date(2027, 3, 2))) == []


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (date(2027, 2, 28), []),
        (date(2027, 3, 1), [(Finding.PREDECESSOR_ENDS_LATER, "U2", ("U1",))]),
        (date(2027, 5, 1), [(Finding.PREDECESSOR_ENDS_LATER, "U2", ("U1",))]),
        (None, [(Finding.DATES_OPEN, "U1", ())]),
    ],
)
def test_a_predecessor_ends_before_the_start(end: date | None, expected: list[object]) -> None:
    first = complete("U1", start=date(2027, 1, 1), end=end)
    assert findings(first, complete("U2", predecessors=("U1",))) == expected


def test_a_predecessor_that_is_not_in_the_plan() -> None:
    assert findings(complete("U1", predecessors=("U9",))) == [(Finding.UNKNOWN_PREDECESSOR, "U1", ("U9",))]


def test_an_override_needs_a_reason() -> None:
    measure = complete("U1", priority=Priority.A, priority_reason="  ")
    assert findings(measure) == [(Finding.OVERRIDE_WITHOUT_REASON, "U1", ())]
    assert findings(replace(measure, priority_reason="Beschluss")) == []


def test_open_dates_and_costs_are_found() -> None:
    assert findings(Measure(id="U1", title="")) == [(Finding.DATES_OPEN, "U1", ()), (Finding.COST_OPEN, "U1", ())]


def test_grants_cannot_exceed_the_cost() -> None:
    grants = (Grant(programme="H", amount=60), Grant(programme="I", amount=40), Grant(programme="K"))
    assert findings(complete("U1", cost_once=100, grants=grants)) == []
    assert findings(complete("U1", cost_once=99, grants=grants)) == [(Finding.GRANTS_EXCEED_COST, "U1", ())]


def test_a_circle_is_found_once_and_told_first() -> None:
    dates = {"start": None, "end": None}
    measures = [
        complete("U1", predecessors=("U3",), **dates),
        complete("U2", predecessors=("U1",), **dates),
        complete("U3", predecessors=("U2",), **dates),
    ]
    circle, *others = check_plan(measures)
    assert {item.finding for item in others} == {Finding.DATES_OPEN}
    assert circle.finding is Finding.CYCLE
    assert circle.measure == circle.others[0] == circle.others[-1]
    assert set(circle.others) == {"U1", "U2", "U3"}
    by_id = {measure.id: measure for measure in measures}
    for name, before in zip(circle.others, circle.others[1:], strict=False):
        assert before in by_id[name].predecessors


def test_a_measure_may_not_wait_for_itself() -> None:
    assert PlanFinding(finding=Finding.CYCLE, measure="U1", others=("U1", "U1")) in check_plan(
        [complete("U1", predecessors=("U1",), start=None)]
    )


def test_a_diamond_is_no_circle() -> None:
    assert find_cycle({"d": ["b", "c"], "b": ["a"], "c": ["a"]}) == ()


@given(st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from("abcde"), max_size=3), max_size=5))
def test_a_found_circle_is_one(graph: dict[str, list[str]]) -> None:
    circle = find_cycle(graph)
    if circle:
        assert circle[0] == circle[-1]
        assert all(before in graph[name] for name, before in itertools.pairwise(circle))
    else:
        # without a circle everything can be taken in turn
        left = {name: set(before) for name, before in graph.items()}
        while ready := [name for name, before in left.items() if not before & left.keys()]:
            for name in ready:
                del left[name]
        assert left == {}


# Order


def test_numbers_within_names_are_counted() -> None:
    assert sorted(["U10", "U2", "U1", "A3", "U2b", "U2a"], key=natural_order) == ["A3", "U1", "U2", "U2a", "U2b", "U10"]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_natural_order_is_the_numbers_order(one: int, other: int) -> None:
    assert (natural_order(f"U{one}") < natural_order(f"U{other}")) == (one < other)


@given(st.lists(st.text(max_size=6)))
@example(["1²", "²", "U²", "١"])
def test_any_names_can_be_ordered(names: list[str]) -> None:
    assert sorted(sorted(names, key=natural_order)) == sorted(names)


def test_measures_stand_as_arranged_and_ties_by_id() -> None:
    measures = [complete("U10"), complete("U2"), complete("U3", position=1), complete("U1", position=2)]
    assert [measure.id for measure in in_order(measures)] == ["U2", "U10", "U3", "U1"]


# Totals


def test_the_totals_of_the_worked_example() -> None:
    totals = plan_totals(example_measures().values())
    assert (totals.once, totals.yearly, totals.own_share) == (3_800_000, 0, 3_800_000)
    assert totals.cost_open == ()
    assert totals.grant_open == ("U5",)


def test_totals_by_status_without_dropped_measures() -> None:
    grants = (
        Grant(programme="H", amount=50, state=GrantState.APPROVED),
        Grant(programme="I", amount=20, state=GrantState.APPLIED),
        Grant(programme="K"),
    )
    totals = plan_totals(
        [
            complete("U1", cost_once=200, cost_yearly=10, grants=grants),
            complete("U2", cost_once=None, cost_class=3),
            complete("U3", cost_once=1_000, cost_yearly=99, state=MeasureState.DROPPED),
        ]
    )
    assert (totals.once, totals.yearly) == (200, 10)
    assert totals.grants == {GrantState.OPEN: 0, GrantState.APPLIED: 20, GrantState.APPROVED: 50}
    assert totals.own_share == 150
    assert (totals.cost_open, totals.grant_open) == (("U2",), ("U1",))
