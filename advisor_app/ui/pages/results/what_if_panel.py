"""Was wäre, wenn: other levels are assumed, and the phase is told that they would lead to. Nothing is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QVBoxLayout, QWidget

from advisor_app.charts.radar import Radar
from advisor_app.domain.assessment import UNANSWERED, Answer, Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.what_if import Way
from advisor_app.services.results import Standing
from advisor_app.ui.pages.results.assumed_rows import AssumedRows
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel


class WhatIfPanel(QWidget):
    """Begins with the way to the next phase; ``opened`` leads to a question."""

    opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: Case | None = None
        self._assessment: Assessment | None = None
        self._standing: Standing | None = None
        self._way: Way | None = None
        self._answers: Mapping[str, Answer] = {}
        self._questions: dict[str, Question] = {}
        self.levels: dict[str, int] = {}
        theming, texts = context.theming, context.workspace.texts
        self._sentence = TextLabel(theming, "", "emphasised", wrap=True)
        self._result = TextLabel(theming, "", "section", wrap=True)
        self._reasons = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._card = QFrame()
        self._radar = ChartView(theming, texts)
        self.rows = AssumedRows(context)
        self.more = QComboBox()
        self.more.setAccessibleName(self.tr("Weitere Frage annehmen"))
        self.propose_button = Button(theming, self.tr("Vorschlag"), "rotate-ccw")
        self.clear_button = Button(theming, self.tr("Alle zurücknehmen"), "x", "link")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rule = TextLabel(
            theming,
            self.tr(
                "Vorgeschlagen ist der Weg mit den wenigsten Schritten von Stufe zu Stufe. Ob er machbar ist, "
                "entscheidet die Gruppe. Was Sie hier annehmen, ändert keine Antwort und wird nicht gesichert."
            ),
            "caption",
            "caption",
            wrap=True,
        )
        self._lay_out()
        self.rows.chosen.connect(self._on_level_chosen)
        self.rows.removed.connect(self._on_level_removed)
        self.rows.opened.connect(self.opened)
        self.more.activated.connect(self._on_more_activated)
        self.propose_button.clicked.connect(self._propose)
        self.clear_button.clicked.connect(self._clear)

    def show_assessment(self, case: Case, assessment: Assessment, standing: Standing) -> None:
        """Show it with what is assumed; another assessment, or other answers, begin with the proposal."""
        what_if = self._context.workspace.results.what_if(case, assessment)
        is_same = self._assessment == assessment and self._answers == what_if.answers
        self._case, self._assessment, self._standing = case, assessment, standing
        self._answers = what_if.answers
        if is_same:
            self._show()
            return
        self._way = what_if.way()
        evaluation = what_if.evaluation({})
        self._questions = {
            question.id: question
            for dimension in evaluation.dimensions()
            for question in evaluation.visible_questions(dimension)
            if question.scores and not question.confidential
        }
        self._propose()

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the picture below the questions where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _propose(self) -> None:
        rises = () if self._way is None else self._way.rises
        self.levels = {rise.question.id: rise.after for rise in rises}
        self._show()

    def _clear(self) -> None:
        self.levels = {}
        self._show()

    def _show(self) -> None:
        case, assessment, standing = self._case, self._assessment, self._standing
        if case is None or assessment is None or standing is None:
            return
        workspace = self._context.workspace
        assumed = workspace.results.assuming(case, assessment, self.levels)
        questionnaire = workspace.questionnaires.of(assessment)
        asked = {question.id: question for question in questionnaire.questions}
        self._sentence.setText(self._words())
        words = self.tr("Heute: {now}. Angenommen: {then}.") if self.levels else self.tr("Heute: {now}.")
        self._result.setText(words.format(now=standing.title, then=assumed.title))
        self._reasons.setText(assumed.sentences if self.levels else standing.sentences)
        self._radar.show_chart(_both(standing, assumed, self.tr("heute"), self.tr("angenommen")))
        self.rows.show_rows(
            [(asked[name], self._answers.get(name, UNANSWERED).level, level) for name, level in self.levels.items()],
            case.assessed_commune(assessment).kind,
        )
        self.clear_button.setVisible(bool(self.levels))
        rises = () if self._way is None else self._way.rises
        proposed = {rise.question.id: rise.after for rise in rises}
        self.propose_button.setVisible(bool(proposed) and self.levels != proposed)
        self._show_more()

    def _show_more(self) -> None:
        self.more.clear()
        self.more.addItem(self.tr("Weitere Frage annehmen …"), None)
        for name, question in self._questions.items():
            if name not in self.levels:
                self.more.addItem(f"{name}  {question.short}", name)

    def _words(self) -> str:
        way = self._way
        if way is None and self._standing is not None and self._standing.steps is None:
            return self.tr("Nehmen Sie für einzelne Fragen eine andere Stufe an: Der Modulwert folgt sofort.")
        if way is None:
            return self.tr("Die höchste Phase ist erreicht.")
        title = self.tr("Phase {number} „{title}“").format(number=way.phase.number, title=way.phase.title)
        if way.missing:
            names = ", ".join(way.missing)
            return self.tr("Solange diese Fragen offen sind, steht die Phase nicht fest: {names}.").format(names=names)
        if not way.rises:
            words = self.tr("{phase} ist mit den Fragen, die heute gestellt sind, nicht zu erreichen.")
            return words.format(phase=title)
        steps = sum(rise.steps for rise in way.rises)
        words = self.tr(
            "{phase} wäre mit {count} Schritten von Stufe zu Stufe erreicht, verteilt auf {questions} Fragen."
        )
        if len(way.rises) == 1:
            words = self.tr("{phase} wäre mit einer anderen Antwort erreicht.")
        return words.format(phase=title, count=steps, questions=len(way.rises))

    def _lay_out(self) -> None:
        self._card.setProperty("kind", "card-soft")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self._result)
        inner.addWidget(self._reasons)
        acts = QWidget()
        line = FlowLayout(12, acts)
        for widget in (self.more, self.propose_button, self.clear_button):
            line.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.rows)
        left.addWidget(acts)
        left.addStretch(1)
        self._columns.setSpacing(32)
        self._columns.addLayout(left, 5)
        self._columns.addWidget(self._radar, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self._sentence)
        layout.addWidget(self._card)
        layout.addLayout(self._columns)
        layout.addWidget(self._rule)

    def _on_level_chosen(self, question: str, level: int) -> None:
        if self._answers.get(question, UNANSWERED).level == level:
            self.levels.pop(question, None)
        else:
            self.levels[question] = level
        self._show()

    def _on_level_removed(self, question: str) -> None:
        self.levels.pop(question, None)
        self._show()

    def _on_more_activated(self) -> None:
        name = self.more.currentData()
        if name is not None:
            level = self._answers.get(name, UNANSWERED).level
            self.levels[name] = 0 if level is None else min(level + 1, 4)
            self._show()
            self.rows.focus_row(name)


def _both(now: Standing, then: Standing, name: str, assumed: str) -> Radar | None:
    """What is assumed, with what holds today in the place of what was before."""
    if then.radar is None or now.radar is None:
        return None
    current = next(series for series in then.radar.series if series.kind == "current")
    today = next(series for series in now.radar.series if series.kind == "current")
    return replace(
        then.radar,
        axes=tuple(replace(axis, band=None) for axis in then.radar.axes),
        series=(replace(current, name=assumed), replace(today, kind="before", name=name)),
    )
