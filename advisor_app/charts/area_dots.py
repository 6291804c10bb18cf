"""Dots for impact areas: a row for each area with its dots in a line, or without them until they are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor_app.charts.font_metrics import Weight
from advisor_app.charts.scene import Area, ChartStyle, Circle, DataTable, Fill, Line, Polyline, Rect, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.domain.area_poll import AreaPoll, RankedArea, ranked_areas
from advisor_app.texts import Texts

_DOT = 12
_BETWEEN = 3
_SMALLEST_PITCH = 6
_PAD = 5
_MOST_WORDS = 0.42
_MARK = 14
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsRow:
    """An area with its dots (None until they are open); ``place`` as words, ``is_chosen`` for those taken over."""

    key: str
    title: str
    dots: int | None = None
    place: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaDotsChart:
    """Areas in the order in which they are shown; ``counted`` says how many dots there are of how many."""

    title: str
    rows: tuple[DotsRow, ...]
    counted: str = ""

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )


def dots_of(poll: AreaPoll, titles: Mapping[str, str], title: str, texts: Texts) -> AreaDotsChart:
    """The dots of a poll as the room may see them: the areas by their places once they are open, before in order."""
    shown = poll.shown
    counted = texts("charts.dots.counted", count=shown.total)
    if shown.expected:
        counted = texts("charts.dots.counted-of", count=shown.total, all=shown.expected)
    if shown.dots is None:
        rows = tuple(DotsRow(key=area, title=f"{area} {name}") for area, name in titles.items())
        return AreaDotsChart(title=title, rows=rows, counted=counted)
    rows = tuple(
        DotsRow(
            key=item.area,
            title=f"{item.area} {titles[item.area]}",
            dots=item.dots,
            place=_place(item, texts),
            is_chosen=item.area in poll.areas,
        )
        for item in ranked_areas(poll, tuple(titles))
    )
    return AreaDotsChart(title=title, rows=rows, counted=counted)


def _place(item: RankedArea, texts: Texts) -> str:
    if item.place is None:
        return ""
    return texts("charts.dots.tied", place=item.place) if item.is_tied else str(item.place)


class _Drawing:
    """The rows being drawn below each other."""

    def __init__(self, chart: AreaDotsChart, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        label = sketch.style.label
        widest = max((sketch.text_width(row.title, label, 600) for row in chart.rows), default=0.0)
        self.mark = sketch.units(_MARK + 6)
        self.words = min(widest, sketch.width * _MOST_WORDS)
        self.left = self.mark + self.words + sketch.units(14)
        self.most = max((row.dots or 0 for row in chart.rows), default=0)
        figures = [_figure(row) for row in chart.rows]
        self.figures = max((sketch.text_width(item, label, 600) for item in figures), default=0.0) + sketch.units(12)

    def draw(self) -> float:
        """Draw everything; returns the height."""
        sketch, caption = self.sketch, self.sketch.style.caption
        top = 0.0
        for row in self.chart.rows:
            self._rule(top)
            top = self._draw_row(top, row)
        self._rule(top)
        if self.chart.counted:
            lines = sketch.break_lines(self.chart.counted, sketch.width, caption).lines
            top = sketch.paragraph((0, top + sketch.units(6)), lines, caption, role="ink2")
        return top

    def _draw_row(self, top: float, row: DotsRow) -> float:
        sketch, label = self.sketch, self.sketch.style.label
        weight: Weight = 600 if row.is_chosen else 400
        lines = sketch.break_lines(row.title, self.words, label, weight=600).lines
        height = len(lines) * label.line + 2 * sketch.units(_PAD)
        middle = top + height / 2
        if row.is_chosen:
            size = sketch.units(_MARK)
            box = (0.0, middle - size / 2, size, size)
            sketch.add(Rect(*box, Fill("primary"), sketch.stroke("primary"), sketch.units(3)))
            tick = tuple((box[0] + x * size, box[1] + y * size) for x, y in _TICK)
            sketch.add(Polyline(tick, sketch.stroke("paper", 1.75)))
        sketch.paragraph((self.mark, top + sketch.units(_PAD)), lines, label, weight=weight)
        self._draw_dots(middle, row.dots or 0)
        figure = _figure(row)
        if figure:
            role = "ink" if row.dots else "ink2"
            sketch.text((sketch.width, middle), figure, label, role=role, weight=600 if row.dots else 400, anchor="end")
        sketch.mark(Area(row.key, _sentence(row, self.texts), 0, top, sketch.width, height))
        return top + height

    def _draw_dots(self, middle: float, count: int) -> None:
        """As large as the longest line allows, else bars; the same for all rows, as lengths are compared."""
        if not count:
            return
        sketch = self.sketch
        room = max(0.0, sketch.width - self.figures - self.left)
        pitch = min(sketch.units(_DOT + _BETWEEN), room / self.most)
        fill, stroke = Fill("primary"), sketch.stroke("primary")
        if pitch < sketch.units(_SMALLEST_PITCH):
            size = sketch.units(_DOT)
            length = max(room * count / self.most, sketch.units(2))
            sketch.add(Rect(self.left, middle - size / 2, length, size, fill, stroke, sketch.units(2)))
            return
        radius = min(sketch.units(_DOT), pitch - sketch.units(1.5)) / 2
        for number in range(count):
            sketch.add(Circle((self.left + radius + number * pitch, middle), radius, fill, stroke))

    def _rule(self, y: float) -> None:
        self.sketch.add(Line((0, y), (self.sketch.width, y), self.sketch.hairline("line")))


def _figure(row: DotsRow) -> str:
    return "" if row.dots is None else str(row.dots)


def _sentence(row: DotsRow, texts: Texts) -> str:
    if row.dots is None:
        return texts("charts.dots.hidden", title=row.title)
    key = "chosen" if row.is_chosen else "row"
    return texts(f"charts.dots.{key}", title=row.title, count=row.dots, place=row.place or "–")


def _alternative(chart: AreaDotsChart, texts: Texts) -> str:
    said = [f"{chart.title}."]
    if chart.counted:
        said.append(chart.counted if chart.counted.endswith(".") else f"{chart.counted}.")
    return " ".join([*said, *(f"{_sentence(row, texts)}." for row in chart.rows if row.dots is not None)])


def _table(chart: AreaDotsChart, texts: Texts) -> DataTable:
    header = tuple(texts(f"charts.dots.{name}") for name in ("area", "dots", "place", "taken"))
    rows = tuple(
        (
            row.title,
            _figure(row) or "–",
            row.place or "–",
            texts(f"charts.dots.{'yes' if row.is_chosen else 'no'}"),
        )
        for row in chart.rows
    )
    return DataTable(header, rows)
