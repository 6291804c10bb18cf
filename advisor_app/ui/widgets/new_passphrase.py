"""Choosing a passphrase: typed twice, with its rule below it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.passphrase_field import PassphraseField


class NewPassphrase(QWidget):
    """Two fields; ``entered`` tells of the Enter key in the second one."""

    entered = Signal()

    def __init__(self, theming: Theming, least: int, parent: QWidget | None = None) -> None:
        """``least`` is the smallest number of characters."""
        super().__init__(parent)
        self._least = least
        self.first = PassphraseField(theming, self.tr("Neue Passphrase"))
        self.second = PassphraseField(theming, self.tr("Noch einmal"))
        self._rule = self.tr("Mindestens {count} Zeichen. Drei oder vier Wörter, die nicht zusammengehören, sind gut.")
        self._note = TextLabel(theming, "", "caption", "caption", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for field in (self.first, self.second):
            label = TextLabel(theming, field.line.accessibleName(), "caption", "secondary")
            label.setBuddy(field.line)
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addWidget(self._note)
        self.setFocusProxy(self.first)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self.entered)
        for field in (self.first, self.second):
            field.edited.connect(self._calm)
        self._calm()

    @property
    def note(self) -> str:
        """What stands below the fields: the rule, or what is wrong."""
        return self._note.text()

    def take(self) -> str:
        """The passphrase where both fields agree and it is long enough; else empty, and the field says why."""
        chosen = self.first.text
        if len(unicodedata.normalize("NFC", chosen)) < self._least:
            self._complain(self.tr("Das ist zu kurz. Bitte wählen Sie mindestens {count} Zeichen."), self.first)
            return ""
        if self.second.text != chosen:
            self.second.clear()
            self._complain(self.tr("Die beiden Eingaben sind verschieden. Bitte wiederholen Sie sie."), self.second)
            return ""
        return chosen

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()
        self._calm()

    def _complain(self, words: str, field: PassphraseField) -> None:
        self._note.set_tone("error")
        self._note.setText(words.format(count=self._least))
        field.line.setAccessibleDescription(self._note.text())
        field.line.setFocus()

    def _calm(self) -> None:
        self._note.set_tone("caption")
        self._note.setText(self._rule.format(count=self._least))
        for field in (self.first, self.second):
            field.line.setAccessibleDescription(self._note.text())
