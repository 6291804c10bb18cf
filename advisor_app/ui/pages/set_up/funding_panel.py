"""The funding check beside the choice of modules: two verdicts, who pays, how it is financed, what the rules say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.booking import Booking, Financing
from advisor_app.domain.funding import FundingVerdict
from advisor_app.domain.prices import paid_choices
from advisor_app.services.clock import today
from advisor_app.texts.payment import paid_words
from advisor_app.ui.pages.set_up.funding_words import FundingWords, Statement, is_possible
from advisor_app.ui.pages.set_up.rules_text import RulesText
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.autosave import AutosaveTimer
from advisor_app.ui.widgets.booking_words import financing_words
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.value_field import TextArea

ANNOUNCE_MS = 300


class StatementCard(QFrame):
    """One verdict: icon, heading, explanation, on a ground that tells good from open."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._icon = QLabel()
        self._title = TextLabel(theming, "", "body", weight=600, wrap=True)
        self._text = TextLabel(theming, "", "body", wrap=True)
        self._good = True
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(12)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        theming.changed.connect(self._on_theming_changed)

    @property
    def words(self) -> str:
        """What the card says."""
        return f"{self._title.text()}: {self._text.text()}"

    def show_statement(self, statement: Statement | None) -> None:
        """Show a verdict, or nothing."""
        self.setVisible(statement is not None)
        if statement is None:
            return
        self._good = statement.good
        self._title.setText(statement.title)
        self._title.set_tone("success" if statement.good else "amber")
        self._text.setText(statement.text)
        self.setProperty("kind", "card-success" if statement.good else "card-amber")
        self.style().unpolish(self)
        self.style().polish(self)
        self._on_theming_changed()

    def _on_theming_changed(self) -> None:
        icon, role = ("circle-check", "success") if self._good else ("triangle-alert", "amber")
        self._icon.setPixmap(self._theming.icon(icon, role).pixmap(self._theming.icon_size() * 1.1))


