"""Ergebnisse: the sentence first, then the picture, then why not higher."""

from advisor_app.ui.pages.results.page import ResultsPage

__all__ = ["ResultsPage"]
