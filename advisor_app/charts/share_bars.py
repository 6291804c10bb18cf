"""Shares: for every row a part of a whole, on a track from 0 to 100 percent."""

from __future__ import annotations

from dataclasses import dataclass

from advisor_app.charts.scene import Area, ChartStyle, DataTable, Fill, Line, Rect, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.domain.scan_comparison import MOST_POINTS, ScanComparison
from advisor_app.texts import Texts
from advisor_app.texts.e_file import total_words

_BAR, _PAD = 12, 8
_TITLE_SHARE = 0.36
_NARROWEST_BAR = 110


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One row: a share from 0 to 1 in words (``18,2 %``), and what it is a share of (``42 von 230``)."""

    title: str
    share: float
    words: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBars:
    """Rows with a share each; ``head`` names the rows, ``share`` the share and ``counts`` what it is of.

    ``whole`` says what a full track is, 100 percent where it is empty.
    """

    title: str
    head: str
    share: str
    counts: str
    rows: tuple[ShareRow, ...]
    whole: str = ""

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = _Drawing(self, sketch).draw()
        told = "; ".join(map(_words, self.rows))
        count = len(self.rows)
        alternative = (
            texts("charts.share_bars.up-to", title=self.title, count=count, whole=self.whole)
            if self.whole
            else texts("charts.share_bars.alternative", title=self.title, count=count)
        )
        return sketch.scene(
            title=self.title,
            height=height,
            alternative=f"{alternative} {told}.".strip(" .") + ".",
            table=DataTable(
                (self.head, self.share, self.counts), tuple((row.title, row.words, row.counts) for row in self.rows)
            ),
        )


class _Drawing:
    """Tracks being drawn: titles left, or above where there is no room; share and counts behind the track."""

    def __init__(self, chart: ShareBars, sketch: Sketch) -> None:
        self.chart, self.sketch = chart, sketch
        label, caption = sketch.style.label, sketch.style.caption
        self.gap = sketch.units(12)
        self.bar = max(sketch.units(_BAR), caption.line * 0.6)
        self.shares = max((sketch.text_width(row.words, caption, 600) for row in chart.rows), default=0.0)
        self.counts = max((sketch.text_width(row.counts, caption) for row in chart.rows), default=0.0)
        figures = self.shares + self.counts + 2 * sketch.units(8)
        natural = max((sketch.text_width(row.title, label) for row in chart.rows), default=0.0)
        beside = min(natural + sketch.units(1), sketch.width * _TITLE_SHARE)  # sums of floats differ by a hair
        self.is_stacked = sketch.width - beside - self.gap - figures < sketch.units(_NARROWEST_BAR)
        self.titles = sketch.width if self.is_stacked else beside
        self.left = 0.0 if self.is_stacked else beside + self.gap
        self.has_counts = sketch.width - self.left - figures >= sketch.units(_NARROWEST_BAR) / 2
        self.room = max(sketch.width - self.left - (figures if self.has_counts else self.shares + sketch.units(8)), 1.0)

    def draw(self) -> float:
        """Draw everything; returns the height."""
        top = 0.0
        for row in self.chart.rows:
            self._rule(top)
            top = self._draw_row(row, top)
        self._rule(top)
        return max(top, self.sketch.units(1))

    def _draw_row(self, row: ShareRow, top: float) -> float:
        sketch, label, pad = self.sketch, self.sketch.style.label, self.sketch.units(_PAD)
        lines = sketch.break_lines(row.title, self.titles, label).lines
        words, line = len(lines) * label.line, max(self.bar, sketch.style.caption.line)
        if self.is_stacked:
            begin = sketch.paragraph((0.0, top + pad), lines, label) + sketch.units(2)
            bottom = begin + line + pad
        else:
            height = max(words, line)
            sketch.paragraph((0.0, top + pad + (height - words) / 2), lines, label)
            begin = top + pad + (height - line) / 2
            bottom = top + height + 2 * pad
        self._draw_share(row, begin + line / 2)
        sketch.mark(Area(row.title, _words(row), 0.0, top, sketch.width, bottom - top))
        return bottom

    def _draw_share(self, row: ShareRow, middle: float) -> None:
        sketch, caption = self.sketch, self.sketch.style.caption
        top, radius = middle - self.bar / 2, sketch.units(2)
        sketch.add(Rect(self.left, top, self.room, self.bar, Fill("sunken"), None, radius))
        if row.share > 0:
            length = max(self.room * min(row.share, 1.0), sketch.units(3))
            sketch.add(
                Rect(self.left, top, length, self.bar, Fill("level.3.fill"), sketch.stroke("level.3.stroke"), radius)
            )
        right = self.left + self.room + sketch.units(8) + self.shares
        sketch.text((right, middle), row.words, caption, weight=600, anchor="end")
        if self.has_counts:
            sketch.text((sketch.width, middle), row.counts, caption, role="ink2", anchor="end")

    def _rule(self, y: float) -> None:
        self.sketch.add(Line((0, y), (self.sketch.width, y), self.sketch.hairline("line")))


def variants_of(comparison: ScanComparison, title: str, texts: Texts) -> ShareBars:
    """Variants of scanning by their weighted means, those without one at the end."""
    rows = (
        ShareRow(
            title=item.variant.title,
            share=float((item.total or 0) / MOST_POINTS),
            words="–" if item.total is None else total_words(item.total, texts),
            counts="" if item.place is None else texts("e-file.placed", place=item.place),
        )
        for item in comparison.variants
    )
    return ShareBars(
        title=title,
        head=texts("e-file.variant"),
        share=texts("e-file.points"),
        counts=texts("e-file.place"),
        rows=tuple(rows),
        whole=str(MOST_POINTS),
    )


def _words(row: ShareRow) -> str:
    return f"{row.title}: {row.words} ({row.counts})" if row.counts else f"{row.title}: {row.words}"
