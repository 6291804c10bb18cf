"""Commands for the agendas of workshop days."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json
from advisor_app.domain.agenda import coded_days, days_in_order, find_step, state_of
from advisor_app.domain.agenda_replan import ReplanChoice, ReplannedStep, StepFate
from advisor_app.domain.agenda_schedule import Finding, agreed_end, laid_out
from advisor_app.domain.errors import Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.data_lock import Access
from advisor_app.services.names import named
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.domain.agenda import AgendaDay
    from advisor_app.domain.agenda_replan import Replan
    from advisor_app.domain.agenda_schedule import ScheduledStep
    from advisor_app.services.workspace import Workspace

group = new_group()

_TIMES = ("%H:%M", "%Y-%m-%dT%H:%M")
_NO_YEAR = 1900  # what the library gives a time of day
Day = Annotated[str, typer.Option("--day", metavar="DAY")]


@group.command("list", cls=Command)
def list_days(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List all workshop days with the times of their steps and what does not fit."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        days = list(coded_days(case.agenda.values()))
        lines = [line for code, day in days for line in _day_lines(workspace, code, day)]
        value = [_day_value(code, day) for code, day in days]
        show(value, lines or [workspace.texts("commands.agenda.nothing")], as_json=as_json)


@group.command("export", cls=Command)
def export_days(
    context: typer.Context,
    case_name: Case,
    *,
    file: Annotated[Path, typer.Option("--out", metavar="FILE.ics")],
    day_name: Day = "",
    as_json: Json = False,
) -> None:
    """Write a day, or all days that have a date, as a calendar file."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        if day_name:
            days = [workspace.agendas.find(case, day_name)]
        else:
            days = [day for day in days_in_order(case.agenda.values()) if day.on is not None]
            days = days or [workspace.agendas.find(case)]
        workspace.agendas.export_calendar(case, days, file)
        value = {"case": case.id, "days": [day.id for day in days], "file": str(file)}
        show(value, [workspace.texts("commands.agenda.exported", count=len(days), file=str(file))], as_json=as_json)


@group.command("replan", cls=Command)
def replan_day(  # noqa: PLR0913  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    *,
    day_name: Day = "",
    at: Annotated[datetime | None, typer.Option("--at", metavar="TIME", formats=[*_TIMES])] = None,
    drop: Annotated[str, typer.Option("--drop", metavar="STEP,…")] = "",
    later: Annotated[int, typer.Option("--later", metavar="MINUTES", min=0, max=600)] = 0,
    apply: Annotated[bool, typer.Option("--apply")] = False,
    as_json: Json = False,
) -> None:
    """Plan the rest of a day anew: without a choice as the program proposes; nothing is changed without --apply."""
    with context.obj.open(Access.WRITE if apply else Access.READ) as workspace:
        session = workspace.cases.open_named(case_name)
        agendas = workspace.agendas
        day = agendas.find(session.case, day_name)
        now = _instant(at, day, workspace)
        choice = agendas.proposal(day, now)
        if drop or later:
            names = [name.strip() for name in drop.split(",") if name.strip()]
            steps = [step.id for step in day.steps]
            chosen = frozenset(named(name, steps, Problem.UNKNOWN_STEP) for name in names)
            choice = ReplanChoice(drop=chosen, end_later=later)
        plan = agendas.replan(session.case, day, now, choice)
        changes = agendas.changes(session.case, plan)
        if apply and changes:
            session.apply(*changes)
        value = {"case": session.case.id, "day": day.id, "applied": apply and bool(changes), **_plan_value(plan)}
        show(value, _plan_lines(workspace, day, plan), as_json=as_json)


def _instant(at: datetime | None, day: AgendaDay, workspace: Workspace) -> datetime:
    """Now, or a local time; one without a date is of the day, or of today where the day has none."""
    now: datetime = workspace.clock.now()
    if at is None:
        return now
    on = (day.on or now.astimezone(LOCAL).date()) if at.year == _NO_YEAR else at.date()
    return datetime.combine(on, at.time(), LOCAL).astimezone(UTC)


