"""The command that tells what was changed in a case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case as CaseName
from advisor_app.cli.parameters import Json
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.services.history import Entry
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts


def history(
    context: typer.Context,
    case_name: CaseName,
    *,
    question: Annotated[str, typer.Option("--question", metavar="4.5.1")] = "",
    as_json: Json = False,
) -> None:
    """Show who changed what and when, oldest first."""
    with context.obj.open(Access.READ) as workspace:
        entries = _all_entries(workspace, case_name, question)
        show(
            [_as_json(entry) for entry in entries],
            (line for entry in entries for line in _lines(entry, workspace.texts)),
            as_json=as_json,
        )


def _all_entries(workspace: Workspace, case_name: str, question: str) -> list[Entry]:
    from advisor_app.services.history import Selection

    case = workspace.cases.load_named(case_name)
    selection = Selection(question=question)
    found: list[Entry] = []
    before: int | None = None
    while True:
        page = workspace.history.page(case, selection, before=before, count=1000)
        found += page.entries
        if page.older is None:
            return found[::-1]
        before = page.older


def _as_json(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.row,
        "at": entry.at.isoformat(),
        "author": entry.author,
        "device": entry.device,
        "kind": entry.kind,
        "title": entry.title,
        "fields": [{"label": item.label, "before": item.before, "after": item.after} for item in entry.fields],
        "why": entry.why,
        "undone": entry.undone,
        "takes_back": entry.taken_back.value if entry.taken_back else None,
        "adopted": entry.adopted,
    }


def _lines(entry: Entry, texts: Texts) -> Iterator[str]:
    local = entry.at.astimezone(LOCAL)
    marks = [texts(f"history.{entry.taken_back.value}", title="").rstrip(": ")] if entry.taken_back else []
    marks += [texts("history.undone")] if entry.undone else []
    marks += [texts("history.adopted")] if entry.adopted else []
    head = (f"{format_date(local.date(), texts.language)} {local:%H:%M}", entry.author, entry.title, *marks, entry.why)
    yield "  ".join(filter(None, head))
    nothing = texts("history.nothing")
    for item in entry.fields:
        label = f"{item.label}: " if item.label else ""
        yield f"    {label}{_one_line(item.before) or nothing} → {_one_line(item.after) or nothing}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
