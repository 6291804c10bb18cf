"""The phase bar says where a commune stands in bar, weight, mark and word."""

from advisor_app.charts.palette import load_theme
from advisor_app.charts.phase_steps import PhaseSteps
from advisor_app.charts.scene import Polyline, Rect, Scene, Text
from advisor_app.texts import load_texts
from tests.charts.examples.levels import long_phase_steps, phase_steps

STYLE = load_theme("light").chart
GERMAN = load_texts("de")


def draw(chart: PhaseSteps, width: float) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def words(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def test_five_bars_share_the_width() -> None:
    bars = [shape for shape in draw(phase_steps(), 1126).shapes if isinstance(shape, Rect)]
    assert len({round(bar.width, 3) for bar in bars}) == 1
    stroke = bars[-1].stroke
    assert stroke is not None
    assert bars[-1].x + bars[-1].width + stroke.width / 2 == 1126, "nothing of it is cut"


def test_the_phase_reached_is_filled_and_bold_and_passed_ones_are_ticked() -> None:
    scene = draw(phase_steps(), 620)
    fills = [shape.fill.role for shape in scene.shapes if isinstance(shape, Rect) and shape.fill]
    assert fills == ["gantt.b.fill", "gantt.b.fill", "primary", "paper", "paper"]
    bold = [shape.text for shape in scene.shapes if isinstance(shape, Text) and shape.weight == 600]
    assert bold == ["3", "Erproben"]
    assert sum(isinstance(shape, Polyline) for shape in scene.shapes) == 2


def test_possible_phases_are_dashed_and_named() -> None:
    scene = draw(phase_steps(possible=True), 620)
    dashes = [bool(shape.stroke.dash) for shape in scene.shapes if isinstance(shape, Rect) and shape.stroke]
    assert dashes == [False, True, True, False, False]
    assert "möglich, ab 0,8" in words(scene)
    assert "2 Konzipieren, ab 0,8: möglich" in scene.alternative


def test_the_words_stand_in_a_line_in_blocks_or_in_a_list() -> None:
    heights = [draw(phase_steps(), width).height for width in (1126, 620, 260)]
    assert heights == sorted(heights)
    assert "1\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}Orientieren" in words(draw(phase_steps(), 1126))
    assert "Orientieren" in words(draw(phase_steps(), 620))


def test_long_titles_are_wrapped_not_cut() -> None:
    scene = draw(long_phase_steps(), 300)
    shown = " ".join(words(scene))
    assert "zuständige Stelle" in shown or ("zuständige" in shown and "Stelle" in shown)


def test_sentence_and_table() -> None:
    scene = draw(phase_steps(), 620)
    assert "Phase 3: Erproben, knapp." in scene.alternative
    assert scene.table.rows[2] == ("3 Erproben", "ab 1,6", "aktuelle Phase")
