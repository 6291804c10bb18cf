"""What the questionnaire to be filled in by hand asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from advisor_app.documents.blocks import Block, Document, Heading, KeepTogether, Paragraph
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import TickList, WritingLines
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import CommuneKindIs
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Question
from tests.builders import example_questionnaire
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case
from tests.example_catalog import example_catalog

BLANK = find_kind("questionnaire-blank")


def with_question(change: dict[str, Any], *, name: str = "4.1.1", case: Case | None = None) -> DocumentInput:
    """The small case with another version of one question."""
    questionnaire = example_questionnaire()

    def changed(question: Question) -> Question:
        return replace(question, **change) if question.id == name else question

    dimensions = tuple(
        replace(dimension, questions=tuple(map(changed, dimension.questions))) for dimension in questionnaire.dimensions
    )
    other = replace(questionnaire, dimensions=dimensions)
    found = case or small_case()
    return given(
        found,
        catalog=replace(example_catalog(), questionnaires={"m4": other}),
        questionnaires=dict.fromkeys(found.assessments, other),
    )


def questions(document: Document) -> dict[str, list[Block]]:
    """The blocks of each question by its number."""
    found: dict[str, list[Block]] = {}
    for block in document.blocks:
        if isinstance(block, KeepTogether) and isinstance(block.blocks[0], Heading):
            found[block.blocks[0].text.split()[0]] = list(block.blocks[1:])
    return found


def ticks(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TickList):
            yield from (tick.text for tick in block.ticks)


def test_every_question_that_people_answer_is_asked_whatever_was_answered() -> None:
    asked = questions(BLANK.make(given(replace(small_case(), assessments={}))))
    expected = [question.id for question in example_questionnaire().questions if not question.is_calculated]
    assert list(asked) == expected
    assert "4.5.7" not in asked  # the program adds it up


def test_a_level_has_five_anchors_a_way_out_and_room_for_notes() -> None:
    blocks = questions(BLANK.make(given(small_case())))["4.1.4"]
    assert list(ticks(blocks)) == [
        *(f"4.1.4 steht auf Stufe {level}." for level in range(5)),
        "Das weiß ich nicht.",
        "Trifft nicht zu: Nur wenn es die Aufgabe hier nicht gibt.",
    ]
    lines = [block for block in blocks if isinstance(block, WritingLines)]
    assert [(line.label, line.count) for line in lines] == [("Notiz oder Beleg, zum Beispiel: Beschluss mit Datum", 2)]
    assert not any(tick.ticked for block in blocks if isinstance(block, TickList) for tick in block.ticks)


def test_conditions_are_printed_instead_of_hiding_questions() -> None:
    blocks = questions(BLANK.make(given(small_case())))["4.4.5"]
    assert next(block.text for block in blocks if isinstance(block, Paragraph)) == (
        "Nur wenn bei Frage 4.4.1 (Stand 4.4.1) mindestens Stufe 1 gilt."
    )
    assert list(ticks(blocks))[:3] == ["Portal", "Treffen", "Brief"]


def test_what_this_kind_of_house_is_never_asked_is_left_out_and_what_it_always_is_bears_no_condition() -> None:
    other = CommuneKindIs(commune_kind=CommuneKind.DISTRICT)
    assert "4.1.1" not in questions(BLANK.make(with_question({"when": other})))
    own = CommuneKindIs(commune_kind=CommuneKind.MUNICIPALITY)
    blocks = questions(BLANK.make(with_question({"when": own})))["4.1.1"]
    assert not any(isinstance(block, Paragraph) for block in blocks)


def test_the_wording_is_that_of_the_kind_of_commune() -> None:
    case = small_case()
    district = replace(case.commune, kind=CommuneKind.DISTRICT)
    said = list(story(BLANK.make(given(replace(case, head=replace(case.head, communes=(district,))))), aloud=True))
    assert any("StrategiedesLandkreises" in text for text in said)


def test_numbers_and_texts_have_lines_to_write_on() -> None:
    asked = questions(BLANK.make(given(small_case())))
    number, text = asked["4.5.5"][-1], asked["4.1.5"][-1]
    assert isinstance(number, WritingLines)
    assert (number.label, number.count) == ("Anzahl (Lösungen)", 1)
    assert isinstance(text, WritingLines)
    assert text.count == 3


def test_only_chosen_areas_are_asked_once_they_are_chosen() -> None:
    chosen = questions(BLANK.make(given(example_case())))
    assert {name.split(".")[0] for name in chosen if name.startswith("WB")} == {"WB2", "WB8"}
    headings = [block.text for block in BLANK.make(given(small_case())).blocks if isinstance(block, Heading)]
    areas = [item.id for item in example_questionnaire().dimensions if item.kind is DimensionKind.IMPACT_AREA]
    assert [text.split()[0] for text in headings if text.startswith("WB")] == areas


def test_confidential_questions_stand_on_sheets_of_their_own() -> None:
    said = list(story(BLANK.make(with_question({"confidential": True})), aloud=True))
    start = said.index(squeezed("Vertrauliche Fragen"))
    place = next(index for index, text in enumerate(said) if text.startswith("4.1.1"))
    assert place > start
    assert "VertraulicheFragen" not in list(story(BLANK.make(given(small_case())), aloud=True))


def test_every_sheet_has_the_code_of_case_and_questionnaire() -> None:
    document = BLANK.make(given(small_case()))
    assert document.margins.code.startswith("M4-")
    other = BLANK.make(given(replace(small_case(), id="another")))
    assert other.margins.code != document.margins.code
    newer = BLANK.make(with_question({}, case=replace(small_case(), assessments={})))
    assert newer.margins.code == document.margins.code


def test_booked_modules_can_be_chosen() -> None:
    assert BLANK.items is not None
    assert [item.id for item in BLANK.items(given(small_case()))] == ["M4"]
    booked = replace(small_case(), bookings={"b": Booking(id="b", module="M2", commune="c")})
    assert BLANK.items(given(booked)) == ()
    with pytest.raises(AdvisorError) as caught:
        BLANK.make(given(booked))
    assert caught.value.problem is Problem.NOTHING_FOR_DOCUMENT
    with pytest.raises(AdvisorError) as caught:
        BLANK.make(given(small_case(), item="M9"))
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM


def test_nothing_that_was_answered_stands_on_the_blank_sheet() -> None:
    said = "".join(story(BLANK.make(given(example_case())), aloud=True))
    assert squeezed("Beschluss ist für Februar vorgesehen.") not in said
