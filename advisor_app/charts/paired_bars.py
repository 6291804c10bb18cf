"""Paired bars: for every row two figures, one below the other, measured with the same rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from advisor_app.charts.scene import Area, ChartStyle, DataTable, Fill, Line, Rect, Scene
from advisor_app.charts.sketch import LegendItem, Sketch
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal

_ROLES = ("level.1", "level.3")
"""What the first and the second figure of a row are drawn with; the legend names both, their places tell them too."""

_BAR, _BETWEEN, _PAD = 9, 2, 7
_TITLE_SHARE = 0.34
_NARROWEST_BAR = 120


@dataclass(frozen=True, slots=True)
class PairedRow:
    """One row; figures are counts from 0."""

    title: str
    first: int
    second: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedBars:
    """Rows with two figures each; ``head`` names the rows, ``first`` and ``second`` what is counted."""

    title: str
    head: str
    first: str
    second: str
    rows: tuple[PairedRow, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        rows = tuple((row.title, _count(row.first, texts), _count(row.second, texts)) for row in self.rows)
        told = "; ".join(f"{_sentence(self, row, texts)}" for row in self.rows)
        alternative = texts("charts.paired_bars.alternative", title=self.title, count=len(rows))
        return sketch.scene(
            title=self.title,
            height=height,
            alternative=f"{alternative} {told}.".strip(" .") + ".",
            table=DataTable((self.head, self.first, self.second), rows),
        )


class _Drawing:
    """Bars being drawn: titles left, bars to the right of them or below, figures at the bars' ends."""

    def __init__(self, chart: PairedBars, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        label, caption = sketch.style.label, sketch.style.caption
        self.gap = sketch.units(12)
        self.most = max((max(row.first, row.second) for row in chart.rows), default=0)
        self.figures = sketch.text_width(_count(self.most, texts), caption, 600) + sketch.units(8)
        self.bar = max(sketch.units(_BAR), caption.line * 0.6)
        natural = max((sketch.text_width(row.title, label) for row in chart.rows), default=0.0)
        beside = min(natural + sketch.units(1), sketch.width * _TITLE_SHARE)  # sums of floats differ by a hair
        self.is_stacked = sketch.width - beside - self.gap - self.figures < sketch.units(_NARROWEST_BAR)
        self.titles = sketch.width if self.is_stacked else beside
        self.left = 0.0 if self.is_stacked else beside + self.gap
        self.room = max(sketch.width - self.left - self.figures, 1.0)

    def draw(self) -> float:
        """Draw everything; returns the height."""
        top = self._draw_legend()
        for row in self.chart.rows:
            self._rule(top)
            top = self._draw_row(row, top)
        self._rule(top)
        return top

    def _draw_legend(self) -> float:
        sketch, side = self.sketch, self.sketch.units(14)
        items = [
            LegendItem(words, side, partial(self._draw_bar, role, side))
            for words, role in zip((self.chart.first, self.chart.second), _ROLES, strict=True)
        ]
        return sketch.legend(items, 0.0, anchor="start") + sketch.units(4)

    def _draw_row(self, row: PairedRow, top: float) -> float:
        sketch, label, pad = self.sketch, self.sketch.style.label, self.sketch.units(_PAD)
        lines = sketch.break_lines(row.title, self.titles, label).lines
        words, pair = len(lines) * label.line, 2 * self._pitch
        if self.is_stacked:
            begin = sketch.paragraph((0.0, top + pad), lines, label) + sketch.units(2)
            bottom = begin + pair + pad
        else:
            height = max(words, pair)
            sketch.paragraph((0.0, top + pad + (height - words) / 2), lines, label)
            begin = top + pad + (height - pair) / 2
            bottom = top + height + 2 * pad
        for place, (count, role) in enumerate(zip((row.first, row.second), _ROLES, strict=True)):
            self._draw_count(count, role, begin + (place + 0.5) * self._pitch)
        sketch.mark(Area(row.title, _sentence(self.chart, row, self.texts), 0.0, top, sketch.width, bottom - top))
        return bottom

    @property
    def _pitch(self) -> float:
        return max(self.bar + self.sketch.units(_BETWEEN), self.sketch.style.caption.line)

    def _draw_count(self, count: int, role: str, middle: float) -> None:
        """A bar and its figure; nothing is drawn of a nought but the figure."""
        sketch, length = self.sketch, 0.0
        if count:
            length = max(self.room * count / self.most, sketch.units(3))
            self._draw_bar(role, length, self.left, middle)
        strong = role == _ROLES[1]
        place = (self.left + length + sketch.units(6), middle)
        sketch.text(
            place, _count(count, self.texts), sketch.style.caption, role="ink" if strong else "ink2", weight=600
        )

    def _draw_bar(self, role: str, length: float, left: float, middle: float) -> None:
        sketch = self.sketch
        fill, stroke = Fill(f"{role}.fill"), sketch.stroke(f"{role}.stroke")
        sketch.add(Rect(left, middle - self.bar / 2, length, self.bar, fill, stroke, sketch.units(2)))

    def _rule(self, y: float) -> None:
        self.sketch.add(Line((0, y), (self.sketch.width, y), self.sketch.hairline("line")))


def _sentence(chart: PairedBars, row: PairedRow, texts: Texts) -> str:
    first, second = (_count(count, texts) for count in (row.first, row.second))
    return f"{row.title}: {chart.first} {first}, {chart.second} {second}"


def _count(count: int, texts: Texts) -> str:
    return format_decimal(count, 0, texts.language)
