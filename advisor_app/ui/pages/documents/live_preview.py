"""The preview of a document that follows what is typed: drawn in the background, after a pause."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from advisor_app.domain.case_document import ArchivedDocument
from advisor_app.domain.errors import AdvisorError
from advisor_app.services.document_offer import Offer
from advisor_app.services.documents import DrawnDocument
from advisor_app.ui.pages.documents.document_column import name_of
from advisor_app.ui.pages.documents.output import Output
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.widgets.pdf_preview import PdfPreview

PAUSE_MS = 400


class LivePreview(QObject):
    """Draws one document at a time; one that is still being drawn is stopped by the next."""

    told = Signal(str)  # what becomes of the preview; nothing once it is there
    drawn = Signal(object)  # DrawnDocument
    failed = Signal(object)  # AdvisorError
    archived = Signal(object)  # ArchivedDocument, whose pages are shown now

    def __init__(self, lane: BackgroundLane, output: Output, preview: PdfPreview, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._output = output
        self._preview = preview
        self._offer: Offer | None = None
        self._entry: ArchivedDocument | None = None
        self._job: Job[DrawnDocument] | Job[bytes] | None = None
        self._drawing = ""
        self._shown = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    @property
    def entry(self) -> ArchivedDocument | None:
        """Which document that was handed over is shown in place of today's."""
        return self._entry

    def show_offer(self, offer: Offer | None) -> None:
        """Draw a document of the case as it is now, after a pause; what was handed over stays while it is the same."""
        if self._offer is None or offer is None or self._offer.key != offer.key:
            self._entry = None
            self.told.emit("")
        self._offer = offer
        self._pause.start()

    def show_entry(self, entry: ArchivedDocument) -> None:
        """Show a document as it was handed over."""
        self._pause.stop()
        job = self._lane.run(self._output.reading(entry), needed_by=self)
        job.tell(self, succeeded=self._on_reading_succeeded)
        self._follow(job, entry.id)
        self._entry = entry

    def renew(self) -> None:
        """Show the document of today again."""
        self._entry = None
        self._draw()

    def stop(self) -> None:
        """Draw no more, as the page is left."""
        self._pause.stop()
        self._drop()

    def _draw(self) -> None:
        if self._offer is None or self._entry is not None or not self._preview.window().isVisible():
            return
        name = name_of(self._offer)
        self.told.emit(self.tr("wird erneuert …") if self._shown == name else self.tr("wird erstellt …"))
        job = self._lane.run(self._output.drawing(self._offer), needed_by=self)
        job.tell(self, succeeded=self._on_drawing_succeeded)
        self._follow(job, name)

    def _follow(self, job: Job[DrawnDocument] | Job[bytes], name: str) -> None:
        self._drop()
        self._job, self._drawing = job, name
        job.tell(self, refused=self._on_job_refused, ended=self._on_job_ended)

    def _drop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.drop(self)

    def _show(self, content: bytes) -> None:
        self._job = None
        self._preview.show_pdf(content)
        self.told.emit("")
        if self._drawing != self._shown:
            self._shown = self._drawing
            self._preview.go_to_start()

    def _on_drawing_succeeded(self, drawn: DrawnDocument) -> None:
        self._show(drawn.content)
        self.drawn.emit(drawn)

    def _on_reading_succeeded(self, content: bytes) -> None:
        self._show(content)
        self.archived.emit(self._entry)

    def _on_job_refused(self, error: AdvisorError) -> None:
        self._entry = None
        self.failed.emit(error)

    def _on_job_ended(self) -> None:
        if self._job is not None:
            self._job = None
            self.told.emit(self.tr("keine aktuelle Vorschau"))
