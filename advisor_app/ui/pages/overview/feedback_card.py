"""What participants of a case thought of its workshops; there from five forms on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.feedback import WORDS
from advisor_app.domain.feedback_evaluation import FeedbackResult
from advisor_app.ui.pages.overview.card import Card
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.feedback_table import FeedbackTable
from advisor_app.ui.widgets.labels import TextLabel


class FeedbackCard(Card):
    """Mean ratings, and below them what was said, in the order of the alphabet."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, self.tr("Feedback"), parent)
        self._context = context

    def show_case(self, case: Case) -> None:
        """Show what the forms of a case add up to; nothing below five."""
        result = self._context.workspace.feedback.of_case(case)
        self.setVisible(result.is_told)
        if result.is_told:
            self.show_body(self._body_of(result))

    def _body_of(self, result: FeedbackResult) -> QWidget:
        theming = self._context.theming
        form = self._context.workspace.texts.of_document("feedback-form")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        means = self._context.workspace.texts("feedback.means")
        column.addWidget(TextLabel(theming, means, "caption", "secondary", wrap=True))
        table = FeedbackTable(self._context)
        table.show_results([("", result)])
        column.addWidget(table)
        for name in WORDS:
            said = (result.words or {}).get(name, ())
            if said:
                column.addWidget(TextLabel(theming, form(f"questions.{name}"), "caption", "secondary", wrap=True))
            for text in said:
                column.addWidget(TextLabel(theming, f"– {text}", "body", wrap=True))
        return body
