"""What the draft resolution says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from advisor_app.documents.blocks import Document, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import SignatureLines, TickList
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.plan import Grant, GrantState, MeasureState
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case

DRAFT = find_kind("council-draft")


def lines(case: Case) -> list[str]:
    return list(story(DRAFT.make(given(case)), aloud=True))


def proposals(case: Case) -> dict[str, str]:
    return {section.key: section.proposal for section in DRAFT.sections(given(case))}


def found(document: Document, kind: type[Any]) -> list[Any]:
    """Blocks of a kind, also those inside others."""
    inside = [inner for block in document.blocks for inner in getattr(block, "blocks", ())]
    return [block for block in (*document.blocks, *inside) if isinstance(block, kind)]


def test_it_speaks_of_the_bodies_of_a_municipality() -> None:
    said = lines(example_case())
    assert {"Gemeindevorstand", "Gemeindevertretung"} <= set(said)
    assert squeezed("Unterschrift Gemeindevorstand") in said


def test_a_district_has_other_bodies() -> None:
    case = example_case()
    commune = replace(case.commune, kind=CommuneKind.DISTRICT, designation="Landkreis")
    said = lines(replace(case, head=replace(case.head, communes=(commune,))))
    assert {"Kreisausschuss", "Kreistag"} <= set(said)
    assert not {"Gemeindevorstand", "Gemeindevertretung"} & set(said)


def test_the_house_has_the_last_word_on_its_names() -> None:
    case = replace(example_case(), vocabulary={"executive": "Magistrat", "council": "Stadtverordnetenversammlung"})
    assert {"Magistrat", "Stadtverordnetenversammlung"} <= set(lines(case))
    assert "wird beauftragt: Magistrat." in proposals(case)["decision"]


def test_the_decision_names_measures_and_money() -> None:
    decision = proposals(example_case())["decision"]
    assert "5 Maßnahmen (U1, U2, U3, U4 und U5)" in decision
    assert "38.000\N{NO-BREAK SPACE}€" in decision
    assert "zu ermitteln" not in decision


def test_dropped_measures_are_not_decided_on() -> None:
    case = example_case()
    dropped = replace(case.measures["U5"], state=MeasureState.DROPPED)
    case = replace(case, measures={**case.measures, "U5": dropped})
    assert "4 Maßnahmen (U1, U2, U3 und U4)" in proposals(case)["decision"]
    assert squeezed("Pilot E-Akte Steueramt") not in lines(case)


def test_open_costs_are_to_be_established_first() -> None:
    case = example_case()
    measures = {name: replace(item, cost_once=None) for name, item in case.measures.items()}
    decision = proposals(replace(case, measures=measures))["decision"]
    assert "sind vor der Bereitstellung von Mitteln zu ermitteln" in decision
    assert "€" not in decision


def test_the_facts_tell_of_advice_standing_and_plan() -> None:
    facts = proposals(example_case())["facts"]
    assert "Die Verwaltung hat sich zur Digitalisierung beraten lassen: Modul 4 (Workshop am 14.09.2026)." in facts
    assert "Modul 4: Die Kommune steht in Phase 3" in facts
    assert "Der Plan enthält 5 Maßnahmen" in facts


def test_the_summary_of_the_plan_goes_before_the_figures() -> None:
    case = example_case()
    facts = proposals(replace(case, plan=replace(case.plan, summary="Die Gemeinde warnt künftig vor Hochwasser.")))
    assert facts["facts"].endswith("Die Gemeinde warnt künftig vor Hochwasser.")


def test_financial_effects_are_the_plan_s_totals() -> None:
    case = example_case()
    grant = Grant(programme="H", amount=500_000, state=GrantState.APPROVED)
    case = replace(case, measures={**case.measures, "U5": replace(case.measures["U5"], grants=(grant,))})
    said = lines(case)
    assert said[said.index(squeezed("Eigenanteil einmalig")) + 1] == "33.000€"
    assert said[said.index(squeezed("Förderung bewilligt")) + 1] == "5.000€"


def test_an_empty_plan_has_no_sums_and_no_list() -> None:
    said = lines(small_case())
    assert squeezed("Eigenanteil einmalig") not in said
    assert squeezed("Maßnahmen im Einzelnen") not in said
    assert any(squeezed("noch keine Maßnahmen") in text for text in said)


def test_cover_votes_and_signature_are_left_to_the_house() -> None:
    document = DRAFT.make(given(example_case()))
    (ticks,) = found(document, TickList)
    assert len(ticks.ticks) == 4
    assert not any(tick.ticked for tick in ticks.ticks)
    to_write_on = [table for table in found(document, Table) if table.to_write_on]
    assert [len(table.rows) for table in to_write_on] == [3, 2]
    assert all(row.lines == 1 for table in to_write_on for row in table.rows)
    assert len(found(document, SignatureLines)) == 1


def test_annexes_are_what_was_handed_over() -> None:
    said = lines(example_case())
    start = said.index("Anlagen")
    assert said[start + 1 : start + 4] == [
        squeezed(text)
        for text in (
            "Umsetzungsplan, Stand 05.10.2026",
            "Ergebnisbericht Modul 4, Workshop am 14.09.2026",
            "Anwendungsfall UC-01 Pegel- und Regenwarnung Eschenbach",
        )
    ]


def test_nothing_internal_is_printed() -> None:
    case = example_case()
    secret = Words("streng geheim")
    bookings = {"b": Booking(id="b", module="M4", commune=case.commune.id, note=secret, clarified=secret)}
    key = SectionKey("council-draft", "", "facts")
    said = lines(replace(case, bookings=bookings, sections={key: secret}))
    assert not any("geheim" in text for text in said)
    released = replace(case, sections={key: Words("Drei Überflutungen in fünf Jahren.", Audience.REPORT)})
    assert squeezed("Drei Überflutungen in fünf Jahren.") in lines(released)


def test_short_names_of_roles_are_those_of_its_own_table() -> None:
    case = example_case()
    first = replace(next(iter(case.measures.values())), responsible="HA", participants="PR")
    case = replace(case, measures={first.id: first}, plan=replace(case.plan, steering="BM, KÄ"))
    note = next(line for line in lines(case) if line.startswith("Abkürzungen:"))
    assert "HA" in note
    assert not any(name in note for name in ("PR", "BM", "KÄ"))
