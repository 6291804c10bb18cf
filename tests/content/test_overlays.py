"""Words of packs in English: taken over where they fit, told with file and line where they do not."""

from pathlib import Path

import pytest

from advisor_app.content.check import check_packs
from advisor_app.content.definition import canonical_json
from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from tests.content.small_packs import write_packs

GERMAN, ENGLISH = load_texts("de"), load_texts("en")
SHIPPED = resources_folder() / "content"

OVERLAY = """\
[[dimension]]
id = "WB1"
title = "Mobility"

[[dimension]]
id = "4.1"
short = "Strategy"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_packs(tmp_path / "content")


def overlay(root: Path, words: str, file: str = "dimensions.en.toml") -> Path:
    path = root / "base" / file
    path.write_text(words, encoding="utf-8")
    return path


def test_words_are_translated_and_all_else_stays(root: Path) -> None:
    german = load_catalog([root])
    overlay(root, OVERLAY)
    overlay(root, 'notice = "For orientation"\n\n[[level]]\nnumber = 0\nword = "absent"\n', "scale.en.toml")
    assert load_catalog([root]) == load_catalog([root], GERMAN) == german
    english = load_catalog([root], ENGLISH)
    area, strategy = english.dimensions["WB1"], english.dimensions["4.1"]
    assert (area.title, area.short, area.module) == ("Mobility", "Mobilität", "M4")
    assert (strategy.title, strategy.short) == ("Strategie und Politik", "Strategy")
    assert (english.scale.levels[0].word, english.scale.notice) == ("absent", "For orientation")
    assert english.scale.levels[0].below == german.scale.levels[0].below
    assert english.scale.levels[1:] == german.scale.levels[1:]
    assert english.modules == german.modules


@pytest.mark.parametrize(
    ("words", "line", "reason"),
    [
        ('[[dimension]]\nid = "WB1"\ntitle = "Mobility"\n\n[[dimension]]\nid = "WB9"\ntitle = "Space"\n', 6, "WB9"),
        ('[[dimension]]\nid = "WB1"\ncolour = "red"\n', 3, "colour"),
        ('[[dimension]]\nid = "WB1"\nmodule = "M1"\n', 3, "module"),
        ('[[dimension]]\nid = "WB1"\ntitle = ""\n', 3, "title"),
        ('[[dimension]]\nid = "WB1"\ntitle = 5\n', 3, "title"),
        ('[[dimension]]\ntitle = "Mobility"\n', 1, "id"),
        ('[[dimension]]\nid = "WB1"\n[[dimension]]\nid = "WB1"\n', 4, "WB1"),
        ('[[area]]\nid = "WB1"\n', 1, "area"),
        ("[[dimension]\n", 1, ""),
    ],
)
def test_what_does_not_fit_is_told_with_file_and_line(root: Path, words: str, line: int, reason: str) -> None:
    file = overlay(root, words)
    with pytest.raises(AdvisorError) as caught:
        load_catalog([root], ENGLISH)
    details = caught.value.details
    assert caught.value.problem is Problem.CONTENT
    assert (Path(str(details["file"])).name, details["line"]) == (file.name, line)
    assert reason in str(details["reason"])
    assert [(finding.file.name, finding.line) for finding in check_packs([root])] == [(file.name, line)]
    assert "WB1" in load_catalog([root], GERMAN).dimensions  # a German window is not kept from working


def test_a_level_that_the_scale_has_not_is_told(root: Path) -> None:
    overlay(root, '[[level]]\nnumber = 7\nword = "more"\n', "scale.en.toml")
    with pytest.raises(AdvisorError) as caught:
        load_catalog([root], ENGLISH)
    assert caught.value.details["line"] in {1, 2}


@pytest.mark.parametrize(
    "file", ["sources.en.toml", "questionnaire.en.toml", "dimensions.de.toml", "dimensions.english.toml"]
)
def test_other_files_have_no_overlays(root: Path, file: str) -> None:
    overlay(root, "", file)
    assert [finding.file.name for finding in check_packs([root])] == [file]


@pytest.fixture(scope="module")
def german() -> Catalog:
    return load_catalog([SHIPPED], GERMAN)


@pytest.fixture(scope="module")
def english() -> Catalog:
    return load_catalog([SHIPPED], ENGLISH)


def test_every_title_of_the_interface_is_shipped_in_english(german: Catalog, english: Catalog) -> None:
    same = {"M4", "1.6", "3.4", "IT"}  # names, and words that are the same in both languages
    for family in ("modules", "dimensions", "roles", "vocabulary"):
        before, after = getattr(german, family), getattr(english, family)
        assert before.keys() == after.keys()
        for name in before:
            assert before[name].title != after[name].title or name in same
            assert not set("äöüß") & set(after[name].title)
    assert {kind: english.kinds[kind].title != german.kinds[kind].title for kind in CommuneKind} == dict.fromkeys(
        CommuneKind, True
    )
    assert [level.word for level in english.scale.levels] == ["absent", "isolated", "partial", "binding", "measured"]
    assert all(len(dimension.short) <= 24 for dimension in english.dimensions.values())
    assert all(english.funding.rules[rule].text != german.funding.rules[rule].text for rule in german.funding.rules)


def test_what_is_stored_is_the_same_in_both_languages(german: Catalog, english: Catalog) -> None:
    for name, questionnaire in german.questionnaires.items():
        assert canonical_json(questionnaire) == canonical_json(english.questionnaires[name])
    assert german.agendas == english.agendas
    assert german.measures == english.measures
