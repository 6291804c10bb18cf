"""Bookings as what a document is about."""

from __future__ import annotations

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


def chosen_booking(given: DocumentInput) -> Booking:
    """The booking that a document is about, or the first one where none is named.

    Raises AdvisorError: NO_BOOKING where none stands, UNKNOWN_BOOKING where the one named does not.
    """
    found = standing_bookings(given)
    if not found:
        raise AdvisorError(Problem.NO_BOOKING)
    for booking in found:
        if given.item in {"", booking.id}:
            return booking
    raise AdvisorError(Problem.UNKNOWN_BOOKING, name=given.item)


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


def _short(given: DocumentInput, booking: Booking, *, several: bool) -> str:
    name = "-".join(booked_commune(given, booking).name.split())
    return f"{booking.module}-{name}" if several else booking.module
