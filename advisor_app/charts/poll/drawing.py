"""Draws the rounds of a poll side by side, or below each other where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor_app.charts.scene import TOP_LEVEL, Area, Circle, Fill, Line, Rect, Stroke
from advisor_app.charts.sketch import Sketch

if TYPE_CHECKING:
    from advisor_app.charts.poll import PollDots, PollRound
    from advisor_app.texts import Texts

_GAP = 32
_NARROWEST = 205
_NARROWEST_WITH_WORDS = 300
_DOT, _SMALL_DOT = 6.0, 3.5  # radius
_BETWEEN = 3
_PAD = 4


def draw(chart: PollDots, sketch: Sketch, texts: Texts) -> float:
    """Draw everything; returns the height."""
    count = max(1, len(chart.rounds))
    gap = sketch.units(_GAP)
    beside = (sketch.width - gap * (count - 1)) / count
    if beside >= sketch.units(_NARROWEST):
        places = [(number * (beside + gap), 0.0) for number in range(count)]
        panels = [
            _Panel(chart, item, sketch, texts, x, beside).draw(top)
            for item, (x, top) in zip(chart.rounds, places, strict=False)
        ]
        return max(panels, default=0.0)
    top = 0.0
    for number, item in enumerate(chart.rounds):
        top = _Panel(chart, item, sketch, texts, 0.0, sketch.width).draw(top + (gap / 2 if number else 0.0))
    return top


class _Panel:
    """One round being drawn between its edges."""

    def __init__(
        self, chart: PollDots, item: PollRound, sketch: Sketch, texts: Texts, left: float, width: float
    ) -> None:
        self.chart, self.item, self.sketch, self.texts = chart, item, sketch, texts
        self.left, self.right = left, left + width
        label, caption = sketch.style.label, sketch.style.caption
        self.chip = max(sketch.units(22), label.line)
        self.row = self.chip + 2 * sketch.units(_PAD)
        words = [texts("charts.poll.unknown-short"), *(chart.words if width >= self._room_for_words() else ())]
        self.dots = left + self.chip + sketch.units(10)
        if width >= self._room_for_words():
            self.dots += max(sketch.text_width(word, caption) for word in words) + sketch.units(12)
        self.most = max(max((*other.counts, other.unknown)) for other in chart.rounds)
        self.figures = sketch.text_width(str(self.most), label, 600) + sketch.units(12)

    def draw(self, top: float) -> float:
        """Draw the round from a top edge; returns the bottom edge."""
        sketch, label, caption = self.sketch, self.sketch.style.label, self.sketch.style.caption
        width = self.right - self.left
        title = sketch.break_lines(self.item.title, width, label, weight=600).lines
        top = sketch.paragraph((self.left, top), title, label, weight=600) + sketch.units(4)
        for level in reversed(range(TOP_LEVEL + 1)):
            top = self._draw_row(top, level, self.item.counts[level], self.chart.words[level])
        if any(item.unknown for item in self.chart.rounds):  # beside each other the rounds keep in line
            top = self._draw_row(top, None, self.item.unknown, self.texts("charts.poll.unknown-short"))
        self._rule(top)
        if self.item.remark:
            lines = sketch.break_lines(self.item.remark, width, caption).lines
            top = sketch.paragraph((self.left, top + sketch.units(6)), lines, caption, role="ink2")
        return top

    def _draw_row(self, top: float, level: int | None, count: int, word: str) -> float:
        sketch, label, caption = self.sketch, self.sketch.style.label, self.sketch.style.caption
        self._rule(top)
        middle = top + self.row / 2
        sketch.chip((self.left + self.chip / 2, middle), level, "?" if level is None else str(level))
        if self.right - self.left >= self._room_for_words():
            sketch.text((self.left + self.chip + sketch.units(10), middle), word, caption, role="ink2")
        self._draw_dots(middle, level, count)
        role = "ink" if count else "ink2"
        sketch.text((self.right, middle), str(count), label, role=role, weight=600 if count else 400, anchor="end")
        words = self.texts("charts.poll.row", count=count, word=word if level is None else f"{level} {word}")
        sketch.mark(Area("" if level is None else str(level), words, self.left, top, self.right - self.left, self.row))
        return top + self.row

    def _draw_dots(self, middle: float, level: int | None, count: int) -> None:
        """In one line, else in two lines of small ones, else as a bar; the same for all, as lengths are compared."""
        sketch = self.sketch
        room = self.right - self.figures - self.dots
        fill, stroke = self._look(level)
        for radius, lines in ((_DOT, 1), (_SMALL_DOT, 2)):
            size = sketch.units(2 * radius)
            pitch = size + sketch.units(_BETWEEN)
            a_line = max(1, int((room + sketch.units(_BETWEEN)) // pitch))
            if self.most <= a_line * lines:
                first = middle - (min(lines, -(-count // a_line)) - 1) * pitch / 2
                for number in range(count):
                    line, place = divmod(number, a_line)
                    centre = (self.dots + size / 2 + place * pitch, first + line * pitch)
                    sketch.add(Circle(centre, size / 2, fill, stroke))
                return
        if count:
            height = sketch.units(2 * _DOT)
            length = max(room * count / self.most, sketch.units(4))
            sketch.add(Rect(self.dots, middle - height / 2, length, height, fill, stroke, sketch.units(2)))

    def _look(self, level: int | None) -> tuple[Fill, Stroke]:
        if level is None:
            return Fill("paper"), self.sketch.stroke("line_strong", 1.5)
        return Fill(f"level.{level}.fill"), self.sketch.stroke(f"level.{level}.stroke")

    def _room_for_words(self) -> float:
        return self.sketch.units(_NARROWEST_WITH_WORDS)

    def _rule(self, y: float) -> None:
        self.sketch.add(Line((self.left, y), (self.right, y), self.sketch.hairline("line")))
