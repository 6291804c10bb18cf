"""Bookings as what a document is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.domain.booking import Booking, Financing
from advisor_app.domain.case import CaseCommune
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts
from advisor_app.texts.states import state_word


def standing_bookings(given: DocumentInput) -> tuple[Booking, ...]:
    """Bookings that were neither rejected nor withdrawn, by module and commune."""
    found = (booking for booking in given.case.bookings.values() if booking.state.uses_funding)
    return tuple(sorted(found, key=lambda booking: (booking.module, booked_commune(given, booking).name, booking.id)))


def booking_items(given: DocumentInput) -> tuple[Item, ...]:
    """The bookings that stand, each with a first word of its own (``M4``, in an alliance ``M4-Eschentalbach``)."""
    several = len(given.case.head.communes) > 1
    return tuple(
        Item(booking.id, f"{_short(given, booking, several=several)} {given.module_title(booking.module)}")
        for booking in standing_bookings(given)
    )


def chosen_booking(given: DocumentInput, kind: str) -> Booking:
    """The booking that a document is about, or the first one where none is named.

    Raises AdvisorError: NO_BOOKING where none stands, UNKNOWN_DOCUMENT_ITEM where the one named does not.
    """
    found = standing_bookings(given)
    if not found:
        raise AdvisorError(Problem.NO_BOOKING)
    for booking in found:
        if given.item in {"", booking.id}:
            return booking
    document = given.texts(f"document-kinds.{kind}")
    raise AdvisorError(Problem.UNKNOWN_DOCUMENT_ITEM, name=given.item, document=document)


def booked_commune(given: DocumentInput, booking: Booking) -> CaseCommune:
    """The commune a module was booked for."""
    communes = given.case.head.communes
    return next((commune for commune in communes if commune.id == booking.commune), communes[0])


def financing_words(given: DocumentInput, booking: Booking, texts: Texts) -> str:
    """Who pays, with the programme where the Land does."""
    words = state_word(booking.financing, given.texts)
    if booking.financing is not Financing.PROGRAMME or not booking.programme:
        return words
    programmes = {programme.id: programme.title for programme in given.catalog.funding.programmes}
    return texts("financing-by", financing=words, programme=programmes.get(booking.programme, booking.programme))


def price_words(given: DocumentInput, booking: Booking, texts: Texts) -> str:
    """The price that was agreed, else a place to fill it in."""
    return texts("price-open") if booking.price is None else given.wording.money(booking.price)


def funding_notes(given: DocumentInput, bookings: Iterable[Booking], texts: Texts) -> Iterator[str]:
    """For bookings that a programme is to pay for: whether that is approved, else whether its window is open today."""
    rules = given.catalog.funding
    programmes = {programme.id: programme for programme in rules.programmes}
    dated: set[date] = set()
    for booking in bookings:
        programme = programmes.get(booking.programme or "")
        if booking.financing is not Financing.PROGRAMME or programme is None:
            continue
        module, wording = given.module_name(booking.module), given.wording
        if booking.approved_on is not None:
            yield texts("approved", module=module, day=wording.day(booking.approved_on))
            continue
        dated.add(programme.as_of)
        windows = [window for window in programme.windows if window.module == booking.module]
        is_open = [window for window in windows if window.is_open(given.today)]
        ends = [window.valid_to for window in is_open or windows if window.valid_to is not None]
        key = "window-closed" if not is_open else "window-open" if ends else "window-open-ended"
        if ends or is_open:
            end = wording.day(max(ends)) if ends else ""
            yield texts(key, module=module, programme=programme.title, end=end)
    yield from (texts("funding-note", day=given.wording.day(day)) for day in sorted(dated))


def _short(given: DocumentInput, booking: Booking, *, several: bool) -> str:
    name = "-".join(booked_commune(given, booking).name.split())
    return f"{booking.module}-{name}" if several else booking.module
