"""Answers are checked by their question's kind, also those to a version to come; what was superseded stays."""

from __future__ import annotations

from advisor_app.domain.assessment import UNANSWERED
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentMigrationSet,
    AssessmentSet,
    Change,
    PollSet,
    StatementSet,
    TargetSet,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.questions import kind_of
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.session import Check


def answer_check(questionnaires: Questionnaires) -> Check:
    """The check of a session: refuses an answer that its question does not take, and any in a superseded assessment."""

    def check(case: Case, change: Change) -> None:
        if isinstance(change, AnswerSet | StatementSet | TargetSet):
            refuse_superseded(case, change.assessment)
        elif isinstance(change, AssessmentSet) and change.after is not None:
            refuse_superseded(case, change.id)
        elif isinstance(change, AssessmentMigrationSet) and change.after is not None and not change.after.is_finished:
            _check_decisions(change.after, questionnaires)
        elif isinstance(change, PollSet) and change.after is not None:
            refuse_superseded(case, change.after.assessment)
        if not isinstance(change, AnswerSet):
            return
        assessment = case.assessments.get(change.assessment)
        if assessment is None:
            raise AdvisorError(Problem.UNKNOWN_ASSESSMENT, name=change.assessment)
        question = questionnaires.question(assessment, change.question)
        kind_of(question).check(question, change.after or UNANSWERED)

    return check


def _check_decisions(migration: AssessmentMigration, questionnaires: Questionnaires) -> None:
    questions = {question.id: question for question in questionnaires.kept(migration.digest).questions}
    for decision in migration.decisions:
        question = questions.get(decision.question)
        if question is not None and decision.answer is not None:
            kind_of(question).check(question, decision.answer)


def refuse_superseded(case: Case, assessment: str) -> None:
    """Raise AdvisorError(ASSESSMENT_SUPERSEDED) for an assessment that another one has taken over from."""
    migration = case.superseding(assessment)
    if migration is not None:
        raise AdvisorError(Problem.ASSESSMENT_SUPERSEDED, name=assessment, version=migration.version)
