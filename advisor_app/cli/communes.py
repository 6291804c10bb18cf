"""Commands for the register of communes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json
from advisor_app.domain.months import parse_start
from advisor_app.services.data_lock import Access
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date, format_decimal

if TYPE_CHECKING:
    from advisor_app.domain.commune import Commune
    from advisor_app.domain.register_update import RegisterUpdate
    from advisor_app.services.workspace import Workspace

group = new_group()


@group.command("find", cls=Command)
def find(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    *,
    limit: Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1)] = 20,
    as_json: Json = False,
) -> None:
    """Find communes, the best ones first."""
    with context.obj.open(Access.READ) as workspace:
        found = workspace.register.index.find(text, limit)
        lines = [_line(commune, workspace.texts) for commune in found]
        show([_value(commune) for commune in found], lines, as_json=as_json)


@group.command("source", cls=Command)
def source(context: typer.Context, *, as_json: Json = False) -> None:
    """Tell the register's source and day."""
    with context.obj.open(Access.READ) as workspace:
        notice = workspace.register.notice
        value = {
            "title": notice.title,
            "attribution": notice.attribution,
            "source": notice.source,
            "area_status": notice.area_status.isoformat(),
            "population_status": notice.population_status.isoformat(),
        }
        language = workspace.texts.language
        line = workspace.texts(
            "commands.communes.source",
            attribution=notice.attribution,
            area=format_date(notice.area_status, language),
            population=format_date(notice.population_status, language),
        )
        show(value, [line], as_json=as_json)


@group.command("import", cls=Command)
def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    *,
    preview: Annotated[bool, typer.Option("--preview")] = False,
    as_json: Json = False,
) -> None:
    """Compare the register with an official file and take over what is newer."""
    with context.obj.open(Access.READ if preview else Access.WRITE) as workspace:
        update = workspace.register.preview_import(file)
        if not preview:
            workspace.register.apply_import(update, file.name)
        show(_report(update, file), _report_lines(update, workspace), as_json=as_json)


@group.command("vanished", cls=Command)
def vanished(context: typer.Context, *, as_json: Json = False) -> None:
    """List communes that official files no longer contain and whose successor is unknown."""
    with context.obj.open(Access.READ) as workspace:
        missing, texts = workspace.register.vanished, workspace.texts
        lines = [
            texts(
                "commands.communes.vanished-since",
                key=commune.key,
                title=commune.title,
                day=format_date(commune.missing_since, texts.language),
            )
            for commune in missing
        ]
        value = [{**_named(commune), "missing_since": commune.missing_since.isoformat()} for commune in missing]
        show(value, lines or [texts("commands.communes.vanished-none")], as_json=as_json)


@group.command("merge", cls=Command)
def merge(
    context: typer.Context,
    gone: Annotated[str, typer.Argument(metavar="AGS")],
    successor: Annotated[str, typer.Argument(metavar="NEW_AGS")],
    *,
    on: Annotated[str, typer.Option("--on", metavar="DAY")] = "",
    as_json: Json = False,
) -> None:
    """Record that a commune has merged into another."""
    with context.obj.open(Access.WRITE) as workspace:
        register = workspace.register
        ended = register.get(gone)
        united = register.merge(ended, register.get(successor), _day(on))
        line = workspace.texts("register.merged", gone=ended.title, successor=united.title)
        show({"merged": _named(ended), "successor": _value(united)}, [line], as_json=as_json)


@group.command("dissolve", cls=Command)
def dissolve(
    context: typer.Context,
    gone: Annotated[str, typer.Argument(metavar="AGS")],
    *,
    on: Annotated[str, typer.Option("--on", metavar="DAY")] = "",
    as_json: Json = False,
) -> None:
    """Record that a commune has no successor."""
    with context.obj.open(Access.WRITE) as workspace:
        ended = workspace.register.get(gone)
        workspace.register.dissolve(ended, _day(on))
        line = workspace.texts("register.dissolved", gone=ended.title)
        show({"dissolved": _named(ended), "successor": None}, [line], as_json=as_json)


