"""Commands for process sheets."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import number, show
from advisor_app.cli.parameters import Case, Json
from advisor_app.domain.process import Flow, ProcessSheet, in_order, sums_of
from advisor_app.domain.process_benefit import benefit_of, missing_for_benefit
from advisor_app.services.data_lock import Access
from advisor_app.texts.processes import sums_sentence

if TYPE_CHECKING:
    from advisor_app.texts import Texts

NAME = "process"

group = new_group()


class _Format(StrEnum):
    """What a flow can be written as."""

    BPMN = "bpmn"
    SVG = "svg"


@group.command("list", cls=Command)
def list_processes(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show the process sheets of a case with their sums and what they save."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load(workspace.cases.resolve(case_name))
        sheets = in_order(case.processes.values())
        lines = [_line(sheet, workspace.texts) for sheet in sheets]
        show([_value(sheet) for sheet in sheets], lines, as_json=as_json)


@group.command("create", cls=Command)
def create_process(
    context: typer.Context,
    case_name: Case,
    title: Annotated[str, typer.Argument(metavar="TITLE")],
    file: Annotated[Path | None, typer.Argument(metavar="STEPS.txt")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Begin a process sheet; each line of the file is a step (Bürgerbüro: Antrag drucken 4m !)."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open(workspace.cases.resolve(case_name))
        lines = () if file is None else workspace.processes.read_lines(file)
        sheet = workspace.processes.create(session, title, lines)
        line = workspace.texts("commands.process.created", code=sheet.code, count=len(sheet.as_is))
        show(_value(sheet), [line], as_json=as_json)


@group.command("export", cls=Command)
def export_process(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Option("--out", metavar="FILE")],
    *,
    item: Annotated[str, typer.Option("--item", metavar="P-01")] = "",
    flow: Annotated[Flow, typer.Option("--flow", metavar="as-is|to-be")] = Flow.AS_IS,
    form: Annotated[_Format, typer.Option("--as", metavar="bpmn|svg")] = _Format.BPMN,
    as_json: Json = False,
) -> None:
    """Write one flow of a process as BPMN 2.0 or as a picture (SVG)."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load(workspace.cases.resolve(case_name))
        sheet = workspace.processes.find(case, item)
        export = workspace.processes.export_bpmn if form is _Format.BPMN else workspace.processes.export_svg
        export(sheet, flow, file)
        value = {"case": case.id, "process": sheet.code, "flow": flow.value, "file": str(file)}
        show(value, [workspace.texts("commands.process.exported", code=sheet.code, file=file)], as_json=as_json)


def _line(sheet: ProcessSheet, texts: Texts) -> str:
    sums = " → ".join(sums_sentence(sums_of(sheet.steps(flow)), texts) for flow in Flow if sheet.steps(flow))
    return "  ".join(filter(None, (sheet.code, sheet.title, sums)))


def _value(sheet: ProcessSheet) -> dict[str, Any]:
    benefit = benefit_of(sheet)
    return {
        "id": sheet.id,
        "code": sheet.code,
        "title": sheet.title,
        "chosen": sheet.chosen,
        "cases_per_year": sheet.cases_per_year,
        **{flow.value: _sums(sheet, flow) for flow in Flow},
        "missing": [name.value for name in missing_for_benefit(sheet)],
        "benefit": None
        if benefit is None
        else {
            "hours": number(benefit.hours),
            "worth_cents": benefit.worth,
            "saving_cents": benefit.saving,
            "once_cents": benefit.once,
            "payback_years": number(benefit.payback_years),
            "lead_days": float(benefit.lead_days),
        },
    }


def _sums(sheet: ProcessSheet, flow: Flow) -> dict[str, Any]:
    sums = sums_of(sheet.steps(flow))
    return {
        "steps": sums.steps,
        "minutes": float(sums.minutes),
        "waiting_days": float(sums.waiting_days),
        "media_breaks": sums.media_breaks,
        "actors": list(sums.actors),
    }
