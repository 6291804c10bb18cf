"""The page on which module 4 chooses: impact areas by dots, candidates by rating, and the way that follows."""

from advisor_app.ui.pages.selection.page import SelectionPage

__all__ = ["SelectionPage"]
