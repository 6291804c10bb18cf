"""Bookings followed: states and days, several at a time, what the commune booked before, and who pays how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from advisor_app.domain.agenda import further_day
from advisor_app.domain.booking import Booking, BookingState
from advisor_app.domain.booking_course import (
    BookingFinding,
    PaymentSum,
    financed,
    findings,
    is_usual,
    moved,
    payment_sums,
)
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AgendaDaySet, BookingSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.funding_rules import FundingRules, Programme
from advisor_app.services.cases import Cases
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.preparation import Preparation
from advisor_app.services.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierBooking:
    """A booking of one of the communes in another case; ``commune`` is its title as the case knows it today."""

    case_id: str
    commune: str
    booking: Booking


class Bookings:
    """Says which changes move bookings; it writes nothing itself."""

    def __init__(
        self, cases: Cases, register: Register, preparation: Preparation, rules: FundingRules, clock: Clock
    ) -> None:
        self._cases = cases
        self._register = register
        self._preparation = preparation
        self._rules = rules
        self._clock = clock

    def earlier(self, case: Case) -> tuple[EarlierBooking, ...]:
        """What the communes of a case have booked in other cases, also under the names they had before a merger."""
        found: dict[str, EarlierBooking] = {}  # by the booking: communes that work together share theirs
        for commune in case.head.communes:
            ids = dict.fromkeys(self._register.lineage(commune))
            title = self._register.titles([commune])
            for case_id, booking in self._cases.earlier_bookings(ids, case.id):
                earlier = EarlierBooking(case_id=case_id, commune=title, booking=booking)
                found.setdefault(booking.id, earlier)
        return tuple(
            sorted(found.values(), key=lambda item: (item.booking.module, _begun(item.booking), item.booking.id))
        )

    def workshop(self, case: Case, booking: Booking) -> tuple[date, ...]:
        """The days of the module's workshop that have a date, in order."""
        return self._preparation.workshop(case, booking.module)

    def held_on(self, case: Case, module: str, days: Iterable[date], title: str) -> list[AgendaDaySet]:
        """The changes by which a module's workshop takes place on these days, in the order of its own days.

        Where there are too few, days without steps are added, called ``title`` (with ``{number}`` in it). Days that are
        left over have no date any more, unless they have begun.
        """
        wanted = sorted(set(days))
        own = [day for day in case.agenda.values() if day.module == module and self._preparation.is_workshop(day)]
        own.sort(key=lambda day: (day.number, day.id))
        agenda, changes = dict(case.agenda), []
        for on in wanted[len(own) :]:
            added = replace(further_day(agenda.values(), module, None, title, new_id), on=on)
            agenda[added.id] = added
            changes.append(AgendaDaySet(added.id, None, added))
        for day, on in zip_longest(own, wanted[: len(own)]):
            is_begun = any(step.started is not None for step in day.steps)
            after = day if on is None and is_begun else replace(day, on=on)
            if after != day:
                changes.append(AgendaDaySet(day.id, day, after))
        return changes

    def findings(self, case: Case, booking: Booking) -> tuple[BookingFinding, ...]:
        """What does not fit together in a booking."""
        return tuple(findings(booking, self.workshop(case, booking)))

    def programmes(self, module: str) -> tuple[Programme, ...]:
        """The programmes that know a module: those of the shipped packs and of the house's own."""
        return tuple(programme for programme in self._rules.programmes if programme.knows(module))

    def moved(self, case: Case, names: Iterable[str], state: BookingState) -> list[BookingSet]:
        """The changes that put bookings (ids) into a state, with the day that belongs to it where none is known."""
        on = today(self._clock)
        before = [case.bookings[name] for name in names]
        return [BookingSet(item.id, item, moved(item, state, on)) for item in before if item.state is not state]

    def set_all(
        self, case: Case, names: Iterable[str], state: BookingState | None, values: Mapping[str, object]
    ) -> list[BookingSet]:
        """The changes that give bookings (ids) a state and values of their fields, where that alters anything.

        Days that are named stand in the place of the one that belongs to the state. Raises as ``changed`` does.
        """
        changes = []
        for before in (case.bookings[name] for name in names):
            stepped = before if state is None else moved(before, state, today(self._clock))
            after = self.changed(stepped, **values).after
            if after != before:
                changes.append(BookingSet(before.id, before, after))
        return changes

    def unusual(self, case: Case, names: Iterable[str], state: BookingState) -> tuple[Booking, ...]:
        """Those of the bookings that do not usually go into a state from where they are."""
        return tuple(case.bookings[name] for name in names if not is_usual(case.bookings[name].state, state))

    def changed(self, booking: Booking, **values: object) -> BookingSet:
        """The change of some fields of a booking; the programme goes with another way to pay.

        Raises AdvisorError(BAD_VALUE) for a programme that does not know the module.
        """
        after = replace(booking, **values)  # type: ignore[arg-type]  # the caller names fields of the booking
        programme = after.programme
        if programme is not None and programme not in {item.id for item in self.programmes(booking.module)}:
            raise AdvisorError(Problem.BAD_VALUE, value=programme, name="programme")
        return BookingSet(booking.id, booking, financed(after, after.financing, programme))

    def sums(self, case: Case) -> tuple[PaymentSum, ...]:
        """What every way of paying adds up to over the bookings that stand, in the order of the ways."""
        return payment_sums(case.bookings.values())

    def named(self, case: Case, modules: Iterable[str]) -> tuple[str, ...]:
        """The ids of the bookings of modules, of all where none is named; raises AdvisorError(MODULE_NOT_BOOKED)."""
        ordered = sorted(case.bookings.values(), key=lambda item: (item.module, item.id))
        wanted = tuple(modules)
        for module in wanted:
            if module not in case.modules:
                raise AdvisorError(Problem.MODULE_NOT_BOOKED, name=module)
        return tuple(item.id for item in ordered if not wanted or item.module in wanted)


def _begun(booking: Booking) -> date:
    return booking.requested_on or booking.applied_on or date.min
