"""Überblick: the case at a glance."""

from advisor_app.ui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
