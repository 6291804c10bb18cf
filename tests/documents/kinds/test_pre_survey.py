"""What the forms of a pre-survey ask, and whom."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from advisor_app.documents.blocks import Block, Document, KeepTogether
from advisor_app.documents.form import fields_of, issued
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.kind import section_key
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.kinds.pre_survey import KIND
from advisor_app.domain.case import Case, RoleMapping
from advisor_app.domain.conditions import QuestionWithin
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import FieldType, digest_of_fields
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.domain.words import Audience, Words
from advisor_app.texts import load_texts
from tests.builders import level_question, other_question, small_questionnaire
from tests.documents.reading import squeezed, story
from tests.documents.samples import ISSUE, full_case, given, small_case

SURVEY = find_kind(KIND)


def asked(*questions: Any, case: Case | None = None, item: str = "M4-HA", **parts: Any) -> Document:
    found = case or full_case()
    questionnaire = small_questionnaire(*questions)
    return SURVEY.make(given(found, item=item, questionnaires=dict.fromkeys(found.assessments, questionnaire), **parts))


def question_blocks(document: Document) -> list[tuple[Block, ...]]:
    return [block.blocks for block in document.blocks if isinstance(block, KeepTogether)]


def choices(document: Document) -> list[ChoiceField]:
    return [block for blocks in question_blocks(document) for block in blocks if isinstance(block, ChoiceField)]


def lines(document: Document) -> list[str]:
    return list(story(document, aloud=True))


def items(case: Case) -> list[tuple[str, str]]:
    assert SURVEY.items is not None
    return [(item.code, item.title) for item in SURVEY.items(given(case))]


def test_there_is_a_form_for_every_role_that_is_asked_something() -> None:
    assert items(full_case()) == [
        ("M4-BM", "Modul 4, Leitung der Verwaltung"),
        ("M4-HA", "Modul 4, Hauptamt"),
    ]


def test_the_form_of_the_head_of_the_house_has_at_most_eight_questions() -> None:
    document = SURVEY.make(given(full_case(), item="M4-BM"))
    assert sum(field.name.startswith("q_") for field in fields_of(document.blocks)) == 8
    assert squeezed("Bogen für: Leitung der Verwaltung") in lines(document)


def test_a_level_is_asked_with_its_full_anchors() -> None:
    question = level_question("4.1.1", roles=("HA",), not_applicable="es die Aufgabe nicht gibt")
    (choice,) = choices(asked(question))
    assert choice.field.name == "q_4_1_1"
    assert choice.field.options == ("s0", "s1", "s2", "s3", "s4", "unk", "na")
    assert [(option.mark, option.text) for option in choice.options] == [
        *((str(level), f"4.1.1 steht auf Stufe {level}.") for level in range(5)),
        ("", "Das weiß ich nicht."),
        ("", "Trifft nicht zu: es die Aufgabe nicht gibt"),
    ]
    assert choice.words == "Frage 4.1.1: Wie weit ist 4.1.1?"
    assert not any(option.ticked for option in choice.options)


def test_every_type_of_question_has_its_field_and_room_for_a_note() -> None:
    document = asked(
        level_question("1", roles=("HA",)),
        other_question("2", QuestionType.NUMBER, roles=("HA",), unit="Stellen"),
        other_question("3", QuestionType.TEXT, roles=("HA",)),
        other_question("4", QuestionType.CHOICE, roles=("HA",), choices=("Papier", "Portal")),
    )
    fields = list(fields_of(document.blocks))
    assert [field.name for field in fields] == ["q_1", "n_1", "q_2", "n_2", "q_3", "n_3", "q_4", "n_4"]
    assert fields[6].options == ("c0", "c1", "unk")
    texts = [block for blocks in question_blocks(document) for block in blocks if isinstance(block, TextField)]
    assert [
        (text.field.name, text.lines, text.short, text.unit) for text in texts if text.field.name.startswith("q_")
    ] == [
        ("q_2", 1, True, "Stellen"),
        ("q_3", 3, False, ""),
    ]
    assert all(text.label == "Anmerkung" for text in texts if text.field.name.startswith("n_"))
    assert all(text.field.type is FieldType.TEXT for text in texts)


def test_a_condition_is_said_before_the_answer() -> None:
    document = asked(
        level_question("1", roles=("IT",)),
        level_question("2", roles=("HA",), when=QuestionWithin(question="1", at_least=Decimal(3))),
    )
    assert squeezed("Nur wenn bei Frage 1 (Stand 1) mindestens Stufe 3 gilt.") in lines(document)


def test_what_is_confidential_is_said() -> None:
    document = asked(level_question("1", roles=("HA",), confidential=True))
    assert any(line.startswith("Vertraulich:") for line in lines(document))


def test_each_question_stays_on_one_page_with_the_first_below_its_heading() -> None:
    document = asked(level_question("1", roles=("HA",)), level_question("2", roles=("HA",)))
    first, second = question_blocks(document)
    assert [type(block).__name__ for block in first] == ["Heading", "Heading", "ChoiceField", "TextField"]
    assert [type(block).__name__ for block in second] == ["Heading", "ChoiceField", "TextField"]


def test_roles_that_one_person_holds_are_named() -> None:
    roles = {"BM": RoleMapping(merged_into="HA"), "HA": RoleMapping(title="Zentrale Dienste")}
    case = replace(full_case(), roles=roles)
    document = SURVEY.make(given(case, item="M4-HA"))
    assert squeezed("Zentrale Dienste, auch für Leitung der Verwaltung") in lines(document)
    assert [name for name, _ in items(case)] == ["M4-HA"]


def test_nothing_internal_and_no_person_is_in_it() -> None:
    case = full_case()
    document = SURVEY.make(given(case, item="M4-HA"))
    said = " ".join(lines(document))
    names = [person.name for person in case.people.values()]
    assert names
    assert not any(squeezed(name) in said for name in names)
    assert squeezed("Gespeichert werden Ihre Antworten mit der Rolle, nicht mit Ihrem Namen.") in said


def test_how_to_fill_it_in_can_be_said_in_other_words() -> None:
    case = full_case()
    found = given(case, item="M4-HA")
    key = section_key(found, KIND, "instruction")
    words = Words("Bitte bis Freitag.", Audience.REPORT)
    document = SURVEY.make(replace(found, case=replace(case, sections={key: words})))
    assert squeezed("Bitte bis Freitag.") in lines(document)
    assert not any(line.startswith(squeezed("Bitte füllen Sie diesen Bogen")) for line in lines(document))


def test_it_knows_what_it_asks_of_whom_and_proves_it() -> None:
    case = full_case()
    document = SURVEY.make(given(case, item="M4-HA"))
    identity = document.form
    assert identity is not None
    assert (identity.kind, identity.case, identity.number) == (KIND, case.id, ISSUE.number)
    assert (identity.questionnaire, identity.version, identity.role) == ("m4", "1.0.0", "HA")
    assert case.assessments["a0"].digest.startswith(identity.definition)
    assert len(identity.definition) == 12
    assert identity.fields == digest_of_fields(fields_of(document.blocks))
    assert identity.is_issued_with(ISSUE.key)


def test_a_case_without_questions_says_so() -> None:
    empty = replace(small_case(), assessments={})
    for make in (SURVEY.make, SURVEY.sections):
        with pytest.raises(AdvisorError) as raised:
            make(given(empty))
        assert raised.value.problem is Problem.NO_ASSESSMENT


@pytest.mark.parametrize("item", ["", "M4-IT", "M1-HA"])
def test_it_has_to_be_said_whose_form_it_is(item: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        SURVEY.make(given(full_case(), item=item))
    assert raised.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM


def test_a_form_without_a_number_is_not_made() -> None:
    with pytest.raises(ValueError, match="number"):
        SURVEY.make(given(full_case(), item="M4-HA", issue=None))


def test_no_field_stands_in_a_form_twice() -> None:
    found = given(full_case(), item="M4-HA")
    document = SURVEY.make(found)
    with pytest.raises(ValueError, match="twice"):
        issued(found, replace(document, blocks=(*document.blocks, *document.blocks)))


def test_an_english_form_stores_the_same_names() -> None:
    german = SURVEY.make(given(full_case(), item="M4-HA"))
    english = SURVEY.make(given(full_case(), item="M4-HA", texts=load_texts("en")))
    assert german.form == english.form
    assert "Note" in lines(english)
