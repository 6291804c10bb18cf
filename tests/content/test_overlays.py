"""Words of packs in English: taken over where they fit, told with file and line where they do not."""

from pathlib import Path

import pytest

from advisor_app.content.check import inspect_packs
from advisor_app.content.definition import canonical_json
from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from tests.content.small_packs.writing import replace_in, write_packs

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
    assert [(finding.file.name, finding.line) for finding in inspect_packs([root]).findings] == [(file.name, line)]
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
    assert [finding.file.name for finding in inspect_packs([root]).findings] == [file]


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
    assert german.questionnaires == english.questionnaires
    for name, questionnaire in german.questionnaires.items():
        assert canonical_json(questionnaire) == canonical_json(english.questionnaires[name])
    assert not german.translations
    assert english.translations.keys() == german.questionnaires.keys()


# Nested lists, variants and lists of texts


QUESTIONNAIRE = """\
title = "Smart region"

[[phase]]
number = 2
title = "Trying out"

[[question]]
id = "4.1.1"
text = "How is 4.1.1 regulated?"
anchors = ["4.1.1 not at all.", "by word of mouth.", "singly.", "house-wide.", "as 3, checked."]
anchors_short = ["not at all", "by word of mouth", "singly", "house-wide", "checked"]

[question.variant.LK]
text = "How does the district regulate that?"

[[question]]
id = "4.1.3"
not_applicable = "Only without a school of one’s own."

[[question]]
id = "4.1.7"
choices = ["Portal online", "Letter"]
"""

AGENDA = """\
[[template]]
id = "m4-tag1"

[[template.step]]
id = "pause"
title = "Break"

[[template.step]]
id = "auftakt"
talking_points = ["Goal of the day"]
"""


def of_m4(root: Path, words: str, file: str) -> Path:
    path = root / "m4" / file
    path.write_text(words, encoding="utf-8")
    return path


def test_questions_and_steps_are_translated_where_they_stand(root: Path) -> None:
    german = load_catalog([root])
    of_m4(root, QUESTIONNAIRE, "questionnaire.en.toml")
    of_m4(root, AGENDA, "agenda.en.toml")
    of_m4(root, '[[measure]]\nid = "4.1-a"\nfirst_steps = ["One", "Two", "Three"]\n', "measures.en.toml")
    of_m4(root, '[[section]]\nid = "recht"\ntext = ["A law.", "Below."]\n', "handout.en.toml")
    for english in (load_catalog([root], ENGLISH), load_catalog([root], ENGLISH, late=True)):
        assert dict(english.questionnaires) == german.questionnaires
        shown = english.translations["m4"]
        assert (shown.title, [phase.title for phase in shown.phases]) == (
            "Smart region",
            ["Orientieren", "Trying out", "Verankern"],
        )
        first, _second, third = shown.dimensions[0].questions[:3]
        assert first.wording(CommuneKind.MUNICIPALITY).text == "How is 4.1.1 regulated?"
        assert first.wording(CommuneKind.DISTRICT).text == "How does the district regulate that?"
        assert first.wording(CommuneKind.DISTRICT).anchors_short == ("not at all", *first.anchors_short[1:])
        assert first.roles == german.questionnaires["m4"].questions[0].roles
        assert (third.text, third.not_applicable) == ("Wie ist 4.1.3 geregelt?", "Only without a school of one’s own.")
        steps = english.agendas["m4-tag1"].steps
        assert [step.title for step in steps] == ["Auftakt", "Break"]
        assert (steps[0].talking_points, steps[0].minutes) == (("Goal of the day",), 20)
        assert english.measures["4.1-a"].first_steps == ("One", "Two", "Three")
        assert english.measures["4.1-a"].title == "Maßnahme 4.1-a"
        assert english.handouts["M4"].sections[0].paragraphs == ("A law.", "Below.")
        assert english.facts == german.facts
    assert load_catalog([root], GERMAN) == german
    assert inspect_packs([root]).findings == ()


@pytest.mark.parametrize(
    ("file", "words", "line", "reason"),
    [
        ("questionnaire", '[[question]]\nid = "4.1.1"\nanchors = ["one", "two"]\n', 3, "anchors"),
        ("questionnaire", '[[question]]\nid = "4.1.1"\nweight = 3\n', 3, "weight"),
        ("questionnaire", '[[question]]\nid = "4.1.1"\nevidence = "Paper"\n', 3, "evidence"),
        ("questionnaire", '[[question]]\nid = "4.1.1"\n[question.variant.kS]\ntext = "How?"\n', 3, "kS"),
        ("questionnaire", '[[question]]\nid = "4.1.1"\n[question.variant]\nLK = 5\n', 4, "LK"),
        ("questionnaire", '[[question]]\nid = "4.1.1"\nvariant = 5\n', 3, "variant"),
        ("questionnaire", '[[phase]]\nnumber = 7\ntitle = "More"\n', 2, "7"),
        ("questionnaire", "question = 5\n", 1, "question"),
        ("agenda", '[[template]]\nid = "m4-tag1"\n[[template.step]]\nid = "ende"\n', 4, "ende"),
        ("agenda", '[[template]]\nid = "m4-tag1"\n[[template.step]]\nid = "pause"\ngoal = "Rest"\n', 5, "goal"),
        ("measures", '[[measure]]\nid = "4.1-a"\nrisks = ["Time"]\n', 3, "risks"),
        ("handout", '[[section]]\nid = "recht"\ntext = ["A law."]\n', 3, "text"),
    ],
)
def test_what_does_not_fit_within_is_told(root: Path, file: str, words: str, line: int, reason: str) -> None:
    path = of_m4(root, words, f"{file}.en.toml")
    with pytest.raises(AdvisorError) as caught:
        load_catalog([root], ENGLISH)
    details = caught.value.details
    assert (Path(str(details["file"])).name, details["line"]) == (path.name, line)
    assert reason in str(details["reason"])
    assert (path.name, line) in [(finding.file.name, finding.line) for finding in inspect_packs([root]).findings]


