"""Assessments: filled from files, scored, made, with their impact areas."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.changes import AgendaDaySet, AnswerSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.words import Audience, Words
from advisor_app.services.workspace import Workspace
from tests.builders import EXAMPLE_LEVELS
from tests.services.conftest import OpenCase, refused

HEAD = "question,level,state,reason,note,role\n"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return a file with the levels of the worked example."""
    file = tmp_path / "antworten.csv"
    rows = "".join(f"{question},{level},,,,\n" for question, level in EXAMPLE_LEVELS.items())
    file.write_text(HEAD + rows, encoding="utf-8")
    return file


def test_the_worked_example_scores_as_the_decisions_say(
    workspace: Workspace, open_case: OpenCase, answers: Path
) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    done = workspace.assessments.import_answers(session, assessment, answers)
    assert (done.rows, len(done.changed), done.unscored) == (21, 21, ())
    result = workspace.assessments.result(session.case, assessment)
    assert [score.score for score in result.dimensions] == [2, Fraction(3, 2), 1, 2, Fraction(9, 5)]
    assert result.module.score == Fraction(146, 90)
    assert result.phase is not None
    assert (result.phase.number, [limit.id for limit in result.phase.limited_by]) == (3, ["Q", "4.5.1", "4.2", "4.3"])


def test_an_import_is_one_step_and_a_second_one_changes_nothing(
    workspace: Workspace, open_case: OpenCase, answers: Path
) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    workspace.assessments.import_answers(session, assessment, answers)
    assert workspace.assessments.import_answers(session, assessment, answers).changed == ()
    session.undo()
    assert session.case.answers == {}
    assert not session.can_undo
    session.redo()
    assert len(workspace.cases.load(session.case.id).answers[assessment.id]) == 21


@pytest.mark.parametrize(
    ("content", "line"),
    [(HEAD + "4.1.1,2,,,,\n4.1.2,7,,,,\n", 3), ("frage;stufe\n4.1.1;2\n", 1), ("", 1), (HEAD + "4.1.1,2,,", 2)],
)
def test_a_broken_file_changes_nothing(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path, content: str, line: int
) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    file = tmp_path / "kaputt.csv"
    file.write_text(content, encoding="utf-8")
    error = refused(lambda: workspace.assessments.import_answers(session, assessment, file), Problem.FILE_FORMAT)
    assert (error.details["file"], error.details["line"]) == ("kaputt.csv", line)
    assert not session.can_undo
    assert session.case.answers == {}


