"""The pages on the window's one stack: built when first shown, those of a case dropped with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from advisor_app.ui.pages.registry import CASE_PAGES, PageEntry, page_named

if TYPE_CHECKING:
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.page import Page, PageContext


class PageStack(QStackedWidget):
    """Holds the pages by name and passes on what the shown ones say."""

    navigated = Signal(str, str)
    noticed = Signal(str)
    removed = Signal(str)
    warned = Signal(str)
    tried = Signal()
    typing = Signal()
    headline_changed = Signal()
    data_replacing = Signal(object)
    folder_wanted = Signal(object)
    protection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, Page] = {}
        self._shown = ""

    @property
    def shown(self) -> str:
        """The name of the page that is shown, empty while there is none."""
        return self._shown

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._shown)

    @property
    def entry(self) -> PageEntry | None:
        """What the registry knows of the page that is shown."""
        return page_named(self._shown) if self._shown else None

    def named(self, name: str) -> Page | None:
        """A page that was built before."""
        return self._pages.get(name)

    def show_page(self, entry: PageEntry, context: PageContext, bridge: CaseBridge | None) -> Page:
        """Show a page; RuntimeError for a page of a case while none is open."""
        page = self._pages.get(entry.name) or self._build(entry, context, bridge)
        self._shown = entry.name
        self.setCurrentWidget(page)
        return page

    def drop_case_pages(self) -> None:
        """Forget the pages of the case that is closed."""
        for entry in CASE_PAGES:
            self._drop(entry.name)

    def drop_all_pages(self) -> None:
        """Forget every page."""
        for name in tuple(self._pages):
            self._drop(name)

    def _drop(self, name: str) -> None:
        page = self._pages.pop(name, None)
        if page is not None:
            page.blockSignals(True)
            self.removeWidget(page)
            page.deleteLater()
        if self._shown not in self._pages:
            self._shown = ""

    def _build(self, entry: PageEntry, context: PageContext, bridge: CaseBridge | None) -> Page:
        if entry in CASE_PAGES:
            if bridge is None:
                raise RuntimeError("no case is open")
            page: Page = entry.build_in_case(context, bridge)
        else:
            page = entry.build(context)
        page.navigated.connect(self.navigated)
        page.noticed.connect(self.noticed)
        page.removed.connect(self.removed)
        page.warned.connect(self.warned)
        page.tried.connect(self.tried)
        page.typing.connect(self.typing)
        page.headline_changed.connect(self.headline_changed)
        page.data_replacing.connect(self.data_replacing)
        page.folder_wanted.connect(self.folder_wanted)
        page.protection_changed.connect(self.protection_changed)
        self.addWidget(page)
        self._pages[entry.name] = page
        return page
