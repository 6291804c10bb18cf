"""Swim lanes: the steps of a process, each in the lane of whoever does it, from left to right and on in a next row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from advisor_app.charts.scene import (
    Area,
    ChartStyle,
    Circle,
    DataTable,
    Fill,
    Line,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
)
from advisor_app.charts.sketch import Sketch
from advisor_app.texts import Texts

_BOX, _GAP, _PAD = 112, 24, 7


class LaneMark(Enum):
    """What became of a step; the value is the key of its word under ``charts.swim_lanes``."""

    NONE = ""
    NEW = "new"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneStep:
    """One step; ``lane`` is an index. Times and the media break are worded (``8 min``, ``2 Tage``), empty for none."""

    key: str
    number: int
    title: str
    lane: int
    minutes: str = ""
    waiting: str = ""
    media_break: str = ""
    mark: LaneMark = LaneMark.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class SwimLanes:
    """A flow, or a part of one that ``begins`` or ``ends`` elsewhere; ``summary`` tells the sums in one sentence.

    Every step stands in one of the lanes.
    """

    title: str
    summary: str
    lanes: tuple[str, ...]
    steps: tuple[LaneStep, ...]
    begins: bool = True
    ends: bool = True

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """The lines in a box: its head (number and mark), its title, and what it costs."""

    head: str
    title: tuple[str, ...]
    times: tuple[str, ...]
    media_break: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Box:
    """A box that was placed."""

    x: float
    y: float
    height: float
    middle: float


class _Drawing:
    """The lanes being drawn, row by row; a row shows only the lanes that something happens in."""

    def __init__(self, chart: SwimLanes, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        self.box, self.gap, self.pad = sketch.units(_BOX), sketch.units(_GAP), sketch.units(_PAD)
        widest = max((sketch.text_width(name, sketch.style.label, 600) for name in chart.lanes), default=0.0)
        self.head = min(widest + 2 * self.pad, sketch.width * 0.22)
        room = sketch.width - self.head - self.gap
        self.columns = _evened(len(chart.steps), max(1, int(room // (self.box + self.gap))))
        self.box = min(room / self.columns - self.gap, self.box * 1.8)

    def draw(self) -> float:
        """Draw everything; returns the height."""
        top = self.sketch.units(1)
        steps = self.chart.steps
        for begin in range(0, len(steps), self.columns):
            row = steps[begin : begin + self.columns]
            is_first = self.chart.begins and begin == 0
            is_last = self.chart.ends and begin + self.columns >= len(steps)
            top = self._draw_row(row, top, is_first=is_first, is_last=is_last)
            top += self.sketch.units(16)
        return max(top - self.sketch.units(16), self.sketch.units(1)) + self.sketch.units(1)

    def _draw_row(self, row: tuple[LaneStep, ...], top: float, *, is_first: bool, is_last: bool) -> float:
        words = [self._words(step) for step in row]
        lanes = sorted({step.lane for step in row})
        edges = {}
        bottom = top
        for lane in lanes:
            tallest = max(self._height(words[at]) for at, step in enumerate(row) if step.lane == lane)
            edges[lane] = (bottom, bottom + max(tallest, self._head_height(lane)) + 2 * self.pad)
            bottom = edges[lane][1]
        for lane in lanes:
            self._draw_lane(lane, *edges[lane])
        boxes = [self._place(step, at, words[at], edges[step.lane]) for at, step in enumerate(row)]
        self._draw_arrows(boxes, is_first=is_first, is_last=is_last)
        for step, box, shown in zip(row, boxes, words, strict=True):
            self._draw_box(step, box, shown)
        return bottom

    def _words(self, step: LaneStep) -> _Words:
        sketch, room = self.sketch, self.box - 2 * self.pad
        caption = sketch.style.caption
        mark = self.texts(f"charts.swim_lanes.{step.mark.value}") if step.mark is not LaneMark.NONE else ""
        times = " · ".join(filter(None, (step.minutes, step.waiting)))
        broken = sketch.break_lines(step.media_break, room - sketch.units(12), caption).lines
        return _Words(
            head=" · ".join(filter(None, (str(step.number), mark))),
            title=sketch.break_lines(step.title or "–", room, sketch.style.label, weight=600).lines,
            times=sketch.break_lines(times, room, caption).lines if times else (),
            media_break=broken if step.media_break else (),
        )

    def _height(self, words: _Words) -> float:
        style = self.sketch.style
        small = 1 + len(words.times) + len(words.media_break)
        return len(words.title) * style.label.line + small * style.caption.line + 2 * self.pad

    def _lane_lines(self, lane: int) -> tuple[str, ...]:
        room = self.head - 2 * self.pad
        return self.sketch.break_lines(self.chart.lanes[lane], room, self.sketch.style.label, weight=600).lines

    def _head_height(self, lane: int) -> float:
        return len(self._lane_lines(lane)) * self.sketch.style.label.line

    def _draw_lane(self, lane: int, top: float, bottom: float) -> None:
        sketch, edge = self.sketch, self.sketch.hairline("line_strong")
        inset = edge.width / 2
        sketch.add(Rect(inset, top, self.head, bottom - top, Fill("sunken"), edge))
        sketch.add(Rect(inset + self.head, top, sketch.width - self.head - 2 * inset, bottom - top, None, edge))
        lines = self._lane_lines(lane)
        label = sketch.style.label
        at = (top + bottom - len(lines) * label.line) / 2
        sketch.paragraph((self.pad, at), lines, label, weight=600)

    def _place(self, step: LaneStep, column: int, words: _Words, edges: tuple[float, float]) -> _Box:
        height = self._height(words)
        x = self.head + self.gap + column * (self.box + self.gap)
        y = (edges[0] + edges[1] - height) / 2
        self.sketch.mark(Area(step.key, _sentence(self.chart, step, self.texts), x, y, self.box, height))
        return _Box(x, y, height, y + height / 2)

    def _draw_arrows(self, boxes: list[_Box], *, is_first: bool, is_last: bool) -> None:
        sketch, radius = self.sketch, self.sketch.units(5)
        first, last = boxes[0], boxes[-1]
        begin = first.x - self.gap + radius + sketch.units(3)
        if is_first:
            sketch.add(Circle((begin, first.middle), radius, Fill("paper"), sketch.stroke("ink2", 1.25)))
            self._arrow([(begin + radius, first.middle), (first.x, first.middle)])
        else:
            self._arrow([(first.x - self.gap + sketch.units(3), first.middle), (first.x, first.middle)])
        for left, right in pairwise(boxes):
            start, end, turn = left.x + self.box, right.x, right.x - self.gap / 2
            straight = abs(left.middle - right.middle) < 1e-6
            bend = [] if straight else [(turn, left.middle), (turn, right.middle)]
            self._arrow([(start, left.middle), *bend, (end, right.middle)])
        out = last.x + self.box
        if is_last:
            end = out + self.gap - radius - sketch.units(6)
            self._arrow([(out, last.middle), (end - radius, last.middle)])
            sketch.add(Circle((end, last.middle), radius, Fill("paper"), sketch.stroke("ink2", 2.5)))
        else:
            self._arrow([(out, last.middle), (out + self.gap - sketch.units(6), last.middle)])

    def _arrow(self, points: list[Point]) -> None:
        sketch, tip = self.sketch, self.sketch.units(5)
        stroke = sketch.stroke("ink2", 1.25)
        x, y = points[-1]
        *before, _ = points
        end = (x - tip, y)
        sketch.add(Line(before[0], end, stroke) if len(before) == 1 else Polyline((*before, end), stroke))
        sketch.add(Polygon(((x, y), (x - tip, y - tip * 0.6), (x - tip, y + tip * 0.6)), Fill("ink2")))

    def _draw_box(self, step: LaneStep, box: _Box, words: _Words) -> None:
        sketch, style = self.sketch, self.sketch.style
        is_new = step.mark in {LaneMark.NEW, LaneMark.CHANGED}
        dash = (4.0, 3.0) if step.mark is LaneMark.DROPPED else ()
        edge = sketch.stroke("primary" if is_new else "line_strong", 1.75 if is_new else 1.0, dash)
        ground = "primary_soft" if is_new else "paper"
        sketch.add(Rect(box.x, box.y, self.box, box.height, Fill(ground), edge, sketch.units(5)))
        left, top = box.x + self.pad, box.y + self.pad
        head = "primary" if is_new else "ink2"
        top = sketch.paragraph((left, top), (words.head,), style.caption, role=head, weight=600 if is_new else 400)
        top = sketch.paragraph((left, top), words.title, style.label, weight=600)
        top = sketch.paragraph((left, top), words.times, style.caption, role="ink2")
        if words.media_break:
            self._draw_break((left, top + style.caption.line / 2))
            sketch.paragraph((left + sketch.units(12), top), words.media_break, style.caption, role="amber", weight=600)

    def _draw_break(self, place: Point) -> None:
        """A flash: the flow is broken here; the word beside it says how."""
        x, middle = place
        size = self.sketch.units(9)
        shape = ((0.55, -0.6), (0.1, 0.1), (0.42, 0.1), (0.3, 0.6), (0.8, -0.15), (0.48, -0.15))
        self.sketch.add(
            Polygon(tuple((x + size * right, middle + size * down) for right, down in shape), Fill("amber"))
        )


def _evened(steps: int, most: int) -> int:
    """How many steps a row takes, so that the last row is about as long as the others."""
    rows = max(1, -(-steps // most))
    return max(1, -(-steps // rows))


def _sentence(chart: SwimLanes, step: LaneStep, texts: Texts) -> str:
    mark = texts(f"charts.swim_lanes.{step.mark.value}") if step.mark is not LaneMark.NONE else ""
    told = ", ".join(filter(None, (chart.lanes[step.lane], step.minutes, step.waiting, step.media_break, mark)))
    return f"{step.number} {step.title or '–'}: {told}"


def _alternative(chart: SwimLanes, texts: Texts) -> str:
    head = texts("charts.swim_lanes.alternative", title=chart.title, count=len(chart.steps), lanes=len(chart.lanes))
    return f"{head} {chart.summary} {'; '.join(_sentence(chart, step, texts) for step in chart.steps)}."


def _table(chart: SwimLanes, texts: Texts) -> DataTable:
    names = ("step", "lane", "minutes", "waiting", "break", "mark")
    rows = tuple(
        (
            f"{step.number} {step.title or '–'}",
            chart.lanes[step.lane],
            step.minutes or "–",
            step.waiting or "–",
            step.media_break or "–",
            texts(f"charts.swim_lanes.{step.mark.value}") if step.mark is not LaneMark.NONE else "–",
        )
        for step in chart.steps
    )
    return DataTable(tuple(texts(f"charts.swim_lanes.{name}") for name in names), rows)
