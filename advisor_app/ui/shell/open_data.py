"""The data that the window works on: opened, locked, closed, replaced by others, rescued when they are damaged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.ui.shell.window_lock import NEEDS_SOMEBODY
from advisor_app.ui.shell.window_place import WindowPlace

if TYPE_CHECKING:
    from advisor_app.services.entrance import Profile
    from advisor_app.services.kept_words import KeptWords
    from advisor_app.services.preferences import Preferences
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.idle_watch import IdleWatch
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.shell.page import PageContext, Replaced, Replacement

SHUT_AGAIN_MS = 50


class OpenWorkspace(Protocol):
    """Opens the data folder with a profile that somebody has unlocked, else with what the device keeps."""

    def __call__(self, profile: Profile | None = None, /) -> Workspace:
        """Raises AdvisorError."""


class OpenData(QObject):
    """Opens and closes the data of a window, and brings back the page that was shown before.

    ``ready`` tells that work can begin, ``locked`` that somebody has to open the data first, ``failed`` why they cannot
    be opened.
    """

    ready = Signal()
    locked = Signal()
    failed = Signal(str)

    def __init__(self, window: MainWindow, open_workspace: OpenWorkspace, problem: AdvisorError | None) -> None:
        """``problem`` is said once the folder is open: why the preferences are not those of their file."""
        super().__init__(window)
        self.context: PageContext | None = None
        self._window = window
        self._open_workspace = open_workspace
        self._problem = problem
        self._place = WindowPlace(window)
        self._kept: Preferences | None = None
        self._sealed = b""  # words that could not be saved before the window was locked
        self._insists = False
        window.lock_screen.opened.connect(self.load)
        window.lock_screen.failed.connect(self.show_fault)
        window.fault_ways.mended.connect(self._on_mended)
        window.fault_ways.again.connect(self.load)
        window.faults.rescue_wanted.connect(self._rescue)
        window.stack.protection_changed.connect(self.show_protection)
        window.stack.data_replacing.connect(self.replace)

    @cached_property
    def idle(self) -> IdleWatch:
        """Locks the data where nobody works; made for the first data, as the window is painted without it."""
        from advisor_app.ui.shell.idle_watch import IdleWatch

        watch = IdleWatch(self._window)
        watch.idle.connect(self.lock)
        return watch

    def load(self, profile: Profile | None = None, by_other_way: bool = False) -> None:  # noqa: FBT001, FBT002 — from a signal
        """Open the data, with a profile that was unlocked; what stands in the way is shown in place of the pages."""
        from advisor_app.ui.shell.page import PageContext

        try:
            workspace = self._open_workspace() if profile is None else self._open_workspace(profile)
        except AdvisorError as error:
            if error.problem in NEEDS_SOMEBODY:
                self._ask_for_key(error.problem)
            else:
                # A profile knows its key until its workspace is closed, also where the database did not open.
                self.show_fault(error, profile, "" if profile is None else self._sealed_words(profile))
            return
        if self._kept is not None:  # as they were when the window was locked
            workspace.settings.current = self._kept
        self.context = PageContext(workspace=workspace, lane=self._window.lane, theming=self._window.theming)
        self._window.fault_ways.hide()
        self._window.show_pages(shown=True)
        self._window.status.show_opened()
        self.show_protection()
        self._window.backups.begin(workspace)
        self._place.come_back()
        problems = filter(None, (self._problem, workspace.content_problem))
        self._window.faults.tell_of_settings(self._window.words_of(*problems))
        self._problem = None
        self._window.faults.begin(workspace)
        self._put_back_words(workspace.profile)
        if by_other_way:
            self._window.show_page("settings", "passphrase")
            words = self.tr("Die Daten sind offen, ohne Ihre Passphrase. Ist sie vergessen, legen Sie eine neue fest.")
            self._window.notice.inform(words)
        self.ready.emit()

    def lock(self) -> None:
        """Commit what is half typed, hide the pages, close the database and drop the keys.

        What cannot be committed is sealed with the data's own key and stands there again when they are opened.
        """
        if self.context is None or self._place.is_left:
            return
        if not self._window.workspace.protection.ways.passphrase:
            self._window.show_page("settings", "passphrase")
            self._window.notice.inform(
                self.tr("Ohne Passphrase lässt sich nichts verschließen. Hier können Sie eine festlegen.")
            )
        else:
            self._place.leave()
            self._window.phones.end()  # first: their last votes are saved or sealed, too
            kept = self._window.words.keep()
            self._seal(kept, self._window.workspace.profile)
            self._window.show_pages(shown=False)
            self._shut(partial(self._ask_for_key, Problem.PROFILE_LOCKED), kept)

    def may_close(self) -> bool:
        """Whether the window holds no sealed words, or somebody insists; the first time it is said."""
        screen = self._window.lock_screen.screen
        if not self._sealed or self._insists or screen is None or not self._window.lock_screen.is_shown:
            return True
        self._insists = True
        screen.complain(
            self.tr(
                "Das Programm ist noch offen, weil diese Eingaben sonst verloren wären. Öffnen Sie die Daten, oder "
                "schließen Sie noch einmal, wenn Sie die Eingaben aufgeben wollen."
            )
        )
        return False

    def keep_place(self) -> None:
        """Let the next window of the day go on where this one is."""
        if self.context is not None:
            self._place.keep()

    def replace(self, replacement: Replacement) -> None:
        """Close the data, let others take their place, and go on with those on the same page."""
        if self.context is not None and not self._place.is_left and self._window.leave_pages():
            self._place.leave_for(self._window.stack.shown)
            self._window.show_pages(shown=False)
            self._shut(partial(self._bring_in, replacement))

    def show_fault(self, error: AdvisorError, profile: Profile | None = None, unsaved: str = "") -> None:
        """Show what is wrong with the data and what helps."""
        self._window.show_pages(shown=False)
        self._window.status.show_closed()
        self.failed.emit(self._window.fault_ways.show(error, profile, unsaved))

    def _shut(self, then: Callable[[], None], kept: KeptWords | None = None) -> None:
        """Close what is open as soon as nothing works with it any more; ``kept`` is what is sealed until then."""
        self._window.phones.end()
        self._window.backups.end()
        self._window.faults.end()
        if self._window.lane.is_busy:
            QTimer.singleShot(SHUT_AGAIN_MS, self, partial(self._shut, then, kept))
        elif self.context is not None:
            if kept is not None:
                self._seal(self._window.words.with_late(kept), self._window.workspace.profile)
            self._window.drop_case()
            self._window.stack.drop_all_pages()
            self._kept = self._window.workspace.preferences
            self.context.workspace.close()
            self.context = None
            then()

    def _seal(self, kept: KeptWords, profile: Profile) -> None:
        from advisor_app.services.kept_words import seal_words

        self._insists = False
        self._sealed = seal_words(kept, profile) if kept else b""

    def _sealed_words(self, profile: Profile) -> str:
        from advisor_app.services.kept_words import unseal_words
        from advisor_app.services.unsaved_words import all_words

        return all_words(unseal_words(self._sealed, profile)) if self._sealed else ""

    def _put_back_words(self, profile: Profile) -> None:
        sealed, self._sealed = self._sealed, b""
        if sealed:
            from advisor_app.services.kept_words import unseal_words

            self._window.words.put_back(unseal_words(sealed, profile))

    def _bring_in(self, replacement: Replacement) -> None:
        def on_succeeded(replaced: Replaced) -> None:
            self.load(replaced.profile)
            self._window.notice.inform(replaced.words)

        def on_refused(error: AdvisorError) -> None:
            self.load(None)
            self._window.notice.warn(self._window.words_of(error))

        job = self._window.lane.run(lambda job: replacement(lambda share: job.report(share, self.tr("Wird ersetzt …"))))
        job.tell(self, succeeded=on_succeeded, refused=on_refused, crashed=lambda _: self.load(None))

    def _ask_for_key(self, problem: Problem) -> None:
        self._window.show_pages(shown=False)
        self.idle.watch(0)
        self._window.status.show_locked()
        self._window.lock_screen.show(problem, holds_words=bool(self._sealed))
        self.locked.emit()

    def show_protection(self) -> None:
        """Say in the status bar how the data are protected, and watch for idle hands where they can be locked."""
        workspace = self._window.workspace
        has_passphrase = workspace.protection.ways.passphrase
        self._window.status.show_protection(locks=has_passphrase)
        minutes = workspace.preferences.idle_minutes(workspace.policy)
        if self._window.projector.is_running:  # whoever talks to a room touches no key; only the policy locks then
            minutes = workspace.policy.lock_after_minutes or 0
        self.idle.watch(minutes if has_passphrase else 0)

    def _rescue(self) -> None:
        """Close what is damaged and show what helps; the words that are not on disk go along."""
        workspace, words = self._window.workspace, self._window.words.unsaved()
        profile = replace(workspace.profile)  # goes on to know the key while the workspace closes
        error = AdvisorError(Problem.DATABASE_DAMAGED, file=str(profile.database))
        self._window.show_pages(shown=False)  # first: a page that shows itself begins to read
        self._shut(lambda: self.show_fault(error, profile, words))

    def _on_mended(self, profile: Profile | None, words: str) -> None:
        self.load(profile)
        if words and self.context is not None:
            self._window.notice.inform(words)
