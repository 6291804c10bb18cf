"""The page of use cases: their list, and the profile of one of them."""

from advisor_app.ui.pages.use_case.page import UseCasePage

__all__ = ["UseCasePage"]
