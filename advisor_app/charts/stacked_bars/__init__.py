"""Stacked bars: for every row one bar of parts that add up, each part with its figure in it where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from advisor_app.charts.scene import Area, ChartStyle, DataTable, Fill, Line, Rect, Scene
from advisor_app.charts.sketch import LegendItem, Sketch
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal

_BAR, _PAD = 16, 6
_TITLE_SHARE = 0.4
_NARROWEST_BAR = 120
_DASH = (3.0, 2.0)


@dataclass(frozen=True, slots=True)
class BarPart:
    """What a part of every bar counts; ``level`` is the step of the ramp it is drawn with, None for what is open."""

    title: str
    level: int | None


@dataclass(frozen=True, slots=True)
class StackedRow:
    """One row: a count from 0 for every part of the chart; ``key`` names it to who clicks."""

    title: str
    counts: tuple[int, ...]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedBars:
    """Rows of bars; ``head`` names the rows, ``total`` what a whole bar counts. One part alone needs no legend."""

    title: str
    head: str
    total: str
    parts: tuple[BarPart, ...]
    rows: tuple[StackedRow, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        told = "; ".join(_sentence(self, row, texts) for row in self.rows)
        alternative = texts("charts.stacked_bars.alternative", title=self.title, count=len(self.rows))
        several = len(self.parts) > 1
        header = (self.head, self.total, *(part.title for part in self.parts if several))
        rows = tuple(
            (row.title, _number(sum(row.counts), texts), *(_number(count, texts) for count in row.counts if several))
            for row in self.rows
        )
        return sketch.scene(
            title=self.title,
            height=height,
            alternative=f"{alternative} {told}.".strip(" .") + ".",
            table=DataTable(header, rows),
        )


class _Drawing:
    """Bars being drawn: titles left of the bars or above them, sums at the bars' ends."""

    def __init__(self, chart: StackedBars, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        label, caption = sketch.style.label, sketch.style.caption
        self.gap = sketch.units(12)
        self.most = max((sum(row.counts) for row in chart.rows), default=0)
        self.sums = sketch.text_width(_number(self.most, texts), caption, 600) + sketch.units(8)
        self.bar = max(sketch.units(_BAR), caption.line)
        natural = max((sketch.text_width(row.title, label) for row in chart.rows), default=0.0)
        beside = min(natural + sketch.units(1), sketch.width * _TITLE_SHARE)  # sums of floats differ by a hair
        self.is_above = sketch.width - beside - self.gap - self.sums < sketch.units(_NARROWEST_BAR)
        self.titles = sketch.width if self.is_above else beside
        self.left = 0.0 if self.is_above else beside + self.gap
        self.room = max(sketch.width - self.left - self.sums, 1.0)

    def draw(self) -> float:
        """Draw everything; returns the height."""
        top = self._draw_legend() if len(self.chart.parts) > 1 else 0.0
        for row in self.chart.rows:
            self._rule(top)
            top = self._draw_row(row, top)
        self._rule(top)
        return top

    def _draw_legend(self) -> float:
        side = self.sketch.units(14)
        items = [LegendItem(part.title, side, partial(self._draw_sample, part, side)) for part in self.chart.parts]
        return self.sketch.legend(items, 0.0, anchor="start") + self.sketch.units(4)

    def _draw_row(self, row: StackedRow, top: float) -> float:
        sketch, label, pad = self.sketch, self.sketch.style.label, self.sketch.units(_PAD)
        lines = sketch.break_lines(row.title, self.titles, label).lines
        words = len(lines) * label.line
        if self.is_above:
            begin = sketch.paragraph((0.0, top + pad), lines, label) + sketch.units(2)
            bottom = begin + self.bar + pad
        else:
            height = max(words, self.bar)
            sketch.paragraph((0.0, top + pad + (height - words) / 2), lines, label)
            begin = top + pad + (height - self.bar) / 2
            bottom = top + height + 2 * pad
        self._draw_bar(row, begin + self.bar / 2)
        told = _sentence(self.chart, row, self.texts)
        sketch.mark(Area(row.key or row.title, told, 0.0, top, sketch.width, bottom - top))
        return bottom

    def _draw_bar(self, row: StackedRow, middle: float) -> None:
        """The parts of a bar and its sum; nothing is drawn of a nought but the figure."""
        sketch, caption, x = self.sketch, self.sketch.style.caption, self.left
        for part, count in zip(self.chart.parts, row.counts, strict=True):
            if not count:
                continue
            length = self.room * count / self.most
            self._draw_part(part, length, x, middle)
            words = _number(count, self.texts)
            if len(self.chart.parts) > 1 and sketch.text_width(words, caption, 600) + sketch.units(6) <= length:
                role = "ink" if part.level is None else f"level.{part.level}.text"
                sketch.text((x + length / 2, middle), words, caption, role=role, weight=600, anchor="middle")
            x += length
        place = (x + sketch.units(6), middle)
        sketch.text(place, _number(sum(row.counts), self.texts), caption, role="ink", weight=600)

    def _draw_part(self, part: BarPart, length: float, left: float, middle: float) -> None:
        sketch = self.sketch
        fill, stroke = Fill("paper"), sketch.stroke("line_strong", dash=_DASH)
        if part.level is not None:
            fill, stroke = Fill(f"level.{part.level}.fill"), sketch.stroke(f"level.{part.level}.stroke")
        sketch.add(Rect(left, middle - self.bar / 2, length, self.bar, fill, stroke))

    def _draw_sample(self, part: BarPart, side: float, left: float, middle: float) -> None:
        self._draw_part(part, side, left, middle)

    def _rule(self, y: float) -> None:
        self.sketch.add(Line((0, y), (self.sketch.width, y), self.sketch.hairline("line")))


def _number(count: int, texts: Texts) -> str:
    return format_decimal(count, 0, texts.language)


def _sentence(chart: StackedBars, row: StackedRow, texts: Texts) -> str:
    told = [
        f"{part.title} {_number(count, texts)}"
        for part, count in zip(chart.parts, row.counts, strict=True)
        if count and len(chart.parts) > 1
    ]
    counted = f"{row.title}: {chart.total} {_number(sum(row.counts), texts)}"
    return f"{counted} ({', '.join(told)})" if told else counted
