"""The schedule as it is drawn at one width: its scene, and what stands where in it (lengths in the chart's units)."""

from __future__ import annotations

from datetime import date

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.gantt.arrows import Bar
from advisor_app.charts.scene import ChartStyle, Point
from advisor_app.domain.months import add_months
from advisor_app.domain.plan import Measure
from advisor_app.texts import Texts
from advisor_app.ui.pages.plan.bar_drag import Grip

NARROWEST_MONTH = 22
HANDLE = 5
"""Radius of the handle that links a bar with another."""

_EDGE = 6  # how near to its end a bar is taken there


class SchedulePicture:
    """The chart drawn at a width, or wider where its months need it."""

    def __init__(self, chart: Gantt, width: float, style: ChartStyle, texts: Texts) -> None:
        months = chart.months[1] if chart.months else 1
        self.chart = chart
        self.width = max(width, float(months * NARROWEST_MONTH))
        self._drawing, self.scene = chart.drawn(self.width, style, texts)

    @property
    def month_width(self) -> float:
        """The width of a month."""
        return self._drawing.scale.month_width if self._drawing.scale else self.width

    @property
    def bottom(self) -> float:
        """The lower edge of the last row; the legend below it stands elsewhere on the page."""
        return self._drawing.edges[-1]

    def bar(self, name: str) -> Bar | None:
        """The bar of a measure, None where it has none."""
        return self._drawing.bars.get(name)

    def words(self, name: str) -> str:
        """What the row of a measure says."""
        return next((area.words for area in self.scene.areas if area.key == name), "")

    def period(self, name: str) -> str:
        """The worded period of a measure that has dates, else nothing."""
        return next((row.period for row in self.chart.measures if row.id == name and row.days), "")

    def month_at(self, x: float) -> date:
        """The first day of the month that stands at a place."""
        scale = self._drawing.scale
        if not scale:
            return (self.chart.today or date.min).replace(day=1)
        number = int((x - scale.left) // scale.month_width)
        return add_months(scale.first, min(max(number, 0), scale.count - 1))

    def handle(self, bar: Bar) -> Point:
        """The middle of the handle behind a bar."""
        return bar.exit + HANDLE + 3, bar.middle

    def grip_at(self, measure: Measure, x: float, y: float) -> Grip | None:
        """Where the bar of a measure would be taken at a place of its row."""
        bar = self.bar(measure.id)
        if bar is None:
            return Grip.EMPTY if measure.start is None and measure.end is None else None
        handle = self.handle(bar)
        if abs(x - handle[0]) <= HANDLE + 2 and abs(y - handle[1]) <= HANDLE + 2:
            return Grip.LINK
        if not (bar.left - _EDGE / 2 <= x <= bar.right + _EDGE / 2 and bar.top - 2 <= y <= bar.bottom + 2):
            return None
        edge = min(_EDGE, (bar.right - bar.left) / 3)
        if x <= bar.left + edge and measure.start is not None:
            return Grip.START
        return Grip.END if x >= bar.right - edge and measure.end is not None else Grip.BODY
