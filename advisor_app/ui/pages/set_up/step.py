"""What every step of the set-up is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.changes import Change
from advisor_app.ui.pages.set_up.frame import StepColumn
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.labels import TextLabel


class Step(QWidget):
    """One step: shows a part of the case and commits every edit at once."""

    typing = Signal()
    removed = Signal(str)
    finished = Signal()  # Ctrl+Enter in a text: on to the next step
    wanted = Signal(str)  # another step, by its name

    NAME = ""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.bridge = bridge
        self.theming = context.theming
        self.texts = context.workspace.texts

    @property
    def case(self) -> Case:
        """The snapshot as it is now."""
        return self.bridge.case

    def title(self) -> str:
        """The name of the step in the list and on the buttons that lead to it."""
        raise NotImplementedError

    def state(self) -> StepState:
        """How the step stands."""
        raise NotImplementedError

    def refresh(self, changes: tuple[Change, ...]) -> None:
        """Show the snapshot anew; empty changes mean that a person's data changed, or the first showing."""
        raise NotImplementedError

    def flush(self) -> None:
        """Commit what is half typed."""

    def take_focus(self) -> None:
        """Put the focus where the step begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_column(self, question: str, explanation: str) -> StepColumn:
        """The column of the step, headed by its question."""
        column = StepColumn(self.theming)
        column.column.addWidget(TextLabel(self.theming, question, "section", weight=600, wrap=True))
        column.column.addWidget(TextLabel(self.theming, explanation, "body", "secondary", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(column, 100)
        row.addStretch(1)
        return column
