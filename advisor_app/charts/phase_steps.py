"""Phase bar: the five phases in a row, those behind, the one reached, those that are possible and those ahead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from advisor_app.charts.font_metrics import Weight
from advisor_app.charts.scene import Area, ChartStyle, DataTable, Fill, Polyline, Rect, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.texts import Texts


class StepState(Enum):
    """Where a phase stands; the value is the key of its word under ``charts.phase_steps``."""

    PASSED = "passed"
    REACHED = "reached"
    POSSIBLE = "possible"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One phase; ``threshold`` is worded (``ab 0,8``)."""

    number: int
    title: str
    threshold: str
    state: StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseSteps:
    """All phases in order; ``summary`` says the result in one sentence (``Phase 3: Erproben, knapp.``)."""

    title: str
    summary: str
    steps: tuple[Step, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str
    stroke: str
    dash: tuple[float, ...]
    ink: str


# Two blanks between number and title, the first of which never ends a line.
_WIDE = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"

_LOOKS = {
    StepState.PASSED: _Look("gantt.b.fill", "primary", (), "ink2"),
    StepState.REACHED: _Look("primary", "primary", (), "primary"),
    StepState.POSSIBLE: _Look("primary_soft", "primary", (3, 3), "ink"),
    StepState.AHEAD: _Look("paper", "line_strong", (), "ink2"),
}


class _Drawing:
    """The phase bar being drawn: in one line below the bar, in blocks below it, or as a list, whichever fits."""

    def __init__(self, chart: PhaseSteps, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        self.gap = sketch.units(8)
        count = len(chart.steps)
        self.width = (sketch.width - self.gap * (count - 1)) / count

    def draw(self) -> float:
        """Draw everything; returns the height."""
        label = self.sketch.style.label
        if all(self._line_width(step) <= self.width for step in self.chart.steps):
            return self._draw_row(self._draw_line, label.line)
        if all(self.sketch.text_width(step.title, label, 600) <= self.width for step in self.chart.steps):
            return self._draw_row(self._draw_block, 2 * label.line + self.sketch.style.caption.line)
        return self._draw_list()

    def _line_width(self, step: Step) -> float:
        sketch = self.sketch
        title = sketch.text_width(f"{step.number}{_WIDE}{step.title}", sketch.style.label, 600)
        remark = sketch.text_width(self._remark(step), sketch.style.caption)
        return title + self._check_room() + sketch.units(12) + remark

    def _draw_row(self, draw_words: Callable[[Step, float, float], None], words: float) -> float:
        sketch = self.sketch
        top = sketch.units(8) + sketch.units(8)
        for index, step in enumerate(self.chart.steps):
            x = index * (self.width + self.gap)
            self._draw_bar(step, x, self.width, sketch.units(4))
            draw_words(step, x, top)
            sketch.mark(Area(str(step.number), _sentence(step, self.texts), x, 0, self.width, top + words))
        return top + words

    def _draw_line(self, step: Step, x: float, top: float) -> None:
        sketch, label = self.sketch, self.sketch.style.label
        self._draw_title(step, f"{step.number}{_WIDE}{step.title}", x, top)
        place = (x + self.width, top + label.line / 2)
        sketch.text(place, self._remark(step), sketch.style.caption, role="ink2", anchor="end")

    def _draw_block(self, step: Step, x: float, top: float) -> None:
        sketch, label = self.sketch, self.sketch.style.label
        self._draw_title(step, str(step.number), x, top)
        role, weight = self._emphasis(step)
        below = sketch.paragraph((x, top + label.line), (step.title,), label, role=role, weight=weight)
        sketch.paragraph((x, below), (self._remark(step),), sketch.style.caption, role="ink2")

    def _draw_list(self) -> float:
        sketch, label = self.sketch, self.sketch.style.label
        mark, row = sketch.units(28), label.line + sketch.units(8)
        left = mark + sketch.units(10)
        top = 0.0
        for step in self.chart.steps:
            remark = self._remark(step)
            room = sketch.width - left - self._check_room() - sketch.text_width(remark, sketch.style.caption)
            lines = sketch.break_lines(f"{step.number}{_WIDE}{step.title}", room, label, weight=600).lines
            height = row + (len(lines) - 1) * label.line
            middle = top + row / 2
            self._draw_bar(step, 0, mark, middle)
            self._draw_title(step, lines[0], left, middle - label.line / 2)
            role, weight = self._emphasis(step)
            sketch.paragraph((left, middle + label.line / 2), lines[1:], label, role=role, weight=weight)
            sketch.text((sketch.width, middle), remark, sketch.style.caption, role="ink2", anchor="end")
            sketch.mark(Area(str(step.number), _sentence(step, self.texts), 0, top, sketch.width, height))
            top += height
        return top

    def _draw_bar(self, step: Step, x: float, width: float, middle: float) -> None:
        look, height = _LOOKS[step.state], self.sketch.units(8)
        edge = self.sketch.stroke(look.stroke, 1, look.dash)
        inset = edge.width / 2  # the stroke stays within the picture
        place = (x + inset, middle - height / 2, width - 2 * inset, height)
        self.sketch.add(Rect(*place, Fill(look.fill), edge, height / 2))

    def _draw_title(self, step: Step, words: str, x: float, top: float) -> None:
        """A line of the title; a check mark tells that the phase is behind."""
        sketch, label = self.sketch, self.sketch.style.label
        role, weight = self._emphasis(step)
        sketch.paragraph((x, top), (words,), label, role=role, weight=weight)
        if step.state is StepState.PASSED:
            left = x + sketch.text_width(words, label, weight) + sketch.units(8)
            middle, size = top + label.line / 2, sketch.units(4)
            points = ((left, middle), (left + size, middle + size), (left + 2.6 * size, middle - size))
            sketch.add(Polyline(points, sketch.stroke("primary", 1.75)))

    def _emphasis(self, step: Step) -> tuple[str, Weight]:
        return _LOOKS[step.state].ink, 600 if step.state is StepState.REACHED else 400

    def _check_room(self) -> float:
        return self.sketch.units(20)

    def _remark(self, step: Step) -> str:
        if step.state is StepState.POSSIBLE:
            return f"{self.texts('charts.phase_steps.possible')}, {step.threshold}"
        return step.threshold


def _sentence(step: Step, texts: Texts) -> str:
    return f"{step.number} {step.title}, {step.threshold}: {texts(f'charts.phase_steps.{step.state.value}')}"


def _alternative(chart: PhaseSteps, texts: Texts) -> str:
    head = texts("charts.phase_steps.alternative", title=chart.title, count=len(chart.steps))
    steps = "; ".join(_sentence(step, texts) for step in chart.steps)
    return f"{head} {chart.summary} {steps}."


def _table(chart: PhaseSteps, texts: Texts) -> DataTable:
    header = tuple(texts(f"charts.phase_steps.{name}") for name in ("phase", "threshold", "state"))
    rows = tuple(
        (f"{step.number} {step.title}", step.threshold, texts(f"charts.phase_steps.{step.state.value}"))
        for step in chart.steps
    )
    return DataTable(header, rows)
