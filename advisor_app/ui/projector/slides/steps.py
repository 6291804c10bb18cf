"""The step of the day with its goal, breaks, and the title that stands there while there is nothing else."""

from __future__ import annotations

from advisor_app.charts.scene import Fill, Rect
from advisor_app.services.projected import ProjectedBreak, ProjectedStep, ProjectedTitle
from advisor_app.texts import Texts
from advisor_app.ui.projector.slides.slide import Slide


def draw_step(slide: Slide, shown: ProjectedStep, texts: Texts) -> str:
    """A step with its goal, and how far the day is; returns what the picture is called."""
    slide.foot(shown.footing)
    kicker = texts("projector.step", place=shown.place, count=shown.count)
    top = slide.head("", kicker, shown.title) + slide.space("s3")
    slide.rule(top)
    course = _course_height(slide, shown, texts)
    if shown.goal:
        top = slide.put(
            (slide.left, top + slide.space("s6")), (texts("projector.goal"),), "body", role="primary", weight=600
        )
        top = slide.put((slide.left, top + slide.space("s1")), slide.lines(shown.goal, slide.width, "goal"), "goal")
    slide.reach(top + course)
    _draw_course(slide, slide.bottom - course, shown, texts)
    return shown.title


def draw_break(slide: Slide, shown: ProjectedBreak, texts: Texts) -> str:
    """A break and when it is over; returns what the picture is called."""
    slide.foot(shown.footing)
    middle, clock = slide.size.width / 2, slide.type("clock").line
    said = texts("projector.resumes") if shown.resumes else texts("projector.resumes-soon")
    height = slide.type("title").line + slide.type("figure").line + (clock if shown.resumes else 0.0)
    top = max(slide.top, (slide.size.height - height) / 2 - slide.space("s4"))
    below = slide.put((middle, top), (texts("projector.break"),), "title", weight=600, anchor="middle")
    lines = slide.lines(said, slide.width, "figure", even=True)
    below = slide.put((middle, below), lines, "figure", role="ink2", anchor="middle")
    if shown.resumes:
        slide.put((middle, below), (shown.resumes,), "clock", role="primary", weight=600, anchor="middle")
    return texts("projector.break")


def draw_title(slide: Slide, shown: ProjectedTitle, texts: Texts) -> str:
    """Where one is, in the middle of the wall; returns what the picture is called."""
    middle = slide.size.width / 2
    title = slide.lines(shown.title or texts("projector.program"), slide.width, "title", 600, even=True)
    below = slide.lines(shown.subtitle, slide.width, "figure", even=True)
    height = len(title) * slide.type("title").line + len(below) * slide.type("figure").line + slide.space("s5")
    top = max(slide.top, (slide.size.height - height) / 2)
    top = slide.put((middle, top), title, "title", weight=600, anchor="middle")
    rule = slide.space("s7")
    slide.add(Rect(middle - rule / 2, top + slide.space("s3"), rule, slide.theme.line["selected"], Fill("primary")))
    slide.put((middle, top + slide.space("s5")), below, "figure", role="ink2", anchor="middle")
    return shown.title or texts("projector.program")


def _course_height(slide: Slide, shown: ProjectedStep, texts: Texts) -> float:
    lines = len(slide.lines(_following(shown, texts), slide.width, "body"))
    return lines * slide.type("body").line + slide.space("s3") + slide.theme.line["progress"] + slide.space("s2")


def _following(shown: ProjectedStep, texts: Texts) -> str:
    return texts("projector.following", title=shown.following) if shown.following else texts("projector.last")


def _draw_course(slide: Slide, top: float, shown: ProjectedStep, texts: Texts) -> None:
    """A part for each step of the day, those up to now filled, and what comes next."""
    below = slide.put(
        (slide.left, top), slide.lines(_following(shown, texts), slide.width, "body"), "body", role="ink2"
    )
    gap, height = slide.space("s1"), slide.theme.line["progress"]
    length = (slide.width - gap * (shown.count - 1)) / shown.count
    gap, length = (gap, length) if length > gap else (0.0, slide.width / shown.count)
    for number in range(shown.count):
        role = "primary" if number < shown.place else "sunken"
        x = slide.left + number * (length + gap)
        stroke = slide.sketch.hairline("primary")
        slide.add(Rect(x, below + slide.space("s3"), length, height, Fill(role), stroke, height / 2))
