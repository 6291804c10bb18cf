"""The command that puts documents of a case together for printing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.data_lock import Access
from advisor_app.services.print_packs import MOST_COPIES, Copies, write_pack


def make_pack(
    context: typer.Context,
    case_name: Case,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE")],
    wanted: Annotated[list[str], typer.Option("--of", metavar="KIND:ITEM=COPIES")],
    duplex: Annotated[bool, typer.Option("--duplex")] = False,
    as_json: Json = False,
) -> None:
    """Write several documents, each as often as it is wanted, as one PDF."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        packs = workspace.print_packs
        items = packs.gather(case, [copies_named(text) for text in wanted])
        file = out / packs.file_name(case) if out.is_dir() else out
        pack = packs.draw(items, duplex=duplex)
        write_pack(pack, file)
        documents = [
            {"kind": item.kind, "item": item.given.item or None, "title": item.title, "copies": item.copies}
            for item in items
        ]
        value = {
            "case": case.id,
            "file": str(file),
            "documents": documents,
            "duplex": duplex,
            "pages": pack.pages,
            "blank_backs": pack.blank,
            "sheets": pack.sheets,
        }
        words = workspace.texts(
            "commands.documents.packed", file=file, pages=pack.pages, blank=pack.blank, sheets=pack.sheets
        )
        show(value, [*(f"{item.copies} × {item.title}" for item in items), words], as_json=as_json)


def copies_named(text: str) -> Copies:
    """What ``module-handout:M4=12`` names; one copy where no number stands. Raises AdvisorError(BAD_VALUE)."""
    document, mark, number = text.partition("=")
    kind, _, item = document.partition(":")
    digits = number if mark else "1"
    known = digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_COPIES))
    if not kind or not known or not 1 <= int(digits) <= MOST_COPIES:
        raise AdvisorError(Problem.BAD_VALUE, value=text, name="--of")
    return Copies(kind, item, int(digits))
