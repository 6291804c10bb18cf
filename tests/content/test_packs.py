"""Packs become a catalogue: exact values, in order, with what local packs add."""

from dataclasses import FrozenInstanceError
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.domain.agenda import Section, StepKind
from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.case import CaseCommune
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import AllOf, AnyOf, AreaChosen, CommuneKindIs, Not, QuestionWithin
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import Certainty, DimensionKind
from advisor_app.domain.funding_rules import Counts, SupportKind
from advisor_app.domain.measure_template import Effort, QuestionTrigger
from advisor_app.domain.questionnaire import Criterion, QuestionType
from advisor_app.texts import load_texts
from tests.content.small_packs.writing import line_of, replace_in, write_pack, write_packs


def commune_of(kind: CommuneKind, designation: str) -> CaseCommune:
    """A commune as a case keeps it."""
    return CaseCommune(id="c", key=None, name="Musterau", designation=designation, kind=kind)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_packs(tmp_path / "content")


def test_base_is_read(root: Path) -> None:
    catalog = load_catalog([root])
    assert catalog.packs == {"base": "1.2.0", "m4": "1.0.0"}
    assert catalog.modules["M4"].days == "1 bis 2 Tage"
    assert catalog.roles["BM"].fallback == "HA"
    assert catalog.roles["HA"].fallback is None
    assert list(catalog.kinds) == [CommuneKind.MUNICIPALITY, CommuneKind.CITY, CommuneKind.DISTRICT]
    assert catalog.dimensions["WB1"].kind is DimensionKind.IMPACT_AREA
    assert catalog.scale.blocking_cap == Decimal("1.59")
    assert catalog.scale.priority_c == -2
    assert [level.below for level in catalog.scale.levels] == [
        Decimal("0.8"),
        Decimal("1.6"),
        Decimal("2.4"),
        Decimal("3.2"),
        None,
    ]
    assert catalog.sources["S2"].address == ""
    executive = catalog.vocabulary["executive"]
    words = [executive.default(commune_of(kind, "Gemeinde")) for kind in CommuneKind]
    assert words == ["Gemeindevorstand", "Magistrat", "Kreisausschuss"]
    assert executive.default(commune_of(CommuneKind.MUNICIPALITY, "Stadt")) == "Gemeindevorstand"  # no other is named
    assert catalog.terms["ozg"].check == date(2027, 6, 30)
    assert catalog.terms["ozg"].modules == ("M4",)
    assert catalog.terms["ozg"].facts == catalog.funding.supports["E"].facts == ("kommunen",)
    assert catalog.facts["kommunen"].certainty is Certainty.HIGH
    assert catalog.facts["kommunen"].valid_to == date(2030, 12, 31)


def test_funding_is_read(root: Path) -> None:
    funding = load_catalog([root]).funding
    (programme,) = funding.programmes
    assert programme.counts is Counts.APPLICATION
    assert programme.windows[0].valid_to == date(2024, 12, 31)
    assert funding.exceptions[0].with_module == "M4"
    assert funding.rules["R2"].sources == ("S2",)
    assert funding.supports["E"].kind is SupportKind.OWN
    assert funding.supports["E"].minimum_grant == 1000


def test_a_questionnaire_is_read(root: Path) -> None:
    catalog = load_catalog([root])
    questionnaire = catalog.questionnaires["m4"]
    assert catalog.questionnaire_of("M4") is questionnaire
    assert catalog.questionnaire_of("M1") is None
    assert questionnaire.scale is catalog.scale
    assert [(item.id, item.title, item.weight) for item in questionnaire.dimensions] == [
        ("4.1", "Strategie und Politik", 2),
        ("WB1", "Mobilität", 1),
    ]
    questions = {question.id: question for question in questionnaire.questions}
    assert list(questions) == [f"4.1.{number}" for number in range(1, 9)] + ["WB1.1", "WB1.2", "WB1.3"]
    assert questions["4.1.2"].blocking
    assert questions["4.1.3"].not_applicable == "Nur ohne eigene Schule."
    assert questions["4.1.4"].when == QuestionWithin(question="4.1.1", at_least=Decimal(1))
    assert questions["4.1.5"].maximum == Decimal("500.5")
    assert questions["4.1.6"].summands == ("4.1.5", "4.1.1")
    assert questions["4.1.7"].type is QuestionType.CHOICE
    assert questions["4.1.7"].when == AllOf(
        all=(
            CommuneKindIs(commune_kind=CommuneKind.MUNICIPALITY),
            AnyOf(any=(AreaChosen(area="WB1"), Not(negated=QuestionWithin(question="4.1.5", at_most=Decimal(3))))),
        )
    )
    assert questions["4.1.8"].retired
    wording = questions["4.1.1"].wording(CommuneKind.DISTRICT)
    assert wording.text == "Wie regelt der Kreis das?"
    assert wording.anchors == questions["4.1.1"].anchors
    assert questions["4.1.1"].wording(CommuneKind.CITY).text == "Wie ist 4.1.1 geregelt?"


def test_phases_are_read(root: Path) -> None:
    phases = load_catalog([root]).questionnaires["m4"].phases
    assert [phase.threshold for phase in phases] == [Decimal(0), Decimal("1.6"), Decimal("2.4")]
    assert phases[1].criteria == (
        Criterion(question="4.1.1", at_least=Decimal(2)),
        Criterion(dimension="4.1", at_least=Decimal("0.8")),
    )
    assert phases[2].criteria == (Criterion(at_least=Decimal("1.6")),)


