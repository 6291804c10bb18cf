"""Buttons of the window, and segments of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from advisor_app.ui.shell.theming import Theming


class Button(QPushButton):
    """A push button; ``kind`` is empty, ``primary`` (one per screen), ``link``, ``chip`` or ``status``."""

    def __init__(
        self,
        theming: Theming,
        text: str,
        icon: str = "",
        kind: str = "",
        *,
        shortcut: str = "",
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon:
            role = {"primary": "on_primary", "link": "primary"}.get(kind, "ink2")
            self.setIcon(theming.icon(icon, role))
            self.setIconSize(theming.icon_size())
        hint = tooltip
        if shortcut:
            sequence = QKeySequence(shortcut)
            self.setShortcut(sequence)
            native = sequence.toString(QKeySequence.SequenceFormat.NativeText)
            hint = f"{tooltip or text} ({native})"
        if hint:
            self.setToolTip(hint)


class Segments(QWidget):
    """A row of joined buttons of which exactly one is chosen."""

    chosen = Signal(str)

    def __init__(
        self, theming: Theming, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Build from (name, label, icon) triples; the first is chosen."""
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (name, label, icon) in enumerate(choices):
            button = QPushButton(label, self)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            place = "first" if index == 0 else "last" if index == len(choices) - 1 else "middle"
            button.setProperty("place", place)
            if icon:
                button.setIcon(theming.icon(icon))
                button.setIconSize(theming.icon_size())
            button.setChecked(index == 0)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[name] = button

    def choose(self, name: str) -> None:
        """Choose a segment without telling anybody."""
        self._buttons[name].setChecked(True)

    def current(self) -> str:
        """The chosen segment's name."""
        return next(name for name, button in self._buttons.items() if button.isChecked())
