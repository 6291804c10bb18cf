"""Offer: which modules with what content and extent, who pays for them, and a slip to order them with."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, TextBlock, section_of, written
from advisor_app.documents.paper_blocks import SignatureLines, Tick, TickList
from advisor_app.documents.parts.bookings import (
    booked_commune,
    financing_words,
    funding_notes,
    own_sum_notes,
    own_sums,
    price_words,
    standing_bookings,
)
from advisor_app.documents.parts.letter import draft_note, letter_head, letter_sections, regards, salutation
from advisor_app.documents.parts.plan_money import sum_words
from advisor_app.domain.booking import Booking, Financing
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts
from advisor_app.texts.states import state_word

KIND = "offer"

_OPENING, _PROCESS, _CONDITIONS, _CLOSING = "opening", "process", "conditions", "closing"
_BLOCKS = ("travel", "cancel", "privacy")


def build(given: DocumentInput) -> Document:
    """The offer of what is booked; raises AdvisorError(NO_BOOKING) where nothing is."""
    bookings = _bookings(given)
    texts = given.texts.of_document(KIND)
    subject = texts("subject", house=given.house)
    return given.document(KIND, texts("title"), subject, _blocks(given, bookings, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """Sender and address, opening, how the consulting goes, conditions, closing."""
    bookings = _bookings(given)
    texts = given.texts.of_document(KIND)
    days = [booking.requested_on for booking in bookings if booking.requested_on is not None]
    opening = texts("opening-dated", day=given.wording.day(max(days))) if days else texts("opening")
    blocks = tuple(TextBlock(texts(f"block.{name}-title"), texts(f"block.{name}")) for name in _BLOCKS)
    return (
        *letter_sections(given),
        EditableSection(_OPENING, texts("documents.letter.opening"), f"{salutation(given)}\n\n{opening}"),
        EditableSection(_PROCESS, texts("process"), texts("proposal.process")),
        EditableSection(_CONDITIONS, texts("conditions"), texts("proposal.conditions"), blocks),
        EditableSection(_CLOSING, texts("documents.letter.closing"), texts("proposal.closing")),
    )


def _bookings(given: DocumentInput) -> tuple[Booking, ...]:
    """Bookings that are still ahead; where none is, all that stand, as the offer was made then."""
    found = standing_bookings(given)
    if not found:
        raise AdvisorError(Problem.NO_BOOKING)
    return tuple(booking for booking in found if booking.state.is_ahead) or found


def _blocks(given: DocumentInput, bookings: tuple[Booking, ...], texts: Texts) -> Iterator[Block]:
    parts = sections(given)
    yield letter_head(given, KIND, parts)
    yield TitleBlock(title=texts("title"), subtitle=texts("subject", house=given.house))
    yield from written(given, KIND, section_of(parts, _OPENING))
    yield Heading(2, texts("services"))
    yield _services(given, bookings, texts)
    yield Heading(2, texts("payment"))
    yield from _payment(given, bookings, texts)
    for key in (_PROCESS, _CONDITIONS):
        yield Heading(2, texts(key))
        yield from written(given, KIND, section_of(parts, key))
    yield from written(given, KIND, section_of(parts, _CLOSING))
    yield regards(given)
    yield _acceptance(given, bookings, texts)
    yield from draft_note(given)


def _services(given: DocumentInput, bookings: tuple[Booking, ...], texts: Texts) -> Block:
    """Each module once, whoever it is booked for."""
    modules = [given.catalog.modules.get(name) for name in dict.fromkeys(booking.module for booking in bookings)]
    return Table(
        columns=(
            Column(title=texts("module"), weight=1),
            Column(title=texts("content"), weight=2),
            Column(title=texts("extent")),
        ),
        rows=tuple(
            Row(((Run(f"{module.number} {module.title}", strong=True),), module.summary, module.days))
            for module in modules
            if module is not None
        ),
        summary=texts("services"),
    )


def _payment(given: DocumentInput, bookings: tuple[Booking, ...], texts: Texts) -> Iterator[Block]:
    several = len(given.case.head.communes) > 1
    rows = []
    for booking in bookings:
        name = given.module_name(booking.module)
        payer = texts("payment-open")
        if booking.financing is not Financing.OPEN:
            payer = financing_words(given, booking)
        commune = (booked_commune(given, booking).title,) if several else ()
        rows.append(Row((name, *commune, payer, price_words(given, booking))))
    # What one module costs stands in its row already.
    sums = own_sums(given, bookings) if len(bookings) > 1 else ()
    for payer_commune, found in sums:
        amount = sum_words(given, found.cents, open_ones=found.without_price, all_of=found.count)
        commune = (payer_commune.title,) if several else ()
        rows.append(Row((texts("documents.funding.own-sum"), *commune, "", amount), RowKind.TOTAL))
    columns = [Column(title=texts("module")), Column(title=texts("payer"), weight=1)]
    if several:
        columns.insert(1, Column(title=texts("documents.commune"), weight=1))
    yield Table(
        columns=(*columns, Column(title=texts("price"), align=Align.END)),
        rows=tuple(rows),
        summary=texts("payment"),
    )
    for notes in (tuple(own_sum_notes(given, bookings)) if sums else (), tuple(funding_notes(given, bookings))):
        if notes:
            yield Paragraph(text=" ".join(notes), kind=ParagraphKind.NOTE)


def _acceptance(given: DocumentInput, bookings: tuple[Booking, ...], texts: Texts) -> Block:
    """The slip that comes back."""
    several = len(given.case.head.communes) > 1
    modules = tuple(
        Tick(
            text=texts(
                "acceptance-of" if several else "acceptance-module",
                title=given.module_title(booking.module),
                commune=booked_commune(given, booking).title,
            )
        )
        for booking in bookings
    )
    payers = tuple(
        Tick(text=state_word(financing, given.texts)) for financing in Financing if financing is not Financing.OPEN
    )
    return KeepTogether(
        (
            Heading(2, texts("acceptance")),
            Paragraph(text=texts("acceptance-intro"), introduces=True),
            TickList(ticks=modules),
            Paragraph(text=texts("acceptance-payer"), introduces=True),
            TickList(ticks=payers, columns=4),
            SignatureLines((texts("place-date"), texts("sign", executive=given.word("executive")))),
        )
    )
