"""What the room of a workshop needs, for whoever prepares it in the town hall: to be ticked off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor_app.documents.blocks import Block, Document, Fact, FactTable, Heading, KeepTogether, Lines, TitleBlock
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.paper_blocks import Tick, TickList, WritingLines
from advisor_app.documents.parts.workshop_days import clock_words, days_of, held
from advisor_app.domain.agenda import AgendaDay
from advisor_app.texts import Texts

KIND = "room-equipment-list"

_INTRODUCTION = "introduction"
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "room": ("size", "tables", "walls", "light", "time", "calm"),
    "access": ("step-free", "seats", "hearing", "sight", "toilet", "needs"),
    "technology": ("projector", "picture", "power", "cable"),
    "moderation": ("flipchart", "pin-boards", "pens", "cards", "dots", "tape"),
    "supplies": ("water", "coffee", "lunch"),
}
_NOTE_LINES = 3


def build(given: DocumentInput) -> Document:
    """The list for all days of the case; it serves before any day is planned as well."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the list is for, and whom to call."""
    texts = given.texts.of_document(KIND)
    return (EditableSection(_INTRODUCTION, texts("introduction-title"), texts("introduction")),)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    modules = sorted({day.module for day in given.case.agenda.values()})
    days = [day for module in modules for day in days_of(given.case, module)]
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    dates = Lines(tuple(_day(given, day) for day in days)) if days else given.wording.open
    agreed = given.wording.or_open(given.case.head.room)
    yield FactTable((Fact(texts("days"), dates), Fact(texts("agreed"), agreed)))
    yield from written(given, KIND, section_of(sections(given), _INTRODUCTION))
    for group, names in _GROUPS.items():
        ticks = tuple(Tick(text=texts(f"{group}.{name}")) for name in names)
        yield KeepTogether((Heading(2, texts(f"groups.{group}")), TickList(ticks=ticks, columns=2)))
    yield WritingLines(label=texts("contact"), count=_NOTE_LINES)


def _day(given: DocumentInput, day: AgendaDay) -> str:
    times = held(day)
    return ", ".join(
        filter(None, (given.wording.appointment(day.on), clock_words(given, times.begins, times.ends), day.place))
    )
