"""Prose falls into its sentences, and into nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.texts.sentences import sentences

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("  ", ()),
        ("Ein Satz", ("Ein Satz",)),
        ("Beginnen Sie pünktlich. Warten Sie nicht.", ("Beginnen Sie pünktlich.", "Warten Sie nicht.")),
        (
            "Bitten Sie um einen Satz: „Was soll einfacher sein?“ Schreiben Sie mit.",
            ("Bitten Sie um einen Satz: „Was soll einfacher sein?“", "Schreiben Sie mit."),
        ),
        (
            "Fragen Sie: „Kennen Sie das?“ und warten Sie. „Nein“ ist auch gut.",
            ("Fragen Sie: „Kennen Sie das?“ und warten Sie.", "„Nein“ ist auch gut."),
        ),
        ("Modul 4 (Stand 2021) endet am 3. Oktober. Dann", ("Modul 4 (Stand 2021) endet am 3. Oktober.", "Dann")),
        ("Stand ist der 21.11.2026. Es gilt z. B. Nr. 4.", ("Stand ist der 21.11.2026.", "Es gilt z. B. Nr. 4.")),
        ("Das kostet ca. 300 Euro. 40 Tage reichen.", ("Das kostet ca. 300 Euro.", "40 Tage reichen.")),
    ],
)
def test_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_every_moderation_falls_into_sentences_one_can_read_at_a_glance() -> None:
    agendas = tomllib.loads((ROOT / "resources/content/m4/agenda.toml").read_text(encoding="utf-8"))
    for template in agendas["template"]:
        for step in template["step"]:
            for sentence in sentences(step.get("moderation", "")):
                assert sentence[-1] in ".!?“)", sentence
                assert len(sentence) < 320, sentence
