"""Verlauf: who changed what, when and why; older states brought back."""

from advisor_app.ui.pages.history.page import HistoryPage

__all__ = ["HistoryPage"]
