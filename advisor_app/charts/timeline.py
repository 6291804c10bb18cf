"""Timeline of a workshop day: its steps below each other, as high as they are long, with the times they begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from advisor_app.charts.font_metrics import Weight
from advisor_app.charts.scene import (
    Area,
    ChartStyle,
    Circle,
    DataTable,
    Fill,
    Line,
    Polyline,
    Rect,
    Scene,
)
from advisor_app.charts.sketch import Sketch
from advisor_app.texts import Texts

_UNITS_PER_MINUTE = 1.1
_AXIS = 10


class StepKind(Enum):
    """What happens in a step."""

    WORK = "work"
    BREAK = "break"
    LUNCH = "lunch"


class StepState(Enum):
    """How far a step has come; the value is the key of its word under ``charts.timeline``."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStep:
    """One step; ``start`` in minutes since midnight, ``note`` is worded (``seit 10:03``)."""

    id: str
    title: str
    start: int
    minutes: int
    kind: StepKind = StepKind.WORK
    state: StepState = StepState.AHEAD
    note: str = ""

    @property
    def end(self) -> int:
        """Minutes since midnight at which it ends."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The steps of one day in order; ``now`` in minutes since midnight, None on other days."""

    title: str
    steps: tuple[TimelineStep, ...]
    now: int | None = None

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )


@dataclass(frozen=True, slots=True)
class _Block:
    """A step with its place; heights are proportional to minutes, but never too low for its words."""

    step: TimelineStep
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    top: float
    bottom: float


