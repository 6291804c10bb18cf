"""The checklist of functional areas of an electronic file: what there is, what is needed, who takes care; blank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Fact,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    Text,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Orientation, TickBox
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.texts import Texts

KIND = "e-file-checklist"

AREAS = (
    "mail-room",
    "e-mail",
    "filing-plan",
    "metadata",
    "search",
    "editing",
    "workflow",
    "signature",
    "procedures",
    "rights",
    "logging",
    "inspection",
    "retention",
    "mobile",
    "bodies",
    "administration",
)
"""Functional areas in the order of the paper's life; our own list, worded without any product."""

_STATES = ("no", "partly", "yes")
_NEEDS = ("must", "should", "could")
_GAP = "\N{NO-BREAK SPACE}"
_HINTS = ("state", "need", "who")


def build(given: DocumentInput) -> Document:
    """A blank checklist across."""
    texts = given.texts.of_document(KIND)
    code = sheet_code("M3", given.case.id, KIND)
    document = given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts), code=code)
    return replace(document, orientation=Orientation.LANDSCAPE)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    yield Bullets(tuple(texts(f"hints.{name}") for name in _HINTS))
    yield Table(
        columns=(
            Column(title=texts("number")),
            Column(title=texts("area"), weight=2.2),
            Column(title=texts("state"), weight=1.7),
            Column(title=texts("need"), weight=1.5),
            Column(title=texts("remark"), weight=2.2),
            Column(title=texts("responsible"), weight=1.2),
        ),
        rows=tuple(_row(texts, number, area) for number, area in enumerate(AREAS, start=1)),
        summary=texts("summary"),
        header=1,
        to_write_on=True,
    )
    yield Paragraph(text=texts("own-list"), kind=ParagraphKind.NOTE)


def _row(texts: Texts, number: int, area: str) -> Row:
    title = texts(f"areas.{area}")
    name = Lines(((Run(title, strong=True),), (Run(texts(f"about.{area}"), quiet=True),)))
    state = _ticks(texts, "states", _STATES, title, texts("state"))
    need = _ticks(texts, "needs", _NEEDS, title, texts("need"))
    return Row((str(number), name, state, need, "", ""), lines=1)


def _ticks(texts: Texts, group: str, names: tuple[str, ...], area: str, column: str) -> Text:
    """Boxes with their words in one line; aloud each also says its row and column."""
    found: list[TickBox | Run] = []
    for name in names:
        word = texts(f"{group}.{name}")
        spoken = texts("documents.writing.tick", words=f"{area}, {column}: {word}")
        found += [TickBox(spoken), Run(f"{2 * _GAP}{word}{4 * _GAP} ")]
    return tuple(found)
