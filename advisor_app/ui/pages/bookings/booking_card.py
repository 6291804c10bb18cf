"""One booking: its state with what usually follows, its days in their order, who pays and how much."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.booking_course import DAYS
from advisor_app.domain.case import Case
from advisor_app.services.clock import today
from advisor_app.texts.bookings import finding_words, unusual_words
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.booking_words import financing_words, state_words
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.dates import short_day
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.money_field import MoneyField
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.value_field import TextLine, ValueField

_COLUMNS = 4


class BookingCard(QFrame):
    """``moved(state)`` and ``edited(attribute, value, batch)`` ask for a change; ``chosen``: its box was clicked."""

    moved = Signal(object)
    edited = Signal(str, object, str)
    chosen = Signal()
    typing = Signal()

    def __init__(self, context: PageContext, booking: Booking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        self._context = context
        self._unusual = ""
        self._unusual_state: BookingState | None = None
        self.booking = booking
        self.setProperty("kind", "card")
        self.box = QCheckBox()
        self._title = TextLabel(theming, "", "section", weight=600, wrap=True)
        self.state = ChoiceField([(item, state_words(item)) for item in BookingState])
        self.days = {name: DateField(theming, workspace.texts, partial(today, workspace.clock)) for name in DAYS}
        self._workshop = TextLabel(theming, "", "body", "secondary", tabular=True, wrap=True)
        self.financing = ChoiceField([(item, financing_words(item)) for item in Financing])
        programmes = workspace.bookings.programmes(booking.module)
        self.programme = ChoiceField([(None, self.tr("noch offen")), *((item.id, item.short) for item in programmes)])
        self.price = MoneyField(theming, workspace.texts, self.tr("Preis"))
        self.note = TextLine()
        self._remarks = Paragraph(theming, "", "body", "amber")
        self._complaint = TextLabel(theming, "", "caption", "error", wrap=True)
        self._complaint.hide()
        self._grid = QGridLayout()
        self._is_narrow = False
        self._lay_out()
        self._connect()

    @property
    def remarks(self) -> str:
        """What is said of the booking: an unusual step, and what does not fit together."""
        return "" if self._remarks.isHidden() else self._remarks.text()

    def show_booking(self, case: Case, booking: Booking) -> None:
        """Show the booking as it is now."""
        workspace = self._context.workspace
        if self._unusual_state is not booking.state:  # taken back, or gone on
            self._unusual = ""
        self.booking = booking
        module = workspace.catalog.modules.get(booking.module)
        title = booking.module if module is None else f"{booking.module} {module.title}"
        communes = {commune.id: commune.title for commune in case.head.communes}
        several = len(case.head.communes) > 1 and booking.commune in communes
        self._title.setText(f"{title}, {communes[booking.commune]}" if several else title)
        self.box.setAccessibleName(self.tr("{module} auswählen").format(module=booking.module))
        self.state.show_value(booking.state)
        for name, field in self.days.items():
            field.show_value(getattr(booking, name))
        days = workspace.bookings.workshop(case, booking)
        language = workspace.texts.language
        self._workshop.setText(", ".join(short_day(day, language) for day in days) or self.tr("noch ohne Termin"))
        self.financing.show_value(booking.financing)
        self.programme.show_value(booking.programme)
        self.programme.setEnabled(booking.financing is Financing.PROGRAMME)
        self.price.show_value(booking.price)
        self.note.show_value(booking.note.text)
        self._show_remarks(case, booking)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the fields into half as many columns, or into all."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._place()

    def tell_unusual(self, before: Booking, state: BookingState) -> None:
        """Say that a step is not the usual one, until another one is taken."""
        self._unusual = unusual_words(before, state, self._context.workspace.texts)
        self._unusual_state = state

    def tell_usual(self) -> None:
        """The last step was a usual one."""
        self._unusual = ""

    def flush(self) -> None:
        """Commit what is half typed."""
        for field in (*self.days.values(), self.price, self.note):
            field.flush()

    def _show_remarks(self, case: Case, booking: Booking) -> None:
        texts, bookings = self._context.workspace.texts, self._context.workspace.bookings
        words = [self._unusual, *(finding_words(item, texts) for item in bookings.findings(case, booking))]
        self._remarks.setText("\n".join(filter(None, words)))
        self._remarks.setVisible(any(words))

    def _lay_out(self) -> None:
        theming = self._context.theming
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        head.addWidget(self.state)
        self.state.set_name(self.tr("Stand von {module}").format(module=self.booking.module))
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        labels = {
            "requested_on": self.tr("Angefragt am"),
            "applied_on": self.tr("Beantragt am"),
            "approved_on": self.tr("Bewilligt am"),
            "completed_on": self.tr("Abgeschlossen am"),
        }
        workshop = QWidget()
        column = QVBoxLayout(workshop)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(theming, self.tr("Workshop"), "caption", "secondary"))
        column.addWidget(self._workshop)
        column.addStretch(1)
        self._fields = (
            *(LabelledField(theming, labels[name], field) for name, field in self.days.items()),
            LabelledField(theming, self.tr("Finanzierung"), self.financing),
            LabelledField(theming, self.tr("Programm"), self.programme),
            LabelledField(theming, self.tr("Preis"), self.price),
            workshop,
        )
        self._note_field = LabelledField(theming, self.tr("Anmerkung (intern)"), self.note)
        self._place()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._remarks)
        layout.addLayout(self._grid)
        layout.addWidget(self._complaint)

    def _place(self) -> None:
        columns = _COLUMNS // 2 if self._is_narrow else _COLUMNS
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns)
        self._grid.addWidget(self._note_field, len(self._fields) // columns, 0, 1, columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _connect(self) -> None:
        self.box.clicked.connect(lambda _checked: self.chosen.emit())
        self.state.edited.connect(lambda state, _batch: self.moved.emit(state))
        fields: dict[str, ValueField] = {
            **self.days,
            "financing": self.financing,
            "programme": self.programme,
            "price": self.price,
            "note": self.note,
        }
        for name, field in fields.items():
            field.edited.connect(partial(self.edited.emit, name))
            field.typing.connect(self.typing)
            field.complained.connect(self._on_complained)

    def _on_complained(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
