"""The tables of a document, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from advisor_app.documents.blocks import (
    Annex,
    Block,
    Bullets,
    Callout,
    Code,
    Columns,
    Contents,
    Document,
    FactGrid,
    FactTable,
    Figure,
    Heading,
    KeepTogether,
    KeyFigures,
    PageBreak,
    Paragraph,
    Steps,
    Table,
    TitleBlock,
)
from advisor_app.documents.figure_table import table_of_figure
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.paper_blocks import (
    AddressField,
    CardSheet,
    Framed,
    Picture,
    SignatureLines,
    TickList,
    WritingLines,
)
from advisor_app.documents.theme import load_paper


def has_tables(document: Document) -> bool:
    """Whether a document or one of its figures has a table."""
    return next(tables_of(document), None) is not None


def tables_of(document: Document) -> Iterator[tuple[str, Table]]:
    """Every table of a document and of its figures, each with the heading it stands under."""
    yield from _tables(document, document.blocks, document.title)


def _tables(document: Document, blocks: Iterable[Block], heading: str) -> Iterator[tuple[str, Table]]:
    for block in blocks:
        match block:
            case Heading():
                heading = block.text
            case Annex():
                heading = block.title
            case Table():
                yield heading, block
            case Figure():
                if block.with_table:
                    paper = load_paper()
                    scene = block.chart.scene(paper.sheet.room, paper.tokens.chart, document.texts)
                    yield heading, table_of_figure(scene)
            case KeepTogether() | Framed():
                yield from _tables(document, block.blocks, heading)
                heading = _last_heading(block.blocks, heading)
            case Columns():
                yield from _tables(document, (*block.left, *block.right), heading)
            case (
                TitleBlock()
                | Paragraph()
                | Bullets()
                | KeyFigures()
                | Code()
                | FactGrid()
                | FactTable()
                | Steps()
                | Callout()
                | PageBreak()
                | Contents()
                | WritingLines()
                | ChoiceField()
                | TextField()
                | TickList()
                | SignatureLines()
                | CardSheet()
                | AddressField()
                | Picture()
            ):
                pass
            case _:
                assert_never(block)


def _last_heading(blocks: Iterable[Block], heading: str) -> str:
    return next((block.text for block in reversed(tuple(blocks)) if isinstance(block, Heading)), heading)
