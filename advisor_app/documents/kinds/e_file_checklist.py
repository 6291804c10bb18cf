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
from advisor_app.documents.parts.e_file import guide_of
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.domain.e_file import AreaState, Need
from advisor_app.domain.e_file_guide import EFileArea
from advisor_app.texts import Texts
from advisor_app.texts.e_file import e_file_word

KIND = "e-file-checklist"

_GAP = "\N{NO-BREAK SPACE}"
_HINTS = ("state", "need", "who")


def build(given: DocumentInput) -> Document:
    """A blank checklist across; raises AdvisorError(NO_E_FILE_GUIDE)."""
    texts = given.texts.of_document(KIND)
    code = sheet_code("M3", given.case.id, KIND)
    document = given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts), code=code)
    return replace(document, orientation=Orientation.LANDSCAPE)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    guide = guide_of(given)
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
            Column(title=texts("need"), weight=1.7),
            Column(title=texts("remark"), weight=2.0),
            Column(title=texts("responsible"), weight=1.2),
        ),
        rows=tuple(_row(texts, number, area) for number, area in guide.numbered()),
        summary=texts("summary"),
        header=1,
        to_write_on=True,
    )
    yield Paragraph(text=guide.note, kind=ParagraphKind.NOTE)


def _row(texts: Texts, number: int, area: EFileArea) -> Row:
    name = Lines(((Run(area.title, strong=True),), (Run(area.about, quiet=True),)))
    state = _ticks(texts, AreaState, area.title, texts("state"))
    need = _ticks(texts, Need, area.title, texts("need"))
    return Row((str(number), name, state, need, "", ""), lines=1)


def _ticks(texts: Texts, kind: type[AreaState | Need], area: str, column: str) -> Text:
    """Boxes with their words in one line; aloud each also says its row and column."""
    found: list[TickBox | Run] = []
    for member in kind:
        word = e_file_word(member, texts)
        spoken = texts("documents.writing.tick", words=f"{area}, {column}: {word}")
        found += [TickBox(spoken), Run(f"{2 * _GAP}{word}{4 * _GAP} ")]
    return tuple(found)
