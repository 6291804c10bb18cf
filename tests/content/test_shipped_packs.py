"""The shipped packs load, have no finding and keep their ids."""

import tomllib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from advisor_app.content.check import inspect_packs
from advisor_app.content.definition import canonical_json, decode_questionnaire
from advisor_app.content.findings import Severity
from advisor_app.content.packs import load_catalog
from advisor_app.content.rules.wording import words_in
from advisor_app.domain.case import CaseCommune
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import SPECIAL_STATUS, CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.foundations import Certainty, DimensionKind
from advisor_app.domain.funding import check_funding
from advisor_app.resources_folder import resources_folder
from advisor_app.texts.sentences import sentences
from tests.builders import EXAMPLE_LEVELS, answered
from tests.example_catalog import FUNDING_TRUTH

CONTENT = resources_folder() / "content"
LOCK = Path(__file__).parent / "ids.lock"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([CONTENT])


def test_nothing_is_wrong_with_them() -> None:
    found = inspect_packs([CONTENT], date(2026, 11, 22)).findings
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("kind", "designation", "words"),
    [
        (CommuneKind.MUNICIPALITY, "Gemeinde", ("Gemeindevorstand", "Gemeindevertretung", "Gemeindeverwaltung")),
        (CommuneKind.MUNICIPALITY, "Stadt", ("Magistrat", "Stadtverordnetenversammlung", "Stadtverwaltung")),
        (CommuneKind.CITY, SPECIAL_STATUS, ("Magistrat", "Stadtverordnetenversammlung", "Stadtverwaltung")),
        (CommuneKind.CITY, "Kreisfreie Stadt", ("Magistrat", "Stadtverordnetenversammlung", "Stadtverwaltung")),
        (CommuneKind.DISTRICT, "Landkreis", ("Kreisausschuss", "Kreistag", "Kreisverwaltung")),
    ],
)
def test_bodies_are_called_as_the_law_calls_them(
    catalog: Catalog, kind: CommuneKind, designation: str, words: tuple[str, ...]
) -> None:
    commune = CaseCommune(id="c", key=None, name="Lich", designation=designation, kind=kind)
    named = [catalog.vocabulary[name].default(commune) for name in ("executive", "council", "administration")]
    assert tuple(named) == words
    is_large = catalog.vocabulary["head"].default(commune) == "Oberbürgermeisteramt"
    assert is_large == (kind is CommuneKind.CITY)


def test_module_four_is_complete(catalog: Catalog) -> None:
    questionnaire = catalog.questionnaires["m4"]
    cross = [item for item in questionnaire.dimensions if item.kind is DimensionKind.CROSS_CUTTING]
    areas = [item for item in questionnaire.dimensions if item.kind is DimensionKind.IMPACT_AREA]
    assert [(item.id, item.weight) for item in cross] == [("4.1", 2), ("4.2", 2), ("4.3", 2), ("4.4", 1), ("4.5", 2)]
    assert [item.id for item in areas] == [f"WB{number}" for number in range(1, 9)]
    for area in areas:
        assert sum(question.scores for question in area.questions) == 4
    assert [phase.number for phase in questionnaire.phases] == [1, 2, 3, 4, 5]
    assert any(template.module == "M4" for template in catalog.agendas.values())


def test_no_question_is_another_area_s_with_its_name_exchanged(catalog: Catalog) -> None:
    questions = catalog.questionnaires["m4"].questions
    anchors = [anchor for question in questions for anchor in question.anchors]
    assert len(set(anchors)) > 0.95 * len(anchors)
    assert len({question.text for question in questions}) == len(questions)


def test_all_modules_have_their_titles(catalog: Catalog) -> None:
    assert list(catalog.modules) == ["M1", "M2", "M3", "M4"]
    assert {item.module for item in catalog.dimensions.values()} == set(catalog.modules)
    assert set(catalog.kinds) == set(CommuneKind)


