"""Fälle: all cases of the data folder, by their next date."""

from advisor_app.ui.pages.cases.page import CasesPage

__all__ = ["CasesPage"]
