"""Einstellungen: person, looks, protection, data folder, the commune register, and what the program is made of."""

from advisor_app.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
