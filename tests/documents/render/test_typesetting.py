"""Setting text in lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.documents.blocks import LevelChip, Run, Text
from advisor_app.documents.render.bound_blanks import NO_BREAK
from advisor_app.documents.render.characters import SOFT_HYPHEN, Characters
from advisor_app.documents.render.fonts import REGULAR, SEMIBOLD, register_fonts
from advisor_app.documents.render.typesetting import Line, Typesetter
from advisor_app.documents.theme import Style, load_paper
from tests.documents.samples import LONG_WORD, NO_BREAKS

BODY = load_paper().styles[Style.BODY]
CHIP = 14.0


def set_lines(text: Text, width: float) -> tuple[Line, ...]:
    return Typesetter(Characters(register_fonts()), "de-DE", chip=CHIP, tick=CHIP).set_lines(text, BODY, width)


def words(line: Line) -> str:
    return "".join(piece.content if isinstance(piece.content, str) else "▣" for piece in line.pieces)


def test_lines_break_at_blanks() -> None:
    lines = [words(line) for line in set_lines("Die Gemeinde regelt zuerst, wer wofür da ist.", 132)]
    assert lines == ["Die Gemeinde regelt zuerst,", "wer wofür da ist."]


def test_a_long_word_is_parted_with_a_soft_hyphen() -> None:
    lines = set_lines(LONG_WORD, 120)
    assert len(lines) > 2
    assert all(words(line).endswith(SOFT_HYPHEN) for line in lines[:-1])
    assert "".join(words(line) for line in lines).replace(SOFT_HYPHEN, "") == LONG_WORD
    assert [line.joint for line in lines] == [""] * len(lines)


def test_a_word_without_syllables_is_cut_where_the_line_ends() -> None:
    lines = set_lines(NO_BREAKS, 120)
    assert "".join(words(line) for line in lines) == NO_BREAKS


def test_words_break_after_their_own_hyphens_without_another() -> None:
    lines = [words(line) for line in set_lines("Digitalisierungs-/OZG-Beauftragte", 110)]
    assert lines == ["Digitalisierungs-/OZG-", "Beauftragte"]


@pytest.mark.parametrize("text", ["01/2027–02/2027", "UC-01", "10\N{NO-BREAK SPACE}%", "E-Akte"])
def test_figures_and_codes_stay_whole_where_a_line_can_hold_them(text: str) -> None:
    lines = [words(line) for line in set_lines(f"Zeitraum: {text}", 90)]
    assert any(text in line for line in lines)


def test_the_last_word_is_not_parted_for_a_line_of_a_syllable() -> None:
    lines = [words(line) for line in set_lines("Wie weit ist Ihre Strategie?", 110)]
    assert lines == ["Wie weit ist Ihre", "Strategie?"]


@pytest.mark.parametrize(
    "bound",
    [
        "EN 301 549",
        "14. September",
        "4.300 Euro",
        "98 %",
        "Phase 4",
        "Level 3",
        "Art. 13",
        "§ 7",
        "§§ 3b",
        "z. B.",
        "17:20 Uhr",
    ],
)
def test_no_line_ends_within_what_belongs_together(bound: str) -> None:
    text = f"Das ist {bound} und dazu noch ein paar Wörter mehr."
    for width in range(80, 300, 5):
        lines = [words(line) for line in set_lines(text, width)]
        assert not any(line.endswith(tuple(bound.split()[:-1])) for line in lines)


def test_what_belongs_together_is_parted_at_its_blank_where_a_line_is_too_short() -> None:
    lines = [words(line).strip() for line in set_lines("EN 301 549", 24)]
    assert lines == ["EN", "301", "549"]


def test_line_ends_of_the_writer_stay() -> None:
    lines = set_lines("eins\nzwei drei\nvier", 400)
    assert [words(line) for line in lines] == ["eins", "zwei drei", "vier"]
    assert [line.joint for line in lines] == [" ", " ", ""]


def test_emphasis_and_chips_share_a_line() -> None:
    text = (LevelChip(2, "Stufe 2"), Run(" Stufe 2", strong=True), Run(", Wert"), Run(" 2,0", quiet=True))
    (line,) = set_lines(text, 400)
    assert words(line) == f"▣ Stufe{NO_BREAK}2, Wert 2,0"
    looks = [piece.look for piece in line.pieces]
    assert [look.face for look in looks[-3:]] == [SEMIBOLD, REGULAR, REGULAR]
    assert looks[-1].ink == "ink2"
    assert line.width == pytest.approx(sum(piece.width for piece in line.pieces))


def test_empty_text_is_one_empty_line() -> None:
    assert set_lines("", 100) == (Line((), 0, ""),)


@given(st.text(alphabet="abcäöß -–/.1\n", max_size=300), st.floats(min_value=20, max_value=400))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = set_lines(text, width)
    assert all(line.width <= width + 0.02 for line in lines)
    drawn = "".join(words(line) + line.joint for line in lines)
    assert drawn.replace(SOFT_HYPHEN, "").split() == text.split()
