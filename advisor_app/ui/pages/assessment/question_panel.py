"""One question, large: text, hint, cards, states, note and who said it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.answering import cleared, with_not_applicable, with_unknown
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.house_roles import role_titles
from advisor_app.domain.questionnaire import Dimension, Question, QuestionType
from advisor_app.domain.words import Words
from advisor_app.override import override
from advisor_app.questions.editing import AnswerEditor, Asked
from advisor_app.ui.pages.assessment.cover import Cover
from advisor_app.ui.pages.assessment.marks import MarksRow
from advisor_app.ui.pages.assessment.poll_line import PollLine
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.answer_editor import build_editor
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel, key_label
from advisor_app.ui.widgets.viewport import give_viewport

NARROW_BELOW = 620


class QuestionPanel(QScrollArea):
    """Shows a question and tells how it is answered; ``head`` is the line above it, placed by the page."""

    edited = Signal(object, str)  # Answer, batch
    typing = Signal()
    revealed = Signal()  # the cover of a confidential question is to go

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer = Answer()
        self._question: Question | None = None
        self._polling = False
        self._editors: dict[QuestionType, AnswerEditor] = {}
        self._editor: AnswerEditor | None = None
        theming = context.theming

        self.head = QWidget()
        self._number = TextLabel(theming, "", "body", weight=600, tabular=True)
        self._place = ElidedLabel(theming, "", "body", "secondary")
        self._blocking = TextLabel(theming, self.tr("Sperrfrage"), "caption", "tag-amber")
        self._weight = TextLabel(theming, "", "caption", "tag")
        self._roles = TextLabel(theming, "", "caption", "tag")
        self._confidential = TextLabel(theming, self.tr("vertraulich"), "caption", "tag-amber")
        self._title = TextLabel(theming, "", "page", wrap=True)
        self._hint = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._holder = QVBoxLayout()
        self.poll_line = PollLine(theming)
        self._poll_holder = QVBoxLayout()
        self._below = QVBoxLayout()
        self._marks = MarksRow(theming)
        self._not_applicable = QCheckBox(self.tr("Trifft nicht zu"), self)
        self._case_of_not_applicable = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self._unknown = QCheckBox(self.tr("Noch unbekannt"), self)
        self._reason: WordsField | None = None  # made for the first question that does not apply
        self._reason_holder = QVBoxLayout()
        self._note = WordsField(
            theming,
            self.tr("Begründung der Gruppe"),
            self.tr("Was wurde gesagt? Bitte keine Namen und keine Schwachstellen."),
        )
        self._role = QComboBox(self)
        self._role.setAccessibleName(self.tr("Auskunft durch"))
        self._role.addItem(self.tr("nicht angegeben"), None)
        self._titles = role_titles(context.workspace.catalog.roles, {})
        for name, title in self._titles.items():
            self._role.addItem(title, name)
        self._role_label = TextLabel(theming, self.tr("Auskunft durch"), "body", "secondary")
        self._role_label.setBuddy(self._role)
        self._evidence = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._cover = Cover(theming)
        self._open = QWidget()
        self._lay_out()
        self._connect()

    def show_roles(self, titles: Mapping[str, str]) -> None:
        """Call the roles what the house calls them."""
        self._titles = dict(titles)
        for name, title in titles.items():
            self._role.setItemText(self._role.findData(name), title)

    def show_question(self, dimension: Dimension, question: Question, place: tuple[int, int], asked: Asked) -> None:
        """Show another question; ``place`` is its number in the dimension and how many there are."""
        self.flush()
        self._question = question
        wording = question.wording(asked.kind)
        self._number.setText(question.id)
        self._place.setText(
            self.tr("{dimension}, Frage {number} von {count}").format(
                dimension=dimension.title, number=place[0], count=place[1]
            )
        )
        self._blocking.setVisible(question.blocking)
        self._confidential.setVisible(question.confidential)
        self._weight.setVisible(question.scores)
        self._weight.setText(self.tr("Gewicht {weight}").format(weight=question.weight))
        names = ", ".join(self._titles[role] for role in question.roles if role in self._titles)
        self._roles.setText(names)
        self._roles.setVisible(bool(names))
        self._title.setText(wording.text or "")
        self._hint.setText(wording.hint or "")
        self._hint.setVisible(bool(wording.hint) and not self._polling)
        self._evidence.setText(self.tr("Nachweis: {evidence}").format(evidence=question.evidence))
        self._evidence.setVisible(bool(question.evidence))
        self._not_applicable_line.setVisible(question.not_applicable is not None)
        self._case_of_not_applicable.setVisible(question.not_applicable is not None)
        self._case_of_not_applicable.setText(question.not_applicable or "")
        for widget in (self._unknown, self._unknown_key, self._note, self._role_label, self._role):
            widget.setVisible(not question.is_calculated)
        self._hide_reason()
        self._show_editor(asked)
        self._marks.show_marks(asked.before, asked.target)
        self._marks.setVisible(question.scores and (asked.before is not None or asked.target is not None))
        self.verticalScrollBar().setValue(0)

    def show_answer(self, answer: Answer, value: str) -> None:
        """Show the committed answer; ``value`` is what a calculation yields."""
        self._answer = answer
        if self._editor is not None:
            self._editor.show_answer(answer)
            self._editor.show_value(value)
        self._unknown.setChecked(answer.state is AnswerState.UNKNOWN)
        self._not_applicable.setChecked(answer.state is AnswerState.NOT_APPLICABLE)
        if answer.state is AnswerState.NOT_APPLICABLE:
            self._shown_reason().show_words(answer.reason)
        elif self._reason is not None:
            self._reason.show_words(answer.reason)
        self._note.show_words(answer.note)
        if self._role.currentData() != answer.role:
            self._role.blockSignals(True)
            self._role.setCurrentIndex(max(0, self._role.findData(answer.role)))
            self._role.blockSignals(False)

    def show_cover(self, *, covered: bool) -> None:
        """Show the question, or only that it is confidential."""
        self._open.setVisible(not covered)
        self._cover.setVisible(covered)

    def add_given(self, widget: QWidget) -> None:
        """Put what was answered before or elsewhere below the cards."""
        layout = self._marks_holder.layout()
        if layout is not None:
            layout.addWidget(widget)

    def ask_reason(self) -> bool:
        """Open the reason that "trifft nicht zu" needs; False where the question always applies."""
        if self._question is None or self._question.not_applicable is None:
            return False
        if self._answer.state is AnswerState.NOT_APPLICABLE:
            self._hide_reason()
            self.edited.emit(cleared(self._answer), "")
            return True
        self._shown_reason().field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._not_applicable.setChecked(True)
        return True

    def toggle_unknown(self) -> None:
        """Say that nobody in the room knows, or take that back."""
        self.edited.emit(with_unknown(self._answer), "")

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the words, for good."""
        self._below.addWidget(widget)

    def hold_poll(self, panel: QWidget) -> None:
        """Put the panel of polls below the cards, for good."""
        self._poll_holder.addWidget(panel)

    def show_polling(self, *, polling: bool) -> None:
        """Make room for a poll: question and cards stay, all else waits until it is put away."""
        self._polling = polling
        for widget in (self._rest, self._states_line, self._marks_holder):
            widget.setVisible(not polling)
        self._hint.setVisible(not polling and bool(self._hint.text()))

    def flush(self) -> None:
        """Commit half-typed texts."""
        if self._reason is not None:
            self._reason.flush()
        self._note.flush()
        if self._editor is not None:
            self._editor.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrows change the question, wherever the focus is on the paper; they do not scroll

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_BELOW * self._context.theming.zoom / 100
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._words.setDirection(direction)
        self._states_row.setDirection(direction)
        self._title.set_kind("section" if narrow else "page")
        for label in (self._weight, self._roles):
            label.setMaximumWidth(0 if narrow else 16777215)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        give_viewport(self)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click on the paper is the page's, and so are the arrows
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tags = QHBoxLayout(self.head)
        tags.setContentsMargins(0, 0, 0, 0)
        tags.setSpacing(8)
        for tag in (self._number, self._place, self._blocking, self._confidential, self._weight, self._roles):
            tags.addWidget(tag)
        self._place.setMinimumWidth(1)
        tags.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._role_label)
        said.addWidget(self._role)
        said.addSpacing(8)
        said.addWidget(self._evidence)
        said.addStretch(1)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(24)
        self._words.addWidget(self._note, 3)
        self._words.addLayout(said, 2)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 6, 0, 0)
        rest.setSpacing(10)
        rest.addLayout(self._words)
        rest.addLayout(self._below)
        layout = QVBoxLayout(self._open)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addLayout(self._holder)
        self._marks_holder = QWidget()
        QVBoxLayout(self._marks_holder).addWidget(self._marks)
        layout.addWidget(self._marks_holder)
        layout.addWidget(self._states())
        layout.addWidget(self._case_of_not_applicable)
        layout.addLayout(self._reason_holder)
        layout.addLayout(self._poll_holder)
        layout.addWidget(self._rest)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(32, 8, 32, 24)
        outer.addWidget(self._cover)
        outer.addWidget(self._open)
        outer.addStretch(1)

    def _states(self) -> QWidget:
        """The line with what a question may be instead of answered."""
        self._states_line = QWidget()
        states = QHBoxLayout()
        states.setSpacing(8)
        self._not_applicable_line = (
            QWidget()
        )  # as a whole, so that nothing is left of it where a question always applies
        line = QHBoxLayout(self._not_applicable_line)
        line.setContentsMargins(0, 0, 12, 0)
        line.addWidget(self._not_applicable)
        line.addWidget(key_label(self._context.theming, "N"), 0, Qt.AlignmentFlag.AlignVCenter)
        states.addWidget(self._not_applicable_line)
        states.addWidget(self._unknown)
        self._unknown_key = key_label(self._context.theming, "U")
        states.addWidget(self._unknown_key, 0, Qt.AlignmentFlag.AlignVCenter)
        states.addStretch(1)
        self._states_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._states_line)
        self._states_row.setContentsMargins(0, 0, 0, 0)
        self._states_row.setSpacing(8)
        self._states_row.addLayout(states, 1)
        self._states_row.addWidget(self.poll_line)
        return self._states_line

    def _connect(self) -> None:
        self._unknown.clicked.connect(self._on_unknown_clicked)
        self._not_applicable.clicked.connect(self._on_not_applicable_clicked)
        self._note.edited.connect(self._on_note_edited)
        self._role.activated.connect(self._on_role_activated)
        self._cover.revealed.connect(self.revealed)
        self._note.typing.connect(self.typing)

    def _shown_reason(self) -> WordsField:
        """Why the question does not apply, to be written now."""
        if self._reason is None:
            label = self.tr("Warum trifft die Frage nicht zu?")
            self._reason = WordsField(self._context.theming, label, lines=1)
            self._reason.show_words(self._answer.reason)
            self._reason.edited.connect(self._on_reason_edited)
            self._reason.typing.connect(self.typing)
            self._reason_holder.addWidget(self._reason)
        self._reason.show()
        return self._reason

    def _hide_reason(self) -> None:
        if self._reason is not None:
            self._reason.hide()

    def _show_editor(self, asked: Asked) -> None:
        kind = asked.question.type
        if kind not in self._editors:
            editor = build_editor(kind, self._context.theming, self)
            editor.edited.connect(self.edited)
            editor.typing.connect(self.typing)
            self._holder.addWidget(editor)
            self._editors[kind] = editor
        for other, editor in self._editors.items():
            editor.setVisible(other is kind)
        self._editor = self._editors[kind]
        self._editor.show_question(asked)

    def _on_unknown_clicked(self) -> None:
        self.toggle_unknown()

    def _on_not_applicable_clicked(self) -> None:
        self.ask_reason()

    def _on_reason_edited(self, words: Words, batch: str) -> None:
        if words or self._answer.state is AnswerState.NOT_APPLICABLE:
            self.edited.emit(with_not_applicable(self._answer, words), batch)

    def _on_note_edited(self, words: Words, batch: str) -> None:
        self.edited.emit(replace(self._answer, note=words), batch)

    def _on_role_activated(self) -> None:
        self.edited.emit(replace(self._answer, role=self._role.currentData()), "")
