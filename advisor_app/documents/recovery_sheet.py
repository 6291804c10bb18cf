"""The recovery sheet: one page with the code that opens the data when device and passphrase are lost.

It belongs to a data folder, not to a case, so it is not among the kinds of documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutKind,
    Code,
    Document,
    Fact,
    FactTable,
    Heading,
    Margins,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.wording import Wording
from advisor_app.texts import Texts
from advisor_app.whole_file import hand_out

KIND = "recovery-sheet"
_TO_FILL_IN = "…" * 24
_BULLETS = {"keep": ("safe", "apart", "copies"), "use": ("start", "choose", "type", "renew"), "end": ("newer", "older")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetInput:
    """What stands on a sheet: the code in groups, by which it is told from others, and whose data it opens."""

    code: str = field(repr=False)
    number: str
    profile: str
    device: str
    adviser: str
    provider: str
    made_on: date
    texts: Texts


def create_recovery_sheet(given: SheetInput, file: Path) -> None:
    """Write the sheet as a PDF that only the user can read; raises AdvisorError(FILE_NOT_WRITABLE)."""
    hand_out(file, render_recovery_sheet(given), private=True)


def render_recovery_sheet(given: SheetInput) -> bytes:
    """The sheet as a PDF."""
    from advisor_app.documents.render.pdf import render

    return render(build(given), lambda _: None).data


def build(given: SheetInput) -> Document:
    """The sheet."""
    texts, wording = given.texts, Wording(given.texts)
    title = texts("recovery-sheet.title")
    number = texts("recovery-sheet.number", number=given.number)
    return Document(
        kind=KIND,
        title=f"{title} {given.number}",
        subject=texts("recovery-sheet.subtitle"),
        author=", ".join(filter(None, (given.provider, given.adviser))),
        created=given.made_on,
        texts=texts,
        margins=Margins(
            house=given.provider or "Beraterkoffer",
            occasion=texts("recovery-sheet.confidential"),
            state=texts("documents.as-of", day=wording.day(given.made_on)),
            name=title,
            version=number,
        ),
        blocks=tuple(_blocks(given)),
    )


def _blocks(given: SheetInput) -> Iterator[Block]:
    texts, wording = given.texts, Wording(given.texts)
    yield TitleBlock(title=texts("recovery-sheet.title"), subtitle=texts("recovery-sheet.subtitle"))
    yield Paragraph(text=texts("recovery-sheet.purpose"))
    yield Code(tuple(given.code.split("-")), texts("recovery-sheet.code"))
    yield Paragraph(text=texts("recovery-sheet.letters"), kind=ParagraphKind.NOTE)
    yield Callout((texts("recovery-sheet.warning"),), CalloutKind.ATTENTION)
    for section, bullets in _BULLETS.items():
        yield Heading(2, texts(f"recovery-sheet.{section}.head"))
        yield Bullets(tuple(texts(f"recovery-sheet.{section}.{name}") for name in bullets))
    yield Heading(2, texts("recovery-sheet.about"))
    yield FactTable(
        (
            Fact(texts("recovery-sheet.number-head"), given.number),
            Fact(texts("recovery-sheet.made-on"), wording.day(given.made_on)),
            Fact(texts("recovery-sheet.adviser"), wording.or_open(given.adviser)),
            Fact(texts("recovery-sheet.device"), wording.or_open(given.device)),
            Fact(texts("recovery-sheet.profile"), given.profile),
            Fact(texts("recovery-sheet.filed"), _TO_FILL_IN),
        )
    )
