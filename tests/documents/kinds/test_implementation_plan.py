"""What the implementation plan says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from advisor_app.documents.blocks import Document, Heading
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.case import Case, RoleMapping
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Plan, Priority
from advisor_app.domain.use_case import Milestone
from tests.documents.reading import squeezed, story
from tests.documents.samples import given
from tests.example_case import example_case
from tests.example_catalog import example_catalog

PLAN = find_kind("implementation-plan")


def build(case: Case) -> Document:
    return PLAN.make(given(case))


def lines(document: Document) -> list[str]:
    return list(story(document, aloud=True))


def with_measure(name: str, **parts: Any) -> Case:
    case = example_case()
    return replace(case, measures={**case.measures, name: replace(case.measures[name], **parts)})


def full_measure() -> Measure:
    return Measure(
        id="U1",
        title="Datenregelwerk beschließen",
        dimension="4.3",
        description="Regeln für Erhebung und Nutzung.",
        first_step="Entwurf aus dem Kreis anpassen",
        goal="Hausweite Regel",
        benefit=4,
        effort=2,
        priority=Priority.B,
        priority_reason="erst nach dem Haushalt",
        responsible="HA",
        participants="BM",
        start=date(2027, 3, 1),
        end=date(2027, 4, 30),
        predecessors=(),
        cost_once=None,
        cost_yearly=120_000,
        cost_class=2,
        grants=(Grant(programme="H", quota_percent=80, amount=500_000, state=GrantState.APPLIED),),
        indicator="Beschluss",
        indicator_target="bis 04/2027",
        risk="Zeit",
        countermeasure="Sitzungstermin sichern",
        milestones=(Milestone(title="Entwurf liegt vor", on=date(2027, 3, 31)),),
        state=MeasureState.RUNNING,
    )


def test_the_worked_example_in_one_table() -> None:
    said = lines(build(example_case()))
    start = said.index("Leistungsverzeichnis") - 1
    rows = [said[start + 8 * row : start + 8 * row + 8] for row in range(5)]
    assert [(row[0], row[3], row[5], row[6]) for row in rows] == [
        ("U1", "A", "01/2027–02/2027", "0€"),
        ("U2", "B", "03/2027–06/2027", "4.000€"),
        ("U3", "B", "03/2027–08/2027", "6.000€"),
        ("U4", "A", "04/2027–09/2027", "0€"),
        ("U5", "B", "10/2027–03/2028", "28.000€"),
    ]
    assert said[said.index("Summeeinmalig") + 1] == "38.000€"


def test_the_way_from_phase_to_phase() -> None:
    assert "SmartRegion:vonPhase3„Erproben“zuPhase4„Verankern“" in lines(build(example_case()))


def test_every_field_of_a_measure_is_printed() -> None:
    said = lines(build(replace(example_case(), measures={"U1": full_measure()})))
    for text in (
        "Datenregelwerk beschließen",
        "4.3 Daten und Technik",
        "Regeln für Erhebung und Nutzung.",
        "Entwurf aus dem Kreis anpassen",
        "Hausweite Regel",
        "B (Nutzen 4, Aufwand 2)",
        "gesetzt statt A: erst nach dem Haushalt",
        "03/2027–04/2027",
        "offen (5.000 bis 50.000 €)",
        "1.200 €",
        "Starke Heimat Hessen: Quote 80 %, Betrag 5.000 €, Status beantragt",
        "Beschluss: bis 04/2027",
        "Zeit",
        "Dagegen: Sitzungstermin sichern",
        "31.03.2027  Entwurf liegt vor",
        "läuft",
    ):
        assert squeezed(text) in said, text


def test_open_costs_are_named_and_never_counted_as_nothing() -> None:
    said = lines(build(with_measure("U5", cost_once=None)))
    assert squeezed("Summe einmalig, ohne U5") in said
    text = "\n".join(said)
    assert squeezed("Nicht enthalten: U5 (Kosten offen).") in text
    assert squeezed("10.000 € und 1 offen") in said
    assert squeezed("Die jährlichen Kosten sind offen bei U1, U2, U3, U4 und U5.") in text
    assert said[said.index("Kostenjährlich", said.index("Summen")) + 1] == "offen"
    assert squeezed("U5: Die Kosten sind offen.") in said


def test_grants_are_summed_by_state() -> None:
    grants = (
        Grant(programme="H", amount=100_000, state=GrantState.APPROVED),
        Grant(programme="H", amount=50_000, state=GrantState.APPLIED),
        Grant(programme="Kreis", state=GrantState.APPLIED),
    )
    said = lines(build(with_measure("U5", grants=grants)))
    after = said[said.index("Summen") :]
    assert after[after.index("Förderungbewilligt") + 1] == "1.000€"
    assert after[after.index("Förderungbeantragt") + 1] == squeezed("500 € und 1 offen")
    assert after[after.index("Eigenanteileinmalig") + 1] == "37.000€"


def test_a_programme_that_has_expired_is_named() -> None:
    case = with_measure("U5", grants=(Grant(programme="H"),))
    catalog = example_catalog()
    support = replace(catalog.funding.supports["H"], title="Starke Heimat", valid_to=date(2020, 1, 1))
    rules = replace(catalog.funding, supports={"H": support})
    expired = replace(catalog, load_funding=lambda: rules)
    warning = squeezed("U5: Das Programm „Starke Heimat“ ist abgelaufen; bitte erst prüfen, was heute gilt.")
    assert warning in lines(PLAN.make(given(case, catalog=expired)))
    assert warning not in lines(build(case))


def test_an_open_amount_and_an_open_state_are_told_apart() -> None:
    said = lines(build(with_measure("U5", grants=(Grant(programme="Kreis"),))))
    assert squeezed("Kreis: Betrag offen, Status offen") in said


def test_a_dropped_measure_is_shown_but_not_counted() -> None:
    said = lines(build(with_measure("U5", state=MeasureState.DROPPED)))
    assert "entfällt" in said
    assert said[said.index("Summeeinmalig") + 1] == "10.000€"


def test_contradictions_are_sentences() -> None:
    said = lines(build(with_measure("U1", predecessors=("U5", "U9"), end=date(2026, 1, 31), priority=Priority.C)))
    assert squeezed("U1: Das Ende liegt vor dem Beginn.") in said
    assert squeezed("U1: Den Vorgänger U9 gibt es im Plan nicht.") in said
    assert squeezed("U1: Die Priorität ist ohne Begründung gesetzt.") in said
    assert any(line.startswith(squeezed("Im Kreis voneinander abhängig:")) for line in said)


def test_milestones_of_plan_and_measures_stand_by_date() -> None:
    case = with_measure("U2", milestones=(Milestone(title="Test", on=date(2027, 5, 31)), Milestone(title="Ohne Tag")))
    said = lines(build(case))
    start = said.index("31.05.2027")
    assert said[start : start + 3] == ["31.05.2027", "Test", "U2"]
    assert said[start + 3] == "30.06.2027"
    assert said[start + 9 : start + 12] == ["offen", "OhneTag", "U2"]


def test_the_house_calls_roles_and_bodies_by_its_own_names() -> None:
    case = replace(
        example_case(),
        roles={"HA": RoleMapping(title="Zentrale Dienste")},
        vocabulary={"executive": "Magistrat"},
    )
    said = lines(build(case))
    assert "Abkürzungen:HAZentraleDienste." in said
    assert "offen,Magistrat" in said


def test_the_summary_of_the_plan_is_the_advisers() -> None:
    case = example_case()
    said = lines(build(replace(case, plan=replace(case.plan, summary="Erst ordnen.\n\n- dann bauen"))))
    assert "Erstordnen." in said
    assert "dannbauen" in said


def test_an_empty_plan_is_still_a_document() -> None:
    said = lines(build(replace(example_case(), measures={}, plan=Plan(), assessments={}, answers={})))
    assert squeezed("Der Plan enthält noch keine Maßnahmen.") in said
    assert squeezed("offen, Gemeindevorstand") in said


def test_a_plan_without_measures_is_not_said_to_have_passed_a_check() -> None:
    def headings(case: Case) -> list[object]:
        return [block.text for block in build(case).blocks if isinstance(block, Heading)]

    assert "Prüfung des Plans" in headings(example_case())
    assert "Prüfung des Plans" not in headings(replace(example_case(), measures={}))


def test_next_steps_are_those_nothing_holds_up() -> None:
    (section,) = PLAN.sections(given(with_measure("U1", first_step="Ämter anschreiben")))
    assert section.proposal == "- U1: Ämter anschreiben"
    (later,) = PLAN.sections(given(with_measure("U1", state=MeasureState.DONE)))
    assert [line[:5] for line in later.proposal.split("\n")] == ["- U2:", "- U3:", "- U4:"]
