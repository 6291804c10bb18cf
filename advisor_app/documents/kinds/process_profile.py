"""The homework before module 2: candidates for the example process, one sheet each."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Contents,
    Document,
    Fact,
    Heading,
    PageBreak,
    Paragraph,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.paper_blocks import Tick, TickList, WritingLines
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.texts import Texts

KIND = "process-profile"

_INTRODUCTION = "introduction"
_CANDIDATES = 3
_CRITERIA = ("frequent", "tedious", "several", "ours")
_RECEIVED = ("paper", "mail", "counter", "phone", "online")


def build(given: DocumentInput) -> Document:
    """A cover that says what is asked for, and a blank profile for each of three candidates."""
    texts = given.texts.of_document(KIND)
    code = sheet_code("M2", given.case.id, KIND)
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts), code=code)


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What is asked for, and until when."""
    texts = given.texts.of_document(KIND)
    return (EditableSection(_INTRODUCTION, texts("introduction-title"), texts("introduction")),)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    yield from written(given, KIND, section_of(sections(given), _INTRODUCTION))
    yield Paragraph(text=texts("criteria-intro"), introduces=True)
    yield Bullets(tuple(texts(f"criteria.{name}") for name in _CRITERIA))
    yield WritingLines(label=texts("back"), count=1)
    yield WritingLines(label=texts("filled-in-by"), count=2)
    yield Contents()
    for number in range(1, _CANDIDATES + 1):
        yield PageBreak()
        yield from _candidate(texts, number)


def _candidate(texts: Texts, number: int) -> Iterator[Block]:
    def lines(name: str, count: int = 1) -> WritingLines:
        return WritingLines(label=texts(f"fields.{name}"), count=count)

    yield Heading(2, texts("candidate", number=number))
    yield lines("name", 2)
    yield Columns((lines("office"), lines("cases")), (lines("law"), lines("procedure")))
    yield lines("in-the-room", 3)
    yield Paragraph(text=texts("received"), introduces=True)
    yield TickList(ticks=tuple(Tick(text=texts(f"ways.{name}")) for name in _RECEIVED), columns=3)
    yield lines("trouble", 7)
    yield lines("wish", 6)
