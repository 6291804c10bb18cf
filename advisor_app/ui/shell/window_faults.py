"""What goes wrong around an open window: the disk, the folder, the last run, a bug of the program; each told calmly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.last_run import LastRun
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.notice import Lasting

if TYPE_CHECKING:
    from advisor_app.services.backups import MadeBackup
    from advisor_app.services.last_run import BadEnd
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.background import Job
    from advisor_app.ui.shell.notice import Notice
    from advisor_app.ui.shell.status_bar import StatusBar

LOOK_AFTER_MS = 1000
"""Work begins first; only then is looked around and the reserve made."""
ROOM_MS = 30_000
"""How often is tried to make the reserve anew."""


class WindowFaults(QObject):
    """Looks after one data folder while it is open; everything that takes a disk's time leaves the GUI thread."""

    rescue_wanted = Signal()
    case_wanted = Signal(str, str, str)  # case, page, item: where the last run ended

    def __init__(self, folder: Path, lane: BackgroundLane, status: StatusBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._status = status
        self._notice: Notice | None = None
        self._lane = BackgroundLane(lane)
        self._lane.crashed.connect(lane.crashed)
        self._last_run = LastRun(folder)
        self._is_marked = False
        self._workspace: Workspace | None = None
        self._bad_end: BadEnd | None = None
        self._failing = False
        self._has_reserve = self._is_keeping = False
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_AFTER_MS)
        self._look.timeout.connect(self._look_around)
        self._room = QTimer(self)
        self._room.setInterval(ROOM_MS)
        self._room.timeout.connect(self.keep_reserve)

    def use_notice(self, notice: Notice) -> None:
        """Say things in this line."""
        self._notice = notice
        notice.action_wanted.connect(self._on_notice_action_wanted)

    def begin(self, workspace: Workspace) -> None:
        """Look after an open workspace from now on."""
        self._workspace = workspace
        self._failing = False
        if workspace.is_read_only:
            self._status.show_reading()
            self._hold(Lasting.READ_ONLY, AdvisorError(Problem.OPENED_READ_ONLY, folder=str(self._folder)))
        self._look.start()

    def end(self) -> None:
        """Let go of the workspace."""
        self._workspace = None
        self._look.stop()
        self._room.stop()

    def close(self) -> None:
        """The window closes, and everything is written."""
        self.end()
        self._lane.close()
        self._last_run.end()

    def keep_reserve(self) -> None:
        """Make the reserve where it is missing and there is room."""
        workspace = self._workspace
        if workspace is None or workspace.is_read_only or self._is_keeping:
            return
        self._is_keeping, reserve = True, workspace.reserve
        job: Job[bool] = self._lane.run(lambda _job: reserve.keep())
        job.tell(self, succeeded=self._on_reserve_kept, ended=self._on_keeping_ended)

    def on_committed(self) -> None:
        """Something was written, perhaps with the room of the reserve."""
        if self._failing:
            self._failing = False
            if self._notice is not None:
                self._notice.release(Lasting.WRITING)
                self._notice.inform(self.tr("Jetzt ist alles gesichert."))
        elif self._notice is not None:
            self._notice.settle()
        self._watch_reserve()

    def on_failed(self, problem: Problem) -> None:
        """Something could not be written."""
        self._failing = True
        self._status.show_failed(problem)
        self._watch_reserve()

    def on_refused(self, words: str, *, is_held_up: bool) -> None:
        """Say why nothing was changed; for as long as an edit is held up."""
        if not is_held_up or self._notice is None:
            self.warn(words)
        elif not self._look_for_damage():
            self._notice.hold(Lasting.WRITING, words)

    def on_case_dropped(self) -> None:
        """Nothing is held up any more."""
        if self._notice is not None:
            self._notice.release(Lasting.WRITING)

    def show_handover(self, name: str) -> None:
        """Say that the open case can only be read because it was handed over; an empty name for no such case."""
        from advisor_app.texts.errors import sentence

        if self._notice is None or self._workspace is None:
            return
        if name:
            error = AdvisorError(Problem.OPENED_HANDED_OVER, name=name)
            self._notice.hold(Lasting.HANDED_OVER, sentence(error, self._workspace.texts))
        else:
            self._notice.release(Lasting.HANDED_OVER)

    def warn(self, words: str) -> None:
        """Say what went wrong; where the database is damaged, that and the way to what helps stay."""
        if self._notice is None:
            return
        if not self._look_for_damage() or words not in self._notice.text:
            self._notice.warn(words)

    def tell_of_settings(self, words: str) -> None:
        """Say what was left out of the settings or the local packs, as long as the data are open."""
        if self._notice is not None and words:
            self._notice.hold(Lasting.SETTINGS, words)

    def tell_of_backup(self, words: str) -> None:
        """Say why a backup was not made, until one is."""
        if self._notice is not None:
            self._notice.hold(Lasting.BACKUP, words)
            self._look_for_damage()

    def on_backup_made(self, made: MadeBackup) -> None:
        """A backup is there, perhaps not in its second place."""
        if self._notice is not None and made.problem is None:
            self._notice.release(Lasting.BACKUP)

    def _look_for_damage(self) -> bool:
        """Whether a damaged page was found; then it is said, and what helps is in reach until it is mended."""
        workspace = self._workspace
        if workspace is None or not workspace.is_damaged:
            return False
        error = AdvisorError(Problem.DATABASE_DAMAGED, file=str(workspace.database.path))
        self._status.show_damaged()
        self._hold(Lasting.DAMAGE, error, self.tr("Was jetzt hilft"))
        return True

    def _watch_reserve(self) -> None:
        """Notice that the reserve was given up; asks for one name in a folder."""
        workspace = self._workspace
        if self._has_reserve and workspace is not None and not workspace.reserve.is_kept:
            self._on_reserve_kept(kept=False)

    def _on_reserve_kept(self, kept: bool) -> None:  # noqa: FBT001 — from a signal
        self._has_reserve = kept
        self._status.show_room(low=not kept)
        if kept:
            self._room.stop()
        else:
            self._room.start()

    def _on_keeping_ended(self) -> None:
        self._is_keeping = False

    def _look_around(self) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        is_new, self._is_marked = not self._is_marked and not workspace.is_read_only, True
        told = workspace.preferences.synced_folder_told == str(self._folder)

        def look(_job: Job[tuple[BadEnd | None, str]]) -> tuple[BadEnd | None, str]:
            from advisor_app.services.last_run import bad_end
            from advisor_app.services.synced_folder import warning

            started = self._last_run.begin(workspace.clock.now()) if is_new else None
            end = None if started is None else bad_end(workspace, started)
            return end, "" if told else warning(self._folder, workspace.texts)

        job = self._lane.run(look)
        job.tell(self, succeeded=self._on_looked_around, ended=self.keep_reserve)
        if not workspace.is_read_only:
            self._lane.run(lambda _job: workspace.finish_erasing())

    def _on_looked_around(self, seen: tuple[BadEnd | None, str]) -> None:
        end, synced = seen
        if end is not None and end.case_id and self._notice is not None:
            self._bad_end = end
            self._notice.hold(Lasting.BAD_END, end.sentence, self.tr("Fall öffnen"))
        elif end is not None and self._notice is not None:
            self._notice.hold(Lasting.BAD_END, end.sentence)
        elif synced and self._workspace is not None and self._notice is not None:
            # else at the next start: nobody reads two long sentences
            self._notice.hold(Lasting.PLACE, synced)
            self._remember_synced(self._workspace)

    def _remember_synced(self, workspace: Workspace) -> None:
        if not workspace.is_read_only:
            told = replace(workspace.preferences, synced_folder_told=str(self._folder))
            try:
                workspace.set_preferences(told)
            except AdvisorError:
                return  # it is said again at the next start

    def _hold(self, fault: Lasting, error: AdvisorError, action: str = "") -> None:
        from advisor_app.texts.errors import sentence

        if self._notice is not None and self._workspace is not None:
            self._notice.hold(fault, sentence(error, self._workspace.texts), action)

    def _on_notice_action_wanted(self, fault: Lasting) -> None:
        if fault is Lasting.DAMAGE:
            self.rescue_wanted.emit()
        elif self._bad_end is not None:
            end, self._bad_end = self._bad_end, None
            self.case_wanted.emit(end.case_id, end.page, end.item)
