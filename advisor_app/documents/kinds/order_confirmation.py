"""Confirmation of order: what was agreed for one booking, on which days, and what is needed for it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Column,
    Document,
    Fact,
    FactTable,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.parts.bookings import (
    booked_commune,
    booking_items,
    chosen_booking,
    financing_words,
    funding_notes,
    price_words,
)
from advisor_app.documents.parts.letter import draft_note, letter_head, letter_sections, regards, salutation
from advisor_app.documents.parts.workshop_days import clock_words, days_of, held
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.booking import Booking
from advisor_app.texts import Texts

KIND = "order-confirmation"

_OPENING, _NEXT, _CLOSING = "opening", "next", "closing"


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Bookings that were neither rejected nor withdrawn."""
    return booking_items(given)


def build(given: DocumentInput) -> Document:
    """The confirmation of the chosen booking, or of the first one.

    Raises AdvisorError: NO_BOOKING, UNKNOWN_DOCUMENT_ITEM.
    """
    booking = chosen_booking(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), _subject(given, booking, texts), _blocks(given, booking, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """Sender and address, opening, what is needed, closing."""
    chosen_booking(given, KIND)
    texts = given.texts.of_document(KIND)
    return (
        *letter_sections(given),
        EditableSection(_OPENING, texts("documents.letter.opening"), f"{salutation(given)}\n\n{texts('opening')}"),
        EditableSection(_NEXT, texts("next"), texts("proposal.next")),
        EditableSection(_CLOSING, texts("documents.letter.closing"), texts("proposal.closing")),
    )


def _subject(given: DocumentInput, booking: Booking, texts: Texts) -> str:
    commune = booked_commune(given, booking).title
    return texts("subject", module=given.module_title(booking.module), commune=commune)


def _blocks(given: DocumentInput, booking: Booking, texts: Texts) -> Iterator[Block]:
    parts = sections(given)
    yield letter_head(given, KIND, parts)
    yield TitleBlock(title=texts("title"), subtitle=_subject(given, booking, texts))
    yield from written(given, KIND, section_of(parts, _OPENING))
    yield Heading(2, texts("agreed"))
    yield FactTable(tuple(_agreed(given, booking, texts)))
    notes = tuple(funding_notes(given, (booking,)))
    if notes:
        yield Paragraph(text=" ".join(notes), kind=ParagraphKind.NOTE)
    yield Heading(2, texts("days"))
    yield _days(given, days_of(given.case, booking.module), texts)
    yield Heading(2, texts("next"))
    yield from written(given, KIND, section_of(parts, _NEXT))
    yield from written(given, KIND, section_of(parts, _CLOSING))
    yield regards(given)
    yield from draft_note(given)


def _agreed(given: DocumentInput, booking: Booking, texts: Texts) -> Iterator[Fact]:
    module = given.catalog.modules.get(booking.module)
    if module is not None:
        yield Fact(texts("content"), module.summary)
        yield Fact(texts("extent"), module.days)
    yield Fact(texts("payer"), financing_words(given, booking))
    yield Fact(texts("price"), price_words(given, booking))


def _days(given: DocumentInput, days: tuple[AgendaDay, ...], texts: Texts) -> Block:
    if not days:
        return Paragraph(text=texts("days-open"))
    rows = []
    for day in days:
        times = held(day)
        rows.append(
            Row(
                (
                    given.wording.day(day.on) if day.on is not None else texts("date-open"),
                    day.title,
                    clock_words(given, times.begins, times.ends) or texts("clock-open"),
                    day.place.strip() or texts("place-open"),
                )
            )
        )
    return Table(
        columns=(
            Column(title=texts("date")),
            Column(title=texts("day"), weight=1),
            Column(title=texts("clock")),
            Column(title=texts("place"), weight=1),
        ),
        rows=tuple(rows),
        summary=texts("days"),
        header=1,
    )
