"""Agenda: the steps of a workshop day, the clock, and what to do in each step."""

from advisor_app.ui.pages.agenda.page import AgendaPage

__all__ = ["AgendaPage"]
