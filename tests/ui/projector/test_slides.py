"""Pictures for the wall: nothing is cut and nothing overlaps, at every size of wall, however long the words are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from advisor_app.charts.gantt import Gantt, Measure
from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Chart, Rect, Scene, Text
from advisor_app.charts.swim_lanes import LaneStep, SwimLanes
from advisor_app.content.packs import load_catalog
from advisor_app.domain.poll import RoomRound, Settled, Votes
from advisor_app.resources_folder import resources_folder
from advisor_app.services.projected import (
    ProjectedBreak,
    ProjectedCharts,
    ProjectedJoin,
    ProjectedLevel,
    ProjectedPoll,
    ProjectedQuestion,
    ProjectedStep,
    ProjectedTitle,
    Projection,
)
from advisor_app.texts import load_texts
from advisor_app.ui.projector.slides.drawing import draw, wall_size
from advisor_app.ui.projector.slides.placing import Place, placed
from tests.charts.examples.all_charts import CHARTS
from tests.charts.test_charts import corners, overlap, roles, text_box

SIZES = ((1920, 1080), (1366, 768), (1280, 800), (1024, 768))
SMALLEST = load_theme("projector").type["caption"].size
GERMAN = load_texts("de")
WORDS = ("nicht vorhanden", "punktuell", "teilweise", "verbindlich", "gemessen")
LONG = (
    "Es gibt eine von der Gemeindevertretung beschlossene, veröffentlichte Strategie mit Zielen, Zuständigkeiten, "
    "Mitteln und einem jährlichen Bericht, der öffentlich beraten und fortgeschrieben wird, auch für Eigenbetriebe"
)
COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsdurchführungsbestimmungsentwurfsfassung"
FOOT = "Gemeinde Eschentalbach · Modul 4 Smart Region"


def levels(*anchors: str) -> tuple[ProjectedLevel, ...]:
    return tuple(
        ProjectedLevel(number=n, anchor=a, word=w) for n, (a, w) in enumerate(zip(anchors, WORDS, strict=True))
    )


USUAL = levels("Nein", "Mündlich", "In einzelnen Verträgen", "Hausweite Regel", "Wie Stufe 3, dazu jährlich geprüft")
QUESTION = ProjectedQuestion(
    id="4.3.3", dimension="Daten und Technik", text="Ist der Zugriff geregelt?", footing=FOOT, levels=USUAL
)


def poll(*rounds: tuple[int, Votes | None], settled: Settled | None = None, level: int | None = None) -> ProjectedPoll:
    shown = tuple(RoomRound(voted=present, present=present, votes=votes) for present, votes in rounds)
    return ProjectedPoll(
        id="4.3.3",
        dimension="Daten",
        text="Geregelt?",
        footing=FOOT,
        levels=USUAL,
        rounds=shown,
        settled=settled,
        level=level,
    )


def measures(count: int) -> Gantt:
    named = [
        Measure(id=f"U{n}", title=LONG[:60], period="2027", start=date(2027, 1, 1), end=date(2027, 6, 30), priority="A")
        for n in range(1, count + 1)
    ]
    return Gantt(title="Zeitplan", measures=tuple(named))


def lanes(count: int) -> SwimLanes:
    steps = tuple(
        LaneStep(key=f"s{n}", number=n, title="Antrag prüfen und weitergeben", lane=n % 3, minutes="8 min")
        for n in range(1, count + 1)
    )
    return SwimLanes(title="Ist", summary="", lanes=("Bürgerbüro", "Fachamt", "Kasse"), steps=steps)


def charts(*shown: Chart, focus: str = "") -> ProjectedCharts:
    return ProjectedCharts(kicker="Planung", title="Zeitplan", charts=shown, footing=FOOT, focus=focus)


NOTE = "Orientierungswert nach eigenem Modell, nicht geeicht (Fassung 1.0.0)"
SEEN = Votes(counts=(1, 6, 5, 2, 0))
MANY = Votes(counts=(3, 31, 14, 10, 2), unknown=4)
PROJECTIONS: dict[str, Projection] = {
    "title": ProjectedTitle(title="Gemeinde Eschentalbach", subtitle="Modul 4 Smart Region"),
    "no title": ProjectedTitle(title=""),
    "many communes": ProjectedTitle(title=", ".join(["Gemeinde Eschentalbach am Berg"] * 9), subtitle=LONG),
    "step": ProjectedStep(title="Auftakt", goal=LONG, place=1, count=13, following="Pause", footing=FOOT),
    "own step": ProjectedStep(title="Runde", goal="", place=13, count=13, following="", footing=FOOT),
    "long step": ProjectedStep(title=LONG, goal=LONG * 4, place=30, count=60, following=LONG, footing=FOOT * 3),
    "longest step": ProjectedStep(title=COMPOUND, goal=LONG * 30, place=1, count=400, following=COMPOUND, footing=FOOT),
    "question": QUESTION,
    "recorded": replace(QUESTION, recorded=2),
    "long question": replace(QUESTION, text=f"{LONG} und {COMPOUND}?", levels=levels(*[LONG] * 5), recorded=4),
    "longest question": replace(QUESTION, dimension=LONG, text=LONG * 3, levels=levels(*[LONG * 3] * 5)),
    "no anchors": replace(QUESTION, levels=levels(*[""] * 5)),
    "choices": replace(QUESTION, levels=(), choices=("ja", "nein", LONG, COMPOUND)),
    "text question": replace(QUESTION, levels=()),
    "blind poll": poll((14, None)),
    "blind poll of nobody": poll((0, None)),
    "blind poll of many": poll((60, None)),
    "poll": poll((14, SEEN)),
    "second round": poll((14, SEEN), (14, Votes(counts=(0, 2, 12, 0, 0)))),
    "settled": poll((22, Votes(counts=(1, 3, 17, 1, 0))), settled=Settled.AGREED, level=2),
    "postponed": poll((3, Votes(counts=(1, 0, 1, 0, 1))), settled=Settled.POSTPONED),
    "offices": poll((3, Votes(counts=(1, 0, 1, 0, 1))), settled=Settled.PER_OFFICE),
    "bars": poll((64, MANY)),
    "long poll": replace(poll((64, MANY)), text=LONG, levels=levels(*[LONG] * 5)),
    "break": ProjectedBreak(resumes="13:00", footing=FOOT),
    "open break": ProjectedBreak(resumes="", footing=FOOT),
    "join": ProjectedJoin(
        address="http://192.168.178.21:8731/k7Qp", cells=tuple((True,) * 29 for _ in range(29)), footing=FOOT
    ),
    "plan": charts(measures(5)),
    "long plan": charts(measures(40), focus="U37"),
    "process": charts(lanes(6)),
    "long process": charts(lanes(40), focus="s39"),
    "result": replace(charts(CHARTS["radar"], CHARTS["level bars"]), note=NOTE),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PROJECTIONS)
def test_nothing_is_cut_and_nothing_overlaps(name: str, size: tuple[int, int]) -> None:
    scene = drawn(PROJECTIONS[name], size)
    boxes = [(text.text, text_box(text)) for text in texts(scene)]
    for words, box in boxes:
        assert min(box) >= 0, words
        assert box[2] <= scene.width, words
        assert box[3] <= scene.height, words
    for (one, box), (other, other_box) in combinations(boxes, 2):
        assert not overlap(box, other_box), f"{one!r} on {other!r}"
    for shape in scene.shapes:
        for x, y in corners(shape):
            assert -2 <= x <= scene.width + 2, shape
            assert -2 <= y <= scene.height + 2, shape


@pytest.mark.parametrize("name", PROJECTIONS)
def test_all_words_are_there_and_are_said(name: str) -> None:
    """Broken lines join to the words that they came from; what listens hears the same."""
    projection = PROJECTIONS[name]
    scene = drawn(projection, SIZES[0])
    assert scene.alternative.strip()
    assert scene.title.strip()
    for words in wanted_words(projection):
        assert plain(words) in plain(scene.alternative), words
        assert plain(words) in plain(" ".join(text.text for text in texts(scene))), words


@pytest.mark.parametrize("name", PROJECTIONS)
def test_only_colours_of_the_projector_are_used(name: str) -> None:
    palette = load_theme("projector")
    assert all(palette.colour(role).startswith("#") for role in roles(drawn(PROJECTIONS[name], SIZES[0])))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    "name", sorted(set(PROJECTIONS) - {"longest step", "longest question", "long poll", "result", "process", "plan"})
)
def test_what_is_usual_is_never_smaller_than_the_smallest_text(name: str, size: tuple[int, int]) -> None:
    scene = drawn(PROJECTIONS[name], size)
    least = min(text.size for text in texts(scene)) * load_theme("projector").size["width"] / scene.width
    floor = SMALLEST * (26 / 34) if name in {"long plan", "long process"} else SMALLEST
    assert least >= floor - 0.05  # pixels are whole, and 1366 × 768 is not quite 16 : 9


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_picture_has_the_shape_of_its_wall(size: tuple[int, int]) -> None:
    scene = drawn(QUESTION, size)
    assert scene.width / scene.height == pytest.approx(size[0] / size[1], rel=0.001)


def test_the_highest_level_stands_on_top() -> None:
    found = [text for text in texts(drawn(QUESTION, SIZES[0])) if text.text in "01234" and text.anchor == "middle"]
    assert [text.text for text in sorted(found, key=lambda text: text.place[1])] == ["4", "3", "2", "1", "0"]


def test_before_a_poll_is_opened_no_picture_tells_how_it_stands() -> None:
    """Whatever the votes are, the picture is the same: it knows of none."""
    assert drawn(poll((14, None)), SIZES[0]) == drawn(poll((14, None)), SIZES[0])
    words = " ".join(text.text for text in texts(drawn(poll((14, None)), SIZES[0])))
    assert "14 von 14 Stimmen" in words
    assert "auseinander" not in words


@pytest.mark.parametrize(("votes", "marks"), [(SEEN, 14), (Votes(counts=(0, 0, 17, 3, 0)), 20)])
def test_every_vote_is_a_dot(votes: Votes, marks: int) -> None:
    shapes = drawn(poll((votes.total, votes)), SIZES[0]).shapes
    assert sum(type(shape).__name__ == "Circle" for shape in shapes) == marks


def test_many_votes_are_bars_as_long_as_they_are_many() -> None:
    bars = [shape for shape in drawn(poll((64, MANY)), SIZES[0]).shapes if isinstance(shape, Rect) and shape.x > 700]
    longest = max(bar.width for bar in bars)
    assert sorted(round(31 * bar.width / longest) for bar in bars) == [2, 3, 10, 14, 31]


@pytest.mark.parametrize(("name", "there"), [("long plan", "U37"), ("long process", "39")])
def test_of_a_long_chart_the_part_is_shown_that_one_looks_at(name: str, there: str) -> None:
    assert any(text.text.split(" ")[0] == there for text in texts(drawn(PROJECTIONS[name], SIZES[0])))


def test_a_picture_grows_in_its_place() -> None:
    scene = CHARTS["radar"].scene(900, load_theme("projector").chart, GERMAN)
    shapes = tuple(placed(scene, Place(10, 20, 0.5)))
    assert len(shapes) == len(scene.shapes)
    for before, after in zip(scene.shapes, shapes, strict=True):
        for (x, y), (new_x, new_y) in zip(corners(before), corners(after), strict=True):
            assert (new_x, new_y) == pytest.approx((10 + x / 2, 20 + y / 2))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_shipped_question_can_be_read_at_the_back_of_the_room(language: str) -> None:
    """Also with its full anchors: none needs smaller text than the smallest that the tokens allow."""
    catalog = load_catalog([resources_folder() / "content"], load_texts(language))
    read = 0
    for questionnaire in (catalog.translations or catalog.questionnaires).values():
        words = [level.word for level in questionnaire.scale.levels]
        for question in questionnaire.questions:
            if question.confidential or not question.anchors:
                continue
            shown = tuple(
                ProjectedLevel(number=number, anchor=anchor, word=words[number])
                for number, anchor in enumerate(question.anchors)
            )
            scene = drawn(replace(QUESTION, id=question.id, text=question.text, levels=shown), (1920, 1080))
            assert min(text.size for text in texts(scene)) * 1920 / scene.width >= SMALLEST - 0.05, question.id
            read += 1
    assert read > 20


def drawn(projection: Projection, size: tuple[int, int]) -> Scene:
    return draw(projection, wall_size(*size), GERMAN)


def texts(scene: Scene) -> list[Text]:
    return [shape for shape in scene.shapes if isinstance(shape, Text)]


def plain(words: str) -> str:
    """Without blanks, hyphens and full stops, which breaking lines and saying them brings."""
    return "".join(letter for letter in words if letter not in " -.")


def wanted_words(projection: Projection) -> list[str]:
    """What must be readable on the wall."""
    match projection:
        case ProjectedTitle():
            return [projection.title, projection.subtitle]
        case ProjectedStep():
            return [projection.title, projection.goal, projection.following, projection.footing]
        case ProjectedQuestion() | ProjectedPoll():
            anchors = [part for level in projection.levels for part in (level.anchor, level.word)]
            return [projection.text, projection.footing, *anchors]
        case ProjectedCharts():
            return [projection.title, projection.footing, projection.note]
        case _:
            return [projection.footing]
