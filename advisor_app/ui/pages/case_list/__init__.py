"""Fallliste einlesen: an existing list of cases becomes cases with bookings."""

from advisor_app.ui.pages.case_list.page import CaseListPage

__all__ = ["CaseListPage"]
