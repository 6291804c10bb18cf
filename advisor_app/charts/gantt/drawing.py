"""Draws a Gantt chart: head of months, rows, bars, milestones, arrows, today and a legend."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from advisor_app.charts.gantt.arrows import Arrow, Bar, Router
from advisor_app.charts.gantt.calendar import MonthScale
from advisor_app.charts.gantt.head import draw_head
from advisor_app.charts.scene import Area, BarStyle, Fill, Line, Marker, Polygon, Polyline, Rect
from advisor_app.charts.sketch import LegendItem, Sketch
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.charts.gantt import Gantt, Measure

_DIAMOND = 13
_SMALLEST_ROW = 30


class GanttDrawing:
    """One Gantt chart being drawn: what all its parts need to know."""

    def __init__(self, chart: Gantt, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        self.id_width = 0.0
        self.left = self._label_width() if chart.labels else 0.0
        months = chart.months
        # Half a diamond and an arrow's turn stand right of the last month.
        room = sketch.width - self.left - sketch.units(_DIAMOND / 2 + 2)
        self.scale = months and MonthScale(first=months[0], count=months[1], left=self.left, width=room)
        self.titles = [self._title_lines(measure) for measure in chart.shown]
        head = 2 * sketch.style.caption.line + sketch.units(10) if self.scale else 0.0
        self.head = sketch.units(chart.head_height) or head
        self.edges = self._row_edges()
        self.bars = {bar[0]: bar[1] for bar in self._bars()}
        self.row_of = {measure.id: number for number, measure in enumerate(chart.measures) if measure.id}

    def draw(self) -> float:
        """Draw everything; returns the height."""
        self._draw_rows()
        if self.scale is not None:
            draw_head(self.sketch, self.scale, self.texts, (self.head, self.edges[-1]))
            arrows = tuple(self._arrows())
            for arrow in arrows:
                self.sketch.add(Polyline(arrow.points, self.sketch.stroke("ink2", 1)))
            for row, measure in enumerate(self.chart.shown):
                self._draw_measure(row, measure, self.scale)
            for arrow in arrows:
                self._draw_arrow_head(arrow)
            self._draw_today(self.scale)
        bottom = self.edges[-1]
        return self.draw_legend(bottom + self.sketch.units(10)) or bottom

    def draw_legend(self, top: float) -> float:
        """Draw what bars and diamonds mean; returns the lower edge, 0 where there is nothing to explain."""
        items = tuple(self._legend())
        return self.sketch.legend(items, top, anchor="end") if items else 0.0

    # Rows

    def _label_width(self) -> float:
        """Width of numbers and titles, at most two fifths of all."""
        sketch, label = self.sketch, self.sketch.style.label
        measures = self.chart.measures  # all of them, so that the pages of one chart look alike
        number = max((sketch.text_width(measure.id, label) for measure in measures), default=0.0)
        self.id_width = number + sketch.units(10)
        title = max((sketch.text_width(measure.title, label) for measure in measures), default=0.0)
        return self.id_width + min(title, sketch.width * 0.38 - self.id_width) + sketch.units(12)

    def _title_lines(self, measure: Measure) -> tuple[str, ...]:
        room = self.left - self.id_width - self.sketch.units(12)
        if not self.chart.labels:
            return ()
        return self.sketch.break_lines(measure.title, room, self.sketch.style.label).lines

    def _row_edges(self) -> list[float]:
        """Upper edge of every row and the lower edge of the last."""
        sketch = self.sketch
        edges = [self.head]
        for lines in self.titles:
            needed = max(sketch.units(_SMALLEST_ROW), len(lines) * sketch.style.label.line + sketch.units(10))
            edges.append(edges[-1] + (sketch.units(self.chart.row_height) or needed))
        return edges

    def _draw_rows(self) -> None:
        sketch, label = self.sketch, self.sketch.style.label
        for row, measure in enumerate(self.chart.shown):
            top, bottom = self.edges[row], self.edges[row + 1]
            if measure.id and measure.id == self.chart.selected:
                sketch.add(Rect(0, top, sketch.width, bottom - top, Fill("primary_soft")))
            sketch.add(Line((0, bottom), (sketch.width, bottom), sketch.hairline("line")))
            if self.chart.labels:
                first = (top + bottom - len(self.titles[row]) * label.line) / 2
                sketch.paragraph((0, first), (measure.id,), label, role="ink2")
                sketch.paragraph((self.id_width, first), self.titles[row], label)
            if not measure.days:
                place = (self.left + sketch.units(6), (top + bottom) / 2)
                sketch.text(place, self.texts("charts.gantt.open"), sketch.style.caption, role="ink2")

    # Bars

    def _bars(self) -> Iterator[tuple[str, Bar]]:
        if self.scale is None:
            return
        height = self.sketch.units(self.sketch.style.bar_height)
        for row, measure in enumerate(self.chart.shown):
            first, last = measure.start or measure.end, measure.end or measure.start
            if first is None or last is None or not self.scale.shows(min(first, last), max(first, last)):
                continue
            middle = (self.edges[row] + self.edges[row + 1]) / 2
            left, right = self.scale.start(min(first, last)), self.scale.end(max(first, last))
            right = max(right, left + self.sketch.units(4))
            reach = max([right, *(x + self._half for x in self._milestone_places(measure, self.scale))])
            side = self._letter_side(measure, left, right, reach)
            leave = reach + self._letter_width(measure) + 2 * self._gap if side == "after" else reach
            top = middle - height / 2
            yield (
                measure.id,
                Bar(row=row, left=left, right=right, top=top, bottom=top + height, reach=reach, exit=leave),
            )

    @property
    def _gap(self) -> float:
        return self.sketch.units(3)

    @property
    def _half(self) -> float:
        return self.sketch.units(_DIAMOND) / 2

    def _milestone_places(self, measure: Measure, scale: MonthScale) -> list[float]:
        return [scale.end(item.day) for item in measure.milestones if scale.shows(item.day, item.day)]

    def _draw_measure(self, row: int, measure: Measure, scale: MonthScale) -> None:
        middle = (self.edges[row] + self.edges[row + 1]) / 2
        bar = self.bars.get(measure.id)
        if bar is not None:
            self._draw_bar(measure, bar)
        elif measure.start and measure.end:
            self._draw_pointer(measure.start, middle, scale)
        for x in self._milestone_places(measure, scale):
            self._draw_diamond(x, middle)
        top, height = self.edges[row], self.edges[row + 1] - self.edges[row]
        self.sketch.mark(Area(measure.id, measure.sentence(self.texts), 0, top, self.sketch.width, height))

    def _draw_bar(self, measure: Measure, bar: Bar) -> None:
        sketch, caption = self.sketch, self.sketch.style.caption
        style = sketch.style.bars[measure.priority.lower() or "c" if self.chart.is_rated else "b"]
        if measure.is_reversed:
            style = BarStyle(fill="paper", stroke="error", text="error", dash=(4, 3))
        height = sketch.units(sketch.style.bar_height)
        self._draw_block(bar.left, bar.right, bar.middle, style, height=height, cut=self._is_cut(measure))
        if not self.chart.is_rated and not measure.is_reversed:
            return
        width = self._letter_width(measure)
        side = self._letter_side(measure, bar.left, bar.right, bar.reach)
        if side == "inside":
            place = ((bar.left + bar.right) / 2, bar.middle)
            sketch.text(place, _letter(measure), caption, role=style.text, weight=600, anchor="middle")
        else:
            x = bar.reach + self._gap if side == "after" else bar.left - width - self._gap
            role = "error" if measure.is_reversed else "ink2"
            sketch.text((x, bar.middle), _letter(measure), caption, role=role, weight=600)

    def _letter_width(self, measure: Measure) -> float:
        return self.sketch.text_width(_letter(measure), self.sketch.style.caption, 600)

    def _letter_side(
        self, measure: Measure, left: float, right: float, reach: float
    ) -> Literal["inside", "after", "before"]:
        """Where the letter has room: in the bar, right of all that ends there, or left of it at the chart's edge."""
        width = self._letter_width(measure)
        if width + 2 * self._gap <= right - left:
            return "inside"
        return "after" if reach + width + 2 * self._gap <= self.sketch.width else "before"

    def _draw_block(
        self, left: float, right: float, middle: float, style: BarStyle, *, height: float, cut: bool = False
    ) -> None:
        """A bar; one that runs on beyond the months shown has no round corners."""
        sketch = self.sketch
        edge = sketch.stroke(style.stroke, 1.25, style.dash)
        radius = 0.0 if cut else sketch.units(4)
        sketch.add(Rect(left, middle - height / 2, right - left, height, Fill(style.fill), edge, radius))

    def _draw_pointer(self, start: date, middle: float, scale: MonthScale) -> None:
        """A small triangle at the edge beyond which the bar of another page stands."""
        earlier = start < scale.first
        edge = scale.left if earlier else scale.left + scale.width
        length = self.sketch.units(5) * (1 if earlier else -1)
        half = self.sketch.units(4)
        points = ((edge, middle), (edge + length, middle - half), (edge + length, middle + half))
        self.sketch.add(Polygon(points, Fill("line_strong")))

    def _is_cut(self, measure: Measure) -> bool:
        """Whether the measure begins before or ends after the months shown."""
        if self.scale is None or measure.start is None or measure.end is None:
            return False
        scale = self.scale
        return not (scale.shows(measure.start, measure.start) and scale.shows(measure.end, measure.end))

    def _draw_diamond(self, x: float, middle: float) -> None:
        stroke = self.sketch.stroke("ink", 1.5)
        self.sketch.add(Marker((x, middle), "diamond", self.sketch.units(_DIAMOND), Fill("paper"), stroke))

    # Arrows and today

    def _arrows(self) -> Iterator[Arrow]:
        router = Router(self.bars, self.edges, self.sketch.units(1), self.sketch.width)
        first_row = self.chart.rows[0] if self.chart.rows else 0
        for measure in self.chart.shown:
            if measure.id not in self.bars:
                continue
            for name in measure.predecessors:
                if name in self.bars and name != measure.id:
                    yield router.route(name, measure.id)
                elif name in self.row_of and self._is_dated(name):
                    above = self.row_of[name] < first_row
                    yield router.from_edge(self.edges[0] if above else self.edges[-1], name, measure.id)

    def _is_dated(self, name: str) -> bool:
        """Whether a measure of another page has a bar there."""
        measure = self.chart.measures[self.row_of[name]]
        return measure not in self.chart.shown and (measure.start is not None or measure.end is not None)

    def _draw_arrow_head(self, arrow: Arrow) -> None:
        x, y = arrow.points[-1]
        half, length = self.sketch.units(3.5), self.sketch.units(6)
        back = y + length if arrow.points_up else y - length
        self.sketch.add(Polygon(((x, y), (x - half, back), (x + half, back)), Fill("ink2")))

    def _draw_today(self, scale: MonthScale) -> None:
        today: date | None = self.chart.today
        if today is None or not scale.shows(today, today):
            return
        x = scale.start(today)
        stroke = self.sketch.stroke("gantt.today", 1.5)
        self.sketch.add(Line((x, self.head - self.sketch.units(6)), (x, self.edges[-1]), stroke))

    # Legend

    def _legend(self) -> Iterator[LegendItem]:
        sketch = self.sketch
        width, height = sketch.units(24), sketch.units(14)
        shown = self.chart.shown
        for priority in ("A", "B", "C", "") if self.chart.is_rated else ():
            if any(measure.id in self.bars and measure.priority == priority for measure in shown):
                style = sketch.style.bars[priority.lower() or "c"]

                def draw(x: float, middle: float, style: BarStyle = style, letter: str = priority or "–") -> None:
                    self._draw_block(x, x + width, middle, style, height=height)
                    place = (x + width / 2, middle)
                    sketch.text(place, letter, sketch.style.caption, role=style.text, weight=600, anchor="middle")

                words = self.texts(f"charts.gantt.{priority.lower()}" if priority else "charts.gantt.without")
                yield LegendItem(words, width, draw, height)
        if any(measure.milestones for measure in shown):
            size = sketch.units(_DIAMOND)
            yield LegendItem(
                self.texts("charts.gantt.milestone"), size, lambda x, middle: self._draw_diamond(x + size / 2, middle)
            )
        if self.scale is not None and self.chart.today and self.scale.shows(self.chart.today, self.chart.today):
            tall = sketch.units(8)
            yield LegendItem(
                self.texts("charts.gantt.today"),
                sketch.units(2),
                lambda x, middle: sketch.add(
                    Line((x, middle - tall), (x, middle + tall), sketch.stroke("gantt.today", 1.5))
                ),
            )


def _letter(measure: Measure) -> str:
    """What stands in a bar: the priority, a dash without one, a mark where the end comes before the beginning."""
    return "!" if measure.is_reversed else measure.priority or "–"
