"""Record of services (Leistungsnachweis) for the funding body: module, days, duration, signature of the commune."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor_app.documents.blocks import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Cell,
    Column,
    Document,
    Fact,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.paper_blocks import SignatureLines
from advisor_app.documents.parts.bookings import booked_commune, booking_items, chosen_booking, financing_words
from advisor_app.documents.parts.workshop_days import HeldDay, clock_words, contents_of, days_of, duration_words, held
from advisor_app.domain.booking import Booking, BookingState
from advisor_app.domain.local_time import LOCAL
from advisor_app.texts import Texts
from advisor_app.texts.states import state_word

KIND = "funding-record"

_CONTENTS, _RESULTS = "contents", "results"
_EMPTY_DAYS = 2


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Bookings that were neither rejected nor withdrawn."""
    return booking_items(given)


def build(given: DocumentInput) -> Document:
    """The record of the chosen booking, or of the only one; raises AdvisorError (NO_BOOKING, UNKNOWN_DOCUMENT_ITEM)."""
    booking = chosen_booking(given, KIND)
    texts = given.texts.of_document(KIND)
    title = texts("title", module=given.module_name(booking.module))
    return given.document(KIND, title, given.module_title(booking.module), _blocks(given, booking, title, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What was worked on, and what came of it."""
    booking = chosen_booking(given, KIND)
    texts = given.texts.of_document(KIND)
    days = days_of(given.case, booking.module)
    contents = [f"{day.title}: {', '.join(contents_of(day))}" for day in days if contents_of(day)]
    results = list(_results(given, booking, texts))
    return (
        EditableSection(_CONTENTS, texts("contents"), _listed(contents) or texts("contents-open")),
        EditableSection(_RESULTS, texts("results"), _listed(results) or texts("results-open")),
    )


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _results(given: DocumentInput, booking: Booking, texts: Texts) -> Iterator[str]:
    """What was handed over, each paper once with the latest day; not what is about another module."""
    case = given.case
    latest: dict[str, str] = {}
    for item in sorted(case.archived_documents.values(), key=lambda item: (item.handed_over_at, item.id)):
        about = given.questionnaires.get(item.document.item)
        if item.document.kind != KIND and (about is None or about.module == booking.module):
            latest[item.title] = given.wording.day(item.handed_over_at.astimezone(LOCAL).date())
    yield from (texts("handed-over", title=title, day=day) for title, day in latest.items())


def _blocks(given: DocumentInput, booking: Booking, title: str, texts: Texts) -> Iterator[Block]:
    parts = sections(given)
    yield _title(given, booking, title, texts)
    if booking.state is not BookingState.COMPLETED:
        yield Callout((texts("not-completed"),), CalloutKind.ATTENTION)
    yield Heading(2, texts("days"))
    yield from _days(given, [held(day) for day in days_of(given.case, booking.module)], texts)
    for key in (_CONTENTS, _RESULTS):
        yield Heading(2, texts(key))
        yield from written(given, KIND, section_of(parts, key))
    yield KeepTogether(
        (
            Heading(2, texts("confirmation")),
            Paragraph(text=texts("confirmation-text"), introduces=True),
            SignatureLines((texts("place-date"), texts("sign-commune", executive=given.word("executive")))),
            SignatureLines((texts("place-date"), texts("sign-adviser"))),
        )
    )


def _title(given: DocumentInput, booking: Booking, title: str, texts: Texts) -> TitleBlock:
    wording, head, commune = given.wording, given.case.head, booked_commune(given, booking)
    return TitleBlock(
        title=title,
        subtitle=given.module_title(booking.module),
        facts=(
            Fact(texts("documents.commune"), commune.title),
            Fact(texts("key"), wording.or_open(commune.key or "")),
            Fact(texts("financing"), financing_words(given, booking)),
            Fact(texts("state"), state_word(booking.state, given.texts)),
            Fact(texts("applied"), wording.day(booking.applied_on)),
            Fact(texts("approved"), wording.day(booking.approved_on)),
            Fact(texts("their-reference"), wording.or_open(head.commune_reference)),
            Fact(texts("our-reference"), wording.or_open(head.provider_reference)),
            Fact(texts("completed"), wording.day(booking.completed_on)),
            Fact(texts("documents.adviser"), given.adviser or wording.open),
        ),
    )


def _days(given: DocumentInput, days: Sequence[HeldDay], texts: Texts) -> Iterator[Block]:
    """Every day with its hours, with room to write what nobody entered."""
    rows = [_day(given, day) for day in days] or [Row(("", "", "", "", ""), lines=1)] * _EMPTY_DAYS
    minutes = [day.minutes for day in days if day.minutes is not None]
    whole = bool(days) and len(minutes) == len(days)
    mark = "" if all(day.recorded for day in days) else "*"
    total = duration_words(given, sum(minutes)) + mark if whole else ""
    rows.append(Row((texts("total"), "", "", "", total), RowKind.TOTAL, lines=0 if whole else 1))
    yield Table(
        columns=(
            Column(title=texts("date"), weight=1.3),
            Column(title=texts("day"), weight=2),
            Column(title=texts("place"), weight=2),
            Column(title=texts("clock"), weight=1.6),
            Column(title=texts("duration"), weight=1.6, align=Align.END),
        ),
        rows=tuple(rows),
        summary=texts("days"),
        to_write_on=True,
    )
    notes = [texts("days-note-planned")] if mark and minutes else []
    if not whole or any(not day.day.place.strip() or day.day.on is None for day in days):
        notes.append(texts("days-note-open"))
    if notes:
        yield Paragraph(text=" ".join(notes), kind=ParagraphKind.NOTE)


def _day(given: DocumentInput, found: HeldDay) -> Row:
    day, mark = found.day, "" if found.recorded else "*"
    words = duration_words(given, found.minutes)
    cells: tuple[Cell, ...] = (
        given.wording.day(day.on) if day.on is not None else "",
        day.title,
        day.place.strip(),
        clock_words(given, found.begins, found.ends),
        f"{words}{mark}" if words else "",
    )
    return Row(cells, lines=0 if all(cells) else 1)
