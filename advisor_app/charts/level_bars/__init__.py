"""Level bars: one row per dimension with its bar from 0 to 4, level, value and what may stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor_app.charts.font_metrics import Weight
from advisor_app.charts.level_bars.marks import draw_band, draw_before, draw_move, draw_target, draw_typical
from advisor_app.charts.scene import (
    TOP_LEVEL,
    Area,
    Band,
    ChartStyle,
    DataTable,
    Fill,
    Line,
    Rect,
    Scene,
    Score,
)
from advisor_app.charts.sketch import LegendItem, Sketch
from advisor_app.texts import Texts

_NARROWEST_BAR, _WIDEST_BAR = 120, 260
_NARROWEST_TITLE = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One dimension; ``cells`` fill the chart's further columns, ``note`` stands below the title.

    ``before`` is where it stood at another time, ``peers`` the middle half of a group around its ``typical`` value.
    """

    key: str
    title: str
    score: Score
    level: int | None
    target: Score | None = None
    band: Band | None = None
    before: Score | None = None
    typical: Score | None = None
    peers: Band | None = None
    note: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBars:
    """Rows of bars; ``columns`` are the heads of further columns (ValueError where a row has other cells)."""

    title: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check that every column is filled."""
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("every row needs one cell per further column")

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch, texts).draw()
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where the columns begin; ``ends`` are the right edges of value and further columns."""

    title: float
    title_width: float
    bar: float
    bar_width: float
    chip: float
    ends: tuple[float, ...]
    stacked: bool


