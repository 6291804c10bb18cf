"""Tasks and open points of a workshop day on a sheet to tick off, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from advisor_app.documents.blocks import Block, Contents, Document, Heading, Paragraph, ParagraphKind, TitleBlock
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.minutes import changed_since, day_facts, numbers, task_table
from advisor_app.documents.parts.workshop_days import chosen_day
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.day_minutes import day_minutes
from advisor_app.domain.minutes import EntryKind, MinutesEntry, lacks_until, lacks_who
from advisor_app.texts import Texts

KIND = "task-list"


def build(given: DocumentInput) -> Document:
    """The tasks of the chosen day, or of the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), day.title, _blocks(given, texts, day))


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    minutes = day_minutes(given.case, day)
    known = numbers(given, minutes)
    yield TitleBlock(title=texts("title"), subtitle=day.title, facts=day_facts(given, day))
    yield from changed_since(given, day)
    tasks, points = minutes.of_kind(EntryKind.TASK), minutes.of_kind(EntryKind.OPEN_POINT)
    if not tasks and not points:
        yield Paragraph(text=texts("empty"), kind=ParagraphKind.LEAD)
        return
    lacking = sum(lacks_who(task) or lacks_until(task) for task in tasks)
    if lacking:
        yield Paragraph(text=texts("lacking", count=lacking), kind=ParagraphKind.LEAD)
    yield Contents()
    for name, entries in (("tasks", tasks), ("open-points", points)):
        if entries:
            yield Heading(2, texts(name))
            yield task_table(given, texts, sorted(entries, key=_urgency), known)


def _urgency(entry: MinutesEntry) -> tuple[bool, date, str, str]:
    """What is open before what is done, the earliest day first."""
    return entry.done, entry.until or date.max, entry.who.casefold(), entry.id
