"""Prozesse: as-is and to-be flows of administrative processes, and what the change is worth."""

from advisor_app.ui.pages.processes.page import ProcessesPage

__all__ = ["ProcessesPage"]
