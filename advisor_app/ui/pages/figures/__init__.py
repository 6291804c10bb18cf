"""Auswertung: what the portfolio adds up to, and what participants thought of the workshops."""

from advisor_app.ui.pages.figures.page import FiguresPage

__all__ = ["FiguresPage"]
