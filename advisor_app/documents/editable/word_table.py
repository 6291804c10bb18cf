"""Tables of a text document: a head that repeats, rows that stay whole, columns as wide as their content asks for."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as TextDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from advisor_app.documents.blocks import Align, Cell, Column, Fact, LevelChip, Lines, Row, RowKind, Run, Table, Text
from advisor_app.documents.editable.plain import plain, spoken
from advisor_app.documents.editable.word_format import (
    GRID,
    add_link,
    added_row,
    describe_table,
    keep_whole,
    repeat_as_head,
    shade,
)
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.theme import PaperTheme, Style

_POINTS_PER_CHARACTER = 5.2
"""What a character of a table takes on average, margins of the cell not counted."""

_CELL_MARGINS = 12.0
_LABEL_SHARE = 0.32
_WIDEST_FITTED = 0.32

_ALIGNMENTS = {
    Align.START: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.END: WD_ALIGN_PARAGRAPH.RIGHT,
}


class WordTables:
    """Adds tables to a text document; ``room`` is the width of its text in points."""

    def __init__(self, made: TextDocument, theme: PaperTheme) -> None:
        self._made = made
        self._theme = theme
        self._room = theme.sheet.room

    def add(self, table: Table) -> None:
        """A table with its head."""
        widths = self._widths(table)
        word = self._empty(1, widths, table.summary)
        for cell, column in zip(word.rows[0].cells, table.columns, strict=True):
            self._fill(cell, (Run(column.title, strong=True),), column.align)
            shade(cell, self._theme.colour("sunken"))
        repeat_as_head(word.rows[0])
        for row in table.rows:
            self._add_row(word, row, table.columns, widths)

    def add_facts(self, facts: Sequence[Fact]) -> None:
        """Labels with their values, one below the other."""
        widths = [self._room * _LABEL_SHARE, self._room * (1 - _LABEL_SHARE)]
        word = self._empty(len(facts), widths, "")
        for row, fact in zip(word.rows, facts, strict=True):
            keep_whole(row)
            self._fill(row.cells[0], (Run(fact.label, strong=True),))
            self._fill(row.cells[1], fact.value)

    def _empty(self, rows: int, widths: Sequence[float], summary: str) -> WordTable:
        word: WordTable = self._made.add_table(rows, len(widths))
        word.style = GRID
        word.autofit = False
        for column, width in zip(word.columns, widths, strict=True):
            column.width = Pt(width)
        for row in word.rows:
            _set_widths(row.cells, widths)
        if summary:
            describe_table(word, summary)
        return word

    def _add_row(self, word: WordTable, row: Row, columns: Sequence[Column], widths: Sequence[float]) -> None:
        cells = added_row(word).cells
        _set_widths(cells, widths)
        if row.kind is RowKind.GROUP:
            merged = cells[0].merge(cells[-1])
            self._fill(merged, row.cells[0], strong=True)
            shade(merged, self._theme.colour("primary_soft"))
            return
        for cell, content, column in zip(cells, row.cells, columns, strict=False):
            self._fill(cell, content, column.align, strong=row.kind is RowKind.TOTAL)

    def _fill(self, cell: _Cell, content: Cell, align: Align = Align.START, *, strong: bool = False) -> None:
        texts = content.texts if isinstance(content, Lines) else (content,)
        for index, text in enumerate(texts):
            line = cell.paragraphs[0] if not index else cell.add_paragraph()
            line.alignment = _ALIGNMENTS[align]
            line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
            add_text(line, text, size=self._theme.styles[Style.CELL].size, strong=strong)

    def _widths(self, table: Table) -> list[float]:
        """Points per column: those of weight 0 by their longest line, the others share what is left."""
        fitted = [0.0 if column.weight else self._fitted(table, place) for place, column in enumerate(table.columns)]
        weights = sum(column.weight for column in table.columns)
        left = self._room - sum(fitted)
        if not weights:
            return [width * self._room / sum(fitted) for width in fitted]
        return [
            left * column.weight / weights if column.weight else width
            for column, width in zip(table.columns, fitted, strict=True)
        ]

    def _fitted(self, table: Table, place: int) -> float:
        cells = [row.cells[place] for row in table.rows if row.kind is not RowKind.GROUP and place < len(row.cells)]
        lines = [table.columns[place].title, *(line for cell in cells for line in _lines(cell))]
        longest = max(map(len, lines)) * _POINTS_PER_CHARACTER + _CELL_MARGINS
        return min(longest, self._room * _WIDEST_FITTED)


def add_text(line: Paragraph, text: Text, *, size: float | None = None, strong: bool = False) -> None:
    """Words with their emphasis; a chip is its figure, where it has none its words."""
    for item in (Run(text),) if isinstance(text, str) else text:
        if isinstance(item, LevelChip):
            run = line.add_run(plain(_mark(item)))
            run.bold = True
        elif isinstance(item, TickBox):
            run = line.add_run("☑" if item.ticked else "☐")
        elif item.address:
            add_link(line, item.text, item.address)
            continue
        else:
            run = line.add_run(plain(item.text))
            run.bold = True if strong or item.strong else None
            run.italic = True if item.italic else None
        if size is not None:
            run.font.size = Pt(size)


def _mark(chip: LevelChip) -> str:
    return str(chip.mark) if isinstance(chip.mark, int) else chip.mark.value or chip.words


def _lines(cell: Cell) -> list[str]:
    texts = cell.texts if isinstance(cell, Lines) else (cell,)
    return [line for text in texts for line in spoken(text).split("\n")] or [""]


def _set_widths(cells: Sequence[_Cell], widths: Sequence[float]) -> None:
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Pt(width)
