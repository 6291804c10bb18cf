"""What whoever leads a workshop day has in hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from advisor_app.documents.blocks import Document, Row, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import TickList, WritingLines
from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.case import Case, Contact, Person
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case

RUN_SHEET = find_kind("run-sheet")


def step(name: str, template: str | None = None, **parts: object) -> AgendaStep:
    made = AgendaStep(id=name, title=name, minutes=20, minimum_minutes=10, template_step=template)
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of what is replaced


def case_of(*steps: AgendaStep) -> Case:
    day = AgendaDay(id="d", module="M4", title="Tag 1", number=1, template="m4-tag1", steps=steps)
    return replace(example_case(), agenda={"d": day})


def build(case: Case) -> Document:
    return RUN_SHEET.make(given(case))


def said(document: Document) -> str:
    return "".join(story(document, aloud=True))


def table(document: Document, head: str) -> tuple[Row, ...]:
    """The rows of the table whose first column has this title."""
    return next(block.rows for block in document.blocks if isinstance(block, Table) and block.columns[0].title == head)


def test_it_never_leaves_the_house() -> None:
    assert not RUN_SHEET.leaves_the_house


def test_everything_the_packs_and_the_adviser_say_about_a_step_is_there() -> None:
    text = said(build(case_of(step("Auftakt", "bereiche", note=Words("Beamer vorher testen.")))))
    for words in (
        *("Ein Ziel.", "Runde", "Ein Ergebnis.", "Begrüßen Sie. Fragen Sie.", "Ein Punkt", "Karten"),
        *("Beamer vorher testen.", "20 min, mindestens 10"),
        *("Hessen hat 442 Kommunen.", "Quelle S2"),
    ):
        assert squeezed(words) in text, words


def test_what_may_be_dropped_comes_in_its_order_with_what_it_costs() -> None:
    document = build(case_of(step("Wirkung", "bereiche"), step("Beginn", "auftakt")))
    (row,) = table(document, "Folge")
    assert row.cells == ("1", "Beginn", "20\N{NO-BREAK SPACE}min", "Die Ziele bleiben unausgesprochen.")
    orders = [row.cells[4] for row in table(document, "Zeit")]
    assert orders == ["–", "1"]


def test_a_step_that_was_dropped_is_not_offered_again() -> None:
    document = build(case_of(step("Beginn", "auftakt", skipped=True)))
    with pytest.raises(StopIteration):
        table(document, "Folge")
    assert squeezed("Beginn (entfällt)") in said(document)


def test_materials_are_ticked_once_each() -> None:
    document = build(case_of(step("A", "auftakt"), step("B", "bereiche")))
    (ticks,) = [block for block in document.blocks if isinstance(block, TickList)]
    assert [tick.text for tick in ticks.ticks] == ["Karten"]


def test_steps_added_by_hand_have_room_for_notes_too() -> None:
    document = build(case_of(step("Gast spricht")))
    assert squeezed("Gast spricht") in said(document)
    assert sum(isinstance(block, WritingLines) for block in document.blocks) == 1


def test_people_in_the_house_can_be_called() -> None:
    case = replace(
        case_of(),
        contacts={
            "c1": Contact(id="c1", person="p1", function="Hauptamt"),
            "c2": Contact(id="c2", person="gone"),
        },
        people={"p1": Person(id="p1", name="Sabine Albers", phone="06441 1")},
    )
    assert [row.cells for row in table(build(case), "Ansprechperson")] == [("Sabine Albers", "Hauptamt", "06441 1")]


def test_a_case_without_days_says_so() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(small_case(), agenda={}))
    assert caught.value.problem is Problem.NO_DAY


def test_fixed_times_groups_and_what_does_not_fit_are_told() -> None:
    steps = (
        step("Auftakt"),
        step("Mittag", pinned=time(12)),
        step("Rundgang", group="Nord"),
        step("Werkstatt", group="Süd"),
    )
    case = case_of(*steps)
    day = replace(case.agenda["d"], start=time(9), ends=time(12, 30))
    text = said(build(replace(case, agenda={"d": day})))
    for words in (
        *(
            "Vereinbartes Ende 12:30 Uhr",
            "12:00–12:20 fest",
            "12:20–12:40 Nord: Rundgang",
            "12:20–12:40 Süd: Werkstatt",
        ),
        *("Das passt noch nicht", "160 min Leerlauf vor „Mittag“.", "Ende 10 min nach dem vereinbarten."),
    ):
        assert squeezed(words) in text, words


def test_a_plan_that_fits_says_nothing_of_that() -> None:
    assert squeezed("Das passt noch nicht") not in said(build(case_of(step("Auftakt"))))
