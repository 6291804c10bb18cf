"""The head of a Gantt chart: years above months or quarters, with the lines that run down from them."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.charts.gantt.calendar import MonthScale, Span
from advisor_app.charts.scene import Line
from advisor_app.charts.sketch import Sketch
from advisor_app.texts import Texts


def draw_head(sketch: Sketch, scale: MonthScale, texts: Texts, edges: tuple[float, float]) -> None:
    """Draw the head and the lines of the months; ``edges`` are its lower edge and that of the chart."""
    head, bottom = edges
    caption = sketch.style.caption
    line = (head - sketch.units(6)) / 2
    for year in scale.years():
        _draw_year(sketch, year, sketch.units(2) + line / 2)
        if year.left > scale.left:
            sketch.add(Line((year.left, 0), (year.left, bottom), sketch.hairline("line")))
    for span in _months(sketch, scale, texts):
        place = ((span.left + span.right) / 2, sketch.units(2) + line * 1.5)
        sketch.text(place, span.words, caption, role="ink2", anchor="middle")
    for _, month, x in scale.months():
        if month != 1 and x > scale.left and (scale.month_width >= sketch.units(8) or month % 3 == 1):
            sketch.add(Line((x, head), (x, bottom), sketch.hairline("grid", (1, 3))))
    sketch.add(Line((0, head), (sketch.width, head), sketch.hairline("line_strong")))


def _draw_year(sketch: Sketch, year: Span, middle: float) -> None:
    """The year in four figures, in two where its months are too few, or none."""
    caption, pad = sketch.style.caption, sketch.units(4)
    for words in (year.words, f"’{year.words[-2:]}"):
        if sketch.text_width(words, caption, 600) + pad <= year.right - year.left:
            sketch.text((year.left + pad, middle), words, caption, role="ink2", weight=600)
            return


def _months(sketch: Sketch, scale: MonthScale, texts: Texts) -> Iterator[Span]:
    """Months by name or letter, else quarters, else nothing below the years."""
    caption, gap = sketch.style.caption, sketch.units(4)
    names = texts("charts.gantt.months").split()
    for words in (names, [name[0] for name in names]):
        if max(sketch.text_width(word, caption) for word in words) + gap <= scale.month_width:
            for _, month, x in scale.months():
                yield Span(words[month - 1], x, x + scale.month_width)
            return
    room = sketch.text_width("Q4", caption) + gap
    if room <= 3 * scale.month_width:
        yield from (quarter for quarter in scale.quarters() if quarter.right - quarter.left >= room)
