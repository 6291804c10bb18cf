"""Fall anlegen: from a commune's name to a case with modules, people and days; it can be left at any point."""

from advisor_app.ui.pages.set_up.new_case_page import NewCasePage
from advisor_app.ui.pages.set_up.page import SetUpPage

__all__ = ["NewCasePage", "SetUpPage"]
