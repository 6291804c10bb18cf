"""Participants of the workshop: entered as typed lines or taken over from the contacts; names live apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import Person
from advisor_app.domain.changes import ParticipantSet
from advisor_app.services.ids import new_id

if TYPE_CHECKING:
    from advisor_app.domain.case import Case

_BETWEEN = re.compile(r"[;\t]")


def typed(case: Case, lines: Iterable[str]) -> tuple[tuple[Person, ParticipantSet], ...]:
    """People typed as „Name; Funktion; Amt“, one per line, with the change that lists each.

    A name may still be missing.
    """
    position = _next_position(case)
    found: list[tuple[Person, ParticipantSet]] = []
    for line in lines:
        name, function, office = [*(part.strip() for part in _BETWEEN.split(line)), "", ""][:3]
        if not (name or function or office):
            continue
        person = Person(id=new_id(), name=name)
        participant = Participant(
            id=new_id(), person=person.id, function=function, office=office, position=position + len(found)
        )
        found.append((person, ParticipantSet(participant.id, None, participant)))
    return tuple(found)


def from_contacts(case: Case) -> tuple[ParticipantSet, ...]:
    """The changes that list every contact who is not listed yet, as the same person."""
    listed = {item.person for item in case.participants.values()}
    waiting = [item for item in case.contacts.values() if item.person in case.people and item.person not in listed]
    position = _next_position(case)
    participants = (
        Participant(id=new_id(), person=item.person, function=item.function, position=position + place)
        for place, item in enumerate(waiting)
    )
    return tuple(ParticipantSet(item.id, None, item) for item in participants)


@dataclass(frozen=True, slots=True)
class DoubledPerson:
    """Somebody who stands on the list more than once: called as there, with the ids of the participants."""

    name: str
    participants: tuple[str, ...]


def doubled_people(case: Case) -> tuple[DoubledPerson, ...]:
    """Who probably stands on the list more than once, in its order; nobody is refused for it."""
    from advisor_app.domain.doubled_people import doubled

    groups = doubled(case.participants.values(), case.people)
    return tuple(DoubledPerson(_called(case, group), tuple(item.id for item in group)) for group in groups)


def _next_position(case: Case) -> int:
    return max((item.position for item in case.participants.values()), default=-1) + 1


def _called(case: Case, group: Sequence[Participant]) -> str:
    """The name where one is known; who was found by a mail address may have none, and goes by what else there is."""
    people = [person for item in group if (person := case.people.get(item.person)) is not None]
    known = (*(person.name for person in people), *(person.email for person in people))
    others = (words for item in group for words in (item.function, item.office))
    return next(words.strip() for words in (*known, *others) if words.strip())
