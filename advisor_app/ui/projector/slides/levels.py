"""Questions and polls: the levels from the highest down, and how many voted for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advisor_app.charts.scene import Circle, Fill, Rect
from advisor_app.domain.poll import RoomRound, Settled
from advisor_app.services.projected import ProjectedLevel, ProjectedPoll, ProjectedQuestion
from advisor_app.texts import Texts
from advisor_app.ui.projector.slides.slide import Slide

_WORDS_SHARE = 0.38
"""How much of the width the words take beside votes."""
_DOTS_IN_A_ROW = 12
_MOST_DOTS = 24
_MOST_PIPS = 40
_WORTH_ASKING = 2
"""Levels apart from which on the room is asked for examples."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A level with its broken words, where it stands, and how high it is."""

    level: ProjectedLevel
    main: Sequence[str]
    below: Sequence[str]
    height: float


def draw_question(slide: Slide, shown: ProjectedQuestion, texts: Texts) -> str:
    """A question with its levels or choices; returns what the picture is called."""
    slide.foot(shown.footing)
    top = slide.head(shown.id, shown.dimension, shown.text) + slide.space("s3")
    if shown.levels:
        beside, taken = _recorded(slide, shown, texts)
        _draw_levels(slide, top, shown.levels, slide.width - taken, beside, reserve=slide.space("s3"))
    for choice in shown.choices:
        top = _draw_choice(slide, top, choice)
    return f"{shown.id} {shown.text}"


def draw_poll(slide: Slide, shown: ProjectedPoll, texts: Texts) -> str:
    """A poll before and after it is opened; returns what the picture is called."""
    current = shown.rounds[-1]
    slide.foot(shown.footing, _turnout(current, texts))
    kicker = shown.dimension
    if len(shown.rounds) > 1:
        kicker = f"{kicker} · {texts('projector.round', number=len(shown.rounds))}"
    top = slide.head(shown.id, kicker, shown.text) + slide.space("s3")
    hint = _hint_height(slide, shown, texts)
    if current.votes is None:
        below = _draw_levels(slide, top, shown.levels, slide.width, reserve=hint)
        _draw_turnout(slide, below, current, texts)
    else:
        share = slide.width * _WORDS_SHARE
        below = _draw_levels(slide, top, shown.levels, share, _Votes(slide, shown, texts).draw, reserve=hint)
        _draw_hint(slide, below, shown, texts)
    return f"{shown.id} {shown.text}"


Beside = Callable[[_Row, float], None]
"""Draws what stands beside the words of a row, given its top edge."""


def _draw_levels(
    slide: Slide,
    top: float,
    levels: Sequence[ProjectedLevel],
    width: float,
    beside: Beside | None = None,
    *,
    reserve: float = 0.0,
) -> float:
    """All levels, the highest first, as high as there is room; returns the bottom edge."""
    rows = [_row(slide, level, width) for level in reversed(levels)]
    natural = sum(row.height for row in rows)
    most = 2 * slide.space("s7")
    spare = max(0.0, slide.bottom - top - natural - reserve) / len(rows)
    for row in rows:
        slide.rule(top)
        height = max(row.height, min(row.height + spare, most))
        placed = _Row(row.level, row.main, row.below, height)
        if beside is not None:
            beside(placed, top)
        _draw_row(slide, placed, top)
        top += height
    slide.rule(top)
    return slide.reach(top)


def _row(slide: Slide, level: ProjectedLevel, width: float) -> _Row:
    room = width - _chip(slide) - slide.space("s3")
    main = slide.lines(level.anchor or level.word, room, "anchor", 600)
    below = slide.lines(level.word, room, "caption") if level.anchor else ()
    words = len(main) * slide.type("anchor").line + len(below) * slide.type("caption").line
    return _Row(level, main, below, max(words, _chip(slide)) + slide.space("s3"))


