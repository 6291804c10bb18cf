"""What stands in place of a confidential question in a workshop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class RevealButton(Button):
    """Leaves the arrows to the page, so that they go on to the next question here too."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Cover(QWidget):
    """One line that says why nothing is shown, and the button that uncovers the question."""

    revealed = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._icon = QLabel()
        words = TextLabel(
            theming,
            self.tr("Vertraulich: nur in der Vorab-Abfrage; zum Bearbeiten aufdecken"),
            "emphasised",
            "secondary",
            wrap=True,
        )
        self.button = RevealButton(theming, self.tr("Aufdecken"), "eye")
        self.button.setAccessibleDescription(words.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 24, 0, 24)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.revealed)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def _on_theming_changed(self) -> None:
        self._icon.setPixmap(self._theming.icon("lock", "ink2").pixmap(self._theming.icon_size()))
