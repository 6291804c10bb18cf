"""That a case was handed over and can only be read here, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from advisor_app.domain.case import Handover
from advisor_app.domain.local_time import LOCAL
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class HandoverLine(QFrame):
    """Hidden while the case is worked on here."""

    taken_back = Signal()

    def __init__(self, theming: Theming, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setProperty("kind", "card-amber")
        self._words = TextLabel(theming, "", "body", wrap=True)
        self.back_button = Button(theming, self.tr("Zurücknehmen"), "undo-2", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.back_button)
        self.back_button.clicked.connect(self.taken_back)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def show_handover(self, given: Handover | None) -> None:
        """Say whom the case was handed over to, or nothing."""
        self.setVisible(given is not None)
        if given is not None:
            day = format_date(given.at.astimezone(LOCAL).date(), self._language)
            words = self.tr("Übergeben an „{name}“ am {day}. Dieser Fall lässt sich hier nur noch lesen.")
            self._words.setText(words.format(name=given.to, day=day))
