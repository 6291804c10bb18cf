"""Between one open case and the pages: edits go in, changes come out as signals, errors become sentences."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import Change, current
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import BackgroundLane

T = TypeVar("T")

RETRY_MS = 1000
_PASSING = {
    Problem.DATABASE_LOCKED,
    Problem.DATABASE_READ_ONLY,
    Problem.DATABASE_GONE,
    Problem.DISK_FULL,
    Problem.DISK_FAILED,
}
"""Problems that may be over in a moment: the edit is kept and tried again."""
_KEPT = _PASSING | {Problem.DATABASE_DAMAGED}
"""Problems of which the adviser is not the cause: what was typed is not forgotten."""


class CaseBridge(QObject):
    """The open case for the window. Every edit of every page goes through ``edit``."""

    changed = Signal(tuple)  # the changes just applied, by whomever; empty after a person's data changed
    committed = Signal(object)  # aware datetime of the commit
    failed = Signal(object)  # Problem: why nothing was changed, before the sentence
    refused = Signal(str)  # one German sentence; nothing was changed

    def __init__(self, workspace: Workspace, session: CaseSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._session = session
        self._waiting: dict[Hashable, Change] = {}
        self._people: dict[str, Person] = {}
        self._probes = BackgroundLane(self)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._on_retry_timeout)
        self._unsubscribe = session.subscribe(self._on_session_changed)

    @property
    def case(self) -> Case:
        """The snapshot as it is now."""
        return self._session.case

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return self._session.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an undone step can be brought back."""
        return self._session.can_redo

    @property
    def is_waiting(self) -> bool:
        """Whether an edit could not be written yet and will be tried again."""
        return bool(self._waiting or self._people)

    @property
    def waiting(self) -> tuple[Change, ...]:
        """The edits that could not be written yet."""
        return tuple(self._waiting.values())

    def edit(self, *changes: Change, batch: str | None = None) -> bool:
        """Apply changes as one step; False (and ``refused``) where that is not possible.

        An edit that failed for a passing reason, such as a lock, is kept and written as soon as that is possible.
        """
        error = self._write(changes, batch)
        if error is not None:
            self._refuse(error)
        return error is None

    def wanted(self, change: Change) -> Any:
        """What shall stand where a change applies: the value that waits to be written, else the snapshot's.

        An edit of one attribute builds on it, so that it does not take the place of an edit that is held up.
        """
        waiting = self._waiting.get(_record_of(change))
        return current(self.case, change) if waiting is None else waiting.after

    def retry(self) -> bool:
        """Write what is waiting; False, without another word, while that is still not possible."""
        if any(self._write_person(person) is not None for person in tuple(self._people.values())):
            return False
        changes = tuple(_onto(self.case, change) for change in self._waiting.values())
        return not changes or self._write(changes, None) is None

    def perform(self, work: Callable[[CaseSession], T]) -> T | None:
        """Let a service work on the open case; None (and ``refused``) where that is not possible."""
        done: list[T] = []
        self._attempt(lambda: done.append(work(self._session)))
        return done[0] if done else None

    def save_person(self, person: Person) -> bool:
        """Write a person's data, which is kept apart from the log; like an edit it waits where it must."""
        error = self._write_person(person)
        if error is not None:
            self._refuse(error)
        return error is None

    def undo(self) -> bool:
        """Take back the last step."""
        return self._attempt(self._session.undo)

    def redo(self) -> bool:
        """Bring back the last undone step."""
        return self._attempt(self._session.redo)

    def close(self) -> None:
        """Stop listening to the session."""
        self._retry.stop()
        self._probes.close()
        self._unsubscribe()

    def _write(self, changes: tuple[Change, ...], batch: str | None) -> AdvisorError | None:
        try:
            self._session.apply(*changes, batch=batch)
        except AdvisorError as error:
            if error.problem in _KEPT:
                self._waiting.update({_record_of(change): change for change in changes})
                self._wait_for(error.problem)
            return error
        for change in changes:
            self._waiting.pop(_record_of(change), None)
        return None

    def _write_person(self, person: Person) -> AdvisorError | None:
        try:
            self._session.save_person(person)
        except AdvisorError as error:
            if error.problem in _KEPT and person.id in self.case.people:  # a new one is still to be added
                self._people[person.id] = person
                self._wait_for(error.problem)
            return error
        self._people.pop(person.id, None)
        return None

    def _wait_for(self, problem: Problem) -> None:
        """Try again in a while, where the problem may pass by itself."""
        if problem in _PASSING and not self.workspace.is_read_only:
            self._retry.start()

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except AdvisorError as error:
            self._refuse(error)
            return False
        return True

    def _refuse(self, error: AdvisorError) -> None:
        self.failed.emit(error.problem)
        self.refused.emit(sentence(error, self.workspace.texts))

    def _on_retry_timeout(self) -> None:
        """Ask in the background whether it is over: a lock or a dead drive would hold the window up."""
        if self._probes.is_busy:
            self._retry.start()
            return
        job = self._probes.run(lambda _job: self.workspace.check_writable())
        job.succeeded.connect(lambda _: self.retry())
        job.refused.connect(lambda _: self._retry.start())

    def _on_session_changed(self, changes: tuple[Change, ...]) -> None:
        self.committed.emit(self._session.last_commit)
        self.changed.emit(changes)


def _onto(case: Case, change: Change) -> Change:
    """The change as it would be made now."""
    before: Any = current(case, change)
    return replace(change, before=before)


def _record_of(change: Change) -> Hashable:
    """What the change is about: its type and its fields apart from before and after."""
    names = [field.name for field in fields(change) if field.name not in ("before", "after")]
    return (type(change), *(getattr(change, name) for name in names))