class _Drawing:
    """Bars being drawn: what all parts need to know."""

    def __init__(self, chart: LevelBars, sketch: Sketch, texts: Texts) -> None:
        self.chart, self.sketch, self.texts = chart, sketch, texts
        self.heads = (texts("charts.value"), *chart.columns)
        self.columns = self._beside() or self._stacked()

    def draw(self) -> float:
        """Draw everything; returns the height."""
        top = self._draw_head()
        for number, row in enumerate(self.chart.rows):
            if number:
                self._rule(top)
            top = self._draw_stacked_row(row, top) if self.columns.stacked else self._draw_row(row, top)
        self._rule(top)
        items = tuple(self._legend())
        return self.sketch.legend(items, top + self.sketch.units(14), anchor="start") if items else top

    # Columns

    def _beside(self) -> _Columns | None:
        """Everything of a row side by side, or None where there is no room for it."""
        sketch, label, rows = self.sketch, self.sketch.style.label, self.chart.rows
        gap = sketch.units(16)
        key = max((sketch.text_width(row.key, label) for row in rows), default=0.0) + sketch.units(12)
        chip = max(sketch.units(22), sketch.text_width(self.texts("charts.level"), sketch.style.caption))
        ends: list[float] = []
        end = sketch.width
        for number in reversed(range(len(self.heads))):
            ends.insert(0, end)
            end -= self._column_width(number) + gap
        chip_left = end - chip
        room = chip_left - gap - key - gap
        head = sketch.text_width(self.texts("charts.dimension"), sketch.style.caption) - key
        natural = max([*(sketch.text_width(row.title, label) for row in rows), head])
        least = max(min(natural, sketch.units(_NARROWEST_TITLE)), head)
        if room - sketch.units(_NARROWEST_BAR) < least:
            return None
        title = min(natural, max(room - sketch.units(_WIDEST_BAR), room * 0.55, least))
        bar = min(room - title, sketch.units(_WIDEST_BAR))
        left = chip_left - gap - bar
        return _Columns(
            title=key,
            title_width=left - gap - key,
            bar=left,
            bar_width=bar,
            chip=chip_left + chip / 2,
            ends=tuple(ends),
            stacked=False,
        )

    def _stacked(self) -> _Columns:
        """The bar below its title, for narrow places."""
        sketch = self.sketch
        key = max((sketch.text_width(row.key, sketch.style.label) for row in self.chart.rows), default=0.0)
        value, chip = self._column_width(0), sketch.units(22)
        title = key + sketch.units(8)
        chip_left = sketch.width - value - sketch.units(12) - chip
        return _Columns(
            title=title,
            title_width=chip_left - sketch.units(12) - title,
            bar=sketch.units(4),
            bar_width=sketch.width - sketch.units(8),
            chip=chip_left + chip / 2,
            ends=(sketch.width,),
            stacked=True,
        )

    def _column_width(self, number: int) -> float:
        """Width of the value (0) or a further column (from 1)."""
        sketch = self.sketch
        words = [row.score.words if number == 0 else row.cells[number - 1] for row in self.chart.rows]
        weight: Weight = 600 if number == 0 else 400
        widths = [sketch.text_width(word, sketch.style.label, weight) for word in words]
        return max([*widths, sketch.text_width(self.heads[number], sketch.style.caption)])

    # Parts

    def _draw_head(self) -> float:
        sketch, columns, caption = self.sketch, self.columns, self.sketch.style.caption
        middle = caption.line / 2
        for level in range(TOP_LEVEL + 1):
            sketch.text((self._x(level), middle), str(level), caption, role="ink2", anchor="middle")
        if not columns.stacked:
            sketch.text((0, middle), self.texts("charts.dimension"), caption, role="ink2")
            sketch.text((columns.chip, middle), self.texts("charts.level"), caption, role="ink2", anchor="middle")
            for head, end in zip(self.heads, columns.ends, strict=True):
                sketch.text((end, middle), head, caption, role="ink2", anchor="end")
        bottom = caption.line + sketch.units(6)
        self._rule(bottom)
        return bottom

    def _draw_row(self, row: Row, top: float) -> float:
        sketch, columns = self.sketch, self.columns
        lines = sketch.break_lines(row.title, columns.title_width, sketch.style.label).lines
        notes = sketch.break_lines(row.note, columns.title_width, sketch.style.caption).lines
        words = len(lines) * sketch.style.label.line + len(notes) * sketch.style.caption.line
        height = max(words, sketch.units(22)) + 2 * sketch.units(8)
        middle = top + height / 2
        first = middle - words / 2
        sketch.paragraph((0, first), (row.key,), sketch.style.label, role="ink2")
        below = sketch.paragraph((columns.title, first), lines, sketch.style.label)
        sketch.paragraph((columns.title, below), notes, sketch.style.caption, role="ink2")
        self._draw_bar(row, middle)
        self._draw_level(row, middle)
        for cell, end in zip(row.cells, columns.ends[1:], strict=True):
            sketch.text((end, middle), cell, sketch.style.label, role="ink2", anchor="end")
        self._mark(row, top, height)
        return top + height

    def _draw_stacked_row(self, row: Row, top: float) -> float:
        sketch, columns, label, caption = self.sketch, self.columns, self.sketch.style.label, self.sketch.style.caption
        pad = sketch.units(8)
        lines = sketch.break_lines(row.title, columns.title_width, label).lines
        first = top + pad + max(0.0, sketch.units(22) - label.line) / 2
        sketch.paragraph((0, first), (row.key,), label, role="ink2")
        below = sketch.paragraph((columns.title, first), lines, label)
        self._draw_level(row, first + label.line / 2)
        middle = max(below + sketch.units(4), top + pad + sketch.units(22)) + sketch.units(14)
        self._draw_bar(row, middle)
        further = [f"{head} {cell}" for head, cell in zip(self.chart.columns, row.cells, strict=True)]
        notes = sketch.break_lines(" · ".join([*filter(None, [row.note]), *further]), sketch.width, caption).lines
        bottom = sketch.paragraph((0, middle + sketch.units(14)), notes, caption, role="ink2") + pad
        self._mark(row, top, bottom - top)
        return bottom

    def _draw_level(self, row: Row, middle: float) -> None:
        sketch = self.sketch
        sketch.chip((self.columns.chip, middle), row.level, "–" if row.level is None else str(row.level))
        place = (self.columns.ends[0], middle)
        sketch.text(place, row.score.words, sketch.style.label, weight=600, anchor="end")

    def _draw_bar(self, row: Row, middle: float) -> None:
        sketch, columns = self.sketch, self.columns
        height, radius = sketch.units(16), sketch.units(3)
        top = middle - height / 2
        if row.score.value is None:
            edge = sketch.stroke("line_strong", 1, (3, 3))
            sketch.add(Rect(columns.bar, top, columns.bar_width, height, Fill("paper"), edge, radius))
        else:
            sketch.add(Rect(columns.bar, top, columns.bar_width, height, Fill("sunken"), radius=radius))
            for level in range(1, TOP_LEVEL):
                x = self._x(level)
                sketch.add(Line((x, top), (x, top + height), sketch.stroke("paper", 1.5)))
            # A value of 0 still shows a sliver: it was measured, other than a missing one.
            length = max(self._x(row.score.value) - columns.bar, sketch.units(4))
            part = f"level.{row.level or 0}"
            edge = sketch.stroke(f"{part}.stroke")
            sketch.add(Rect(columns.bar, top, length, height, Fill(f"{part}.fill"), edge, radius))
        self._draw_marks(row, middle)

    def _draw_marks(self, row: Row, middle: float) -> None:
        sketch = self.sketch
        for band in (row.band, row.peers):
            if band is not None:
                draw_band(sketch, self._x(band.worst), self._x(band.best), middle)
        if row.target is not None and row.target.value is not None:
            draw_target(sketch, self._x(row.target.value), middle)
        if row.typical is not None and row.typical.value is not None:
            draw_typical(sketch, self._x(row.typical.value), middle)
        if row.before is not None and row.before.value is not None:
            if row.score.value is None:
                draw_before(sketch, self._x(row.before.value), middle)
            else:
                draw_move(sketch, self._x(row.before.value), self._x(row.score.value), middle)

    def _legend(self) -> Iterator[LegendItem]:
        sketch, texts, rows = self.sketch, self.texts, self.chart.rows
        narrow, side, wide = sketch.units(4), sketch.units(11), sketch.units(24)
        if any(row.target for row in rows):
            yield LegendItem(
                texts("charts.target"), narrow, lambda x, middle: draw_target(sketch, x + narrow / 2, middle)
            )
        if any(row.before for row in rows):
            yield LegendItem(texts("charts.before"), side, lambda x, middle: draw_before(sketch, x + side / 2, middle))
        if any(row.typical for row in rows):
            words = texts("charts.typical")
            yield LegendItem(words, side, lambda x, middle: draw_typical(sketch, x + side / 2, middle))
        if any(row.peers for row in rows):
            yield LegendItem(texts("charts.peers"), wide, lambda x, middle: draw_band(sketch, x, x + wide, middle))
        if any(row.band for row in rows):
            yield LegendItem(texts("charts.possible"), wide, lambda x, middle: draw_band(sketch, x, x + wide, middle))

    def _rule(self, y: float) -> None:
        self.sketch.add(Line((0, y), (self.sketch.width, y), self.sketch.hairline("line")))

    def _mark(self, row: Row, top: float, height: float) -> None:
        self.sketch.mark(Area(row.key, _sentence(row, self.texts), 0, top, self.sketch.width, height))

    def _x(self, value: float) -> float:
        share = max(0.0, min(value, TOP_LEVEL)) / TOP_LEVEL
        return self.columns.bar + share * self.columns.bar_width


