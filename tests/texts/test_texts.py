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


def test_a_missing_key_or_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        TEXTS("charts.unknown")
    with pytest.raises(KeyError):
        TEXTS("charts.title")


def test_a_key_can_be_asked_for() -> None:
    assert "charts.steps" in TEXTS
    assert "charts.unknown" not in TEXTS


def test_nested_tables_are_addressed_with_dots(tmp_path: Path) -> None:
    (tmp_path / "fr.toml").write_text('[a.b]\nc = "d"\n', encoding="utf-8")
    assert load_texts("fr", tmp_path)("a.b.c") == "d"


def test_both_languages_have_the_same_keys_and_fields() -> None:
    german, english = load_texts("de").entries, load_texts("en").entries
    assert german.keys() == english.keys()
    for key in german:
        assert _fields(german[key]) == _fields(english[key]), key


def _fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", ["de", "en"])
def test_tables_that_are_read_one_by_one_say_what_the_whole_file_says(language: str) -> None:
    toml = (resources_folder() / "i18n" / f"{language}.toml").read_text(encoding="utf-8")
    whole = dict(_flattened(tomli.loads(toml)))
    entries = _LateEntries(toml)
    assert {key: entries[key] for key in sorted(whole, reverse=True)} == whole
    assert dict(_LateEntries(toml)) == whole
    assert len(_LateEntries(toml)) == len(whole)


def test_what_stands_before_tables_and_in_their_parts_is_found() -> None:
    entries = _LateEntries('first = "1"\n[a]\nb = "2"\n[c]\nd = "3"\n[a.e]\nf = "4"\n')
    assert (entries["a.e.f"], entries["a.b"], entries["first"]) == ("4", "2", "1")
    assert list(_LateEntries("")) == []


def test_a_key_of_no_table_is_missed() -> None:
    assert "nothing.there" not in load_texts("de")
    assert "errors.nothing" not in load_texts("de")
