"""The head of the page: which document, how it is shown, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.labels import TextLabel

PREVIEW = "preview"
TEXTS = "texts"


class DocumentsHead(QWidget):
    """Title and state of the chosen document, its two views, and the buttons that print and save it."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(theming, "", "page")
        self.state = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.mode = Segments(theming, ((PREVIEW, self.tr("Vorschau"), "eye"), (TEXTS, self.tr("Texte"), "pencil")))
        self.print = Button(theming, self.tr("Drucken"), "printer", shortcut="Ctrl+P")
        self.save = Button(theming, self.tr("PDF speichern"), "file-down", "primary", shortcut="Ctrl+S")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        for widget in (self.mode, self.print, self.save):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        theming.changed.connect(self._fit)
        self._fit()

    def allow(self, *, made: bool) -> None:
        """Whether there is a document to show, print and save."""
        for widget in (self.mode, self.print, self.save):
            widget.setEnabled(made)

    def _fit(self) -> None:
        self.mode.setMinimumHeight(self.save.sizeHint().height())
