"""A small whole number that is typed or stepped: people, votes, dots."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from advisor_app.domain.foundations import MOST_VOTES
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming

_FIGURE_WIDTH = 64


class FigureBox(QSpinBox):
    """A number of people. It tells what was typed once that is finished, and what the arrows do at once."""

    changed = Signal(int)

    def __init__(
        self, theming: Theming, name: str, most: int = MOST_VOTES, least: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = least
        self.setMinimumWidth(theming.scaled(_FIGURE_WIDTH))
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._on_self_value_changed)

    def show_figure(self, figure: int) -> None:
        """Show a figure without telling anybody."""
        self._shown = figure
        self.blockSignals(True)
        self.setValue(figure)
        self.blockSignals(False)

    @override
    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.selectAll()

    def _on_self_value_changed(self, value: int) -> None:
        if value != self._shown:
            self._shown = value
            self.changed.emit(value)
