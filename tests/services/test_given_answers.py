"""What was answered before, or in another module: shown, offered, never taken silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import AnswerSet, AssessmentSet, BookingSet, MeasureSet
from advisor_app.domain.plan import Measure, MeasureState
from advisor_app.domain.words import Words
from advisor_app.services.given_answers import Origin
from advisor_app.services.workspace import Workspace
from tests.builders import number_answer
from tests.services.conftest import OpenCase
from tests.services.test_comparisons import answer


def test_a_follow_up_finds_the_workshops_answers_and_nothing_is_taken_silently(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session = open_case("M4")
    (booking,) = session.case.bookings.values()
    done = replace(booking, state=BookingState.COMPLETED, completed_on=date(2026, 9, 14))
    measure = Measure(id="U1", title="Konzept", state=MeasureState.DONE)
    first = workspace.assessments.find(session.case)
    answer(session, first.id)
    note = replace(session.case.answer(first.id, "4.1.1"), note=Words("Frau Muster sagte es"), role="BM")
    session.apply(
        AssessmentSet(first.id, first, replace(first, held_on=date(2025, 3, 3))),
        AnswerSet(first.id, "4.1.1", session.case.answer(first.id, "4.1.1"), note),
        BookingSet(booking.id, booking, done),
        MeasureSet(measure.id, None, measure),
    )
    survey = workspace.assessments.create(session, AssessmentKind.PRE_SURVEY)
    answer(session, survey.id, q_4_1_1=0)
    made = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP)
    case = session.case
    assert (case.bookings[booking.id], case.measures["U1"], case.answers.get(made.id)) == (done, measure, None)
    found = workspace.given_answers.earlier(case, made)["4.1.1"]
    assert (found.origin, found.source) == (Origin.EARLIER, "Modul 4 · Workshop, 03.03.2025")
    assert found.said.startswith("Stufe 2 – ")
    assert not found.is_taken(case.answer(made.id, "4.1.1"))
    session.apply(workspace.given_answers.change(case, made, found))
    taken = session.case.answer(made.id, "4.1.1")
    assert taken == Answer(state=AnswerState.ANSWERED, level=2)
    assert found.is_taken(taken)
    assert (session.case.bookings[booking.id], session.case.measures["U1"]) == (done, measure)


def test_a_follow_up_in_a_case_of_its_own_finds_the_earlier_case(workspace: Workspace, open_case: OpenCase) -> None:
    before = open_case("M4")
    answer(before, workspace.assessments.find(before.case).id, q_4_2_1=3)
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    found = workspace.given_answers.earlier(session.case, assessment)["4.2.1"]
    assert (found.answer.level, found.source) == (3, "Modul 4 · Workshop, Fall vom 14.09.2026")
    assert workspace.given_answers.earlier(before.case, workspace.assessments.find(before.case)) == {}


def test_the_same_figure_is_offered_in_another_module_and_can_be_taken(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session = open_case("M2", "M3")
    m2, m3 = (workspace.assessments.of_module(session.case, module) for module in ("M2", "M3"))
    assert m2 is not None
    assert m3 is not None
    session.apply(AnswerSet(m2.id, "2.4.5", None, number_answer(42)))
    (found,) = workspace.given_answers.elsewhere(session.case, m3)["3.4.5"]
    assert (found.origin, found.asked_as, found.can_be_taken) == (Origin.ELSEWHERE, "2.4.5", True)
    assert found.source == "Modul 2 · Workshop, Fall vom 14.09.2026"
    session.apply(workspace.given_answers.change(session.case, m3, found))
    assert session.case.answer(m3.id, "3.4.5").number == Decimal(42)
    back = workspace.given_answers.elsewhere(session.case, m2)["2.4.5"]
    assert [item.asked_as for item in back] == ["3.4.5"]


def test_a_level_of_other_anchors_is_only_shown(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M2", "M3")
    m2, m3 = (workspace.assessments.of_module(session.case, module) for module in ("M2", "M3"))
    assert m2 is not None
    assert m3 is not None
    level = Answer(state=AnswerState.ANSWERED, level=3)
    unknown = Answer(state=AnswerState.UNKNOWN)
    session.apply(AnswerSet(m2.id, "2.3.3", None, level), AnswerSet(m2.id, "2.4.3", None, unknown))
    found = workspace.given_answers.elsewhere(session.case, m3)
    assert list(found) == ["3.3.2"]
    assert found["3.3.2"][0].said.startswith("Stufe 3 – ")
    assert not found["3.3.2"][0].can_be_taken


def test_a_figure_that_would_be_refused_here_is_only_shown(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M2", "M3")
    m2, m3 = (workspace.assessments.of_module(session.case, module) for module in ("M2", "M3"))
    assert m2 is not None
    assert m3 is not None
    session.apply(AnswerSet(m2.id, "2.4.5", None, number_answer(800)))  # 3.4.5 takes up to 500
    (found,) = workspace.given_answers.elsewhere(session.case, m3)["3.4.5"]
    assert not found.can_be_taken


def test_one_module_alone_has_nothing_from_elsewhere(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M2")
    m2 = workspace.assessments.find(session.case)
    session.apply(AnswerSet(m2.id, "2.4.5", None, number_answer(42)))
    assert workspace.given_answers.elsewhere(session.case, m2) == {}
