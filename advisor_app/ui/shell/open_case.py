"""The one case that is open, and whether everything typed in it is committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.page import Page


class OpenCase(QObject):
    """Holds the bridge to the open case.

    ``committed(at)``, ``failed(problem)``, ``refused(sentence)`` and ``changed(changes)`` are its.
    """

    committed = Signal(object)
    failed = Signal(object)
    refused = Signal(str)
    changed = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._bridge: CaseBridge | None = None
        self._was_refused = False
        self._insists = False

    @property
    def bridge(self) -> CaseBridge | None:
        """The open case, None while none is open."""
        return self._bridge

    def open(self, workspace: Workspace, bridge: CaseBridge) -> None:
        """Hold another case, which has been opened already."""
        bridge.setParent(self)
        bridge.committed.connect(self._on_bridge_committed)
        bridge.failed.connect(self.failed)
        bridge.refused.connect(self._on_bridge_refused)
        bridge.changed.connect(self.changed)
        self._workspace, self._bridge = workspace, bridge

    def drop(self) -> None:
        """Let go of the case; the list of cases then shows how it stands."""
        if self._bridge is None or self._workspace is None:
            return
        self._workspace.portfolio.update(self._bridge.stored)
        self._bridge.close()
        self._bridge.deleteLater()
        self._bridge = None

    def settle(self, page: Page | None) -> bool:
        """Commit what is half typed on a page. Where that fails it is said, and only who insists may leave it."""
        if self.save(page):
            self._insists = False
            return True
        insisted, self._insists = self._insists, True
        return insisted

    def save(self, page: Page | None) -> bool:
        """Commit what is half typed on a page and what waits; whether everything is on disk."""
        self._was_refused = False
        flushed = page is None or (page.flush() and not self._was_refused)
        return flushed and (self._bridge is None or self._bridge.retry())

    def _on_bridge_committed(self, at: datetime) -> None:
        self._insists = False
        self.committed.emit(at)

    def _on_bridge_refused(self, words: str) -> None:
        self._was_refused = True
        self.refused.emit(words)
