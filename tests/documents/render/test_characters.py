"""Text on its way into a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.documents.render.characters import Characters
from advisor_app.documents.render.fonts import register_fonts

COVERED = register_fonts()


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("a\u0308o\u0308u\u0308ß", "äöüß"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("Zeile\r\nzwei\rdrei\u2028vier", "Zeile\nzwei\ndrei\nvier"),
        ("Tab\tund\x00Null\x1b", "Tab undNull"),
        ("Sil\N{SOFT HYPHEN}be", "Silbe"),
        ("\N{ZERO WIDTH SPACE}\N{BYTE ORDER MARK}leer", "leer"),
        ("㎡ ①", "m2 1"),
        ("☒ ★ ✔", "☑ * ✓"),
        ("Daumen \N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4} hoch", "Daumen □ hoch"),
        ("\N{FAMILY} \N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}", "□ □"),
        ("Łódź – „Ω“ § 5 ½ m² → ≥", "Łódź – „Ω“ § 5 ½ m² → ≥"),
        ("中文", "□□"),
        ("\ud800", "□"),
    ],
)
def test_text_becomes_drawable(typed: str, drawn: str) -> None:
    assert Characters(COVERED).clean(typed) == drawn


def test_substituted_characters_are_remembered_once() -> None:
    characters = Characters(COVERED)
    characters.clean("中文中 \N{GRINNING FACE}")
    characters.clean("①\N{THUMBS UP SIGN}中")
    assert characters.substituted == ("中", "文", "\N{GRINNING FACE}", "\N{THUMBS UP SIGN}")


@given(st.text(max_size=200))
def test_whatever_is_typed_can_be_drawn(typed: str) -> None:
    drawn = Characters(COVERED).clean(typed)
    assert all(character in COVERED or character == "\n" for character in drawn)
    assert Characters(COVERED).clean(drawn) == drawn
