"""The figures as a picture: a line each, its ratio to the floor on a logarithmic scale, and the bound to be held."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import DataTable, Fill, Line, Rect, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.documents.editable.scene_svg import scene_svg
from benchmarks.measuring import Figure

WIDTH = 1000.0
_NAMES = 560.0
"""Room for what is measured; what follows it is the scale, then the ratio in figures."""
_FIGURES = 120.0
_ROW = 26.0
_BAR = 10.0
_GRID = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
_HEAD = 58.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """From ratios to places."""

    left: float
    right: float

    def x(self, ratio: float) -> float:
        """Where a ratio stands; what lies outside stands at the edge."""
        low, high = math.log(_GRID[0]), math.log(_GRID[-1])
        share = (math.log(max(ratio, _GRID[0])) - low) / (high - low)
        return self.left + min(share, 1.0) * (self.right - self.left)


def picture(figures: Sequence[Figure], taken: str) -> bytes:
    """An SVG file of these figures; ``taken`` says on what they were taken, and when."""
    return scene_svg(scene(figures, taken), load_theme("light"))


def scene(figures: Sequence[Figure], taken: str) -> Scene:
    """The picture itself, with the sentence and the table that say the same."""
    style = load_theme("light").chart
    sketch = Sketch(WIDTH, style)
    scale = _Scale(_NAMES + 10, WIDTH - _FIGURES)
    title = "How long it takes, as a ratio to a floor measured in the same run"
    sketch.text((0, 12), title, style.label, weight=600)
    foot = _HEAD + len(figures) * _ROW
    for ratio in _GRID:
        x = scale.x(ratio)
        is_floor = ratio == 1.0
        sketch.add(Line((x, _HEAD - 8), (x, foot), sketch.hairline("line_strong" if is_floor else "line")))
        words = "floor" if is_floor else f"{ratio:g}"
        sketch.text((x, _HEAD - 18), words, style.caption, role="ink" if is_floor else "ink2", anchor="middle")
    for row, figure in enumerate(figures):
        _row(sketch, scale, figure, _HEAD + (row + 0.5) * _ROW)
    held = sum(figure.bound is not None and figure.ratio <= figure.bound for figure in figures)
    bounded = sum(figure.bound is not None for figure in figures)
    words = f"{held} of {bounded} bounds hold. A stroke is the bound; a line without one is only reported. {taken}"
    lines = sketch.break_lines(words, 0.8 * WIDTH, style.caption).lines
    height = sketch.paragraph((0, foot + 10), lines, style.caption, role="ink2") + 6
    return sketch.scene(title=title, height=height, alternative=words, table=_table(figures))


def _row(sketch: Sketch, scale: _Scale, figure: Figure, middle: float) -> None:
    style = sketch.style
    misses = figure.bound is not None and figure.ratio > figure.bound
    role = "error" if misses else "ink3" if figure.bound is None else "primary"
    name = _fitting(sketch, figure.name)
    sketch.text((0, middle), name, style.caption, role="ink")
    one, x = scale.x(1.0), scale.x(figure.ratio)
    left, right = min(one, x), max(one, x)
    sketch.add(Rect(left, middle - _BAR / 2, max(right - left, 1.5), _BAR, Fill(role), None, 2.0))
    if figure.bound is not None:
        bound = scale.x(figure.bound)
        sketch.add(Line((bound, middle - _BAR), (bound, middle + _BAR), sketch.stroke("ink", 2.0)))
    of = "" if figure.bound is None else f" of {figure.bound:g}"
    words = f"{figure.shown_ratio}{of}{', misses' if misses else ''}"
    sketch.text((WIDTH, middle), words, style.caption, role="error" if misses else "ink", weight=600, anchor="end")


def _fitting(sketch: Sketch, name: str) -> str:
    """The name, cut at a word where its room ends: the table beside the picture has all of it."""
    while sketch.text_width(name, sketch.style.caption) > _NAMES:
        name = name.removesuffix(" …").rpartition(" ")[0] + " …"
    return name


def _table(figures: Sequence[Figure]) -> DataTable:
    rows = tuple(
        (
            figure.name,
            f"{figure.value:.2f} {figure.unit}",
            f"{figure.floor:.2f} {figure.unit}",
            figure.shown_ratio,
            "–" if figure.bound is None else f"{figure.bound:g}",
        )
        for figure in figures
    )
    return DataTable(("what", "value", "floor", "ratio", "bound"), rows)
