"""When the time of a case has come, and how it is kept longer."""

from dataclasses import replace
from datetime import date

from advisor_app.domain.case import Retention
from advisor_app.domain.changes import HeadSet
from advisor_app.services.retention import RetentionTerms
from advisor_app.services.workspace import Workspace
from advisor_app.storage.retention import RetentionStore
from tests.services.conftest import MondayClock, OpenCase


def terms(workspace: Workspace, year: int, months: int = 12) -> RetentionTerms:
    """The terms as they are on 14.09. of a year."""
    return RetentionTerms(RetentionStore(workspace.database), MondayClock(year), months)


def test_a_case_is_due_so_many_months_after_its_last_change(workspace: Workspace, open_case: OpenCase) -> None:
    case = open_case("M4").case
    assert workspace.retention.months == 12
    assert terms(workspace, 2026).due() == []
    (due,) = terms(workspace, 2027).due()
    assert (due.case_id, due.changed_on, due.due_on) == (case.id, date(2026, 9, 14), date(2027, 9, 14))
    assert due.communes == case.head.communes
    assert terms(workspace, 2027, months=13).due() == []
    assert terms(workspace, 2026).due_on(case) == date(2027, 9, 14)


def test_keeping_a_case_longer_is_a_step_and_no_work_on_it(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    workspace.retention.keep_until(session, date(2028, 3, 31), " Folgeerhebung ")
    assert session.case.retention == Retention(until=date(2028, 3, 31), reason="Folgeerhebung")
    assert terms(workspace, 2027).due() == []
    (due,) = terms(workspace, 2028).due()
    assert due.due_on == date(2028, 3, 31)
    session.undo()
    assert session.case.retention is None
    assert len(terms(workspace, 2027).due()) == 1
    workspace.retention.keep_until(session, date(2026, 10, 1))
    assert terms(workspace, 2027).due()[0].due_on == date(2027, 9, 14)  # never shorter than the usual time
    workspace.retention.keep_until(session, None)
    assert session.case.retention is None


def test_the_longest_overdue_comes_first(workspace: Workspace, open_case: OpenCase) -> None:
    first, second = open_case("M4"), open_case("M1")
    workspace.retention.keep_until(first, date(2027, 10, 1))
    second.apply(HeadSet(second.case.head, replace(second.case.head, room="EG")))
    assert [item.case_id for item in terms(workspace, 2028).due()] == [second.case.id, first.case.id]


def test_due_cases_are_named_once_a_week(workspace: Workspace) -> None:
    retention = terms(workspace, 2026)
    assert retention.is_time_to_name("")
    assert retention.is_time_to_name("unlesbar")
    assert retention.is_time_to_name("2026-09-07")
    assert not retention.is_time_to_name("2026-09-08")
