"""Who takes part in a workshop, and when somebody was there: by half days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum


class HalfDay(Enum):
    """The halves of a workshop day, parted by lunch."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class Presence:
    """That somebody was there in half of a workshop day (an id)."""

    day: str
    half: HalfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part in the workshop; the name lives apart from it, under the person's id.

    ``function`` is what the person does, ``office`` where; ``position`` is the place on the list.
    """

    id: str
    person: str
    function: str = ""
    office: str = ""
    present: tuple[Presence, ...] = ()
    position: int = 0


def in_order(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Participants as they stand on the list."""
    return tuple(sorted(participants, key=lambda item: (item.position, item.id)))


def is_present(participant: Participant, day: str, half: HalfDay) -> bool:
    """Whether somebody was there in half of a day."""
    return Presence(day, half) in participant.present


def with_presence(participant: Participant, day: str, halves: Iterable[HalfDay], *, present: bool) -> Participant:
    """The participant as one who was or was not there in these halves of a day."""
    changed = [Presence(day, half) for half in halves]
    rest = [item for item in participant.present if item not in changed]
    order = list(HalfDay)
    kept = sorted([*rest, *changed] if present else rest, key=lambda item: (item.day, order.index(item.half)))
    return replace(participant, present=tuple(kept))
