"""From a projection to its picture, in the shape of the wall that shows it."""

from __future__ import annotations

from typing import assert_never

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Scene
from advisor_app.services.projected import (
    ProjectedBreak,
    ProjectedCharts,
    ProjectedJoin,
    ProjectedPoll,
    ProjectedQuestion,
    ProjectedStep,
    ProjectedTitle,
    Projection,
)
from advisor_app.texts import Texts
from advisor_app.ui.projector.slides.levels import draw_poll, draw_question
from advisor_app.ui.projector.slides.pictures import draw_charts, draw_join
from advisor_app.ui.projector.slides.slide import Size, Slide, larger_and_larger
from advisor_app.ui.projector.slides.steps import draw_break, draw_step, draw_title


def wall_size(width: int, height: int) -> Size:
    """The slide's size for so many pixels: as wide as the tokens say, and higher where the wall is (4 : 3, 16 : 10)."""
    theme = load_theme("projector")
    scale = min(width / theme.size["width"], height / theme.size["height"])
    return Size(width / scale, height / scale)


def draw(projection: Projection, size: Size, texts: Texts) -> Scene:
    """The picture, with the largest text with which nothing is cut."""
    theme = load_theme("projector")
    slide, title = None, ""
    for tried, types in larger_and_larger(size):
        slide = Slide(theme, tried, types)
        title = _fill(slide, projection, texts)
        if slide.fits and (slide.has_short_title or types.title in _SMALL_TITLES):
            break
    if slide is None:
        raise RuntimeError("there is no size of text to try")
    return slide.scene(title)


_SMALL_TITLES = ("title_small", "anchor", "body")


def _fill(slide: Slide, projection: Projection, texts: Texts) -> str:
    match projection:
        case ProjectedTitle():
            return draw_title(slide, projection, texts)
        case ProjectedStep():
            return draw_step(slide, projection, texts)
        case ProjectedQuestion():
            return draw_question(slide, projection, texts)
        case ProjectedPoll():
            return draw_poll(slide, projection, texts)
        case ProjectedCharts():
            return draw_charts(slide, projection, texts)
        case ProjectedBreak():
            return draw_break(slide, projection, texts)
        case ProjectedJoin():
            return draw_join(slide, projection, texts)
        case _:
            assert_never(projection)
