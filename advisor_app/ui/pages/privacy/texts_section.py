"""A name taken out of the texts of a case, also that of somebody who is listed nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.erasure import Named
from advisor_app.texts.record_words import RecordWords
from advisor_app.ui.pages.privacy.confirmation import Confirmation
from advisor_app.ui.pages.privacy.found_texts import FoundTexts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.search_field import SearchField


class TextsSection(QWidget):
    """``search_wanted(name)`` (the page then calls ``show_found``), ``redact_wanted(named, keys, reason)``."""

    search_wanted = Signal(str)
    redact_wanted = Signal(object, list, str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.search = SearchField(theming, self.tr("Name, wie er in den Texten steht"))
        self.search_button = Button(theming, self.tr("In Texten suchen"), "search")
        self.found: FoundTexts | None = None
        self.confirmation: Confirmation | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(TextLabel(theming, self.tr("Namen in Texten"), "section"))
        words = self.tr("Notizen, Begründungen und Pläne können Namen enthalten, auch von Personen, die oben fehlen.")
        self._layout.addWidget(Paragraph(theming, words, "body", "secondary"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.search_button)
        self._layout.addLayout(row)
        self.search.entered.connect(self._on_search_wanted)
        self.search.escaped.connect(self.leave)
        self.search_button.clicked.connect(self._on_search_wanted)

    def show_found(self, name: str, named: Named, words: RecordWords) -> None:
        """Show the texts in which a name stands, and ask whether it shall be taken out."""
        self.leave()
        self.found = FoundTexts(self._theming, named, words)
        if not named.records:
            self._layout.addWidget(self.found)
            return
        self.confirmation = Confirmation(
            self._theming,
            self.tr("An die Stelle des Namens tritt „[gelöscht]“. Das lässt sich nicht rückgängig machen."),
            name,
            self.tr("Namen endgültig löschen"),
        )
        self.confirmation.extra.addWidget(self.found)
        self.confirmation.left.connect(self.leave)
        found = self.found
        self.confirmation.confirmed.connect(lambda reason: self.redact_wanted.emit(named, found.chosen, reason))
        self._layout.addWidget(self.confirmation)
        self.confirmation.take_focus(self.search_button, list(found.boxes.values()))

    def leave(self) -> None:
        """Show nothing that was found."""
        for widget in (self.confirmation, self.found):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.confirmation = self.found = None

    def _on_search_wanted(self) -> None:
        name = self.search.text().strip()
        if name:
            self.search_wanted.emit(name)
