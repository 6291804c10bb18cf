"""Every kind of change can be taken back and refuses to be applied to what it did not see."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.case import Case
from advisor_app.domain.changes import Change, HeadSet, MeasureSet, PlanSet, TargetSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plan import Plan
from advisor_app.domain.reduction import current, inverse, opened, reduce
from tests.domain.records.kinds import KINDS, Build, Values, changes, fitting
from tests.example_case import example_case


def test_every_kind_of_change_is_tried() -> None:
    assert set(KINDS) == set(get_args(Change))


@pytest.mark.parametrize(
    ("build", "values"),
    [
        pytest.param(*option, id=f"{kind.__name__}-{index}")
        for kind, options in KINDS.items()
        for index, option in enumerate(options)
    ],
)
@given(data=st.data())
def test_a_change_and_its_inverse_leave_the_case_as_it_was(build: Build, values: Values, data: st.DataObject) -> None:
    case = example_case()
    # once on what the example has, and once on what a first change left
    first = data.draw(fitting(case, build, values))
    for start in (case, reduce(case, first)):
        change = data.draw(fitting(start, build, values))
        assert inverse(inverse(change)) == change
        after = reduce(start, change)
        assert current(after, change) == (None if change.after == Plan() else change.after)
        assert reduce(after, inverse(change)) == start


@given(st.data())
def test_any_number_of_changes_can_be_taken_back_in_reverse(data: st.DataObject) -> None:
    case = start = example_case()
    done = []
    for _ in range(data.draw(st.integers(1, 6))):
        change = data.draw(changes(case))
        done.append(change)
        case = reduce(case, change)
    for change in reversed(done):
        case = reduce(case, inverse(change))
    assert case == start


@given(st.data())
def test_a_change_touches_nothing_else(data: st.DataObject) -> None:
    case = example_case()
    change = data.draw(changes(case))
    after = reduce(case, change)
    touched = [item.name for item in fields(Case) if getattr(case, item.name) != getattr(after, item.name)]
    assert len(touched) == (change.before != change.after and not {change.before, change.after} <= {None, Plan()})
    assert case == example_case()


def test_a_change_that_saw_something_else_is_refused() -> None:
    case = example_case()
    measure = case.measures["U1"]
    for stale in (
        MeasureSet("U1", None, measure),
        MeasureSet("U1", replace(measure, title="anders"), None),
        MeasureSet("U9", measure, None),
        TargetSet("a1", "4.3", 3, 4),
        PlanSet(None, Plan(module="M4")),
        HeadSet(None, case.head),
    ):
        with pytest.raises(AdvisorError) as raised:
            reduce(case, stale)
        assert raised.value.problem is Problem.STALE_CHANGE
    assert case == example_case()


def test_an_emptied_plan_can_be_brought_back() -> None:
    case = example_case()
    change = PlanSet(case.plan, Plan())
    assert reduce(reduce(case, change), inverse(change)) == case


def test_the_last_record_leaves_no_empty_table_behind() -> None:
    case = replace(example_case(), targets={})
    target = TargetSet("a1", "4.1", None, 3)
    assert reduce(case, target).targets == {"a1": {"4.1": 3}}
    assert reduce(reduce(case, target), inverse(target)).targets == {}


def test_a_case_is_opened_with_its_head() -> None:
    head = example_case().head
    case = opened("case-1", HeadSet(None, head))
    assert (case.id, case.head, case.bookings, case.plan) == ("case-1", head, {}, Plan())
    assert current(None, HeadSet(None, head)) is None
    with pytest.raises(AdvisorError):
        opened("case-1", HeadSet(head, None))
