"""A text with the audience that may read it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.words import Audience, Words
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import TextField
from advisor_app.ui.widgets.labels import TextLabel

_ICON = 16


class WordsField(QWidget):
    """A labelled text field with its audience beside the label; internal unless it is released."""

    edited = Signal(object, str)  # Words, batch
    typing = Signal()

    def __init__(
        self, theming: Theming, label: str, placeholder: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._words = Words()
        self._label = TextLabel(theming, label, "body", "secondary", wrap=True)
        self._audience = QComboBox()
        self._audience.setAccessibleName(self.tr("Sichtbarkeit"))
        for audience, words, icon in (
            (Audience.INTERNAL, self.tr("intern"), "lock"),
            (Audience.MINUTES, self.tr("Protokoll"), "notebook-pen"),
            (Audience.REPORT, self.tr("Bericht"), "file-text"),
        ):
            self._audience.addItem(theming.icon(icon), words, audience)
        self._audience.setToolTip(self.tr("Wer darf das lesen? „Bericht“ erscheint in Dokumenten der Kommune."))
        self.field = TextField(placeholder=placeholder, lines=lines)
        self.field.setAccessibleName(label)
        self._label.setBuddy(self.field)
        head = QHBoxLayout()
        head.addWidget(self._label, 1)
        head.addWidget(self._audience, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.field)
        self.field.edited.connect(self._on_field_edited)
        self.field.typing.connect(self.typing)
        self._audience.activated.connect(self._on_audience_activated)
        theming.changed.connect(self._fit)
        self._fit()

    def show_words(self, words: Words) -> None:
        """Show committed words."""
        self._words = words
        self.field.show_text(words.text)
        self._audience.setCurrentIndex(list(Audience).index(words.audience))

    def flush(self) -> None:
        """Ask to commit what is typed."""
        self.field.flush()

    def _fit(self) -> None:
        self._audience.setIconSize(QSize(self._theming.scaled(_ICON), self._theming.scaled(_ICON)))

    def _on_field_edited(self, text: str, batch: str) -> None:
        self._words = Words(text, self._words.audience)
        self.edited.emit(self._words, batch)

    def _on_audience_activated(self, index: int) -> None:
        self.field.flush()
        self._words = Words(self._words.text, self._audience.itemData(index))
        self.edited.emit(self._words, "")