def _day_value(code: str, day: AgendaDay) -> dict[str, Any]:
    layout = laid_out(day)
    agreed = agreed_end(day)
    return {
        "code": code,
        "day": day.id,
        "module": day.module,
        "title": day.title,
        "on": None if day.on is None else day.on.isoformat(),
        "start": f"{day.start:%H:%M}",
        "ends": f"{layout.ends:%H:%M}",
        "agreed_end": None if agreed is None else f"{agreed:%H:%M}",
        "steps": [_step_value(item) for item in layout.steps],
        "findings": [
            {"kind": item.kind.value, "step": item.step or None, "minutes": item.minutes} for item in layout.findings
        ],
    }


def _step_value(item: ScheduledStep) -> dict[str, Any]:
    step = item.step
    return {
        "step": step.id,
        "title": step.title,
        "kind": step.kind.value,
        "begins": f"{item.begins:%H:%M}",
        "ends": f"{item.ends:%H:%M}",
        "minutes": step.minutes,
        "minimum_minutes": step.minimum_minutes,
        "pinned": None if step.pinned is None else f"{step.pinned:%H:%M}",
        "group": step.group or None,
        "state": state_of(step).value,
        "started": None if step.started is None else step.started.isoformat(),
        "ended": None if step.ended is None else step.ended.isoformat(),
    }


def _day_lines(workspace: Workspace, code: str, day: AgendaDay) -> list[str]:
    texts, layout = workspace.texts, laid_out(day)
    on = texts("documents.open") if day.on is None else format_date(day.on, texts.language)
    lines = [f"{code}  {on}  {day.start:%H:%M}–{layout.ends:%H:%M}  {day.title}"]
    lines += [f"  {item.begins:%H:%M}–{item.ends:%H:%M}  {item.step.id}  {_titled(item)}" for item in layout.steps]
    return [*lines, *(f"  ! {_finding(workspace, day, item)}" for item in layout.findings)]


def _titled(item: ScheduledStep) -> str:
    return f"{item.step.title} ({item.step.group})" if item.step.group else item.step.title


def _finding(workspace: Workspace, day: AgendaDay, finding: Finding) -> str:
    step = find_step(day, finding.step)
    title = "" if step is None else step.title
    return workspace.texts(f"agenda.finding.{finding.kind.value}", minutes=finding.minutes, title=title)


def _plan_value(plan: Replan) -> dict[str, Any]:
    return {
        "fits": plan.fits,
        "end": plan.end.isoformat(),
        "ends_before": plan.ends_before.isoformat(),
        "ends": plan.ends.isoformat(),
        "end_later": plan.choice.end_later,
        "shortfalls": [{"before": item.before or None, "minutes": item.minutes} for item in plan.shortfalls],
        "steps": [
            {
                "step": item.step.id,
                "title": item.step.title,
                "fate": item.fate.value,
                "minutes_before": item.step.minutes,
                "minutes": item.minutes,
                "begins_before": item.begins_before.isoformat(),
                "begins": None if item.begins is None else item.begins.isoformat(),
            }
            for item in plan.steps
        ],
    }


def _plan_lines(workspace: Workspace, day: AgendaDay, plan: Replan) -> list[str]:
    texts = workspace.texts
    lines = [_step_line(workspace, item) for item in plan.steps]
    for item in plan.shortfalls:
        step = find_step(day, item.before)
        key = "short" if step is None else "short-before"
        lines.append(texts(f"commands.agenda.{key}", minutes=item.minutes, title="" if step is None else step.title))
    times = {"before": f"{plan.ends_before.astimezone(LOCAL):%H:%M}", "after": f"{plan.ends.astimezone(LOCAL):%H:%M}"}
    return [*lines, texts("commands.agenda.ends", **times)]


def _step_line(workspace: Workspace, item: ReplannedStep) -> str:
    begins = "–    " if item.begins is None else f"{item.begins.astimezone(LOCAL):%H:%M}"
    fate = "" if item.fate is StepFate.KEPT else workspace.texts(f"agenda.fate.{item.fate.value}")
    minutes = f"{item.step.minutes}" if item.fate is StepFate.KEPT else f"{item.step.minutes} → {item.minutes}"
    return "  ".join(filter(None, (begins, f"{minutes} min", item.step.title, fate)))
