"""A calculated figure, read-only."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from advisor_app.override import override
from advisor_app.questions.editing import AnswerEditor, Asked, EditorParts


class CalculationEditor(AnswerEditor):
    """Shows the value that follows from other answers."""

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._unit = ""
        self._value = QLabel(self)
        self._value.setFont(self.look.font("section"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._value)
        self.look.changed.connect(self._on_look_changed)

    @override
    def show_question(self, asked: Asked) -> None:
        self._unit = asked.question.unit

    @override
    def show_value(self, words: str) -> None:
        self._value.setText(f"{words} {self._unit}".strip() if words else self.tr("noch keine Angaben"))

    def _on_look_changed(self) -> None:
        self._value.setFont(self.look.font("section"))


EDITOR = CalculationEditor
