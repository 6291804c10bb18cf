"""Where a case stands in its line: state, next date, progress, and rows that changed before the first reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.booking import BookingState
from advisor_app.domain.case import CaseNote
from advisor_app.domain.changes import AgendaDaySet, AnswerSet, BookingSet, HeadSet, NoteSet
from advisor_app.domain.words import Words
from advisor_app.services.ids import new_id
from advisor_app.services.portfolio import next_date
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase

NOON = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)


def put(session: CaseSession, state: BookingState) -> None:
    session.apply(*(BookingSet(item.id, item, replace(item, state=state)) for item in session.case.bookings.values()))


def dated(session: CaseSession, on: date | None, **values: object) -> AgendaDay:
    day = AgendaDay(id=new_id(), module="M1", title="Workshop Tag 1", number=1, on=on)
    day = replace(day, **values)  # type: ignore[arg-type]  # values of a day
    session.apply(AgendaDaySet(day.id, None, day))
    return day


def noted(session: CaseSession, on: date | None, *, done: bool = False) -> None:
    note = CaseNote(id=new_id(), at=NOON, words=Words("Preis nennen"), call_back_on=on, done=done)
    session.apply(NoteSet(note.id, None, note))


def test_the_least_advanced_open_booking_is_the_state(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M1", "M3")
    assert workspace.portfolio.row(session.case).state is BookingState.REQUESTED
    first, second = session.case.bookings.values()
    session.apply(BookingSet(first.id, first, replace(first, state=BookingState.COMPLETED)))
    session.apply(BookingSet(second.id, second, replace(second, state=BookingState.RUNNING)))
    row = workspace.portfolio.row(session.case)
    assert (row.state, row.is_open) == (BookingState.RUNNING, True)


@pytest.mark.parametrize("state", [BookingState.COMPLETED, BookingState.REJECTED, BookingState.WITHDRAWN])
def test_a_case_is_closed_with_its_bookings(workspace: Workspace, open_case: OpenCase, state: BookingState) -> None:
    session = open_case("M1")
    put(session, state)
    assert not workspace.portfolio.row(session.case).is_open


def test_an_archived_case_is_closed(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case()
    assert workspace.portfolio.row(session.case).is_open
    session.apply(HeadSet(session.case.head, replace(session.case.head, archived=True)))
    assert not workspace.portfolio.row(session.case).is_open


def test_the_next_date_is_the_earliest_day_or_call(open_case: OpenCase) -> None:
    session = open_case("M1")
    assert next_date(session.case) is None
    dated(session, date(2026, 10, 6), start=time(9, 30), place="Rathaus")
    upcoming = next_date(session.case)
    assert upcoming is not None
    assert (upcoming.on, upcoming.at, upcoming.place) == (date(2026, 10, 6), time(9, 30), "Rathaus")
    assert not upcoming.is_call
    noted(session, date(2026, 9, 21), done=True)
    noted(session, date(2026, 9, 22))
    upcoming = next_date(session.case)
    assert upcoming is not None
    assert (upcoming.on, upcoming.title, upcoming.is_call) == (date(2026, 9, 22), "Preis nennen", True)


def test_days_that_are_over_or_of_finished_modules_do_not_come_next(open_case: OpenCase) -> None:
    session = open_case("M1")
    step = AgendaStep(id="s1", title="Auftakt", minutes=20, minimum_minutes=10)
    held = dated(session, date(2026, 9, 1), steps=(replace(step, ended=NOON), replace(step, id="s2", skipped=True)))
    assert next_date(session.case) is None
    session.apply(AgendaDaySet(held.id, held, replace(held, steps=(step,))))
    assert next_date(session.case) is not None
    put(session, BookingState.FOLLOW_UP)
    assert next_date(session.case) is None


def test_scores_and_progress_are_those_of_the_latest_workshop(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    row = workspace.portfolio.row(session.case)
    assert row.score is None
    assert row.answered == 0
    assessment = session.case.default_assessment()
    assert assessment is not None
    dimension = workspace.questionnaires.of(assessment).dimensions[0]
    answer = Answer(state=AnswerState.ANSWERED, level=3)
    scoring = [question for question in dimension.questions if question.scores]
    session.apply(*(AnswerSet(assessment.id, question.id, None, answer) for question in scoring))
    row = workspace.portfolio.row(session.case)
    assert row.score == 3
    assert (row.scores[0].level, row.answered, row.assessed) == (3, len(scoring), "M4")
    session.apply(*workspace.cases.booking_changes(session.case, "M1"))
    assert workspace.portfolio.row(session.case).assessed == "M4", "a module without answers hides none with some"


def test_what_changes_before_the_first_reading_is_not_lost(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M1")
    before = session.case
    put(session, BookingState.COMPLETED)
    workspace.portfolio.update(session.case)
    assert workspace.portfolio.row(before).is_open
    (row,) = workspace.portfolio.load()
    assert not row.is_open
