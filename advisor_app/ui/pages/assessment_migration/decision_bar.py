"""The bar at the foot: what shall become of the answer, and the way to the question before or after."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton


class DecisionBar(QWidget):
    """``kept``, ``opened`` and ``unknown`` tell what was decided, ``undecided`` that it shall hold no more.

    ``inapplicable`` tells that the question does not apply, for a reason that is to be asked for.
    """

    kept = Signal()
    opened = Signal()
    unknown = Signal()
    inapplicable = Signal()
    undecided = Signal()
    stepped = Signal(int)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.keep_button = Button(theming, self.tr("Antwort behalten"), kind="chip", shortcut="B", show_keys=True)
        self.open_button = Button(theming, self.tr("Offen lassen"), kind="chip", shortcut="O", show_keys=True)
        self.unknown_button = Button(theming, self.tr("Unbekannt"), kind="chip", shortcut="U", show_keys=True)
        self.inapplicable_button = Button(
            theming, self.tr("Trifft nicht zu"), kind="chip", shortcut="N", show_keys=True
        )
        self.back_button = IconButton(theming, "arrow-left", self.tr("Frage davor"))
        self.next_button = IconButton(theming, "arrow-right", self.tr("Nächste Frage"))
        self._choices = {
            self.keep_button: self.kept,
            self.open_button: self.opened,
            self.unknown_button: self.unknown,
            self.inapplicable_button: self.inapplicable,
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

    def show_decision(
        self, decision: Decision | None, *, can_keep: bool, can_be_inapplicable: bool, covered: bool
    ) -> None:
        """Mark what was decided; a covered question is not decided blindly, and not every answer can be kept."""
        choice = None if decision is None else decision.choice
        answer = None if decision is None else decision.answer
        self.keep_button.setChecked(choice is Choice.KEPT)
        self.open_button.setChecked(choice is Choice.OPEN)
        self.unknown_button.setChecked(answer is not None and answer.state is AnswerState.UNKNOWN)
        self.inapplicable_button.setChecked(answer is not None and answer.state is AnswerState.NOT_APPLICABLE)
        for button in self._choices:
            button.setEnabled(not covered)
        self.inapplicable_button.setEnabled(can_be_inapplicable and not covered)
        self.keep_button.setEnabled(can_keep and not covered)
        reason = self.tr("Die neue Frage lässt die bisherige Antwort nicht zu.")
        self.keep_button.setToolTip(self.tr("Antwort behalten (B)") if can_keep else reason)
        always = self.tr("Die neue Frage trifft immer zu.")
        self.inapplicable_button.setToolTip(self.tr("Trifft nicht zu (N)") if can_be_inapplicable else always)

    def commands(self, kind: str) -> Iterator[Command]:
        """What can be decided, by name and key."""
        for button, icon, keys in (
            (self.keep_button, "check", "B"),
            (self.open_button, "circle-dashed", "O"),
            (self.unknown_button, "circle-question-mark", "U"),
            (self.inapplicable_button, "circle-slash", "N"),
        ):
            yield Command(title=button.text(), kind=kind, act=button.click, icon=icon, keys=keys)

    def show_neighbours(self, *, before: bool, after: bool) -> None:
        """Say whether there is a question before and one after."""
        self.back_button.setEnabled(before)
        self.next_button.setEnabled(after)

    def _on_choice_clicked(self, button: Button, *, checked: bool) -> None:
        if checked:
            self._choices[button].emit()
        else:
            self.undecided.emit()
