"""Between one open case and the pages: edits go in, changes come out as signals, errors become sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import Change
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.reduction import reduce
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.held_edits import HeldEdits

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
_READING = {Problem.CASE_HANDED_OVER, Problem.DATABASE_READ_ONLY}
"""Problems of a case that can only be read."""


class CaseBridge(QObject):
    """The open case for the window. Every edit of every page goes through ``edit``.

    What cannot be written yet counts as entered: pages see it in ``case`` and build on it, so that nothing that was
    typed is overwritten by what is typed next.
    """

    changed = Signal(tuple)  # the changes just applied or held, by whomever; empty after a person's data changed
    committed = Signal(object)  # aware datetime of the commit; only once nothing waits any more
    failed = Signal(object)  # Problem: why nothing was changed, before the sentence
    refused = Signal(str)  # one German sentence; nothing was changed
    typing = Signal()  # something is typed above the pages and not yet committed
    voting_made = Signal(object)  # PhoneVoting: phones may take part in polls of the case

    def __init__(self, workspace: Workspace, session: CaseSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._session = session
        self._held = HeldEdits()
        self._shown: Case | None = None  # the snapshot with what is held; None to be made anew
        self._probes = BackgroundLane(self)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._on_retry_timeout)
        self._unsubscribe = session.subscribe(self._on_session_changed)

    @property
    def case(self) -> Case:
        """The case as the adviser has entered it: the snapshot with the edits that wait to be written."""
        if not self._held:
            return self._session.case
        if self._shown is None:
            self._shown = self._held.over(self._session.case)
        return self._shown

    @property
    def stored(self) -> Case:
        """The case as it is on disk."""
        return self._session.case

    @property
    def can_only_be_read(self) -> bool:
        """Whether nothing that is entered in the case can be saved."""
        return self.workspace.is_read_only or self.case.handover is not None

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
        return bool(self._held)

    @property
    def waiting(self) -> tuple[Change, ...]:
        """The edits that could not be written yet."""
        return self._held.changes

    @property
    def waiting_people(self) -> tuple[Person, ...]:
        """People whose data could not be written yet."""
        return self._held.people

    def edit(self, *changes: Change, batch: str | None = None) -> bool:
        """Apply changes as one step; False (and ``refused``) where that is not possible.

        An edit that failed for a passing reason, such as a lock, is kept and written as soon as that is possible.
        """
        error = self._write(changes, batch)
        if error is not None:
            if error.problem in _READING:
                self.changed.emit(changes)  # let the pages show what holds
            self._refuse(error)
        return error is None

    def retry(self) -> bool:
        """Write what is waiting; False, without another word, while that is still not possible."""
        return not self._held or self._write_held() is None

    def bring_back(self, changes: Iterable[Change], people: Iterable[Person]) -> None:
        """Hold what waited when the case was closed, and try again to write it."""
        self._held.hold(changes, None)
        for person in people:
            self._held.hold_person(person)
        self._shown = None
        error = self._write_held()
        if error is not None:
            self.changed.emit(self._held.changes)
            self._refuse(error)

    def perform(self, work: Callable[[CaseSession], T]) -> T | None:
        """Let a service work on the open case; None (and ``refused``) where that is not possible."""
        done: list[T] = []
        self._attempt(lambda: done.append(work(self._session)))
        return done[0] if done else None

    def save_person(self, person: Person) -> bool:
        """Write a person's data, which is kept apart from the log; like an edit it waits where it must."""
        error = self._write_person(person)
        if error is not None:
            self.changed.emit(())
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
        """Write changes, after those that wait; what cannot be written now is held, what is refused is not."""
        if not self._held:
            error = self._apply(changes, batch)
            if error is not None and error.problem in _KEPT and not self.workspace.is_read_only:
                self._held.hold(changes, batch)
                self._shown = None
                self._wait_for(error.problem)
                self.changed.emit(changes)
            return error
        try:
            _check(self.case, changes)
        except AdvisorError as stale:
            return stale
        before = self._held.copy()
        self._held.hold(changes, batch)
        self._shown = None
        error = self._write_held()
        if not self._held.holds(changes):
            return None
        if error is not None and error.problem in _KEPT:
            self.changed.emit(changes)
        else:
            self._held.go_back(changes, before)
            self._shown = None
        return error

    def _write_held(self) -> AdvisorError | None:
        """Write all that waits, people first; the last error where something goes on waiting."""
        last: AdvisorError | None = None
        for person in self._held.people:
            last = self._write_person(person)
            if last is not None:
                return last
        for step in self._held.steps(self._session.case):
            error = self._apply(step.changes, step.batch)
            if error is not None:
                last = error
                self._wait_for(error.problem)
            if error is not None and error.problem in _KEPT:
                break  # each further one would wait for the same lock
        return last

    def _apply(self, changes: tuple[Change, ...], batch: str | None) -> AdvisorError | None:
        held, self._shown = self._held, None
        if held:  # listeners are told while these are no longer waiting
            self._held = held.copy()
            self._held.let_go(changes)
        try:
            self._session.apply(*changes, batch=batch)
        except AdvisorError as error:
            self._held, self._shown = held, None
            return error
        return None

    def _write_person(self, person: Person) -> AdvisorError | None:
        try:
            self._session.save_person(person)
        except AdvisorError as error:
            is_known = person.id in self.case.people  # a new one is still to be added
            if error.problem in _KEPT and is_known and not self.workspace.is_read_only:
                self._held.hold_person(person)
                self._shown = None
                self._wait_for(error.problem)
            return error
        self._held.let_go_person(person)
        self._shown = None
        return None

    def _wait_for(self, problem: Problem) -> None:
        """Try again in a while, where the problem may pass by itself."""
        if problem in _PASSING:
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
        place = "held-edits" if self._retry.isActive() else "errors"
        self.refused.emit(sentence(error, self.workspace.texts, place))

    def _on_retry_timeout(self) -> None:
        """Ask in the background whether it is over: a lock or a dead drive would hold the window up."""
        if self._probes.is_busy:
            self._retry.start()
            return
        job = self._probes.run(lambda _job: self.workspace.check_writable())
        job.tell(self, succeeded=lambda _: self.retry(), refused=lambda _: self._retry.start())

    def _on_session_changed(self, changes: tuple[Change, ...]) -> None:
        if not self._held:
            self.committed.emit(self._session.last_commit)
        self.changed.emit(changes)


def _check(case: Case, changes: Iterable[Change]) -> None:
    """Raise AdvisorError(STALE_CHANGE) where a change was made for another state of the case."""
    for change in changes:
        case = reduce(case, change)
