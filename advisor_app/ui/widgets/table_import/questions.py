"""What rows of a foreign table leave open, each with the answers that are possible."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.domain.table_preview import RowQuestion
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.labels import TextLabel

_SHOWN = 6
"""Questions at a time: the next ones come as these are answered."""


class RowQuestions(QWidget):
    """``answered(word, value)`` tells what a word means."""

    answered = Signal(str, str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.boxes: dict[str, ChoiceBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_questions(self, questions: Sequence[RowQuestion]) -> None:
        """Ask the first of these; without any nothing is there."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for row, question in enumerate(questions[:_SHOWN]):
            words = self.tr("„{word}“ kann mehreres heißen. Gemeint ist:").format(word=question.word)
            box = ChoiceBox()
            box.addItem(self.tr("Bitte wählen"))
            box.addItems([title for _, title in question.options])
            box.setAccessibleName(words)
            box.activated.connect(lambda at, question=question: self._on_box_activated(question, at))
            self._grid.addWidget(TextLabel(self._theming, words, "body"), row, 0)
            self._grid.addWidget(box, row, 1)
            self.boxes[question.word] = box
        self.setVisible(bool(questions))

    def _on_box_activated(self, question: RowQuestion, at: int) -> None:
        if at:
            self.answered.emit(question.word, question.options[at - 1][0])
