"""Columns per month: what was finished and what was abandoned, one on top of the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import ceil

from advisor_app.charts.scene import Area, ChartStyle, DataTable, Fill, Line, Rect, Scene
from advisor_app.charts.sketch import LegendItem, Sketch
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal

_HEIGHT = 190
_COLUMN_SHARE = 0.62
_WIDEST_COLUMN = 44
_GRID_LINES = 4
_ROLES = ("level.3", "level.0", "")
"""What is finished, what is abandoned, and what nobody has divided: the last one is an outline alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthColumn:
    """One month (``label`` as 01/2026); figures are counts from 0, ``undivided`` are those of unknown end."""

    label: str
    finished: int = 0
    abandoned: int = 0
    undivided: int = 0

    @property
    def total(self) -> int:
        """The whole column."""
        return self.finished + self.abandoned + self.undivided

    @property
    def parts(self) -> tuple[int, int, int]:
        """From the bottom up."""
        return self.finished, self.abandoned, self.undivided


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthColumns:
    """Months in order; ``head`` names them, ``total`` columns, ``parts`` what is finished, abandoned, undivided."""

    title: str
    head: str
    total: str
    parts: tuple[str, str, str]
    months: tuple[MonthColumn, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        rows = tuple(
            (item.label, *(_figure(count, texts) for count in (item.total, *item.parts))) for item in self.months
        )
        return sketch.scene(
            title=self.title,
            height=height,
            alternative=self._alternative(texts),
            table=DataTable((self.head, self.total, *self.parts), rows),
        )

    def _alternative(self, texts: Texts) -> str:
        words = [texts("charts.month_columns.alternative", title=self.title, count=len(self.months))]
        if self.months:
            highest = max(self.months, key=lambda item: item.total)
            words.append(
                texts(
                    "charts.month_columns.range",
                    first=self.months[0].label,
                    last=self.months[-1].label,
                    highest=highest.label,
                    most=_figure(highest.total, texts),
                )
            )
            words += [_words(self, item, texts) + "." for item in self.months]
        return " ".join(words)


class _Drawing:
    """Columns being drawn: a scale to the left, months below, the legend above."""

    def __init__(self, chart: MonthColumns, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        self.caption = sketch.style.caption
        self.step = _step(max((item.total for item in chart.months), default=0))
        self.top_value = self.step * _GRID_LINES
        scale = max(
            sketch.text_width(_figure(self.step * line, texts), self.caption) for line in range(_GRID_LINES + 1)
        )
        self.left = scale + sketch.units(8)
        self.pitch = max(sketch.width - self.left, 1.0) / max(len(chart.months), 1)
        self.high = sketch.units(_HEIGHT)
        self.labelled = 0.0  # as far as months are named

    def draw(self) -> float:
        """Draw everything; returns the height."""
        sketch = self.sketch
        top = self._draw_legend() + self.caption.line
        bottom = top + self.high
        for line in range(_GRID_LINES + 1):
            y = bottom - self.high * line / _GRID_LINES
            sketch.add(Line((self.left, y), (sketch.width, y), sketch.hairline("line" if line else "line_strong")))
            place = (self.left - sketch.units(8), y)
            sketch.text(place, _figure(self.step * line, self.texts), self.caption, role="ink2", anchor="end")
        every = self._label_step()
        shows_totals = self._room_for_totals()
        for number, month in enumerate(self.chart.months):
            self._draw_month(month, number, bottom, shows_total=shows_totals)
            if number % every == 0:
                middle = self.left + (number + 0.5) * self.pitch
                self._draw_label(month.label, middle, bottom + sketch.units(4) + self.caption.line / 2)
        return bottom + sketch.units(4) + self.caption.line

    def _draw_legend(self) -> float:
        side = self.sketch.units(14)
        shown = [
            (words, role)
            for number, (words, role) in enumerate(zip(self.chart.parts, _ROLES, strict=True))
            if number == 0 or any(month.parts[number] for month in self.chart.months)
        ]
        items = [LegendItem(words, side, partial(self._draw_sample, role, side)) for words, role in shown]
        return self.sketch.legend(items, 0.0, anchor="start") + self.sketch.units(4)

    def _draw_sample(self, role: str, side: float, left: float, middle: float) -> None:
        self._rect(role, left, middle - side / 4, side, side / 2)

    def _draw_month(self, month: MonthColumn, number: int, bottom: float, *, shows_total: bool) -> None:
        sketch = self.sketch
        width = min(self.pitch * _COLUMN_SHARE, sketch.units(_WIDEST_COLUMN))
        left = self.left + (number + 0.5) * self.pitch - width / 2
        y = bottom
        for count, role in zip(month.parts, _ROLES, strict=True):
            high = self.high * count / self.top_value
            if high:
                y -= high
                self._rect(role, left, y, width, high)
        if shows_total and month.total:
            place = (left + width / 2, y - self.caption.line / 2)
            sketch.text(place, _figure(month.total, self.texts), self.caption, weight=600, anchor="middle")
        area = Area(month.label, _words(self.chart, month, self.texts), left, bottom - self.high, width, self.high)
        sketch.mark(area)

    def _draw_label(self, label: str, middle: float, y: float) -> None:
        """A month below its column; one at the edge is moved into the picture, or left out where another one stands."""
        half = self.sketch.text_width(label, self.caption) / 2
        place = min(max(middle, half), self.sketch.width - half)
        if place - half >= self.labelled:
            self.sketch.text((place, y), label, self.caption, role="ink2", anchor="middle")
            self.labelled = place + half + self.sketch.units(4)

    def _label_step(self) -> int:
        """Every how many months one is named: as many as find room, at least by the quarter where not each."""
        wide = max((self.sketch.text_width(month.label, self.caption) for month in self.chart.months), default=0.0)
        fewest = max(ceil((wide + self.sketch.units(8)) / self.pitch), 1)
        return next((step for step in (1, 2, 3, 6, 12) if step >= fewest), fewest)

    def _room_for_totals(self) -> bool:
        wide = max(
            (
                self.sketch.text_width(_figure(month.total, self.texts), self.caption, 600)
                for month in self.chart.months
            ),
            default=0.0,
        )
        return wide + self.sketch.units(4) <= self.pitch

    def _rect(self, role: str, left: float, top: float, width: float, height: float) -> None:
        fill = Fill(f"{role}.fill" if role else "paper")
        stroke = self.sketch.stroke(f"{role}.stroke" if role else "line_strong")
        self.sketch.add(Rect(left, top, width, height, fill, stroke, 0.0))


def _step(most: int) -> int:
    """The distance of grid lines: 1, 2 or 5 times a power of ten, so that four of them hold the highest column."""
    wanted = max(ceil(most / _GRID_LINES), 1)
    power = int("1" + "0" * (len(str(wanted)) - 1))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= wanted)


def _words(chart: MonthColumns, month: MonthColumn, texts: Texts) -> str:
    parts = [f"{words} {_figure(count, texts)}" for words, count in zip(chart.parts, month.parts, strict=True) if count]
    return f"{month.label}: {chart.total} {_figure(month.total, texts)}" + (f" ({', '.join(parts)})" if parts else "")


def _figure(count: int, texts: Texts) -> str:
    return format_decimal(count, 0, texts.language)
