"""What the next phase lacks: every unmet condition, the first one marked as the one that limits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.phases import MODULE_SCORE
from advisor_app.services.results import UnmetCondition
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

_LINK_HEIGHT = 28
"""Of a condition that leads somewhere; one that leads nowhere is as high."""


class UnmetList(QWidget):
    """A heading and a line per condition; a question or dimension leads to its place in the assessment."""

    opened = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._heading = TextLabel(theming, "", "section", wrap=True)
        self._lines: QFrame | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 0, 0)
        self._layout.addWidget(self._heading)

    def show_conditions(self, heading: str, conditions: Sequence[UnmetCondition]) -> None:
        """Show these conditions, or nothing."""
        if self._lines is not None:
            self._layout.removeWidget(self._lines)
            self._lines.deleteLater()
            self._lines = None
        self.setVisible(bool(conditions))
        self._heading.setText(heading)
        if not conditions:
            return
        self._lines = QFrame()
        self._lines.setProperty("kind", "card-amber")
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, condition in enumerate(conditions):
            self._add(grid, row, condition)
        self._layout.addWidget(self._lines)

    def _add(self, grid: QGridLayout, row: int, condition: UnmetCondition) -> None:
        theming = self._theming
        icon = QLabel()
        side = theming.icon_size()
        icon.setPixmap(theming.icon("circle-alert", "amber").pixmap(QSize(side)))
        grid.addWidget(icon, row, 0)
        if condition.item == MODULE_SCORE:
            grid.addWidget(TextLabel(theming, condition.title, "body", weight=600), row, 1)
            grid.setRowMinimumHeight(row, theming.scaled(_LINK_HEIGHT))
        else:
            button = Button(theming, condition.title, "", "link")
            button.clicked.connect(lambda _checked=False, item=condition.item: self.opened.emit(item))
            grid.addWidget(button, row, 1)
        actual = self.tr("heute {value}").format(value=condition.actual)
        required = self.tr("nötig {value}").format(value=condition.required)
        grid.addWidget(TextLabel(theming, actual, "body", "secondary", tabular=True), row, 2)
        grid.addWidget(TextLabel(theming, required, "body", "amber", tabular=True), row, 3)
