"""What participants thought of the workshops: by module, and by adviser where the house has switched that on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.feedback_evaluation import FeedbackFigures
from advisor_app.texts.assessments import module_name
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.feedback_table import FeedbackTable
from advisor_app.ui.widgets.labels import TextLabel, hairline


class FeedbackSection(QWidget):
    """Hidden while no form has come back."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theming, texts = context.theming, context.workspace.texts
        self.modules = FeedbackTable(context)
        self._advisers_title = TextLabel(theming, texts("feedback.by-adviser"), "emphasised", weight=600)
        self.advisers = FeedbackTable(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(hairline())
        layout.addWidget(TextLabel(theming, texts("feedback.title"), "section"))
        layout.addWidget(TextLabel(theming, texts("feedback.about"), "caption", "caption", wrap=True))
        layout.addWidget(self.modules)
        layout.addWidget(self._advisers_title)
        layout.addWidget(self.advisers)
        self.hide()

    def show_figures(self, figures: FeedbackFigures) -> None:
        """Show what the forms add up to."""
        workspace = self._context.workspace
        catalog, texts = workspace.catalog, workspace.texts
        named = [(module_name(name, catalog, texts), result) for name, result in figures.modules.items()]
        self.modules.show_results([(texts("figures.total"), figures.total), *named])
        unnamed = texts("feedback.unnamed")
        self.advisers.show_results([(name or unnamed, result) for name, result in figures.advisers.items()])
        for widget in (self._advisers_title, self.advisers):
            widget.setVisible(bool(figures.advisers))
        self.setVisible(figures.total.forms > 0)
