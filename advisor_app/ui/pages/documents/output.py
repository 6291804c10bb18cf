"""A document on its way out of the program: made anew from the case as it is, saved, printed or handed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from advisor_app.domain.case_document import ArchivedDocument
from advisor_app.services.document_archive import DeliveredDocument, DocumentChange
from advisor_app.services.document_offer import Offer
from advisor_app.services.documents import DrawnDocument, MadeDocument
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.file_choice import ChoosePlace
from advisor_app.ui.widgets.printing import ChoosePrinter, PrintRequest, print_pages

TEXT = ".docx"
TABLES = ".xlsx"
"""What an editable copy is: the whole text, or the tables."""

_Printed = tuple[str, str, int]
"""What was printed, the printer's name, and how many pages it took."""


class Output(QObject):
    """Every job runs in the background lane; the status bar shows it and can stop it. Where to is asked by dialogs."""

    saved = Signal(object)  # MadeDocument
    written = Signal(object)  # Path of a document that was written again as it was handed over
    delivered = Signal(object)  # DeliveredDocument, which the case names by now
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        parent: QWidget,
        choose_file: ChoosePlace,
        choose_printer: ChoosePrinter,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        self._window = parent
        self.choose_file = choose_file
        self.choose_printer = choose_printer

    def drawing(self, offer: Offer) -> Callable[[Job[Any]], DrawnDocument]:
        """The work of drawing a document of the case as it is now; nothing of it touches the disk."""
        documents = self._context.workspace.documents
        given = documents.input_of(self._bridge.case, offer.kind, offer.item)
        return lambda job: documents.draw(offer.kind, given, job.report, lambda: job.cancelled)

    def reading(self, entry: ArchivedDocument) -> Callable[[Job[Any]], bytes]:
        """The work of reading a document as it was handed over."""
        archive = self._context.workspace.document_archive
        return lambda _job: archive.content(entry)

    def comparing(self, entry: ArchivedDocument) -> Callable[[Job[Any]], tuple[DocumentChange, ...]]:
        """The work of finding what was changed since a document was handed over."""
        archive, case = self._context.workspace.document_archive, self._bridge.stored
        return lambda job: archive.changes_since(case, entry, job.report, lambda: job.cancelled)

    def save(self, offer: Offer) -> Job[MadeDocument] | None:
        """Ask where to, and write the file; None where the choice was left."""
        documents = self._context.workspace.documents
        given = documents.input_of(self._bridge.case, offer.kind, offer.item)
        file = self._chosen(self.tr("PDF speichern"), documents.file_name(offer.kind, given))
        if file is None:
            return None
        job: Job[MadeDocument] = self._context.lane.run(
            lambda job: documents.create(offer.kind, given, file, job.report, lambda: job.cancelled)
        )
        job.tell(self, succeeded=self.saved.emit)
        return job

    def save_copy(self, offer: Offer, ending: str) -> Job[Path] | None:
        """Ask where to, and write a copy to be edited (TEXT or TABLES); None where the choice was left."""
        documents = self._context.workspace.documents
        given = documents.input_of(self._bridge.case, offer.kind, offer.item)
        proposed = Path(documents.file_name(offer.kind, given)).with_suffix(ending).name
        kinds = {TEXT: self.tr("Word-Dokumente (*.docx)"), TABLES: self.tr("Excel-Arbeitsmappen (*.xlsx)")}
        file = self.choose_file(self._window, self.tr("Kopie zum Bearbeiten"), proposed, kinds[ending])
        if file is None:
            return None
        if file.suffix.lower() != ending:
            file = file.with_name(file.name + ending)
        job: Job[Path] = self._context.lane.run(
            lambda job: documents.create_copy(offer.kind, given, file, job.report, lambda: job.cancelled)
        )
        job.tell(self, succeeded=self.written.emit)
        return job

    def save_again(self, entry: ArchivedDocument, offer: Offer) -> Job[Path] | None:
        """Ask where to, and write a document as it was handed over; None where the choice was left."""
        workspace = self._context.workspace
        given = workspace.documents.input_of(self._bridge.case, offer.kind, offer.item)
        file = self._chosen(self.tr("Wie übergeben speichern"), workspace.documents.file_name(offer.kind, given))
        if file is None:
            return None
        archive = workspace.document_archive

        def work(_job: Job[Path]) -> Path:
            archive.save(entry, file)
            return file

        job: Job[Path] = self._context.lane.run(work)
        job.tell(self, succeeded=self.written.emit)
        return job

    def hand_over(self, offer: Offer, to: str) -> Job[DeliveredDocument] | None:
        """Ask where to, write the file and keep it in the case; None where the choice was left."""
        workspace = self._context.workspace
        documents, archive = workspace.documents, workspace.document_archive
        given = documents.input_of(self._bridge.case, offer.kind, offer.item)
        delivery = archive.delivery(offer.kind, given, to)
        file = self._chosen(self.tr("Übergeben"), documents.file_name(offer.kind, given))
        if file is None:
            return None
        job: Job[DeliveredDocument] = self._context.lane.run(
            lambda job: archive.hand_over(delivery, file, job.report, lambda: job.cancelled), lost=archive.give_up
        )
        job.tell(self, succeeded=self._on_hand_over_job_succeeded)
        return job

    def print(self, offer: Offer, pages: int) -> Job[_Printed] | None:
        """Ask for a printer and hand it the pages, chosen from so many; None where the choice was left."""
        printer = self.choose_printer(self._window, PrintRequest(title=offer.title, pages=pages))
        if printer is None:
            return None
        draw = self.drawing(offer)
        return self.print_content(offer.title, printer, lambda job: draw(job).content)

    def print_content(self, title: str, printer: QPrinter, draw: Callable[[Job[Any]], bytes]) -> Job[_Printed]:
        """Hand a printer the PDF that ``draw`` makes."""

        def work(job: Job[_Printed]) -> _Printed:
            return title, printer.printerName(), print_pages(draw(job), printer, job.report, job.checkpoint)

        job: Job[_Printed] = self._context.lane.run(work)
        job.tell(self, succeeded=self._on_print_job_succeeded)
        return job

    def _chosen(self, title: str, proposed: str) -> Path | None:
        return self.choose_file(self._window, title, proposed, self.tr("PDF-Dateien (*.pdf)"))

    def _on_hand_over_job_succeeded(self, delivered: DeliveredDocument) -> None:
        """Let the case name what was handed over; where it takes nothing more, nothing is kept of it."""
        if self._bridge.edit(delivered.change) or self._bridge.is_waiting:
            self.delivered.emit(delivered)
        else:
            self._context.workspace.document_archive.give_up(delivered)

    def _on_print_job_succeeded(self, printed: _Printed) -> None:
        title, printer, pages = printed
        if pages:
            words = self.tr("{title}: an den Drucker übergeben, Seiten: {pages}")
            self.noticed.emit(words.format(title=title, pages=pages))
            return
        words = self.tr(
            "Der Drucker „{name}“ hat den Auftrag nicht angenommen. Das Dokument ist unverändert. Prüfen Sie den "
            "Drucker oder speichern Sie das Dokument als PDF."
        )
        self.warned.emit(words.format(name=printer or self.tr("ohne Namen")))
