"""The program's own line of text: what is pasted into it is taken whole or not at all, and never cut."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.page import Page

MOST_LETTERS = 32_767
"""As many letters can be pasted into a line. Qt takes so many, too, and drops the rest without a word."""


class Line(QLineEdit):
    """A line that refuses what is too long for it with a sentence on its page; what is there already is shown whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.textChanged.connect(self._on_self_text_changed)
        self.inputRejected.connect(self._on_self_input_rejected)
        self.setText(text)

    @override
    def setText(self, text: str | None) -> None:
        if text is not None and 2 * len(text) > MOST_LETTERS:  # Qt counts some letters twice
            self.setMaxLength(MOST_LETTERS + 2 * len(text))
        super().setText(text)

    def _on_self_text_changed(self, text: str) -> None:
        self._whole = text

    def _on_self_input_rejected(self) -> None:
        """Called while the line holds what has room of a longer text, before anybody is told of it."""
        place = self.cursorPosition()
        super().setText(self._whole)
        self.setCursorPosition(place)
        refuse_long_text(self, self.maxLength())


def refuse_long_text(field: QWidget, most: int) -> None:
    """Say on the field's page that a text has more letters than the field takes."""
    from advisor_app.domain.errors import AdvisorError, Problem  # here: fields are there before the first paint
    from advisor_app.texts.errors import sentence

    page: QWidget | None = field
    while page is not None and not isinstance(page, Page):
        page = page.parentWidget()
    if page is not None:
        page.warned.emit(sentence(AdvisorError(Problem.TEXT_LONG, count=most), page.context.workspace.texts))
