"""What was changed since the last handover, looked for in the background while somebody looks at it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.case_document import ArchivedDocument
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.document_archive import DocumentChange
from advisor_app.ui.pages.documents.handover_view import HandoverView
from advisor_app.ui.pages.documents.output import Output
from advisor_app.ui.shell.background import BackgroundLane, Job


class Comparison(QObject):
    """Compares one document at a time; what is known already is not looked for again until the case changes."""

    failed = Signal(object)  # AdvisorError

    def __init__(self, lane: BackgroundLane, output: Output, view: HandoverView, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._output = output
        self._view = view
        self._known: ArchivedDocument | None = None
        self._job: Job[tuple[DocumentChange, ...]] | None = None

    def compare(self, entry: ArchivedDocument | None) -> None:
        """Show what was changed since a handover, None where there was none."""
        if entry is not None and entry == self._known:
            return
        self.stop()
        self._known = entry
        if entry is None:
            self._view.show_changes(None)
            return
        self._view.show_comparing()
        self._job = self._lane.run(self._output.comparing(entry), needed_by=self)
        self._job.tell(self, succeeded=self._on_job_succeeded, refused=self._on_job_refused)

    def forget(self) -> None:
        """Look anew at the next opportunity: the case has changed."""
        self._known = None

    def stop(self) -> None:
        """Look no further."""
        job, self._job = self._job, None
        self._known = None
        if job is not None:
            job.drop(self)

    def _on_job_succeeded(self, changes: tuple[DocumentChange, ...]) -> None:
        self._job = None
        self._view.show_changes(changes)

    def _on_job_refused(self, error: AdvisorError) -> None:
        self._job, self._known = None, None
        if error.problem is not Problem.CANCELLED:
            self.failed.emit(error)
