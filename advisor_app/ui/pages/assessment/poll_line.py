"""The line below the cards from which a poll begins, and which tells how the last one came out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, key_label


class PollLine(QWidget):
    """Two buttons with their keys: ``question`` opens the poll about a question, ``target`` that about a target."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(theming, "", "body", "secondary", tabular=True)
        self._needed = TextLabel(theming, "", "caption", "tag-amber")
        self.question = Button(theming, self.tr("Punktabfrage"), "users", tooltip=self.tr("Punktabfrage (P)"))
        self.target = Button(theming, self.tr("Zielstufe"), "target", tooltip=self.tr("Zielstufe abfragen (T)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._words, self._needed):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        for button, key in ((self.question, "P"), (self.target, "T")):
            row.addWidget(button)
            row.addWidget(key_label(theming, key), 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def words(self) -> str:
        """What the line says of the last poll."""
        return " ".join(filter(None, (self._words.text(), self._needed.text())))

    def show_summary(self, words: str, needed: str) -> None:
        """Tell of the last poll about the question; empty words where there was none."""
        self._words.setText(words)
        self._needed.setText(needed)
        self._needed.setVisible(bool(needed))
