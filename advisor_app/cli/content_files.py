"""Commands that write content packs as workbooks, take them in, and write schemas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.guard import FAILED
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json

if TYPE_CHECKING:
    from advisor_app.exchange.workbook.problems import CellFinding
    from advisor_app.services.pack_exchange import ImportedPack
    from advisor_app.texts import Texts


def export_pack(
    context: typer.Context,
    pack: Annotated[str, typer.Argument(metavar="PACK")],
    file: Annotated[Path, typer.Option("--out", metavar="FILE.xlsx")],
    *,
    as_json: Json = False,
) -> None:
    """Write a pack as a workbook."""
    from advisor_app.services import pack_exchange

    texts = context.obj.texts
    written = pack_exchange.export_pack(context.obj.folder, texts, pack, file)
    value = {"file": str(written.file), "sheets": written.sheets, "rows": written.rows}
    line = texts("commands.content.workbook-written", file=written.file, sheets=written.sheets, rows=written.rows)
    show(value, [line], as_json=as_json)


def import_pack(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx")],
    folder: Annotated[Path, typer.Option("--out", metavar="FOLDER")],
    *,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    as_json: Json = False,
) -> None:
    """Make a pack of a workbook; with errors nothing is written and the command fails."""
    from advisor_app.services import pack_exchange

    imported = pack_exchange.import_pack(context.obj.folder, context.obj.texts, file, folder, replace=replace)
    show(_value(imported, context.obj.texts), _lines(imported, context.obj.texts), as_json=as_json)
    if imported.folder is None:
        raise typer.Exit(FAILED)


def write_schemas(
    context: typer.Context,
    folder: Annotated[Path, typer.Option("--out", metavar="FOLDER")],
    *,
    as_json: Json = False,
) -> None:
    """Write the JSON schemas of the packs' files."""
    from advisor_app.services import pack_exchange

    written = pack_exchange.write_schemas(folder)
    line = context.obj.texts("commands.content.schemas-written", count=len(written), folder=folder)
    show([str(path) for path in written], [line], as_json=as_json)


def _lines(imported: ImportedPack, texts: Texts) -> Iterator[str]:
    from advisor_app.exchange.workbook.pack_workbook import sentence

    for finding in imported.findings:
        yield sentence(finding, texts)
    if imported.folder is None:
        errors = sum(finding.severity.value == "error" for finding in imported.findings)
        yield texts("commands.content.workbook-refused", count=errors)
        return
    yield texts("commands.content.workbook-taken", folder=imported.folder, files=len(imported.files))
    if imported.gone:
        yield texts("commands.content.workbook-gone", files=", ".join(imported.gone))


def _value(imported: ImportedPack, texts: Texts) -> dict[str, Any]:
    from advisor_app.exchange.workbook.pack_workbook import sentence

    return {
        "folder": None if imported.folder is None else str(imported.folder),
        "files": list(imported.files),
        "gone": list(imported.gone),
        "findings": [_finding(finding, sentence(finding, texts)) for finding in imported.findings],
    }


def _finding(finding: CellFinding, words: str) -> dict[str, str]:
    return {"sheet": finding.sheet, "cell": finding.cell, "sentence": words, "severity": finding.severity.value}
