"""Commands for content packs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.guard import FAILED
from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.content.check import Inspection
    from advisor_app.content.counts import PackCounts
    from advisor_app.content.dated import Doubtful
    from advisor_app.content.findings import ContentFinding
    from advisor_app.domain.freshness import Doubt
    from advisor_app.texts import Texts


_PRESSING = frozenset({"expired", "check-due"})
"""Doubts about facts that make the command fail; uncertain and old ones are only listed."""

group = new_group()


@group.command("check", cls=Command)
def check(
    context: typer.Context,
    folders: Annotated[list[Path] | None, typer.Argument(metavar="FOLDER")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Check content packs; warnings alone are no failure. Without errors it tells what each pack holds."""
    from advisor_app.services.content_check import check_content

    inspection = check_content(context.obj.folder, context.obj.texts, folders or ())
    show(
        [_value(finding) for finding in inspection.findings],
        _lines(inspection, context.obj.texts),
        as_json=as_json,
    )
    if _has_errors(inspection):
        raise typer.Exit(FAILED)


@group.command("facts", cls=Command)
def facts(
    context: typer.Context,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DAY")] = "",
    as_json: Json = False,
) -> None:
    """List what is expired, due for checking, uncertain or old; fails where something is expired or due."""
    from advisor_app.domain.months import parse_start
    from advisor_app.services.clock import SystemClock, today
    from advisor_app.services.content_check import doubtful_content

    texts = context.obj.texts
    day = parse_start(on) if on else today(SystemClock())
    found = doubtful_content(context.obj.folder, texts, day)
    lines = [_doubtful_line(item, texts) for item in found]
    show([_doubtful_value(item) for item in found], [*lines, *_sums(found, texts, day)], as_json=as_json)
    if any(doubt.value in _PRESSING for item in found for doubt in item.doubts):
        raise typer.Exit(FAILED)


def _has_errors(inspection: Inspection) -> bool:
    return any(finding.severity.value == "error" for finding in inspection.findings)


def _lines(inspection: Inspection, texts: Texts) -> Iterator[str]:
    for finding in inspection.findings:
        yield f"{finding.file}:{finding.line}: {finding.sentence}"
    if not inspection.findings:
        yield texts("commands.content.sound")
    if not _has_errors(inspection):
        yield from _table(inspection.counts, texts)


def _table(counts: Sequence[PackCounts], texts: Texts) -> Iterator[str]:
    """One line per pack below a head, names at the left, figures at the right."""
    if not counts:
        return
    columns = [field.name for field in fields(counts[0]) if field.name != "translated"]
    head = [texts(f"commands.content.counts.{name}") for name in columns]
    head += [texts("commands.content.counts.translated", language=item.language) for item in counts[0].translated]
    rows = [head]
    for pack in counts:
        translated = [f"{item.done}/{item.total}" for item in pack.translated]
        rows.append([*(str(getattr(pack, name)) for name in columns), *translated])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    for row in rows:
        names = [text.ljust(width) for text, width in zip(row[:2], widths[:2], strict=True)]
        figures = [text.rjust(width) for text, width in zip(row[2:], widths[2:], strict=True)]
        yield "  ".join((*names, *figures))


def _value(finding: ContentFinding) -> dict[str, Any]:
    return {
        "file": str(finding.file),
        "line": finding.line,
        "sentence": finding.sentence,
        "severity": finding.severity.value,
    }


def _doubtful_line(item: Doubtful, texts: Texts) -> str:
    said = texts(
        "commands.content.doubtful",
        kind=texts(f"commands.content.kind.{item.entry.kind.value}"),
        id=item.entry.id,
        reasons=", ".join(_reason(item, doubt, texts) for doubt in item.doubts),
        text=item.entry.text,
    )
    return f"{item.file}:{item.line}: {said}"


def _reason(item: Doubtful, doubt: Doubt, texts: Texts) -> str:
    from advisor_app.texts.numbers import format_date

    entry = item.entry
    days = {"expired": entry.valid_to, "check-due": entry.check, "old": entry.as_of}
    day = days.get(doubt.value)
    return texts(
        f"commands.content.doubt.{doubt.value}",
        day="" if day is None else format_date(day, texts.language),
        certainty=texts(f"commands.content.certainty.{entry.certainty.value}"),
    )


def _sums(found: Sequence[Doubtful], texts: Texts, on: date) -> Iterator[str]:
    from advisor_app.domain.freshness import Doubt
    from advisor_app.texts.numbers import format_date

    sums = {doubt.value.replace("-", "_"): sum(doubt in item.doubts for item in found) for doubt in Doubt}
    yield texts("commands.content.sums", on=format_date(on, texts.language), **sums)


def _doubtful_value(item: Doubtful) -> dict[str, Any]:
    entry = item.entry
    return {
        "file": str(item.file),
        "line": item.line,
        "kind": entry.kind.value,
        "id": entry.id,
        "text": entry.text,
        "as_of": _iso(entry.as_of),
        "valid_to": _iso(entry.valid_to),
        "check": _iso(entry.check),
        "certainty": entry.certainty.value,
        "doubts": [doubt.value for doubt in item.doubts],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
