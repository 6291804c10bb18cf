"""What the record of a case says, beside every word that somebody wrote (``test_completeness``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from advisor_app.documents.blocks import (
    Block,
    Columns,
    FactGrid,
    FactTable,
    Heading,
    KeepTogether,
    Lines,
    Table,
    inside,
)
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import Framed
from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import Case, Contact, Person, SectionKey
from advisor_app.domain.words import Audience, Words
from tests.documents.samples import given
from tests.example_case import example_case

ANNA = Person(id="p-anna", name="Dr. Anna Feldmann", phone="06441 5550-12", email="feldmann@example.org")


# A contact noted on the telephone has a name and a number, and neither function nor role.
KNOWN = replace(example_case(), people={ANNA.id: ANNA}, contacts={}, participants={})
AS_CONTACT = replace(KNOWN, contacts={"r1": Contact(id="r1", person=ANNA.id)})
AS_PARTICIPANT = replace(KNOWN, participants={"r1": Participant(id="r1", person=ANNA.id)})


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in the order in which they are read, those within others too."""
    for block in blocks:
        yield block
        if isinstance(block, KeepTogether | Columns | Framed):
            yield from flat(inside(block))


def facts_of(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Every label with its value, several lines as one."""
    return [
        (fact.label, "\n".join(map(str, fact.value.texts)) if isinstance(fact.value, Lines) else str(fact.value))
        for block in flat(blocks)
        if isinstance(block, FactGrid | FactTable)
        for fact in block.facts
    ]


@pytest.mark.parametrize("case", [AS_CONTACT, AS_PARTICIPANT], ids=["contact", "participant"])
def test_people_are_told_with_how_to_reach_them(case: Case) -> None:
    told = facts_of(find_kind("case-record").make(given(case)).blocks)
    for fact in (("Name", ANNA.name), ("Telefon", ANNA.phone), ("E-Mail", ANNA.email)):
        assert fact in told


def test_the_extract_for_the_commune_names_nobody_of_them() -> None:
    assert ANNA.phone not in str(find_kind("commune-extract").make(given(AS_CONTACT)).blocks)


def test_every_step_of_a_day_takes_one_line_with_all_its_facts() -> None:
    case = example_case()
    told = dict(facts_of(find_kind("case-record").make(given(case)).blocks))
    for day in case.agenda.values():
        for step in day.steps:
            assert f"Dauer in Minuten: {step.minutes}" in told[f"Schritte · {step.title}"]


def test_what_is_short_stands_side_by_side_and_a_sentence_by_itself() -> None:
    sentence = "Alle wissen Bescheid."
    measure = next(iter(KNOWN.measures.values()))
    case = replace(KNOWN, measures={measure.id: replace(measure, goal=sentence, responsible="HA")})
    blocks = tuple(flat(find_kind("case-record").make(given(case)).blocks))
    beside = [fact for block in blocks if isinstance(block, FactGrid) for fact in facts_of([block])]
    below = [fact for block in blocks if isinstance(block, FactTable) for fact in facts_of([block])]
    assert ("Verantwortlich", "HA") in beside
    assert ("Ziel", sentence) in below
    assert ("Ziel", sentence) not in beside


def test_a_text_of_a_document_is_told_with_the_part_that_it_is() -> None:
    (name, assessment), *_ = KNOWN.assessments.items()
    dimension = given(KNOWN).questionnaires[name].dimensions[0]
    parts = {
        SectionKey("result-report", name, "summary"): Words("Ein Anfang ist gemacht.", Audience.REPORT),
        SectionKey("result-report", name, f"judgement.{dimension.id}"): Words("Es fehlt viel.", Audience.REPORT),
    }
    blocks = find_kind("commune-extract").make(given(replace(KNOWN, sections=parts))).blocks
    titles = [block.text for block in flat(blocks) if isinstance(block, Heading)]
    assert assessment.id == name
    assert any(title.endswith(": Zusammenfassung") for title in titles)
    assert any(title.endswith(f": {given(KNOWN).dimension_title(dimension.id)}") for title in titles)


def test_a_question_stands_beside_its_answer_with_the_note_below() -> None:
    name, question = "a1", "4.1.1"
    answer = replace(
        KNOWN.answers[name][question], level=3, role="HA", reason=Words(), note=Words("Liegt vor", Audience.INTERNAL)
    )
    case = replace(KNOWN, answers={name: {question: answer}})
    tables = [block for block in flat(find_kind("case-record").make(given(case)).blocks) if isinstance(block, Table)]
    ((about, said),) = (row.cells for row in tables[0].rows)
    assert [column.title for column in tables[0].columns] == ["Frage", "Antwort"]
    assert question in str(about)
    assert said == Lines(("Stufe: 3; Auskunft durch: Hauptamt", "Notiz (intern): Liegt vor"))
