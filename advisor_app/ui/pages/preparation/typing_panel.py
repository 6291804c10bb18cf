"""Answers typed from a copy that programs cannot read, or from paper: the page beside the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from advisor_app.domain.answering import cleared, with_level, with_not_applicable, with_unknown
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire import Question, Questionnaire, QuestionType
from advisor_app.domain.sent_form import SentForm
from advisor_app.domain.words import Words
from advisor_app.override import override
from advisor_app.questions import kind_of
from advisor_app.questions.editing import AnswerEditor, Asked
from advisor_app.services.form_pages import PagePicture
from advisor_app.ui.pages.preparation.page_pictures import PagePictures
from advisor_app.ui.pages.preparation.typed_answers import TypedAnswers, read_typed
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.answer_editor import build_editor
from advisor_app.ui.widgets.autosave import TextField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.drafts import Drafts
from advisor_app.ui.widgets.labels import TextLabel, hairline, key_label
from advisor_app.ui.widgets.paragraph import Paragraph

_LEVEL_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(5)}
_BACK = {Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp}
_ON = {Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown}


class TypingPanel(QWidget):
    """``finished`` asks to look at what was ``typed``, ``left`` to go back without it.

    A level typed with its key leads to the next question. ``returning(number, file)`` asks to show a form again whose
    answers are put back.
    """

    finished = Signal()
    left = Signal()
    returning = Signal(str, str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._theming = theming
        self._texts = context.workspace.texts
        self.typed: TypedAnswers | None = None
        self._given_up: dict[str, TypedAnswers] = {}
        self._questionnaire: Questionnaire | None = None
        self._kind = CommuneKind.MUNICIPALITY
        self._place = 0
        self._editors: dict[QuestionType, AnswerEditor] = {}
        self.pictures = PagePictures(theming)
        self._title = TextLabel(theming, "", "body", weight=600)
        self._progress = TextLabel(theming, "", "caption", "secondary", tabular=True)
        self._text = Paragraph(theming, "", "emphasised", weight=600)
        self._holder = QVBoxLayout()
        self.unknown = QCheckBox(self.tr("Weiß ich nicht"))
        self.not_applicable = QCheckBox(self.tr("Trifft nicht zu"))
        self._states = QWidget()
        self.note = TextField(placeholder=self.tr("Anmerkung auf dem Bogen"), lines=2)
        self.note.setAccessibleName(self.tr("Anmerkung auf dem Bogen"))
        self.back_button = Button(theming, self.tr("Zurück"), "arrow-left")
        self.on_button = Button(theming, self.tr("Weiter"), "arrow-right")
        self.done_button = Button(theming, self.tr("Prüfen und übernehmen …"), "check", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        self.drafts = Drafts(self, "typed-form")
        self.drafts.add_value("answers", self._draft, self._put_back)
        self._lay_out()
        self._connect()

    def show_form(self, form: SentForm, questionnaire: Questionnaire, kind: CommuneKind, file: Path | None) -> None:
        """Begin to type the answers of a form, or go on where that was given up before."""
        asked = set(form.questions)
        questions = tuple(item for item in questionnaire.questions if item.id in asked)
        begun = self._given_up.pop(form.number, None)
        self.typed = TypedAnswers(form=form, questions=questions, file=file)
        if begun is not None:
            self.typed.answers.update({item.id: begun.of(item) for item in questions if item.id in begun.answers})
        self._questionnaire, self._kind, self._place = questionnaire, kind, 0
        name = self.tr("vom Papier") if file is None else file.name
        self._title.setText(self.tr("Bogen {number}, {name}").format(number=form.number, name=name))
        self.pictures.show_words(
            self.tr("Ohne Datei: Tippen Sie die Antworten vom Papier ab.")
            if file is None
            else self.tr("Die Seiten werden gezeichnet …")
        )
        self._show_question()

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show the pages of the copy beside the questions."""
        self.pictures.show_pages(pages)

    def flush(self) -> None:
        """Take over what is half typed."""
        self.note.flush()
        if self.typed is not None:
            self._editor.flush()

    def settle(self) -> None:
        """What was typed is taken over."""
        self.typed = None
        self.drafts.settle()

    def give_up(self) -> bool:
        """Type no more; whether there were answers, which come back when the same form is typed again."""
        typed = self.typed
        if typed is not None and typed.answers:
            self._given_up[typed.form.number] = typed
        self.settle()
        return typed is not None and bool(typed.answers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self.typed is None or not plain or not self._act_by(Qt.Key(event.key())):
            super().keyPressEvent(event)

    @property
    def question(self) -> Question | None:
        """The question that is shown; None for a form without any."""
        questions = () if self.typed is None else self.typed.questions
        return questions[self._place] if self._place < len(questions) else None

    @property
    def _editor(self) -> AnswerEditor:
        question = self.question
        kind = QuestionType.TEXT if question is None else question.type
        if kind not in self._editors:
            editor = build_editor(kind, self._theming, self)
            editor.edited.connect(self._on_editor_edited)
            self._holder.addWidget(editor)
            self._editors[kind] = editor
        return self._editors[kind]

    def _act_by(self, key: Qt.Key) -> bool:
        question = self.question
        if question is None or self.typed is None:
            return False
        answer = self.typed.of(question)
        if key in _BACK or key in _ON:
            self._step(1 if key in _ON else -1)
        elif key in _LEVEL_KEYS and question.scores:
            self._put(with_level(answer, _LEVEL_KEYS[key]))
            self._step(1)
        elif key is Qt.Key.Key_U and self._is_ticked(question):
            self._put(with_unknown(answer))
        elif key is Qt.Key.Key_N and self._is_ticked(question) and question.not_applicable is not None:
            self._toggle_not_applicable()
        elif key is Qt.Key.Key_Delete:
            self._put(cleared(answer))
        else:
            return False
        return True

    def _put(self, answer: Answer) -> None:
        question = self.question
        if question is not None and self.typed is not None:
            self.typed.put(question, answer)
            self.drafts.touch()
            self._show_answer()

    def _toggle_not_applicable(self) -> None:
        question = self.question
        if question is None or self.typed is None:
            return
        answer = self.typed.of(question)
        applies = answer.state is AnswerState.NOT_APPLICABLE
        self._put(cleared(answer) if applies else with_not_applicable(answer, Words(question.not_applicable or "")))

    def _step(self, steps: int) -> None:
        count = 0 if self.typed is None else len(self.typed.questions)
        place = self._place + steps
        if 0 <= place < count:
            self.flush()
            self._place = place
            self._show_question()
        elif steps > 0:
            self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self) -> None:
        question, questionnaire = self.question, self._questionnaire
        if question is None or questionnaire is None or self.typed is None:
            return
        wording = question.wording(self._kind)
        self._text.setText(f"{question.id} {wording.text or question.text}")
        for kind, editor in self._editors.items():
            editor.setVisible(kind is question.type)
        self._editor.show_question(Asked(question=question, kind=self._kind, scale=questionnaire.scale))
        self._editor.show()
        self._states.setVisible(self._is_ticked(question))
        self.not_applicable.setEnabled(question.not_applicable is not None)
        self._show_answer()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_ticked(self, question: Question) -> bool:
        """Whether its form has boxes: then also for those who do not know, or for whom it does not apply."""
        return bool(kind_of(question).printed(question, self._texts).options)

    def _show_answer(self) -> None:
        question, typed = self.question, self.typed
        if question is None or typed is None:
            return
        answer = typed.of(question)
        self._editor.show_answer(answer)
        self.unknown.setChecked(answer.state is AnswerState.UNKNOWN)
        self.not_applicable.setChecked(answer.state is AnswerState.NOT_APPLICABLE)
        self.note.show_text(answer.note.text)
        words = self.tr("Frage {number} von {count}, beantwortet: {done}")
        self._progress.setText(
            words.format(number=self._place + 1, count=len(typed.questions), done=len(typed.answers))
        )
        self.back_button.setEnabled(self._place > 0)
        self.on_button.setEnabled(self._place + 1 < len(typed.questions))

    def _draft(self) -> str:
        return "" if self.typed is None else self.typed.text

    def _put_back(self, text: str) -> None:
        number, file, said = read_typed(text)
        self.returning.emit(number, file)
        if self.typed is not None:
            self.typed.put_back(said)
            self._show_question()

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        states = QHBoxLayout(self._states)
        states.setContentsMargins(0, 0, 0, 0)
        states.setSpacing(8)
        for box, key in ((self.unknown, "U"), (self.not_applicable, "N")):
            states.addWidget(box)
            states.addWidget(key_label(self._theming, key))
            states.addSpacing(12)
        states.addStretch(1)
        question = QWidget()
        question.setProperty("kind", "paper")
        column = QVBoxLayout(question)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for widget in (self._title, self._progress, self._text):
            column.addWidget(widget)
        column.addLayout(self._holder)
        column.addWidget(self._states)
        column.addWidget(self.note)
        column.addStretch(1)
        scroll = _Paper()
        scroll.setWidget(question)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.pictures)
        self._splitter.addWidget(scroll)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([500, 600])
        foot = QWidget()
        foot.setProperty("kind", "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        for button in (self.back_button, self.on_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(hairline())
        layout.addWidget(foot)

    def _connect(self) -> None:
        self.unknown.clicked.connect(lambda: self._act_by(Qt.Key.Key_U))
        self.not_applicable.clicked.connect(self._toggle_not_applicable)
        self.note.edited.connect(self._on_note_edited)
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.on_button.clicked.connect(lambda: self._step(1))
        self.done_button.clicked.connect(self._on_done_button_clicked)
        self.leave_button.clicked.connect(self.left)

    def _on_editor_edited(self, answer: Answer, _batch: str) -> None:
        self._put(answer)

    def _on_note_edited(self, text: str, _batch: str) -> None:
        question = self.question
        if question is not None and self.typed is not None:
            self._put(replace(self.typed.of(question), note=Words(text)))

    def _on_done_button_clicked(self) -> None:
        self.flush()
        self.finished.emit()


class _Paper(QScrollArea):
    """What the question stands on: arrows change the question, wherever the focus is on it; they do not scroll."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
