"""Draws a radar: grid, bands, series, names around it and a legend below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advisor_app.charts.radar.labels import Label, direction, lay_out
from advisor_app.charts.scene import (
    TOP_LEVEL,
    Area,
    Circle,
    Fill,
    Line,
    Marker,
    Point,
    Polygon,
    Polyline,
    Rect,
    Score,
    SeriesStyle,
)
from advisor_app.charts.sketch import LegendItem, Sketch
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.charts.radar import Axis, Radar, Series

_LARGEST, _LARGEST_OF_MANY = 140, 180
_SPOKES_THAT_NEED_ROOM = 8


class RadarDrawing:
    """One radar being drawn: what all its parts need to know."""

    def __init__(self, radar: Radar, sketch: Sketch, texts: Texts) -> None:
        self.radar, self.sketch, self.texts = radar, sketch, texts
        many = len(radar.axes) > _SPOKES_THAT_NEED_ROOM
        largest = min(sketch.units(_LARGEST_OF_MANY if many else _LARGEST), sketch.width / 2)
        names = [(axis.key, axis.title) for axis in radar.axes]
        self.layout = lay_out(sketch, names, largest, min(largest, sketch.units(_smallest(len(names)))))
        self.centre: Point = (sketch.width / 2, -self.layout.top)

    def draw(self) -> float:
        """Draw everything; returns the height of the picture."""
        self._draw_grid()
        self._draw_bands()
        for series in sorted(self.radar.series, key=lambda series: series.kind == "current"):
            self._draw_series(series)
        self._draw_ring_values()
        for series in sorted(self.radar.series, key=lambda series: series.kind == "current"):
            self._draw_markers(series)
        self._draw_gaps()
        self._draw_labels()
        bottom = self.centre[1] + self.layout.bottom + self.sketch.units(18)
        bottom = self.sketch.legend(self._legend(), bottom)
        if not self.layout.complete:
            bottom = self._draw_names(bottom + self.sketch.units(6))
        return bottom

    # Geometry

    def _at(self, index: int, value: float) -> Point:
        across, down = direction(index, len(self.radar.axes))
        reach = self.layout.radius * max(0.0, min(value, TOP_LEVEL)) / TOP_LEVEL
        return self.centre[0] + reach * across, self.centre[1] + reach * down

    def _ring(self, values: Sequence[float]) -> tuple[Point, ...]:
        return tuple(self._at(index, value) for index, value in enumerate(values))

    # Parts

    def _draw_grid(self) -> None:
        sketch, count = self.sketch, len(self.radar.axes)
        for ring in range(1, TOP_LEVEL + 1):
            stroke = sketch.stroke("grid", 1.25 if ring == TOP_LEVEL else 1)
            sketch.add(Polygon(self._ring([ring] * count), stroke=stroke))
        current = self._scores_that_decide()
        for index in range(count):
            missing = current is not None and current[index].value is None
            stroke = sketch.stroke("line_strong" if missing else "grid", 1, (3, 3) if missing else ())
            sketch.add(Line(self.centre, self._at(index, TOP_LEVEL), stroke))

    def _draw_ring_values(self) -> None:
        """The scale beside the first spoke, each figure on a faint ground that keeps lines off it."""
        sketch, style = self.sketch, self.sketch.style.caption
        for ring in range(1, TOP_LEVEL + 1):
            x, y = self._at(0, ring)
            right, width = x - sketch.units(8), sketch.text_width(str(ring), style)
            ground = Rect(right - width - 1, y - style.size * 0.4, width + 2, style.size * 0.8, Fill("paper", 0.7))
            sketch.add(ground)
            sketch.text((right, y), str(ring), style, role="ink3", anchor="end")

    def _draw_bands(self) -> None:
        worst: list[float | None] = []
        best: list[float | None] = []
        current = self._scores_that_decide()
        if not any(axis.band for axis in self.radar.axes):
            return
        for index, axis in enumerate(self.radar.axes):
            value = current[index].value if current else None
            worst.append(axis.band.worst if axis.band else value)
            best.append(axis.band.best if axis.band else value)
        fill = Fill("amber_line", 0.28)
        for run in _runs(best):
            outer = tuple(self._at(index, best[index] or 0.0) for index in run)
            inner = tuple(self._at(index, worst[index] or 0.0) for index in run)
            if len(run) == len(best):
                self.sketch.add(Polygon(outer, fill, hole=inner))
            else:
                self.sketch.add(Polygon(outer + inner[::-1], fill))

    def _draw_series(self, series: Series) -> None:
        style = self.sketch.style.series[series.kind]
        stroke = self.sketch.stroke(style.role, style.width, style.dash)
        values = [score.value for score in series.scores]
        for run in _runs(values):
            points = tuple(self._at(index, values[index] or 0.0) for index in run)
            closed = len(run) == len(values)
            if style.area_opacity and len(points) > 1:
                area = points if closed else (self.centre, *points)
                self.sketch.add(Polygon(area, Fill(style.role, style.area_opacity)))
            if closed:
                self.sketch.add(Polygon(points, stroke=stroke))
            elif len(points) > 1:
                self.sketch.add(Polyline(points, stroke))

    def _draw_markers(self, series: Series) -> None:
        style = self.sketch.style.series[series.kind]
        for index, score in enumerate(series.scores):
            if score.value is not None:
                self._draw_marker(self._at(index, score.value), style)

    def _draw_marker(self, centre: Point, style: SeriesStyle) -> None:
        size = self.sketch.units(style.size)
        if style.area_opacity:
            self.sketch.add(Marker(centre, style.marker, size, Fill(style.role), self.sketch.stroke("paper", 1.5)))
        else:
            self.sketch.add(Marker(centre, style.marker, size, Fill("paper"), self.sketch.stroke(style.role, 1.5)))

    def _draw_gaps(self) -> None:
        current = self._scores_that_decide()
        for index, score in enumerate(current or ()):
            if score.value is None:
                self._draw_gap(self._at(index, TOP_LEVEL / 2))

    def _draw_gap(self, centre: Point) -> None:
        sketch = self.sketch
        sketch.add(Circle(centre, sketch.units(8), Fill("paper"), sketch.stroke("line_strong", 1)))
        sketch.text(centre, "–", sketch.style.caption, role="ink2", weight=600, anchor="middle")

    def _draw_labels(self) -> None:
        sketch = self.sketch
        for axis, label in zip(self.radar.axes, self.layout.labels, strict=True):
            place = (label.x, self.centre[1] + label.top)
            sketch.paragraph(place, label.lines, sketch.style.label, weight=600, anchor=label.anchor)
            self._draw_leader(label)
            sketch.mark(Area(axis.key, self._words(axis), label.left, place[1], label.width, label.height))

    def _draw_leader(self, label: Label) -> None:
        """A hairline from the spoke's end to a label that had to move away from it."""
        if label.shift < self.sketch.style.label.line * 0.75 or label.anchor == "middle":
            return
        gap = self.sketch.units(4)
        edge = label.x - gap if label.anchor == "start" else label.x + gap
        line = self.sketch.style.label.line / 2
        middle = self.centre[1] + (label.bottom - line if label.tip[1] < 0 else label.top + line)
        tip = (label.tip[0], self.centre[1] + label.tip[1])
        self.sketch.add(Line(tip, (edge, middle), self.sketch.stroke("line_strong", 0.75)))

    def _draw_names(self, top: float) -> float:
        """The names below each other, where only the keys found room around the radar."""
        sketch, style = self.sketch, self.sketch.style.caption
        indent = max(sketch.text_width(axis.key, style, 600) for axis in self.radar.axes) + sketch.units(8)
        for axis in self.radar.axes:
            sketch.paragraph((0, top), (axis.key,), style, weight=600)
            lines = sketch.break_lines(axis.title, sketch.width - indent, style).lines
            top = sketch.paragraph((indent, top), lines, style, role="ink2") + sketch.units(2)
        return top

    def _legend(self) -> Iterator[LegendItem]:
        sketch = self.sketch
        length = sketch.units(30)
        for series in self.radar.series:
            style = sketch.style.series[series.kind]

            def draw(x: float, middle: float, style: SeriesStyle = style) -> None:
                sketch.add(Line((x, middle), (x + length, middle), sketch.stroke(style.role, style.width, style.dash)))
                self._draw_marker((x + length / 2, middle), style)

            yield LegendItem(series.name, length, draw)
        if any(axis.band for axis in self.radar.axes):
            side = sketch.units(12)
            yield LegendItem(
                self.texts("charts.possible"),
                side * 1.5,
                lambda x, middle: sketch.add(
                    Rect(x, middle - side / 2, side * 1.5, side, Fill("amber_line", 0.28)),
                ),
            )
        if any(score.value is None for score in self._scores_that_decide() or ()):
            size = sketch.units(16)
            yield LegendItem(
                self.texts("charts.radar.gap"), size, lambda x, middle: self._draw_gap((x + size / 2, middle))
            )

    # Words

    def _scores_that_decide(self) -> tuple[Score, ...] | None:
        return next((series.scores for series in self.radar.series if series.kind == "current"), None)

    def _words(self, axis: Axis) -> str:
        index = self.radar.axes.index(axis)
        values = [f"{series.name} {series.scores[index].words}" for series in self.radar.series]
        return f"{axis.key} {axis.title}: " + ", ".join(values)


def _runs(values: Sequence[float | None]) -> list[list[int]]:
    """Neighbouring axes that have a value, around the circle; one run of all where none is missing."""
    count = len(values)
    missing = [index for index, value in enumerate(values) if value is None]
    if not missing:
        return [list(range(count))]
    runs: list[list[int]] = [[]]
    for offset in range(1, count + 1):
        index = (missing[0] + offset) % count
        if values[index] is None:
            runs.append([])
        else:
            runs[-1].append(index)
    return [run for run in runs if run]


def _smallest(spokes: int) -> float:
    """The radius below which the spokes stand too close, in units."""
    return 36 + 6 * spokes
