"""The page of the minutes."""

from advisor_app.ui.pages.minutes.page import MinutesPage

__all__ = ["MinutesPage"]
