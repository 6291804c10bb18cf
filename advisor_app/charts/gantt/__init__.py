"""Gantt chart: measures as bars over months, with milestones, dependencies and today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import ceil

from advisor_app.charts.gantt.calendar import month_count
from advisor_app.charts.gantt.drawing import GanttDrawing
from advisor_app.charts.scene import ChartStyle, DataTable, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date

_FEWEST_MONTHS = 6
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day to be met, and what then is there."""

    day: date
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One row: ``period`` is worded (``03/2027–06/2027``), ``priority`` is ``A``, ``B``, ``C`` or empty.

    Without id and dates it is a row of milestones alone.
    """

    id: str
    title: str
    period: str
    start: date | None = None
    end: date | None = None
    priority: str = ""
    predecessors: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """All days that are known."""
        known = (self.start, self.end, *(milestone.day for milestone in self.milestones))
        return tuple(day for day in known if day is not None)

    @property
    def is_reversed(self) -> bool:
        """Whether the end comes before the beginning."""
        return self.start is not None and self.end is not None and self.end < self.start

    def sentence(self, texts: Texts) -> str:
        """What the row says, for tool tips and alternatives."""
        parts = [" ".join(filter(None, [self.id, self.title])), self.period]
        if self.priority:
            parts.append(f"{texts('charts.priority')} {self.priority}")
        if self.predecessors:
            parts.append(texts("charts.gantt.after", names=texts.joined(self.predecessors)))
        parts += [_milestone(milestone, texts) for milestone in self.milestones]
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt:
    """Measures over time. ``first`` and ``last`` are days in the months at the edges (None: as the measures need).

    ``rows`` are the first and one past the last measure shown. ``row_height`` and ``head_height`` (units, 0 as needed)
    fit the picture to a list that stands beside it without ``labels``. Rows without priorities by nature are not
    ``is_rated``: their bars stay empty.
    """

    title: str
    measures: tuple[Measure, ...]
    today: date | None = None
    first: date | None = None
    last: date | None = None
    rows: tuple[int, int] | None = None
    labels: bool = True
    row_height: float = 0.0
    head_height: float = 0.0
    selected: str = ""
    is_rated: bool = True

    @property
    def shown(self) -> tuple[Measure, ...]:
        """The measures of the rows shown."""
        return self.measures if self.rows is None else self.measures[slice(*self.rows)]

    @property
    def months(self) -> tuple[date, int] | None:
        """First month shown (its first day) and number of months; None where no day is known."""
        days = [day for measure in self.measures for day in measure.days]
        first, last = self.first or min(days, default=self.today), self.last or max(days, default=self.today)
        if first is None or last is None:
            return None
        return first.replace(day=1), max(month_count(first, last), 1 if self.last else _FEWEST_MONTHS)

    def pages(
        self, width: float, style: ChartStyle, texts: Texts, *, height: float, most_months: int = 60
    ) -> tuple[Gantt, ...]:
        """The chart cut into pictures no higher than a height, each with so many months at most, row by row."""
        breaks = self._row_breaks(width, style, texts, height)
        span = self.months
        if span is None:
            return tuple(replace(self, rows=rows) for rows in breaks)
        first, count = span
        step = ceil(count / ceil(count / most_months))
        edges = [(start, min(start + step, count) - 1) for start in range(0, count, step)]
        return tuple(
            replace(self, rows=rows, first=_month(first, left), last=_month(first, right))
            for rows in breaks
            for left, right in edges
        )

    def _row_breaks(self, width: float, style: ChartStyle, texts: Texts, height: float) -> list[tuple[int, int]]:
        """First and one past the last row of every page; a row higher than a page has one of its own."""
        whole = replace(self, rows=None)
        drawing = GanttDrawing(whole, Sketch(width, style), texts)
        total = drawing.draw()
        edges = drawing.edges
        frame = edges[0] + total - edges[-1]
        breaks = [0]
        for row in range(1, len(self.measures)):
            if edges[row + 1] - edges[breaks[-1]] + frame > height:
                breaks.append(row)
        return list(pairwise([*breaks, len(self.measures)]))

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        return self.drawn(width, style, texts)[1]

    def drawn(self, width: float, style: ChartStyle, texts: Texts) -> tuple[GanttDrawing, Scene]:
        """Draw at a width, and tell also where everything stands."""
        drawing = GanttDrawing(self, Sketch(width, style), texts)
        return drawing, self._finished(drawing, drawing.draw())

    def legend(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """The legend by itself, its upper edge at 0."""
        drawing = GanttDrawing(self, Sketch(width, style), texts)
        return self._finished(drawing, drawing.draw_legend(0.0))

    def _finished(self, drawing: GanttDrawing, height: float) -> Scene:
        alternative, table = _alternative(self, drawing.texts), _table(self, drawing.texts)
        return drawing.sketch.scene(title=self.title, height=height, alternative=alternative, table=table)


def _milestone(milestone: Milestone, texts: Texts) -> str:
    return f"{texts('charts.gantt.milestone')} {format_date(milestone.day, texts.language)}: {milestone.title}"


def _month(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _alternative(chart: Gantt, texts: Texts) -> str:
    return " ".join(_sentences(chart, texts))


def _sentences(chart: Gantt, texts: Texts) -> Iterator[str]:
    shown = chart.shown
    yield texts("charts.gantt.alternative", title=chart.title, count=sum(bool(item.id) for item in shown))
    days = [day for item in shown for day in item.days]
    if days:
        first, last = (format_date(day, texts.language) for day in (min(days), max(days)))
        yield texts("charts.gantt.range", first=first, last=last)
    if chart.today is not None:
        yield texts("charts.gantt.today_is", day=format_date(chart.today, texts.language))
    if len(shown) <= _MOST_NAMED:
        yield from (f"{item.sentence(texts)}." for item in shown)
        return
    counts = {name.lower(): sum(item.priority == name for item in shown) for name in ("A", "B", "C")}
    milestones = sum(len(item.milestones) for item in shown)
    yield texts("charts.gantt.counts", milestones=milestones, **counts)


def _table(chart: Gantt, texts: Texts) -> DataTable:
    header = (
        *(texts(f"charts.{name}") for name in ("number", "measure", "priority")),
        *(texts(f"charts.gantt.{name}") for name in ("period", "predecessors", "milestones")),
    )
    rows = tuple(
        (
            item.id or "–",
            item.title,
            item.priority or "–",
            item.period or "–",
            ", ".join(item.predecessors) or "–",
            "; ".join(
                f"{format_date(milestone.day, texts.language)} {milestone.title}" for milestone in item.milestones
            )
            or "–",
        )
        for item in chart.shown
    )
    return DataTable(header, rows)
