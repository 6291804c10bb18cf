"""Datenschutz: who is stored in the case, information for them, how long it is kept, and erasing for good."""

from advisor_app.ui.pages.privacy.page import PrivacyPage

__all__ = ["PrivacyPage"]