@pytest.mark.parametrize("kind", CommuneKind)
def test_every_question_can_be_asked_in_every_kind_of_commune(catalog: Catalog, kind: CommuneKind) -> None:
    for question in catalog.questionnaires["m4"].questions:
        wording = question.wording(kind)
        assert wording.text
        if question.scores:
            assert wording.anchors is not None
            assert wording.anchors_short is not None
            assert len(wording.anchors) == len(wording.anchors_short) == 5


def test_the_worked_example_holds_for_them(catalog: Catalog) -> None:
    result = Evaluation(catalog.questionnaires["m4"], CommuneKind.MUNICIPALITY, answered(EXAMPLE_LEVELS)).result()
    assert {score.id: score.score for score in result.dimensions} == {
        "4.1": Fraction(2),
        "4.2": Fraction(3, 2),
        "4.3": Fraction(1),
        "4.4": Fraction(2),
        "4.5": Fraction(9, 5),
    }
    assert result.module.score == Fraction(146, 90)
    assert result.phase is not None
    assert result.phase.number == 3
    assert [limit.id for limit in result.phase.limited_by] == ["Q", "4.5.1", "4.2", "4.3"]


@pytest.mark.parametrize("modules", FUNDING_TRUTH)
def test_the_truth_table_holds_for_them(catalog: Catalog, modules: str) -> None:
    verdict = check_funding(catalog.funding, [f"M{number}" for number in modules], date(2021, 6, 1))
    expected = FUNDING_TRUTH[modules]
    assert verdict.funded == isinstance(expected, tuple)
    if isinstance(expected, tuple):
        assert tuple(item.payer for item in verdict.modules.values()) == expected
    else:
        assert set(verdict.rules) == expected


def test_the_windows_of_the_programmes(catalog: Catalog) -> None:
    def is_open(module: str, on: date) -> bool:
        return check_funding(catalog.funding, [module], on).funded

    for module, last in (("M1", 2022), ("M2", 2022), ("M3", 2024), ("M4", 2024)):
        assert not is_open(module, date(2020, 9, 30))
        assert is_open(module, date(2020, 10, 1))
        assert is_open(module, date(last, 12, 31))
        assert not is_open(module, date(last + 1, 1, 1))


def test_their_questionnaires_can_be_stored(catalog: Catalog) -> None:
    for questionnaire in catalog.questionnaires.values():
        assert decode_questionnaire(canonical_json(questionnaire)) == questionnaire


# Ids


def ids(catalog: Catalog) -> Iterator[str]:
    """Lines of the lock: what an id stands for, as far as it may never change."""
    for questionnaire in catalog.questionnaires.values():
        for question in questionnaire.questions:
            yield f"question {question.id} {question.dimension} {question.type.value}"
    for measure in catalog.measures.values():
        yield f"measure {measure.id} {measure.dimension}"


def test_ids_are_never_lost_or_reused(catalog: Catalog) -> None:
    """``ids.lock`` lists every question (id, dimension, type) and measure (id, dimension) there has ever been.

    New ones: append the lines that this test prints. A line is never changed or removed, as stored assessments, plans
    and returned PDF forms name these ids: what is no longer wanted keeps its table in the pack with ``retired = true``,
    and what changes its dimension or type gets a new id.
    """
    locked = LOCK.read_text(encoding="utf-8").splitlines()
    now = list(ids(catalog))
    assert len(set(locked)) == len(locked)
    lost = sorted(set(locked) - set(now))
    assert not lost, "bring these back with `retired = true`:\n" + "\n".join(lost)
    new = [line for line in now if line not in locked]
    assert not new, f"append to {LOCK.name}:\n" + "\n".join(new)


def test_form_fields_of_different_questions_have_different_names(catalog: Catalog) -> None:
    names = [
        "q_" + question.id.lower().replace(".", "_")
        for questionnaire in catalog.questionnaires.values()
        for question in questionnaire.questions
    ]
    assert len(set(names)) == len(names)


# Knowledge


