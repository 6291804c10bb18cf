"""The new answer where no words of the question can be chosen: a figure, a text, or why it does not apply."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.answering import cleared, with_not_applicable
from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.words import Words
from advisor_app.questions.editing import AnswerEditor, Asked
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.answer_editor import build_editor
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.labels import TextLabel


class AnewPanel(QWidget):
    """``answered(answer, batch)`` tells a new answer, ``emptied`` that there is none any more.

    ``typed``: no row offers an answer to the new question, so its editor asks for one.
    """

    answered = Signal(object, str)
    emptied = Signal()
    typing = Signal()

    def __init__(
        self, theming: Theming, asked: Asked, old: Answer, parent: QWidget | None = None, *, typed: bool
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._old = old
        self._answer = cleared(old)
        self._takes_reason = asked.question.not_applicable is not None
        self.editor: AnswerEditor | None = None
        self.reason: WordsField | None = None  # made for the first question that does not apply
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        if typed:
            self._add_editor(asked)

    def show_answer(self, answer: Answer | None) -> None:
        """Show the new answer that was decided on, None where none was."""
        self._answer = cleared(self._old) if answer is None else answer
        if self.editor is not None:
            self.editor.show_answer(self._answer)
        if self._answer.state is AnswerState.NOT_APPLICABLE:
            self._shown_reason().show_words(self._answer.reason)
        elif self.reason is not None:
            self.reason.show_words(Words())
            self.reason.setVisible(self.reason.field.hasFocus())

    def ask_reason(self) -> bool:
        """Ask why the question does not apply; False where it always does."""
        if self._takes_reason:
            self._shown_reason().field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self._takes_reason

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        if self.editor is not None:
            self.editor.flush()
        if self.reason is not None:
            self.reason.flush()

    def _add_editor(self, asked: Asked) -> None:
        self.editor = build_editor(asked.question.type, self._theming, self)
        self.editor.show_question(asked)
        self.editor.edited.connect(self._on_editor_edited)
        self.editor.typing.connect(self.typing)
        self._column.addWidget(TextLabel(self._theming, self.tr("Neue Antwort"), "body", "secondary"))
        self._column.addWidget(self.editor)

    def _shown_reason(self) -> WordsField:
        if self.reason is None:
            self.reason = WordsField(self._theming, self.tr("Warum trifft die Frage nicht zu?"), lines=1)
            self.reason.edited.connect(self._on_reason_edited)
            self.reason.typing.connect(self.typing)
            self._column.addWidget(self.reason)
        self.reason.show()
        return self.reason

    def _on_editor_edited(self, answer: Answer, batch: str) -> None:
        self._tell(answer, batch)

    def _on_reason_edited(self, words: Words, batch: str) -> None:
        if words or self._answer.state is AnswerState.NOT_APPLICABLE:
            self._tell(with_not_applicable(self._answer, words), batch)

    def _tell(self, answer: Answer, batch: str) -> None:
        if answer.state is UNANSWERED.state:
            self.emptied.emit()
        else:
            self.answered.emit(answer, batch)
