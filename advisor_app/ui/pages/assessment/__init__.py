"""Erhebung: one question large or a whole dimension as a list, all by keyboard."""

from advisor_app.ui.pages.assessment.page import AssessmentPage

__all__ = ["AssessmentPage"]
