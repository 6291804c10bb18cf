"""Polls begun, counted from any source, revealed and settled in an open case."""

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.assessment import AnswerState, AssessmentKind, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.domain.changes import AgendaDaySet, AssessmentMigrationSet, StatementSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.poll import CountedBy, DoubtKind, Outcome, PollAbout, Settled, votes_of
from advisor_app.domain.words import Audience, Words
from advisor_app.services.clock import Clock
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused


def begun(workspace: Workspace, session: CaseSession, item: str = "4.2.1", present: int = 14) -> str:
    """Begin a poll; returns its id."""
    begin = workspace.polls.start(workspace.assessments.find(session.case), item, present=present)
    session.apply(begin)
    return begin.id


def outcome(clock: Clock, settled: Settled = Settled.AGREED, level: int | None = 2) -> Outcome:
    return Outcome(settled=settled, decided_at=clock.now(), level=level, reason=Words("Nach der zweiten Runde."))


def test_a_poll_survives_a_restart_after_every_step(workspace: Workspace, open_case: OpenCase) -> None:
    session, polls = open_case("M4"), workspace.polls
    poll = begun(workspace, session)

    def on_disk() -> object:
        return workspace.cases.load(session.case.id).polls[poll]

    session.apply(polls.count(session.case, poll, votes_of([1, 3]), CountedBy.KEYS))
    assert on_disk() == session.case.polls[poll]
    session.apply(polls.count(session.case, poll, votes_of([3, None]), CountedBy.PHONES))
    session.apply(polls.take_back(session.case, poll, 1))
    session.apply(polls.reveal(session.case, poll))
    session.apply(polls.second_round(session.case, poll))
    session.apply(polls.type_numbers(session.case, poll, votes_of([2] * 9)))
    session.apply(polls.reveal(session.case, poll))
    session.apply(*polls.settle(session.case, poll, outcome(workspace.clock)))
    assert on_disk() == session.case.polls[poll]
    kept = session.case.polls[poll]
    assert [item.votes for item in kept.rounds] == [votes_of([3, 3, None]), votes_of([2] * 9)]
    assert [item.counted_by for item in kept.rounds] == [(CountedBy.KEYS, CountedBy.PHONES), (CountedBy.NUMBERS,)]
    assert session.case.answer(kept.assessment, "4.2.1").level == 2
    session.undo()  # the outcome and the answer are one step
    assert session.case.polls[poll].outcome is None
    assert session.case.answer(kept.assessment, "4.2.1").state is AnswerState.UNANSWERED


def test_the_latest_poll_about_something_is_found(workspace: Workspace, open_case: OpenCase) -> None:
    session, polls = open_case("M4"), workspace.polls
    assessment = workspace.assessments.find(session.case)
    begun(workspace, session)
    second = begun(workspace, session)
    target = polls.start(assessment, "4.2", PollAbout.TARGET)
    session.apply(target)
    found = polls.latest(session.case, assessment.id, "4.2.1")
    assert found is not None
    assert found.id == second
    assert polls.latest(session.case, assessment.id, "4.2", PollAbout.TARGET) == target.after
    assert polls.latest(session.case, assessment.id, "4.2.2") is None


def test_what_cannot_be_polled_is_refused(workspace: Workspace, open_case: OpenCase) -> None:
    session, polls = open_case("M3"), workspace.polls
    assessment = workspace.assessments.find(session.case)
    refused(lambda: polls.start(assessment, "3.2.2"), Problem.POLL_CONFIDENTIAL)
    refused(lambda: polls.start(assessment, "9.9.9"), Problem.UNKNOWN_QUESTION)
    refused(lambda: polls.start(assessment, "9.9", PollAbout.TARGET), Problem.UNKNOWN_QUESTION)
    refused(lambda: polls.reveal(session.case, "nichts"), Problem.UNKNOWN_POLL)
    survey = workspace.assessments.create(session, AssessmentKind.PRE_SURVEY)
    refused(lambda: polls.start(survey, "3.1.1"), Problem.POLL_WITHOUT_LEVELS)


