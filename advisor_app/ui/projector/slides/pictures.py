"""Charts on the wall, the same scenes as on screen and paper; and the code by which phones join a poll."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from math import sqrt

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.level_bars import LevelBars
from advisor_app.charts.radar import Radar
from advisor_app.charts.scene import Chart, Fill, Rect, Scene
from advisor_app.charts.swim_lanes import SwimLanes
from advisor_app.charts.swim_lanes.process import in_parts
from advisor_app.services.projected import ProjectedCharts, ProjectedJoin
from advisor_app.texts import Texts
from advisor_app.ui.projector.slides.placing import Place, placed
from advisor_app.ui.projector.slides.slide import Slide

_FIRST_SHARE = 0.5
_LEAST_SCALE = 26 / 34
"""Labels of charts are no smaller than the smallest text on a wall, as long as a chart can be shown in parts."""
_LEAST_OF_ALL = 1 / 64
_TRIES = 9
"""Halvings in which the size of a chart is found, to within a hundredth."""
_CODE_SHARE = 0.42


def draw_charts(slide: Slide, shown: ProjectedCharts, texts: Texts) -> str:
    """One chart, or two side by side; returns what the picture is called."""
    slide.foot(shown.footing, shown.note)
    top = slide.head("", shown.kicker, shown.title) + slide.space("s4")
    height = slide.bottom - top
    gap = slide.space("s6")
    shares = (1.0,) if len(shown.charts) == 1 else (_FIRST_SHARE, 1 - _FIRST_SHARE)
    x = slide.left
    for chart, share in zip(_beside_each_other(shown.charts), shares, strict=False):
        width = slide.width * share - (gap / 2 if len(shown.charts) > 1 else 0.0)
        scene = _fitting(_part(chart, width, height, shown.focus, slide, texts), width, height, slide, texts)
        scale = width / scene.width
        below = top + max(0.0, (height - scene.height * scale) / 2) * (len(shown.charts) > 1)
        slide.add(*placed(scene, Place(x, below, scale)))
        slide.reach(below + scene.height * scale)
        slide.tell(scene.alternative)
        x += width + gap
    return shown.title


def _beside_each_other(charts: tuple[Chart, ...]) -> tuple[Chart, ...]:
    """A radar beside bars leaves the names to them: with keys alone it can be twice as large."""
    if len(charts) == 2 and isinstance(charts[0], Radar) and isinstance(charts[1], LevelBars):
        return replace(charts[0], axes=tuple(replace(axis, title="") for axis in charts[0].axes)), charts[1]
    return charts


def draw_join(slide: Slide, shown: ProjectedJoin, texts: Texts) -> str:
    """The code to point a phone at, and the address to type; returns what the picture is called."""
    slide.foot(shown.footing)
    side = min(slide.width * _CODE_SHARE, slide.bottom - slide.top)
    top = slide.top + (slide.bottom - slide.top - side) / 2
    _draw_code(slide, shown.cells, top, side)
    x = slide.left + side + slide.space("s6")
    width = slide.right - x
    title = slide.lines(texts("projector.join"), width, "title", 600, even=True)
    address = slide.lines(shown.address, width, "figure", 600)
    hint = slide.lines(texts("projector.join-hint"), width, "body")
    heights = (len(title) * slide.type("title").line, len(address) * slide.type("figure").line)
    height = sum(heights) + len(hint) * slide.type("body").line + 2 * slide.space("s4")
    top = max(slide.top, slide.top + (slide.bottom - slide.top - height) / 2)
    top = slide.put((x, top), title, "title", weight=600) + slide.space("s4")
    top = slide.put((x, top), address, "figure", role="primary", weight=600) + slide.space("s4")
    slide.put((x, top), hint, "body", role="ink2")
    return texts("projector.join")


def _draw_code(slide: Slide, cells: tuple[tuple[bool, ...], ...], top: float, side: float) -> None:
    """Dark cells of a line as one bar each, on a light ground with the quiet margin that readers need."""
    slide.add(Rect(slide.left, top, side, side, Fill("paper")))
    cell = side / len(cells)
    for row, line in enumerate(cells):
        edges = [-1, *(i for i, (one, two) in enumerate(pairwise(line)) if one != two), len(line) - 1]
        for before, last in pairwise(edges):
            if line[last]:
                place = (slide.left + (before + 1) * cell, top + row * cell)
                slide.add(Rect(*place, (last - before) * cell, cell, Fill("ink")))
    slide.reach(top + side)


def _fitting(chart: Chart, width: float, height: float, slide: Slide, texts: Texts) -> Scene:
    """The chart drawn so large that it fills its place: as wide as that, or wider and then made smaller."""
    scene = chart.scene(width, slide.theme.chart, texts)
    if scene.height <= height:
        return scene
    best, low, high = scene, _LEAST_OF_ALL, 1.0
    for _ in range(_TRIES):
        scale = sqrt(low * high)
        scene = chart.scene(width / scale, slide.theme.chart, texts)
        if scene.height * scale <= height:
            best, low = scene, scale
        else:
            high = scale
    return best


def _part(chart: Chart, width: float, height: float, focus: str, slide: Slide, texts: Texts) -> Chart:
    """The whole of a chart, or of a long plan or flow the part with what one looks at."""
    if not isinstance(chart, Gantt | SwimLanes):
        return chart

    def is_readable(part: Chart) -> bool:
        scene = part.scene(width / _LEAST_SCALE, slide.theme.chart, texts)
        return scene.height * _LEAST_SCALE <= height

    if is_readable(chart):
        return chart
    count = len(chart.measures if isinstance(chart, Gantt) else chart.steps)
    most = max(1, bisect_left(range(1, count), 1, key=lambda few: not is_readable(_parts(chart, few)[0])))
    parts = _parts(chart, most)
    return next((part for part in parts if focus in _names(part)), parts[0])


def _parts(chart: Gantt | SwimLanes, most: int) -> tuple[Gantt | SwimLanes, ...]:
    """The chart in parts of so many rows or steps at most."""
    if isinstance(chart, SwimLanes):
        return in_parts(chart, most)
    count = len(chart.measures)
    return tuple(replace(chart, rows=(first, min(first + most, count))) for first in range(0, count, most))


def _names(chart: Gantt | SwimLanes) -> tuple[str, ...]:
    return tuple(item.id for item in chart.shown) if isinstance(chart, Gantt) else tuple(i.key for i in chart.steps)
