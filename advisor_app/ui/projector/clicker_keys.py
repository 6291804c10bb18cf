"""The keys of a clicker in the window with the notes, wherever the focus is; texts keep what belongs to them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_app.ui.projector.wishes import CLICKER, Wish
from advisor_app.ui.shell.page import Page

_TURNS = (Wish.NEXT, Wish.PREVIOUS)


class ClickerKeys(QObject):
    """``wished`` carries the Wish. As shortcuts they come before lists and scroll bars, which would take them.

    Fields for text claim what can be typed there, and a widget that uses one of these letters claims it likewise (an
    accepted ``ShortcutOverride``).
    """

    wished = Signal(object)  # Wish

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._shortcuts: list[tuple[Qt.Key, Wish, QShortcut]] = []
        for key, wish in CLICKER.items():
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(partial(self.wished.emit, wish))
            self._shortcuts.append((key, wish, shortcut))
        self.listen(running=False, page=None)

    def listen(self, *, running: bool, page: Page | None) -> None:
        """Take keys while a room looks on: those that turn over where the page has an order, letters that it leaves."""
        turns = page is not None and page.turns
        letters = page is None or page.leaves_letters
        for key, wish, shortcut in self._shortcuts:
            is_free = letters if key is Qt.Key.Key_B else turns or wish not in _TURNS
            shortcut.setEnabled(running and is_free)
