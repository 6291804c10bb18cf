"""The checklist of a case: tasks of the packs and one's own, ticked, moved, left out."""

from dataclasses import replace
from datetime import date

from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import AgendaDaySet, BookingSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.preparation import Doer, PlannedTask
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused

WORKSHOP = date(2026, 9, 28)


def with_a_date(session: CaseSession, on: date = WORKSHOP) -> None:
    day = next(iter(session.case.agenda.values()))
    session.apply(AgendaDaySet(day.id, day, replace(day, on=on)))


def task(workspace: Workspace, session: CaseSession, name: str) -> PlannedTask:
    return workspace.preparation.find(session.case, name)


def test_tasks_of_the_module_and_of_every_module_come_with_the_booking(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session = open_case("M4")
    names = {item.id.partition("@")[0] for item in workspace.preparation.tasks(session.case)}
    assert {"v-termin", "v-startklar", "v-m4-partner"} <= names
    assert not any(name.startswith(("v-m1", "v-m2", "v-m3")) for name in names)
    assert workspace.preparation.open_days(session.case) == ()
    with_a_date(session)
    assert task(workspace, session, "v-raum@M4").due_on == date(2026, 8, 24)
    late = {item.title for item in workspace.preparation.overdue(session.case)}
    assert "Einladung mit Agenda verschicken" in late  # the clock says 14 September
    assert "„Startklar?“ durchgehen" not in late


def test_what_is_done_is_kept_and_can_be_undone(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_a_date(session)
    before = session.case
    session.apply(workspace.preparation.ticked(task(workspace, session, "v-raum@M4"), done=True))
    stored = workspace.cases.load(session.case.id)
    assert workspace.preparation.find(stored, "v-raum@M4").is_done
    session.undo()
    assert session.case.preparation == before.preparation == {}


def test_a_task_that_is_as_proposed_again_leaves_no_record(workspace: Workspace, open_case: OpenCase) -> None:
    session, preparation = open_case("M4"), workspace.preparation
    with_a_date(session)
    name = "v-einladung@M4"
    session.apply(preparation.moved(task(workspace, session, name), date(2026, 9, 20)))
    session.apply(preparation.given_to(task(workspace, session, name), Doer.COMMUNE))
    moved = task(workspace, session, name)
    assert (moved.due_on, moved.who) == (date(2026, 9, 20), Doer.COMMUNE)
    session.apply(preparation.moved(moved, None))
    session.apply(preparation.left_out(task(workspace, session, name), left_out=True))
    assert not task(workspace, session, name).is_open
    back = replace(task(workspace, session, name).record, who=None, left_out=False)
    session.apply(preparation.changed(task(workspace, session, name), back))
    assert name not in session.case.preparation


def test_tasks_of_ones_own(workspace: Workspace, open_case: OpenCase) -> None:
    session, preparation = open_case("M4"), workspace.preparation
    change = preparation.added(session.case, "M4", " Aushang drucken ", date(2026, 9, 1))
    session.apply(change)
    own = preparation.find(session.case, change.id)
    assert (own.title, own.is_own, [item.id for item in preparation.overdue(session.case)]) == (
        "Aushang drucken",
        True,
        [change.id],
    )
    session.apply(preparation.left_out(own, left_out=True))
    assert change.id not in session.case.preparation
    refused(lambda: preparation.added(session.case, "M4", "  "), Problem.EMPTY_TASK)
    refused(lambda: preparation.added(session.case, "M1", "Aushang"), Problem.MODULE_NOT_BOOKED)
    refused(lambda: preparation.find(session.case, "v-nichts"), Problem.UNKNOWN_TASK)


def test_a_day_that_is_filled_in_alone_is_no_workshop(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_a_date(session)
    day = next(iter(session.case.agenda.values()))
    paper = replace(day, id="bogen", template="m4-vorab", on=date(2026, 9, 1))
    session.apply(AgendaDaySet(paper.id, None, paper))
    assert task(workspace, session, "v-raum@M4").due_on == date(2026, 8, 24)
    assert not any(item.day == "bogen" for item in workspace.preparation.tasks(session.case))


def test_the_portfolio_knows_what_is_due_and_which_days_are_ready(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_a_date(session)
    row = workspace.portfolio.update(session.case)
    assert row.due_days == workspace.preparation.open_days(session.case)
    assert row.due_days[0] == date(2026, 8, 3)
    ((_, on, module, _, is_ready),) = row.workshop_days
    assert (on, module, is_ready) == (WORKSHOP, "M4", False)
    assert [(item.module, item.state.value) for item in row.bookings] == [("M4", "angefragt")]


def test_a_case_whose_workshops_are_over_asks_no_pack(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_a_date(session)
    assert workspace.preparation.open_days(session.case)
    (booking,) = session.case.bookings.values()
    session.apply(BookingSet(booking.id, booking, replace(booking, state=BookingState.COMPLETED)))
    assert not session.case.is_prepared
    assert workspace.portfolio.update(session.case).due_days == ()
    session.apply(workspace.preparation.added(session.case, "M4", "Aushang"))
    assert session.case.is_prepared
