"""A whole dimension as a list: each question with its levels side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import Answer
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import Value
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.questionnaire import Dimension, Question
from advisor_app.override import override
from advisor_app.questions import kind_of
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_button import LevelButton

if TYPE_CHECKING:
    from advisor_app.services.given_answers import GivenAnswer


class QuestionRow(QWidget):
    """One question of the list, with a thin line above it."""

    edited = Signal(str, object)  # question, Answer
    opened = Signal(str)
    taken = Signal(object)  # GivenAnswer

    def __init__(
        self, context: PageContext, question: Question, kind: CommuneKind, parent: QWidget, *, covered: bool
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        self._covered = covered
        self._answer = Answer()
        wording = question.wording(kind)
        self._number = Button(context.theming, question.id, "", "link")
        self._number.clicked.connect(lambda: self.opened.emit(question.id))
        text = self.tr("Vertraulich: nur in der Vorab-Abfrage") if covered else wording.text or ""
        self._text = TextLabel(context.theming, text, "body", "secondary" if covered else "", wrap=True)
        self._words = TextLabel(context.theming, "", "caption", "secondary", wrap=True)
        self._given: GivenAnswer | None = None
        self._before: Button | None = None  # made where something was answered before
        column = self._column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 9, 0, 8)
        layout.setSpacing(10)
        layout.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        self._levels: list[LevelButton] = []
        if question.scores and not covered:
            for level, anchor in enumerate(wording.anchors_short or wording.anchors or ()):
                button = LevelButton(context.theming, level, anchor, self)
                button.clicked.connect(lambda _checked=False, level=level: self._choose(level))
                layout.addWidget(button)
                self._levels.append(button)
        elif not question.is_calculated:
            words, icon = (self.tr("Ansehen"), "lock") if covered else (self.tr("Beantworten"), "pencil")
            change = Button(context.theming, words, icon, "link")
            change.clicked.connect(lambda: self.opened.emit(question.id))
            layout.addWidget(change)

    @property
    def words(self) -> list[str]:
        """Number, question and answer as they stand there."""
        return [self._number.text(), self._text.text(), self._words.text()]

    def show_answer(self, answer: Answer) -> None:
        """Show the committed answer; nothing of it while the question is covered."""
        self._answer = answer
        if self._covered:
            return
        for level, button in enumerate(self._levels):
            button.setChecked(answer.level == level)
        self._show_before()
        self._words.setText(kind_of(self._question).wording(self._question, answer, self._context.workspace.texts))

    def show_given(self, given: GivenAnswer | None) -> None:
        """Offer what was answered before; None where nothing was."""
        self._given = None if self._covered else given
        if self._given is not None and self._before is None:
            self._before = Button(self._context.theming, "", "history", "link")
            self._before.clicked.connect(lambda: self.taken.emit(self._given))
            self._column.addWidget(self._before, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_before()

    def _show_before(self) -> None:
        """Offer it only while another answer stands here."""
        if self._before is None:
            return
        given = self._given
        self._before.setVisible(given is not None and not given.is_taken(self._answer))
        if given is not None:
            level = given.answer.level
            words = self.tr("wie damals: {level}").format(level=level) if level is not None else self.tr("wie damals")
            self._before.setText(words)
            self._before.setToolTip(f"{given.source}: {given.said}")
            self._before.setAccessibleDescription(f"{given.source}: {given.said}")

    def show_value(self, value: Value) -> None:
        """Show what the program calculates from other answers."""
        if self._covered:
            return
        if value is None:
            self._words.setText(self.tr("noch keine Angaben"))
            return
        words = format_decimal(value, 0, self._context.workspace.preferences.language)
        self._words.setText(f"{words} {self._question.unit}".rstrip())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._context.theming.colour("line"))
        painter.end()

    def _choose(self, level: int) -> None:
        if self._answer.level == level:
            self._levels[level].setChecked(True)
            return
        self.edited.emit(self._question.id, with_level(self._answer, level))


class ListPanel(QScrollArea):
    """The questions of one dimension, built when the dimension is shown."""

    edited = Signal(str, object)
    opened = Signal(str)
    taken = Signal(object)  # GivenAnswer

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._given: Mapping[str, GivenAnswer] = {}
        self._rows: dict[str, QuestionRow] = {}
        self._calculated: list[tuple[QuestionRow, str]] = []
        self._evaluation: Evaluation | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_dimension(
        self, dimension: Dimension, evaluation: Evaluation, kind: CommuneKind, *, conceals: bool
    ) -> None:
        """List the questions that are asked now; with ``conceals`` the confidential ones are covered."""
        content = QWidget()
        content.setProperty("kind", "paper")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(32, 16, 32, 24)
        layout.setSpacing(0)
        self._rows = {}
        self._calculated = []
        self._evaluation = evaluation
        for question in evaluation.visible_questions(dimension):
            covered = conceals and question.confidential
            row = QuestionRow(self._context, question, kind, content, covered=covered)
            if question.is_calculated:
                self._calculated.append((row, question.id))
            else:
                row.show_answer(evaluation.answer(question.id))
            row.show_given(self._given.get(question.id))
            row.edited.connect(self.edited)
            row.opened.connect(self.opened)
            row.taken.connect(self.taken)
            layout.addWidget(row)
            self._rows[question.id] = row
        layout.addStretch(1)
        self._show_values()
        self.setWidget(content)

    def show_answer(self, question: str, answer: Answer) -> None:
        """Show one answer anew, and what is calculated from it."""
        if question in self._rows:
            self._rows[question].show_answer(answer)
            self._show_values()

    def show_given(self, given: Mapping[str, GivenAnswer]) -> None:
        """Offer beside each question what was answered to it before."""
        self._given = given
        for name, row in self._rows.items():
            row.show_given(given.get(name))

    def focused_question(self) -> str:
        """The question in whose row the focus is; empty where it is in none."""
        return next((name for name, row in self._rows.items() if row.isAncestorOf(self.focusWidget())), "")

    def _show_values(self) -> None:
        if self._evaluation is None:
            return
        for row, question in self._calculated:
            row.show_value(self._evaluation.value(question))
