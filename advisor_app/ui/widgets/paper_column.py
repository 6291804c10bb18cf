"""What pages of text and fields stand in: one column on paper that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments

_WIDEST = 880


class PaperColumn(QScrollArea):
    """Widgets below one another, no wider than one reads."""

    def __init__(self, theming: Theming, widest: int = _WIDEST, parent: QWidget | None = None) -> None:
        """``widest`` in pixels at 100 %."""
        super().__init__(parent)
        self._theming = theming
        self._widest = widest
        content, self._column = QWidget(), QWidget()
        content.setProperty("kind", "paper")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 20, 24, 28)
        row.addWidget(self._column, 1)
        row.addStretch(0)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below those that are there."""
        for widget in widgets:
            # What is chosen or pressed is as wide as its words, everything else as wide as the column.
            aligned = Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button | Segments) else Qt.AlignmentFlag(0)
            self._layout.insertWidget(self._layout.count() - 1, widget, 0, aligned)

    def arrange(self, widgets: Sequence[QWidget]) -> None:
        """Put widgets that are there into this order, in the places that they take."""
        places = sorted(self._layout.indexOf(widget) for widget in widgets)
        if [self._layout.indexOf(widget) for widget in widgets] == places:
            return
        for place, widget in zip(places, widgets, strict=True):
            self._layout.removeWidget(widget)
            self._layout.insertWidget(place, widget)

    def insert_below(self, above: QWidget, widget: QWidget) -> None:
        """Put a widget right below one that is there."""
        self._layout.insertWidget(self._layout.indexOf(above) + 1, widget)

    def replace(self, old: QWidget, new: QWidget) -> None:
        """Put a widget in the place of one that is there."""
        place = self._layout.indexOf(old)
        self._layout.removeWidget(old)
        self._layout.insertWidget(place, new)

    def _on_theming_changed(self) -> None:
        self._column.setMaximumWidth(self._theming.scaled(self._widest))
