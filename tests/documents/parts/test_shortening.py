"""Words cut to a length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.documents.parts.shortening import shortened


@pytest.mark.parametrize(
    ("text", "letters", "kept"),
    [
        ("Kurz.", 20, "Kurz."),
        ("Genau zwanzig Zeich.", 20, "Genau zwanzig Zeich."),
        ("Ein Satz, der zu lang ist", 20, "Ein Satz, der zu…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("Ende mit Komma, und mehr", 16, "Ende mit Komma…"),
        ("  zwei\nZeilen\t ", 20, "zwei Zeilen"),
    ],
)
def test_the_end_is_put_between_words_where_that_loses_little(text: str, letters: int, kept: str) -> None:
    assert shortened(text, letters) == kept


@given(st.text(max_size=200), st.integers(10, 80))
def test_it_is_never_longer_and_begins_like_the_text(text: str, letters: int) -> None:
    kept, plain = shortened(text, letters), " ".join(text.split())
    assert len(kept) <= letters
    assert kept == plain or (kept.endswith("…") and plain.startswith(kept[:-1]))


@given(st.text(max_size=200), st.integers(10, 80))
def test_cutting_twice_changes_nothing(text: str, letters: int) -> None:
    assert shortened(shortened(text, letters), letters) == shortened(text, letters)