def _draw_row(slide: Slide, row: _Row, top: float) -> None:
    side, middle = _chip(slide), top + row.height / 2
    part = f"level.{row.level.number}"
    stroke = slide.sketch.stroke(f"{part}.stroke")
    radius = slide.theme.radius["level"]
    slide.add(Rect(slide.left, middle - side / 2, side, side, Fill(f"{part}.fill"), stroke, radius))
    line = slide.type("anchor").line
    place = (slide.left + side / 2, middle - line / 2)
    slide.put(place, (str(row.level.number),), "anchor", role=f"{part}.text", weight=600, anchor="middle")
    x = slide.left + side + slide.space("s3")
    words = len(row.main) * line + len(row.below) * slide.type("caption").line
    below = slide.put((x, middle - words / 2), row.main, "anchor", weight=600)
    if row.below:
        slide.put((x, below), row.below, "caption", role="ink2")


def _chip(slide: Slide) -> float:
    return slide.type("anchor").line + slide.space("s2")


def _recorded(slide: Slide, shown: ProjectedQuestion, texts: Texts) -> tuple[Beside | None, float]:
    """Marks the level that was entered before the eyes of the room; and the width that its word takes."""
    if shown.recorded is None:
        return None, 0.0
    words, line = texts("projector.recorded"), slide.type("body").line

    def draw(row: _Row, top: float) -> None:
        if row.level.number == shown.recorded:
            _mark(slide, row, top)
            place = (slide.right, top + (row.height - line) / 2)
            slide.put(place, (words,), "body", role="primary", weight=600, anchor="end")

    return draw, slide.sketch.text_width(words, slide.style("body"), 600) + slide.space("s4")


def _mark(slide: Slide, row: _Row, top: float) -> None:
    """A soft ground with an edge, so that it shows without colour."""
    edge, inset = slide.theme.line["selected"], slide.theme.line["hairline"]
    x = slide.left - slide.space("s3")
    width = slide.width + 2 * slide.space("s3")
    height = row.height - 2 * inset
    slide.add(Rect(x, top + inset, width, height, Fill("primary_soft")))
    slide.add(Rect(x, top + inset, 2 * edge, height, Fill("primary")))


def _draw_choice(slide: Slide, top: float, words: str) -> float:
    x = slide.left + slide.space("s5")
    slide.rule(top)
    top += slide.space("s2")
    line = slide.type("anchor").line
    slide.add(Circle((slide.left + slide.space("s2"), top + line / 2), slide.space("s1"), Fill("primary")))
    bottom = slide.put((x, top), slide.lines(words, slide.right - x, "anchor", 600), "anchor", weight=600)
    return slide.reach(bottom + slide.space("s2"))


class _Votes:
    """Draws the votes of a level: dots, smaller dots in two lines, or a bar, alike for all levels; the count always."""

    def __init__(self, slide: Slide, shown: ProjectedPoll, texts: Texts) -> None:
        self._slide = slide
        self._shown = shown
        self._texts = texts
        current = shown.rounds[-1].votes
        self._counts = () if current is None else current.counts
        earlier = shown.rounds[-2].votes if len(shown.rounds) > 1 else None
        self._earlier = () if earlier is None else earlier.counts
        self._most = max(self._counts, default=0)
        self._left = slide.left + slide.width * _WORDS_SHARE + slide.space("s4")
        count = slide.sketch.text_width("000", slide.style("figure"), 600)
        before = slide.sketch.text_width(texts("projector.before", count=888), slide.style("caption"))
        self._right = slide.right - max(count, before if self._earlier else 0.0) - slide.space("s3")

    def draw(self, row: _Row, top: float) -> None:
        """The votes of one level in its row."""
        slide, level = self._slide, row.level.number
        count, middle = self._counts[level], top + row.height / 2
        if self._shown.level == level and self._shown.settled is not None:
            _mark(slide, row, top)
        if self._most > _MOST_DOTS:
            self._draw_bar(level, count, middle, row.height)
        else:
            self._draw_dots(level, count, middle, row.height)
        line, small = slide.type("figure").line, slide.type("caption").line
        height = line + (small if self._earlier else 0.0)
        role, weight = ("ink", 600) if count else ("ink2", 400)
        place = (slide.right, middle - height / 2)
        below = slide.put(place, (str(count),), "figure", role=role, weight=600 if weight == 600 else 400, anchor="end")
        if self._earlier:
            words = self._texts("projector.before", count=self._earlier[level])
            slide.put((slide.right, below), (words,), "caption", role="ink2", anchor="end")

    def _draw_dots(self, level: int, count: int, middle: float, height: float) -> None:
        slide = self._slide
        most = 2 if self._most > _DOTS_IN_A_ROW else 1
        pitch = min((self._right - self._left) / _DOTS_IN_A_ROW, (height - slide.space("s2")) / most)
        lines = 2 if count > _DOTS_IN_A_ROW else 1
        radius = pitch * 0.4
        for number in range(count):
            line, place = divmod(number, _DOTS_IN_A_ROW)
            y = middle + (line - (lines - 1) / 2) * pitch
            x = self._left + radius + place * pitch
            fill, stroke = Fill(f"level.{level}.fill"), slide.sketch.stroke(f"level.{level}.stroke")
            slide.add(Circle((x, y), radius, fill, stroke))

    def _draw_bar(self, level: int, count: int, middle: float, height: float) -> None:
        slide = self._slide
        thick = min(height - 2 * slide.space("s2"), slide.theme.line["bar"] * 2)
        length = (self._right - self._left) * count / self._most
        if count:
            fill, stroke = Fill(f"level.{level}.fill"), slide.sketch.stroke(f"level.{level}.stroke")
            slide.add(Rect(self._left, middle - thick / 2, length, thick, fill, stroke, slide.theme.radius["level"]))


