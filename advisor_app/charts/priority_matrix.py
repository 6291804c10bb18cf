"""Priority matrix: measures by effort and benefit, each a dot with its priority's letter and its number beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from advisor_app.charts.scene import (
    Anchor,
    Area,
    ChartStyle,
    Circle,
    DataTable,
    Fill,
    Line,
    Point,
    Rect,
    Scene,
)
from advisor_app.charts.sketch import LegendItem, Sketch
from advisor_app.texts import Texts

_STEPS = range(1, 6)
_LOWEST_ROW = 64
_DOT = 22
_MOST_NAMED = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixMeasure:
    """A measure with benefit and effort from 1 to 5, None while open; priority is ``A``, ``B``, ``C`` or empty."""

    id: str
    title: str
    benefit: int | None
    effort: int | None
    priority: str

    @property
    def is_rated(self) -> bool:
        """Whether it has a place in the matrix."""
        return self.benefit is not None and self.effort is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityMatrix:
    """Measures by effort (to the right) and benefit (upwards)."""

    title: str
    measures: tuple[MatrixMeasure, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )

    def cells(
        self, width: float, style: ChartStyle, texts: Texts
    ) -> dict[tuple[int, int], tuple[float, float, float, float]]:
        """Left edge, top, width and height of the cell of every effort and benefit at a width."""
        drawing = _Drawing(self, Sketch(width, style), texts)
        return {(effort, benefit): drawing.cell(effort, benefit) for effort in _STEPS for benefit in _STEPS}


class _Drawing:
    """The matrix being drawn. Rows grow with the fullest of their cells, so that no measure hides another."""

    def __init__(self, chart: PriorityMatrix, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        caption = sketch.style.caption
        self.left = sketch.units(20)
        self.cell_width = (sketch.width - self.left) / len(_STEPS)
        self.cells: dict[tuple[int, int], list[MatrixMeasure]] = defaultdict(list)
        for measure in chart.measures:
            if measure.benefit is not None and measure.effort is not None:
                self.cells[measure.effort, measure.benefit].append(measure)
        self.label_width = max((sketch.text_width(measure.id, caption) for measure in chart.measures), default=0.0)
        beside = sketch.units(_DOT + 4) + self.label_width + sketch.units(10)
        self.is_stacked = beside > self.cell_width - sketch.units(8)
        if self.is_stacked:
            self.token = (max(sketch.units(_DOT + 4), self.label_width + 2), sketch.units(_DOT + 6) + caption.line)
        else:
            self.token = (beside, sketch.units(_DOT + 4))
        self.words = self._corner_words()
        self.tops = self._row_tops()

    def draw(self) -> float:
        """Draw everything; returns the height."""
        sketch, caption = self.sketch, self.sketch.style.caption
        sketch.text((0, caption.line / 2), self.texts("charts.matrix.benefit_axis"), caption, role="ink2")
        self._draw_cells()
        self._draw_axes()
        self._draw_words()
        for place, measures in self.cells.items():
            self._draw_tokens(place, measures)
        bottom = self.tops[0] + sketch.units(6) + 2 * caption.line
        bottom = sketch.legend(self._legend(), bottom + sketch.units(8), anchor="start")
        return self._draw_unrated(bottom)

    # Places

    def _row_tops(self) -> list[float]:
        """Upper edge of each benefit's row; the entry 0 is the lower edge of them all."""
        tops = [0.0] * (len(_STEPS) + 1)
        y = self.sketch.style.caption.line + self.sketch.units(8)
        for benefit in reversed(_STEPS):
            tops[benefit] = y
            fullest = max(self._needed(len(self.cells.get((effort, benefit), ()))) for effort in _STEPS)
            y += max(fullest, self.sketch.units(_LOWEST_ROW)) + self._word_room(benefit)
        tops[0] = y
        return tops

    def _needed(self, count: int) -> float:
        rows = ceil(count / self._tokens_in_a_row())
        return rows * self.token[1] + self.sketch.units(16)

    def _tokens_in_a_row(self) -> int:
        return max(1, int((self.cell_width - self.sketch.units(8)) / self.token[0]))

    def _word_room(self, benefit: int) -> float:
        """Room for the quadrants' words in the highest and the lowest row."""
        lines = [len(words) for (_, row), words in self.words.items() if row == benefit]
        return max(lines) * self.sketch.style.caption.line + self.sketch.units(2) if lines else 0.0

    def cell(self, effort: int, benefit: int) -> tuple[float, float, float, float]:
        """Left edge, top, width and height of a cell."""
        x = self.left + (effort - 1) * self.cell_width
        return x, self.tops[benefit], self.cell_width, self.tops[benefit - 1] - self.tops[benefit]

    # Parts

    def _draw_cells(self) -> None:
        sketch = self.sketch
        for benefit in _STEPS:
            for effort in _STEPS:
                if benefit - effort >= 2:
                    sketch.add(Rect(*self.cell(effort, benefit), Fill("primary_soft")))
                elif benefit - effort <= -2:
                    sketch.add(Rect(*self.cell(effort, benefit), Fill("sunken", 0.6)))
        for step in _STEPS:
            x = self.left + step * self.cell_width
            sketch.add(Line((x, self.tops[5]), (x, self.tops[0]), sketch.hairline("grid")))
            y = self.tops[step]
            sketch.add(Line((self.left, y), (sketch.width, y), sketch.hairline("grid")))

    def _draw_axes(self) -> None:
        sketch, caption = self.sketch, self.sketch.style.caption
        bottom = self.tops[0]
        stroke = sketch.stroke("line_strong")
        sketch.add(Line((self.left, self.tops[5]), (self.left, bottom), stroke))
        sketch.add(Line((self.left, bottom), (sketch.width, bottom), stroke))
        below = bottom + sketch.units(6) + caption.line / 2
        for step in _STEPS:
            x, y, width, height = self.cell(step, step)
            sketch.text((self.left - sketch.units(8), y + height / 2), str(step), caption, role="ink2", anchor="end")
            sketch.text((x + width / 2, below), str(step), caption, role="ink2", anchor="middle")
        words = self.texts("charts.matrix.effort_axis")
        sketch.text((sketch.width, below + caption.line), words, caption, role="ink2", anchor="end")

    def _corner_words(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """The quadrants' words, broken so that two of them fit beside each other."""
        room = self.cell_width * 2.4 - self.sketch.units(8)
        corners = {(1, 5): "first", (5, 5): "prepare", (1, 1): "aside", (5, 1): "later"}
        return {
            corner: self.sketch.break_lines(
                self.texts(f"charts.matrix.{name}"), room, self.sketch.style.caption, weight=600
            ).lines
            for corner, name in corners.items()
        }

    def _draw_words(self) -> None:
        sketch, caption = self.sketch, self.sketch.style.caption
        pad = sketch.units(6)
        for (effort, benefit), lines in self.words.items():
            x, y, width, height = self.cell(effort, benefit)
            anchor: Anchor = "start" if effort == 1 else "end"
            left = x + pad if effort == 1 else x + width - pad
            top = y + pad / 2 if benefit == 5 else y + height - pad / 2 - len(lines) * caption.line
            sketch.paragraph((left, top), lines, caption, role="ink2", weight=600, anchor=anchor)

    def _draw_tokens(self, place: tuple[int, int], measures: Sequence[MatrixMeasure]) -> None:
        x, y, width, height = self.cell(*place)
        room = self._word_room(place[1])
        middle = y + height / 2 + (room / 2 if place[1] == 5 else -room / 2 if place[1] == 1 else 0.0)
        rows = ceil(len(measures) / self._tokens_in_a_row())
        in_a_row = ceil(len(measures) / rows)
        for number, measure in enumerate(measures):
            row, column = divmod(number, in_a_row)
            in_this_row = min(in_a_row, len(measures) - row * in_a_row)
            left = x + width / 2 + (column - in_this_row / 2) * self.token[0]
            top = middle + (row - rows / 2) * self.token[1]
            self._draw_token(measure, left, top)

    def _draw_token(self, measure: MatrixMeasure, left: float, top: float) -> None:
        sketch, (width, height) = self.sketch, self.token
        radius = sketch.units(_DOT) / 2
        if self.is_stacked:
            centre = (left + width / 2, top + sketch.units(3) + radius)
            place, anchor = (centre[0], centre[1] + radius + sketch.style.caption.line / 2), "middle"
        else:
            centre = (left + sketch.units(3) + radius, top + height / 2)
            place, anchor = (centre[0] + radius + sketch.units(4), centre[1]), "start"
        self._draw_dot(measure.priority, centre, radius)
        self._write(measure.id, place, anchor)
        sketch.mark(Area(measure.id, _sentence(measure, self.texts), left, top, width, height))

    def _write(self, words: str, place: Point, anchor: str) -> None:
        self.sketch.text(place, words, self.sketch.style.caption, anchor="middle" if anchor == "middle" else "start")

    def _draw_dot(self, priority: str, centre: Point, radius: float) -> None:
        sketch = self.sketch
        bar = sketch.style.bars[priority.lower() or "c"]
        sketch.add(Circle(centre, radius, Fill(bar.fill), sketch.stroke(bar.stroke, 1.25, bar.dash)))
        sketch.text(centre, priority or "–", sketch.style.caption, role=bar.text, weight=600, anchor="middle")

    def _legend(self) -> Iterator[LegendItem]:
        size = self.sketch.units(_DOT)
        for priority in ("A", "B", "C"):

            def draw(x: float, middle: float, priority: str = priority) -> None:
                self._draw_dot(priority, (x + size / 2, middle), size / 2)

            yield LegendItem(self.texts(f"charts.matrix.{priority.lower()}"), size, draw, size)

    def _draw_unrated(self, top: float) -> float:
        sketch = self.sketch
        names = [f"{measure.id} {measure.title}" for measure in self.chart.measures if not measure.is_rated]
        if not names:
            return top
        words = self.texts("charts.matrix.unrated", names="; ".join(names))
        lines = sketch.break_lines(words, sketch.width, sketch.style.caption).lines
        return sketch.paragraph((0, top + sketch.units(8)), lines, sketch.style.caption, role="ink2")


def _sentence(measure: MatrixMeasure, texts: Texts) -> str:
    return texts(
        "charts.matrix.measure",
        id=measure.id,
        title=measure.title,
        benefit=measure.benefit,
        effort=measure.effort,
        priority=measure.priority or "–",
    )


def _alternative(chart: PriorityMatrix, texts: Texts) -> str:
    sentences = [texts("charts.matrix.alternative", title=chart.title, count=len(chart.measures))]
    rated = [measure for measure in chart.measures if measure.is_rated]
    if len(rated) > _MOST_NAMED:
        counts = {name: sum(item.priority == name for item in rated) for name in ("A", "B", "C")}
        sentences.append(texts("charts.matrix.counts", **{name.lower(): count for name, count in counts.items()}))
    else:
        sentences += [f"{_sentence(measure, texts)}." for measure in rated]
    unrated = [measure.id for measure in chart.measures if not measure.is_rated]
    if unrated:
        sentences.append(texts("charts.matrix.unrated", names=", ".join(unrated)) + ".")
    return " ".join(sentences)


def _table(chart: PriorityMatrix, texts: Texts) -> DataTable:
    names = ("number", "measure", "benefit", "effort", "priority")
    rows = tuple(
        (
            measure.id,
            measure.title,
            "–" if measure.benefit is None else str(measure.benefit),
            "–" if measure.effort is None else str(measure.effort),
            measure.priority or "–",
        )
        for measure in chart.measures
    )
    return DataTable(tuple(texts(f"charts.{name}") for name in names), rows)
