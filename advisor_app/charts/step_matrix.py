"""A matrix of five steps by five, with tokens in its cells: what every matrix of two ratings is drawn by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from advisor_app.charts.scene import Anchor, Area, Circle, Fill, Line, Point, Rect
from advisor_app.charts.sketch import LegendItem, Sketch

STEPS = range(1, 6)
"""The steps of both axes: columns to the right, rows upwards."""

DOT = 22
"""Diameter of a token's dot in units."""

Cell = tuple[int, int]
"""Column and row of a cell, both from 1 to 5."""

CellBox = tuple[float, float, float, float]
"""Left edge, top, width and height of a cell."""

_LOWEST_ROW = 64
_MOST_NAMED = 15
_DASH = (2.0, 2.0)


@dataclass(frozen=True, slots=True)
class MatrixToken:
    """A thing in a cell: its printed number, its words (a tool tip), and how its dot is drawn around a centre."""

    id: str
    words: str
    cell: Cell
    draw: Callable[[Point, float], None]


@dataclass(frozen=True, slots=True)
class LegendDot:
    """A dot that the legend explains; see :func:`draw_dot`."""

    look: str
    inside: str
    words: str
    is_dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixGround:
    """What tokens stand on: the words of both axes and of the corners, and the tint of each cell that has one.

    ``is_low``: rows are as low as their tokens allow, where height is dear.
    """

    row_axis: str
    column_axis: str
    corners: Mapping[Cell, str]
    tint: Callable[[Cell], Fill | None]
    is_low: bool = False


