"""The forms of a module, or the feedback forms: a head with what concerns all of them, and a row for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.sent_form import SentForm
from advisor_app.texts import Texts
from advisor_app.ui.pages.preparation.form_row import FormRow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What stands in a row: a role (empty: nobody in particular), its words, and its form."""

    role: str
    title: str
    below: str
    form: SentForm | None


class FormsCard(QFrame):
    """``wanted(action, role, number)`` asks for something; an empty role with ``make`` means all that are missing.

    ``due_changed(day)`` asks for another day for all that are out.
    """

    wanted = Signal(str, str, str)
    due_changed = Signal(object)  # date
    typing = Signal()

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        today: date,
        *,
        with_due: bool,
        is_first: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._today = today
        self.rows: list[FormRow] = []
        self._keys: list[tuple[str, str]] = []
        self.setProperty("kind", "card")
        self._title = TextLabel(theming, "", "section", weight=600, wrap=True)
        self._about = Paragraph(theming, "", "body", "secondary")
        self.due = DateField(theming, texts, lambda: today)
        self._due_label = TextLabel(theming, self.tr("Zurück bis"), "body", "secondary")
        self._due_label.setBuddy(self.due.line)
        self.due.line.setAccessibleName(self.tr("Zurück bis"))
        self.make_button = Button(theming, "", "file-plus", "primary" if is_first else "")
        self.type_button = Button(theming, self.tr("Vom Papier eintippen …"), "keyboard")
        self._complaint = TextLabel(theming, "", "caption", "error", wrap=True)
        self._complaint.hide()
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        self._lay_out(with_due=with_due)
        self.make_button.clicked.connect(lambda: self.wanted.emit("make", "", ""))
        self.type_button.clicked.connect(lambda: self.wanted.emit("feedback", "", ""))
        self.due.edited.connect(self._on_due_edited)
        self.due.complained.connect(self._on_due_complained)
        self.due.typing.connect(self.typing)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_head(self, title: str, about: str, make: str, due: date | None, *, can_make: bool) -> None:
        """Show what concerns all forms; ``make`` says what can be made where some are missing."""
        self.make_button.setText(make)
        self._title.setText(title)
        self._about.setText(about)
        self.due.show_value(due)
        self.make_button.setVisible(can_make)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the rows; those that stay keep the focus."""
        keys = [(line.role, line.form.number if line.form is not None else "") for line in lines]
        if keys != self._keys:
            self._build(lines, keys)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_form(line.form, line.below, self._today, self._texts.language)

    def _build(self, lines: Sequence[Line], keys: list[tuple[str, str]]) -> None:
        focused = next((key[0] for key, row in zip(self._keys, self.rows, strict=True) if row.has_focus), None)
        while (item := self._holder.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self._keys = [], keys
        for line in lines:
            row = FormRow(self._theming, line.title, line.role)
            row.wanted.connect(self.wanted)
            self._holder.addWidget(hairline())
            self._holder.addWidget(row)
            self.rows.append(row)
        if focused is not None:
            again = (row for key, row in zip(keys, self.rows, strict=True) if key[0] == focused)
            if (row_again := next(again, None)) is not None:
                row_again.take_focus()

    def _lay_out(self, *, with_due: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self.type_button)
        head.addWidget(self.make_button)
        due = QHBoxLayout()
        due.setSpacing(8)
        due.addWidget(self._due_label)
        due.addWidget(self.due)
        due.addWidget(self._complaint, 1)
        due.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._about)
        layout.addLayout(due)
        layout.addSpacing(4)
        layout.addLayout(self._holder)
        # Only now: what is shown before it has its place is a window of its own for a moment.
        self.type_button.setVisible(not with_due)  # only feedback is typed without a form that was sent
        for widget in (self._due_label, self.due):
            widget.setVisible(with_due)

    def _on_due_edited(self, day: object, _batch: str) -> None:
        if isinstance(day, date):
            self.due_changed.emit(day)

    def _on_due_complained(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def _on_theming_changed(self) -> None:
        self.due.setFixedWidth(self._theming.scaled(210))
