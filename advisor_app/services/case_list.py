"""The cases that an existing list tells of, opened in one transaction and taken back in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case, CaseHead, Contact, Person
from advisor_app.domain.case_list import (
    ListedBooking,
    ListedCase,
)
from advisor_app.domain.changes import BookingSet, Change, ContactSet, HeadSet
from advisor_app.domain.reduction import reduce
from advisor_app.domain.words import Words
from advisor_app.services.cases import Cases, as_case_commune
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.session import Author

if TYPE_CHECKING:
    from advisor_app.services.case_list_comparison import CaseListComparison
    from advisor_app.storage.case_opening import CaseOpening, OpenedCase
    from advisor_app.storage.log import Entry

Report = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedList:
    """The cases that a list has opened, and the batch by which they can be taken back."""

    case_ids: tuple[str, ...]
    batch: str


class CaseLists:
    """Opens the cases of lists."""

    def __init__(
        self,
        cases: Cases,
        opening: CaseOpening,
        comparison: CaseListComparison,
        author: Author,
        clock: Clock,
        *,
        require_recovery: Callable[[], None],
    ) -> None:
        self._cases = cases
        self._opening = opening
        self.comparison = comparison
        """What the rows of a list mean."""
        self._author = author
        self._clock = clock
        self._require_recovery = require_recovery

    def open_cases(self, listed: Sequence[ListedCase], report: Report = lambda _share: None) -> OpenedList:
        """Open the cases of a list, all or none; ``report`` may raise to stop.

        Raises AdvisorError: RECOVERY_MISSING before anything is written, or why nothing could be.
        """
        self._require_recovery()
        opened = tuple(map(self._opened, listed))
        batch = new_id()
        self._opening.open(opened, self._entry(batch), report)
        return OpenedList(case_ids=tuple(case.case_id for case in opened), batch=batch)

    def take_back(self, opened: OpenedList, report: Report = lambda _share: None) -> None:
        """Remove the cases of a list again; raises AdvisorError(CASES_WORKED_ON) where one has been worked on."""
        self._opening.take_back(opened.case_ids, opened.batch, self._entry(new_id()), report)

    def _entry(self, batch: str) -> Entry:
        from advisor_app.storage.log import Entry

        return Entry(batch=batch, author=self._author.name, device=self._author.device, at=self._clock.now())

    def _opened(self, listed: ListedCase) -> OpenedCase:
        from advisor_app.storage.case_opening import OpenedCase

        days = [booking.requested_on for booking in listed.bookings if booking.requested_on is not None]
        head = CaseHead(
            communes=(as_case_commune(listed.commune),),
            opened_on=min(days, default=today(self._clock)),
            adviser=listed.adviser or self._author.name,
            provider_reference=listed.reference,
            commune_reference=listed.commune_reference,
            wish=listed.wish,
        )
        case = Case(id=new_id(), head=head)
        changes: list[Change] = [HeadSet(None, head)]
        for listed_booking in listed.bookings:
            for change in self._booking_changes(case, listed_booking):
                case = reduce(case, change)
                changes.append(change)
        people: tuple[Person, ...] = ()
        if listed.contact is not None:
            person = Person(
                id=new_id(), name=listed.contact.name, phone=listed.contact.phone, email=listed.contact.email
            )
            contact = Contact(id=new_id(), person=person.id)
            changes.append(ContactSet(contact.id, None, contact))
            people = (person,)
        return OpenedCase(case_id=case.id, changes=tuple(changes), people=people)

    def _booking_changes(self, case: Case, listed: ListedBooking) -> Sequence[Change]:
        """The booking; while work on it is still to be done also its assessment and agenda."""
        booking = Booking(
            id=new_id(),
            module=listed.module,
            commune=case.commune.id,
            state=listed.state,
            financing=listed.financing,
            programme=listed.programme,
            price=listed.price,
            requested_on=listed.requested_on,
            applied_on=listed.applied_on,
            approved_on=listed.approved_on,
            completed_on=listed.completed_on,
            note=Words(text=listed.note),
        )
        changes: list[Change] = [BookingSet(booking.id, None, booking)]
        if listed.state.is_open:
            proposed = self._cases.booking_changes(case, listed.module)
            changes += [change for change in proposed if not isinstance(change, BookingSet)]
        return changes
