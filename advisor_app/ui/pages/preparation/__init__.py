"""Vorbereitung: the forms of the pre-survey go out, are followed, and come back."""

from advisor_app.ui.pages.preparation.page import PreparationPage

__all__ = ["PreparationPage"]
