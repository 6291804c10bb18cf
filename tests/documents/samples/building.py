"""Building a case as the window does: by changes, record by record, so that no sample holds what a case could not."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.domain.case import Case
from advisor_app.domain.case_records import records_of
from advisor_app.domain.changes import HandoverSet, HeadSet
from advisor_app.domain.reduction import opened, reduce


def built(case: Case) -> Case:
    """The same case, opened and then filled change by change; names and numbers of people stand apart from changes."""
    made = opened(case.id, HeadSet(None, case.head))
    _head, *changes = records_of(case)
    for change in (*changes, HandoverSet(None, case.handover)):
        made = reduce(made, change)
    return replace(made, people=case.people)
