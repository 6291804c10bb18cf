"""People of the commune as papers name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.documents.document_input import DocumentInput


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
