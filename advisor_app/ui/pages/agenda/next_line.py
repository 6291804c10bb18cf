"""What comes next, always in sight above the foot: title, time and length, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel

KEYS = "W"
_WITH_KEYS_FROM = 340


class NextLine(QWidget):
    """``go_on_wanted``: what runs ends, and this begins."""

    go_on_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._when = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.title = ElidedLabel(theming, "", "body", weight=600)
        self.go_on = Button(
            theming,
            self.tr("Nächster Schritt"),
            "arrow-right",
            "link",
            shortcut=KEYS,
            tooltip=self.tr("Beenden und den nächsten Schritt beginnen"),
            show_keys=True,
        )
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._when)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.go_on)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.set_narrow(narrow=False)

    def show_next(self, when: str, title: str, *, runs: bool) -> None:
        """Show what comes next and when; ``runs``: the day does, so that one can go on to it."""
        self._when.setText(when)
        self.title.setText(title)
        self.go_on.setVisible(runs and bool(title))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.go_on.set_keys_visible(visible=event.size().width() >= self._theming.scaled(_WITH_KEYS_FROM))

    def set_narrow(self, *, narrow: bool) -> None:
        """Follow the margins of the foot."""
        self._row.setContentsMargins(16 if narrow else 32, 4, 16 if narrow else 32, 4)
