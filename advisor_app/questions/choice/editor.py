"""One choice out of several."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.override import override
from advisor_app.questions.editing import AnswerEditor, Asked, EditorParts


class ChoiceEditor(AnswerEditor):
    """A column of radio buttons; none is preselected."""

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._answer = Answer()
        self._choices: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 4, 4, 4)
        self._layout.setSpacing(8)
        self._group.idClicked.connect(self._on_group_id_clicked)

    @override
    def show_question(self, asked: Asked) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        self._choices = asked.question.choices
        for index, choice in enumerate(asked.question.shown_choices):
            button = QRadioButton(choice.replace("&", "&&"), self)
            button.setFont(self.look.font("emphasised"))
            self._group.addButton(button, index)
            self._layout.addWidget(button)

    @override
    def show_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._group.setExclusive(False)
        for index, choice in enumerate(self._choices):
            self._group.button(index).setChecked(answer.text == choice)
        self._group.setExclusive(True)

    @override
    def take_focus(self) -> None:
        if self._choices:
            self._group.button(0).setFocus()

    def _on_group_id_clicked(self, index: int) -> None:
        self.edited.emit(replace(self._answer, state=AnswerState.ANSWERED, text=self._choices[index]), "")


EDITOR = ChoiceEditor
