"""What the communes of a case have booked in other cases."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from advisor_app.services.bookings import EarlierBooking
from advisor_app.texts.bookings import earlier_words
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.booking_words import state_words
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class EarlierCard(QFrame):
    """Hidden without any; ``opened(case id)`` asks for the other case."""

    opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.buttons: list[Button] = []
        self._shown: tuple[EarlierBooking, ...] | None = None
        self.setProperty("kind", "card")
        theming = context.theming
        self._body = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 14, 20, 14)
        self._layout.setSpacing(8)
        title = self.tr("Frühere und weitere Buchungen der Kommune")
        self._layout.addWidget(TextLabel(theming, title, "emphasised", weight=600, wrap=True))
        about = self.tr(
            "Aus anderen Fällen, auch aus der Zeit vor einem Zusammenschluss. "
            "Was gefördert ist, zählt bei der Förderung mit."
        )
        self._layout.addWidget(TextLabel(theming, about, "caption", "secondary", wrap=True))
        self._layout.addWidget(self._body)

    def show_bookings(self, found: Sequence[EarlierBooking]) -> None:
        """Show what was booked elsewhere."""
        if tuple(found) != self._shown:
            self._shown = tuple(found)
            self._build()
        self.setVisible(bool(found))

    def _build(self) -> None:
        theming, body = self._context.theming, QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        self.buttons = []
        for row, item in enumerate(self._shown or ()):
            chip = TextLabel(theming, item.booking.module, "caption", "tag-outline")
            grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(TextLabel(theming, state_words(item.booking.state), "body"), row, 1)
            facts = earlier_words(item.commune, item.booking, self._context.workspace.texts)
            grid.addWidget(TextLabel(theming, facts, "body", "secondary", wrap=True), row, 2)
            button = Button(theming, self.tr("Fall öffnen"), "", "link")
            button.setAccessibleName(self.tr("Fall mit {module} öffnen").format(module=item.booking.module))
            button.clicked.connect(lambda _checked=False, name=item.case_id: self.opened.emit(name))
            grid.addWidget(button, row, 3)
            self.buttons.append(button)
        self._layout.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
