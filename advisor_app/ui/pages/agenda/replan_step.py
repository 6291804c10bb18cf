"""The chosen step of the preview: what it would cost to drop it, and what else can become of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.agenda import StepState, state_of
from advisor_app.domain.agenda_replan import ReplannedStep, StepFate
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_MOST_DAYS = 3


class ReplanStepCard(QFrame):
    """``drop_toggled(step)``; ``move_chosen(step, day)``, without a day it stays."""

    drop_toggled = Signal(str)
    move_chosen = Signal(str, str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._step = ""
        self._moved = False
        self.setProperty("kind", "card-soft")
        self._title = TextLabel(theming, "", "body", weight=600, wrap=True)
        self.costs = Paragraph(theming, "", "body", "secondary")
        self.drop = Button(theming, "", "skip-forward", tooltip=self.tr("Entf in der Tabelle"))
        self._holder = QWidget()
        self._flow = FlowLayout(8, self._holder)
        self._flow.addWidget(self.drop)
        self.days: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for widget in (self._title, self.costs, self._holder):
            column.addWidget(widget)
        self.drop.clicked.connect(lambda: self.drop_toggled.emit(self._step))

    def show_step(self, item: ReplannedStep | None, costs: Sequence[str] | None, days: Mapping[str, str]) -> None:
        """Show a step with what dropping it costs, None where it is not meant to go; only an open one can."""
        self.setVisible(item is not None)
        if item is None:
            return
        self._step = item.step.id
        self._title.setText(item.step.title)
        is_open = state_of(item.step) is StepState.OPEN
        not_meant = self.tr("Die Vorlage sieht nicht vor, dass dieser Schritt entfällt.")
        words = not_meant if costs is None else " ".join((self.tr("Kann entfallen."), *costs))
        self.costs.setText(words if is_open else self.tr("Dieser Schritt hat begonnen."))
        self.drop.setVisible(is_open and item.fate is not StepFate.MOVED)
        dropped = item.fate is StepFate.DROPPED
        self.drop.setText(self.tr("Doch behalten") if dropped else self.tr("Streichen"))
        self._show_days(days if is_open and not dropped else {}, moved=item.fate is StepFate.MOVED)

    def _show_days(self, days: Mapping[str, str], *, moved: bool) -> None:
        shown = {"": self.tr("Doch an diesem Tag")} if moved else dict(list(days.items())[:_MOST_DAYS])
        if list(shown) == list(self.days) and moved == self._moved:
            return
        self._moved = moved
        for button in self.days.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.days = {}
        for day, title in shown.items():
            words = title if moved else self.tr("Auf „{day}“").format(day=title)
            button = Button(self._theming, words, "calendar-days")
            button.clicked.connect(partial(self._on_day_clicked, day))
            self._flow.addWidget(button)
            self.days[day] = button

    def _on_day_clicked(self, day: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 — a signal's argument
        self.move_chosen.emit(self._step, day)
