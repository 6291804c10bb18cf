"""Nutzung: how online services are used, month by month, with what was abandoned and how fees were paid."""

from advisor_app.ui.pages.usage.page import UsagePage

__all__ = ["UsagePage"]
