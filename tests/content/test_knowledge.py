"""Handouts, services, maturity models and terms: read exactly, and late where the packs are known to be sound."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor_app.content.check import inspect_packs
from advisor_app.content.counts import PackCounts
from advisor_app.content.dated import DatedKind, find_doubtful
from advisor_app.content.packs import load_catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.freshness import Doubt
from tests.content.small_packs.writing import line_of, replace_in, write_pack, write_packs

TODAY = date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_packs(tmp_path / "content")


# Reading


def test_a_handout_is_read(root: Path) -> None:
    handout = load_catalog([root]).handouts["M4"]
    assert handout.title == "Zum Mitnehmen"
    law, tomorrow = handout.sections
    assert (law.id, law.title) == ("recht", "Das Recht")
    assert law.paragraphs == ("Ein Gesetz verlangt das.", "Was gilt, steht unten.")
    assert law.points == ("Erst fragen.", "Dann handeln.")
    assert (tomorrow.points, tomorrow.facts, tomorrow.terms) == ((), (), ())
    assert (handout.facts, handout.terms) == (("kommunen",), ("ozg",))
    assert handout.texts()[:3] == ("Zum Mitnehmen", "Das Recht", "Ein Gesetz verlangt das.")
    assert len(handout.texts()) == 8


def test_what_a_term_names_stands_beside_the_section_that_names_the_term(root: Path) -> None:
    catalog = load_catalog([root])
    law, tomorrow = catalog.handouts["M4"].sections
    assert law.facts_with(catalog.terms) == ("kommunen",)
    assert replace(law, facts=("neu",)).facts_with(catalog.terms) == ("neu", "kommunen")
    assert replace(law, facts=(), terms=("fremd",)).facts_with(catalog.terms) == tomorrow.facts_with({}) == ()


def test_services_are_read(root: Path) -> None:
    services = load_catalog([root]).services
    assert list(services) == ["hundesteuer", "zulassung"]
    assert services["hundesteuer"].kinds == (CommuneKind.MUNICIPALITY, CommuneKind.CITY)
    assert services["hundesteuer"].key == "99102012000000"
    assert services["zulassung"].key == ""
    assert services["hundesteuer"].certainty is Certainty.MEDIUM


def test_maturity_models_are_read(root: Path) -> None:
    old, new = load_catalog([root]).maturity_models.values()
    assert [(level.number, level.word) for level in old.levels] == [(0, "Offline"), (1, "Online")]
    assert (old.valid_to, old.conformant_from, old.highest) == (date(2025, 7, 31), 1, (1,))
    assert (new.valid_to, new.conformant_from, new.highest) == (None, None, (6, 7))
    assert [(band.first, band.last, band.about) for band in new.bands] == [(0, 3, "Frontend"), (4, None, "Daten")]


# Late


def test_late_packs_are_the_same(root: Path) -> None:
    assert load_catalog([root], late=True) == load_catalog([root])


@pytest.mark.parametrize(
    ("file", "family"),
    [
        ("m4/questionnaire.toml", "questionnaires"),
        ("m4/agenda.toml", "agendas"),
        ("m4/measures.toml", "measures"),
        ("base/facts.toml", "facts"),
        ("base/glossary.toml", "terms"),
        ("m4/handout.toml", "handouts"),
        ("base/services.toml", "services"),
        ("base/maturity_models.toml", "maturity_models"),
    ],
)
def test_a_late_family_reads_its_file_when_it_is_looked_into(root: Path, file: str, family: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(text + "farbe = 1\n", encoding="utf-8")
    catalog = load_catalog([root], late=True)
    for _ in range(2):
        with pytest.raises(AdvisorError) as caught:
            len(getattr(catalog, family))
        assert caught.value.problem is Problem.CONTENT
        assert caught.value.details["file"] == str(root / file)
    (root / file).write_text(text, encoding="utf-8")
    assert len(getattr(catalog, family)) >= 1
    (root / file).write_text("[[", encoding="utf-8")
    assert len(getattr(catalog, family)) >= 1, "what was read stays"
    for other in ("questionnaires", "measures", "facts", "handouts", "services"):
        assert other == family or len(getattr(catalog, other)) >= 1


# What ages


def test_what_asks_for_a_look_is_listed_with_its_line(root: Path) -> None:
    found = {item.entry.id: item for item in find_doubtful([root], date(2031, 1, 1))}
    assert found["kommunen"].doubts == (Doubt.EXPIRED, Doubt.OLD)
    assert found["kommunen"].file == root / "base/facts.toml"
    assert found["kommunen"].line == line_of(root / "base/facts.toml", "valid_to")
    assert found["ozg"].doubts == (Doubt.CHECK_DUE,)
    assert found["ozg"].line == line_of(root / "base/glossary.toml", "check")
    assert found["A4-1"].doubts == (Doubt.UNCERTAIN,)
    assert found["neu"].doubts == (Doubt.CHECK_DUE, Doubt.UNCERTAIN, Doubt.OLD)
    assert found["alt"].doubts == (Doubt.OLD,), "a model's period is what it tells, no reason to doubt"
    assert {item.entry.kind for item in found.values()} == set(DatedKind)


def test_a_retired_measure_is_not_listed(root: Path) -> None:
    replace_in(root / "m4/measures.toml", "at_most = 1\n", "at_most = 1\nretired = true\n")
    assert "4.1-a" not in {item.entry.id for item in find_doubtful([root], date(2031, 1, 1))}


def test_packs_with_an_error_are_not_listed(root: Path) -> None:
    replace_in(root / "m4/handout.toml", '["ozg"]', '["nichts"]')
    with pytest.raises(AdvisorError) as caught:
        find_doubtful([root], TODAY)
    assert caught.value.problem is Problem.CONTENT


# Counts


def test_every_pack_is_counted(root: Path) -> None:
    base, module = inspect_packs([root], TODAY).counts
    assert base == PackCounts(
        pack="base",
        version="1.2.0",
        dimensions=2,
        questions=0,
        anchors=0,
        steps=0,
        measures=0,
        facts=1,
        terms=1,
        handout_words=0,
    )
    assert module == PackCounts(
        pack="m4",
        version="1.0.0",
        dimensions=2,
        questions=10,
        anchors=35,
        steps=1,
        measures=6,
        facts=0,
        terms=0,
        handout_words=22,
    )


def test_only_the_given_packs_are_counted(root: Path, tmp_path: Path) -> None:
    assert [item.pack for item in inspect_packs([root / "base", root / "m4"], TODAY).counts] == ["base", "m4"]
    term = '[[term]]\nid = "wort"\nterm = "Wort"\ntext = "Ein Wort."\nsources = ["EV"]\ncertainty = "high"\n'
    own = write_pack(tmp_path / "eigene", "ortsnah", {"glossary.toml": term})
    assert [item.pack for item in inspect_packs([own], TODAY).counts] == ["ortsnah"]
