"""The way of a booking: which steps are usual, which days belong to them, and what does not fit together.

Nothing is forced: an unusual step is taken as it is wanted, and said. What is usual is our own assumption.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from types import MappingProxyType

from advisor_app.domain.booking import Booking, BookingState, Financing

_S = BookingState
_NEXT: Mapping[BookingState, tuple[BookingState, ...]] = MappingProxyType(
    {
        _S.REQUESTED: (_S.APPLIED, _S.SCHEDULED, _S.PAUSED, _S.WITHDRAWN),
        _S.APPLIED: (_S.APPROVED, _S.REJECTED, _S.PAUSED, _S.WITHDRAWN),
        _S.APPROVED: (_S.SCHEDULED, _S.PAUSED, _S.WITHDRAWN),
        _S.REJECTED: (_S.REQUESTED, _S.APPLIED, _S.SCHEDULED),
        _S.SCHEDULED: (_S.RUNNING, _S.APPROVED, _S.PAUSED, _S.WITHDRAWN),
        _S.RUNNING: (_S.FOLLOW_UP, _S.PAUSED),
        _S.FOLLOW_UP: (_S.COMPLETED, _S.RUNNING, _S.PAUSED),
        _S.COMPLETED: (),
        _S.WITHDRAWN: (_S.REQUESTED,),
        _S.PAUSED: (_S.REQUESTED, _S.APPLIED, _S.APPROVED, _S.SCHEDULED, _S.RUNNING, _S.FOLLOW_UP, _S.WITHDRAWN),
    }
)

DAYS: Mapping[str, BookingState] = MappingProxyType(
    {
        "requested_on": _S.REQUESTED,
        "applied_on": _S.APPLIED,
        "approved_on": _S.APPROVED,
        "completed_on": _S.COMPLETED,
    }
)
"""The days that a booking keeps, each with the state that it belongs to, in the order of the way."""


class BookingFinding(Enum):
    """What does not fit together in a booking."""

    ORDER = "order"
    DAY_MISSING = "day-missing"
    PROGRAMME_MISSING = "programme-missing"
    COMPLETED_BEFORE_WORKSHOP = "completed-before-workshop"
    SCHEDULED_WITHOUT_DAY = "scheduled-without-day"


def usual_next(state: BookingState) -> tuple[BookingState, ...]:
    """The states that usually follow."""
    return _NEXT[state]


def is_usual(before: BookingState, after: BookingState) -> bool:
    """Whether a booking usually goes from one state to the other."""
    return before is after or after in _NEXT[before]


def moved(booking: Booking, state: BookingState, on: date) -> Booking:
    """The booking in a state; the day that belongs to the state is ``on`` where none was known.

    What was completed and goes on is no longer completed, and has no day of it: figures, the record of services and
    later cases would tell of an end that there was not. Days of earlier states stay: an application was made.
    """
    if booking.state is BookingState.COMPLETED and state is not BookingState.COMPLETED:
        booking = replace(booking, completed_on=None)
    match state:
        case BookingState.REQUESTED:
            return replace(booking, state=state, requested_on=booking.requested_on or on)
        case BookingState.APPLIED:
            return replace(booking, state=state, applied_on=booking.applied_on or on)
        case BookingState.APPROVED:
            return replace(booking, state=state, approved_on=booking.approved_on or on)
        case BookingState.COMPLETED:
            return replace(booking, state=state, completed_on=booking.completed_on or on)
        case _:
            return replace(booking, state=state)


def financed(booking: Booking, financing: Financing, programme: str | None) -> Booking:
    """The booking with another way to pay for it; a programme pays only where the Land does."""
    return replace(booking, financing=financing, programme=programme if financing is Financing.PROGRAMME else None)


def findings(booking: Booking, workshop: tuple[date, ...]) -> Iterator[BookingFinding]:
    """What does not fit together; ``workshop`` are the days of the module's workshop that have a date."""
    known = [day for name in DAYS if (day := getattr(booking, name)) is not None]
    if known != sorted(known):
        yield BookingFinding.ORDER
    if any(of is booking.state and getattr(booking, name) is None for name, of in DAYS.items()):
        yield BookingFinding.DAY_MISSING
    if booking.financing is Financing.PROGRAMME and booking.programme is None:
        yield BookingFinding.PROGRAMME_MISSING
    completed = booking.completed_on
    if booking.state is _S.COMPLETED and completed is not None and workshop and completed < min(workshop):
        yield BookingFinding.COMPLETED_BEFORE_WORKSHOP
    if booking.state is _S.SCHEDULED and not workshop:
        yield BookingFinding.SCHEDULED_WITHOUT_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSum:
    """What one way of paying adds up to: bookings, cents of those with a price, and those without one."""

    financing: Financing
    count: int
    cents: int
    without_price: int


def payment_sums(bookings: Iterable[Booking]) -> tuple[PaymentSum, ...]:
    """What every way of paying adds up to over the bookings that stand, in the order of the ways."""
    standing = [booking for booking in bookings if booking.state.uses_funding]
    return tuple(
        PaymentSum(
            financing=financing,
            count=len(own),
            cents=sum(booking.price or 0 for booking in own),
            without_price=sum(booking.price is None for booking in own),
        )
        for financing in Financing
        if (own := [booking for booking in standing if booking.financing is financing])
    )