def _sentence(row: Row, texts: Texts) -> str:
    parts = [f"{row.key} {row.title}: {row.score.words}"]
    if row.level is not None:
        parts.append(f"{texts('charts.level')} {row.level}")
    if row.target is not None:
        parts.append(f"{texts('charts.target')} {row.target.words}")
    if row.band is not None:
        parts.append(texts("charts.between", words=row.band.words))
    for name, other in (("before", row.before), ("typical", row.typical), ("peers", row.peers)):
        if other is not None:
            parts.append(f"{texts(f'charts.{name}')} {other.words}")
    return ", ".join([*parts, *filter(None, [row.note])])


def _alternative(chart: LevelBars, texts: Texts) -> str:
    head = texts("charts.level_bars.alternative", title=chart.title, count=len(chart.rows), maximum=TOP_LEVEL)
    return " ".join([head, *(f"{_sentence(row, texts)}." for row in chart.rows)])


def _table(chart: LevelBars, texts: Texts) -> DataTable:
    rows = chart.rows
    columns: list[tuple[str, Sequence[str]]] = [
        (texts("charts.dimension"), [f"{row.key} {row.title}" for row in rows]),
        (texts("charts.level"), ["–" if row.level is None else str(row.level) for row in rows]),
        (texts("charts.value"), [row.score.words for row in rows]),
    ]
    if any(row.target for row in rows):
        columns.append((texts("charts.target"), [row.target.words if row.target else "–" for row in rows]))
    if any(row.band for row in rows):
        columns.append((texts("charts.band"), [row.band.words if row.band else "–" for row in rows]))
    for name, others in (
        ("before", [row.before for row in rows]),
        ("typical", [row.typical for row in rows]),
        ("peers", [row.peers for row in rows]),
    ):
        if any(others):
            columns.append((texts(f"charts.{name}"), [other.words if other else "–" for other in others]))
    columns += [(head, [row.cells[number] for row in rows]) for number, head in enumerate(chart.columns)]
    if any(row.note for row in rows):
        columns.append((texts("charts.note"), [row.note or "–" for row in rows]))
    header = tuple(head for head, _ in columns)
    return DataTable(header, tuple(zip(*(cells for _, cells in columns), strict=True)))
