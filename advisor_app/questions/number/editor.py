"""A figure with its unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.questions.editing import AnswerEditor, Asked, EditorParts


class NumberEditor(AnswerEditor):
    """One short field; Enter or leaving the field commits, a text that is no figure is shown as wrong and kept."""

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._answer = Answer()
        self._field = QLineEdit(self)
        self._field.setMaximumWidth(160)
        self._unit = QLabel(self)
        self._unit.setProperty("kind", "secondary")
        self._hint = QLabel(self)
        self._hint.setProperty("kind", "error")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._field)
        layout.addWidget(self._unit)
        layout.addWidget(self._hint, 1)
        self._field.editingFinished.connect(self.flush)
        self._field.textEdited.connect(self._on_field_text_edited)

    @override
    def show_question(self, asked: Asked) -> None:
        self._unit.setText(asked.question.unit)
        self._field.setAccessibleName(asked.question.text)

    @override
    def show_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._hint.clear()
        text = "" if answer.number is None else format(answer.number, "f").replace(".", ",")
        if self._read(self._field.text()) != answer.number or not self._field.hasFocus():
            self._field.setText(text)

    @override
    def flush(self) -> None:
        number = self._read(self._field.text())
        if number is None and self._field.text().strip():
            self._hint.setText(self.tr("Bitte eine Zahl eingeben, zum Beispiel 12 oder 3,5."))
        elif number != self._answer.number:
            state = AnswerState.UNANSWERED if number is None else AnswerState.ANSWERED
            self.edited.emit(replace(self._answer, state=state, number=number), "")

    @override
    def take_focus(self) -> None:
        self._field.setFocus()

    @staticmethod
    def _read(text: str) -> Decimal | None:
        try:
            number = Decimal(text.strip().replace(".", "").replace(",", "."))
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    def _on_field_text_edited(self, _text: str) -> None:
        self._hint.clear()
        self.typing.emit()


EDITOR = NumberEditor