@group.command("undo", cls=Command)
def undo(context: typer.Context, *, as_json: Json = False) -> None:
    """Take back the last change to the register."""
    with context.obj.open(Access.WRITE) as workspace:
        what = workspace.register.undo()
        line = workspace.texts(f"commands.communes.{'nothing-to-undo' if what is None else 'undone'}", what=what)
        show({"undone": what}, [line], as_json=as_json)


@group.command("redo", cls=Command)
def redo(context: typer.Context, *, as_json: Json = False) -> None:
    """Bring back the change to the register that was taken back last."""
    with context.obj.open(Access.WRITE) as workspace:
        what = workspace.register.redo()
        line = workspace.texts(f"commands.communes.{'nothing-to-redo' if what is None else 'redone'}", what=what)
        show({"redone": what}, [line], as_json=as_json)


def _day(text: str) -> date | None:
    return parse_start(text) if text else None


def _value(commune: Commune) -> dict[str, Any]:
    return {
        "id": commune.id,
        "key": commune.key,
        "name": commune.name,
        "title": commune.title,
        "kind": commune.kind.value,
        "designation": commune.designation,
        "district": commune.district,
        "population": commune.population,
        "status_date": None if commune.status_date is None else commune.status_date.isoformat(),
        "former_names": list(commune.former_names),
        "former_keys": list(commune.former_keys),
        "own": commune.own,
    }


def _line(commune: Commune, texts: Texts) -> str:
    population = "–" if commune.population is None else format_decimal(commune.population, 0, texts.language)
    is_district = commune.key is not None and commune.key[:5] == commune.district_key and commune.key.endswith("000")
    words = [commune.title, "" if is_district else commune.district]
    words.append(texts("commands.communes.population", count=population))
    return f"{commune.key or commune.id}  {', '.join(filter(None, words))}"


def _named(commune: Commune) -> dict[str, Any]:
    return {"key": commune.key, "name": commune.name}


def _report(update: RegisterUpdate, file: Path) -> dict[str, Any]:
    by_id = {commune.id: commune for commune in update.result}
    return {
        "file": str(file),
        "added": [_named(commune) for commune in update.added],
        "renamed": [{**_named(item.after), "before": item.before.name} for item in update.renamed],
        "rekeyed": [{**_named(item.after), "before": item.before.key} for item in update.rekeyed],
        "changed": [{**_named(item.after), "fields": list(item.figures)} for item in update.changed if item.figures],
        "merged": [{**_named(item.gone), "successor": _named(by_id[item.successor])} for item in update.mergers],
        "vanished": [_named(commune) for commune in update.vanished],
        "kept": [{**_named(item.current), "reason": item.reason.value} for item in update.kept],
        "outdated": [{"key": entry.key, "name": entry.name} for entry in update.outdated],
        "confirmed": len(update.confirmed),
        "unchanged": len(update.unchanged),
    }


def _report_lines(update: RegisterUpdate, workspace: Workspace) -> Iterator[str]:
    texts = workspace.texts
    by_id = {commune.id: commune for commune in update.result}

    def line(sentence: str, **fields: object) -> str:
        return texts(f"commands.communes.{sentence}", **fields)

    for commune in update.added:
        yield line("added", title=commune.title, key=commune.key)
    for item in update.renamed:
        yield line("renamed", before=item.before.title, after=item.after.title, key=item.after.key)
    for item in update.rekeyed:
        yield line("rekeyed", title=item.after.title, before=item.before.key, after=item.after.key)
    for item in update.changed:
        if item.figures:
            names = texts.joined([texts(f"commands.communes.figure.{name}") for name in item.figures])
            yield line("changed", title=item.after.title, key=item.after.key, fields=names)
    for merger in update.mergers:
        yield line("merged", gone=merger.gone.title, successor=by_id[merger.successor].title)
    for commune in update.vanished:
        yield line("vanished", title=commune.title, key=commune.key)
    for kept in update.kept:
        yield line("kept", title=kept.current.title, reason=texts(f"commands.communes.reason.{kept.reason.value}"))
    for entry in update.outdated:
        yield line("outdated", name=entry.name, key=entry.key)
    yield line("rest", confirmed=len(update.confirmed), unchanged=len(update.unchanged))
