"""The command that brings an assessment to the newer version of its questionnaire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import AssessmentName, Case, Json
from advisor_app.domain.assessment_migration import Choice
from advisor_app.services.data_lock import Access

if TYPE_CHECKING:
    from advisor_app.domain.assessment import Assessment
    from advisor_app.domain.case import Case as CaseRecord
    from advisor_app.domain.questionnaire_comparison import QuestionPair
    from advisor_app.services.assessment_migrations import Review
    from advisor_app.services.workspace import Workspace


def migrate(
    context: typer.Context,
    case_name: Case,
    *,
    assessment_name: AssessmentName = "",
    preview: Annotated[bool, typer.Option("--preview")] = False,
    drop: Annotated[bool, typer.Option("--drop")] = False,
    answers: Annotated[Path | None, typer.Option("--answers", metavar="FILE.csv")] = None,
    as_json: Json = False,
) -> None:
    """Move an assessment to today's questionnaire: unchanged answers are kept, changed questions left open."""
    with context.obj.open(Access.READ if preview else Access.WRITE) as workspace:
        migrations = workspace.assessment_migrations
        session = workspace.cases.open_named(case_name)
        case = session.case
        assessment = workspace.assessments.find(case, assessment_name)
        if drop and not preview:
            dropped = migrations.drop(session, assessment)
            words = workspace.texts(f"commands.assessment.migration.{'dropped' if dropped else 'none-begun'}")
            show({"case": case.id, "assessment": assessment.id, "dropped": dropped}, [words], as_json=as_json)
            return
        review = migrations.review(case, assessment)
        successor = None if preview else migrations.finish(session, assessment, answers)
        lines = list(_lines(case, assessment, review, workspace))
        if successor is not None:
            lines.append(workspace.texts("commands.assessment.migration.finished", id=successor.id))
        show(_value(case, assessment, review, successor), lines, as_json=as_json)


def _value(case: CaseRecord, assessment: Assessment, review: Review, successor: Assessment | None) -> dict[str, Any]:
    succession = review.succession
    comparison = succession.comparison
    return {
        "case": case.id,
        "assessment": assessment.id,
        "questionnaire": assessment.questionnaire,
        "from": review.before.version,
        "to": review.after.version,
        "kept": list(succession.kept),
        "unchanged": [pair.new.id for pair in comparison.unchanged],
        "changed": [
            {
                "id": pair.new.id,
                "aspects": [aspect.value for aspect in pair.aspects],
                "decision": _choice(review, pair).value,
            }
            for pair in comparison.changed
        ],
        "added": [question.id for question in comparison.added],
        "removed": [question.id for question in comparison.removed],
        "other_figures": comparison.has_other_figures,
        "successor": None if successor is None else successor.id,
    }


def _choice(review: Review, pair: QuestionPair) -> Choice:
    decision = review.succession.migration.decision(pair.new.id)
    return Choice.OPEN if decision is None else decision.choice


def _lines(case: CaseRecord, assessment: Assessment, review: Review, workspace: Workspace) -> Iterator[str]:
    texts, succession = workspace.texts, review.succession
    comparison = succession.comparison

    def said(key: str, questions: Iterable[Any] = (), **values: Any) -> str:
        names = ", ".join(question.id for question in questions)
        return texts(f"commands.assessment.migration.{key}", questions=names, **values)

    title = workspace.assessments.title(case, assessment)
    yield said("heading", title=title, before=review.before.version, after=review.after.version)
    yield said("unchanged", count=len(comparison.unchanged), kept=len(succession.kept))
    for pair in comparison.changed:
        aspects = ", ".join(texts(f"assessments.aspect.{aspect.value}") for aspect in pair.aspects)
        choice = texts(f"assessments.choice.{_choice(review, pair).value}")
        yield said("changed", [pair.new], aspects=aspects, choice=choice)
    if comparison.added:
        yield said("added", comparison.added)
    if comparison.removed:
        yield said("removed", comparison.removed)
    if comparison.has_other_figures:
        yield said("other-figures")
