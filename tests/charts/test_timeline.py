"""The timeline of a day: long steps are high, short ones still readable."""

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Line, Rect, Scene, Text
from advisor_app.charts.timeline import Timeline
from advisor_app.texts import load_texts
from tests.charts.examples.courses import timeline

STYLE = load_theme("light").chart
GERMAN = load_texts("de")


def draw(chart: Timeline, width: float = 420) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def words(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def test_heights_are_proportional_to_minutes_where_words_fit() -> None:
    heights = {area.key: area.height for area in draw(timeline()).areas}
    assert heights["s2"] / heights["s4"] == 45 / 60
    assert heights["s5"] > 5 * 1.1


def test_every_step_carries_its_time_and_the_day_its_end() -> None:
    shown = words(draw(timeline()))
    assert [text for text in shown if ":" in text] == ["09:00", "09:20", "10:00", "10:45", "11:00", "12:00", "12:05"]
    assert "Ende" in shown
    assert "45 min" in shown


def test_breaks_are_quieter_than_work() -> None:
    fills = [shape.fill.role for shape in draw(timeline()).shapes if isinstance(shape, Rect) and shape.fill]
    assert fills == ["primary_soft"] * 3 + ["sunken"] * 2 + ["primary_soft"]


def test_now_is_a_line_inside_the_running_step() -> None:
    scene = draw(timeline(10 * 60 + 15))
    (now,) = [shape for shape in scene.shapes if isinstance(shape, Line) and shape.stroke.role == "gantt.today"]
    step = next(area for area in scene.areas if area.key == "s2")
    assert now.start[1] == step.y + step.height / 3
    assert "seit 10:03" in words(scene)
    assert not [
        shape for shape in draw(timeline()).shapes if isinstance(shape, Line) and shape.stroke.role == "gantt.today"
    ]


def test_words_and_table() -> None:
    scene = draw(timeline(10 * 60 + 15))
    assert "mit 6 Schritten von 09:00 bis 12:05 Uhr. Davon Pausen: 75 min." in scene.alternative
    assert "10:00 Vorab-Ergebnis, 45 min, läuft, seit 10:03." in scene.alternative
    assert scene.table.rows[0] == ("Auftakt", "09:00–09:20", "20 min", "erledigt")
    assert draw(Timeline(title="Leer", steps=())).alternative == "Tagesablauf „Leer“ ohne Schritte."
