"""The bar at the foot: what shall become of the answer, and the way to the question before or after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton


class DecisionBar(QWidget):
    """``kept``, ``opened`` and ``unknown`` tell what was decided, ``undecided`` that it shall hold no more."""

    kept = Signal()
    opened = Signal()
    unknown = Signal()
    undecided = Signal()
    stepped = Signal(int)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.keep_button = Button(theming, self.tr("Antwort behalten"), kind="chip", shortcut="B", show_keys=True)
        self.open_button = Button(theming, self.tr("Offen lassen"), kind="chip", shortcut="O", show_keys=True)
        self.unknown_button = Button(theming, self.tr("Unbekannt"), kind="chip", shortcut="U", show_keys=True)
        self.back_button = IconButton(theming, "arrow-left", self.tr("Frage davor"))
        self.next_button = IconButton(theming, "arrow-right", self.tr("Nächste Frage"))
        self._choices = {
            self.keep_button: self.kept,
            self.open_button: self.opened,
            self.unknown_button: self.unknown,
        }
        choices = QWidget()
        flow = FlowLayout(12, choices)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 12, 32, 12)
        layout.setSpacing(12)
        layout.addWidget(choices, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.back_button)
        layout.addWidget(self.next_button)
        for button in self._choices:
            flow.addWidget(button)
            button.setCheckable(True)
            button.clicked.connect(lambda checked, button=button: self._on_choice_clicked(button, checked=checked))
        self.back_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.next_button.clicked.connect(lambda: self.stepped.emit(1))

    def show_decision(self, decision: Decision | None, *, can_keep: bool, covered: bool) -> None:
        """Mark what was decided; a covered question is not decided blindly, and not every answer can be kept."""
        choice = None if decision is None else decision.choice
        answer = None if decision is None else decision.answer
        self.keep_button.setChecked(choice is Choice.KEPT)
        self.open_button.setChecked(choice is Choice.OPEN)
        self.unknown_button.setChecked(answer is not None and answer.state is AnswerState.UNKNOWN)
        for button in self._choices:
            button.setEnabled(not covered)
        self.keep_button.setEnabled(can_keep and not covered)
        reason = self.tr("Die neue Frage lässt die bisherige Antwort nicht zu.")
        self.keep_button.setToolTip(self.tr("Antwort behalten (B)") if can_keep else reason)

    def show_neighbours(self, *, before: bool, after: bool) -> None:
        """Say whether there is a question before and one after."""
        self.back_button.setEnabled(before)
        self.next_button.setEnabled(after)

    def _on_choice_clicked(self, button: Button, *, checked: bool) -> None:
        if checked:
            self._choices[button].emit()
        else:
            self.undecided.emit()
