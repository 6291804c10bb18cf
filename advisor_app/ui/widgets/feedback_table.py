"""Mean ratings of feedback forms: an item per row, a group of forms per column; too few forms are said, not shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor_app.domain.feedback import RATINGS
from advisor_app.domain.feedback_evaluation import FeedbackResult
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.labels import TextLabel, hairline

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FeedbackTable(QWidget):
    """Built anew with its results."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._body: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_results(self, results: Sequence[tuple[str, FeedbackResult]]) -> None:
        """Show results under their names."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        theming, texts = self._context.theming, self._context.workspace.texts
        grid.addWidget(hairline(), 1, 0, 1, len(results) + 1)
        for row, name in enumerate(RATINGS, start=2):
            grid.addWidget(TextLabel(theming, texts(f"feedback.items.{name}"), "body"), row, 0)
        for column, (name, result) in enumerate(results, start=1):
            grid.addWidget(self._head(name, result), 0, column)
            self._add_means(grid, column, result)
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._layout.addWidget(body)

    def _head(self, name: str, result: FeedbackResult) -> QWidget:
        theming, texts = self._context.theming, self._context.workspace.texts
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if name:
            column.addWidget(TextLabel(theming, name, "body", weight=600), 0, _RIGHT)
        forms = texts("feedback.forms", count=result.forms)
        column.addWidget(TextLabel(theming, forms, "caption", "secondary", tabular=True), 0, _RIGHT)
        return head

    def _add_means(self, grid: QGridLayout, column: int, result: FeedbackResult) -> None:
        theming, texts = self._context.theming, self._context.workspace.texts
        if not result.is_told:
            why = texts("feedback.withheld" if result.withheld else "feedback.too-few")
            few = TextLabel(theming, why, "caption", "secondary", wrap=True)
            few.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            few.setMinimumWidth(theming.scaled(96))
            grid.addWidget(few, 2, column, len(RATINGS), 1)
            return
        for row, item in enumerate(result.items, start=2):
            mean = "–" if item.mean is None else format_decimal(item.mean, 1, texts.language)
            label = TextLabel(theming, mean, "body", tabular=True, weight=600)
            told = texts("feedback.told", item=texts(f"feedback.items.{item.item}"), mean=mean, count=item.votes)
            label.setToolTip(told)
            label.setAccessibleName(told)
            grid.addWidget(label, row, column, _RIGHT)
