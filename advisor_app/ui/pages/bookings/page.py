"""The page of bookings: all of a case, several moved at once, and what the commune booked before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import AgendaDaySet, BookingSet, Change, HeadSet
from advisor_app.override import override
from advisor_app.texts.bookings import sum_words
from advisor_app.ui.pages.bookings.booking_card import BookingCard
from advisor_app.ui.pages.bookings.earlier_card import EarlierCard
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.booking_words import state_words
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn
from advisor_app.ui.widgets.paragraph import Paragraph

_WIDEST = 1040
_NARROW_BELOW = 760


class BookingsPage(CasePage):
    """Buchungen. Nothing is forced: an unusual step is taken, and said."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self.cards: dict[str, BookingCard] = {}
        self._sums = Paragraph(theming, "", "body", "secondary")
        self.add_button = Button(theming, self.tr("Module und Förderung"), "scale", "link")
        self._several = QFrame()
        self._chosen = TextLabel(theming, "", "body")
        self.together = ChoiceField([(item, state_words(item)) for item in BookingState])
        self.together.set_name(self.tr("Stand aller ausgewählten Buchungen"))
        self._wanted = BookingState.REQUESTED
        self.set_button = Button(theming, self.tr("Für alle setzen"), "check")
        self.earlier = EarlierCard(context)
        self._empty = EmptyState(
            theming,
            icon="briefcase-business",
            title=self.tr("Noch kein Modul gebucht"),
            sentence=self.tr(
                "Hier stehen Stand, Tage, Finanzierung und Preis jeder Buchung. Wählen Sie zuerst, welche Module die "
                "Kommune nutzt."
            ),
            action=self.tr("Module wählen"),
        )
        self._column = PaperColumn(theming, _WIDEST)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The bookings (ids) that are ticked."""
        return tuple(name for name, card in self.cards.items() if card.box.isChecked())

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, BookingSet | HeadSet | AgendaDaySet) for change in changes):
            self._show()

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Buchungen")
        return (
            Command(title=self.tr("Module und Förderung"), kind=kind, act=self._choose_modules, icon="scale"),
            Command(title=self.tr("Alle Buchungen auswählen"), kind=kind, act=self.choose_all, icon="check-check"),
        )

    @override
    def flush(self) -> bool:
        for card in tuple(self.cards.values()):
            card.flush()
        return True

    @override
    def take_focus(self) -> None:
        card = next(iter(self.cards.values()), None)
        (self._empty.button if card is None else card.state).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def choose_all(self) -> None:
        """Tick every booking, so that all of them can be moved at once."""
        for card in self.cards.values():
            card.box.setChecked(True)
        self._show_chosen()

    def move_chosen(self) -> None:
        """Put all ticked bookings into the chosen state, as one step."""
        self._move(self.chosen, self._wanted)

    def _move(self, names: Sequence[str], state: BookingState) -> None:
        case, bookings = self.bridge.case, self.context.workspace.bookings
        unusual = {booking.id: booking for booking in bookings.unusual(case, names, state)}
        for name in names:
            if name in unusual:
                self.cards[name].tell_unusual(unusual[name], state)
            else:
                self.cards[name].tell_usual()
        changes = bookings.moved(case, names, state)
        if changes:
            self.bridge.edit(*changes)
        self._show()

    def _show(self) -> None:
        case, workspace = self.bridge.case, self.context.workspace
        ordered = sorted(case.bookings.values(), key=lambda item: (item.module, item.commune, item.id))
        for booking in ordered:
            if booking.id not in self.cards:
                self._add_card(booking.id)
            self.cards[booking.id].show_booking(case, booking)
        for name in [name for name in self.cards if name not in case.bookings]:
            card = self.cards.pop(name)
            card.hide()
            card.deleteLater()
        self._empty.setVisible(not ordered)
        sums = " · ".join(sum_words(item, workspace.texts) for item in workspace.bookings.sums(case))
        self._sums.setText(self.tr("Finanzierung – {sums}").format(sums=sums) if sums else "")
        self.earlier.show_bookings(workspace.bookings.earlier(case))
        self._show_chosen()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self.context.theming.scaled(_NARROW_BELOW)

    def _fit(self) -> None:
        for card in self.cards.values():
            card.set_narrow(narrow=self._is_narrow)

    def _add_card(self, name: str) -> None:
        card = BookingCard(self.context, self.bridge.case.bookings[name])
        card.moved.connect(lambda state: self._move([name], state))
        card.edited.connect(lambda attribute, value, batch: self._on_card_edited(name, attribute, value, batch))
        card.chosen.connect(self._show_chosen)
        card.typing.connect(self.typing)
        card.set_narrow(narrow=self._is_narrow)
        self.cards[name] = card
        self._cards.addWidget(card)

    def _show_chosen(self) -> None:
        count = len(self.chosen)
        self._several.setVisible(count > 1)
        self._chosen.setText(self.tr("{count} Buchungen ausgewählt. Stand für alle:").format(count=count))

    def _choose_modules(self) -> None:
        self.navigated.emit("set-up", "modules")

    def _lay_out(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(self.context.theming, self.tr("Buchungen"), "page"), 1)
        row.addWidget(self.add_button)
        self._several.setProperty("kind", "card")
        together = QHBoxLayout(self._several)
        together.setContentsMargins(20, 10, 20, 10)
        together.setSpacing(12)
        for widget in (self._chosen, self.together, self.set_button):
            together.addWidget(widget)
        together.addStretch(1)
        holder = QWidget()
        self._cards = QVBoxLayout(holder)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self._column.add(head, self._sums, self._several, self._empty, holder, self.earlier)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._choose_modules)
        self._empty.wanted.connect(self._choose_modules)
        self.set_button.clicked.connect(self.move_chosen)
        self.context.theming.changed.connect(self._fit)
        self.together.edited.connect(self._on_together_edited)
        self.earlier.opened.connect(lambda case_id: self.navigated.emit(f"case:{case_id}", "bookings"))

    def _on_together_edited(self, state: BookingState, _batch: str) -> None:
        self._wanted = state
        self.together.show_value(state)

    def _on_card_edited(self, name: str, attribute: str, value: object, batch: str) -> None:
        booking = self.bridge.case.bookings[name]
        if attribute == "note":
            value = replace(booking.note, text=str(value))
        change = self.context.workspace.bookings.changed(booking, **{attribute: value})
        self.bridge.edit(change, batch=batch or None)