def test_what_is_postponed_becomes_a_task_of_the_running_step(workspace: Workspace, open_case: OpenCase) -> None:
    session, polls = open_case("M4"), workspace.polls
    step = AgendaStep(id="s1", title="Klärung", minutes=60, minimum_minutes=30, started=workspace.clock.now())
    day = AgendaDay(id="d1", module="M4", title="Tag 1", number=1, on=date(2026, 9, 14), steps=(step,))
    session.apply(AgendaDaySet(day.id, None, day))
    poll = begun(workspace, session)
    postponed = replace(outcome(workspace.clock, Settled.POSTPONED, None), responsible="IT", until=date(2026, 10, 1))
    session.apply(*polls.settle(session.case, poll, postponed))
    (task,) = session.case.minutes.values()
    assert (task.day, task.step, task.who, task.until) == ("d1", "s1", "IT", date(2026, 10, 1))
    assert "4.2.1" in task.words.text
    later = replace(postponed, until=date(2026, 11, 1))
    session.apply(*polls.settle(session.case, poll, later))
    (moved,) = session.case.minutes.values()
    assert moved == replace(task, until=date(2026, 11, 1))
    session.apply(*polls.settle(session.case, poll, outcome(workspace.clock)))
    assert session.case.minutes == {}  # it was settled after all
    session.undo()
    assert session.case.minutes == {moved.id: moved}


def test_without_a_workshop_day_nothing_but_the_poll_tells_of_what_is_postponed(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session = open_case("M4")
    for day in tuple(session.case.agenda.values()):
        session.apply(AgendaDaySet(day.id, day, None))
    poll = begun(workspace, session)
    session.apply(*workspace.polls.settle(session.case, poll, outcome(workspace.clock, Settled.POSTPONED, None)))
    assert session.case.minutes == {}


def test_an_addressed_role_is_heard_from_the_survey_until_it_speaks_in_the_room(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session, polls = open_case("M4"), workspace.polls
    survey = workspace.assessments.create(session, AssessmentKind.PRE_SURVEY)
    role = workspace.questionnaires.question(survey, "4.2.1").roles[0]
    said = Statement(role=role, state=AnswerState.ANSWERED, level=0)
    session.apply(StatementSet(survey.id, "4.2.1", role, None, said))
    poll = begun(workspace, session)
    session.apply(polls.count(session.case, poll, votes_of([3] * 8), CountedBy.KEYS))
    (doubt,) = polls.doubts(session.case, session.case.polls[poll])
    assert (doubt.kind, doubt.role, doubt.level) == (DoubtKind.ROLE, role, 0)
    session.apply(polls.note_role(session.case, poll, role, 3))
    assert polls.doubts(session.case, session.case.polls[poll]) == ()
    assert session.case.statements[survey.id]["4.2.1", role] == said  # what was said before stays beside it


def test_figures_are_internal_until_they_are_released(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    poll = begun(workspace, session)
    assert session.case.polls[poll].audience is Audience.INTERNAL
    session.apply(workspace.polls.release(session.case, poll, Audience.REPORT))
    assert session.case.polls[poll].audience is Audience.REPORT


def test_a_superseded_assessment_is_not_polled(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    first = workspace.assessments.find(session.case)
    second = workspace.assessments.create(session, AssessmentKind.WORKSHOP)
    migration = AssessmentMigration(
        version="9.0.0", digest=first.digest, successor=second.id, finished_on=date(2026, 9, 14)
    )
    session.apply(AssessmentMigrationSet(first.id, None, migration))
    refused(lambda: session.apply(workspace.polls.start(first, "4.2.1")), Problem.ASSESSMENT_SUPERSEDED)
    assert session.case.polls == {}


@pytest.mark.parametrize("module", ["M1", "M2", "M3", "M4"])
def test_every_module_has_questions_for_a_group(workspace: Workspace, open_case: OpenCase, module: str) -> None:
    session = open_case(module)
    assessment = workspace.assessments.find(session.case)
    questions = workspace.questionnaires.of(assessment).questions
    polled = [question for question in questions if workspace.polls.can_be_polled(assessment, question)]
    assert len(polled) >= 10
    assert not any(question.confidential for question in polled)
