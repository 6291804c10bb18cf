"""On which day the answers were given: what reports and comparisons call an assessment by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.services.clock import today
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from advisor_app.ui.widgets.date_field import DateField


class HeldLine(QWidget):
    """The day, and its field once somebody wants to change it: the page of questions is to be there at once.

    ``edited(day, batch)`` asks to keep another day, None for one that nobody knows.
    """

    edited = Signal(object, str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Assessment | None = None
        self.button = Button(context.theming, "", "calendar-days", "link")
        self.field: DateField | None = None  # made when it is wanted
        self._row = QWidget()
        self._complaint = TextLabel(context.theming, "", "caption", "error", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._row)
        column.addWidget(self._complaint)
        self._row.hide()
        self._complaint.hide()
        self.button.clicked.connect(self.begin)

    def show_assessment(self, assessment: Assessment | None) -> None:
        """Show the day of an assessment."""
        is_other = assessment is None or self._shown is None or assessment.id != self._shown.id
        self._shown = assessment
        self.setVisible(assessment is not None)
        held_on = None if assessment is None else assessment.held_on
        language = self._context.workspace.preferences.language
        self.button.setText(
            self.tr("Tag der Erhebung eintragen")
            if held_on is None
            else self.tr("Erhoben am {day}").format(day=format_date(held_on, language))
        )
        if self.field is not None:
            self.field.show_value(held_on)
        if is_other:
            self._row.hide()
            self._complaint.hide()
            self.button.show()

    def begin(self) -> None:
        """Let the day be changed."""
        field = self.field or self._make_field()
        self.button.hide()
        self._row.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Commit what is half typed."""
        if self.field is not None:
            self.field.flush()

    def _make_field(self) -> DateField:
        from advisor_app.ui.widgets.date_field import DateField

        theming, workspace = self._context.theming, self._context.workspace
        words = self.tr("Erhoben am")
        field = self.field = DateField(theming, workspace.texts, partial(today, workspace.clock))
        field.set_name(words)
        field.show_value(None if self._shown is None else self._shown.held_on)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(theming, words, "caption", "secondary"))
        row.addWidget(field, 1)
        field.edited.connect(self.edited)
        field.typing.connect(self.typing)
        field.complained.connect(self._on_complained)
        return field

    def _on_complained(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
