"""Collects the shapes of a scene: places text by the font's own widths, breaks lines, lays out legends and chips."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor_app.charts.font_metrics import Weight, load_font_metrics
from advisor_app.charts.scene import (
    Anchor,
    Area,
    ChartStyle,
    DataTable,
    Fill,
    Rect,
    Scene,
    Shape,
    Stroke,
    Text,
    TextStyle,
)

# A line may break at a blank and after a hyphen, a dash or a slash, never at a no-break space.
_PIECES = re.compile(r"[^ \-–/]*[\-–/]+ *|[^ \-–/]+ *| +")
_ROUNDED = 1e-6
"""A text in the very room that it was measured for fits, however its widths were added up."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text broken into lines; ``split`` tells that a word had to be broken inside."""

    lines: tuple[str, ...]
    width: float
    split: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text that stays on one line, with its width and its width without the blanks at its end."""

    text: str
    full: float
    bare: float


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One entry of a legend: ``draw`` paints the sample from a left edge around a middle height."""

    words: str
    width: float
    draw: Callable[[float, float], None]
    height: float = 0.0


class Sketch:
    """A scene in the making, ``width`` wide; lengths given in units are scaled with :meth:`units`."""

    def __init__(self, width: float, style: ChartStyle) -> None:
        self.width = width
        self.style = style
        self._fonts = load_font_metrics()
        self._shapes: list[Shape] = []
        self._areas: list[Area] = []
        self._pieces: dict[tuple[str, float, Weight], tuple[_Piece, ...]] = {}

    def units(self, length: float) -> float:
        """A length of the design (1 unit = 1 logical pixel in the light theme) in this theme."""
        return length * self.style.unit

    def stroke(self, role: str, width: float = 1.0, dash: Sequence[float] = ()) -> Stroke:
        """A stroke with width and dash given in units."""
        return Stroke(role, self.units(width), tuple(self.units(length) for length in dash))

    def hairline(self, role: str, dash: Sequence[float] = ()) -> Stroke:
        """The theme's thinnest stroke, for rules and grids."""
        return Stroke(role, self.style.hairline, tuple(self.units(length) for length in dash))

    def add(self, *shapes: Shape) -> None:
        """Put shapes on top of what is there."""
        self._shapes.extend(shapes)

    def mark(self, area: Area) -> None:
        """Name a place of the picture."""
        self._areas.append(area)

    # Text

    def text_width(self, text: str, style: TextStyle, weight: Weight = 400) -> float:
        """Width of a text as it will be drawn."""
        return self._fonts.width(self._fonts.drawable(text), style.size, weight)

    def text(
        self,
        place: tuple[float, float],
        text: str,
        style: TextStyle,
        *,
        role: str = "ink",
        weight: Weight = 400,
        anchor: Anchor = "start",
    ) -> None:
        """Put one line of text at a place whose height is the middle of the capitals."""
        x, middle = place
        baseline = middle + self._fonts.cap_height(style.size, weight) / 2
        drawable = self._fonts.drawable(text)
        if drawable:
            self.add(Text((x, baseline), drawable, style.size, role, weight, anchor))

    def paragraph(
        self,
        place: tuple[float, float],
        lines: Sequence[str],
        style: TextStyle,
        *,
        role: str = "ink",
        weight: Weight = 400,
        anchor: Anchor = "start",
    ) -> float:
        """Put lines below each other from a top edge; returns the bottom edge."""
        x, top = place
        for number, line in enumerate(lines):
            self.text((x, top + (number + 0.5) * style.line), line, style, role=role, weight=weight, anchor=anchor)
        return top + len(lines) * style.line

    def break_lines(
        self, text: str, width: float, style: TextStyle, *, weight: Weight = 400, balanced: bool = False
    ) -> Paragraph:
        """Break a text at a width; ``balanced`` makes the lines about equally long without adding one."""
        greedy = self._greedy(text, width, style, weight)
        if not balanced or len(greedy.lines) < 2 or greedy.split:
            return greedy
        best, low, high = greedy, greedy.width / len(greedy.lines), greedy.width
        for _ in range(8):
            middle = (low + high) / 2
            attempt = self._greedy(text, middle, style, weight)
            if len(attempt.lines) > len(greedy.lines) or attempt.split:
                low = middle
            else:
                best, high = attempt, middle
        return best

    def _greedy(self, text: str, width: float, style: TextStyle, weight: Weight) -> Paragraph:
        lines: list[tuple[str, float]] = []
        line, used, split = "", 0.0, False
        for piece in self._pieces_of(text, style, weight):
            if used + piece.bare <= width + _ROUNDED:
                line, used = line + piece.text, used + piece.full
                continue
            if line:
                lines.append((line, used))
            if piece.bare <= width + _ROUNDED:
                line, used = piece.text, piece.full
                continue
            *broken, line = self._break_word(piece.text, width, style, weight)
            lines += [(part, self._fonts.width(part, style.size, weight)) for part in broken]
            used = self._fonts.width(line, style.size, weight)
            split = split or bool(broken)
        if line:
            lines.append((line, used))
        blank = self._fonts.width(" ", style.size, weight)
        widest = max((used - blank * (len(line) - len(line.rstrip(" "))) for line, used in lines), default=0.0)
        return Paragraph(tuple(line.rstrip(" ") for line, _ in lines), widest, split)

    def _pieces_of(self, text: str, style: TextStyle, weight: Weight) -> tuple[_Piece, ...]:
        """The pieces between which a text may break; kept, as layouts try a text at many widths."""
        key = (text, style.size, weight)
        pieces = self._pieces.get(key)
        if pieces is None:
            pieces = self._pieces[key] = tuple(
                _Piece(
                    piece,
                    self._fonts.width(piece, style.size, weight),
                    self._fonts.width(piece.rstrip(" "), style.size, weight),
                )
                for piece in _PIECES.findall(self._fonts.drawable(text))
            )
        return pieces

    def _break_word(self, word: str, width: float, style: TextStyle, weight: Weight) -> Iterator[str]:
        """The pieces of a word that is wider than a line, each but the last with a hyphen."""
        while True:
            bare = word.rstrip(" ")
            if len(bare) < 2 or self._fitting(bare, "", width + _ROUNDED, style, weight) == len(bare):
                break
            length = min(max(self._fitting(bare, "-", width, style, weight), 1), len(bare) - 1)
            yield word[:length] + "-"
            word = word[length:]
        yield word

    def _fitting(self, word: str, end: str, width: float, style: TextStyle, weight: Weight) -> int:
        """How many letters of a word fit with this end into a line; no more are measured than a few lines hold."""

        def is_too_wide(length: int) -> bool:
            return self._fonts.width(word[:length] + end, style.size, weight) > width

        most = 1
        while most < len(word) and not is_too_wide(most):
            most *= 2
        lengths = range(most // 2 + 1, min(most, len(word)) + 1)
        return most // 2 + bisect_left(lengths, True, key=is_too_wide)

    # Parts that several charts have

    def chip(self, centre: tuple[float, float], level: int | None, words: str) -> None:
        """A square with a level's figure in the ramp's colour; without a level it is an empty outline."""
        side = max(self.units(22), self.style.label.line)
        x, y = centre
        part = f"level.{level}" if level is not None else ""
        self.add(
            Rect(
                x - side / 2,
                y - side / 2,
                side,
                side,
                Fill(f"{part}.fill" if part else "paper"),
                self.stroke(f"{part}.stroke" if part else "line_strong"),
                self.units(4),
            )
        )
        role = f"{part}.text" if part else "ink2"
        self.text(centre, words, self.style.label, role=role, weight=600, anchor="middle")

    def legend(self, items: Iterable[LegendItem], top: float, *, anchor: Anchor = "middle") -> float:
        """Put entries side by side, in as many rows as they need; returns the bottom edge."""
        caption, sample_gap, gap = self.style.caption, self.units(8), self.units(20)
        for row in self._legend_rows(items, gap):
            total = sum(width for _, _, width in row) + gap * (len(row) - 1)
            x = {"start": 0.0, "middle": (self.width - total) / 2, "end": self.width - total}[anchor]
            first_line = max(caption.line, *(item.height for item, _, _ in row))
            middle = top + first_line / 2
            for item, words, width in row:
                item.draw(x, middle)
                place = (x + item.width + sample_gap, middle - caption.line / 2)
                self.paragraph(place, words.lines, caption, role="ink2")
                x += width + gap
            top += first_line + (max(len(words.lines) for _, words, _ in row) - 1) * caption.line + self.units(4)
        return top

    def _legend_rows(self, items: Iterable[LegendItem], gap: float) -> list[list[tuple[LegendItem, Paragraph, float]]]:
        rows: list[list[tuple[LegendItem, Paragraph, float]]] = []
        used = 0.0
        for item in items:
            sample = item.width + self.units(8)
            words = self.break_lines(item.words, self.width - sample, self.style.caption)
            width = sample + words.width
            if not rows or used + gap + width > self.width:
                rows.append([])
                used = -gap
            rows[-1].append((item, words, width))
            used += gap + width
        return rows

    def scene(self, *, title: str, height: float, alternative: str, table: DataTable) -> Scene:
        """Finish the picture."""
        return Scene(
            title=title,
            width=self.width,
            height=height,
            shapes=tuple(self._shapes),
            alternative=alternative,
            table=table,
            areas=tuple(self._areas),
        )
