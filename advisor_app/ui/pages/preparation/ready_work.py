"""What „Startklar?“ does in the background: a backup opened as a test, the emergency folder written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.readiness import ReadyPoint, ReadyResult
from advisor_app.services.print_packs import PrintPack
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.work_line import WorkLine


class ReadyWork(QObject):
    """One piece of work at a time, shared with the page's other work."""

    checked = Signal()  # and kept in the case
    written = Signal(object)  # Path of the emergency folder
    warned = Signal(str)

    def __init__(self, context: PageContext, bridge: CaseBridge, line: WorkLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        self._line = line
        self._day: AgendaDay | None = None  # what the work under way is about: it may end after the page has gone
        self._file = Path()

    def check(self, day: AgendaDay) -> None:
        """Look at everything that the program can look at, and keep what came of it."""
        self._day = day
        readiness, case = self._context.workspace.readiness, self._bridge.case
        job: Job[tuple[ReadyResult, ...]] = self._context.lane.run(
            lambda _job: readiness.checked(case, day), needed_by=self
        )
        self._follow(job, self.tr("Es wird geprüft; die Sicherung wird zur Probe geöffnet …"))
        job.tell(self, succeeded=self._on_checked)

    def write_folder(self, day: AgendaDay, file: Path) -> None:
        """Write the emergency folder of a day, and keep that it is there."""
        readiness = self._context.workspace.readiness
        try:
            items = readiness.folder_items(self._bridge.case, day)
        except AdvisorError as error:
            self._on_refused(error)
            return

        self._day, self._file = day, file

        def work(job: Job[PrintPack]) -> PrintPack:
            pack = readiness.draw_folder(items, job.report, lambda: job.cancelled)
            readiness.write_folder(pack, file)
            return pack

        job: Job[PrintPack] = self._context.lane.run(work)
        self._follow(job, self.tr("Die Notfallmappe wird erstellt …"))
        job.tell(self, succeeded=self._on_written)

    def _follow(self, job: Job[Any], words: str) -> None:
        self._line.follow(job, words)
        job.tell(self, refused=self._on_refused)

    def _on_checked(self, results: tuple[ReadyResult, ...]) -> None:
        readiness, day = self._context.workspace.readiness, self._day
        if day is not None and self._bridge.edit(readiness.kept(self._bridge.case, day, results)):
            self.checked.emit()

    def _on_written(self, pack: PrintPack) -> None:
        readiness, point, day = self._context.workspace.readiness, ReadyPoint.EMERGENCY_FOLDER, self._day
        if day is not None:
            self._bridge.edit(readiness.made(self._bridge.case, day, point, pack.pages))
        self.written.emit(self._file)

    def _on_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))
