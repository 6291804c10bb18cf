"""Sicherungen: how things stand, what there is, bringing one back, finding data, and changing to another laptop."""

from advisor_app.ui.pages.backups.page import BackupsPage

__all__ = ["BackupsPage"]