def _turnout(current: RoomRound, texts: Texts) -> str:
    """How many of those present have voted."""
    unknown = 0 if current.votes is None else current.votes.unknown
    known = "" if not unknown else f" · {texts('projector.unknown', count=unknown)}"
    if current.present >= current.voted and current.present:
        return texts("projector.turnout", voted=current.voted, present=current.present) + known
    return texts("projector.votes", count=current.voted) + known


def _hint_height(slide: Slide, shown: ProjectedPoll, texts: Texts) -> float:
    strong, plain = _hint(shown, texts)
    if shown.rounds[-1].votes is not None and not strong:
        return 0.0
    lines = slide.lines(f"{strong} {plain}", slide.width, "body", 600)
    return len(lines) * slide.type("body").line + slide.space("s4") + slide.space("s2")


def _hint(shown: ProjectedPoll, texts: Texts) -> tuple[str, str]:
    """What the distribution asks for, or what was settled; the first part is the weightier one."""
    votes = shown.rounds[-1].votes
    if shown.settled is not None:
        return texts(f"projector.outcome.{_outcome(shown)}", level=shown.level), ""
    if votes is None:
        return texts("projector.blind"), ""
    if votes.spread is not None and votes.spread >= _WORTH_ASKING:
        return texts(f"projector.spread.{votes.spread}"), texts("projector.ask")
    return "", ""


def _outcome(shown: ProjectedPoll) -> str:
    settled = shown.settled or Settled.POSTPONED
    return settled.value if shown.level is not None or settled is Settled.PER_OFFICE else "postponed"


def _draw_hint(slide: Slide, top: float, shown: ProjectedPoll, texts: Texts) -> None:
    strong, plain = _hint(shown, texts)
    if not strong:
        return
    top += slide.space("s4")
    width = slide.sketch.text_width(strong, slide.style("body"), 600)
    beside = slide.sketch.text_width(plain, slide.style("body"))
    gap = slide.space("s2")
    if width + gap + beside <= slide.width:
        slide.put((slide.left, top), (strong,), "body", weight=600)
        if plain:
            slide.put((slide.left + width + gap, top), (plain,), "body")
        return
    below = slide.put((slide.left, top), slide.lines(strong, slide.width, "body", 600), "body", weight=600)
    if plain:
        slide.put((slide.left, below), slide.lines(plain, slide.width, "body"), "body")


def _draw_turnout(slide: Slide, top: float, current: RoomRound, texts: Texts) -> None:
    """One mark for everybody present, filled for each vote, and no word of how they voted."""
    top += slide.space("s4")
    line = slide.type("body").line
    x, radius = slide.left, line * 0.28
    if 0 < current.present <= _MOST_PIPS:
        for number in range(current.present):
            fill = Fill("primary") if number < current.voted else Fill("paper")
            centre = (x + radius, top + line / 2)
            slide.add(Circle(centre, radius, fill, slide.sketch.stroke("primary")))
            x += 2.6 * radius
        x += slide.space("s2")
    words = texts("projector.blind")
    lines = slide.lines(words, slide.right - x, "body")
    slide.put((x, top), lines, "body", role="ink2")
