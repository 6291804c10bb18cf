"""The minutes of a workshop day: what was noted, decided, given to somebody to do, left open or said, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from advisor_app.domain.words import Audience, Words


class EntryKind(Enum):
    """What an entry of the minutes is."""

    NOTE = "note"
    DECISION = "decision"
    TASK = "task"
    OPEN_POINT = "open-point"
    PARKED = "parked"
    QUOTE = "quote"


# What is decided, given out, left open or parked is said and written down in front of the room: everybody there knows
# it. A note is the adviser's own, and by a quote somebody could be recognised; both wait until they are released.
_FIRST_AUDIENCE: Mapping[EntryKind, Audience] = {
    EntryKind.NOTE: Audience.INTERNAL,
    EntryKind.DECISION: Audience.MINUTES,
    EntryKind.TASK: Audience.MINUTES,
    EntryKind.OPEN_POINT: Audience.MINUTES,
    EntryKind.PARKED: Audience.MINUTES,
    EntryKind.QUOTE: Audience.INTERNAL,
}

WITH_WHO = frozenset({EntryKind.DECISION, EntryKind.TASK, EntryKind.OPEN_POINT})
"""Kinds of entries that name who has decided, does it or clarifies it."""

WITH_UNTIL = frozenset({EntryKind.TASK, EntryKind.OPEN_POINT})
"""Kinds of entries that have a day until which something is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesEntry:
    """One entry of the minutes. ``day`` and ``step`` are ids; without a step it belongs to the day as a whole.

    The audience of ``words`` is that of the whole entry: nobody else sees who is to do what until when either. ``who``
    is a role or an office. ``measure`` is the id of the measure of the plan that a task has become.
    """

    id: str
    day: str
    kind: EntryKind
    at: datetime
    words: Words
    step: str = ""
    who: str = ""
    until: date | None = None
    done: bool = False
    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingState:
    """How a day's minutes stood when it was closed („Arbeitsstand“): ``digest`` is that of what documents read of it.

    ``archived_documents`` are the ids of the documents that were made from it.
    """

    id: str
    day: str
    number: int
    at: datetime
    digest: str
    archived_documents: tuple[str, ...] = ()


def first_audience(kind: EntryKind) -> Audience:
    """Who may read an entry of a kind unless somebody says otherwise (own assumption)."""
    return _FIRST_AUDIENCE[kind]


def in_order(entries: Iterable[MinutesEntry]) -> tuple[MinutesEntry, ...]:
    """Entries as they were made."""
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.id)))


def lacks_who(entry: MinutesEntry) -> bool:
    """Whether nobody knows who does a task."""
    return entry.kind is EntryKind.TASK and not entry.done and not entry.who.strip()


def lacks_until(entry: MinutesEntry) -> bool:
    """Whether nobody knows until when a task is done."""
    return entry.kind is EntryKind.TASK and not entry.done and entry.until is None


def is_open(entry: MinutesEntry) -> bool:
    """Whether something is still to be done about an entry: a task or an open point that is not settled."""
    return entry.kind in WITH_UNTIL and not entry.done


def working_states(states: Iterable[WorkingState], day: str) -> tuple[WorkingState, ...]:
    """The working states of a day, the first one first."""
    return tuple(sorted((state for state in states if state.day == day), key=lambda state: (state.number, state.id)))
