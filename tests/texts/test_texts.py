"""Texts are found by key, filled in and complete in both languages."""

from pathlib import Path
from string import Formatter

import pytest
import tomli

from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts, _flattened, _LateEntries, load_texts

TEXTS = Texts(
    "de",
    {
        "charts.title": "Profil „{name}“",
        "charts.steps.one": "ein Schritt",
        "charts.steps.other": "{count} Schritte",
        "plain": "{ bleibt",
    },
)


def test_a_key_is_filled_with_its_fields() -> None:
    assert TEXTS("charts.title", name="Modul 4") == "Profil „Modul 4“"


@pytest.mark.parametrize(("count", "words"), [(0, "0 Schritte"), (1, "ein Schritt"), (2, "2 Schritte")])
def test_the_count_chooses_singular_or_plural(count: int, words: str) -> None:
    assert TEXTS("charts.steps", count=count) == words


@pytest.mark.parametrize(("language", "words"), [("de", "500.000 Zeichen"), ("en", "500,000 characters")])
def test_a_large_count_is_written_as_the_language_does(language: str, words: str) -> None:
    assert words in load_texts(language)("errors.text-long", count=500_000)
    assert words.split(maxsplit=1)[0] in load_texts(language)("exchange.rows", limit=500_000)


def test_a_missing_key_or_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        TEXTS("charts.unknown")
    with pytest.raises(KeyError):
        TEXTS("charts.title")


def test_a_key_can_be_asked_for() -> None:
    assert "charts.steps" in TEXTS
    assert "charts.unknown" not in TEXTS


def test_nested_tables_are_addressed_with_dots(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "a.toml").write_text('[b]\nc = "d"\n', encoding="utf-8")
    assert load_texts("fr", tmp_path)("a.b.c") == "d"


def test_both_languages_have_the_same_keys_and_fields() -> None:
    german, english = load_texts("de").entries, load_texts("en").entries
    assert german.keys() == english.keys()
    for key in german:
        assert _fields(german[key]) == _fields(english[key]), key


def _fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_files_that_are_read_one_by_one_say_what_all_of_them_say() -> None:
    folder = resources_folder() / "i18n" / "de"
    whole = {
        f"{file.stem}.{key}": text
        for file in folder.glob("*.toml")
        for key, text in _flattened(tomli.loads(file.read_text(encoding="utf-8")))
    }
    entries = _LateEntries(folder)
    assert {key: entries[key] for key in sorted(whole, reverse=True)} == whole
    assert dict(_LateEntries(folder)) == whole
    assert len(_LateEntries(folder)) == len(whole)


def test_words_of_a_kind_of_document_go_before_those_of_all() -> None:
    texts = load_texts("de").of_document("agenda")
    assert texts("lists.and", head="a", last="b") == "a und b"
    assert texts.entries.keys() > load_texts("de").entries.keys()
    few = TEXTS.of_document("agenda")
    assert (few("charts.title", name="x"), few("title")) == (TEXTS("charts.title", name="x"), texts("title"))
    assert len(few.entries) == len(set(few.entries)) > len(TEXTS.entries)


def test_a_key_of_no_table_is_missed() -> None:
    assert "nothing.there" not in load_texts("de")
    assert "errors.nothing" not in load_texts("de")
