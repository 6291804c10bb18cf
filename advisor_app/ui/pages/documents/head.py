"""The head of the page: which document, how it is shown, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

PREVIEW = "preview"
TEXTS = "texts"
_LEAST_TITLE = 220


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
        self._theming = theming
        self._actions = QWidget()
        flow = FlowLayout(12, self._actions)
        for widget in (self.mode, self.print, self.save):
            flow.addWidget(widget)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addLayout(words, 1)
        self._box.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)

    def allow(self, *, made: bool) -> None:
        """Whether there is a document to show, print and save."""
        for widget in (self.mode, self.print, self.save):
            widget.setEnabled(made)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the actions beside the title, or below it where there is no room."""
        self.mode.setMinimumHeight(self.save.sizeHint().height())
        hint = self._actions.sizeHint().width()
        beside = self.width() - hint >= self._theming.scaled(_LEAST_TITLE)
        self._actions.setMinimumWidth(hint if beside else 0)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
