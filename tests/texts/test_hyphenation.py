"""Breaking German words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pyphen import Pyphen  # type: ignore[import-untyped]  # the package ships no types

from advisor_app.texts.hyphenation import break_points


def parted(word: str, language: str = "de-DE") -> str:
    places = [0, *break_points(word, language), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    "word",
    [
        "Digi-ta-li-sie-rungs-be-auf-tragte",
        "Daten-schutz-be-auf-tragte",
        "Gemein-de-vor-stand",
        "Bür-ger-be-tei-li-gung",
        "Stark-re-gen",
        "Zusam-men-ar-beit",
        "über-ar-bei-tet",
        "Bear-bei-tungs-stand",
        "Eigen-an-teil",
        "dau-er-haft",
        "Maß-nah-men",
    ],
)
def test_words_part_between_syllables(word: str) -> None:
    assert parted(word.replace("-", "")) == word


@pytest.mark.parametrize("word", ["Amt", "Akte", "LoRaWAN2", "HMDIS", "UC-01", "KGSt"])
def test_short_words_abbreviations_and_codes_stay_whole(word: str) -> None:
    assert break_points(word, "de-DE") == ()


@pytest.mark.parametrize("language", ["de_DE", "en_GB"])
def test_places_are_among_those_of_pyphen(language: str) -> None:
    reference = Pyphen(lang=language, left=3, right=3)
    for word in ("Überflutungen", "Verwaltungsleistungen", "Barrierefreiheit", "Kämmerei", "responsibility"):
        assert set(break_points(word, language.replace("_", "-"))) <= set(reference.positions(word))
