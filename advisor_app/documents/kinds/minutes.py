"""Minutes of a workshop day: what was decided, who does what until when, what is open, and how the day went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Heading,
    KeepTogether,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    Text,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import SignatureLines
from advisor_app.documents.parts.minutes import (
    changed_since,
    day_facts,
    numbers,
    task_table,
    until_words,
    who_words,
)
from advisor_app.documents.parts.polls import poll_section, polls_of_day
from advisor_app.documents.parts.prose import prose
from advisor_app.documents.parts.selection import dots_blocks
from advisor_app.documents.parts.workshop_days import chosen_day
from advisor_app.documents.wording import DASH, WIDE
from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.agenda_schedule import schedule
from advisor_app.domain.attendance import HalfDay, is_present
from advisor_app.domain.attendance_hours import minutes_by_half
from advisor_app.domain.day_minutes import DayMinutes, StepMinutes, day_minutes, dots_of_day
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.texts import Texts

KIND = "minutes"


def build(given: DocumentInput) -> Document:
    """The minutes of the chosen day, or of the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), day.title, _blocks(given, texts, day))


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    minutes = day_minutes(given.case, day)
    known = numbers(given, minutes)
    yield TitleBlock(title=texts("title"), subtitle=day.title, facts=day_facts(given, day))
    yield from changed_since(given, day)
    if not minutes.entries and not any(part.step and part.step.note for part in minutes.steps):
        yield Paragraph(text=texts("empty"), kind=ParagraphKind.LEAD)
    else:
        yield _figures(texts, minutes)
    yield Contents()
    yield from _results(given, texts, minutes, known)
    yield from poll_section(given, polls_of_day(given, day), 2)
    for dots in dots_of_day(given.case, day):
        if dots.assessment in given.questionnaires:
            yield Heading(2, given.texts("candidates.dots-title"))
            yield from dots_blocks(given, dots)
    yield from _course(given, texts, day, minutes, known)
    yield from _later(given, texts, minutes, known)
    yield from _attendance(given, texts, minutes)
    yield from _end(given, texts, minutes)


def _figures(texts: Texts, minutes: DayMinutes) -> KeyFigures:
    counted = [
        (kind, len(minutes.of_kind(kind))) for kind in (EntryKind.DECISION, EntryKind.TASK, EntryKind.OPEN_POINT)
    ]
    figures = [KeyFigure(f"{count}", texts(f"figures.{kind.value}", count=count)) for kind, count in counted]
    if minutes.participants:
        count = len(minutes.participants)
        figures.append(KeyFigure(f"{count}", texts("figures.participants", count=count)))
    return KeyFigures(tuple(figures))


def _results(given: DocumentInput, texts: Texts, minutes: DayMinutes, known: Mapping[str, str]) -> Iterator[Block]:
    """What was agreed, before how it came about."""
    decisions, tasks = minutes.of_kind(EntryKind.DECISION), minutes.of_kind(EntryKind.TASK)
    if decisions:
        rows = tuple(Row((known[item.id], item.words.text, who_words(given, item))) for item in decisions)
        columns = (
            Column(title=texts("number")),
            Column(title=texts("decision"), weight=3.6),
            Column(title=texts("decided-by"), weight=1.3),
        )
        yield Heading(2, texts("decisions"))
        yield Table(columns=columns, rows=rows, summary=texts("decisions-summary"))
    if tasks:
        yield Heading(2, texts("tasks"))
        yield task_table(given, texts, tasks, known)


def _course(
    given: DocumentInput, texts: Texts, day: AgendaDay, minutes: DayMinutes, known: Mapping[str, str]
) -> Iterator[Block]:
    if not day.steps:
        return
    yield Heading(2, texts("course"))
    yield _times(texts, day)
    for part in minutes.steps:
        if part.entries or (part.step is not None and part.step.note):
            first, *others = _step(given, texts, part, known)
            title = texts("whole-day") if part.step is None else part.step.title
            yield KeepTogether((Heading(3, title), first))
            yield from others


def _times(texts: Texts, day: AgendaDay) -> Table:
    planned = {item.id: f"{item.begins.astimezone(LOCAL):%H:%M}" for item in day.as_planned}
    scheduled = {item.step.id: f"{item.begins:%H:%M}" for item in schedule(day)}
    rows = []
    for step in day.steps:
        begins = planned.get(step.id) or scheduled.get(step.id, DASH)
        rows.append(Row((step.title, begins, _actual(texts, step))))
    return Table(
        columns=(
            Column(title=texts("step"), weight=1),
            Column(title=texts("planned")),
            Column(title=texts("actual")),
        ),
        rows=tuple(rows),
        summary=texts("times-summary"),
    )


