"""The main window: rail, case bar, pages, status bar. It is painted before storage is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.changes import BookingSet, HeadSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.services.clock import today
from advisor_app.services.preferences import Preferences, PreferencesFile, ThemeChoice
from advisor_app.services.workspace import Workspace
from advisor_app.texts import load_texts
from advisor_app.texts.errors import sentence
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES, PageEntry, page_named
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.case_bar import CaseBar
from advisor_app.ui.shell.command_palette import Command, CommandPalette
from advisor_app.ui.shell.crash_dialog import show_crash
from advisor_app.ui.shell.notice import Notice
from advisor_app.ui.shell.page import Page, PageContext
from advisor_app.ui.shell.rail import Rail, RailItem
from advisor_app.ui.shell.status_bar import StatusBar
from advisor_app.ui.shell.theming import Theming

NARROW_BELOW = 1100
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
GEOMETRY_FILE = "window.ini"

OpenWorkspace = Callable[[], Workspace]


class MainWindow(QMainWindow):
    """The one window. ``open_workspace`` is called after the first paint; ``ready`` tells that work can begin."""

    ready = Signal()
    failed = Signal(str)

    def __init__(self, open_workspace: OpenWorkspace, folder: Path, preferences: Preferences, theming: Theming) -> None:
        super().__init__()
        self._open_workspace = open_workspace
        self._folder = folder
        self._preferences = preferences
        self._theming = theming
        self._context: PageContext | None = None
        self._bridge: CaseBridge | None = None
        self._pages: dict[str, Page] = {}
        self._current = ""
        self.lane = BackgroundLane(self)

        self._rail = Rail(theming)
        self._bar = CaseBar(theming)
        self._notice = Notice(theming)
        self._stack = QStackedWidget()
        self._status = StatusBar(theming)
        self._palette = CommandPalette(theming, self)
        self._lay_out()
        self._connect()
        self._add_actions()
        self._restore_geometry()
        self._rail.show_items([RailItem(entry.name, entry.title, entry.icon) for entry in PAGES])
        self._rail.mark("cases")
        self._bar.show_title(page_named("cases").title)
        QTimer.singleShot(0, self._load)

    @property
    def workspace(self) -> Workspace:
        """What the window works on; only after ``ready``."""
        if self._context is None:
            raise RuntimeError("the workspace is not open yet")
        return self._context.workspace

    @property
    def bridge(self) -> CaseBridge | None:
        """The open case, None while none is open."""
        return self._bridge

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._current)

    @property
    def notice(self) -> Notice:
        """The line that says what went wrong or was done."""
        return self._notice

    @property
    def status(self) -> StatusBar:
        """The status bar."""
        return self._status

    def open_case(self, case_id: str, page: str = "overview", item: str = "") -> None:
        """Open a case and show one of its pages."""
        if not self._leave_page():
            return
        try:
            session = self.workspace.cases.open(case_id)
        except AdvisorError as error:
            self._notice.warn(sentence(error, self.workspace.texts))
            return
        self._drop_case()
        bridge = CaseBridge(self.workspace, session, self)
        bridge.committed.connect(self._status.show_saved)
        bridge.refused.connect(self._on_bridge_refused)
        bridge.undo_changed.connect(self._on_bridge_undo_changed)
        bridge.changed.connect(self._on_bridge_changed)
        self._bridge = bridge
        self._on_bridge_undo_changed(bridge.can_undo, bridge.can_redo)
        self._show_rail()
        if bridge.case.head.draft and page == "overview":
            page = "set-up"
        self.show_page(page, item)

    def close_case(self) -> None:
        """Go back to all cases."""
        if self._leave_page():
            self._drop_case()
            self._show_rail()
            self.show_page("cases")

    def show_page(self, name: str, item: str = "") -> None:
        """Show a page by its name, built when it is first needed; ``case:<id>`` opens a case."""
        if name.startswith("case:"):
            self.open_case(name.removeprefix("case:"), item or "overview")
            return
        if self._context is None or not self._leave_page():
            return
        entry = page_named(name)
        if entry in PAGES and self._bridge is not None:
            self._drop_case()
            self._show_rail()
        page = self._pages.get(name) or self._build(entry)
        self._current = name
        self._stack.setCurrentWidget(page)
        if item:
            page.open_item(item)
        self._rail.mark(name)
        self._show_title(entry)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leave_page():
            event.ignore()
            return
        settings = QSettings(str(self._folder / GEOMETRY_FILE), QSettings.Format.IniFormat)
        settings.setValue("geometry", self.saveGeometry())
        settings.sync()
        self._drop_case()
        self.lane.close()
        if self._context is not None:
            self._context.workspace.close()
        super().closeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.set_narrow(narrow=event.size().width() < NARROW_BELOW * self._theming.zoom / 100)

    def _lay_out(self) -> None:
        self.setWindowTitle("Beraterkoffer")
        self.setWindowIcon(self._theming.icon("luggage", "primary"))
        self.setMinimumSize(900, 600)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notice_row = QVBoxLayout()
        notice_row.setContentsMargins(24, 0, 24, 0)
        notice_row.addWidget(self._notice)
        column.addWidget(self._bar)
        column.addLayout(notice_row)
        column.addWidget(self._stack, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(right, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        self._rail.chosen.connect(self._on_rail_chosen)
        self._bar.back.connect(self.close_case)
        self._status.palette_wanted.connect(self._on_palette_wanted)
        self._status.theme_toggled.connect(self._on_status_theme_toggled)
        self._status.zoom_wanted.connect(self._on_status_zoom_wanted)
        self._palette.chosen.connect(self._on_palette_chosen)
        self.lane.started.connect(self._on_lane_started)
        self.lane.crashed.connect(self._on_lane_crashed)

    def _add_actions(self) -> None:
        self._undo = self._action(self.tr("Rückgängig"), "Ctrl+Z", self._on_undo_triggered)
        self._redo = self._action(self.tr("Wiederholen"), "Ctrl+Shift+Z", self._on_redo_triggered)
        self._redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._action(self.tr("Befehle"), "Ctrl+K", self._on_palette_wanted)
        self._action(self.tr("Vollbild"), "F11", self._on_full_screen_triggered)
        self._action(self.tr("Größer"), "Ctrl++", lambda: self._step_zoom(1))
        self._action(self.tr("Kleiner"), "Ctrl+-", lambda: self._step_zoom(-1))
        self._action(self.tr("Normale Größe"), "Ctrl+0", lambda: self._set_zoom(100))
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)

    def _action(self, label: str, shortcut: str, act: Callable[[], object]) -> QAction:
        action = QAction(label, self)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)
        return action

    def _restore_geometry(self) -> None:
        settings = QSettings(str(self._folder / GEOMETRY_FILE), QSettings.Format.IniFormat)
        geometry = settings.value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1366, 768)

    def _load(self) -> None:
        try:
            workspace = self._open_workspace()
        except AdvisorError as error:
            words = sentence(error, load_texts(self._preferences.language))
            self._notice.warn(words)
            self._status.show_failed()
            self.failed.emit(words)
            return
        self._context = PageContext(workspace=workspace, lane=self.lane, theming=self._theming)
        self._status.show_opened()
        self.show_page("cases")
        self.ready.emit()

    def _build(self, entry: PageEntry) -> Page:
        context = self._context
        if context is None:
            raise RuntimeError("the workspace is not open yet")
        if entry in CASE_PAGES:
            if self._bridge is None:
                raise RuntimeError("no case is open")
            page: Page = entry.build_in_case(context, self._bridge)
        else:
            page = entry.build(context)
        page.navigated.connect(self.show_page)
        page.noticed.connect(self._notice.inform)
        page.warned.connect(self._notice.warn)
        page.typing.connect(self._status.show_writing)
        self._stack.addWidget(page)
        self._pages[entry.name] = page
        return page

    def _leave_page(self) -> bool:
        return self.page is None or self.page.flush()

    def _drop_case(self) -> None:
        for entry in CASE_PAGES:
            page = self._pages.pop(entry.name, None)
            if page is not None:
                self._stack.removeWidget(page)
                page.deleteLater()
        if self._bridge is not None:
            self._bridge.close()
            self._bridge.deleteLater()
            self._bridge = None
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)

    def _show_rail(self) -> None:
        case = self._bridge.case if self._bridge is not None else None
        entries = PAGES if case is None else [entry for entry in CASE_PAGES if entry.is_needed(case)]
        self._rail.show_items([RailItem(entry.name, entry.title, entry.icon) for entry in entries if not entry.hidden])
        self._rail.mark(self._current)

    def _show_title(self, entry: PageEntry) -> None:
        workspace = self.workspace
        day = format_date(today(workspace.clock), workspace.preferences.language)
        if self._bridge is None or entry in PAGES:
            self._bar.show_title(entry.title, right=day)
            return
        case = self._bridge.case
        titles = [workspace.catalog.modules[module].title for module in case.modules]
        numbers = " · ".join(f"{module} {title}" for module, title in zip(case.modules, titles, strict=True))
        self._bar.show_title(case.commune.title, numbers, day, in_case=True)

    def _commands(self) -> list[Command]:
        commands = []
        if self._bridge is not None:
            commands += [
                Command(entry.title, self.tr("Seite"), partial(self.show_page, entry.name), entry.icon)
                for entry in CASE_PAGES
                if not entry.hidden
            ]
            commands.append(Command(self.tr("Rückgängig"), self.tr("Befehl"), self._on_undo_triggered, "undo-2"))
            commands.append(Command(self.tr("Wiederholen"), self.tr("Befehl"), self._on_redo_triggered, "redo-2"))
        commands += [
            Command(entry.title, self.tr("Seite"), partial(self.show_page, entry.name), entry.icon) for entry in PAGES
        ]
        commands.append(Command(self.tr("Hell oder dunkel"), self.tr("Befehl"), self._on_status_theme_toggled, "sun"))
        commands.append(Command(self.tr("Vollbild"), self.tr("Befehl"), self._on_full_screen_triggered, "maximize"))
        commands += [
            Command(row.commune.title, self.tr("Fall"), partial(self.open_case, row.case_id), "landmark")
            for row in self.workspace.portfolio.rows
        ]
        return commands

    def _save_preferences(self, preferences: Preferences) -> None:
        self._preferences = preferences
        try:
            PreferencesFile(self._folder).save(preferences)
        except AdvisorError as error:
            self._notice.warn(sentence(error, self.workspace.texts))

    def _step_zoom(self, step: int) -> None:
        nearest = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - self._theming.zoom))
        self._set_zoom(ZOOMS[min(max(nearest + step, 0), len(ZOOMS) - 1)])

    def _set_zoom(self, percent: int) -> None:
        self._theming.set_zoom(percent)
        self._save_preferences(replace(self._preferences, zoom=percent))

    def _on_rail_chosen(self, name: str) -> None:
        self.show_page(name)
        self._rail.mark(self._current)

    def _on_palette_wanted(self) -> None:
        if self._context is not None:
            self._palette.open_with(self._commands())

    def _on_palette_chosen(self, command: Command) -> None:
        command.act()

    def _on_status_theme_toggled(self) -> None:
        choice = ThemeChoice.LIGHT if self._theming.is_dark else ThemeChoice.DARK
        self._theming.choose(choice)
        self._save_preferences(replace(self._preferences, theme=choice))

    def _on_status_zoom_wanted(self) -> None:
        self._set_zoom(
            ZOOMS[(ZOOMS.index(self._theming.zoom) + 1) % len(ZOOMS)] if self._theming.zoom in ZOOMS else 100
        )

    def _on_full_screen_triggered(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_undo_triggered(self) -> None:
        if self._bridge is not None and self._leave_page():
            self._bridge.undo()

    def _on_redo_triggered(self) -> None:
        if self._bridge is not None and self._leave_page():
            self._bridge.redo()

    def _on_bridge_refused(self, words: str) -> None:
        self._status.show_failed()
        self._notice.warn(words)

    def _on_bridge_undo_changed(self, can_undo: bool, can_redo: bool) -> None:  # noqa: FBT001 — a signal's arguments
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def _on_bridge_changed(self, changes: tuple[object, ...]) -> None:
        if any(isinstance(change, BookingSet | HeadSet) for change in changes) and self._current:
            self._show_title(page_named(self._current))
            self._show_rail()

    def _on_lane_started(self, job: Job[object]) -> None:
        self._status.show_job(job)

    def _on_lane_crashed(self, error: BaseException) -> None:
        show_crash(self, error)
