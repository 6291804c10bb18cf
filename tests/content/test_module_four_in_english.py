"""Module 4 in English: complete, free of German, and kept to the rules of its German questions."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from advisor_app.content.check import inspect_packs
from advisor_app.content.overlays import overlay_shape, translated_words
from advisor_app.content.packs import load_catalog
from advisor_app.content.selection import preferred_packs
from advisor_app.content.shapes.fields import Ladder, Named, Rows, Shape
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts

SHIPPED = resources_folder() / "content"

# Bodies and offers keep their German names; these have words of a sentence in them. So do the long forms of terms.
_NAMES = (
    "Bundesamt für Sicherheit in der Informationstechnik",
    "Städte- und Gemeindebund",
    "Weg in die Basis-Absicherung",
)
_NO_SENTENCES = frozenset({"id", "number", "full"})
_GERMAN_WORDS = re.compile(
    r"\b(?:der|die|das|und|oder|nicht|ein|eine|für|mit|auf|von|wird|ist|sind|zum|zur|bei|Sie|Stufe|wie|Wie|nur)\b"
)


def words_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _NO_SENTENCES:
                yield from words_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_of(part)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([SHIPPED], load_texts("en"))


@pytest.fixture
def questionnaire(catalog: Catalog) -> Questionnaire:
    return catalog.translations["m4"]


def test_base_and_module_four_are_translated_to_the_last_text() -> None:
    counts = {item.pack: item.translated for item in inspect_packs([SHIPPED]).counts}
    for pack in ("base", "m4"):
        (english,) = counts[pack]
        assert english.language == "en"
        assert english.done == english.total > 0, pack


@pytest.mark.parametrize(
    "file", sorted(SHIPPED.glob("*/*.en.toml")), ids=lambda file: f"{file.parent.name}-{file.name}"
)
def test_nothing_german_is_left_but_names(file: Path) -> None:
    for text in words_of(tomli.loads(file.read_text(encoding="utf-8"))):
        plain = text
        for name in _NAMES:
            plain = plain.replace(name, "")
        assert not _GERMAN_WORDS.search(plain), text
        assert '"' not in text, "quotation marks are curved"


def test_the_work_on_electronic_files_is_translated_to_the_last_text() -> None:
    shape = overlay_shape("e_file.toml")
    assert shape is not None
    german, english = (
        tomli.loads((SHIPPED / "m3" / name).read_text("utf-8")) for name in ("e_file.toml", "e_file.en.toml")
    )
    assert all(translated_words(shape, german, english))


def test_what_surrounds_a_module_is_english_too(catalog: Catalog, tmp_path: Path) -> None:
    assert catalog.services["grab"].name == "Acquire or extend the right to use a grave"
    old, new = catalog.maturity_models["ozg-1.1"], catalog.maturity_models["ozg-2.0"]
    assert [level.word for level in old.levels][2:4] == ["Form", "Online service"]
    assert [band.about for band in new.bands] == [
        "What applicants see (front end)",
        "The course of work in the administration, and data",
    ]
    found = preferred_packs([SHIPPED], tmp_path, "en")
    assert {pack.id: pack.title for pack in found.packs} == {
        "base": "Foundations of all modules",
        "m1": "Module 1: OZG basics",
        "m2": "Module 2: Advice on implementation",
        "m3": "Module 3: Electronic records",
        "m4": "Module 4: Smart Region",
    }
    assert {pack.title for pack in preferred_packs([SHIPPED], tmp_path).packs} >= {"Grundlagen für alle Module"}


def test_anchors_differ_for_every_kind_of_commune(questionnaire: Questionnaire) -> None:
    for question in questionnaire.questions:
        for kind in CommuneKind:
            wording = question.wording(kind)
            assert wording.anchors is not None
            assert wording.anchors_short is not None
            assert len(set(wording.anchors)) == len(wording.anchors), question.id
            assert len(set(wording.anchors_short)) == len(wording.anchors_short), question.id


def test_the_highest_level_builds_on_the_one_below(questionnaire: Questionnaire) -> None:
    german = load_catalog([SHIPPED]).questionnaires["m4"]
    for before, after in zip(german.questions, questionnaire.questions, strict=True):
        for old, new in zip(before.anchors, after.anchors, strict=True):
            assert old.startswith("Wie Stufe") == new.startswith("As level"), before.id
            assert re.findall(r"Stufe (\d)", old) == re.findall(r"level (\d)", new), before.id
        for old, new in zip(before.anchors_short, after.anchors_short, strict=True):
            assert re.findall(r"Wie (\d)", old) == re.findall(r"As (\d)", new), before.id


def test_figures_are_those_of_the_german_text() -> None:
    """Years, sums, days and shares are carried over; of dates the days and years."""
    german, english = load_catalog([SHIPPED]), load_catalog([SHIPPED], load_texts("en"))
    for name, fact in german.facts.items():
        assert _figures(fact.text) <= _figures(english.facts[name].text), name
    for name, term in german.terms.items():
        assert _figures(term.text) <= _figures(english.terms[name].text), name
    for name, measure in german.measures.items():
        assert _figures(measure.indicator) <= _figures(english.measures[name].indicator), name


def _figures(text: str) -> set[str]:
    """Figures of a text: separators dropped, of a date (24.07.2024) day and year."""
    without_months = re.sub(r"\b(\d\d?)\.\d\d?\.(?=\d{4})", r"\1. ", text)
    joined = re.sub(r"(?<=\d)[.,](?=\d)", "", without_months)
    return {figure.lstrip("0") for figure in re.findall(r"\d+", joined)} - {""}


LOCK = Path(__file__).parent / "english.lock"


def test_translations_are_of_the_german_text_as_it_stands() -> None:
    """``english.lock`` has a digest of the German words of everything that is translated, as they were then.

    Whoever changes a German text looks at its translation, and then puts the lines that this test prints in place of
    those of the same names; lines of what is gone go too.
    """
    locked = dict(line.rsplit(" ", 1) for line in LOCK.read_text(encoding="utf-8").splitlines())
    now = {name: digest for pack in sorted(SHIPPED.iterdir()) for name, digest in _digests(pack)}
    changed = [f"{name} {digest}" for name, digest in now.items() if locked.get(name) != digest]
    assert not changed, "look at the translations, then put into english.lock:\n" + "\n".join(changed)
    assert not locked.keys() - now.keys()


def _digests(pack: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(pack.glob("*.toml")):
        shape = overlay_shape(file.name)
        if shape is not None and file.with_suffix(".en.toml").is_file():
            data = tomli.loads(file.read_text(encoding="utf-8"))
            yield from _digests_within(f"{pack.name}/{file.stem}", shape, data)


def _digests_within(name: str, shape: Shape, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A digest for a table's own words, variants among them, and one for each table of its lists."""
    own = [data.get(field.key) for field in shape.fields() if field.translated]
    own += [data.get(field.key) for part in shape.parts if isinstance(part, Ladder) for field in part.fields]
    own += [data.get(part.key) for part in shape.parts if isinstance(part, Named)]
    if any(own):
        yield name, hashlib.sha256(json.dumps(own, ensure_ascii=False).encode()).hexdigest()[:12]
    for part in shape.parts:
        if isinstance(part, Rows):
            for row in data.get(part.key, ()):
                yield from _digests_within(f"{name}/{row[part.shape.mark]}", part.shape, row)
