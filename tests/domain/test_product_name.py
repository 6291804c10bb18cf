"""Product names in texts: whole words, in any case, the longest name first."""

import pytest

from advisor_app.domain.product_name import ProductFinder

NAMES = ("civento", "CC ECM", "d.velop", "ELO", "ELO ECM")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("Das DMS legt Eingänge ab.", ()),
        ("Anbindung an Civento und D.VELOP, auch civento.", ("civento", "d.velop")),
        ("Wie ELO ECM, nicht wie ELO", ("ELO ECM", "ELO")),
        ("Vorgänge aus civento-Formularen", ("civento",)),
        ("Eloquente Suche, dxvelop, velocivento", ()),
    ],
)
def test_names_are_found_as_whole_words(text: str, found: tuple[str, ...]) -> None:
    assert ProductFinder(NAMES).named_in(text) == found


def test_without_names_nothing_is_found() -> None:
    assert ProductFinder(()).named_in("civento") == ()
