import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.folding import fold, without_blanks


@pytest.mark.parametrize(
    "spellings",
    [
        ("Gießen", "giessen", "GIESSEN", "Giesen", "GIEẞEN"),
        ("Köln", "Koeln", "Koln", unicodedata.normalize("NFD", "Köln")),
        ("Groß-Gerau", "gross gerau", "Gros  Gerau", "(Groß) Gerau"),
        ("Bad Homburg v. d. Höhe", "bad homburg v.d. hoehe", "Bad-Homburg v d Hohe"),
        ("Flußsohle", "Flussohle", "flusssohle"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_that_meet_fold_as_one_word() -> None:
    assert without_blanks(fold("Groß Sonne")) == fold("Großsonne")