@pytest.mark.parametrize("module", ["M1", "M2", "M3", "M4"])
def test_every_module_has_a_handout_of_two_to_three_pages(catalog: Catalog, module: str) -> None:
    handout = catalog.handouts[module]
    assert 800 <= sum(words_in(text) for text in handout.texts()) <= 1_200
    tomorrow = next(section for section in handout.sections if section.id == "ab-morgen")
    assert len(tomorrow.points) >= 5
    assert handout.sections[-1].id == "wo-fragen"
    longest = [text for text in handout.texts() if any(words_in(part) > 32 for part in sentences(text))]
    assert longest == [], "plain language has short sentences"


@pytest.mark.parametrize("name", ["m1", "m2", "m3", "m4"])
def test_a_pack_needs_no_other_module_s_facts_and_terms(name: str) -> None:
    assert [
        finding
        for finding in inspect_packs([CONTENT / "base", CONTENT / name]).findings
        if "nirgends" in finding.sentence
    ] == []


@pytest.mark.parametrize("name", ["m1", "m2", "m3", "m4"])
def test_what_several_modules_call_by_one_name_stands_in_the_base_glossary(name: str) -> None:
    own = tomllib.loads((CONTENT / name / "glossary.toml").read_text("utf-8"))["term"]
    assert {tuple(term["modules"]) for term in own} == {(name.upper(),)}


def test_every_kind_of_commune_has_its_ten_services(catalog: Catalog) -> None:
    known = [item for item in catalog.services.values() if item.sources == ("AW",)]
    of_kind = {kind: [item.id for item in known if kind in item.kinds] for kind in CommuneKind}
    assert len(of_kind[CommuneKind.MUNICIPALITY]) == 10
    assert len(of_kind[CommuneKind.DISTRICT]) == 10
    assert set(of_kind[CommuneKind.CITY]) == {item.id for item in known}
    assumed = [item for item in catalog.services.values() if item not in known]
    assert {item.sources for item in assumed} == {("EV",)}
    assert {item.area for item in catalog.services.values() if item.outside} == {"Kindertagesstätten", "Bauhof"}
    assert {item.certainty for item in catalog.services.values()} == {Certainty.MEDIUM}


def test_both_versions_of_the_maturity_model(catalog: Catalog) -> None:
    old, new = catalog.maturity_models["ozg-1.1"], catalog.maturity_models["ozg-2.0"]
    assert [level.number for level in old.levels] == [0, 1, 2, 3, 4]
    assert (old.criteria, old.conformant_from, old.highest) == (10, 3, (4,))
    assert (new.criteria, new.valid_to, new.highest, new.certainty) == (13, None, (6, 7), Certainty.LOW)
    assert old.valid_to is not None
    assert new.valid_from <= old.valid_to


def test_what_the_fact_base_calls_dated_is_to_be_checked(catalog: Catalog) -> None:
    """Laws and programmes that the fact base marks (Z) or calls uncertain carry a day or their doubt."""
    for name in ("ozg-aenderung", "ozg-rechtsanspruch", "eudi-wallet-start", "noots-staatsvertrag", "barrierefreiheit"):
        assert catalog.facts[name].check is not None
    for name in (
        "nis-2-bundesgesetz",
        "xdomea-version",
        "tr-resiscan-version",
        "ikz-frist",
        "shh-frist",
        "bundid-name",
        "kommunen-hessen",
        "kreisfreie-staedte",
        "reifegrad-2-0",
        "ikz-betrag",
        "ikz-bedingungen",
        "shh-hoehe",
        "shh-quote",
        "kompetenzstelle-kostenfrei",
    ):
        assert catalog.facts[name].check is not None
    for name in ("reifegrad-2-0-stufen", "modulfoerderung"):
        assert catalog.facts[name].certainty is Certainty.LOW
    for name, last in (
        ("hegovg-geltung", 2030),
        ("barrierefreiheit", 2027),
        ("ikz-frist", 2026),
        ("landesplattform", 2029),
    ):
        assert catalog.facts[name].valid_to == date(last, 12, 31)
