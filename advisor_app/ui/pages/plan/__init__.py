"""The page of the implementation plan: schedule, priorities, proposals and the measures themselves."""

from advisor_app.ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
