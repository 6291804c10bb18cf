"""A case as its records: all of them, each as the change that adds it."""

from dataclasses import fields
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.case import Case
from advisor_app.domain.case_records import records_of
from advisor_app.domain.changes import Change, HandoverSet, HeadSet
from advisor_app.domain.reduction import opened, reduce
from tests.domain.records.kinds import KINDS, fitting
from tests.example_case import example_case

_ELSEWHERE = {"id", "head", "people", "handover"}


@given(data=st.data())
def test_a_case_is_made_of_its_records(data: st.DataObject) -> None:
    case = example_case()
    for kind, options in KINDS.items():
        if kind is not HandoverSet:
            case = reduce(case, data.draw(fitting(case, *options[0])))
    head, *others = records_of(case)
    assert isinstance(head, HeadSet)
    made = opened(case.id, head)
    for change in others:
        assert change.before is None
        made = reduce(made, change)
    for field in fields(Case):
        if field.name not in _ELSEWHERE - {"head"}:
            assert getattr(made, field.name) == getattr(case, field.name), field.name


def test_every_kind_of_record_is_listed() -> None:
    listed = {type(change) for change in records_of(example_case())}
    assert listed <= set(get_args(Change)) - {HandoverSet}