class FundingPanel(QWidget):
    """Nothing here blocks: it says what is known, and keeps what was clarified with whom."""

    day_chosen = Signal(object)
    financing_chosen = Signal(object, object)  # Booking, Financing
    clarified = Signal(object, str)  # text, batch
    typing = Signal()

    def __init__(self, context: PageContext, words: FundingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self._theming = theming
        self._words = words
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._nothing = TextLabel(
            theming,
            self.tr("Sobald ein Modul gewählt ist, steht hier, wer es bezahlt."),
            "body",
            "secondary",
            wrap=True,
        )
        self.combination = StatementCard(theming)
        self.validity = StatementCard(theming)
        self._earlier = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._paid = Paragraph(theming, "", "body")
        self._workspace = context.workspace
        self._payers = QWidget()
        self._payer_grid = QGridLayout(self._payers)
        self._payer_grid.setContentsMargins(0, 0, 0, 0)
        self._payer_grid.setHorizontalSpacing(12)
        self._payer_grid.setVerticalSpacing(6)
        self._payer_grid.setColumnStretch(1, 1)
        self.financing: dict[str, ChoiceField] = {}
        self._day = DateField(theming, texts, lambda: today(context.workspace.clock))
        self._clarified = TextArea(self.tr("Wer, wann, Aktenzeichen"))
        self.rules = RulesText(
            theming, context.workspace.catalog, texts.language, lambda: today(context.workspace.clock)
        )
        self._announce = AutosaveTimer(self)
        self._announce.setInterval(ANNOUNCE_MS)
        self._lay_out()
        self._day.edited.connect(lambda day, _batch: self.day_chosen.emit(day))
        self._clarified.edited.connect(self.clarified)
        self._clarified.typing.connect(self.typing)
        self._announce.timeout.connect(self._on_announce_timeout)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def day_field(self) -> DateField:
        """The day for which is checked."""
        return self._day

    @property
    def payer_texts(self) -> tuple[tuple[str, str, str], ...]:
        """Module, payer and rule of every booking."""
        return tuple(
            (self._label(row, 0).text(), self._label(row, 1).text(), self._label(row, 2).text())
            for row in range(len(self.financing))
        )

    @property
    def earlier_text(self) -> str:
        """What is said of the commune's former bookings, empty without any."""
        return self._earlier.text()

    @property
    def clarified_field(self) -> TextArea:
        """What was clarified with the funding body."""
        return self._clarified

    def show_verdict(self, verdict: FundingVerdict, bookings: Mapping[str, Booking], on: date) -> None:
        """Show the two verdicts, and per booking who pays and how it is financed."""
        chosen = bool(verdict.modules)
        self._nothing.setVisible(not chosen)
        self.combination.show_statement(self._words.combination(verdict))
        self.validity.show_statement(self._words.validity(verdict))
        earlier = self._words.earlier(verdict.earlier)
        self._earlier.setText(earlier)
        self._earlier.setVisible(bool(earlier))
        self._show_paid(verdict)
        self._payers.setVisible(chosen)
        self._show_payers(verdict, bookings)
        self._day.show_value(on)
        texts = [booking.clarified.text for booking in bookings.values() if booking.clarified]
        self._clarified.show_value(texts[0] if texts else "")
        self._clarified.setEnabled(chosen)
        self._announce.touch()

    @property
    def paid_text(self) -> str:
        """What would be funded and what the commune pays itself, empty while nothing is chosen."""
        return "" if self._paid.isHidden() else self._paid.text()

    def flush(self) -> None:
        """Commit what is half typed."""
        self._day.flush()
        self._clarified.flush()

    def _show_paid(self, verdict: FundingVerdict) -> None:
        choices = paid_choices(verdict, self._workspace.prices) if verdict.modules else ()
        words = [
            paid_words(choice, self._words.module, self._workspace.texts) for choice in choices if choice.self_paid
        ]
        self._paid.setText(self.tr("\noder: ").join(words))
        self._paid.setVisible(bool(words))

    def _lay_out(self) -> None:
        theming = self._theming
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._icon)
        head.addWidget(TextLabel(theming, self.tr("Förderprüfung"), "emphasised", weight=600), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(14)
        layout.addLayout(head)
        for widget in (self._nothing, self.combination, self._payers, self.validity, self._paid, self._earlier):
            layout.addWidget(widget)
        layout.addWidget(LabelledField(theming, self.tr("Geprüft für den Tag"), self._day))
        layout.addWidget(LabelledField(theming, self.tr("Geklärt mit der Förderstelle"), self._clarified))
        layout.addWidget(hairline())
        layout.addWidget(self.rules)
        layout.addStretch(1)

    def _show_payers(self, verdict: FundingVerdict, bookings: Mapping[str, Booking]) -> None:
        ordered = sorted(bookings.values(), key=lambda booking: (booking.module, booking.id))
        if [booking.id for booking in ordered] != list(self.financing):
            self._build_payers(ordered)
        for row, booking in enumerate(ordered):
            funding = verdict.modules.get(booking.module)
            is_open = funding is not None and funding.open
            payer = funding.payer if funding is not None and is_open else None
            possible = is_open and is_possible(booking.module, verdict)
            rule = self._words.rule_of(booking.module, payer)
            self._label(row, 1).setText(self._words.payer(payer, possible=possible))
            mark = self.tr("Regel {number} ✓").format(number=rule.removeprefix("R")) if rule else ""
            self._label(row, 2).setText(mark if is_open else self.tr("keine Förderung"))
            self._label(row, 2).set_tone("success" if is_open else "amber")
            self.financing[booking.id].show_value(booking.financing)

    def _label(self, row: int, column: int) -> TextLabel:
        item = self._payer_grid.itemAtPosition(3 * row, column)
        widget = item.widget() if item is not None else None
        if not isinstance(widget, TextLabel):
            raise TypeError(widget)
        return widget

    def _build_payers(self, ordered: list[Booking]) -> None:
        theming = self._theming
        while (item := self._payer_grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.financing = {}
        for row, booking in enumerate(ordered):
            name = self._words.module(booking.module)
            field = ChoiceField([(item, financing_words(item)) for item in Financing])
            field.set_name(self.tr("Finanzierung von {module}").format(module=name))
            field.edited.connect(lambda value, _batch, name=booking.id: self._on_financing_edited(name, value))
            self._payer_grid.addWidget(TextLabel(theming, name, "body", weight=600), 3 * row, 0)
            self._payer_grid.addWidget(TextLabel(theming, "", "body", "secondary", wrap=True), 3 * row, 1)
            self._payer_grid.addWidget(TextLabel(theming, "", "body", "success"), 3 * row, 2)
            self._payer_grid.addWidget(field, 3 * row + 1, 0, 1, 3)
            self._payer_grid.addWidget(hairline(), 3 * row + 2, 0, 1, 3)
            self.financing[booking.id] = field

    def _on_financing_edited(self, booking: str, financing: Financing) -> None:
        self.financing_chosen.emit(booking, financing)

    def _on_announce_timeout(self) -> None:
        """Say the verdicts once the choice has rested."""
        cards = [card.words for card in (self.combination, self.validity) if not card.isHidden()]
        if cards and self.isVisible():
            announce(self, ". ".join(cards))

    def _on_theming_changed(self) -> None:
        self._icon.setPixmap(self._theming.icon("scale", "ink").pixmap(self._theming.icon_size()))
