"""On which day the answers were given: what reports and comparisons call an assessment by."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.services.clock import today
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.labels import TextLabel


class HeldLine(QWidget):
    """``edited(day, batch)`` asks to keep another day, None for one that nobody knows."""

    edited = Signal(object, str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        words = self.tr("Erhoben am")
        self.field = DateField(theming, workspace.texts, partial(today, workspace.clock))
        self.field.set_name(words)
        self._complaint = TextLabel(theming, "", "caption", "error", wrap=True)
        self._complaint.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(TextLabel(theming, words, "caption", "secondary"))
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._complaint)
        self.field.edited.connect(self.edited)
        self.field.typing.connect(self.typing)
        self.field.complained.connect(self._on_complained)

    def show_assessment(self, assessment: Assessment | None) -> None:
        """Show the day of an assessment."""
        self.setVisible(assessment is not None)
        self.field.show_value(None if assessment is None else assessment.held_on)

    def flush(self) -> None:
        """Commit what is half typed."""
        self.field.flush()

    def _on_complained(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
