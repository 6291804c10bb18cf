"""Invitation to one workshop day: when, where, the course of the day, how to prepare."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Annex,
    Block,
    Column,
    Contents,
    Document,
    Fact,
    FactTable,
    Heading,
    Row,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.parts.letter import draft_note, letter_head, letter_sections, regards, salutation
from advisor_app.documents.parts.workshop_days import chosen_day, clock_words, day_items, ends_of, module_titles, titled
from advisor_app.domain.agenda import AgendaDay, StepKind
from advisor_app.domain.agenda_schedule import schedule
from advisor_app.domain.assessment import AssessmentKind
from advisor_app.texts import Texts

KIND = "invitation"

_OPENING, _BRING, _ANSWER, _CLOSING = "opening", "bring", "answer", "closing"


def items(given: DocumentInput) -> tuple[Item, ...]:
    """The workshop days of the case."""
    return day_items(given)


def build(given: DocumentInput) -> Document:
    """The invitation to the chosen day, or to the first; raises AdvisorError (NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), _subject(given, day, texts), _blocks(given, day, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """Sender and address, opening, how to prepare, the answer wanted, closing."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    bring = "bring-survey" if _is_surveyed(given, day) else "bring"
    return (
        *letter_sections(given),
        EditableSection(_OPENING, texts("documents.letter.opening"), f"{salutation(given)}\n\n{texts('opening')}"),
        EditableSection(_BRING, texts("bring"), texts(f"proposal.{bring}")),
        EditableSection(_ANSWER, texts("answer"), texts("proposal.answer")),
        EditableSection(_CLOSING, texts("documents.letter.closing"), texts("proposal.closing")),
    )


def _is_surveyed(given: DocumentInput, day: AgendaDay) -> bool:
    """Whether people are asked before the day."""
    return any(
        item.kind is AssessmentKind.PRE_SURVEY and given.questionnaires[item.id].module == day.module
        for item in given.case.in_order()
    )


def _subject(given: DocumentInput, day: AgendaDay, texts: Texts) -> str:
    on = given.wording.appointment(day.on) if day.on is not None else texts("date-open")
    return texts("subject", day=on, module=given.module_title(day.module))


def _blocks(given: DocumentInput, day: AgendaDay, texts: Texts) -> Iterator[Block]:
    parts = sections(given)
    yield letter_head(given, KIND, parts)
    yield TitleBlock(title=texts("title"), subtitle=_subject(given, day, texts))
    yield from written(given, KIND, section_of(parts, _OPENING))
    yield FactTable(tuple(_facts(given, day, texts)))
    yield Contents()
    for key in (_BRING, _ANSWER):
        yield Heading(2, texts(key))
        yield from written(given, KIND, section_of(parts, key))
    yield from written(given, KIND, section_of(parts, _CLOSING))
    yield regards(given)
    yield from draft_note(given)
    yield from _course(day, texts)


def _facts(given: DocumentInput, day: AgendaDay, texts: Texts) -> Iterator[Fact]:
    planned = schedule(day)
    clock = clock_words(given, day.start, ends_of(day)) if planned else texts("clock-open")
    on = given.wording.appointment(day.on) if day.on is not None else texts("date-open")
    yield Fact(texts("when"), f"{on}, {clock}")
    yield Fact(texts("where"), day.place.strip() or texts("place-open"))
    yield Fact(texts("module"), module_titles(given, day))
    yield Fact(texts("who"), given.adviser or given.wording.open)
    yield Fact(texts("course"), texts("course-annex") if planned else texts("course-open"))


def _course(day: AgendaDay, texts: Texts) -> Iterator[Block]:
    """What happens when, on a sheet of its own; breaks in the second ink, what is left out is not there."""
    planned = [item for item in schedule(day) if not item.step.skipped]
    if not planned:
        return
    yield Annex(texts("course"))
    yield Table(
        columns=(Column(title=texts("clock")), Column(title=texts("step"), weight=1)),
        rows=tuple(
            Row((f"{item.begins:%H:%M}", (Run(titled(item.step), quiet=item.step.kind is not StepKind.WORK),)))
            for item in planned
        ),
        summary=texts("course"),
        header=1,
    )
