"""What else can be done with a step: part it, let it run beside another one, put it on another day, take it out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_app.domain.agenda import AgendaStep, StepState, state_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import MenuButton

SPLIT_KEYS, BESIDE_KEYS = "T", "G"


class StepMenu(MenuButton):
    """``day_wanted`` names the day to go to, empty for a new one."""

    split_wanted = Signal()
    beside_wanted = Signal()
    day_wanted = Signal(str)
    removal_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(theming, "", parent=parent)
        name = self.tr("Schritt teilen, verschieben oder entfernen")
        self.setToolTip(name)
        self.setAccessibleName(name)
        for keys, wanted in ((SPLIT_KEYS, self.split_wanted), (BESIDE_KEYS, self.beside_wanted)):
            QShortcut(QKeySequence(keys), self).activated.connect(wanted)

    def show_step(
        self, step: AgendaStep, days: Sequence[tuple[str, str]], *, is_parallel: bool, is_first: bool
    ) -> None:
        """Offer what can be done with a step; ``days`` it could go to, as (id, title)."""
        menu = self.menu_shown
        for action in menu.actions():
            within = action.menu()
            if isinstance(within, QWidget):
                within.deleteLater()
        menu.clear()
        if state_of(step) is not StepState.DONE:
            self.add_action(self.tr("Teilen"), "split", self.split_wanted.emit, SPLIT_KEYS)
        if step.started is None and is_parallel:
            self.add_action(self.tr("Nicht mehr parallel"), "list", self.beside_wanted.emit, BESIDE_KEYS)
        elif step.started is None and not is_first:
            words = self.tr("Parallel zum Schritt davor")
            self.add_action(words, "git-branch", self.beside_wanted.emit, BESIDE_KEYS)
        if step.started is None:
            within = self.add_menu(self.tr("Auf einen anderen Tag"), "calendar-days")
            for day, title in days:
                self.add_action(title, "calendar-days", partial(self.day_wanted.emit, day), menu=within)
            words = self.tr("Auf einen neuen Tag")
            self.add_action(words, "calendar-plus", partial(self.day_wanted.emit, ""), menu=within)
        self.add_separator()
        self.add_action(self.tr("Entfernen"), "trash-2", self.removal_wanted.emit, "Del")