class _Drawing:
    """The timeline being drawn."""

    def __init__(self, chart: Timeline, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        label = sketch.style.label
        self.axis = sketch.text_width("00:00", label) + sketch.units(8 + _AXIS)
        self.left = self.axis + sketch.units(_AXIS + 8)
        self.inner = self.left + sketch.units(12)
        durations = [sketch.text_width(self._duration(step), label) for step in chart.steps]
        self.title_width = sketch.width - self.inner - sketch.units(24) - max(durations, default=0.0)
        self.blocks = tuple(self._blocks())

    def draw(self) -> float:
        """Draw everything; returns the height."""
        sketch, label = self.sketch, self.sketch.style.label
        if not self.blocks:
            return 0.0
        first, last = self.blocks[0], self.blocks[-1]
        end = last.bottom + sketch.units(6) + label.line / 2
        sketch.add(Line((self.axis, self._dot(first)), (self.axis, end), sketch.hairline("line_strong")))
        for block in self.blocks:
            self._draw_block(block)
        self._draw_end(end, last.step.end)
        self._draw_now()
        return end + label.line / 2

    def _blocks(self) -> Iterator[_Block]:
        sketch, label, caption = self.sketch, self.sketch.style.label, self.sketch.style.caption
        top = 0.0
        for step in self.chart.steps:
            weight = self._weight(step)
            lines = sketch.break_lines(step.title, self.title_width, label, weight=weight).lines
            notes = sketch.break_lines(step.note, self.title_width, caption).lines
            words = len(lines) * label.line + len(notes) * caption.line + sketch.units(12)
            bottom = top + max(words, sketch.units(step.minutes * _UNITS_PER_MINUTE))
            yield _Block(step, lines, notes, top, bottom)
            top = bottom + sketch.units(3)

    def _draw_block(self, block: _Block) -> None:
        sketch, label, step = self.sketch, self.sketch.style.label, block.step
        height = block.bottom - block.top
        rests = step.kind is not StepKind.WORK
        is_current = step.state is StepState.CURRENT
        edge = sketch.stroke("primary", 2) if is_current else None
        fill = Fill("sunken" if rests else "primary_soft")
        width = sketch.width - self.left
        sketch.add(Rect(self.left, block.top, width, height, fill, edge, sketch.units(4)))
        words = len(block.lines) * label.line + len(block.notes) * sketch.style.caption.line
        top = block.top + min(sketch.units(6), (height - words) / 2)
        role = "ink2" if rests else "ink"
        below = sketch.paragraph((self.inner, top), block.lines, label, role=role, weight=self._weight(step))
        sketch.paragraph((self.inner, below), block.notes, sketch.style.caption, role="ink2")
        place = (sketch.width - sketch.units(12), top + label.line / 2)
        sketch.text(place, self._duration(step), label, role="ink2", anchor="end")
        sketch.text((0, self._dot(block)), _clock(step.start), label, role="ink2")
        self._draw_dot(step, self._dot(block))
        sketch.mark(Area(step.id, _sentence(step, self.texts), 0, block.top, sketch.width, height))

    def _dot(self, block: _Block) -> float:
        """Height of a step's beginning on the axis: its first line of words."""
        return block.top + self.sketch.units(6) + self.sketch.style.label.line / 2

    def _draw_dot(self, step: TimelineStep, y: float) -> None:
        sketch = self.sketch
        radius = sketch.units(6 if step.kind is StepKind.WORK else 4)
        if step.state is StepState.CURRENT:
            sketch.add(Circle((self.axis, y), radius, Fill("primary"), sketch.stroke("primary", 1.5)))
            sketch.add(Circle((self.axis, y), sketch.units(2), Fill("on_primary")))
            return
        role = "primary" if step.state is StepState.DONE else "line_strong"
        fill = "primary_soft" if step.state is StepState.DONE else "paper"
        sketch.add(Circle((self.axis, y), radius, Fill(fill), sketch.stroke(role, 1.5)))
        if step.state is StepState.DONE:
            size = sketch.units(2)
            points = (
                (self.axis - 1.4 * size, y),
                (self.axis - 0.3 * size, y + size),
                (self.axis + 1.5 * size, y - size),
            )
            sketch.add(Polyline(points, sketch.stroke("primary", 1.5)))

    def _draw_end(self, y: float, minutes: int) -> None:
        sketch, label = self.sketch, self.sketch.style.label
        tick = sketch.units(4)
        sketch.add(Line((self.axis - tick, y), (self.axis + tick, y), sketch.stroke("line_strong", 1.5)))
        sketch.text((0, y), _clock(minutes), label, role="ink2")
        sketch.text((self.inner, y), self.texts("charts.timeline.end"), label, role="ink2")

    def _draw_now(self) -> None:
        now = self.chart.now
        for block in self.blocks:
            if now is None or not block.step.start <= now < block.step.end:
                continue
            share = (now - block.step.start) / block.step.minutes
            y = block.top + share * (block.bottom - block.top)
            sketch = self.sketch
            sketch.add(Line((self.axis, y), (sketch.width, y), sketch.stroke("gantt.today", 1.5)))
            sketch.add(Circle((self.axis, y), sketch.units(3), Fill("gantt.today")))

    def _weight(self, step: TimelineStep) -> Weight:
        return 600 if step.kind is StepKind.WORK else 400

    def _duration(self, step: TimelineStep) -> str:
        return self.texts("charts.timeline.minutes", minutes=step.minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _sentence(step: TimelineStep, texts: Texts) -> str:
    parts = [f"{_clock(step.start)} {step.title}", texts("charts.timeline.minutes", minutes=step.minutes)]
    if step.state is not StepState.AHEAD:
        parts.append(texts(f"charts.timeline.{step.state.value}"))
    return ", ".join([*parts, *filter(None, [step.note])])


def _alternative(chart: Timeline, texts: Texts) -> str:
    if not chart.steps:
        return texts("charts.timeline.empty", title=chart.title)
    rest = sum(step.minutes for step in chart.steps if step.kind is not StepKind.WORK)
    first, last = _clock(chart.steps[0].start), _clock(chart.steps[-1].end)
    sentences = [
        texts("charts.timeline.alternative", title=chart.title, count=len(chart.steps), first=first, last=last),
        texts("charts.timeline.rest", minutes=rest),
        *(f"{_sentence(step, texts)}." for step in chart.steps),
    ]
    return " ".join(sentences)


def _table(chart: Timeline, texts: Texts) -> DataTable:
    header = tuple(texts(f"charts.timeline.{name}") for name in ("step", "time", "duration", "state"))
    rows = tuple(
        (
            step.title,
            f"{_clock(step.start)}–{_clock(step.end)}",
            texts("charts.timeline.minutes", minutes=step.minutes),
            step.note or texts(f"charts.timeline.{step.state.value}"),
        )
        for step in chart.steps
    )
    return DataTable(header, rows)
