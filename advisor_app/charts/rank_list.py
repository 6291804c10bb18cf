"""Candidates by their ranks as rows: the rank, the candidate's number and title, and both values at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor_app.charts.scene import Area, ChartStyle, DataTable, Line, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.domain.candidate import RankedCandidate
from advisor_app.texts import Texts
from advisor_app.texts.candidates import value_word

_PAD = 6
_GAP = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRow:
    """One candidate: its rank (None while it is not rated), number and title, and both values in words."""

    code: str
    title: str
    rank: int | None
    benefit: str = ""
    feasibility: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankList:
    """Candidates in the order of their ranks."""

    title: str
    rows: tuple[RankRow, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        label = style.label
        ranks = [_rank(row) for row in self.rows]
        left = max((sketch.text_width(rank, label, 600) for rank in ranks), default=0.0) + sketch.units(_GAP)
        top = 0.0
        for row, rank in zip(self.rows, ranks, strict=True):
            sketch.add(Line((0, top), (width, top), sketch.hairline("line")))
            name = f"{row.code} {row.title}".strip()
            lines = sketch.break_lines(name, width - left, label, weight=600).lines
            height = len(lines) * label.line + 2 * sketch.units(_PAD)
            first = top + sketch.units(_PAD)
            role = "ink" if row.rank is not None else "ink2"
            sketch.text((0, first + label.line / 2), rank, label, role=role, weight=600)
            sketch.paragraph((left, first), lines, label, role=role, weight=600 if row.rank == 1 else 400)
            sketch.mark(Area(row.code, _sentence(row, texts), 0, top, width, height))
            top += height
        sketch.add(Line((0, top), (width, top), sketch.hairline("line")))
        sentences = [texts("charts.candidates.alternative", title=self.title, count=len(self.rows))]
        sentences += [f"{_sentence(row, texts)}." for row in self.rows]
        return sketch.scene(title=self.title, height=top, alternative=" ".join(sentences), table=_table(self, texts))


def ranks_of(ranked: Iterable[RankedCandidate], title: str, texts: Texts) -> RankList:
    """Candidates by their ranks, as the matrix beside them shows them."""
    return RankList(title=title, rows=tuple(_row(item, texts) for item in ranked))


def _row(item: RankedCandidate, texts: Texts) -> RankRow:
    candidate, place = item.candidate, item.place
    values = ("", "") if place is None else (value_word(place.benefit, texts), value_word(place.feasibility, texts))
    return RankRow(code=candidate.code, title=candidate.title, rank=item.rank, benefit=values[0], feasibility=values[1])


def _rank(row: RankRow) -> str:
    return "–" if row.rank is None else str(row.rank)


def _sentence(row: RankRow, texts: Texts) -> str:
    return texts(
        "charts.candidates.candidate",
        code=row.code,
        title=row.title,
        rank=_rank(row),
        benefit=row.benefit or "–",
        feasibility=row.feasibility or "–",
    )


def _table(chart: RankList, texts: Texts) -> DataTable:
    header = tuple(texts(f"charts.candidates.{name}") for name in ("rank", "number", "title", "benefit", "feasibility"))
    rows = tuple(
        (_rank(row), row.code, row.title or "–", row.benefit or "–", row.feasibility or "–") for row in chart.rows
    )
    return DataTable(header, rows)
