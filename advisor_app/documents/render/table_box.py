"""Tables on paper: hairlines instead of boxes, heads that repeat, rows that stay whole where a page can hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from advisor_app.documents.blocks import RowKind
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.text_box import TextBox
from advisor_app.override import override

PADDING = 3.25
"""Room above and below the text of a cell."""

_GROUP_PADDING = 9.0
_FEWEST_ROWS = 2
_ONE_LINE = 12.0
"""Room left in a row that is meant for one line of handwriting at most."""
_FEWEST_LINES = 3
"""Lines of a row higher than a page that begin it at the foot of another."""


@dataclass(frozen=True, slots=True)
class CellBox:
    """Paragraphs of one cell, ``x`` points from the table's left edge."""

    x: float
    texts: tuple[TextBox, ...]

    @property
    def height(self) -> float:
        """Height of the text."""
        return fsum(text.height for text in self.texts)

    def part(self, room: float) -> tuple[CellBox, CellBox]:
        """Part the cell at a line; both parts may be empty."""
        first: list[TextBox] = []
        for index, text in enumerate(self.texts):
            if text.height <= room + 0.01:
                first.append(text)
                room -= text.height
                continue
            count = max(0, int((room + 0.01) / text.leading))
            rest = text
            if count:
                first.append(replace(text, lines=text.lines[:count], height=count * text.leading))
                rest = replace(text, lines=text.lines[count:], height=text.height - count * text.leading)
            return replace(self, texts=tuple(first)), replace(self, texts=(rest, *self.texts[index + 1 :]))
        return self, replace(self, texts=())


@dataclass(frozen=True, slots=True)
class RowBox:
    """One row, at least ``room`` points high; ``open_below`` where it goes on on the next page."""

    cells: tuple[CellBox, ...]
    kind: RowKind
    open_below: bool = False
    room: float = 0.0

    @property
    def above(self) -> float:
        """Room above the text."""
        return _GROUP_PADDING if self.kind is RowKind.GROUP else PADDING

    @property
    def height(self) -> float:
        """Height with the room around the text."""
        return max(self.room, self.above + max((cell.height for cell in self.cells), default=0.0) + PADDING)

    def part(self, room: float) -> tuple[RowBox, RowBox] | None:
        """Part a row that no page can hold; None where too little of it would come first."""
        room -= self.above + PADDING
        leading = max(text.leading for cell in self.cells for text in cell.texts)
        if room < _FEWEST_LINES * leading:
            return None
        parts = [cell.part(room) for cell in self.cells]
        first = RowBox(tuple(part[0] for part in parts), self.kind, open_below=True)
        return first, replace(self, cells=tuple(part[1] for part in parts), room=0.0)

    def draw(self, surface: Surface, x: float, y: float) -> None:
        """Draw the text of the row."""
        slack = self.height - self.above - PADDING - max((cell.height for cell in self.cells), default=0.0)
        # Beside one line of handwriting print stands in the middle, beside several at the top.
        shift = slack / 2 if 0 < slack < _ONE_LINE else 0.0
        for cell in self.cells:
            below = y + self.above + shift
            for text in cell.texts:
                text.draw(surface, x + cell.x, below)
                below += text.height


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBox(Box):
    """Rows below their head; ``continued`` where an earlier page began the table, whose head then is a repetition.

    ``bars`` are the places of hairlines between columns.
    """

    head: RowBox | None
    rows: tuple[RowBox, ...]
    width: float
    continued: bool = False
    bars: tuple[float, ...] = ()

    @property
    @override
    def minimum(self) -> float:
        """The head and enough rows to begin with: a group row and a row before the total are not enough."""
        count = next((index for index, row in enumerate(self.rows) if row.kind is not RowKind.GROUP), 0) + 1
        if len(self.rows) == count + 1 and self.rows[-1].kind is RowKind.TOTAL:
            count += 1
        return self._head_height + fsum(row.height for row in self.rows[:count])

    @override
    def part(self, room: float, page: float) -> tuple[Box, Box] | None:
        used = self._head_height
        count = 0
        while count < len(self.rows) and used + self.rows[count].height <= room + 0.01:
            used += self.rows[count].height
            count += 1
        if count < len(self.rows) and self.rows[count].height > page - self._head_height:
            parts = self.rows[count].part(room - used)
            if parts is not None:
                return self._parts((*self.rows[:count], parts[0]), (parts[1], *self.rows[count + 1 :]))
        count = self._better(count)
        return self._parts(self.rows[:count], self.rows[count:]) if count else None

    def _better(self, count: int) -> int:
        """Fewer rows where a group row would end the page, or the last row, a total above all, begin the next alone."""
        if count == len(self.rows) - 1 and (count > _FEWEST_ROWS or self.rows[-1].kind is RowKind.TOTAL):
            count -= 1
        while count > 0 and self.rows[count - 1].kind is RowKind.GROUP:
            count -= 1
        return count

    def _parts(self, first: tuple[RowBox, ...], rest: tuple[RowBox, ...]) -> tuple[TableBox, TableBox]:
        upper = table_box(self, first, continued=self.continued)
        return upper, table_box(self, rest, continued=True)

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head is not None else 0.0

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        line = surface.theme.tokens.line
        if self.head is not None:
            if self.continued:
                with surface.artifact("Pagination"):
                    self.head.draw(surface, x, y)
            else:
                self.head.draw(surface, x, y)
            y += self.head.height
            surface.rule(x, y, self.width, line["rule"], "ink2")
        else:
            surface.rule(x, y, self.width, line["hairline"], "line")
        self._draw_bars(surface, x, y)
        for index, row in enumerate(self.rows):
            row.draw(surface, x, y)
            y += row.height
            below = self.rows[index + 1].kind if index + 1 < len(self.rows) else None
            if below is None and not row.open_below:
                surface.rule(x, y, self.width, line["hairline"], "line_strong")
            elif below is RowKind.TOTAL:
                surface.rule(x, y, self.width, line["rule"], "line_strong")
            elif below is not None:
                surface.rule(x, y, self.width, line["hairline"], "line")

    def _draw_bars(self, surface: Surface, x: float, y: float) -> None:
        """Hairlines between columns, left out where a row goes across all of them."""
        hairline = surface.theme.tokens.line["hairline"]
        for row in self.rows:
            if row.kind is not RowKind.GROUP:
                for bar in self.bars:
                    surface.upright(x + bar, y, row.height, hairline, "line")
            y += row.height


def table_box(like: TableBox, rows: Sequence[RowBox], *, continued: bool) -> TableBox:
    """The same table with other rows."""
    head = like.head.height if like.head is not None else 0.0
    kept = tuple(rows)
    return replace(like, rows=kept, continued=continued, height=head + fsum(row.height for row in kept))