def test_what_is_known_to_be_sound_is_read_late_in_another_language_too(root: Path) -> None:
    of_m4(root, '[[measure]]\nid = "4.1-x"\n', "measures.en.toml")
    english = load_catalog([root], ENGLISH, late=True)
    assert english.agendas["m4-tag1"].title == "Modul 4, Tag 1"
    with pytest.raises(AdvisorError):
        len(english.measures)
    assert len(load_catalog([root], GERMAN, late=True).measures) == 6


@pytest.mark.parametrize(
    ("file", "words", "line"),
    [
        (
            "questionnaire",
            f'[[question]]\nid = "4.1.1"\nanchors_short = ["a", "b", "c", "d", "{"word " * 11}"]\n',
            3,
        ),
        ("questionnaire", f'[[question]]\nid = "4.1.1"\nanchors = ["a", "b", "c", "d", "{"word " * 31}"]\n', 3),
        ("questionnaire", f'[[question]]\nid = "4.1.1"\n[question.variant.LK]\ntext = "{"word " * 30}"\n', 4),
        ("questionnaire", f'[[question]]\nid = "4.1.1"\nshort = "{"word " * 8}"\n', 3),
        ("handout", '[[section]]\nid = "recht"\ntext = ["A law of 2024.", "Below."]\n', 3),
        ("handout", '[[section]]\nid = "recht"\npoints = ["It costs €5.", "Then act."]\n', 3),
        ("handout", '[[section]]\nid = "recht"\npoints = ["80 per cent.", "Then act."]\n', 3),
        ("measures", '[[measure]]\nid = "4.1-a"\ntitle = "Buy Aktenmeister"\n', 3),
    ],
)
def test_translations_keep_the_rules_of_what_they_translate(root: Path, file: str, words: str, line: int) -> None:
    path = of_m4(root, words, f"{file}.en.toml")
    load_catalog([root], ENGLISH)  # it can be shown all the same
    assert [(finding.file.name, finding.line) for finding in inspect_packs([root]).findings] == [(path.name, line)]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("glossary.en.toml", '[[term]]\nid = "ozg"\ntext = "An act of 2017."\n'),
        ("funding.en.toml", '[[support]]\nid = "E"\nnote = "Up to €25."\n'),
    ],
)
def test_what_can_age_is_no_word_of_a_translation_either(root: Path, file: str, words: str) -> None:
    path = overlay(root, words, file)
    assert [(finding.file, finding.line) for finding in inspect_packs([root]).findings] == [(path, 3)]


def test_names_of_products_may_stand_where_they_may_stand_in_german(root: Path) -> None:
    overlay(root, '[[fact]]\nid = "kommunen"\ntext = "Some use civento."\n', "facts.en.toml")
    assert inspect_packs([root]).findings == ()


def test_the_check_tells_how_complete_each_language_is(root: Path) -> None:
    assert all(counts.translated == () for counts in inspect_packs([root]).counts)
    of_m4(root, '[[section]]\nid = "recht"\ntitle = "The law"\n', "handout.en.toml")
    overlay(root, '[[term]]\nid = "ozg"\nfull = "Online Access Act"\n', "glossary.fr.toml")
    base, module = inspect_packs([root]).counts
    assert [(item.language, item.done) for item in base.translated] == [("en", 0), ("fr", 1)]
    assert [(item.language, item.done) for item in module.translated] == [("en", 1), ("fr", 0)]
    assert base.translated[0].total > 30
    assert module.translated[0].total > 90


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "4.1.1"\n', ""),
        ('id = "4.1.1"\n', "id = 5\n"),
        ('[question.variant.LK]\ntext = "Wie regelt der Kreis das?"\n', "variant = 5\n"),
        ('[question.variant.LK]\ntext = "Wie regelt der Kreis das?"\n', "[question.variant]\nLK = 5\n"),
        ('anchors = ["4.1.1 gar nicht.",', 'anchors = "4.1.1"\nchoices = ["4.1.1 gar nicht.",'),
        ("[[phase]]\nnumber = 2\n", "[[phase]]\nnumber = true\n"),
    ],
)
def test_a_file_with_an_error_is_told_beside_its_translation(root: Path, old: str, new: str) -> None:
    of_m4(root, QUESTIONNAIRE, "questionnaire.en.toml")
    replace_in(root / "m4/questionnaire.toml", old, new)
    assert "questionnaire.toml" in {finding.file.name for finding in inspect_packs([root]).findings}
    with pytest.raises(AdvisorError):
        load_catalog([root], ENGLISH)
