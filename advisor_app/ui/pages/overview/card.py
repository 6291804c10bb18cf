"""A titled part of the overview with lines in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel

_HEAD_HEIGHT = 28


class Card(QFrame):
    """A heading, something at its right, and lines that are replaced as a whole."""

    def __init__(self, theming: Theming, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._theming = theming
        self._title = TextLabel(theming, title, "emphasised", weight=600)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._body: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 14)
        self._layout.setSpacing(8)
        self._layout.addLayout(self._head)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the right of the heading."""
        self._head.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the lines, for good."""
        self._layout.addWidget(widget)

    def show_body(self, body: QWidget) -> None:
        """Replace the lines."""
        place = 1
        if self._body is not None:
            place = self._layout.indexOf(self._body)
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._layout.insertWidget(place, body)

    def _on_theming_changed(self) -> None:
        """Headings of neighbouring cards stand on one line, with and without a button beside them."""
        self._title.setMinimumHeight(self._theming.scaled(_HEAD_HEIGHT))
