"""What the emergency folder holds, and that it stays in the house."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from advisor_app.documents.blocks import Document, RowKind, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import CardSheet, TickBox, TickList
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.case import Case, Contact, Person
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given
from tests.example_case import example_case

FOLDER = find_kind("emergency-folder")


def build(case: Case, item: str = "day-1", **parts: Any) -> Document:
    return FOLDER.make(given(case, item=item, **parts))


def told(case: Case, item: str = "day-1", **parts: Any) -> list[str]:
    return list(story(build(case, item, **parts), aloud=True))


def table(document: Document, summary: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.summary == summary)


def boxes(value: object) -> int:
    """How many boxes to tick stand in a cell."""
    if isinstance(value, TickBox):
        return 1
    parts = getattr(value, "texts", value)
    return sum(map(boxes, parts)) if isinstance(parts, tuple) else 0


def test_whom_to_call_with_number_and_mail() -> None:
    case = full_case()
    people = {**case.people, "p2": Person(id="p2", name="Ohne Nummer")}
    contacts = {**case.contacts, "k2": Contact(id="k2", person="p2", roles=("HA",)), "k3": Contact(id="k3", person="x")}
    rows = table(build(replace(case, people=people, contacts=contacts)), "Wen Sie anrufen").rows
    assert [row.cells for row in rows] == [
        ("Miriam Feldmann", "Hauptamt", "06000 1234-12", "m@example.org"),
        ("Ohne Nummer", "Hauptamt", "–", "–"),
    ]
    assert squeezed("Im Fall ist keine Ansprechperson eingetragen.") in told(example_case())


def test_day_place_and_room_for_whoever_stands_in() -> None:
    case = example_case()
    day = replace(case.agenda["day-1"], place="Rathaus")
    case = replace(case, agenda={"day-1": day}, head=replace(case.head, room="Schlüssel beim Pförtner"))
    said = told(case)
    assert {"14.09.2026,09:00–09:35Uhr", "Rathaus", squeezed("Schlüssel beim Pförtner")} <= set(said)
    assert squeezed("Montag, 14.09.2026, 4 Smart Region") in said


def test_what_to_do_when_something_fails() -> None:
    document = build(example_case())
    assert len(table(document, "Wenn etwas ausfällt").rows) == 7
    (ticks,) = (block for block in document.blocks if isinstance(block, TickList))
    assert len(ticks.ticks) == 6


def test_every_step_that_is_not_left_out_can_be_ticked_off() -> None:
    case = example_case()
    day = case.agenda["day-1"]
    steps = (*day.steps, replace(day.steps[0], id="s9", title="Entfallenes", skipped=True))
    rows = table(build(replace(case, agenda={"day-1": replace(day, steps=steps)})), "Ablauf in Kürze").rows
    assert [(row.cells[0], boxes(row.cells[-1])) for row in rows] == [("09:00–09:20", 1), ("09:20–09:35", 0)]


def test_own_notes_stand_beside_their_step() -> None:
    case = example_case()
    day = case.agenda["day-1"]
    noted = replace(day.steps[0], note=Words("Ruhig anfangen.", Audience.INTERNAL))
    case = replace(case, agenda={"day-1": replace(day, steps=(noted, *day.steps[1:]))})
    assert squeezed("Ruhig anfangen.") in told(case)
    long = replace(noted, note=Words("Wort " * 400, Audience.INTERNAL))
    case = replace(case, agenda={"day-1": replace(day, steps=(long, *day.steps[1:]))})
    (note,) = (text for text in told(case) if text.startswith("WortWort"))
    assert note.endswith("Wort…")
    assert len(note) < 160


def test_every_question_of_the_room_has_six_boxes() -> None:
    case = replace(example_case(), assessments={}, answers={}, targets={})
    document = build(case)
    rows = [row for row in table(document, "Antworten von Hand festhalten").rows if row.kind is RowKind.BODY]
    asked = [
        question.id
        for question in given(case).catalog.questionnaires["m4"].questions
        if question.scores and not question.confidential
    ]
    assert [row.cells[0] for row in rows] == asked
    assert {boxes(row.cells[1]) for row in rows} == {6}


def test_confidential_questions_are_not_on_the_sheets() -> None:
    catalog = given(example_case()).catalog
    questionnaire = catalog.questionnaires["m4"]
    dimensions = tuple(
        replace(item, questions=tuple(replace(found, confidential=found.id == "4.1.1") for found in item.questions))
        for item in questionnaire.dimensions
    )
    secret = replace(catalog, questionnaires={"m4": replace(questionnaire, dimensions=dimensions)})
    assert "4.1.1" in told(example_case())
    assert "4.1.1" not in told(example_case(), catalog=secret)


def test_only_the_areas_that_are_chosen() -> None:
    case = example_case()
    one = replace(case.assessments["a1"], areas=("WB2",))
    said = told(replace(case, assessments={"a1": one}))
    assert any(text.startswith("WB2.") for text in said)
    assert not any(text.startswith("WB8.") for text in said)


def test_a_module_without_a_questionnaire_says_so() -> None:
    case = example_case()
    day = AgendaDay(id="d1", module="M1", title="Tag 1", number=1)
    said = told(replace(case, agenda={"d1": day}), "d1")
    assert squeezed("Für dieses Modul gibt es keinen Fragebogen.") in said
    assert squeezed("Der Tag hat noch keine Schritte.") in said


def test_one_set_of_voting_cards() -> None:
    (cards,) = (block for block in build(example_case()).blocks if isinstance(block, CardSheet))
    assert [card.figure for card in cards.cards] == ["0", "1", "2", "3", "4", "?"]


def test_it_stays_in_the_house() -> None:
    assert FOLDER.audience is Audience.INTERNAL
    assert not FOLDER.leaves_the_house
    assert build(example_case()).margins.state.startswith("intern")


def test_without_a_day_there_is_no_folder() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(example_case(), agenda={}), "")
    assert caught.value.problem is Problem.NO_DAY
