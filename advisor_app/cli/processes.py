"""Commands for process sheets."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import number, show
from advisor_app.cli.parameters import Case, Json, said
from advisor_app.domain.amounts import parse_amount
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.process import Assumptions, Flow, ProcessSheet, in_order, sums_of
from advisor_app.domain.process_benefit import benefit_of, missing_for_benefit
from advisor_app.services.data_lock import Access
from advisor_app.texts.processes import benefit_sentence, sums_sentence

if TYPE_CHECKING:
    from advisor_app.texts import Texts

group = new_group()


class _Format(StrEnum):
    """What a flow can be written as."""

    BPMN = "bpmn"
    SVG = "svg"


@group.command("list", cls=Command)
def list_processes(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show the process sheets of a case with their sums and what they save."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
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
        session = workspace.cases.open_named(case_name)
        lines = () if file is None else workspace.processes.read_lines(file)
        sheet = workspace.processes.create(session, said(title, "TITLE", workspace.texts), lines)
        line = workspace.texts("commands.process.created", code=sheet.code, count=len(sheet.as_is))
        show(_value(sheet), [line], as_json=as_json)


@group.command("set", cls=Command)
def set_process(  # noqa: PLR0913 — the flow to be and each assumption is an option
    context: typer.Context,
    case_name: Case,
    name: Annotated[str, typer.Argument(metavar="P-01")],
    *,
    to_be: Annotated[Path | None, typer.Option("--to-be", metavar="STEPS.txt")] = None,
    cases: Annotated[int | None, typer.Option("--cases", metavar="NUMBER", min=0)] = None,
    digital: Annotated[float | None, typer.Option("--digital", metavar="PERCENT", min=0, max=100)] = None,
    rest: Annotated[float | None, typer.Option("--rest", metavar="MINUTES", min=0)] = None,
    rate: Annotated[str, typer.Option("--rate", metavar="EURO")] = "",
    yearly: Annotated[str, typer.Option("--yearly", metavar="EURO")] = "",
    once: Annotated[str, typer.Option("--once", metavar="EURO")] = "",
    hours: Annotated[float | None, typer.Option("--hours", metavar="HOURS", min=0)] = None,
    as_json: Json = False,
) -> None:
    """Set the flow to be and the assumptions of a process; what is not named stays."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        before = workspace.processes.find(session.case, name)
        known = before.assumptions
        assumptions = Assumptions(
            digital_percent=_decimal(digital, known.digital_percent),
            rest_minutes=_decimal(rest, known.rest_minutes),
            hourly_rate=_cents(rate, "--rate", known.hourly_rate),
            yearly_cost=_cents(yearly, "--yearly", known.yearly_cost),
            once_cost=_cents(once, "--once", known.once_cost),
            once_hours=_decimal(hours, known.once_hours) or Decimal(0),
        )
        lines = None if to_be is None else workspace.processes.read_lines(to_be)
        sheet = workspace.processes.assume(session, before, assumptions, cases=cases, to_be=lines)
        show(_value(sheet), [_line(sheet, workspace.texts)], as_json=as_json)


@group.command("measure", cls=Command)
def make_measure(
    context: typer.Context,
    case_name: Case,
    name: Annotated[str, typer.Argument(metavar="P-01")],
    *,
    as_json: Json = False,
) -> None:
    """Make a measure of the plan out of a process."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        sheet = workspace.processes.find(session.case, name)
        session.apply(*workspace.processes.to_measure(session.case, sheet))
        measure = session.case.measures[session.case.processes[sheet.id].measure]
        line = workspace.texts("commands.process.measure", code=sheet.code, measure=measure.id, title=measure.title)
        show({"process": sheet.code, "measure": measure.id, "title": measure.title}, [line], as_json=as_json)


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
        case = workspace.cases.load_named(case_name)
        sheet = workspace.processes.find(case, item)
        export = workspace.processes.export_bpmn if form is _Format.BPMN else workspace.processes.export_svg
        export(sheet, flow, file)
        value = {"case": case.id, "process": sheet.code, "flow": flow.value, "file": str(file)}
        show(value, [workspace.texts("commands.process.exported", code=sheet.code, file=file)], as_json=as_json)


def _decimal(number: float | None, known: Decimal | None) -> Decimal | None:
    return known if number is None else Decimal(str(number))


def _cents(euros: str, option: str, known: int) -> int:
    if not euros.strip():
        return known
    cents = parse_amount(euros.strip())
    if cents is None:
        raise AdvisorError(Problem.BAD_VALUE, value=euros, name=option)
    return cents


def _line(sheet: ProcessSheet, texts: Texts) -> str:
    sums = " → ".join(sums_sentence(sums_of(sheet.steps(flow)), texts) for flow in Flow if sheet.steps(flow))
    benefit = benefit_of(sheet)
    gain = "" if benefit is None else benefit_sentence(benefit, texts)
    return "  ".join(filter(None, (sheet.code, sheet.title, sums, gain)))


def _value(sheet: ProcessSheet) -> dict[str, Any]:
    benefit = benefit_of(sheet)
    return {
        "id": sheet.id,
        "code": sheet.code,
        "title": sheet.title,
        "chosen": sheet.chosen,
        "group": sheet.group,
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
