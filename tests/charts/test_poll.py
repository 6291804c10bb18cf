"""A poll shows every vote as a dot as long as there is room, and says the same in words."""

import pytest

from advisor_app.charts.palette import load_theme
from advisor_app.charts.poll import PollDots, PollRound
from advisor_app.charts.scene import Circle, Rect, Scene, Text
from advisor_app.texts import load_texts
from tests.charts.examples.choices import poll_dots

STYLE = load_theme("light").chart
GERMAN = load_texts("de")


def draw(chart: PollDots, width: float = 620) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def dots(scene: Scene, role: str) -> list[Circle]:
    return [shape for shape in scene.shapes if isinstance(shape, Circle) and shape.fill and shape.fill.role == role]


def test_every_vote_is_a_dot_in_the_colour_of_its_level() -> None:
    scene = draw(poll_dots())
    assert [len(dots(scene, f"level.{level}.fill")) for level in range(5)] == [1, 9, 16, 2, 0]
    assert len(dots(scene, "paper")) == 2  # those who do not know


def test_level_4_stands_on_top_and_rounds_stand_beside_each_other() -> None:
    scene = draw(poll_dots())
    figures = [
        shape
        for shape in scene.shapes
        if isinstance(shape, Text) and shape.text in "01234" and shape.anchor == "middle"
    ]
    assert [shape.text for shape in figures] == [*"43210", *"43210"]
    heights = [shape.place[1] for shape in figures]
    assert heights[:5] == sorted(heights[:5]) == heights[5:]


def test_rounds_stand_below_each_other_where_it_is_narrow() -> None:
    assert draw(poll_dots(), 300).height > 1.8 * draw(poll_dots(), 620).height


def test_too_many_votes_for_dots_are_a_bar() -> None:
    scene = draw(poll_dots(PollRound(title="Runde 1", counts=(0, 0, 500, 250, 1))), 400)
    bars = [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.fill and shape.width > 30]
    assert len(bars) == 2
    assert bars[0].width == pytest.approx(bars[1].width / 2)
    assert not any(isinstance(shape, Circle) for shape in scene.shapes)


def test_all_dots_are_of_one_size_as_lengths_are_compared() -> None:
    scene = draw(poll_dots(PollRound(title="Runde 1", counts=(0, 3, 25, 0, 1))), 300)
    assert len({shape.radius for shape in scene.shapes if isinstance(shape, Circle)}) == 1


def test_the_words_carry_every_figure() -> None:
    scene = draw(poll_dots())
    assert scene.alternative == (
        "Punktabfrage 4.3.3. Runde 1, verdeckt: 1 Stimme für Stufe 0 (nicht vorhanden), "
        "6 Stimmen für Stufe 1 (punktuell), 5 Stimmen für Stufe 2 (teilweise), 2 Stimmen für Stufe 3 (verbindlich), "
        "2 Stimmen „weiß nicht“. Median 1, Spannweite 3 Stufen. "
        "Runde 2, offen: 3 Stimmen für Stufe 1 (punktuell), 11 Stimmen für Stufe 2 (teilweise). "
        "Median 2, Spannweite 1 Stufe."
    )
    assert scene.table.rows[0] == ("4 gemessen", "0", "0")
    assert scene.table.rows[-1] == ("Weiß nicht", "2", "0")


def test_a_round_has_a_figure_for_each_level() -> None:
    with pytest.raises(ValueError, match="each level"):
        PollRound(title="Runde 1", counts=(1, 2))
