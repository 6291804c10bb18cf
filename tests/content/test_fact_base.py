"""What the fact base fixes is in the packs: 40 measures with their figures, every term, doubts where it has doubts."""

import re

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.funding_rules import SupportKind
from advisor_app.domain.measure_template import MeasureTemplate
from advisor_app.resources_folder import resources_folder

# Measure: dimension, highest level, effort, cost class, months, who helps first.
FIXED = """
F01 1.1 1 S 1 1 K | F02 1.1 2 M 1 4 K | F03 1.2 1 M 1 3 K | F04 1.2 1 M 1 4 C | F05 1.2 2 L 2 12 C
F06 1.3 1 S 1 2 C | F07 1.3 2 M 2 5 E | F08 1.4 1 S 1 1 E | F09 1.4 2 M 3 9 I | F10 1.5 1 S 1 1 E
F11 1.6 1 S 1 2 K | F12 1.6 2 S 1 3 C | F13 2.1 1 M 1 3 E | F14 2.1 2 M 1 4 E | F15 2.2 1 M 1 3 E
F16 2.2 2 M 2 6 I | F17 2.3 1 M 2 6 C | F18 2.3 2 L 3 12 H | F19 2.4 1 S 1 2 E | F20 2.4 2 M 2 6 E
F21 2.5 1 M 1 4 A | F22 2.5 2 M 1 6 A | F23 2.6 1 M 2 6 H | F24 2.6 2 S 1 2 E | F25 2.7 1 S 1 3 I
F26 3.1 1 M 2 6 E | F27 3.1 2 M 1 6 E | F28 3.2 1 M 2 5 H | F29 3.2 2 L 2 9 I | F30 3.3 1 L 2 9 H
F31 3.4 2 M 2 8 H | F32 3.5 1 M 1 3 E | F33 3.6 1 M 1 5 E | F34 3.7 1 M 1 6 E | F35 4.1 1 M 2 6 I
F36 4.2 1 S 1 2 I | F37 4.3 1 M 2 5 H | F38 4.3 2 L 3 12 H | F39 4.4 1 S 1 2 K | F40 4.5 2 M 2 9 H
"""

TERMS = """
ozg ozgaendg rechtsanspruch hegovg schriftformersatz sdg-vo eidas eudi-wallet registermodernisierung idnr once-only
noots dsgvo hdsig hbdi dsfa avv vvt bitv hvbit lbit pdf-ua hpvg nis-2 efa fim leika xoev xdomea cmis bundid muk
servicekonto-hessen vertrauensniveau eid qes siegel civento egovsad fachverfahren ende-zu-ende medienbruch bpmn e-akte
akte-vorgang-dokument aktenplan aktenzeichen aktenrelevanz dms vbs geschaeftsgang ersetzendes-scannen tr-resiscan
tr-esor aussonderung okeva it-grundschutz wiba akc ikz kspv ekom21 hmd hmdis it-planungsrat fitko kgst smart-region
anwendungsfall lorawan oup
"""

# What the fact base lists as uncertain or asks to look at again.
DOUBTED = """
ozg-aenderung ozg-rechtsanspruch hegovg-e-akte hegovg-paragrafen hpvg-fassung hpvg-paragraf bundid-name
eudi-wallet-start noots-staatsvertrag nis-2-bundesgesetz nis-2-betriebe reifegrad-2-0-stufen shh-frist
modulfoerderung stundensatz
"""

_AGES = re.compile(r"§|\b(?:19|20)\d\d\b|\d\s?(?:Euro|EUR|€)")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([resources_folder() / "content"])


def measures(catalog: Catalog) -> list[MeasureTemplate]:
    return [measure for measure in catalog.measures.values() if not measure.retired]


@pytest.mark.parametrize("line", re.split(r"[|\n]", FIXED.strip()))
def test_the_forty_measures_have_the_figures_of_the_fact_base(catalog: Catalog, line: str) -> None:
    name, *wanted = line.split()
    measure = catalog.measures[name]
    assert measure.at_least == 0
    assert [
        measure.dimension,
        str(measure.at_most),
        measure.effort.value,
        str(measure.cost_class),
        str(measure.months),
        measure.support[0],
    ] == wanted


