"""A measure of the plan on one sheet, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Column,
    Columns,
    Document,
    Fact,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Tick, TickList, WritingLines
from advisor_app.texts import Texts

KIND = "measure-sheet"

_RATINGS = 5
_MILESTONES = 3


def build(given: DocumentInput) -> Document:
    """A blank sheet for one measure."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    def lines(name: str, count: int = 1) -> WritingLines:
        return WritingLines(label=texts(f"fields.{name}"), count=count)

    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    yield lines("name")
    yield lines("goal", 2)
    yield lines("steps", 3)
    yield Columns((lines("dimension"), lines("responsible")), (lines("builds-on"), lines("participants")))
    yield Columns(_rating(texts, "benefit"), _rating(texts, "effort"))
    yield Paragraph(text=texts("priority"), kind=ParagraphKind.NOTE)
    yield Columns((lines("start"), lines("once"), lines("funding")), (lines("end"), lines("yearly"), lines("state")))
    yield Columns((lines("indicator"), lines("risk")), (lines("target"), lines("remedy")))
    yield Table(
        columns=(
            Column(title=texts("number")),
            Column(title=texts("documents.milestone"), weight=3),
            Column(title=texts("documents.due"), weight=1),
        ),
        rows=tuple(Row((str(number), "", ""), lines=1) for number in range(1, _MILESTONES + 1)),
        summary=texts("documents.milestones"),
        to_write_on=True,
    )


def _rating(texts: Texts, name: str) -> tuple[Block, ...]:
    """Boxes from 1 to 5 in one row."""
    ticks = tuple(Tick(text=str(number)) for number in range(1, _RATINGS + 1))
    return Heading(4, texts(name)), TickList(ticks=ticks, columns=_RATINGS)
