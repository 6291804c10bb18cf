"""Between one open case and the pages: edits go in, changes come out as signals, errors become sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import Change
from advisor_app.domain.errors import AdvisorError
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.texts.errors import sentence

T = TypeVar("T")


class CaseBridge(QObject):
    """The open case for the window. Every edit of every page goes through ``edit``."""

    changed = Signal(tuple)  # the changes just applied, by whomever; empty after a person's data changed
    committed = Signal(object)  # aware datetime of the commit
    refused = Signal(str)  # one German sentence; nothing was changed

    def __init__(self, workspace: Workspace, session: CaseSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._session = session
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

    def edit(self, *changes: Change, batch: str | None = None) -> bool:
        """Apply changes as one step; False (and ``refused``) where that is not possible."""
        return self._attempt(lambda: self._session.apply(*changes, batch=batch))

    def perform(self, work: Callable[[CaseSession], T]) -> T | None:
        """Let a service work on the open case; None (and ``refused``) where that is not possible."""
        done: list[T] = []
        self._attempt(lambda: done.append(work(self._session)))
        return done[0] if done else None

    def save_person(self, person: Person) -> bool:
        """Write a person's data, which is kept apart from the log."""
        return self._attempt(lambda: self._session.save_person(person))

    def undo(self) -> bool:
        """Take back the last step."""
        return self._attempt(self._session.undo)

    def redo(self) -> bool:
        """Bring back the last undone step."""
        return self._attempt(self._session.redo)

    def close(self) -> None:
        """Stop listening to the session."""
        self._unsubscribe()

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except AdvisorError as error:
            self.refused.emit(sentence(error, self.workspace.texts))
            return False
        return True

    def _on_session_changed(self, changes: tuple[Change, ...]) -> None:
        self.committed.emit(self._session.last_commit)
        self.changed.emit(changes)
