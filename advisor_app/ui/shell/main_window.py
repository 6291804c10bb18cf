"""The main window: rail, case bar, pages, status bar. It is painted before storage is loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.preferences import Preferences
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES, PageEntry, page_named
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.backup_watch import BackupWatch
from advisor_app.ui.shell.case_bar import CaseBar
from advisor_app.ui.shell.crashes import Crashes
from advisor_app.ui.shell.fault_ways import FaultWays
from advisor_app.ui.shell.open_case import OpenCase
from advisor_app.ui.shell.page_stack import PageStack
from advisor_app.ui.shell.rail import Rail, RailItem
from advisor_app.ui.shell.status_bar import StatusBar
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.shell.view_commands import ViewCommands
from advisor_app.ui.shell.window_commands import WindowCommands
from advisor_app.ui.shell.window_faults import WindowFaults
from advisor_app.ui.shell.window_lock import NEEDS_SOMEBODY, IdleWatch, WindowLock

if TYPE_CHECKING:
    from advisor_app.domain.changes import Change
    from advisor_app.services.entrance import Profile
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.background import Job
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.focus_ring import FocusRing
    from advisor_app.ui.shell.free_text_guard import FreeTextGuard
    from advisor_app.ui.shell.notice import Notice
    from advisor_app.ui.shell.page import Page, PageContext, Replaced, Replacement

NARROW_BELOW = 1100
SMALLEST = (900, 600)
SHUT_AGAIN_MS = 50


class OpenWorkspace(Protocol):
    """Opens the data folder with a profile that somebody has unlocked, else with what the device keeps."""

    def __call__(self, profile: Profile | None = None, /) -> Workspace:
        """Raises AdvisorError."""


class MainWindow(QMainWindow):
    """The one window. ``open_workspace`` is called after the first paint.

    ``ready`` tells that work can begin, ``locked`` that somebody has to open the data first.
    """

    ready = Signal()
    locked = Signal()
    failed = Signal(str)
    folder_wanted = Signal(object)  # Path of another data folder

    notice: Notice
    focus_ring: FocusRing
    free_text_guard: FreeTextGuard

    def __init__(
        self,
        open_workspace: OpenWorkspace,
        folder: Path,
        preferences: Preferences,
        theming: Theming,
        *,
        problem: AdvisorError | None = None,
    ) -> None:
        """``problem`` is said once the folder is open: why the preferences are not those of their file."""
        super().__init__()
        self._open_workspace = open_workspace
        self._problem = problem
        self._language = preferences.language
        self._theming = theming
        self._context: PageContext | None = None
        self._case = OpenCase(self)
        self._is_painted = False
        self.lane = BackgroundLane(self)
        self.rail = Rail(theming)
        self.bar = CaseBar(theming)
        self.stack = PageStack()
        self.status = StatusBar(theming)
        self._column = QVBoxLayout()
        self._lay_out()
        self.lock_screen = WindowLock(theming, self.lane, folder, preferences.language, self._column)
        self._idle = IdleWatch(self)
        self.backups = BackupWatch(self)
        self.faults = WindowFaults(folder, self.lane, self.status, self)
        self.fault_ways = FaultWays(theming, self.lane, folder, preferences, self._column)
        self._crashes = Crashes(folder, theming, self)
        self._place: tuple[str, str, str] | None = None
        self._kept: Preferences | None = None
        self._view = ViewCommands(self, theming, folder, self._adjust_preferences)
        self.commands = WindowCommands(self, theming, self._view.commands, self._undo, self._redo)
        self._connect()
        self._view.restore_geometry()
        self._show_rail()
        self.rail.mark(PAGES[0].name)
        self.bar.show_title(PAGES[0].title)

    @property
    def is_ready(self) -> bool:
        """Whether the data folder is open."""
        return self._context is not None

    @property
    def workspace(self) -> Workspace:
        """What the window works on; only after ``ready``."""
        if self._context is None:
            raise RuntimeError("the workspace is not open yet")
        return self._context.workspace

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

        if not self._leave_page():
            return
        try:
            session = self.workspace.cases.open(case_id)
        except AdvisorError as error:
            self._warn(error)
            return
        self._drop_case()
        bridge = CaseBridge(self.workspace, session)
        self._case.open(self.workspace, bridge)
        self._show(page_named("set-up" if bridge.case.head.draft and page == "overview" else page), item)

    def close_case(self) -> None:
        """Go back to all cases."""
        self.show_page("cases")

    def show_page(self, name: str, item: str = "") -> None:
        """Show a page by its name; ``case:<id>`` opens a case, with the item as the page's name, ``page/item``."""
        if name.startswith("case:"):
            page, _, part = item.partition("/")
            self.open_case(name.removeprefix("case:"), page or "overview", part)
        elif self._context is not None and self._leave_page():
            entry = page_named(name)
            if entry in PAGES:
                self._drop_case()
            self._show(entry, item)

    def lock(self) -> None:
        """Commit what is half typed, hide the pages, close the database and drop the keys."""
        if self._context is None or self._place is not None:
            return
        if not self.workspace.protection.ways.passphrase:
            self.show_page("settings", "passphrase")
            self.notice.inform(
                self.tr("Ohne Passphrase lässt sich nichts verschließen. Hier können Sie eine festlegen.")
            )
        elif self._leave_page():
            self._place = self._present_place()
            self._show_pages(shown=False)
            self._shut(partial(self._ask_for_key, Problem.PROFILE_LOCKED))

    def replace_data(self, replacement: Replacement) -> None:
        """Close the data, let others take their place, and go on with those."""
        if self._context is not None and self._place is None and self._leave_page():
            self._place = ("backups", "", "")
            self._show_pages(shown=False)
            self._shut(partial(self._replace, replacement))

    def case_entries(self) -> Sequence[PageEntry]:
        """The pages that the open case needs, none while none is open."""
        if self.bridge is None:
            return ()
        case = self.bridge.case
        return [entry for entry in CASE_PAGES if not entry.hidden and entry.is_needed(case)]

    def show_crash(self, error: BaseException) -> None:
        """Save what is typed, write the bug down, say so, and let the adviser go on."""
        self._crashes.tell(error, lambda: self._case.save(self.page), has_case=self.bridge is not None)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leave_page():
            event.ignore()
            return
        self._view.save_geometry()
        self._drop_case()
        self.backups.finish()
        self.lane.close()
        self.lock_screen.release()
        if self._context is not None:
            self._context.workspace.close()
        self.faults.close()
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._complete)
            QTimer.singleShot(0, self._load)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _lay_out(self) -> None:
        self.setWindowTitle("Beraterkoffer")
        self.setWindowIcon(self._theming.icon("briefcase", "primary"))
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
        self._case.failed.connect(self.faults.on_failed)
        self._case.refused.connect(self.faults.on_refused)
        self._case.changed.connect(self._on_case_changed)
        self.rail.chosen.connect(self._on_rail_chosen)
        self.bar.back.connect(self.close_case)
        self.stack.navigated.connect(self.show_page)
        self.stack.typing.connect(self.status.show_writing)
        self.stack.headline_changed.connect(self._show_headline)
        self.status.palette_wanted.connect(self.commands.open_palette)
        self.status.theme_toggled.connect(self._view.toggle_theme)
        self.status.zoom_wanted.connect(self._view.next_zoom)
        self.lane.started.connect(self.status.show_job)
        self.status.lock_wanted.connect(self.lock)
        self.lane.crashed.connect(self.show_crash)
        self.lock_screen.opened.connect(self._load)
        self.lock_screen.failed.connect(self._on_failed)
        self.stack.protection_changed.connect(self._show_protection)
        self._idle.idle.connect(self.lock)
        self.stack.data_replacing.connect(self.replace_data)
        self.stack.folder_wanted.connect(self.folder_wanted)
        self.backups.crashed.connect(self.show_crash)
        self.backups.closing.connect(self._on_backups_closing)
        self.faults.case_wanted.connect(self.open_case)
        self.faults.rescue_wanted.connect(self._rescue)
        self.fault_ways.mended.connect(self._on_mended)
        self.fault_ways.again.connect(self._load)
        self.fault_ways.folder_chosen.connect(self.folder_wanted)
        self.fault_ways.left.connect(self.close)
        self._theming.changed.connect(self._fit_rail)

    def _complete(self) -> None:
        """Add what cannot be seen until something happens; the window is painted before."""
        from advisor_app.ui.shell.case_file_drop import CaseFileDrop
        from advisor_app.ui.shell.focus_ring import FocusRing
        from advisor_app.ui.shell.free_text_guard import FreeTextGuard
        from advisor_app.ui.shell.notice import Notice

        self.notice = Notice(self._theming)
        self._column.insertWidget(1, self.notice)
        self.focus_ring = FocusRing(self._theming, self)
        CaseFileDrop(self, lambda file: self.show_page("case-import", str(file)))
        self.free_text_guard = FreeTextGuard(
            self._theming, self, lambda: self.bridge.case.people.values() if self.bridge else ()
        )
        self.stack.noticed.connect(self.notice.inform)
        self.stack.removed.connect(self.notice.inform_of_removal)
        self.stack.warned.connect(self.faults.on_refused)
        self.faults.use_notice(self.notice)
        self.notice.undo_wanted.connect(self._undo)
        self.backups.warned.connect(self.notice.warn)

    def _load(self, profile: Profile | None = None, by_other_way: bool = False) -> None:  # noqa: FBT001, FBT002 — from a signal
        from advisor_app.ui.shell.page import PageContext

        try:
            workspace = self._open_workspace() if profile is None else self._open_workspace(profile)
        except AdvisorError as error:
            if error.problem in NEEDS_SOMEBODY:
                self._ask_for_key(error.problem)
            else:
                self._on_failed(error, profile)
            return
        if self._kept is not None:  # as they were when the window was locked
            workspace.settings.current = self._kept
        self._context = PageContext(workspace=workspace, lane=self.lane, theming=self._theming)
        self.fault_ways.hide()
        self._show_pages(shown=True)
        self.status.show_opened()
        self._show_protection()
        self.backups.begin(workspace)
        self._go_back()
        self._warn(*filter(None, (self._problem, workspace.content_problem)))
        self._problem = None
        self.faults.begin(workspace)
        if by_other_way:
            self.show_page("settings", "passphrase")
            words = self.tr("Die Daten sind offen, ohne Ihre Passphrase. Ist sie vergessen, legen Sie eine neue fest.")
            self.notice.inform(words)
        self.ready.emit()

    def _go_back(self) -> None:
        """Show the page that was left when the window was locked, else all cases."""
        name, case_id, item = self._place or ("cases", "", "")
        self._place = None
        self.show_page("cases")
        if case_id:
            self.open_case(case_id, name, item)
        elif name != "cases":
            self.show_page(name, item)

    def _present_place(self) -> tuple[str, str, str]:
        """The page that is shown, its case and what it is about, to come back to."""
        case_id = self.bridge.case.id if self.bridge is not None else ""
        return self.stack.shown, case_id, self.page.present_item() if self.page is not None else ""

    def _shut(self, then: Callable[[], None]) -> None:
        """Close what is open as soon as nothing works with it any more."""
        self.backups.end()
        self.faults.end()
        if self.lane.is_busy:
            QTimer.singleShot(SHUT_AGAIN_MS, partial(self._shut, then))
        elif self._context is not None:
            self._drop_case()
            self.stack.drop_all_pages()
            self._kept = self.workspace.preferences
            self._context.workspace.close()
            self._context = None
            then()

    def _replace(self, replacement: Replacement) -> None:
        said: list[tuple[Callable[[str], None], str]] = []
        opened: list[Profile | None] = [None]

        def on_succeeded(replaced: Replaced) -> None:
            said.append((self.notice.inform, replaced.words))
            opened.append(replaced.profile)

        job = self.lane.run(lambda job: replacement(lambda share: job.report(share, self.tr("Wird ersetzt …"))))
        job.succeeded.connect(on_succeeded)
        job.refused.connect(lambda error: said.append((self.notice.warn, self._words_of(error))))
        job.ended.connect(lambda: self._load(opened[-1]))
        job.ended.connect(lambda: [say(words) for say, words in said])

    def _ask_for_key(self, problem: Problem) -> None:
        self._show_pages(shown=False)
        self._idle.watch(None, 0)
        self.status.show_locked()
        self.lock_screen.show(problem)
        self.locked.emit()

    def _show_pages(self, *, shown: bool) -> None:
        for widget in (self.rail, self.bar, self.stack):
            widget.setVisible(shown)
        self.notice.hide()

    def _show_protection(self) -> None:
        """Say in the status bar how the data are protected, and watch for idle hands where they can be locked."""
        workspace = self.workspace
        has_passphrase = workspace.protection.ways.passphrase
        self.status.show_protection(locks=has_passphrase)
        minutes = workspace.preferences.idle_minutes(workspace.policy) if has_passphrase else 0
        self._idle.watch(self.windowHandle(), minutes)

    def _on_failed(self, error: AdvisorError, profile: Profile | None = None, unsaved: str = "") -> None:
        self._show_pages(shown=False)
        self.status.show_closed()
        self.failed.emit(self.fault_ways.show(error, profile, unsaved))

    def _rescue(self) -> None:
        """Close what is damaged and show what helps; the words that are not on disk go along."""
        from advisor_app.services.unsaved_words import unsaved_words

        workspace, bridge = self.workspace, self.bridge
        words = "" if bridge is None else unsaved_words(bridge.waiting)
        profile = replace(workspace.profile)  # goes on to know the key while the workspace closes
        error = AdvisorError(Problem.DATABASE_DAMAGED, file=str(profile.database))
        self._show_pages(shown=False)  # first: a page that shows itself begins to read
        self._shut(lambda: self._on_failed(error, profile, words))

    def _on_mended(self, profile: Profile | None, words: str) -> None:
        self._load(profile)
        if words and self.is_ready:
            self.notice.inform(words)

    def _show(self, entry: PageEntry, item: str) -> None:
        if self._context is None:
            raise RuntimeError("the workspace is not open yet")
        page = self.stack.show_page(entry, self._context, self.bridge)
        self.notice.leave_page()
        self._show_rail()
        self._show_headline()
        page.take_focus()
        if item:
            page.open_item(item)

    def _leave_page(self) -> bool:
        """Whether the page may be left: see ``OpenCase.settle``."""
        return self._case.settle(self.page)

    def _drop_case(self) -> None:
        if self.bridge is not None:
            self._case.drop()  # first: the page that comes in sight shows how the case stands now
            self.stack.drop_case_pages()

    def _show_rail(self) -> None:
        entry = self.stack.entry
        inside = self.bridge is not None and (entry is None or not entry.hidden or not self.bridge.case.head.draft)
        entries = self.case_entries() if inside else PAGES
        self.rail.show_items([RailItem(item.name, item.title, item.icon) for item in entries if not item.hidden])
        if entry is not None:
            self.rail.mark("overview" if inside and entry.hidden else entry.under or entry.name)

    def _show_headline(self) -> None:
        from advisor_app.ui.shell.headlines import show_headline

        if self.stack.entry is not None and self.page is not None:
            case = self.bridge.case if self.bridge is not None else None
            show_headline(self.bar, self.stack.entry, self.page, self.workspace, case)

    def _adjust_preferences(self, adjusted: Callable[[Preferences], Preferences]) -> None:
        if self._context is None:
            return
        try:
            self.workspace.set_preferences(adjusted(self.workspace.preferences))
        except AdvisorError as error:
            self._warn(error)

    def _warn(self, *errors: AdvisorError) -> None:
        if errors:
            self.notice.warn("\n".join(map(self._words_of, errors)))

    def _words_of(self, error: AdvisorError) -> str:
        from advisor_app.texts import load_texts
        from advisor_app.texts.errors import sentence

        return sentence(error, load_texts(self._language))

    def _on_backups_closing(self, job: Job[object]) -> None:
        """Show how the last backup gets on; everything else is over."""
        for widget in (self.rail, self.bar, self.stack):
            widget.setEnabled(False)
        self.status.show_job(job)

    def _undo(self) -> None:
        if self.bridge is not None and self._leave_page():
            self.bridge.undo()

    def _redo(self) -> None:
        if self.bridge is not None and self._leave_page():
            self.bridge.redo()

    def _fit_rail(self) -> None:
        self.rail.set_narrow(narrow=self.width() < self._theming.scaled(NARROW_BELOW))

    def _on_rail_chosen(self, name: str) -> None:
        self.show_page(name)
        self._show_rail()

    def _on_case_changed(self, changes: tuple[Change, ...]) -> None:
        from advisor_app.domain.changes import AgendaDaySet, BookingSet, HandoverSet, HeadSet

        if any(isinstance(change, BookingSet | HeadSet | AgendaDaySet | HandoverSet) for change in changes):
            self._show_headline()
            self._show_rail()
