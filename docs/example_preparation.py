"""A case on the eve of its workshop, for the pictures of the preparation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from advisor_app.domain.booking import BookingState
from advisor_app.domain.booking_course import moved
from advisor_app.domain.case import Contact, Person
from advisor_app.domain.changes import AgendaDaySet, BookingSet, ContactSet
from advisor_app.domain.readiness import ReadyPoint
from advisor_app.services.clock import today
from advisor_app.services.ids import new_id
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace

_STILL_OPEN = frozenset({"v-klaerung", "v-druck", "v-startklar", "v-m4-zahlen"})


def prepare_for_tomorrow(workspace: Workspace, session: CaseSession) -> None:
    """Give a case a workshop tomorrow, somebody to call, and a checklist that is nearly done."""
    on = today(workspace.clock)
    for day in session.case.agenda.values():
        session.apply(AgendaDaySet(day.id, day, replace(day, on=on + timedelta(days=1), place="Rathaus, Saal 2")))
    for booking in session.case.bookings.values():
        session.apply(BookingSet(booking.id, booking, moved(booking, BookingState.SCHEDULED, on)))
    person = Person(id=new_id(), name="Dr. Anna Feldmann", phone="06441 5550-12")
    session.save_person(person)
    contact = Contact(id=new_id(), person=person.id, function="Leitung Hauptamt")
    session.apply(ContactSet(contact.id, None, contact))
    preparation, readiness = workspace.preparation, workspace.readiness
    for task in preparation.tasks(session.case):
        if task.id.partition("@")[0] not in _STILL_OPEN:
            session.apply(preparation.ticked(task, done=True))
    session.apply(preparation.added(session.case, "M4", "Schlüssel für Saal 2 beim Hausdienst abholen", on))
    session.apply(readiness.ticked(session.case, readiness.find(session.case, ""), ReadyPoint.SCREEN, ready=True))
