"""The matrix: every measure has its own place, and its letter tells the priority."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.charts.font_metrics import load_font_metrics
from advisor_app.charts.palette import load_theme
from advisor_app.charts.priority_matrix import PriorityMatrix
from advisor_app.charts.scene import Circle, Line, Scene, Text
from advisor_app.texts import load_texts
from tests.charts.examples.choices import crowded_matrix, matrix_measure, priority_matrix
from tests.charts.test_charts import overlap

STYLE = load_theme("light").chart
GERMAN = load_texts("de")
RATING = st.none() | st.integers(min_value=1, max_value=5)


def draw(chart: PriorityMatrix, width: float = 620) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def words(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def test_benefit_goes_up_and_effort_to_the_right() -> None:
    places = {area.key: (area.x, area.y) for area in draw(priority_matrix()).areas}
    assert places["U3"][1] < places["U2"][1]
    assert places["U7"][0] > places["U5"][0] > places["U2"][0] > places["U1"][0]


def test_a_letter_stands_in_every_dot() -> None:
    scene = draw(priority_matrix())
    assert sum(isinstance(shape, Circle) for shape in scene.shapes) == 6 + 3
    assert words(scene).count("A") == 2 + 1
    fills = {shape.fill.role for shape in scene.shapes if isinstance(shape, Circle) and shape.fill}
    assert fills == {"gantt.a.fill", "gantt.b.fill", "gantt.c.fill"}


def test_the_corners_say_what_to_do() -> None:
    assert {"Zuerst angehen", "Gut vorbereiten", "Nebenbei erledigen", "Zurückstellen"} <= set(
        words(draw(priority_matrix()))
    )


@pytest.mark.parametrize("width", [240, 300, 620, 900])
def test_no_line_of_the_grid_goes_through_the_words_of_a_corner(width: float) -> None:
    scene = draw(priority_matrix(), width)
    fonts, corners = load_font_metrics(), {"Zuerst angehen", "Gut vorbereiten", "Nebenbei erledigen", "Zurückstellen"}
    upright = [item for item in scene.shapes if isinstance(item, Line) and item.start[0] == item.end[0]]
    for text in (item for item in scene.shapes if isinstance(item, Text) and item.text in corners):
        (x, y), long = text.place, fonts.width(text.text, text.size, text.weight)
        left = x if text.anchor == "start" else x - long
        crossing = [line for line in upright if left < line.start[0] < left + long]
        assert not [line for line in crossing if line.start[1] < y - 1 < line.end[1]]


def test_measures_without_a_rating_are_named_below() -> None:
    scene = draw(priority_matrix())
    assert "Noch ohne Nutzen oder Aufwand: U6 Maßnahme" in words(scene)
    assert scene.alternative.endswith("Noch ohne Nutzen oder Aufwand: U6.")


def test_many_measures_are_counted_in_words_and_listed_in_the_table() -> None:
    scene = draw(crowded_matrix())
    assert "Priorität A: 40, B: 0, C: 0." in scene.alternative
    assert len(scene.table.rows) == 40


@given(st.lists(st.tuples(RATING, RATING), max_size=40), st.integers(min_value=240, max_value=900))
def test_no_measure_hides_another(ratings: list[tuple[int | None, int | None]], width: int) -> None:
    measures = tuple(matrix_measure(number, *rating) for number, rating in enumerate(ratings, start=1))
    scene = draw(PriorityMatrix(title="Zufall", measures=measures), width)
    boxes = [(area.x, area.y, area.x + area.width, area.y + area.height - 0.01) for area in scene.areas]
    assert len(boxes) == sum(measure.is_rated for measure in measures)
    assert not any(overlap(one, (o[0] + 0.01, o[1], o[2] - 0.01, o[3])) for one, o in combinations(boxes, 2))
