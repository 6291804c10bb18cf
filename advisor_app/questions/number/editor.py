"""A figure with its unit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.override import override
from advisor_app.questions.editing import UNREAD, AnswerEditor, Asked, EditorParts
from advisor_app.questions.number.kind import parse_number


class NumberEditor(AnswerEditor):
    """One short field that saves itself; a text that is no figure is shown as wrong and kept."""

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._answer = Answer()
        self._question = ""
        self._saving = parts.new_line_field()
        self._field = self._saving.line
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
        self._saving.edited.connect(self._on_saving_edited)
        self._saving.typing.connect(self._on_saving_typing)
        self._field.editingFinished.connect(self.flush)

    @override
    def show_question(self, asked: Asked) -> None:
        if asked.question.id != self._question:
            self._question = asked.question.id
            self._field.setProperty(UNREAD, False)
        self._unit.setText(asked.question.unit)
        self._field.setAccessibleName(asked.question.text)

    @override
    def show_answer(self, answer: Answer) -> None:
        is_new, self._answer = answer.number != self._answer.number, answer
        if self._field.property(UNREAD) and not is_new:
            return  # a text that is no figure stays to be mended
        self._field.setProperty(UNREAD, False)
        self._hint.clear()
        if parse_number(self._field.text()) != answer.number or not self._field.hasFocus():
            self._saving.show_text("" if answer.number is None else format(answer.number, "f").replace(".", ","))

    @override
    def flush(self) -> None:
        self._saving.flush()
        if self._field.property(UNREAD):
            self._hint.setText(self.tr("Bitte eine Zahl eingeben, zum Beispiel 12 oder 3,5."))

    @override
    def take_focus(self) -> None:
        self._field.setFocus()

    def _on_saving_edited(self, text: str, batch: str) -> None:
        number = parse_number(text)
        self._field.setProperty(UNREAD, number is None and bool(text.strip()))
        if number != self._answer.number and not self._field.property(UNREAD):
            state = AnswerState.UNANSWERED if number is None else AnswerState.ANSWERED
            self.edited.emit(replace(self._answer, state=state, number=number), batch)

    def _on_saving_typing(self) -> None:
        self._hint.clear()
        self.typing.emit()


EDITOR = NumberEditor
