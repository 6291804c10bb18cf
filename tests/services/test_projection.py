"""What a room is shown: nothing that was not written for it, whatever is planted into a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind, Statement
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, Change, MeasureSet, StatementSet
from advisor_app.domain.plan import Measure
from advisor_app.domain.poll import Poll, PollAbout, PollRound, Settled, Votes
from advisor_app.domain.projection import (
    ROOM,
    EFileView,
    Projectable,
    ProjectableBreak,
    ProjectableEFile,
    ProjectableJoin,
    ProjectablePlan,
    ProjectablePoll,
    ProjectableProcess,
    ProjectableQuestion,
    ProjectableResult,
    ProjectableServices,
    ProjectableStep,
    ProjectableUsage,
    ServicesPicture,
    for_room,
)
from advisor_app.domain.service import Office
from advisor_app.domain.usage import Period, UsageCut
from advisor_app.domain.words import Audience, Words
from advisor_app.services.demo import ensure_example
from advisor_app.services.projected import (
    ProjectedBreak,
    ProjectedCharts,
    ProjectedPoll,
    ProjectedQuestion,
    ProjectedStep,
    ProjectedTitle,
)
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.example_e_file import e_file_changes
from tests.example_services import example_services
from tests.example_usage import example_usage
from tests.services.conftest import OpenCase
from tests.services.planted import NOW, ROOMY, SECRET, Planted, planted_case, polls_of

YEAR = Period(first=date(2025, 1, 1), last=date(2026, 12, 1))


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    """A case with two modules, answers, statements and measures."""
    session = open_case("M2", "M4")
    workshop = next(item for item in session.case.assessments.values() if item.questionnaire == "m4")
    for question in ("4.1.1", "4.1.2", "4.1.3", "4.2.1", "4.2.2", "4.2.3", "4.3.1", "4.3.2", "4.3.3"):
        session.apply(AnswerSet(workshop.id, question, None, Answer(state=AnswerState.ANSWERED, level=2)))
    session.apply(
        StatementSet(
            workshop.id, "4.1.1", "BM", None, Statement(role="BM", state=AnswerState.ANSWERED, level=1, note=Words("x"))
        )
    )
    for name in ("U1", "U2"):
        measure = Measure(id=name, title=name, start=date(2027, 1, 1), end=date(2027, 3, 1))
        session.apply(MeasureSet(name, None, measure))
    return session


def everything(case: Case, workspace: Workspace) -> Iterator[Projectable | None]:
    """All that pages can ask for in a case."""
    yield None
    for day in case.agenda.values():
        yield from (ProjectableStep(day=day.id, step=step.id) for step in day.steps)
    for assessment in case.assessments.values():
        questions = workspace.questionnaires.of(assessment).questions
        yield from (ProjectableQuestion(assessment=assessment.id, question=item.id) for item in questions)
        yield ProjectableResult(assessment=assessment.id)
    yield from (ProjectablePoll(poll=name) for name in case.polls)
    yield from (ProjectableProcess(process=name) for name in case.processes)
    yield from (ProjectableEFile(view=view) for view in EFileView)
    yield ProjectablePlan()
    yield from (ProjectableServices(picture=picture) for picture in ServicesPicture)
    yield from (ProjectableUsage(cut=cut, period=YEAR, service=name) for cut in UsageCut for name in ("", *case.usage))
    yield ProjectableBreak(resumes=NOW)
    yield ProjectableJoin(address="http://192.168.1.7:8731/k7Qp", cells=((True, False), (False, True)))


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.MINUTES])
def test_no_text_that_was_not_written_for_the_room_reaches_it(
    workspace: Workspace, session: CaseSession, audience: Audience
) -> None:
    before = session.case
    case = planted_case(before, audience)
    assert repr(case).count(SECRET) > 60
    seen = [repr(workspace.projections.of(case, item, before)) for item in everything(case, workspace)]
    assert len(seen) > 100
    assert [words for words in seen if SECRET in words] == []
    assert any(ROOMY in words for words in seen)
    assert SECRET not in repr(for_room(case))


def test_the_room_reads_what_the_report_may_say(session: CaseSession) -> None:
    assert ROOM is Audience.REPORT
    assert for_room(session.case).people == {}
    assert for_room(session.case).statements == {}


def test_a_step_has_its_goal_and_its_place(workspace: Workspace, session: CaseSession) -> None:
    day = next(day for day in session.case.agenda.values() if day.module == "M4" and day.number == 1)
    shown = workspace.projections.of(session.case, ProjectableStep(day=day.id, step=day.steps[0].id))
    assert isinstance(shown, ProjectedStep)
    assert (shown.title, shown.place, shown.count) == (day.steps[0].title, 1, len(day.steps))
    assert (bool(shown.goal), shown.following) == (True, day.steps[1].title)
    assert shown.footing.endswith("Modul 4 Smart Region")


def test_a_question_is_shown_without_the_answer_it_had(workspace: Workspace, session: CaseSession) -> None:
    wanted = ProjectableQuestion(assessment=workshop(session.case), question="4.1.1")
    shown = workspace.projections.of(session.case, wanted, session.case)
    assert isinstance(shown, ProjectedQuestion)
    assert ([level.number for level in shown.levels], shown.recorded) == ([0, 1, 2, 3, 4], None)
    assert all(level.anchor and level.word for level in shown.levels)


def test_a_level_that_is_entered_before_the_room_is_marked(workspace: Workspace, session: CaseSession) -> None:
    before, name = session.case, workshop(session.case)
    given = before.answer(name, "4.1.1")
    session.apply(AnswerSet(name, "4.1.1", given, replace(given, level=3)))
    wanted = ProjectableQuestion(assessment=name, question="4.1.1")
    shown = workspace.projections.of(session.case, wanted, before)
    assert isinstance(shown, ProjectedQuestion)
    assert shown.recorded == 3


def test_a_confidential_question_is_not_for_the_room(workspace: Workspace, session: CaseSession) -> None:
    case = session.case
    assessment = next(item for item in case.assessments.values() if item.questionnaire == "m2")
    questions = workspace.questionnaires.of(assessment).questions
    name = next(question.id for question in questions if question.confidential)
    poll = Poll(
        id="p", assessment=assessment.id, about=PollAbout.QUESTION, item=name, rounds=(PollRound(started_at=NOW),)
    )
    case = replace(case, polls={"p": poll})
    for wanted in (ProjectableQuestion(assessment=assessment.id, question=name), ProjectablePoll(poll="p")):
        assert isinstance(workspace.projections.of(case, wanted), ProjectedTitle)


def test_a_poll_tells_how_many_voted_and_no_more_until_it_is_opened(workspace: Workspace, session: CaseSession) -> None:
    case = replace(session.case, polls=polls_of(session.case, Planted(Audience.INTERNAL)))
    blind, opened = (workspace.projections.of(case, ProjectablePoll(poll=name)) for name in ("p1", "p2"))
    assert isinstance(blind, ProjectedPoll)
    assert isinstance(opened, ProjectedPoll)
    assert [(item.voted, item.votes) for item in blind.rounds] == [(7, None)]
    assert blind.level is None
    assert opened.rounds[-1].votes == Votes(counts=(1, 0, 3, 2, 0), unknown=1)
    assert (opened.settled, opened.level) == (Settled.DISSENT, 2)


def test_the_result_grows_with_every_answer(workspace: Workspace, session: CaseSession) -> None:
    wanted = ProjectableResult(assessment=workshop(session.case))
    before = workspace.projections.of(session.case, wanted)
    session.apply(AnswerSet(wanted.assessment, "4.4.1", None, Answer(state=AnswerState.ANSWERED, level=4)))
    after = workspace.projections.of(session.case, wanted)
    assert isinstance(before, ProjectedCharts)
    assert isinstance(after, ProjectedCharts)
    assert len(before.charts) == 2
    assert before.charts != after.charts
    version = workspace.catalog.questionnaires["m4"].scale.version
    assert after.note == f"Orientierungswert nach eigenem Modell, nicht geeicht (Fassung {version})"


def test_a_result_near_to_a_threshold_says_so(workspace: Workspace) -> None:
    case = workspace.cases.load(ensure_example(workspace))  # 14.6 / 9 where phase 3 begins at 1.6
    shown = workspace.projections.of(case, ProjectableResult(assessment=workshop(case)))
    assert isinstance(shown, ProjectedCharts)
    assert shown.title == "Phase 3 „Erproben“, knapp"


def test_a_break_says_the_local_time_at_which_it_is_over(workspace: Workspace, session: CaseSession) -> None:
    shown = workspace.projections.of(session.case, ProjectableBreak(resumes=datetime(2026, 9, 14, 11, 0, tzinfo=UTC)))
    assert isinstance(shown, ProjectedBreak)
    assert shown.resumes == "13:00"


def test_the_electronic_file_is_shown_without_what_was_remarked(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M3")
    secret = Words("Frau Muster ist langsam", Audience.REPORT)
    session.apply(*e_file_changes(workspace.e_files.guide))
    offices = workspace.e_files.edit_office(session.case, "r1", remark=secret, responsible="Muster")
    planted: tuple[tuple[EFileView, Change], ...] = (
        (EFileView.AREAS, workspace.e_files.judge(session.case, "search", remark=secret, demands=str(secret.text))),
        (EFileView.SCANNING, workspace.e_files.rate(session.case, "shared", remark=secret)),
        (EFileView.ROLLOUT, offices[0]),
    )
    for view, change in planted:
        session.apply(change)
        shown = workspace.projections.of(session.case, ProjectableEFile(view=view))
        assert isinstance(shown, ProjectedCharts)
        assert "Muster" not in repr(shown)
        assert shown.kicker == "E-Akte"
    areas, rollout = (
        workspace.projections.of(session.case, ProjectableEFile(view=view))
        for view in (EFileView.AREAS, EFileView.ROLLOUT)
    )
    assert isinstance(areas, ProjectedCharts)
    assert len(areas.charts) == 2
    assert "Steueramt" in repr(rollout)


@pytest.mark.parametrize("view", [EFileView.SCANNING, EFileView.ROLLOUT])
def test_an_electronic_file_of_which_nothing_is_said_leaves_the_title(
    workspace: Workspace, open_case: OpenCase, view: EFileView
) -> None:
    shown = workspace.projections.of(open_case("M3").case, ProjectableEFile(view=view))
    assert isinstance(shown, ProjectedTitle)


@pytest.mark.parametrize(
    "wanted",
    [
        ProjectableStep(day="gone", step="gone"),
        ProjectableQuestion(assessment="gone", question="4.1.1"),
        ProjectablePoll(poll="gone"),
        ProjectableResult(assessment="gone"),
        ProjectableProcess(process="gone"),
        ProjectableServices(),
        ProjectableUsage(cut=UsageCut.MONTH, period=YEAR, service="gone"),
    ],
)
def test_what_is_gone_leaves_the_title(workspace: Workspace, session: CaseSession, wanted: Projectable) -> None:
    shown = workspace.projections.of(session.case, wanted)
    assert shown == ProjectedTitle(title="Stadt Lich", subtitle="Modul 2 Umsetzungsberatung und Modul 4 Smart Region")


def test_services_are_shown_without_what_is_noted_about_offices(workspace: Workspace, session: CaseSession) -> None:
    office = Office(id="o", title=f"Bauhof {SECRET}", outside=True, effects=Words(SECRET, Audience.REPORT))
    case = replace(session.case, services=example_services(), offices={"o": office})
    used = workspace.projections.of(case, ProjectableServices())
    offices = workspace.projections.of(case, ProjectableServices(picture=ServicesPicture.OFFICES))
    assert isinstance(used, ProjectedCharts)
    assert isinstance(offices, ProjectedCharts)
    assert [len(shown.charts) for shown in (used, offices)] == [2, 1]
    assert "Wohnsitz anmelden" in repr(used)
    assert "Bürgerbüro" in repr(offices)
    assert SECRET not in repr((used, offices))


def test_usage_is_shown_of_all_services_or_of_one(workspace: Workspace, session: CaseSession) -> None:
    case = replace(session.case, usage=example_usage())
    of_all = workspace.projections.of(case, ProjectableUsage(cut=UsageCut.SERVICE, period=YEAR))
    of_one = workspace.projections.of(case, ProjectableUsage(cut=UsageCut.MONTH, period=YEAR, service="n-2"))
    assert isinstance(of_all, ProjectedCharts)
    assert isinstance(of_one, ProjectedCharts)
    assert "Sperrmüll anmelden" in repr(of_all.charts)
    assert (of_one.kicker, of_one.title) == (
        "Nutzung · Hundesteuer anmelden",
        "Begonnene Anträge je Monat, 01/2025 bis 12/2026",
    )


@pytest.mark.parametrize("address", ["", "Frau Muster, Zimmer 4", "javascript:alert(1)", "http://a b/c", "http://x/ä"])
def test_an_address_carries_no_words(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        ProjectableJoin(address=address, cells=((True,),))


def test_a_code_is_a_square() -> None:
    with pytest.raises(ValueError, match="square"):
        ProjectableJoin(address="http://10.0.0.1:80/x", cells=((True, False),))


def workshop(case: Case) -> str:
    """The id of the workshop's assessment of module 4."""
    found = (item for item in case.assessments.values() if item.kind is AssessmentKind.WORKSHOP)
    return next(item.id for item in found if item.questionnaire == "m4")
