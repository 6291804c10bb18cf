"""Commands for requests as they come in by telephone, and for calls that were promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json, names_in
from advisor_app.cli.recovery import with_recovery
from advisor_app.domain.changes import NoteSet
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.services.requests import OpenCall
    from advisor_app.services.workspace import Workspace

group = new_group()

CallBack = Annotated[str, typer.Option("--call-back", metavar="DAY")]


@group.command("add", cls=Command)
def add_request(  # noqa: PLR0913  # every option is a parameter, all by name
    context: typer.Context,
    *,
    commune: Annotated[str, typer.Option("--commune", metavar="AGS")],
    name: Annotated[str, typer.Option("--name", metavar="NAME")] = "",
    number: Annotated[str, typer.Option("--number", metavar="NUMBER")] = "",
    wish: Annotated[str, typer.Option("--wish", metavar="TEXT")] = "",
    modules: Annotated[str, typer.Option("--modules", metavar="M1,M4")] = "none",
    call_back: CallBack = "",
    as_json: Json = False,
) -> None:
    """Note a request as a new case: commune, name, number, wish and a day to call back."""
    from advisor_app.services.requests import Request, note_request

    with context.obj.open(Access.WRITE) as workspace:
        request = Request(
            commune=workspace.register.get(commune),
            modules=tuple(names_in(modules)),
            name=name,
            number=number,
            wish=wish,
            call_back_on=_day(workspace, call_back),
        )
        session = with_recovery(workspace, lambda: note_request(workspace.cases, workspace.clock, request))
        title = workspace.register.titles(session.case.head.communes)
        line = workspace.texts("commands.request.noted", id=session.case.id, commune=title, wish=wish).rstrip()
        value = {"id": session.case.id, "commune": title, "modules": list(session.case.modules)}
        show(value, [line], as_json=as_json)


@group.command("note", cls=Command)
def note_conversation(
    context: typer.Context,
    case_name: Case,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    *,
    call_back: CallBack = "",
    as_json: Json = False,
) -> None:
    """Keep a conversation, with a day to call back where one was agreed."""
    from advisor_app.services.requests import new_note

    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        note = new_note(workspace.clock, text, _day(workspace, call_back))
        session.apply(NoteSet(note.id, None, note))
        on = None if note.call_back_on is None else note.call_back_on.isoformat()
        title = workspace.register.titles(session.case.head.communes)
        line = workspace.texts("commands.request.noted", id=session.case.id, commune=title, wish=note.words.text)
        show({"case": session.case.id, "note": note.id, "call_back_on": on}, [line], as_json=as_json)


@group.command("done", cls=Command)
def call_made(
    context: typer.Context,
    case_name: Case,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DAY")] = "",
    as_json: Json = False,
) -> None:
    """Tick off the open calls of a case, all of them or those of a day."""
    from advisor_app.services.requests import calls_made

    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        changes = calls_made(session.case, _day(workspace, on))
        if changes:
            session.apply(*changes)
        title = workspace.register.titles(session.case.head.communes)
        words = [change.after.words.text for change in changes if change.after is not None]
        lines = [
            workspace.texts("commands.request.noted", id=session.case.id, commune=title, wish=text).rstrip()
            for text in words
        ]
        value = {"case": session.case.id, "notes": [change.id for change in changes]}
        show(value, lines or [workspace.texts("commands.request.nothing")], as_json=as_json)


@group.command("list", cls=Command)
def list_calls(
    context: typer.Context, *, overdue: Annotated[bool, typer.Option("--overdue")] = False, as_json: Json = False
) -> None:
    """List all open calls of all cases, the oldest first."""
    from advisor_app.services.clock import today
    from advisor_app.services.requests import open_calls

    with context.obj.open(Access.READ) as workspace:
        now = today(workspace.clock)
        calls = [call for call in open_calls(workspace.cases.load_all()) if not overdue or call.on < now]
        lines = [_line(call, workspace) for call in calls] or [workspace.texts("commands.request.nothing")]
        show([_value(call, now, workspace) for call in calls], lines, as_json=as_json)


def _day(workspace: Workspace, text: str) -> date | None:
    from advisor_app.domain.days import read_day
    from advisor_app.services.clock import today

    return read_day(text, today(workspace.clock))


def _value(call: OpenCall, now: date, workspace: Workspace) -> dict[str, Any]:
    return {
        "case": call.case.id,
        "commune": workspace.register.titles(call.case.head.communes),
        "on": call.on.isoformat(),
        "text": call.note.words.text,
        "people": [{"name": item.name, "phone": item.phone, "email": item.email} for item in call.people],
        "overdue": call.on < now,
    }


def _line(call: OpenCall, workspace: Workspace) -> str:
    people = [" ".join(filter(None, (item.name, item.phone or item.email))) for item in call.people]
    return "  ".join(
        filter(
            None,
            (
                format_date(call.on, workspace.texts.language),
                workspace.register.titles(call.case.head.communes),
                call.note.words.text,
                ", ".join(people),
                call.case.id,
            ),
        )
    )
