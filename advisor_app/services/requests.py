"""Requests as they come in by telephone: noted in a minute, worked on later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from advisor_app.domain.case import Case, CaseNote, Contact, Person
from advisor_app.domain.changes import Change, ContactSet, NoteSet
from advisor_app.domain.commune import Commune
from advisor_app.domain.words import Words
from advisor_app.services.cases import Cases
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.session import CaseSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who wants what; ``number`` is a telephone number or a mail address, no modules means that they are open."""

    commune: Commune
    modules: tuple[str, ...] = ()
    name: str = ""
    number: str = ""
    wish: str = ""
    call_back_on: date | None = None


def note_request(cases: Cases, clock: Clock, request: Request) -> CaseSession:
    """Open a case for a request, with the person who called and the day on which to call back.

    Raises AdvisorError where the database cannot be written.
    """
    session = cases.create(request.commune, request.modules, wish=request.wish)
    changes = _caller(session, request)
    if request.call_back_on is not None:
        note = new_note(clock, request.wish, request.call_back_on)
        changes.append(NoteSet(note.id, None, note))
    session.apply(*changes)
    return session


def note_in_case(cases: Cases, clock: Clock, case_id: str, request: Request) -> CaseSession:
    """Keep a call of a commune in a case that it has already: who called, and what was said, wanted modules with it.

    Nothing is written where nothing was entered. Raises AdvisorError where the case cannot be changed.
    """
    session = cases.open(case_id)
    changes = _caller(session, request)
    said = " · ".join(part for part in (request.wish, ", ".join(request.modules)) if part)
    if said or request.call_back_on is not None:
        note = new_note(clock, said, request.call_back_on)
        changes.append(NoteSet(note.id, None, note))
    if changes:
        session.apply(*changes)
    return session


def _caller(session: CaseSession, request: Request) -> list[Change]:
    """Whoever called as a contact of the case; the person is kept at once, as it stands in no log."""
    if not (request.name or request.number):
        return []
    is_mail = "@" in request.number
    person = Person(
        id=new_id(),
        name=request.name,
        phone="" if is_mail else request.number,
        email=request.number if is_mail else "",
    )
    session.save_person(person)
    contact = Contact(id=new_id(), person=person.id)
    return [ContactSet(contact.id, None, contact)]


def new_note(clock: Clock, text: str, call_back_on: date | None) -> CaseNote:
    """A note of a conversation that was held just now."""
    return CaseNote(id=new_id(), at=clock.now(), words=Words(text.strip()), call_back_on=call_back_on)


def calls_made(case: Case, on: date | None = None) -> tuple[NoteSet, ...]:
    """The changes by which the calls that a case promised are made, all of them or those of a day."""
    return tuple(
        NoteSet(note.id, note, replace(note, done=True))
        for note in case.notes.values()
        if note.call_back_on is not None and not note.done and on in {None, note.call_back_on}
    )


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call that was promised and not made: the day, the note that says so, and its case."""

    on: date
    note: CaseNote
    case: Case

    @property
    def people(self) -> list[Person]:
        """Contacts of the case who can be called or written to."""
        contacts = (self.case.people.get(contact.person) for contact in self.case.contacts.values())
        return [person for person in contacts if person is not None and (person.phone or person.email)]


def open_calls(cases: Iterable[Case]) -> list[OpenCall]:
    """All calls that are still to be made, the oldest first; of archived cases and of those given away none."""
    calls = [
        OpenCall(note.call_back_on, note, case)
        for case in cases
        if not case.head.archived and case.handover is None
        for note in case.notes.values()
        if note.call_back_on is not None and not note.done
    ]
    return sorted(calls, key=lambda call: (call.on, call.note.at, call.note.id))
