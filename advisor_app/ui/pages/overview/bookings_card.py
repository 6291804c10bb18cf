"""Booked modules: state and financing can be changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.ui.pages.overview.card import Card
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.booking_words import financing_words, state_words
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.labels import TextLabel


class BookingsCard(Card):
    """One line per booking; fields are built once per booking and only filled afterwards."""

    edited = Signal(object, object)  # Booking before, Booking after
    set_up_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, self.tr("Buchungen"), parent)
        self._context = context
        self._bookings: dict[str, Booking] = {}
        self._fields: dict[str, tuple[ChoiceField, ChoiceField]] = {}
        self.more_button = Button(context.theming, self.tr("Tage und Preise"), "briefcase-business", "link")
        change = Button(context.theming, self.tr("Module und Förderung"), "scale", "link")
        change.clicked.connect(self.set_up_wanted)
        self.more_button.clicked.connect(self.more_wanted)
        self.add_to_head(self.more_button)
        self.add_to_head(change)

    def show_bookings(self, bookings: Mapping[str, Booking]) -> None:
        """Show these bookings."""
        if set(bookings) != set(self._fields) or not bookings:
            self._build(bookings)
        self._bookings = dict(bookings)
        for name, booking in bookings.items():
            state, financing = self._fields[name]
            state.show_value(booking.state)
            financing.show_value(booking.financing)

    def _build(self, bookings: Mapping[str, Booking]) -> None:
        theming = self._context.theming
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        self._fields = {}
        if not bookings:
            grid.addWidget(TextLabel(theming, self.tr("Noch kein Modul gebucht."), "body", "secondary"), 0, 0, 1, 2)
        for row, booking in enumerate(sorted(bookings.values(), key=lambda item: (item.module, item.id))):
            module = self._context.workspace.catalog.modules.get(booking.module)
            state = ChoiceField([(item, state_words(item)) for item in BookingState])
            state.set_name(self.tr("Stand von {module}").format(module=booking.module))
            financing = ChoiceField([(item, financing_words(item)) for item in Financing])
            financing.set_name(self.tr("Finanzierung von {module}").format(module=booking.module))
            state.edited.connect(lambda value, _batch, name=booking.id: self._change(name, state=value))
            financing.edited.connect(lambda value, _batch, name=booking.id: self._change(name, financing=value))
            chip = TextLabel(theming, booking.module, "caption", "tag-outline")
            grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(TextLabel(theming, module.title if module else "", "body", wrap=True), row, 1)
            grid.addWidget(state, row, 2)
            grid.addWidget(financing, row, 3)
            self._fields[booking.id] = (state, financing)
        self.show_body(body)

    def _change(self, name: str, **values: object) -> None:
        before = self._bookings[name]
        self.edited.emit(before, replace(before, **values))  # type: ignore[arg-type]  # the fields' own types
