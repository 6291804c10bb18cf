"""Swim lanes say who does what, what waits and where the carrier changes."""

from dataclasses import replace

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Circle, Polygon, Rect, Scene, Text
from advisor_app.charts.swim_lanes import SwimLanes
from advisor_app.texts import load_texts
from tests.charts.examples.courses import crowded_lanes, swim_lanes

STYLE = load_theme("light").chart
GERMAN = load_texts("de")


def draw(chart: SwimLanes, width: float = 1126) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def test_every_step_stands_in_its_lane() -> None:
    chart = swim_lanes()
    scene = draw(chart)
    lanes = {
        text.text: text.place[1] for text in scene.shapes if isinstance(text, Text) and text.text in set(chart.lanes)
    }
    for step, area in zip(chart.steps, scene.areas, strict=True):
        middle = area.y + area.height / 2
        nearest = min(lanes, key=lambda name: abs(lanes[name] - middle))
        assert nearest == chart.lanes[step.lane]


def test_media_breaks_have_a_flash_and_a_word() -> None:
    scene = draw(swim_lanes())
    flashes = [
        shape for shape in scene.shapes if isinstance(shape, Polygon) and shape.fill and shape.fill.role == "amber"
    ]
    assert len(flashes) == 4
    assert "Abtippen" in {shape.text for shape in scene.shapes if isinstance(shape, Text)}


def test_the_flow_goes_on_in_the_next_row() -> None:
    wide, narrow = draw(crowded_lanes(), 1700), draw(crowded_lanes(), 450)
    assert narrow.height > wide.height
    assert len(narrow.areas) == len(wide.areas) == 40
    assert sum(isinstance(shape, Circle) for shape in narrow.shapes) == 2, "one beginning, one end"


def test_a_part_begins_and_ends_without_an_event() -> None:
    scene = draw(replace(swim_lanes(), begins=False, ends=False))
    assert not any(isinstance(shape, Circle) for shape in scene.shapes)


def test_what_is_dropped_is_dashed_and_what_is_new_is_said() -> None:
    scene = draw(crowded_lanes(8))
    words = [shape.text for shape in scene.shapes if isinstance(shape, Text)]
    assert {"1 · neu", "2 · geändert", "3 · entfällt"} <= set(words)
    assert any(isinstance(shape, Rect) and shape.stroke and shape.stroke.dash for shape in scene.shapes)
    assert "3 " in scene.alternative
    assert "entfällt" in scene.alternative


def test_two_hundred_steps_are_drawn() -> None:
    scene = draw(crowded_lanes(200), 900)
    assert len(scene.areas) == 200
    assert len(scene.table.rows) == 200