def test_an_agenda_is_read(root: Path) -> None:
    template = load_catalog([root]).agendas["m4-tag1"]
    assert template.variant is AgendaVariant.FULL_DAY
    assert template.start == time(9, 0)
    work, pause = template.steps
    assert (work.minutes, work.minimum_minutes, work.section) == (20, 10, Section.AREAS)
    assert work.moderation.startswith("Begrüßen Sie alle.")
    assert work.moderation.endswith("Halten Sie sie fest.")
    assert (work.drop_order, work.drop_cost) == (1, "Erwartungen bleiben unausgesprochen.")
    assert (pause.kind, pause.goal, pause.drop_order) == (StepKind.BREAK, "", None)


def test_measures_are_read(root: Path) -> None:
    measures = load_catalog([root]).measures
    assert measures["4.1-a"].at_least == 0
    assert (measures["4.1-c"].at_least, measures["4.1-c"].at_most) == (3, 3)
    assert measures["4.1-a"].effort is Effort.S
    assert measures["4.1-a"].person_days == (2, 5)
    assert measures["4.1-b"].questions == (QuestionTrigger(question="4.1.1", at_most=1),)


def test_the_catalogue_cannot_be_changed(root: Path) -> None:
    catalog = load_catalog([root])
    with pytest.raises(TypeError):
        catalog.measures["x"] = catalog.measures["4.1-a"]  # type: ignore[index]  # that is what is tried here
    with pytest.raises(FrozenInstanceError):
        catalog.scale.version = "2"  # type: ignore[misc]  # that is what is tried here


def test_packs_may_be_named_one_by_one_and_come_in_the_order_they_need(root: Path) -> None:
    assert load_catalog([root / "m4", root / "base"]) == load_catalog([root])
    assert list(load_catalog([root / "m4", root / "base"]).packs) == ["base", "m4"]


def test_a_local_folder_that_does_not_exist_holds_no_packs(root: Path, tmp_path: Path) -> None:
    assert load_catalog([root, tmp_path / "packs"]) == load_catalog([root])


def test_a_local_pack_adds_a_programme_measures_and_facts(root: Path, tmp_path: Path) -> None:
    funding = """\
version = "2026.1"

[[programme]]
id = "KREIS"
short = "Kreis"
title = "Kreisprogramm"
counts = "delivery"
modules = ["M4"]
at_most = 1
rule = "K1"
as_of = 2026-11-21
sources = ["KREIS"]

[[rule]]
id = "K1"
text = "Höchstens ein Modul."
sources = ["KREIS"]
""".replace("2026.1", "3.0.0")
    source = '[[source]]\nid = "KREIS"\ntitle = "Beschluss"\npublisher = "Kreis"\ndate = "2026"\n'
    local = tmp_path / "packs"
    write_pack(local, "kreis", {"funding.toml": funding, "sources.toml": source})
    catalog = load_catalog([root, local])
    assert [programme.id for programme in catalog.funding.programmes] == ["SHH", "KREIS"]
    assert catalog.funding.version == "1.0.0+3.0.0"
    assert list(catalog.packs) == ["base", "m4", "kreis"]
    assert "KREIS" in catalog.sources


def test_the_first_error_is_raised_with_file_line_and_reason(root: Path) -> None:
    file = root / "m4" / "questionnaire.toml"
    replace_in(file, 'short = "Regelung 4.1.3"', "short = 3")
    replace_in(file, 'short = "Regelung 4.1.2"', "short = 2")
    with pytest.raises(AdvisorError) as raised:
        load_catalog([root])
    assert raised.value.problem is Problem.CONTENT
    assert raised.value.details == {
        "file": str(file),
        "line": line_of(file, "short = 2"),
        "reason": "Unter „short“ muss ein Text in Anführungszeichen stehen",
    }
    with pytest.raises(AdvisorError) as raised:
        load_catalog([root], load_texts("en"))
    assert raised.value.details["reason"] == "“short” has to be a text in quotes"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('roles = ["BM", "HA"]', 'roles = ["XX"]', "XX"),
        ('id = "4.1.3"', 'id = "4.1.2"', "doppelt"),
        ('"4.1.1", at_least = 1', '"4.1.9", at_least = 1', "4.1.9"),
        ('"4.1.1", at_least = 1', '"4.1.4", at_least = 1', "im Kreis"),
        ('sum = ["4.1.5", "4.1.1"]', 'sum = ["4.1.6"]', "im Kreis"),
    ],
)
def test_what_would_break_at_run_time_is_refused_at_the_start(root: Path, old: str, new: str, reason: str) -> None:
    replace_in(root / "m4" / "questionnaire.toml", old, new)
    with pytest.raises(AdvisorError) as raised:
        load_catalog([root])
    assert reason in str(raised.value.details["reason"])


def test_matters_of_wording_do_not_keep_the_program_from_starting(root: Path) -> None:
    replace_in(root / "m4" / "questionnaire.toml", "4.1.2 gar nicht.", "civento " * 40)
    assert load_catalog([root]).questionnaires


def test_without_base_nothing_is_loaded(root: Path) -> None:
    with pytest.raises(AdvisorError) as raised:
        load_catalog([root / "m4"])
    assert "base" in str(raised.value.details["reason"])


def test_a_pack_folder_without_its_head_is_refused(root: Path) -> None:
    (root / "m4" / "pack.toml").unlink()
    with pytest.raises(AdvisorError) as raised:
        load_catalog([root])
    assert raised.value.details["file"] == str(root / "m4" / "pack.toml")


def test_the_same_pack_twice_is_refused(root: Path, tmp_path: Path) -> None:
    local = write_packs(tmp_path / "packs")
    with pytest.raises(AdvisorError) as raised:
        load_catalog([root, local])
    assert raised.value.details["file"] == str(local / "base" / "pack.toml")
    assert "doppelt" in str(raised.value.details["reason"])
