"""Priority matrix: measures by effort and benefit, each a dot with its priority's letter and its number beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_app.charts.scene import ChartStyle, DataTable, Fill, Point, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.charts.step_matrix import (
    Cell,
    CellBox,
    LegendDot,
    MatrixDrawing,
    MatrixGround,
    MatrixToken,
    below,
    draw_dot,
    spoken,
)
from advisor_app.texts import Texts


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
        height = self._drawing(sketch, texts).draw(_legend(texts))
        names = [f"{measure.id} {measure.title}" for measure in self.measures if not measure.is_rated]
        height = below(sketch, _unrated("; ".join(names), texts), height)
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )

    def cells(self, width: float, style: ChartStyle, texts: Texts) -> dict[Cell, CellBox]:
        """Where the cell of every effort and benefit stands at a width."""
        return self._drawing(Sketch(width, style), texts).cells()

    def _drawing(self, sketch: Sketch, texts: Texts) -> MatrixDrawing:
        corners = {(1, 5): "first", (5, 5): "prepare", (1, 1): "aside", (5, 1): "later"}
        ground = MatrixGround(
            row_axis=texts("charts.matrix.benefit_axis"),
            column_axis=texts("charts.matrix.effort_axis"),
            corners={corner: texts(f"charts.matrix.{name}") for corner, name in corners.items()},
            tint=_tint,
        )
        return MatrixDrawing(sketch, ground, _tokens(self, sketch, texts))


def _tint(cell: Cell) -> Fill | None:
    effort, benefit = cell
    if benefit - effort >= 2:
        return Fill("primary_soft")
    return Fill("sunken", 0.6) if benefit - effort <= -2 else None


def _tokens(chart: PriorityMatrix, sketch: Sketch, texts: Texts) -> Iterator[MatrixToken]:
    for measure in chart.measures:
        if measure.benefit is not None and measure.effort is not None:

            def draw(centre: Point, radius: float, priority: str = measure.priority) -> None:
                draw_dot(sketch, priority.lower() or "c", priority or "–", centre, radius)

            yield MatrixToken(measure.id, _sentence(measure, texts), (measure.effort, measure.benefit), draw)


def _legend(texts: Texts) -> Iterator[LegendDot]:
    for priority in ("A", "B", "C"):
        yield LegendDot(priority.lower(), priority, texts(f"charts.matrix.{priority.lower()}"))


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
    rated = [measure for measure in chart.measures if measure.is_rated]
    counts = {name.lower(): sum(item.priority == name for item in rated) for name in ("A", "B", "C")}
    return spoken(
        texts("charts.matrix.alternative", title=chart.title, count=len(chart.measures)),
        [_sentence(measure, texts) for measure in rated],
        texts("charts.matrix.counts", **counts),
        _unrated(", ".join(measure.id for measure in chart.measures if not measure.is_rated), texts),
    )


def _unrated(names: str, texts: Texts) -> str:
    return texts("charts.matrix.unrated", names=names) if names else ""


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
