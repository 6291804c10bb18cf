"""Nachweise: all photos and files of the case, placeholders, and photos that are read in from a folder."""

from advisor_app.ui.pages.evidence.page import EvidencePage

__all__ = ["EvidencePage"]
