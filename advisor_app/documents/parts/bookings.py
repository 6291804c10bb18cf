"""Bookings as what a document is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.domain.booking import Booking, Financing
from advisor_app.domain.booking_course import PaymentSum, payment_sums
from advisor_app.domain.case import CaseCommune
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.funding import check_funding
from advisor_app.domain.funding_rules import Counts, Programme
from advisor_app.texts.states import state_word


def standing_bookings(given: DocumentInput) -> tuple[Booking, ...]:
    """Bookings that were neither rejected nor withdrawn, by module and commune."""
    found = (booking for booking in given.case.bookings.values() if booking.state.uses_funding)
    return tuple(sorted(found, key=lambda booking: (booking.module, booked_commune(given, booking).name, booking.id)))


def booking_items(given: DocumentInput) -> tuple[Item, ...]:
    """The bookings that stand, each with a code (``M4``, in an alliance ``M4-Eschentalbach``)."""
    several = len(given.case.head.communes) > 1
    return tuple(
        Item(
            booking.id,
            _title(given, booking, several=several),
            booking.module,
            _code(given, booking, several=several),
        )
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


def financing_words(given: DocumentInput, booking: Booking) -> str:
    """Who pays, with the programme where the Land does."""
    words = state_word(booking.financing, given.texts)
    if booking.financing is not Financing.PROGRAMME or not booking.programme:
        return words
    programmes = {programme.id: programme.title for programme in given.catalog.funding.programmes}
    return given.texts(
        "documents.funding.by", financing=words, programme=programmes.get(booking.programme, booking.programme)
    )


def price_words(given: DocumentInput, booking: Booking) -> str:
    """The price that was agreed, else a place to fill it in."""
    return given.texts("documents.funding.price-open") if booking.price is None else given.wording.money(booking.price)


def own_sums(given: DocumentInput, bookings: Iterable[Booking]) -> tuple[tuple[CaseCommune, PaymentSum], ...]:
    """What each commune pays out of its own funds, in the order of the case; one that pays nothing is left out."""
    by_commune: dict[str, list[Booking]] = {commune.id: [] for commune in given.case.head.communes}
    for booking in bookings:
        by_commune[booked_commune(given, booking).id].append(booking)
    return tuple(
        (commune, found)
        for commune in given.case.head.communes
        for found in payment_sums(by_commune[commune.id])
        if found.financing is Financing.OWN
    )


def own_sum_notes(given: DocumentInput, bookings: Iterable[Booking]) -> Iterator[str]:
    """What the sums of own funds leave out: what has no price yet, and what nobody has settled yet."""
    several = len(given.case.head.communes) > 1

    def named(found: list[Booking]) -> str:
        names = (
            given.texts("documents.funding.of-commune", module=module, commune=booked_commune(given, booking).title)
            if several
            else module
            for booking in found
            for module in (given.module_name(booking.module),)
        )
        return given.texts.joined(list(names))

    listed = list(bookings)
    priceless = [booking for booking in listed if booking.financing is Financing.OWN and booking.price is None]
    unsettled = [booking for booking in listed if booking.financing is Financing.OPEN]
    for key, left_out in (("own-sum-without", priceless), ("own-sum-unsettled", unsettled)):
        if left_out:
            yield given.texts(f"documents.funding.{key}", count=len(left_out), modules=named(left_out))


def funding_notes(given: DocumentInput, bookings: Iterable[Booking]) -> Iterator[str]:
    """Of bookings that a programme is to pay for: approval, period, combination, and as of when this is known."""
    programmes = {programme.id: programme for programme in given.catalog.funding.programmes}
    funded = [
        (booking, programmes[booking.programme])
        for booking in bookings
        if booking.financing is Financing.PROGRAMME and booking.programme in programmes
    ]
    waiting = [(booking, programme) for booking, programme in funded if booking.approved_on is None]
    for booking, programme in funded:
        yield from _funding_note(given, booking, programme)
    if waiting:
        yield from _broken_rules(given, [booking for booking, _programme in funded])
    for day in sorted({programme.as_of for _booking, programme in waiting}):
        yield given.texts("documents.funding.as-of", day=given.wording.day(day))


def _funding_note(given: DocumentInput, booking: Booking, programme: Programme) -> Iterator[str]:
    """Whether the money is approved, applied for in time, or can be applied for today."""
    module, wording = given.module_name(booking.module), given.wording
    if booking.approved_on is not None:
        yield given.texts("documents.funding.approved", module=module, day=wording.day(booking.approved_on))
        return
    windows = [window for window in programme.windows if window.module == booking.module]
    applied = booking.applied_on if programme.counts is Counts.APPLICATION else None
    if applied is not None and any(window.is_open(applied) for window in windows):
        yield given.texts("documents.funding.applied", module=module, day=wording.day(applied))
        return
    is_open = [window for window in windows if window.is_open(given.today)]
    ends = [window.valid_to for window in is_open or windows if window.valid_to is not None]
    if not is_open and not ends:
        return
    key = "closed" if not is_open else "open" if ends else "open-ended"
    end = wording.day(max(ends)) if ends else ""
    yield given.texts(f"documents.funding.{key}", module=module, programme=programme.title, end=end)


def _broken_rules(given: DocumentInput, bookings: Iterable[Booking]) -> Iterator[str]:
    """The rules that speak against funding all of a commune's modules."""
    rules = given.catalog.funding
    wanted: dict[str, set[str]] = {}
    for booking in bookings:
        wanted.setdefault(booking.commune, set()).add(booking.module)
    verdicts = [check_funding(rules, modules, given.today) for modules in wanted.values()]
    broken = {rule for verdict in verdicts if not verdict.combination_allowed for rule in verdict.rules}
    if broken:
        yield given.texts("documents.funding.broken", rules=" ".join(rules.rules[rule].text for rule in sorted(broken)))


def _title(given: DocumentInput, booking: Booking, *, several: bool) -> str:
    title = given.module_title(booking.module)
    return f"{title}, {booked_commune(given, booking).title}" if several else title


def _code(given: DocumentInput, booking: Booking, *, several: bool) -> str:
    name = "-".join(booked_commune(given, booking).name.split())
    return f"{booking.module}-{name}" if several else booking.module
