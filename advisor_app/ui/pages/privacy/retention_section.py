"""How long the case is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.case import Retention
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.value_field import TextLine


class RetentionSection(QWidget):
    """``edited(until, reason, batch)``: keep the case at least until a day, None for the usual time."""

    edited = Signal(object, str, str)
    typing = Signal()

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._today = today
        self._retention: Retention | None = None
        self.state = Paragraph(theming, "", "body", "secondary", tabular=True)
        self.form = Form(theming)
        self.until = DateField(theming, texts, today)
        self.reason = TextLine()
        self.form.add("until", self.tr("Aufbewahren mindestens bis"), self.until)
        self.form.add("reason", self.tr("Warum"), self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(TextLabel(theming, self.tr("Aufbewahrung"), "section"))
        layout.addWidget(self.state)
        layout.addWidget(self.form)
        self.form.edited.connect(self._on_form_edited)
        self.form.typing.connect(self.typing)

    def show_retention(self, retention: Retention | None, due_on: date, months: int) -> None:
        """Show until when the case is kept."""
        self._retention = retention
        day = format_date(due_on, self._texts.language)
        words = self.tr("Die Frist beträgt {months} Monate nach der letzten Änderung und endet am {day}.")
        if due_on <= self._today():
            words = self.tr("Die Frist von {months} Monaten nach der letzten Änderung ist am {day} abgelaufen.")
        self.state.setText(words.format(months=months, day=day))
        self.until.show_value(None if retention is None else retention.until)
        self.reason.show_value("" if retention is None else retention.reason)
        self.reason.setEnabled(retention is not None)

    def flush(self) -> None:
        """Commit what is half typed."""
        self.form.flush()

    def _on_form_edited(self, attribute: str, value: object, batch: str) -> None:
        until = self._retention.until if self._retention else None
        reason = self._retention.reason if self._retention else ""
        if attribute == "until":
            self.edited.emit(value, reason, batch)
        elif until is not None:
            self.edited.emit(until, value, batch)
