"""Widths come from the shipped font files and are those that ReportLab writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from advisor_app.charts.font_metrics import FONT_FILES, Weight, load_font_metrics
from advisor_app.resources_folder import resources_folder

METRICS = load_font_metrics()
WEIGHTS: tuple[Weight, ...] = (400, 600)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_widths_agree_with_an_independent_reader(weight: Weight) -> None:
    name = f"metrics-{weight}"
    pdfmetrics.registerFont(TTFont(name, resources_folder() / "fonts" / FONT_FILES[weight]))
    for character in METRICS.faces[weight].widths:
        expected = pdfmetrics.stringWidth(character, name, 1000)
        assert METRICS.width(character, 1000, weight) == pytest.approx(expected, abs=1), character


def test_both_weights_draw_the_same_characters() -> None:
    assert METRICS.faces[400].widths.keys() == METRICS.faces[600].widths.keys()


def test_figures_are_as_wide_as_each_other() -> None:
    assert len({METRICS.width(figure, 14) for figure in "0123456789"}) == 1


def test_what_german_texts_need_can_be_drawn() -> None:
    text = "ÄÖÜäöüẞß „Ja“ ‚so‘ – − … € § ² · → ✓ ≥ ±"
    assert METRICS.drawable(text) == text


def test_what_the_font_lacks_becomes_a_box_and_what_is_invisible_goes() -> None:
    assert METRICS.drawable("Rad\N{SOFT HYPHEN}weg 🚲\n\u0000 o\N{COMBINING DIAERESIS}\u200b") == "Radweg □ ö"


@given(st.text(max_size=60))
def test_any_text_can_be_measured_once_it_is_drawable(text: str) -> None:
    drawable = METRICS.drawable(text)
    assert METRICS.width(drawable, 12, 600) >= 0
    assert METRICS.drawable(drawable) == drawable


@given(st.text(st.characters(max_codepoint=0x2FF), max_size=30))
def test_plain_letters_take_the_short_way_to_the_same_line(text: str) -> None:
    careful = METRICS.drawable(f"{text}\N{SOFT HYPHEN}")  # which is never drawn, and never plain
    assert METRICS.drawable(text) == careful