def _actual(texts: Texts, step: AgendaStep) -> Text:
    if step.skipped:
        return (Run(texts("skipped"), quiet=True),)
    if step.started is None:
        return DASH
    begins = f"{step.started.astimezone(LOCAL):%H:%M}"
    return begins if step.ended is None else f"{begins}–{step.ended.astimezone(LOCAL):%H:%M}"


def _step(given: DocumentInput, texts: Texts, part: StepMinutes, known: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = []
    if part.step is not None and part.step.note:
        blocks += prose(part.step.note.text)
    for entry in part.entries:
        blocks += _entry(given, texts, entry, known)
    return blocks


def _entry(given: DocumentInput, texts: Texts, entry: MinutesEntry, known: Mapping[str, str]) -> list[Block]:
    match entry.kind:
        case EntryKind.NOTE:
            return list(prose(entry.words.text))
        case EntryKind.QUOTE:
            quote = Run(texts("quoted", text=entry.words.text.strip()), italic=True)
            return [Paragraph(text=(quote,))]
        case _:
            label = f"{given.texts(f'minutes.kind.{entry.kind.value}')} {known[entry.id]}"
            return [Paragraph(text=(Run(f"{label}{WIDE}", strong=True), Run(entry.words.text)))]


def _later(given: DocumentInput, texts: Texts, minutes: DayMinutes, known: Mapping[str, str]) -> Iterator[Block]:
    """What was not settled: open points, and what was put aside."""
    points, parked = minutes.of_kind(EntryKind.OPEN_POINT), minutes.of_kind(EntryKind.PARKED)
    if points:
        yield Heading(2, texts("open-points"))
        yield Table(
            columns=(
                Column(title=texts("number")),
                Column(title=texts("point"), weight=3.2),
                Column(title=texts("clarifies"), weight=1.3),
                Column(title=texts("until"), weight=0.9),
            ),
            rows=tuple(
                Row((known[item.id], _settled(texts, item), who_words(given, item), until_words(given, item)))
                for item in points
            ),
            summary=texts("open-points-summary"),
        )
    if parked:
        bullets = Bullets(tuple(f"{known[item.id]}{WIDE}{item.words.text}" for item in parked))
        yield Heading(2, texts("parked"))
        yield Paragraph(text=texts("parked-about"), kind=ParagraphKind.NOTE, introduces=True)
        yield bullets


def _settled(texts: Texts, entry: MinutesEntry) -> Text | Lines:
    if not entry.done:
        return entry.words.text
    return Lines((entry.words.text, (Run(texts("settled"), quiet=True),)))


def _attendance(given: DocumentInput, texts: Texts, minutes: DayMinutes) -> Iterator[Block]:
    if not minutes.participants:
        return
    day, people = minutes.day, given.case.people
    there = {spot.half for item in minutes.participants for spot in item.present if spot.day == day.id}
    halves = [half for half in HalfDay if half in there or half in minutes_by_half(day)]
    rows = []
    for item in minutes.participants:
        person = people.get(item.person)
        about = ", ".join(filter(None, (item.function.strip(), item.office.strip())))
        marks = [texts("present") if is_present(item, day.id, half) else DASH for half in halves]
        rows.append(Row(((person.name.strip() if person else "") or DASH, about or DASH, *marks)))
    yield Heading(2, texts("attendance"))
    yield Table(
        columns=(
            Column(title=texts("name"), weight=1.2),
            Column(title=texts("office"), weight=1.6),
            *(Column(title=given.texts(f"minutes.half.{half.value}")) for half in halves),
        ),
        rows=tuple(rows),
        summary=texts("attendance-summary"),
    )


def _end(given: DocumentInput, texts: Texts, minutes: DayMinutes) -> Iterator[Block]:
    photos: Sequence[object] = minutes.photos
    if photos:
        yield Heading(2, texts("enclosures"))
        yield Paragraph(text=texts("photos", count=len(photos)))
    yield SignatureLines((texts("place-and-day"), texts("signature", adviser=given.adviser).strip(", ")))
