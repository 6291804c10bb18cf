"""Requests as they come in by telephone: noted in a minute, worked on later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.case import CaseNote, Contact, Person
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
    changes: list[Change] = []
    if request.name or request.number:
        is_mail = "@" in request.number
        person = Person(
            id=new_id(),
            name=request.name,
            phone="" if is_mail else request.number,
            email=request.number if is_mail else "",
        )
        session.save_person(person)
        contact = Contact(id=new_id(), person=person.id)
        changes.append(ContactSet(contact.id, None, contact))
    if request.call_back_on is not None:
        note = CaseNote(id=new_id(), at=clock.now(), words=Words(request.wish), call_back_on=request.call_back_on)
        changes.append(NoteSet(note.id, None, note))
    session.apply(*changes)
    return session
