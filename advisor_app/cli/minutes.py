"""Commands for the minutes of workshop days, and for closing a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json, said
from advisor_app.domain.changes import MinutesEntrySet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.minutes import EntryKind, MinutesEntry, in_order
from advisor_app.services.data_lock import Access
from advisor_app.services.minutes import Place
from advisor_app.services.names import named
from advisor_app.texts.digests import digest_words
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.domain.agenda import AgendaDay
    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.services.workspace import Workspace

group = new_group()
day_group = new_group()

Day = Annotated[str, typer.Option("--day", metavar="DAY")]


@group.command("list", cls=Command)
def list_minutes(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List all workshop days with their steps and what was written down, oldest first."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        days = sorted(case.agenda.values(), key=lambda day: (str(day.on or ""), day.module, day.number, day.id))
        value = [_day_value(case, day) for day in days]
        lines = [line for day in days for line in _day_lines(workspace, case, day)]
        show(value, lines or [workspace.texts("commands.minutes.nothing")], as_json=as_json)


@group.command("add", cls=Command)
def add_entry(  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    *,
    kind: Annotated[EntryKind, typer.Option("--kind", metavar="KIND")] = EntryKind.NOTE,
    day_name: Day = "",
    step_name: Annotated[str, typer.Option("--step", metavar="STEP")] = "",
    as_json: Json = False,
) -> None:
    """Write an entry down: who and until are understood as in the window (@Bauamt bis 30.09. …)."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        place = _place(workspace, session.case, day_name, step_name)
        words = said(text, "TEXT", workspace.texts)
        fresh = workspace.minutes.new_entry(place, kind, words)
        entry = workspace.minutes.typed(session.case, fresh, words)
        session.apply(MinutesEntrySet(entry.id, None, entry))
        show({"case": session.case.id, **_value(entry)}, [_line(workspace, entry)], as_json=as_json)


@group.command("export", cls=Command)
def export_minutes(
    context: typer.Context,
    case_name: Case,
    *,
    file: Annotated[Path, typer.Option("--out", metavar="FILE")],
    day_name: Day = "",
    as_json: Json = False,
) -> None:
    """Write the released minutes of a day: as PDF, or to go on with as .docx or .xlsx."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        day = workspace.day_closing.find(case, day_name)
        documents = workspace.documents
        given = documents.input_of(case, "minutes", day.id)
        if file.suffix.lower() == ".pdf":
            documents.create("minutes", given, file)
        else:
            documents.create_copy("minutes", given, file)
        show({"case": case.id, "day": day.id, "file": str(file)}, [str(file)], as_json=as_json)


@day_group.command("close", cls=Command)
def close_day(
    context: typer.Context,
    case_name: Case,
    *,
    folder: Annotated[Path, typer.Option("--out", metavar="FOLDER")],
    day_name: Day = "",
    as_json: Json = False,
) -> None:
    """Close a day: minutes, photos, tasks, one page, calendar and message in a folder; the state is kept."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        closing = workspace.day_closing
        day = closing.find(session.case, day_name)
        closed = closing.write(closing.order(session.case, day), folder)
        try:
            session.apply(*closed.changes)
        except AdvisorError:
            closing.give_up(closed.delivered, closed.files)
            raise
        state = closed.state
        value = {
            "case": session.case.id,
            "day": day.id,
            "working_state": {"number": state.number, "at": state.at.isoformat(), "digest": state.digest},
            "files": [str(item) for item in closed.files],
        }
        words = {"title": day.title, "number": state.number, "digest": digest_words(state.digest)}
        lines = [workspace.texts("commands.minutes.closed", **words)]
        show(value, [*lines, *(str(item) for item in closed.files)], as_json=as_json)


def _place(workspace: Workspace, case: CaseSnapshot, day_name: str, step_name: str) -> Place:
    """The place that is named, else the one at hand; raises AdvisorError: NO_DAY, UNKNOWN_DAY, UNKNOWN_STEP."""
    if not day_name and not step_name:
        found = workspace.minutes.place_at_hand(case)
        if found is None:
            raise AdvisorError(Problem.NO_DAY)
        return found
    days = [workspace.day_closing.find(case, day_name)] if day_name else list(case.agenda.values())
    steps = {step.id: (day, step) for day in days for step in day.steps}
    if not step_name:
        return Place(days[0], None)
    return Place(*steps[named(step_name, steps, Problem.UNKNOWN_STEP)])


def _entries(case: CaseSnapshot, day: AgendaDay) -> tuple[MinutesEntry, ...]:
    return in_order(entry for entry in case.minutes.values() if entry.day == day.id)


def _day_value(case: CaseSnapshot, day: AgendaDay) -> dict[str, Any]:
    return {
        "day": day.id,
        "title": day.title,
        "on": None if day.on is None else day.on.isoformat(),
        "steps": [{"step": step.id, "title": step.title} for step in day.steps],
        "entries": [_value(entry) for entry in _entries(case, day)],
    }


def _value(entry: MinutesEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "day": entry.day,
        "step": entry.step or None,
        "kind": entry.kind.value,
        "at": entry.at.isoformat(),
        "text": entry.words.text,
        "audience": entry.words.audience.name.lower(),
        "who": entry.who,
        "until": None if entry.until is None else entry.until.isoformat(),
        "done": entry.done,
        "measure": entry.measure or None,
    }


def _day_lines(workspace: Workspace, case: CaseSnapshot, day: AgendaDay) -> list[str]:
    on = workspace.texts("documents.open") if day.on is None else format_date(day.on, workspace.texts.language)
    entries = [f"    {_line(workspace, entry)}" for entry in _entries(case, day)]
    return [f"{day.id}  {on}  {day.title}", *(f"  {step.id}  {step.title}" for step in day.steps), *entries]


def _line(workspace: Workspace, entry: MinutesEntry) -> str:
    texts = workspace.texts
    until = "" if entry.until is None else texts("documents.until", day=format_date(entry.until, texts.language))
    return "  ".join(filter(None, (texts(f"minutes.kind.{entry.kind.value}"), entry.words.text, entry.who, until)))
