"""One open case: the snapshot, and the one way to change it.

Check, commit, reduce, announce: the database is written before memory, so that a disk error leaves screen, memory and
file in agreement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import AssessmentSet, Change, HandoverSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.history import LoggedBatch, UndoStacks
from advisor_app.domain.reduction import inverse, reduce
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.plausible import refuse_implausible_person

if TYPE_CHECKING:
    from advisor_app.storage.cases import CaseStore, UntoldCommit

Listener = Callable[[tuple[Change, ...]], None]
Check = Callable[[Case, Change], None]


@dataclass(slots=True, kw_only=True)
class Author:
    """Who changes something, on which machine; shared by all who write, so that a new name holds at once."""

    name: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step that a case file tells of before it is written here: its batch, its time, and ids of rows by log key."""

    batch: str
    at: datetime
    ids: Mapping[str, str]


class CaseSession:
    """An open case. ``checks`` may refuse a change with AdvisorError before anything is written."""

    def __init__(
        self, store: CaseStore, case: Case, author: Author, clock: Clock, checks: Sequence[Check] = ()
    ) -> None:
        self.case = case
        self.last_commit: datetime | None = None
        self._store = store
        self._author = author
        self._clock = clock
        self._checks = tuple(checks)
        self._listeners: list[Listener] = []
        self._stacks = UndoStacks.from_log(store.batches(case.id))
        self._untold: list[UntoldCommit] = []  # since the last commit that succeeded
        self._batches: dict[str, str] = {}  # as they were given → under which id they go on

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back; the opening of the case itself stays."""
        return bool(self._stacks.undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step to bring back."""
        return bool(self._stacks.redo)

    @property
    def next_undo(self) -> str | None:
        """The batch that the next undo takes back."""
        return self._stacks.undo[-1] if self._stacks.undo else None

    def apply(self, *changes: Change, batch: str | None = None, why: str = "") -> None:
        """Check, write and take over changes as one step; a repeated ``batch`` id adds to the last step.

        Raises AdvisorError where a change is refused or cannot be written; nothing is changed then.
        """
        effective = tuple(change for change in changes if change.before != change.after)
        if effective:
            self._check(effective)
            self._commit(effective, LoggedBatch(id=self._batch(batch)), why)

    def apply_planned(self, step: PlannedStep, *changes: Change) -> None:
        """Like ``apply``, with the rows that were planned."""
        effective = tuple(change for change in changes if change.before != change.after)
        self._commit(effective, LoggedBatch(id=step.batch), "", planned=step)

    def undo(self) -> tuple[Change, ...]:
        """Take back the last step; returns the changes that were applied."""
        return self._take_back(self._stacks.undo[-1]) if self.can_undo else ()

    def redo(self) -> tuple[Change, ...]:
        """Bring back the last undone step; returns the changes that were applied."""
        return self._take_back(self._stacks.redo[-1]) if self.can_redo else ()

    def save_person(self, person: Person) -> None:
        """Write a person's data, which stays out of the log and so out of undo; raises AdvisorError like ``apply``."""
        refuse_handed_over(self.case)
        refuse_implausible_person(person)
        self._store.save_person(self.case.id, person)
        self.case = replace(self.case, people={**self.case.people, person.id: person})
        self.last_commit = self._clock.now()
        self._announce(())

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every applied step, after the snapshot was replaced; returns the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _check(self, changes: tuple[Change, ...]) -> None:
        """Each change is checked against the case as those before it leave it: an assessment comes with its answers."""
        case = self.case
        for change in changes:
            for check in self._checks:
                check(case, change)
            if isinstance(change, AssessmentSet):
                case = reduce(case, change)

    def _batch(self, given: str | None) -> str:
        """The batch to write in: the given one goes on only while it is the last step.

        After another edit or an undo, what is typed on in the same field is a step of its own.
        """
        if given is None:
            return new_id()
        name = self._batches.get(given, given)
        if given in self._batches and self._stacks.undo[-1:] != [name]:
            name = new_id()
        self._batches[given] = name
        return name

    def _take_back(self, batch: str) -> tuple[Change, ...]:
        steps = self._store.step(self.case.id, batch)
        undoes = {step.key: step.row for step in steps}
        changes = tuple(inverse(step.change) for step in reversed(steps))
        self._commit(changes, LoggedBatch(id=new_id(), undoes=batch), "", undoes)
        return changes

    def _commit(
        self,
        changes: tuple[Change, ...],
        batch: LoggedBatch,
        why: str,
        undoes: Mapping[str, str] | None = None,
        planned: PlannedStep | None = None,
    ) -> None:
        from advisor_app.storage.log import Entry

        refuse_handed_over(self.case, changes)
        after = self.case
        for change in changes:
            after = reduce(after, change)
        now = self._clock.now()
        self._store.commit(
            self.case.id,
            changes,
            Entry(
                batch=batch.id,
                author=self._author.name,
                device=self._author.device,
                at=now if planned is None else planned.at,
                why=why,
                undoes=undoes or {},
                ids={} if planned is None else planned.ids,
            ),
            self._untold,
        )
        self.case = after
        self.last_commit = now
        self._stacks.record(batch)
        self._announce(changes)

    def _announce(self, changes: tuple[Change, ...]) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def refuse_handed_over(case: Case, changes: Sequence[Change] = ()) -> None:
    """Raise AdvisorError(CASE_HANDED_OVER) for a case that somebody else has now, unless just that is changed."""
    if case.handover is not None and not any(isinstance(change, HandoverSet) for change in changes):
        raise AdvisorError(Problem.CASE_HANDED_OVER, name=case.handover.to)
