"""Candidates for use cases by feasibility and benefit, each a dot with its rank and its number beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor_app.charts.scene import ChartStyle, DataTable, Fill, Point, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.charts.step_matrix import (
    STEPS,
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
from advisor_app.domain.candidate import RankedCandidate
from advisor_app.texts import Texts
from advisor_app.texts.candidates import value_word

_STRONG, _WEAK = 8, 4
_LARGEST_RANK_IN_DOT = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCandidate:
    """A candidate: its cell (feasibility, benefit), None while it has none, its rank, and both values in words.

    ``is_placed``: the group has put it there itself.
    """

    code: str
    title: str
    cell: Cell | None
    rank: int | None = None
    benefit: str = ""
    feasibility: str = ""
    is_placed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateMatrix:
    """Candidates by feasibility (to the right) and benefit (upwards); ``is_low`` for a wall, where height is dear."""

    title: str
    candidates: tuple[MatrixCandidate, ...]
    is_low: bool = False

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = self._drawing(sketch, texts).draw(_legend(self, texts))
        open_ones = [f"{item.code} {item.title}".strip() for item in self.candidates if item.cell is None]
        height = below(sketch, _unrated("; ".join(open_ones), texts), height)
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )

    def cells(self, width: float, style: ChartStyle, texts: Texts) -> dict[Cell, CellBox]:
        """Where the cell of every feasibility and benefit stands at a width."""
        return self._drawing(Sketch(width, style), texts).cells()

    def _drawing(self, sketch: Sketch, texts: Texts) -> MatrixDrawing:
        corners = {(5, 5): "first", (1, 5): "smaller", (5, 1): "aside", (1, 1): "store"}
        ground = MatrixGround(
            row_axis=texts("charts.candidates.benefit_axis"),
            column_axis=texts("charts.candidates.feasibility_axis"),
            corners={corner: texts(f"charts.candidates.{name}") for corner, name in corners.items()},
            tint=_tint,
            is_low=self.is_low,
        )
        return MatrixDrawing(sketch, ground, _tokens(self, sketch, texts))


def matrix_of(ranked: Iterable[RankedCandidate], title: str, texts: Texts) -> CandidateMatrix:
    """The matrix of candidates with their ranks, in the order of their numbers."""
    found = sorted(ranked, key=lambda item: item.candidate.number)
    return CandidateMatrix(title=title, candidates=tuple(_in_matrix(item, texts) for item in found))


def _in_matrix(item: RankedCandidate, texts: Texts) -> MatrixCandidate:
    code, title, place = item.candidate.code, item.candidate.title, item.place
    if place is None:
        return MatrixCandidate(code=code, title=title, cell=None)
    return MatrixCandidate(
        code=code,
        title=title,
        cell=place.cell,
        rank=item.rank,
        benefit=value_word(place.benefit, texts),
        feasibility=value_word(place.feasibility, texts),
        is_placed=place.is_placed,
    )


def _tint(cell: Cell) -> Fill | None:
    if sum(cell) >= _STRONG:
        return Fill("primary_soft")
    return Fill("sunken", 0.6) if sum(cell) <= _WEAK else None


def _tokens(chart: CandidateMatrix, sketch: Sketch, texts: Texts) -> Iterator[MatrixToken]:
    for item in chart.candidates:
        if item.cell is not None and item.cell[0] in STEPS and item.cell[1] in STEPS:

            def draw(centre: Point, radius: float, item: MatrixCandidate = item) -> None:
                words = str(item.rank) if item.rank is not None and item.rank <= _LARGEST_RANK_IN_DOT else "–"
                look = "a" if item.rank == 1 else "b"
                draw_dot(sketch, look, words, centre, radius, is_dashed=item.is_placed)

            yield MatrixToken(item.code, _sentence(item, texts), item.cell, draw)


def _legend(chart: CandidateMatrix, texts: Texts) -> Iterator[LegendDot]:
    yield LegendDot("a", "1", texts("charts.candidates.rank_one"))
    yield LegendDot("b", "2", texts("charts.candidates.rank_more"))
    if any(item.is_placed for item in chart.candidates):
        yield LegendDot("b", "", texts("charts.candidates.placed"), is_dashed=True)


def _sentence(item: MatrixCandidate, texts: Texts) -> str:
    return texts(
        "charts.candidates.candidate",
        code=item.code,
        title=item.title,
        rank="–" if item.rank is None else item.rank,
        benefit=item.benefit,
        feasibility=item.feasibility,
    )


def _alternative(chart: CandidateMatrix, texts: Texts) -> str:
    return spoken(
        texts("charts.candidates.alternative", title=chart.title, count=len(chart.candidates)),
        [_sentence(item, texts) for item in chart.candidates if item.cell is not None],
        texts("charts.candidates.in_table"),
        _unrated(", ".join(item.code for item in chart.candidates if item.cell is None), texts),
    )


def _unrated(names: str, texts: Texts) -> str:
    return texts("charts.candidates.unrated", names=names) if names else ""


def _table(chart: CandidateMatrix, texts: Texts) -> DataTable:
    header = tuple(texts(f"charts.candidates.{name}") for name in ("number", "title", "benefit", "feasibility", "rank"))
    rows = tuple(
        (
            item.code,
            item.title or "–",
            item.benefit or "–",
            item.feasibility or "–",
            "–" if item.rank is None else str(item.rank),
        )
        for item in chart.candidates
    )
    return DataTable(header, rows)
