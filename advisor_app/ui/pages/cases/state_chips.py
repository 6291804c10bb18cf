"""The chips that narrow the list to a state, each with how many cases it would show."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from advisor_app.domain.booking import BookingState
from advisor_app.ui.pages.cases.rows import CLOSED, DRAFT, OPEN
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.booking_words import state_words
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout

_ORDER = (
    OPEN,
    DRAFT,
    BookingState.REQUESTED.value,
    BookingState.APPLIED.value,
    BookingState.APPROVED.value,
    BookingState.SCHEDULED.value,
    BookingState.RUNNING.value,
    BookingState.FOLLOW_UP.value,
    BookingState.PAUSED.value,
    CLOSED,
)


class StateChips(QWidget):
    """One chip is chosen; those that would show nothing are left out unless they are chosen."""

    chosen = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(8, self)
        self._chips: dict[str, Button] = {}
        group = QButtonGroup(self)
        for name in _ORDER:
            chip = Button(theming, self._label(name), "archive" if name == CLOSED else "", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            group.addButton(chip)
            layout.addWidget(chip)
            self._chips[name] = chip
        self._chips[OPEN].setChecked(True)

    @property
    def current(self) -> str:
        """The chosen state."""
        return next(name for name, chip in self._chips.items() if chip.isChecked())

    def chip(self, name: str) -> Button:
        """The chip of a state."""
        return self._chips[name]

    def choose(self, name: str) -> None:
        """Choose a state without telling anybody."""
        self._chips[name].setChecked(True)

    def show_counts(self, counts: Counter[str]) -> None:
        """Show how many cases each state has."""
        for name, chip in self._chips.items():
            count = counts[name]
            chip.setText(f"{self._label(name)}  {count}")
            words = self.tr("{state}, 1 Fall") if count == 1 else self.tr("{state}, {count} Fälle")
            chip.setAccessibleName(words.format(state=self._label(name), count=count))
            chip.setVisible(bool(count) or chip.isChecked() or name == OPEN)

    def _label(self, name: str) -> str:
        special = {OPEN: self.tr("Alle offenen"), DRAFT: self.tr("Entwurf"), CLOSED: self.tr("Abgeschlossen")}
        return special[name] if name in special else state_words(BookingState(name))
