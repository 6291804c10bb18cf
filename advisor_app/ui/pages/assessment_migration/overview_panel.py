"""What the other version means as a whole: what goes along, what is asked again, what is new and what is gone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.assessment import UNANSWERED
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.questionnaire_comparison import QuestionPair
from advisor_app.domain.succession import Succession
from advisor_app.questions import kind_of
from advisor_app.services.assessment_migrations import Review
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

_WIDEST = 880


class OverviewPanel(QScrollArea):
    """``keep_wanted`` asks to keep every answer whose question still reads the same."""

    keep_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.keep_button = Button(context.theming, "", "check-check")
        self.keep_button.clicked.connect(self.keep_wanted)

    def show_review(self, review: Review, title: str, keepable: Sequence[QuestionPair], *, conceals: bool) -> None:
        """Show what would become of an assessment; ``keepable`` can be kept at once, ``conceals``: not told aloud."""
        self.keep_button.setParent(self)  # it outlives what it stands in
        theming, succession = self._context.theming, review.succession
        content = QWidget()
        content.setProperty("kind", "paper")
        content.setMaximumWidth(theming.scaled(_WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(8)
        versions = self.tr("Fragebogen von Fassung {old} auf {new}")
        column.addWidget(TextLabel(theming, title, "section", wrap=True))
        words = versions.format(old=review.before.version, new=review.after.version)
        column.addWidget(TextLabel(theming, words, "body", "secondary", wrap=True))
        for line in self._sentences(succession):
            column.addWidget(TextLabel(theming, line, "body", wrap=True))
        self.keep_button.setVisible(bool(keepable))
        self.keep_button.setText(
            self.tr("Antworten mit gleichem Wortlaut behalten ({count})").format(count=len(keepable))
        )
        column.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        comparison = succession.comparison
        if comparison.has_other_figures:
            column.addWidget(self._warning())
        self._add_questions(column, self.tr("Neue Fragen"), comparison.added, succession, conceals=conceals)
        gone = self.tr("Entfallene Fragen, in der bisherigen Erhebung weiter lesbar")
        self._add_questions(column, gone, comparison.removed, succession, conceals=conceals)
        column.addStretch(1)
        self.setWidget(content)

    def _sentences(self, succession: Succession) -> list[str]:
        comparison = succession.comparison
        unchanged = self.tr(
            "Unverändert: {count}, davon beantwortet: {answered}. "
            "Antworten, Aussagen, Notizen, Nachweise und Zielstufen gehen mit."
        )
        lines = [unchanged.format(count=len(comparison.unchanged), answered=len(succession.kept))]
        if succession.to_decide:
            changed = self.tr(
                "Geändert und beantwortet: {count}. Entscheiden Sie bei jeder Frage, ob die Antwort bleibt. "
                "Was Sie nicht entscheiden, bleibt in der neuen Erhebung offen."
            )
            lines.append(changed.format(count=len(succession.to_decide)))
        others = sum(not pair.new.is_calculated for pair in comparison.changed) - len(succession.to_decide)
        if others:
            lines.append(self.tr("Geändert und bisher ohne Antwort: {count}. Sie bleiben offen.").format(count=others))
        lines.append(
            self.tr("Bis zum Abschluss bleibt die bisherige Erhebung, wie sie ist; danach ist sie weiter lesbar.")
        )
        return lines

    def _warning(self) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card-amber")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        words = self.tr(
            "Die Werte beider Fassungen sind nicht eins zu eins vergleichbar, weil andere Fragen oder Gewichte zählen."
        )
        inner.addWidget(TextLabel(self._context.theming, words, "body", wrap=True))
        return card

    def _add_questions(
        self,
        column: QVBoxLayout,
        heading: str,
        questions: Sequence[Question],
        succession: Succession,
        *,
        conceals: bool,
    ) -> None:
        """List questions, with what was answered to them."""
        if not questions:
            return
        theming, texts = self._context.theming, self._context.workspace.texts
        column.addSpacing(12)
        column.addWidget(TextLabel(theming, heading, "emphasised", weight=600, wrap=True))
        for question in questions:
            text = question.wording(succession.case.commune.kind).text
            column.addWidget(TextLabel(theming, f"{question.id} {text}", "body", wrap=True))
            answer = succession.old_answer(question.id)
            if answer != UNANSWERED:
                words = kind_of(question).wording(question, answer, texts)
                if conceals and question.confidential:
                    words = self.tr("vertraulich beantwortet")
                column.addWidget(TextLabel(theming, words, "body", "secondary", wrap=True))