def test_every_measure_is_complete(catalog: Catalog) -> None:
    for measure in measures(catalog):
        assert len(measure.first_steps) == 3, measure.id
        assert measure.roles, measure.id
        assert measure.support, measure.id
        assert measure.sources, measure.id
        low, high = measure.person_days
        assert 0 < low < high, measure.id
        assert all((measure.description, measure.prerequisites, measure.indicator, measure.risks)), measure.id


def test_a_measure_says_nothing_that_only_a_fact_may_say(catalog: Catalog) -> None:
    for measure in measures(catalog):
        words = (measure.title, measure.description, *measure.first_steps, measure.prerequisites, measure.indicator)
        assert [found for text in (*words, measure.risks) for found in _AGES.findall(text)] == [], measure.id


@pytest.mark.parametrize("kind", CommuneKind)
def test_a_question_says_nothing_that_only_a_fact_may_say(catalog: Catalog, kind: CommuneKind) -> None:
    for questionnaire in catalog.questionnaires.values():
        for question in questionnaire.questions:
            wording = question.wording(kind)
            words = (wording.text, wording.hint, question.evidence, question.not_applicable)
            texts = (*words, *(wording.anchors or ()), *question.choices)
            assert [found for text in texts if text for found in _AGES.findall(text)] == [], question.id


def test_dimensions_kinds_and_roles_say_nothing_that_only_a_fact_may_say(catalog: Catalog) -> None:
    described = [
        *(item.description for item in catalog.dimensions.values()),
        *(item.description for item in catalog.kinds.values()),
        *(item.description for item in catalog.roles.values()),
    ]
    assert [text for text in described if _AGES.search(text)] == []


def test_own_means_are_named_where_nobody_else_pays_all(catalog: Catalog) -> None:
    """A grant has an own share and support in kind pays no bills; in an alliance, the others are the condition."""
    for measure in measures(catalog):
        kinds = {catalog.funding.supports[name].kind for name in measure.support}
        if kinds == {SupportKind.SUPPORT}:
            assert measure.cost_class == 1, measure.id
        elif kinds == {SupportKind.FUNDING}:
            assert measure.alliance_only, measure.id


def test_small_measures_reach_a_programme_with_a_minimum_only_in_an_alliance(catalog: Catalog) -> None:
    for measure in measures(catalog):
        least = max((catalog.funding.supports[name].minimum_grant or 0 for name in measure.support), default=0)
        if least and measure.cost_class < 3:
            assert measure.alliance_only, measure.id


def test_every_term_of_the_fact_base_is_explained(catalog: Catalog) -> None:
    assert [name for name in TERMS.split() if name not in catalog.terms] == []


def test_what_the_fact_base_doubts_is_told_as_doubtful(catalog: Catalog) -> None:
    assert [name for name in DOUBTED.split() if catalog.facts[name].certainty is Certainty.HIGH] == []
    for name in ("hegovg-paragrafen", "hpvg-paragraf"):
        assert catalog.facts[name].certainty is Certainty.LOW


def test_support_in_kind_is_never_called_funding(catalog: Catalog) -> None:
    kinds = {name: support.kind for name, support in catalog.funding.supports.items()}
    assert kinds == {
        "E": SupportKind.OWN,
        "C": SupportKind.SUPPORT,
        "K": SupportKind.SUPPORT,
        "A": SupportKind.SUPPORT,
        "I": SupportKind.FUNDING,
        "H": SupportKind.FUNDING,
    }
    for name in ("C", "K", "A"):
        assert "keine Förderung" in catalog.funding.supports[name].note


def test_what_helps_to_pay_names_the_facts_it_stands_on(catalog: Catalog) -> None:
    assert [name for name, support in catalog.funding.supports.items() if not support.facts] == ["E"]
