"""Level bars: lengths, marks, columns, and the way they fold in narrow places."""

import pytest

from advisor_app.charts.level_bars import LevelBars
from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Line, Rect, Scene, Text
from advisor_app.texts import load_texts
from tests.charts.examples.levels import hard_level_bars, level_bars

STYLE = load_theme("light").chart
GERMAN = load_texts("de")


def draw(chart: LevelBars, width: float = 622) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def rects(scene: Scene, role: str) -> list[Rect]:
    return [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.fill and shape.fill.role == role]


def test_bars_are_as_long_as_their_values() -> None:
    scene = draw(level_bars())
    track = rects(scene, "sunken")[0]
    bars = [rect for rect in rects(scene, "level.2.fill") if rect.height < 20]
    assert bars[0].width == pytest.approx(track.width / 2)
    assert bars[2].width == pytest.approx(track.width * 1.8 / 4)


def test_zero_is_a_sliver_and_missing_is_an_empty_outline() -> None:
    scene = draw(hard_level_bars())
    (sliver,) = [rect for rect in rects(scene, "level.0.fill") if rect.height < 20]
    assert 0 < sliver.width < 10
    outlines = [rect for rect in rects(scene, "paper") if rect.stroke and rect.stroke.dash]
    assert len(outlines) == 1


def test_targets_stand_at_their_level() -> None:
    scene = draw(level_bars())
    track = rects(scene, "sunken")[0]
    ticks = [shape for shape in scene.shapes if isinstance(shape, Line) and shape.stroke.role == "target"]
    assert len(ticks) == 6  # five rows and the legend
    assert ticks[0].start[0] == pytest.approx(track.x + track.width * 3 / 4)


def test_columns_are_aligned_right_under_their_heads() -> None:
    scene = draw(level_bars())
    ends = {shape.text: shape.place[0] for shape in scene.shapes if isinstance(shape, Text) and shape.anchor == "end"}
    assert ends["zu Vorab"] == ends["−0,4"]
    assert ends["Lücke"] == ends["1,2"] == 622


def test_in_narrow_places_the_bar_stands_below_its_title() -> None:
    scene = draw(level_bars(), width=300)
    assert rects(scene, "sunken")[0].width > 280
    assert "zu Vorab −0,4 · Lücke 1,0" in [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def test_words_and_table_carry_every_figure() -> None:
    scene = draw(hard_level_bars())
    assert "4.1 Null: 0,0, Stufe 0, Zielstufe 3,0, gedeckelt auf Stufe 1." in scene.alternative
    assert "möglich 0,5 bis 3,2" in scene.alternative
    assert scene.table.header == ("Dimension", "Stufe", "Wert", "Zielstufe", "Spanne", "Hinweis")
    assert scene.table.rows[2][1:] == ("–", "–", "–", "0,5 bis 3,2", "nicht bewertbar: weniger als drei Antworten")
    assert draw(level_bars()).table.header == ("Dimension", "Stufe", "Wert", "Zielstufe", "zu Vorab", "Lücke")


def test_every_row_fills_every_column() -> None:
    with pytest.raises(ValueError, match="one cell"):
        LevelBars(title="", rows=level_bars().rows)
