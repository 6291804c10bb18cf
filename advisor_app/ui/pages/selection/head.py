"""The head of the page: what it is for, which part is shown, and its document."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.labels import TextLabel

PARTS = ("areas", "candidates", "ranking", "decision")


class SelectionHead(QWidget):
    """Title, parts and the document."""

    pdf_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.parts = Segments(theming, tuple((part, title, "") for part, title in self.titles().items()))
        self.pdf = Button(theming, self.tr("PDF ansehen"), "file-text", "primary", shortcut="Ctrl+P")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(theming, self.tr("Auswahl"), "page", wrap=True))
        words.addWidget(self._below)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.pdf, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 8)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.pdf.clicked.connect(self.pdf_wanted)

    def titles(self) -> dict[str, str]:
        """What the parts are called, in the order in which one works through them."""
        return {
            "areas": self.tr("Wirkungsbereiche"),
            "candidates": self.tr("Kandidaten"),
            "ranking": self.tr("Rangfolge"),
            "decision": self.tr("Entscheidung"),
        }

    def show_state(self, words: str, *, has_candidates: bool) -> None:
        """Show how far the choice is; there is no document without candidates."""
        self._below.setText(words)
        self.pdf.setEnabled(has_candidates)
