"""Edits of a case that could not be written yet: what they make of the case, and in which steps they are written."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import Change
from advisor_app.domain.reduction import current, reduce
from advisor_app.services.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldStep:
    """Changes that are written together, as they would be made now."""

    changes: tuple[Change, ...]
    batch: str


class HeldEdits:
    """The newest edit of every record, in the order in which the records were first edited."""

    def __init__(self) -> None:
        self._edits: dict[Hashable, tuple[Change, str]] = {}  # with the batch
        self._people: dict[str, Person] = {}

    def __bool__(self) -> bool:
        return bool(self._edits or self._people)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The edits."""
        return tuple(change for change, _ in self._edits.values())

    @property
    def people(self) -> tuple[Person, ...]:
        """People whose data wait."""
        return tuple(self._people.values())

    def copy(self) -> HeldEdits:
        """What is held now, to go back to."""
        another = HeldEdits()
        another._edits, another._people = dict(self._edits), dict(self._people)
        return another

    def hold(self, changes: Iterable[Change], batch: str | None) -> None:
        """Keep edits; an earlier one of the same record gives way."""
        step = batch or new_id()
        self._edits.update({_record_of(change): (change, step) for change in changes})

    def hold_person(self, person: Person) -> None:
        """Keep a person's data."""
        self._people[person.id] = person

    def let_go(self, changes: Iterable[Change]) -> None:
        """Forget edits that were written."""
        for change in changes:
            self._edits.pop(_record_of(change), None)

    def holds(self, changes: Iterable[Change]) -> bool:
        """Whether one of these edits, or another one of its record, is kept."""
        return any(_record_of(change) in self._edits for change in changes)

    def go_back(self, changes: Iterable[Change], before: HeldEdits) -> None:
        """Forget these edits in favour of what was held of their records before."""
        for record in map(_record_of, changes):
            if record in before._edits:
                self._edits[record] = before._edits[record]
            else:
                self._edits.pop(record, None)

    def let_go_person(self, person: Person) -> None:
        """Forget a person's data that were written."""
        self._people.pop(person.id, None)

    def over(self, case: Case) -> Case:
        """The case as it will be once everything is written."""
        for change in self.changes:
            case = reduce(case, _onto(case, change))
        known = {name: person for name, person in self._people.items() if name in case.people}
        return replace(case, people={**case.people, **known}) if known else case

    def steps(self, case: Case) -> list[HeldStep]:
        """What is to be written, one step for each session in a field; ``case`` is the one on disk."""
        found = []
        for batch, group in groupby(self._edits.values(), key=lambda held: held[1]):
            changes = tuple(_onto(case, change) for change, _ in group)
            found.append(HeldStep(changes=changes, batch=batch))
        return found


def _onto(case: Case, change: Change) -> Change:
    """The change as it would be made now."""
    before: Any = current(case, change)
    return replace(change, before=before)


def _record_of(change: Change) -> Hashable:
    """What the change is about: its type and its fields apart from before and after."""
    names = [field.name for field in fields(change) if field.name not in ("before", "after")]
    return (type(change), *(getattr(change, name) for name in names))
