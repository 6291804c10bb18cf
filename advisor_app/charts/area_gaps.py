"""Functional areas of electronic files as rows: state, need, and a mark for the gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.charts.scene import Area, ChartStyle, Circle, DataTable, Fill, Line, Polygon, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.domain.e_file import Gap, JudgedArea
from advisor_app.texts import Texts
from advisor_app.texts.e_file import e_file_word

_PAD, _BETWEEN, _MARK = 5, 14, 12
_NARROWEST = 90
_ROLES = {Gap.WHOLE: "error", Gap.PART: "amber", Gap.NONE: "success", Gap.OPEN: "ink2"}
_HALF = ((0.0, -1.0), (-0.5, -0.866), (-0.866, -0.5), (-1.0, 0.0), (-0.866, 0.5), (-0.5, 0.866), (0.0, 1.0))
_COLUMNS = ("area", "state", "need", "gap")


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """An area with its number; ``state`` and ``need`` as words, "–" where nobody has said."""

    number: int
    title: str
    state: str
    need: str
    gap: Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaGaps:
    """Areas below each other under the heads of their columns."""

    title: str
    rows: tuple[GapRow, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        told = [texts("charts.area_gaps.alternative", title=self.title, count=len(self.rows))]
        told += [f"{_sentence(row, texts)}." for row in self.rows]
        header = tuple(texts(f"charts.area_gaps.{name}") for name in _COLUMNS)
        rows = tuple((f"{row.number} {row.title}", *_words(row, texts)) for row in self.rows)
        return sketch.scene(title=self.title, height=height, alternative=" ".join(told), table=DataTable(header, rows))


def gaps_of(areas: Sequence[JudgedArea], title: str, texts: Texts) -> AreaGaps:
    """Areas as they were judged."""
    return AreaGaps(
        title=title,
        rows=tuple(
            GapRow(
                number=item.number,
                title=item.area.title,
                state="–" if item.standing.state is None else e_file_word(item.standing.state, texts),
                need="–" if item.standing.need is None else e_file_word(item.standing.need, texts),
                gap=item.gap,
            )
            for item in areas
        ),
    )


class _Drawing:
    """The rows being drawn: number and title take what state, need and gap leave, or stand above them."""

    def __init__(self, chart: AreaGaps, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        label, caption = sketch.style.label, sketch.style.caption
        self.gap, self.mark = sketch.units(_BETWEEN), sketch.units(_MARK)
        heads = [texts(f"charts.area_gaps.{name}") for name in _COLUMNS[1:]]
        words = [_words(row, texts) for row in chart.rows]
        self.widths = [
            max([sketch.text_width(head, caption), *(sketch.text_width(row[place], label, 600) for row in words)])
            for place, head in enumerate(heads)
        ]
        self.widths[2] += self.mark + self.gap / 2
        numbers = [sketch.text_width(str(row.number), label) for row in chart.rows]
        self.left = max(numbers, default=0.0) + self.gap
        beside = sketch.width - self.left - sum(self.widths) - 3 * self.gap
        self.is_stacked = beside < sketch.units(_NARROWEST)
        self.titles = sketch.width - self.left if self.is_stacked else beside

    def draw(self) -> float:
        """Draw everything; returns the height."""
        caption = self.sketch.style.caption
        top = caption.line + self.sketch.units(_PAD)
        heads = [self.texts(f"charts.area_gaps.{name}") for name in _COLUMNS]
        starts = (0.0, *self._columns())
        for x, end, head in zip(starts, (*starts[1:], self.sketch.width), heads, strict=True):
            if x + self.sketch.text_width(head, caption) < end:
                self.sketch.text((x, caption.line / 2), head, caption, role="ink2")
        for row in self.chart.rows:
            self._rule(top)
            top = self._draw_row(row, top)
        self._rule(top)
        return top

    def _columns(self) -> tuple[float, float, float]:
        need = self.sketch.width - self.widths[2] - self.gap - self.widths[1]
        return need - self.gap - self.widths[0], need, self.sketch.width - self.widths[2]

    def _draw_row(self, row: GapRow, top: float) -> float:
        sketch, label = self.sketch, self.sketch.style.label
        lines = sketch.break_lines(row.title, self.titles, label).lines
        first = top + sketch.units(_PAD)
        below = sketch.paragraph((self.left, first), lines, label)
        number = (self.left - self.gap, first + label.line / 2)
        sketch.text(number, str(row.number), label, role="ink2", anchor="end")
        middle = (below if self.is_stacked else first) + label.line / 2
        bottom = max(below, middle + label.line / 2) + sketch.units(_PAD)
        state, need, gap = self._columns()
        words = _words(row, self.texts)
        sketch.text((state, middle), words[0], label, role="ink2")
        sketch.text((need, middle), words[1], label, weight=600)
        self._draw_mark(row.gap, (gap + self.mark / 2, middle))
        sketch.text((gap + self.mark + self.gap / 2, middle), words[2], label, role=_ROLES[row.gap], weight=600)
        sketch.mark(Area(str(row.number), _sentence(row, self.texts), 0, top, sketch.width, bottom - top))
        return bottom

    def _draw_mark(self, gap: Gap, centre: tuple[float, float]) -> None:
        """Full for a gap, half for a part of one, empty where there is none; nothing where nobody has said."""
        if gap is Gap.OPEN:
            return
        sketch, role, radius = self.sketch, _ROLES[gap], self.mark / 2
        fill = Fill(role)
        sketch.add(Circle(centre, radius, fill if gap is Gap.WHOLE else None, sketch.stroke(role, 1.5)))
        if gap is Gap.PART:
            sketch.add(Polygon(tuple((centre[0] + x * radius, centre[1] + y * radius) for x, y in _HALF), fill))

    def _rule(self, y: float) -> None:
        self.sketch.add(Line((0, y), (self.sketch.width, y), self.sketch.hairline("line")))


def _words(row: GapRow, texts: Texts) -> tuple[str, str, str]:
    return row.state, row.need, e_file_word(row.gap, texts)


def _sentence(row: GapRow, texts: Texts) -> str:
    state, need, gap = _words(row, texts)
    return texts("charts.area_gaps.row", area=f"{row.number} {row.title}", state=state, need=need, gap=gap)
