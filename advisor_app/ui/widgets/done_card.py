"""What was done, and what can follow."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, button_row
from advisor_app.ui.widgets.labels import TextLabel


class DoneCard(QFrame):
    """``words`` says it; the buttons below lead on or take it back."""

    def __init__(self, theming: Theming, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextLabel(theming, "", "body", wrap=True)
        self.setProperty("kind", "card-success")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.words)
        if buttons:
            layout.addLayout(button_row(*buttons))
