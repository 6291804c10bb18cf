"""Which pages there are. A page that is not built is not listed; its module is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.page import CasePage, Page, PageContext


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its name, its icon, the class that builds it, and the modules that need it.

    A hidden page is not in the rail; the page named by ``under`` is marked there while it is shown.
    """

    name: str
    icon: str
    module: str
    factory: str
    modules: tuple[str, ...] = ()
    under: str = ""

    @property
    def title(self) -> str:
        """The word in the rail, in the language of the window."""
        return _titles()[self.name]

    @property
    def hidden(self) -> bool:
        """Whether the page is reached from another one only."""
        return bool(self.under)

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


PAGES = (
    PageEntry("cases", "folder-open", "cases", "CasesPage"),
    PageEntry("new-case", "file-plus", "set_up", "NewCasePage", under="cases"),
    PageEntry("case-import", "file-input", "case_files", "CaseImportPage", under="cases"),
    PageEntry("case-list", "table", "case_list", "CaseListPage", under="cases"),
    PageEntry("figures", "chart-column", "figures", "FiguresPage"),
    PageEntry("contents", "book-open", "contents", "ContentsPage"),
    PageEntry("backups", "archive-restore", "backups", "BackupsPage"),
    PageEntry("settings", "settings", "settings", "SettingsPage"),
)
CASE_PAGES = (
    PageEntry("set-up", "file-plus", "set_up", "SetUpPage", under="cases"),
    PageEntry("overview", "layout-dashboard", "overview", "OverviewPage"),
    PageEntry("bookings", "briefcase-business", "bookings", "BookingsPage", under="overview"),
    PageEntry("case-export", "send", "case_files", "CaseExportPage", under="overview"),
    PageEntry("case-template", "copy", "case_template", "CaseTemplatePage", under="overview"),
    PageEntry("preparation", "clipboard-check", "preparation", "PreparationPage"),
    PageEntry("agenda", "calendar-clock", "agenda", "AgendaPage"),
    PageEntry("assessment", "list-checks", "assessment", "AssessmentPage"),
    PageEntry(
        "assessment-migration", "git-branch", "assessment_migration", "AssessmentMigrationPage", under="assessment"
    ),
    PageEntry("evidence", "paperclip", "evidence", "EvidencePage"),
    PageEntry("results", "gauge", "results", "ResultsPage"),
    PageEntry("services", "landmark", "services", "ServicesPage", modules=("M1",)),
    PageEntry("usage", "chart-line", "usage", "UsagePage", modules=("M1",)),
    PageEntry("processes", "workflow", "processes", "ProcessesPage", modules=("M2", "M3")),
    PageEntry("selection", "grid-2x2", "selection", "SelectionPage", modules=("M4",)),
    PageEntry("e-file", "files", "e_file", "EFilePage", modules=("M3",)),
    PageEntry("use-case", "lightbulb", "use_case", "UseCasePage"),
    PageEntry("plan", "chart-gantt", "plan", "PlanPage"),
    PageEntry("documents", "file-text", "documents", "DocumentsPage"),
    PageEntry("minutes", "scroll-text", "minutes", "MinutesPage"),
    PageEntry("history", "history", "history", "HistoryPage"),
    PageEntry("privacy", "shield-check", "privacy", "PrivacyPage"),
)


def _titles() -> dict[str, str]:
    """Spelt out, because only literals find their way into the translation."""
    translate = QCoreApplication.translate
    return {
        "cases": translate("pages", "Fälle"),
        "new-case": translate("pages", "Fall anlegen"),
        "case-import": translate("pages", "Falldatei einlesen"),
        "case-list": translate("pages", "Fallliste einlesen"),
        "case-export": translate("pages", "Fall weitergeben"),
        "case-template": translate("pages", "Fall als Vorlage"),
        "figures": translate("pages", "Auswertung"),
        "contents": translate("pages", "Inhalte"),
        "backups": translate("pages", "Sicherungen"),
        "settings": translate("pages", "Einstellungen"),
        "set-up": translate("pages", "Fall anlegen"),
        "overview": translate("pages", "Überblick"),
        "bookings": translate("pages", "Buchungen"),
        "preparation": translate("pages", "Vorbereitung"),
        "agenda": translate("pages", "Agenda"),
        "assessment": translate("pages", "Erhebung"),
        "assessment-migration": translate("pages", "Umstellung"),
        "evidence": translate("pages", "Nachweise"),
        "results": translate("pages", "Ergebnisse"),
        "usage": translate("pages", "Nutzung"),
        "services": translate("pages", "Leistungen"),
        "processes": translate("pages", "Prozesse"),
        "selection": translate("pages", "Auswahl"),
        "e-file": translate("pages", "E-Akte"),
        "use-case": translate("pages", "Anwendungsfall"),
        "plan": translate("pages", "Umsetzungsplan"),
        "documents": translate("pages", "Dokumente"),
        "minutes": translate("pages", "Protokoll"),
        "history": translate("pages", "Verlauf"),
        "privacy": translate("pages", "Datenschutz"),
    }


def page_named(name: str) -> PageEntry:
    """The entry of a page; KeyError for a name that is none."""
    return {entry.name: entry for entry in (*PAGES, *CASE_PAGES)}[name]
