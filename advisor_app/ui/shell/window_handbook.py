"""The window's side of the handbook: which page of the program is to be explained, and when its window goes.

What shows it is loaded when it is first asked for, so that the window does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from advisor_app.ui.handbook.window import HandbookWindow
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.shell.theming import Theming

LOCKED, FAULT = "locked", "fault"
WITHOUT_PAGE = (LOCKED, FAULT)
"""What the handbook explains although it is no page: the screen that asks for a key, and the one after a fault."""

_SHARED_KEYS = ("Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+L", "F5", "F6", "F7", "F8", "F9")
"""Keys of the main window that also work while one reads: size of text, lock, projector."""


class WindowHandbook(QObject):
    """Opens the handbook in a window of its own, made once."""

    def __init__(self, window: MainWindow, theming: Theming, language: str) -> None:
        super().__init__(window)
        self._window = window
        self._theming = theming
        self._language = language
        self._shown: HandbookWindow | None = None

    @property
    def shown(self) -> HandbookWindow | None:
        """The handbook's window, None before it is first opened."""
        return self._shown

    def open(self) -> None:
        """Show what explains the page that is shown."""
        self._prepared().show_page(self._page())

    def close(self) -> None:
        """The program ends."""
        if self._shown is not None:
            self._shown.close()
            self._shown.deleteLater()
            self._shown = None

    def _page(self) -> str:
        window = self._window
        if window.fault_ways.text:
            return FAULT
        if window.lock_screen.is_shown:
            return LOCKED
        return window.stack.entry.name if window.stack.entry is not None else ""

    def _prepared(self) -> HandbookWindow:
        if self._shown is None:
            from advisor_app.ui.handbook.window import HandbookWindow
            from advisor_app.ui.shell.background import BackgroundLane

            # A lane of its own: whoever looks something up does not wait for a backup.
            lane = BackgroundLane(self._window.lane)
            lane.crashed.connect(self._window.show_crash)
            lane.unheard.connect(self._window.lane.unheard)
            self._shown = HandbookWindow(self._theming, lane, self._language)
            shared = {QKeySequence(keys) for keys in _SHARED_KEYS}
            self._shown.addActions([action for action in self._window.actions() if action.shortcut() in shared])
        return self._shown
