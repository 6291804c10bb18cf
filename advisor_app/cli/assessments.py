"""Commands for assessments: filled from files, scored, made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import number, show
from advisor_app.cli.parameters import AssessmentName, Case, Json, names_in
from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.changes import AssessmentSet
from advisor_app.domain.scoring import is_near
from advisor_app.services.data_lock import Access

if TYPE_CHECKING:
    from advisor_app.domain.assessment import Assessment
    from advisor_app.domain.case import Case as CaseRecord
    from advisor_app.domain.evaluation import Result
    from advisor_app.domain.phases import PhaseResult
    from advisor_app.domain.scoring import DimensionScore
    from advisor_app.services.workspace import Workspace

HINT_ABOVE = 3

group = new_group()


@group.command("list", cls=Command)
def list_assessments(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List the assessments of a case with their ids and how far they are."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        rows = [_listed(case, item, workspace) for item in case.in_order()]
        show(rows, [_list_line(row, workspace) for row in rows], as_json=as_json)


@group.command("import", cls=Command)
def import_answers(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    *,
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Take over answers from a CSV file, all or none."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        assessment = workspace.assessments.find(session.case, assessment_name)
        done = workspace.assessments.import_answers(session, assessment, file)
        lines = [workspace.texts("commands.assessment.imported", count=done.rows, changed=len(done.changed))]
        if done.unscored:
            lines.append(workspace.texts("commands.assessment.unscored", questions=", ".join(done.unscored)))
        value = {
            "case": session.case.id,
            "assessment": assessment.id,
            "rows": done.rows,
            "changed": list(done.changed),
            "unscored": list(done.unscored),
        }
        show(value, lines, as_json=as_json)


@group.command("export", cls=Command)
def export_answers(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    *,
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Write an assessment's levels to a CSV file."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name)
        count = workspace.assessments.export_answers(case, assessment, file)
        value = {"case": case.id, "assessment": assessment.id, "rows": count, "file": str(file)}
        show(value, [workspace.texts("commands.assessment.exported", count=count, file=file)], as_json=as_json)


@group.command("score", cls=Command)
def score(
    context: typer.Context, case_name: Case, *, assessment_name: AssessmentName = "", as_json: Json = False
) -> None:
    """Score the assessments of a case, with the phase and what limits it."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        default = workspace.assessments.find(case, assessment_name)
        others = () if assessment_name else (item for item in case.in_order() if item.id != default.id)
        results = [(item, workspace.assessments.result(case, item)) for item in (default, *others)]
        value = {"case": case.id, "assessments": [_scored(*scored) for scored in results]}
        lines = [line for scored in results for line in _score_lines(case, *scored, workspace)]
        show(value, lines, as_json=as_json)


