"""The main window: rail, case bar, pages, status bar. It is painted before storage is loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.preferences import Preferences
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES, PageEntry, page_named
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.backup_watch import BackupWatch
from advisor_app.ui.shell.case_bar import CaseBar
from advisor_app.ui.shell.crashes import Crashes
from advisor_app.ui.shell.fault_ways import FaultWays
from advisor_app.ui.shell.open_case import OpenCase
from advisor_app.ui.shell.open_data import OpenData, OpenWorkspace
from advisor_app.ui.shell.page_stack import PageStack
from advisor_app.ui.shell.rail import Rail, RailItem
from advisor_app.ui.shell.status_bar import StatusBar
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.shell.view_commands import ViewCommands
from advisor_app.ui.shell.window_faults import WindowFaults
from advisor_app.ui.shell.window_lock import WindowLock

if TYPE_CHECKING:
    from advisor_app.domain.changes import Change
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.background import Job
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.command import Command
    from advisor_app.ui.shell.focus_ring import FocusRing
    from advisor_app.ui.shell.free_text_guard import FreeTextGuard
    from advisor_app.ui.shell.notice import Notice
    from advisor_app.ui.shell.page import Page
    from advisor_app.ui.shell.phone_poll_watch import PhonePollWatch
    from advisor_app.ui.shell.quick_entry import QuickEntry
    from advisor_app.ui.shell.step_line import StepLine
    from advisor_app.ui.shell.window_commands import WindowCommands
    from advisor_app.ui.shell.window_day import WindowDay
    from advisor_app.ui.shell.window_handbook import WindowHandbook
    from advisor_app.ui.shell.window_projector import WindowProjector
    from advisor_app.ui.shell.window_words import WindowWords

NARROW_BELOW = 1100
SMALLEST = (900, 600)


class MainWindow(QMainWindow):
    """The one window. ``open_workspace`` is called after the first paint.

    ``ready`` tells that work can begin, ``locked`` that somebody has to open the data first.
    """

    ready = Signal()
    locked = Signal()
    failed = Signal(str)
    folder_wanted = Signal(object)  # Path of another data folder

    notice: Notice
    step_line: StepLine
    focus_ring: FocusRing
    free_text_guard: FreeTextGuard
    words: WindowWords
    day: WindowDay
    quick_entry: QuickEntry
    projector: WindowProjector
    phones: PhonePollWatch
    handbook: WindowHandbook
    commands: WindowCommands

    def __init__(
        self,
        open_workspace: OpenWorkspace,
        folder: Path,
        preferences: Preferences,
        theming: Theming,
        *,
        problem: AdvisorError | None = None,
    ) -> None:
        """``problem``: see ``OpenData``."""
        super().__init__()
        self._language = preferences.language
        self.theming = theming
        self._is_painted = self._is_complete = False
        self.lane = BackgroundLane(self)
        self.rail = Rail(theming)
        self.bar = CaseBar(theming)
        self.stack = PageStack()
        self._case = OpenCase(self.stack, self)
        self.status = StatusBar(theming)
        self._column = QVBoxLayout()
        self._lay_out()
        self.lock_screen = WindowLock(theming, self.lane, folder, preferences.language, self._column)
        self.backups = BackupWatch(self)
        self.faults = WindowFaults(folder, self.lane, self.status, self)
        self.fault_ways = FaultWays(theming, self.lane, folder, preferences, self._column)
        self._crashes = Crashes(folder, theming, self)
        self.data = OpenData(self, open_workspace, problem)
        self._view = ViewCommands(self, theming, folder, self._adjust_preferences)
        self._folder = folder
        self._connect()
        self._view.restore_geometry()
        self._show_rail()
        self.rail.mark(PAGES[0].name)
        self.bar.show_title(PAGES[0].title)

    @property
    def is_ready(self) -> bool:
        """Whether the data folder is open."""
        return self.data.context is not None

    @property
    def workspace(self) -> Workspace:
        """What the window works on; only after ``ready``."""
        if self.data.context is None:
            raise RuntimeError("the workspace is not open yet")
        return self.data.context.workspace

    @property
    def bridge(self) -> CaseBridge | None:
        """The open case, None while none is open."""
        return self._case.bridge

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.stack.page

    def open_case(self, case_id: str, page: str = "overview", item: str = "") -> None:
        """Open a case and show one of its pages; a case whose set-up was left goes on there."""
        from advisor_app.ui.shell.bridge import CaseBridge

        if not self._case.settle(leaves_case=True):
            return
        try:
            session = self.workspace.cases.open(case_id)
        except AdvisorError as error:
            self.warn(error)
            return
        self.drop_case()
        bridge = CaseBridge(self.workspace, session)
        self._case.open(self.workspace, bridge)
        self._show(page_named("set-up" if bridge.case.head.draft and page == "overview" else page), item)
        self.day.follow(opens=True)

    def close_case(self) -> None:
        """Go back to all cases."""
        self.show_page("cases")

    def show_page(self, name: str, item: str = "") -> None:
        """Show a page by its name; ``case:<id>`` opens a case, with the item as the page's name, ``page/item``."""
        if name.startswith("case:"):
            page, _, part = item.partition("/")
            self.open_case(name.removeprefix("case:"), page or "overview", part)
        elif self.is_ready and self._case.settle(leaves_case=(entry := page_named(name)) in PAGES):
            if entry in PAGES:
                self.drop_case()
            self._show(entry, item)

    def check_ready(self) -> None:
        """Look whether everything is in place for the next workshop day of the open case; nothing without one."""
        if self.bridge is not None:
            self.show_page("preparation", "check")

    def case_entries(self) -> Sequence[PageEntry]:
        """The pages that the open case needs, none while none is open."""
        if self.bridge is None:
            return ()
        case = self.bridge.case
        return [entry for entry in CASE_PAGES if not entry.hidden and entry.is_needed(case)]

    def show_crash(self, error: BaseException) -> None:
        """Save what is typed, write the bug down, say so, and let the adviser go on."""
        self._crashes.tell(error, self._case.save, has_case=self.bridge is not None)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.data.may_close() or not self.leave_pages():
            event.ignore()
            return
        self._view.save_geometry()
        if self._is_complete:
            self.projector.stop()
            self.handbook.close()
        self.data.keep_place()
        self.drop_case()
        self.backups.finish()
        if self._is_complete:
            self.day.close()
        self.lane.close()
        self.lock_screen.release()
        if self.is_ready:
            self.workspace.close()
        self.faults.close()
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._complete)
            QTimer.singleShot(0, self.data, self.data.load)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _lay_out(self) -> None:
        self.setWindowTitle("Beraterkoffer")
        self.setMinimumSize(*SMALLEST)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.stack, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self._case.committed.connect(self.status.show_saved)
        self._case.committed.connect(self.faults.on_committed)
        self._case.changed.connect(self._on_case_changed)
        self.rail.chosen.connect(self._on_rail_chosen)
        self.bar.back.connect(self.close_case)
        self.stack.navigated.connect(self._on_stack_navigated)
        self.stack.headline_changed.connect(self._show_headline)
        self.status.theme_toggled.connect(self._view.toggle_theme)
        self.status.zoom_wanted.connect(self._view.next_zoom)
        self.lane.started.connect(self.status.show_job)
        self.status.lock_wanted.connect(self.data.lock)
        self.status.help_wanted.connect(self.faults.rescue_wanted)
        self.data.ready.connect(self.ready)
        self.data.locked.connect(self.locked)
        self.data.failed.connect(self.failed)
        self.lane.crashed.connect(self.show_crash)
        self.lane.unheard.connect(self.warn)
        self.stack.folder_wanted.connect(self.folder_wanted)
        self.backups.crashed.connect(self.show_crash)
        self.backups.closing.connect(self._on_backups_closing)
        self.faults.case_wanted.connect(self.open_case)
        self.fault_ways.folder_chosen.connect(self.folder_wanted)
        self.fault_ways.left.connect(self.close)
        self.theming.changed.connect(self._fit_rail)

    def _complete(self) -> None:
        """Add what cannot be seen until something happens; the window is painted before."""
        from advisor_app.ui.shell.case_file_drop import CaseFileDrop
        from advisor_app.ui.shell.focus_ring import FocusRing
        from advisor_app.ui.shell.free_text_guard import FreeTextGuard
        from advisor_app.ui.shell.icon_engine import product_icon
        from advisor_app.ui.shell.notice import Notice
        from advisor_app.ui.shell.step_line import StepLine

        self.setWindowIcon(product_icon())
        self._complete_day()
        self.step_line = StepLine(self)
        self._column.insertWidget(1, self.step_line)
        self.notice = Notice(self.theming)
        self._column.insertWidget(2, self.notice)
        self.focus_ring = FocusRing(self.theming, self)
        CaseFileDrop(self, lambda file: self.show_page("case-import", str(file)))
        self.free_text_guard = FreeTextGuard(
            self.theming, self, lambda: self.bridge.case.people.values() if self.bridge else ()
        )
        self.stack.noticed.connect(self.notice.inform)
        self.stack.removed.connect(self.notice.inform_of_removal)
        self.stack.warned.connect(self.faults.warn)
        self.stack.tried.connect(self.notice.settle)
        self.faults.use_notice(self.notice)
        self.notice.undo_wanted.connect(self._undo)
        self.backups.warned.connect(self.faults.tell_of_backup)
        self.backups.made.connect(self.faults.on_backup_made)
        self._is_complete = True

    def _complete_day(self) -> None:
        """Add what looks after the open case and the workshop day, and all commands with their keys."""
        from advisor_app.ui.shell.phone_poll_watch import PhonePollWatch
        from advisor_app.ui.shell.quick_entry import QuickEntry
        from advisor_app.ui.shell.window_commands import WindowCommands
        from advisor_app.ui.shell.window_day import WindowDay
        from advisor_app.ui.shell.window_handbook import WindowHandbook
        from advisor_app.ui.shell.window_projector import WindowProjector
        from advisor_app.ui.shell.window_words import WindowWords

        self.words = WindowWords(self, self._case)
        self.day = WindowDay(self)
        self.quick_entry = QuickEntry(self, self._column)
        self._case.save_also(lambda: self.quick_entry.line)
        self.projector = WindowProjector(self, self._case, self._folder)
        self.phones = PhonePollWatch(self, self._case)
        self.handbook = WindowHandbook(self, self.theming, self._language)
        self.status.handbook_wanted.connect(self.handbook.open)
        self.stack.entry_wanted.connect(self.quick_entry.open)
        self.commands = WindowCommands(self, self.theming, self._further_commands, self._undo, self._redo)
        self.status.palette_wanted.connect(self.commands.open_palette)

    def show_pages(self, *, shown: bool) -> None:
        """Show or hide everything that belongs to open data."""
        for widget in (self.rail, self.bar, self.stack):
            widget.setVisible(shown)
        self.step_line.hide()  # until a page is shown
        self.notice.clear()

    def _show(self, entry: PageEntry, item: str) -> None:
        if self.data.context is None:
            raise RuntimeError("the workspace is not open yet")
        try:
            page = self.stack.show_page(entry, self.data.context, self.bridge)
        except AdvisorError as error:
            self.warn(error)
            if not self.stack.shown and entry is not PAGES[0]:
                self._show(PAGES[0], "")
            return
        self.notice.leave_page()
        self.step_line.show_for(entry.name)
        self._show_rail()
        self._show_headline()
        self.words.show_reading()
        page.take_focus()
        if item:
            page.open_item(item)
        self.projector.follow()

    def _further_commands(self) -> Sequence[Command]:
        return (*self._view.commands(), *self.projector.commands())

    def leave_pages(self) -> bool:
        """Whether all pages may be left: see ``OpenCase.settle``."""
        return self._case.settle(leaves_window=True)

    def drop_case(self) -> None:
        """Let go of the open case and its pages."""
        if self.bridge is not None:
            self.phones.end()
            self.projector.release()
            self.day.leave()
            self.quick_entry.drop()
            self._case.drop()  # first: the page that comes in sight shows how the case stands now
            self.faults.on_case_dropped()
            self.stack.drop_case_pages()
            self.words.forget()
            self.step_line.forget()

    def _show_rail(self) -> None:
        entry = self.stack.entry
        inside = self.bridge is not None and (entry is None or not entry.hidden or not self.bridge.case.head.draft)
        entries = self.case_entries() if inside else PAGES
        self.rail.show_items([RailItem(item.name, item.title, item.icon) for item in entries if not item.hidden])
        if entry is not None:
            place, there = entry.under or entry.name, {item.name for item in entries}
            self.rail.mark(place if place in there else "overview")

    def _show_headline(self) -> None:
        from advisor_app.ui.shell.headlines import show_headline

        if self.stack.entry is not None and self.page is not None:
            case = self.bridge.case if self.bridge is not None else None
            show_headline(self.bar, self.stack.entry, self.page, self.workspace, case)

    def _adjust_preferences(self, adjusted: Callable[[Preferences], Preferences]) -> None:
        if not self.is_ready:
            return
        try:
            self.workspace.set_preferences(adjusted(self.workspace.preferences))
        except AdvisorError as error:
            self.warn(error)

    def warn(self, *errors: AdvisorError) -> None:
        """Say what went wrong."""
        if errors:
            self.faults.warn(self.words_of(*errors))

    def words_of(self, *errors: AdvisorError) -> str:
        """The sentences of errors in the language of the window, one per line."""
        from advisor_app.texts import load_texts
        from advisor_app.texts.errors import sentence

        texts = load_texts(self._language)
        return "\n".join(sentence(error, texts) for error in errors)

    def _on_backups_closing(self, job: Job[object]) -> None:
        """Show how the last backup gets on; everything else is over."""
        for widget in (self.rail, self.bar, self.stack):
            widget.setEnabled(False)
        self.status.show_job(job)

    def _undo(self) -> None:
        if self.bridge is not None and self._case.save():
            self.bridge.undo()

    def _redo(self) -> None:
        if self.bridge is not None and self._case.save():
            self.bridge.redo()

    def _fit_rail(self) -> None:
        self.rail.set_narrow(narrow=self.width() < self.theming.scaled(NARROW_BELOW))

    def _on_stack_navigated(self, name: str, item: str) -> None:
        self.step_line.remember()
        self.show_page(name, item)

    def _on_rail_chosen(self, name: str) -> None:
        self.step_line.forget()
        self.show_page(name)
        self._show_rail()

    def _on_case_changed(self, changes: tuple[Change, ...]) -> None:
        from advisor_app.domain.changes import AgendaDaySet, BookingSet, HandoverSet, HeadSet

        self.step_line.on_case_changed(changes)
        self.day.follow()
        if any(isinstance(change, BookingSet | HeadSet | AgendaDaySet | HandoverSet) for change in changes):
            self._show_headline()
            self._show_rail()
            self.words.show_reading()
