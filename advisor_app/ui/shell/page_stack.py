"""The pages on the window's one stack: built when first shown, those of a case dropped with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from advisor_app.ui.pages.registry import CASE_PAGES, PAGES, PageEntry, page_named
from advisor_app.ui.shell.theming import PageTheming

if TYPE_CHECKING:
    from advisor_app.services.kept_words import Drafts as DraftTexts
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
    drafts_settled = Signal()
    headline_changed = Signal()
    data_replacing = Signal(object)
    entry_wanted = Signal()
    folder_wanted = Signal(object)
    protection_changed = Signal()
    projectable_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, Page] = {}
        self._returning: dict[str, dict[str, dict[str, str]]] = {}  # drafts of pages that are still to be built
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
        page.dress()
        self.setCurrentWidget(page)
        return page

    @property
    def has_drafts(self) -> bool:
        """Whether words stand somewhere that are not saved until a form is sent or an input can be read."""
        if not self._pages:  # nothing is shown yet: what knows fields is loaded later
            return False
        return bool(self.drafts(PAGES) or self.drafts(CASE_PAGES) or self.unread())

    def drafts(self, entries: Iterable[PageEntry]) -> DraftTexts:
        """What was typed into forms of some pages and not sent."""
        from advisor_app.ui.widgets.drafts import Drafts

        found = {}
        for entry in entries:
            page = self._pages.get(entry.name)
            groups = page.findChildren(Drafts) if page is not None else []
            texts = {group.name: group.texts for group in groups if group.texts} or self._returning.get(entry.name)
            if texts:
                found[entry.name] = texts
        return found

    def unread(self) -> tuple[str, ...]:
        """Inputs on the page that cannot be read, and so are not saved."""
        from advisor_app.ui.widgets.drafts import unread_lines

        return tuple(line.text() for line in unread_lines(self.page)) if self.page is not None else ()

    def put_back(self, drafts: DraftTexts) -> None:
        """Enter drafts again, on pages that are still to be built as soon as they are shown."""
        for name, groups in drafts.items():
            self._returning[name] = {group: dict(texts) for group, texts in groups.items()}
            page = self._pages.get(name)
            if page is not None:
                self._put_back(name, page)

    def close_dialogs(self) -> None:
        """Close what is open above the pages; it saves its words like a page that is left."""
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()

    def drop_case_pages(self) -> None:
        """Forget the pages of the case that is closed."""
        for entry in CASE_PAGES:
            self._returning.pop(entry.name, None)
            self._drop(entry.name)

    def drop_all_pages(self) -> None:
        """Forget every page."""
        self._returning.clear()
        for name in tuple(self._pages):
            self._drop(name)

    def _put_back(self, name: str, page: Page) -> None:
        page.put_back(self._returning.pop(name, {}))

    def _drop(self, name: str) -> None:
        page = self._pages.pop(name, None)
        if page is not None:
            page.blockSignals(True)
            self.removeWidget(page)
            page.deleteLater()
        if self._shown not in self._pages:
            self._shown = ""

    def _build(self, entry: PageEntry, context: PageContext, bridge: CaseBridge | None) -> Page:
        context = replace(context, theming=PageTheming(context.theming.look))
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
        page.drafts_settled.connect(self.drafts_settled)
        page.headline_changed.connect(self.headline_changed)
        page.data_replacing.connect(self.data_replacing)
        page.entry_wanted.connect(self.entry_wanted)
        page.folder_wanted.connect(self.folder_wanted)
        page.protection_changed.connect(self.protection_changed)
        page.projectable_changed.connect(self.projectable_changed)
        self.addWidget(page)
        self._pages[entry.name] = page
        self._put_back(entry.name, page)
        return page
