"""The one case that is open, and whether everything typed in the window is committed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor_app.ui.pages.registry import CASE_PAGES, PAGES

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from advisor_app.services.kept_words import KeptWords
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.page_stack import PageStack


class OpenCase(QObject):
    """Holds the bridge to the open case.

    ``committed(at)``, ``failed(problem)``, ``refused(sentence)``, ``changed(changes)``, ``typing()`` and
    ``voting_made(voting)`` are its.
    ``held_back`` tells that drafts keep the case or the window from being left.
    """

    committed = Signal(object)
    failed = Signal(object)
    refused = Signal(str)
    changed = Signal(tuple)
    typing = Signal()
    voting_made = Signal(object)
    held_back = Signal()

    def __init__(self, stack: PageStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._beside: Callable[[], QWidget | None] = lambda: None
        self._workspace: Workspace | None = None
        self._bridge: CaseBridge | None = None
        self._was_refused = False
        self._insists = False

    def save_also(self, beside: Callable[[], QWidget | None]) -> None:
        """Ask this for what holds fields beside the pages."""
        self._beside = beside

    @property
    def bridge(self) -> CaseBridge | None:
        """The open case, None while none is open."""
        return self._bridge

    @property
    def is_waiting(self) -> bool:
        """Whether an edit could not be written yet and will be tried again."""
        return self._bridge is not None and self._bridge.is_waiting

    def open(self, workspace: Workspace, bridge: CaseBridge) -> None:
        """Hold another case, which has been opened already."""
        bridge.setParent(self)
        bridge.committed.connect(self._on_bridge_committed)
        bridge.failed.connect(self.failed)
        bridge.refused.connect(self._on_bridge_refused)
        bridge.changed.connect(self.changed)
        bridge.typing.connect(self.typing)
        bridge.voting_made.connect(self.voting_made)
        self._workspace, self._bridge = workspace, bridge

    def drop(self) -> None:
        """Let go of the case; the list of cases then shows how it stands."""
        if self._bridge is None or self._workspace is None:
            return
        self._workspace.portfolio.update(self._bridge.stored)
        self._bridge.close()
        self._bridge.deleteLater()
        self._bridge = None

    def settle(self, *, leaves_case: bool = False, leaves_window: bool = False) -> bool:
        """Commit what is half typed. Where that fails it is said, and only who insists may leave the page.

        With the case or the window go the drafts on their pages, too.
        """
        is_saved = self.save()
        gone = (*CASE_PAGES, *PAGES) if leaves_window else CASE_PAGES if leaves_case else ()
        is_read = not self._stack.unread()
        if is_saved and is_read and not self._stack.drafts(gone):
            self._insists = False
            return True
        insisted, self._insists = self._insists, True
        if is_saved and not insisted:
            self.held_back.emit()
        return insisted

    def on_typing(self) -> None:
        """Whoever types on does not insist any more."""
        self._insists = False

    def save(self) -> bool:
        """Commit what is half typed on the page and what waits; whether everything is on disk."""
        return not self._save()[0]

    def keep(self) -> KeptWords:
        """Commit what is half typed on the page and what waits; returns what cannot be committed now."""
        return self.unsaved(self._save()[1])

    def unsaved(self, rejected: Sequence[str] = ()) -> KeptWords:
        """What is not committed now, with texts that were refused for good."""
        from advisor_app.services.kept_words import KeptWords

        rejected = (*rejected, *self._stack.unread())
        return KeptWords(
            case_id="" if self._bridge is None else self._bridge.case.id,
            changes=() if self._bridge is None else self._bridge.waiting,
            people=() if self._bridge is None else self._bridge.waiting_people,
            drafts=self._stack.drafts((*CASE_PAGES, *PAGES)),
            rejected=tuple(dict.fromkeys(text for text in rejected if text.strip())),
        )

    def put_back(self, kept: KeptWords) -> None:
        """Enter again what was kept; edits only where their case is open."""
        if self._bridge is not None and self._bridge.case.id == kept.case_id:
            self._bridge.bring_back(kept.changes, kept.people)
        self._stack.put_back(kept.drafts)

    def _save(self) -> tuple[bool, list[str]]:
        """Whether something was not committed, and the texts that were refused for good."""
        from advisor_app.ui.widgets.autosave import LineField, TextField

        page = self._stack.page
        rejected: list[str] = []
        failed = False
        fields: list[LineField | TextField] = []
        for holder in (page, self._beside()):
            if holder is not None:
                fields += holder.findChildren(LineField)
                fields += holder.findChildren(TextField)
        for field in fields:
            self._was_refused = False
            field.flush()
            failed |= self._was_refused
            if self._was_refused and (self._bridge is None or not self._bridge.is_waiting):
                rejected.append(field.text() if isinstance(field, LineField) else field.toPlainText())
        self._was_refused = False
        failed |= page is not None and (not page.flush() or self._was_refused)
        waits = self._bridge is not None and not self._bridge.retry()
        return failed or waits, rejected

    def _on_bridge_committed(self, at: datetime) -> None:
        self._insists = False
        self.committed.emit(at)

    def _on_bridge_refused(self, words: str) -> None:
        self._was_refused = True
        self.refused.emit(words)
