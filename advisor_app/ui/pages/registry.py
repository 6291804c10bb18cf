"""Which pages there are. A page that is not built is not listed; its module is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.case import Case
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import CasePage, Page, PageContext


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its name, its word in the rail, its icon, the class that builds it, and the modules that need it."""

    name: str
    label: str
    icon: str
    module: str
    factory: str
    modules: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def title(self) -> str:
        """The word in the rail, in the language of the window."""
        return QCoreApplication.translate("pages", self.label)

    def is_needed(self, case: Case) -> bool:
        """Whether the case's modules need the page."""
        return not self.modules or any(module in self.modules for module in case.modules)

    def build(self, context: PageContext) -> Page:
        """Build a page outside a case."""
        return cast("Callable[[PageContext], Page]", self._load())(context)

    def build_in_case(self, context: PageContext, bridge: CaseBridge) -> CasePage:
        """Build a page inside a case."""
        return cast("Callable[[PageContext, CaseBridge], CasePage]", self._load())(context, bridge)

    def _load(self) -> object:
        return getattr(import_module(f"advisor_app.ui.pages.{self.module}"), self.factory)


def _entry(name: str, label: str, icon: str, factory: str, *, hidden: bool = False) -> PageEntry:
    return PageEntry(name, label, icon, name.replace("-", "_"), factory, hidden=hidden)


PAGES = (
    _entry("cases", "Fälle", "folder-open", "CasesPage"),
    _entry("settings", "Einstellungen", "settings", "SettingsPage"),
)
CASE_PAGES = (
    _entry("set-up", "Fall anlegen", "file-plus", "SetUpPage", hidden=True),
    _entry("overview", "Überblick", "layout-dashboard", "OverviewPage"),
    _entry("agenda", "Agenda", "calendar-clock", "AgendaPage"),
    _entry("assessment", "Erhebung", "list-checks", "AssessmentPage"),
    _entry("results", "Ergebnisse", "gauge", "ResultsPage"),
    _entry("use-case", "Anwendungsfall", "lightbulb", "UseCasePage"),
    _entry("plan", "Umsetzungsplan", "chart-gantt", "PlanPage"),
    _entry("documents", "Dokumente", "file-text", "DocumentsPage"),
)


def page_named(name: str) -> PageEntry:
    """The entry of a page; KeyError for a name that is none."""
    return {entry.name: entry for entry in (*PAGES, *CASE_PAGES)}[name]