def test_other_questions_stay_and_notes_keep_their_audience(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    noted = Answer(state=AnswerState.ANSWERED, level=1, note=Words("Beschluss im Mai", Audience.REPORT))
    session.apply(AnswerSet(assessment.id, "4.1.1", None, noted), AnswerSet(assessment.id, "4.1.2", None, noted))
    file = tmp_path / "neu.csv"
    file.write_text("question,level,note\n4.1.1,3,\n4.1.3,2,Neu\n", encoding="utf-8")
    assert workspace.assessments.import_answers(session, assessment, file).changed == ("4.1.1", "4.1.3")
    found = session.case.answers[assessment.id]
    assert found["4.1.1"] == Answer(state=AnswerState.ANSWERED, level=3, note=noted.note)
    assert found["4.1.2"] == noted
    assert found["4.1.3"].note == Words("Neu", Audience.INTERNAL)


def test_answers_to_areas_that_are_not_chosen_are_kept_and_reported(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    file = tmp_path / "bereiche.csv"
    file.write_text("question,level\nWB2.1,3\nWB8.1,2\n", encoding="utf-8")
    assert workspace.assessments.import_answers(session, assessment, file).unscored == ("WB2.1", "WB8.1")
    chosen = workspace.assessments.choose_areas(session, assessment, ["WB8", "WB1"])
    assert chosen.areas == ("WB1", "WB8")
    assert workspace.assessments.unscored(session.case, chosen) == ("WB2.1",)
    scores = workspace.assessments.result(session.case, chosen).dimensions
    assert [score.id for score in scores][-2:] == ["WB1", "WB8"]
    none = workspace.assessments.choose_areas(session, chosen, [])
    assert none.areas == ()
    assert session.case.answer(assessment.id, "WB8.1").level == 2


def test_areas_that_are_none_are_refused(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    for name in ("WB9", "4.1"):
        refused(lambda name=name: workspace.assessments.choose_areas(session, assessment, [name]), Problem.UNKNOWN_AREA)  # type: ignore[misc]  # a default binds the loop's value
    assert not session.can_undo


def test_a_follow_up_keeps_questionnaire_and_areas(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    workshop = workspace.assessments.choose_areas(session, workspace.assessments.find(session.case), ["WB2"])
    made = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP)
    assert (made.kind, made.questionnaire, made.areas, made.number) == (AssessmentKind.FOLLOW_UP, "m4", ("WB2",), 2)
    assert workspace.assessments.find(session.case) == workshop
    assert workspace.assessments.find(session.case, made.id[-12:]) == made
    survey = workspace.assessments.create(session, AssessmentKind.PRE_SURVEY, "m4")
    assert survey.number == 3
    refused(lambda: workspace.assessments.create(session, AssessmentKind.WORKSHOP, "m9"), Problem.UNKNOWN_QUESTIONNAIRE)
    refused(lambda: workspace.assessments.find(session.case, "zzzz"), Problem.UNKNOWN_ASSESSMENT)


def test_a_case_without_a_module_has_no_assessment(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case()
    refused(lambda: workspace.assessments.find(session.case), Problem.NO_ASSESSMENT)
    refused(lambda: workspace.assessments.create(session, AssessmentKind.FOLLOW_UP), Problem.NO_ASSESSMENT)


def test_levels_go_out_and_come_back(workspace: Workspace, open_case: OpenCase, answers: Path, tmp_path: Path) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    workspace.assessments.import_answers(session, assessment, answers)
    written = tmp_path / "heraus.csv"
    assert workspace.assessments.export_answers(session.case, assessment, written) == 21
    again = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP)
    workspace.assessments.import_answers(session, again, written)
    assert session.case.answers[again.id] == session.case.answers[assessment.id]
    missing = tmp_path / "fehlt" / "x.csv"
    refused(lambda: workspace.assessments.export_answers(session.case, assessment, missing), Problem.FILE_NOT_WRITABLE)


def test_an_assessment_keeps_the_questionnaire_it_was_made_with(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    assert workspace.questionnaires.of(assessment) == workspace.catalog.questionnaires["m4"]
    assert len(assessment.digest) == 64
    assert assessment.held_on is None or assessment.held_on >= date(2026, 9, 14)


def test_each_module_has_its_assessment_in_the_order_of_booking(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M1", "M3", "M4")
    assert [(item.number, item.questionnaire) for item in session.case.in_order()] == [(1, "m1"), (2, "m3"), (3, "m4")]
    third = workspace.assessments.of_module(session.case, "M3")
    assert third is not None
    assert workspace.assessments.title(session.case, third) == "Modul 3 · Workshop"
    assert workspace.assessments.of_module(session.case, "M2") is None
    session.apply(AnswerSet(third.id, "3.1.1", None, Answer(state=AnswerState.ANSWERED, level=2)))
    assert workspace.assessments.find(session.case) == third


def test_only_full_days_are_planned_for_what_is_booked(open_case: OpenCase) -> None:
    days = [day.template for day in open_case("M1", "M2", "M3", "M4").case.agenda.values()]
    assert days == ["m1-tag1", "m2-tag1", "m2-tag2", "m3-tag1", "m4-tag1"]


def test_on_a_workshop_day_its_module_is_at_hand(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M1", "M3", "M4")
    today = date(2026, 9, 14)
    default = workspace.assessments.find(session.case)
    assert workspace.assessments.at_hand(session.case, today) == default
    day = next(day for day in session.case.agenda.values() if day.module == "M3")
    session.apply(AgendaDaySet(day.id, day, replace(day, on=today)))
    found = workspace.assessments.at_hand(session.case, today)
    assert found is not None
    assert found.questionnaire == "m3"
    assert workspace.assessments.at_hand(session.case, date(2026, 9, 15)) == default
    assert workspace.assessments.at_hand(open_case().case, today) is None
