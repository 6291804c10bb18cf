"""Commands for implementation plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import number, show
from advisor_app.cli.parameters import AssessmentName, Case, Json, names_in
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_decimal

if TYPE_CHECKING:
    from advisor_app.domain.proposals import Proposal
    from advisor_app.services.workspace import Workspace

ALL = "ALL"

group = new_group()


@group.command("propose", cls=Command)
def propose(
    context: typer.Context,
    case_name: Case,
    *,
    take: Annotated[str, typer.Option("--take", metavar="F35,F36")] = "",
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Propose measures for the measured gaps of one assessment or of all modules, the most urgent ones first."""
    with context.obj.open(Access.WRITE if take else Access.READ) as workspace:
        session = workspace.cases.open_named(case_name)
        default = workspace.assessments.find(session.case, assessment_name)
        assessments = (default,) if assessment_name else session.case.current_assessments()
        proposals = workspace.plans.propose(session.case, default if assessment_name else None)
        taken = workspace.plans.take_over(session, _chosen(proposals, names_in(take))) if take else ()
        value = {
            "case": session.case.id,
            "assessments": [item.id for item in assessments],
            "proposals": [_value(proposal, workspace) for proposal in proposals],
            "taken": [{"id": measure.id, "measure": measure.template} for measure in taken],
        }
        lines = [workspace.texts("commands.plan.taken", id=item.id, title=item.title) for item in taken]
        if not take:
            lines = [_line(proposal, workspace) for proposal in proposals] or [workspace.texts("commands.plan.nothing")]
        show(value, lines, as_json=as_json)


@group.command("import", cls=Command)
def import_measures(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    *,
    as_json: Json = False,
) -> None:
    """Take over measures from a CSV file, all or none."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        done = workspace.plans.take_in(session, workspace.plans.read_measures(file))
        value = {
            "case": session.case.id,
            "rows": done.rows,
            "added": list(done.added),
            "changed": list(done.changed),
        }
        line = workspace.texts(
            "commands.plan.imported", count=done.rows, added=len(done.added), changed=len(done.changed)
        )
        show(value, [line], as_json=as_json)


@group.command("export", cls=Command)
def export_measures(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    *,
    as_json: Json = False,
) -> None:
    """Write all measures to a CSV file that can be read again."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        count = workspace.plans.export_measures(case, file)
        value = {"case": case.id, "rows": count, "file": str(file)}
        show(value, [workspace.texts("commands.plan.exported", count=count, file=file)], as_json=as_json)


def _chosen(proposals: tuple[Proposal, ...], names: list[str]) -> list[Proposal]:
    """The proposals of the named measures; raises AdvisorError for a name that is not proposed."""
    if names == [ALL]:
        return list(proposals)
    by_name = {proposal.template.id.upper(): proposal for proposal in proposals}
    for name in names:
        if name not in by_name:
            raise AdvisorError(Problem.BAD_VALUE, name="--take", value=name)
    return [by_name[name] for name in names]


def _value(proposal: Proposal, workspace: Workspace) -> dict[str, Any]:
    template = proposal.template
    return {
        "measure": template.id,
        "title": template.title,
        "module": workspace.catalog.dimensions[template.dimension].module,
        "dimension": template.dimension,
        "score": number(proposal.score),
        "target": proposal.target.level,
        "target_assumed": proposal.target.assumed,
        "gap": number(proposal.gap),
        "urgency": number(proposal.urgency),
        "effort": template.effort.value,
        "cost_class": template.cost_class,
        "months": template.months,
    }


def _line(proposal: Proposal, workspace: Workspace) -> str:
    template, texts = proposal.template, workspace.texts
    return texts(
        "commands.plan.proposal",
        id=template.id,
        module=workspace.catalog.dimensions[template.dimension].module,
        dimension=template.dimension,
        title=template.title,
        gap=format_decimal(proposal.gap, 1, texts.language),
        effort=template.effort.value,
        months=template.months,
    )
