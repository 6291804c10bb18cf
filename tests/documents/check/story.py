"""What a document should tell, element by element, from its blocks; and what a finished file does tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from advisor_app.documents.blocks import (
    Annex,
    Block,
    Bullets,
    Callout,
    Cell,
    Code,
    Columns,
    Contents,
    Document,
    Fact,
    FactGrid,
    FactTable,
    Figure,
    Heading,
    Inline,
    KeepTogether,
    KeyFigures,
    LevelChip,
    Lines,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Run,
    Steps,
    Table,
    Text,
    TitleBlock,
    inside,
)
from advisor_app.documents.figure_table import table_of_figure
from advisor_app.documents.form_blocks import ChoiceField, FormBlock, TextField
from advisor_app.documents.paper_blocks import (
    AddressField,
    CardSheet,
    Framed,
    PaperBlock,
    Picture,
    SignatureLines,
    TickBox,
    TickList,
    WritingLines,
)
from advisor_app.documents.render.characters import Characters
from advisor_app.documents.render.fonts import register_fonts
from advisor_app.documents.theme import load_paper
from advisor_app.texts import Texts
from tests.documents.check.tagged import Node

_INLINE = frozenset({"Span", "Link", "Reference", "Form"})
_BESIDE = frozenset({"TOC", "Figure"})
"""What is compared by tests of its own: contents with the bookmarks, pictures with their charts."""


@dataclass(frozen=True)
class Said:
    """An element that holds text, and the text with single blanks."""

    role: str
    text: str


def told_by_file(root: Node) -> list[Said]:
    """Elements with text of their own, in reading order; empty cells count, other empty elements do not."""
    return [item for item in _told(root) if item.text or item.role in {"TH", "TD"}]


def _told(node: Node) -> Iterator[Said]:
    if node.role in _BESIDE:
        return
    blocks = [child for child in node.children if child.role not in _INLINE]
    if blocks or node.role in {"Document", "Div", "L", "LI", "Table", "THead", "TBody", "TR"}:
        for child in blocks:
            yield from _told(child)
    else:
        yield Said(node.role, " ".join(node.text.replace("\N{SOFT HYPHEN}", "").split()))


def told_by_blocks(document: Document) -> list[Said]:
    """What the document's blocks say, as the file should tell it."""
    teller = _Teller(document.texts)
    found = [item for block in document.blocks for item in teller.block(block)]
    return [item for item in found if item.text or item.role in {"TH", "TD"}]


class _Teller:
    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._characters = Characters(register_fonts())
        self._depth = 1

    def block(self, block: Block) -> Iterator[Said]:
        """The elements of a block."""
        match block:
            case TitleBlock():
                self._depth = 1
                yield self._say("H1", block.title)
                yield self._say("P", block.subtitle)
                yield from self._facts(block.facts)
            case Heading():
                if said := self._say("", block.text).text:
                    self._depth = min(block.level, self._depth + 1)
                    yield Said(f"H{self._depth}", said)
            case Annex():
                yield from self.block(Heading(2, block.title))
            case Paragraph():
                yield self._say("P", block.text)
            case Bullets():
                written = filter(lambda said: said.text, (self._say("LBody", item) for item in block.items))
                for number, item in enumerate(written, 1):
                    yield from (Said("Lbl", f"{number}." if block.numbered else "•"), item)
            case KeyFigures():
                for figure in block.figures:
                    yield from (self._say("P", figure.value), self._say("P", figure.label))
            case Code():
                yield from (self._say("P", block.words), self._say("P", "-".join(block.groups)))
            case FactGrid() | FactTable():
                yield from self._facts(block.facts)
            case Table():
                yield from self._table(block)
            case Figure():
                yield self._say("P", block.caption)
                if block.with_table:
                    theme = load_paper()
                    scene = block.chart.scene(theme.sheet.room, theme.tokens.chart, self._texts)
                    yield from self._table(table_of_figure(scene))
            case Callout():
                yield from (self._say("P", text) for text in block.paragraphs)
            case KeepTogether() | Framed() | Columns():
                yield from self._blocks(inside(block))
            case (
                WritingLines()
                | TickList()
                | SignatureLines()
                | CardSheet()
                | AddressField()
                | Picture()
                | ChoiceField()
                | TextField()
            ):
                yield from self._paper(block)
            case Steps() | PageBreak() | Contents():
                pass
            case _:
                assert_never(block)

    def _paper(self, block: PaperBlock | FormBlock) -> Iterator[Said]:
        match block:
            case WritingLines():
                yield self._say("P", block.label)
            case TickList():
                for tick in block.ticks:
                    yield from (self._say("Lbl", tick.mark), self._say("LBody", tick.text))
            case SignatureLines():
                yield from (self._say("P", label) for label in block.labels)
            case CardSheet():
                yield self._say("H1", block.title)
                for card in block.cards:
                    yield from (self._say("P", text) for text in (card.figure, card.title, card.text, card.area))
            case AddressField():
                yield from (self._say("P", line) for line in (block.sender, *block.recipient))
                yield from self._facts(block.information)
            case Picture():
                yield self._say("P", block.caption)
            case ChoiceField():
                yield from (self._say("P", f"{option.mark} {option.text}") for option in block.options)
            case TextField():
                yield self._say("P", f"{block.label} {block.unit}")
            case _:
                assert_never(block)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Said]:
        for block in blocks:
            yield from self.block(block)

    def _facts(self, facts: Iterable[Fact]) -> Iterator[Said]:
        for fact in facts:
            yield self._say("TH", fact.label)
            yield from self._cell("TD", fact.value)

    def _table(self, table: Table) -> Iterator[Said]:
        yield from (self._say("TH", column.title) for column in table.columns)
        for row in table.rows:
            yield from self._row(row, table.header)

    def _row(self, row: Row, header: int) -> Iterator[Said]:
        for index, cell in enumerate(row.cells):
            is_header = row.kind is RowKind.GROUP or index == header
            yield from self._cell("TH" if is_header else "TD", cell)

    def _cell(self, role: str, cell: Cell) -> Iterator[Said]:
        if isinstance(cell, Lines) and len(cell.texts) > 1:
            yield from (self._say("P", text) for text in cell.texts)
        elif isinstance(cell, Lines):
            yield self._say(role, cell.texts[0] if cell.texts else "")
        else:
            yield self._say(role, cell)

    def _say(self, role: str, text: Text) -> Said:
        runs = (Run(text),) if isinstance(text, str) else text
        return Said(role, " ".join("".join(map(self._aloud, runs)).split()))

    def _aloud(self, run: Inline) -> str:
        match run:
            case Run():
                return self._characters.clean(run.text)
            case LevelChip():
                return run.words
            case TickBox():  # a place to write has words of its own
                return ""
            case _:
                assert_never(run)
