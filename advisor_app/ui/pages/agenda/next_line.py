"""What comes next, always in sight above the foot: title, time and length, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

KEYS = "W"
_ICON = 44  # beside the words of the button: icon, gap and edges
_KEYS = 44


class NextLine(QWidget):
    """``go_on_wanted``: what runs ends, and this begins."""

    go_on_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._words = self.tr("Nächster Schritt")
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._when_words, self._time = "", ""
        self._when = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.title = TextLabel(theming, "", "body", weight=600, wrap=True)
        self.go_on = Button(
            theming,
            self._words,
            "arrow-right",
            "link",
            shortcut=KEYS,
            tooltip=self.tr("Beenden und den nächsten Schritt beginnen"),
            show_keys=True,
        )
        self.go_on.setAccessibleName(self._words)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._when)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.go_on)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.set_narrow(narrow=False)

    def show_next(self, when: str, title: str, *, time: str = "", runs: bool) -> None:
        """Show what comes next and when, where it is narrow only its ``time``; ``runs``: one can go on to it."""
        self._when_words, self._time = when, time
        self.title.setText(title)
        self.go_on.setVisible(runs and bool(title))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Follow the margins of the foot."""
        self._row.setContentsMargins(16 if narrow else 32, 4, 16 if narrow else 32, 4)
        self._fit()

    def _fit(self) -> None:
        """Where the line is narrow the keys go, then the words of the button, and of the time before the title.

        What is still too long goes on in further lines.
        """
        margins = self._row.contentsMargins()
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        when = self._when.fontMetrics().horizontalAdvance(self._when_words)
        room = self.width() - margins.left() - margins.right() - 2 * self._row.spacing() - title - when
        button = 0 if self.go_on.isHidden() else self._theming.scaled(_ICON)
        self._when.setText(self._time if self._time and room < button else self._when_words)
        words = self.go_on.fontMetrics().horizontalAdvance(self._words) + self._theming.scaled(_ICON)
        has_words = room >= words
        shown = self._words if has_words else ""
        if self.go_on.text() != shown:  # a layout that is asked for again and again never comes to rest
            self.go_on.setText(shown)
        self.go_on.set_keys_visible(visible=has_words and room >= words + self._theming.scaled(_KEYS))