@group.command("areas", cls=Command)
def areas(
    context: typer.Context,
    case_name: Case,
    wanted: Annotated[str, typer.Argument(metavar="WB2,WB8")],
    *,
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Choose an assessment's impact areas; answers to others are kept."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        before = workspace.assessments.find(session.case, assessment_name)
        assessment = workspace.assessments.choose_areas(session, before, names_in(wanted))
        titles = [f"{name} {workspace.catalog.dimensions[name].title}" for name in assessment.areas]
        lines = [workspace.texts("commands.assessment.areas", areas=", ".join(titles) or "–")]
        unscored = workspace.assessments.unscored(session.case, assessment)
        if len(titles) > HINT_ABOVE:
            lines.append(workspace.texts("commands.assessment.many-areas"))
        if unscored:
            lines.append(workspace.texts("commands.assessment.unscored", questions=", ".join(unscored)))
        value = {
            "case": session.case.id,
            "assessment": assessment.id,
            "areas": list(assessment.areas),
            "unscored": list(unscored),
        }
        show(value, lines, as_json=as_json)


@group.command("held", cls=Command)
def held(
    context: typer.Context,
    case_name: Case,
    day: Annotated[str, typer.Argument(metavar="DAY")],
    *,
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Say on which day an assessment was held."""
    from advisor_app.domain.days import read_day
    from advisor_app.services.clock import today

    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        before = workspace.assessments.find(session.case, assessment_name)
        on = None if day == "none" else read_day(day, today(workspace.clock))
        session.apply(AssessmentSet(before.id, before, replace(before, held_on=on)))
        row = _listed(session.case, session.case.assessments[before.id], workspace)
        show({"case": session.case.id, **row}, [_list_line(row, workspace)], as_json=as_json)


@group.command("create", cls=Command)
def create(
    context: typer.Context,
    case_name: Case,
    *,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND")],
    questionnaire: Annotated[str, typer.Option("--questionnaire", metavar="m4")] = "",
    commune: Annotated[str, typer.Option("--commune", metavar="AGS")] = "",
    as_json: Json = False,
) -> None:
    """Add another assessment to a case, of all its communes or of one by itself."""
    kinds = {item.value: item for item in AssessmentKind}
    if kind not in kinds:
        context.fail("Invalid value for '--kind'.")
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        of = workspace.register.get(commune).id if commune else ""
        made = workspace.assessments.create(session, kinds[kind], questionnaire, of)
        value = {"case": session.case.id, "id": made.id, "kind": made.kind.value, "questionnaire": made.questionnaire}
        show(value, [f"{made.id}  {workspace.assessments.title(session.case, made)}"], as_json=as_json)


def _listed(case: CaseRecord, assessment: Assessment, workspace: Workspace) -> dict[str, Any]:
    evaluation = workspace.questionnaires.evaluate(case, assessment)
    progress = [evaluation.progress(dimension) for dimension in evaluation.dimensions()]
    return {
        "id": assessment.id,
        "title": workspace.assessments.title(case, assessment),
        "module": evaluation.questionnaire.module,
        "kind": assessment.kind.value,
        "questionnaire": assessment.questionnaire,
        "version": assessment.version,
        "held_on": assessment.held_on.isoformat() if assessment.held_on else None,
        "answered": sum(item.done for item in progress),
        "asked": sum(item.total for item in progress),
        "default": assessment == case.default_assessment(),
    }


def _list_line(row: Mapping[str, Any], workspace: Workspace) -> str:
    from advisor_app.texts.numbers import format_date

    texts, held_on = workspace.texts, row["held_on"]
    on = ""
    if held_on:
        on = texts("commands.assessment.on", day=format_date(date.fromisoformat(held_on), texts.language))
    return texts("commands.assessment.line", **{**row, "mark": "* " if row["default"] else "  ", "on": on})


def _scored(assessment: Assessment, result: Result) -> dict[str, Any]:
    module = result.module
    return {
        "id": assessment.id,
        "kind": assessment.kind.value,
        "questionnaire": result.questionnaire,
        "questionnaire_version": result.questionnaire_version,
        "scoring_version": result.scoring_version,
        "dimensions": [_dimension(item) for item in result.dimensions],
        "module": {
            "id": result.module_id,
            "score": number(module.score),
            "best": number(module.best),
            "worst": number(module.worst),
            "coverage": number(module.coverage),
            "status": module.status.value,
        },
        "phase": None if result.phase is None else _phase(result.phase),
    }


def _dimension(score: DimensionScore) -> dict[str, Any]:
    return {
        "id": score.id,
        "kind": score.kind.value,
        "weight": score.weight,
        "score": number(score.score),
        "uncapped_score": number(score.uncapped_score),
        "best": number(score.best),
        "worst": number(score.worst),
        "percent": number(score.percent),
        "level": score.level,
        "coverage": number(score.coverage),
        "status": score.status.value,
        "capped": score.capped,
        "capped_by": list(score.capped_by),
    }


def _phase(phase: PhaseResult) -> dict[str, Any]:
    return {
        "number": phase.number,
        "best": phase.best,
        "worst": phase.worst,
        "limited_by": [
            {"id": limit.id, "required": number(limit.required), "actual": number(limit.actual)}
            for limit in phase.limited_by
        ],
    }


def _score_lines(case: CaseRecord, assessment: Assessment, result: Result, workspace: Workspace) -> Iterator[str]:
    texts = workspace.texts
    yield texts(
        "commands.assessment.heading",
        title=workspace.assessments.title(case, assessment),
        questionnaire=result.questionnaire,
        version=result.questionnaire_version,
    )
    for item in result.dimensions:
        yield texts(
            "commands.assessment.dimension",
            id=item.id,
            title=workspace.catalog.dimensions[item.id].title,
            score=_figure(item.score, workspace),
            level="–" if item.level is None else item.level,
            status=texts(f"commands.status.{item.status.value}"),
        )
    status = texts(f"commands.status.{result.module.status.value}")
    yield texts("commands.assessment.module", score=_figure(result.module.score, workspace), status=status)
    if result.phase is not None:
        questionnaire = workspace.questionnaires.of(assessment)
        thresholds = [Fraction(phase.threshold) for phase in questionnaire.phases]
        near = result.module.score is not None and is_near(result.module.score, thresholds, questionnaire.scale)
        yield _phase_line(assessment, result.phase, workspace, near=near)
        for limit in result.phase.limited_by:
            required, actual = _figure(limit.required, workspace), _figure(limit.actual, workspace)
            name = texts("commands.assessment.q") if limit.id == "Q" else limit.id
            yield texts("commands.assessment.limit", name=name, actual=actual, required=required)


def _phase_line(assessment: Assessment, phase: PhaseResult, workspace: Workspace, *, near: bool) -> str:
    texts = workspace.texts
    label = texts(f"commands.assessment.phase-label.{assessment.kind.value}")
    if phase.number is not None:
        phases = workspace.questionnaires.of(assessment).phases
        title = next((item.title for item in phases if item.number == phase.number), "")
        words = texts("commands.assessment.phase", label=label, number=phase.number, title=title)
        return texts("commands.assessment.near", words=words) if near else words
    key = "phase-band" if phase.worst != phase.best else "phase-open"
    return texts(f"commands.assessment.{key}", label=label, worst=phase.worst, best=phase.best)


def _figure(value: Any, workspace: Workspace) -> str:
    from advisor_app.texts.numbers import format_decimal

    return "–" if value is None else format_decimal(value, 1, workspace.texts.language)
