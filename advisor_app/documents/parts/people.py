"""People of the commune as papers name them: contacts, and who takes part in the workshop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.attendance import Participant, in_order


@dataclass(frozen=True, slots=True)
class NamedContact:
    """A contact whose name is known: its id, the name, and what the person does."""

    id: str
    name: str
    function: str


def named_contacts(given: DocumentInput) -> Sequence[NamedContact]:
    """Contacts with a name, in the order in which they were entered; whose name was erased is left out."""
    people = given.case.people
    return [
        NamedContact(contact.id, people[contact.person].name.strip(), contact.function.strip())
        for contact in given.case.contacts.values()
        if contact.person in people and people[contact.person].name.strip()
    ]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody on a paper about attendance; ``participant`` is None for contacts, where no participants are listed."""

    id: str
    name: str
    function: str
    participant: Participant | None = None


def attendees(given: DocumentInput) -> Sequence[Attendee]:
    """Who takes part, as listed; the contacts where nobody is listed. Whose name was erased is left out."""
    people = given.case.people
    listed = in_order(given.case.participants.values())
    if not listed:
        return [Attendee(contact.id, contact.name, contact.function) for contact in named_contacts(given)]
    return [
        Attendee(item.id, people[item.person].name.strip(), _function(item), item)
        for item in listed
        if item.person in people and people[item.person].name.strip()
    ]


def _function(participant: Participant) -> str:
    return ", ".join(filter(None, (participant.function.strip(), participant.office.strip())))
