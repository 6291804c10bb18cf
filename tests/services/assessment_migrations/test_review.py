"""A newer questionnaire is offered, its review says what becomes of each question, and one decides."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.domain.errors import AdvisorError, Problem
from tests.house_pack import CHANGED, NEW, OLD, QUESTIONNAIRE, UNCHANGED, write_house_pack
from tests.services.assessment_migrations.conftest import (
    ANEW,
    KEPT,
    Changed,
    Open,
    decide,
    filled,
)
from tests.services.conftest import LICH, refused


def test_an_assessment_of_todays_version_has_nothing_newer(opened: Open) -> None:
    workspace = opened()
    session, made = filled(workspace)
    migrations = workspace.assessment_migrations
    shipped = session.case.in_order()[0]
    assert migrations.newer(session.case, made) is None
    assert migrations.newer(session.case, shipped) is None
    error = refused(lambda: migrations.begin(session, made), Problem.NOTHING_TO_MIGRATE)
    assert error.details["version"] == OLD
    refused(lambda: migrations.finish(session, made), Problem.NOTHING_TO_MIGRATE)


def test_an_older_pack_is_not_offered(data: Path, opened: Open) -> None:
    write_house_pack(data, NEW)
    workspace = opened()
    session = workspace.cases.create(workspace.register.get(LICH), ["M4"])
    made = workspace.assessments.create(session, AssessmentKind.WORKSHOP, QUESTIONNAIRE)
    write_house_pack(data, OLD)
    assert opened().assessment_migrations.newer(session.case, made) is None


def test_a_pack_changed_without_a_new_number_is_newer_where_questions_are_others(data: Path, opened: Open) -> None:
    session, made = filled(opened())
    file = data / "packs" / "haus" / "questionnaire.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Fragen Sie nach einem Beispiel.", "Lassen Sie sich ein Beispiel zeigen."), "utf-8")
    assert opened().assessment_migrations.newer(session.case, made) is None
    file.write_text(text.replace("Wie weit ist der Punkt H1.1?", "Wie gut ist H1.1 geregelt?"), "utf-8")
    newer = opened().assessment_migrations.newer(session.case, made)
    assert newer is not None
    assert newer.version == OLD


def test_the_review_says_what_becomes_of_each_question(changed: Changed) -> None:
    workspace, session, made = changed
    review = workspace.assessment_migrations.review(session.case, made)
    assert (review.before.version, review.after.version) == (OLD, NEW)
    succession = review.succession
    assert succession.kept == UNCHANGED
    assert tuple(pair.new.id for pair in succession.to_decide) == CHANGED
    assert succession.undecided == succession.to_decide
    assert [question.id for question in succession.comparison.added] == ["H1.6"]


def test_an_answer_can_be_kept_where_the_changed_question_takes_it(changed: Changed) -> None:
    workspace, session, made = changed
    succession = workspace.assessment_migrations.review(session.case, made).succession
    can = {
        pair.new.id: workspace.assessment_migrations.can_keep(pair, succession.old_answer(pair.new.id))
        for pair in succession.to_decide
    }
    assert can == {"H1.2": True, "H1.3": True, "H2.2": False, "H2.3": False}


def test_a_new_answer_has_to_fit_the_new_question(changed: Changed) -> None:
    workspace, session, made = changed
    wrong = Decision(question="H2.3", choice=Choice.ANEW, answer=Answer(state=AnswerState.ANSWERED, number=Decimal(50)))
    with pytest.raises(AdvisorError) as caught:
        workspace.assessment_migrations.decide(session, made, wrong)
    assert caught.value.problem is Problem.BAD_VALUE
    assert session.case.migrations == {}


def test_a_migration_can_be_dropped_at_any_moment(changed: Changed) -> None:
    workspace, session, made = changed
    before = session.case
    decide(workspace, session, made, KEPT, ANEW)
    assert workspace.assessment_migrations.drop(session, made)
    assert session.case == before
    assert not workspace.assessment_migrations.drop(session, made)
    session.undo()
    assert workspace.assessment_migrations.begin(session, made).decisions == (KEPT, ANEW)


def test_a_decision_begins_a_migration_and_can_be_taken_back(changed: Changed) -> None:
    workspace, session, made = changed
    migrations = workspace.assessment_migrations
    migrations.decide(session, made, KEPT, ANEW)
    migrations.decide(session, made, replace(KEPT, choice=Choice.OPEN))
    begun = session.case.begun_migration(made.id)
    assert begun is not None
    assert begun.decisions == (ANEW, replace(KEPT, choice=Choice.OPEN))
    migrations.undecide(session, made, "H1.3")
    assert migrations.begin(session, made).decisions == (ANEW,)
    for _ in range(3):
        session.undo()
    assert session.case.begun_migration(made.id) is None


def test_a_migration_goes_on_after_a_restart(changed: Changed, opened: Open) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT)
    again = opened()
    session = again.cases.open(session.case.id)
    assert again.assessment_migrations.begin(session, made).decisions == (KEPT,)
    succession = again.assessment_migrations.review(session.case, made).succession
    assert [pair.new.id for pair in succession.undecided] == ["H1.2", "H2.2", "H2.3"]


def test_decisions_hold_where_the_pack_moves_on(changed: Changed, data: Path, opened: Open) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT, ANEW)
    write_house_pack(data, "1.2.0")
    file = data / "packs" / "haus" / "questionnaire.toml"
    file.write_text(file.read_text("utf-8").replace("Wie oft tagt der Rat dazu?", "Wie oft berät der Rat?"), "utf-8")
    again = opened()
    session = again.cases.open(session.case.id)
    # what was begun can still be looked at and finished as it was begun
    assert again.assessment_migrations.review(session.case, made).after.version == NEW
    moved = again.assessment_migrations.begin(session, made)
    assert (moved.version, moved.decisions) == ("1.2.0", (KEPT,))
    assert again.assessment_migrations.finish(session, made).version == "1.2.0"


def test_answers_of_a_file_hold(changed: Changed, tmp_path: Path) -> None:
    workspace, session, made = changed
    file = tmp_path / "neu.csv"
    file.write_text("question,level,note\nH1.2,4,Seit Mai.\nH1.6,2,\n", encoding="utf-8")
    successor = workspace.assessment_migrations.finish(session, made, file)
    answers = session.case.answers[successor.id]
    assert (answers["H1.2"].level, answers["H1.2"].note.text, answers["H1.6"].level) == (4, "Seit Mai.", 2)
    session.undo()
    assert successor.id not in session.case.assessments


def test_a_bad_file_changes_nothing(changed: Changed, tmp_path: Path) -> None:
    workspace, session, made = changed
    before = session.case
    file = tmp_path / "neu.csv"
    file.write_text("question,level\nH1.2,4\nH1.4,2\n", encoding="utf-8")
    error = refused(lambda: workspace.assessment_migrations.finish(session, made, file), Problem.FILE_FORMAT)
    assert error.details["line"] == 3
    assert session.case == before == workspace.cases.load(before.id)
