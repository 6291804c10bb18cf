"""Free text that saves itself."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.override import override
from advisor_app.questions.editing import AnswerEditor, Asked, EditorParts


class TextEditor(AnswerEditor):
    """A field of several lines; emptying it leaves the question unanswered."""

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._answer = Answer()
        self._field = parts.new_text_field()
        self._widget = cast("QWidget", self._field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._widget)
        self._field.edited.connect(self._on_field_edited)
        self._field.typing.connect(self.typing)

    @override
    def show_question(self, asked: Asked) -> None:
        self._widget.setAccessibleName(asked.question.text)

    @override
    def show_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._field.show_text(answer.text)

    @override
    def flush(self) -> None:
        self._field.flush()

    @override
    def take_focus(self) -> None:
        self._widget.setFocus()

    def _on_field_edited(self, text: str, batch: str) -> None:
        state = AnswerState.ANSWERED if text.strip() else AnswerState.UNANSWERED
        self.edited.emit(replace(self._answer, state=state, text=text if text.strip() else ""), batch)


EDITOR = TextEditor
