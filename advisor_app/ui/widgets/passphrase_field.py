"""A field for a secret: hidden while it is typed, shown where the eye is pressed; nothing of it is ever kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import IconButton


class PassphraseField(QWidget):
    """One line; ``entered`` tells of the Enter key, ``edited`` of every change."""

    entered = Signal()
    edited = Signal()

    def __init__(self, theming: Theming, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._name = name
        self.line = QLineEdit()
        self.line.setMaxLength(1024)
        # The system's input methods must not learn it, nor offer it again.
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.line.setAccessibleName(name)
        self.eye = IconButton(theming, "eye", "")
        self.eye.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.eye)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self.edited)
        self.eye.toggled.connect(self._show_hidden)
        self._show_hidden()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what comes next."""
        self.line.clear()
        self.eye.setChecked(False)

    def _show_hidden(self) -> None:
        shown = self.eye.isChecked()
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = self.tr("{name} verbergen") if shown else self.tr("{name} zeigen")
        self.eye.setIcon(self._theming.icon("eye-off" if shown else "eye"))
        self.eye.setToolTip(words.format(name=self._name))
        self.eye.setAccessibleName(words.format(name=self._name))