class MatrixDrawing:
    """The matrix being drawn. Rows grow with the fullest of their cells, so that no token hides another."""

    def __init__(self, sketch: Sketch, ground: MatrixGround, tokens: Iterable[MatrixToken]) -> None:
        self.sketch, self.ground = sketch, ground
        self.left = sketch.units(20)
        self.cell_width = (sketch.width - self.left) / len(STEPS)
        self.tokens: dict[Cell, list[MatrixToken]] = defaultdict(list)
        for token in tokens:
            self.tokens[token.cell].append(token)
        caption = sketch.style.caption
        every = [token for tokens in self.tokens.values() for token in tokens]
        self.label_width = max((sketch.text_width(token.id, caption) for token in every), default=0.0)
        beside = sketch.units(DOT + 4) + self.label_width + sketch.units(10)
        self.is_stacked = beside > self.cell_width - sketch.units(8)
        if self.is_stacked:
            self.size = (max(sketch.units(DOT + 4), self.label_width + 2), sketch.units(DOT + 6) + caption.line)
        else:
            self.size = (beside, sketch.units(DOT + 4))
        self.words = self._corner_words()
        self.tops = self._row_tops()

    def cells(self) -> dict[Cell, CellBox]:
        """Where every cell stands."""
        return {(column, row): self.cell((column, row)) for column in STEPS for row in STEPS}

    def cell(self, place: Cell) -> CellBox:
        """Left edge, top, width and height of a cell."""
        column, row = place
        x = self.left + (column - 1) * self.cell_width
        return x, self.tops[row], self.cell_width, self.tops[row - 1] - self.tops[row]

    def draw(self, legend: Iterable[LegendDot]) -> float:
        """Draw everything, the legend below; returns the height."""
        sketch, caption = self.sketch, self.sketch.style.caption
        sketch.text((0, caption.line / 2), self.ground.row_axis, caption, role="ink2")
        self._draw_cells()
        self._draw_axes()
        self._draw_words()
        for place, tokens in self.tokens.items():
            self._draw_tokens(place, tokens)
        bottom = self.tops[0] + sketch.units(6) + 2 * caption.line
        return sketch.legend([self._legend_item(dot) for dot in legend], bottom + sketch.units(8), anchor="start")

    def _legend_item(self, dot: LegendDot) -> LegendItem:
        sketch, size = self.sketch, self.sketch.units(DOT)

        def draw(x: float, middle: float) -> None:
            draw_dot(sketch, dot.look, dot.inside, (x + size / 2, middle), size / 2, is_dashed=dot.is_dashed)

        return LegendItem(dot.words, size, draw, size)

    # Places

    def _row_tops(self) -> list[float]:
        """Upper edge of each row; the entry 0 is the lower edge of them all."""
        tops = [0.0] * (len(STEPS) + 1)
        y = self.sketch.style.caption.line + self.sketch.units(8)
        for row in reversed(STEPS):
            tops[row] = y
            fullest = max(self._needed(len(self.tokens.get((column, row), ()))) for column in STEPS)
            least = self._needed(1) if self.ground.is_low else self.sketch.units(_LOWEST_ROW)
            y += max(fullest, least) + self._word_room(row)
        tops[0] = y
        return tops

    def _needed(self, count: int) -> float:
        rows = ceil(count / self._tokens_in_a_row())
        return rows * self.size[1] + self.sketch.units(16)

    def _tokens_in_a_row(self) -> int:
        return max(1, int((self.cell_width - self.sketch.units(8)) / self.size[0]))

    def _word_room(self, row: int) -> float:
        """Room for the corners' words in the highest and the lowest row."""
        lines = [len(words) for (_, other), words in self.words.items() if other == row]
        return max(lines) * self.sketch.style.caption.line + self.sketch.units(2) if lines else 0.0

    # Parts

    def _draw_cells(self) -> None:
        sketch = self.sketch
        for row in STEPS:
            for column in STEPS:
                tint = self.ground.tint((column, row))
                if tint is not None:
                    sketch.add(Rect(*self.cell((column, row)), tint))
        for step in STEPS:
            x = self.left + step * self.cell_width
            top, bottom = self._span_beside_words(x)
            sketch.add(Line((x, top), (x, bottom), sketch.hairline("grid")))
            y = self.tops[step]
            sketch.add(Line((self.left, y), (sketch.width, y), sketch.hairline("grid")))

    def _draw_axes(self) -> None:
        sketch, caption = self.sketch, self.sketch.style.caption
        bottom = self.tops[0]
        stroke = sketch.stroke("line_strong")
        sketch.add(Line((self.left, self.tops[5]), (self.left, bottom), stroke))
        sketch.add(Line((self.left, bottom), (sketch.width, bottom), stroke))
        below = bottom + sketch.units(6) + caption.line / 2
        for step in STEPS:
            x, y, width, height = self.cell((step, step))
            sketch.text((self.left - sketch.units(8), y + height / 2), str(step), caption, role="ink2", anchor="end")
            sketch.text((x + width / 2, below), str(step), caption, role="ink2", anchor="middle")
        place = (sketch.width, below + caption.line)
        sketch.text(place, self.ground.column_axis, caption, role="ink2", anchor="end")

    def _corner_words(self) -> dict[Cell, tuple[str, ...]]:
        """The corners' words, broken so that two of them fit beside each other."""
        room = self.cell_width * 2.4 - self.sketch.units(8)
        return {
            corner: self.sketch.break_lines(words, room, self.sketch.style.caption, weight=600).lines
            for corner, words in self.ground.corners.items()
        }

    def _word_place(self, corner: Cell) -> Point:
        """Where the words of a corner begin: their outer edge and their top."""
        (column, row), pad = corner, self.sketch.units(6)
        x, y, width, height = self.cell(corner)
        tall = len(self.words[corner]) * self.sketch.style.caption.line
        return (
            x + pad if column == STEPS[0] else x + width - pad,
            y + pad / 2 if row == STEPS[-1] else y + height - pad / 2 - tall,
        )

    def _span_beside_words(self, x: float) -> tuple[float, float]:
        """From where to where a line between two columns goes: not through the words of the corners."""
        sketch, caption = self.sketch, self.sketch.style.caption
        top, bottom, pad = self.tops[STEPS[-1]], self.tops[0], sketch.units(3)
        for (column, row), lines in self.words.items():
            edge, above = self._word_place((column, row))
            width = max(sketch.text_width(line, caption, weight=600) for line in lines)
            left = edge if column == STEPS[0] else edge - width
            if not left - pad < x < left + width + pad:
                continue
            if row == STEPS[-1]:
                top = max(top, above + len(lines) * caption.line)
            else:
                bottom = min(bottom, above)
        return top, bottom

    def _draw_words(self) -> None:
        for corner, lines in self.words.items():
            anchor: Anchor = "start" if corner[0] == STEPS[0] else "end"
            place = self._word_place(corner)
            self.sketch.paragraph(place, lines, self.sketch.style.caption, role="ink2", weight=600, anchor=anchor)

    def _draw_tokens(self, place: Cell, tokens: Sequence[MatrixToken]) -> None:
        x, y, width, height = self.cell(place)
        room = self._word_room(place[1])
        middle = y + height / 2 + (room / 2 if place[1] == STEPS[-1] else -room / 2 if place[1] == 1 else 0.0)
        rows = ceil(len(tokens) / self._tokens_in_a_row())
        in_a_row = ceil(len(tokens) / rows)
        for number, token in enumerate(tokens):
            row, column = divmod(number, in_a_row)
            in_this_row = min(in_a_row, len(tokens) - row * in_a_row)
            left = x + width / 2 + (column - in_this_row / 2) * self.size[0]
            top = middle + (row - rows / 2) * self.size[1]
            self._draw_token(token, left, top)

    def _draw_token(self, token: MatrixToken, left: float, top: float) -> None:
        sketch, (width, height) = self.sketch, self.size
        radius = sketch.units(DOT) / 2
        anchor: Anchor
        if self.is_stacked:
            centre = (left + width / 2, top + sketch.units(3) + radius)
            place, anchor = (centre[0], centre[1] + radius + sketch.style.caption.line / 2), "middle"
        else:
            centre = (left + sketch.units(3) + radius, top + height / 2)
            place, anchor = (centre[0] + radius + sketch.units(4), centre[1]), "start"
        token.draw(centre, radius)
        sketch.text(place, token.id, sketch.style.caption, anchor=anchor)
        sketch.mark(Area(token.id, token.words, left, top, width, height))


def draw_dot(sketch: Sketch, look: str, words: str, centre: Point, radius: float, *, is_dashed: bool = False) -> None:
    """A dot in the look of a bar of the theme (``a`` to ``c``) with a letter or figure in it."""
    bar = sketch.style.bars[look]
    dash = _DASH if is_dashed else bar.dash
    sketch.add(Circle(centre, radius, Fill(bar.fill), sketch.stroke(bar.stroke, 1.25, dash)))
    sketch.text(centre, words, sketch.style.caption, role=bar.text, weight=600, anchor="middle")


def below(sketch: Sketch, words: str, top: float) -> float:
    """A remark below a matrix, nothing where there is none; returns the bottom edge."""
    if not words:
        return top
    lines = sketch.break_lines(words, sketch.width, sketch.style.caption).lines
    return sketch.paragraph((0, top + sketch.units(8)), lines, sketch.style.caption, role="ink2")


def spoken(opening: str, rated: Sequence[str], summary: str, unrated: str) -> str:
    """What a matrix tells those who do not see it: each rated thing while they are few, else their summary.

    ``rated`` and ``unrated`` have no full stop yet; ``unrated`` is empty where everything is rated.
    """
    named = [summary] if len(rated) > _MOST_NAMED else [f"{sentence}." for sentence in rated]
    return " ".join((opening, *named, *([f"{unrated}."] if unrated else [])))
