"""What is done with the chosen document: printed, saved, copied or handed over, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from advisor_app.domain.case_document import ArchivedDocument
from advisor_app.services.document_archive import DeliveredDocument
from advisor_app.services.documents import MadeDocument
from advisor_app.ui.shell.background import Job

if TYPE_CHECKING:
    from advisor_app.ui.pages.documents.page import DocumentsPage


class Outgoing(QObject):
    """Lets the page's buttons act; what is being done is not offered again meanwhile."""

    def __init__(self, page: DocumentsPage) -> None:
        super().__init__(page)
        self._page = page
        self._output = page.output
        head = page.head
        head.print.clicked.connect(self.print_document)
        head.save.clicked.connect(self.save)
        head.copy.wanted.connect(self.save_copy)
        page.handover.hand_over_wanted.connect(self.hand_over)
        page.handover.save_wanted.connect(self.save_again)
        page.archived.save.clicked.connect(self._on_archived_save_clicked)
        self._output.saved.connect(self._on_output_saved)
        self._output.written.connect(page.made.show_file)
        self._output.delivered.connect(self._on_output_delivered)

    def print_document(self) -> None:
        """Ask for a printer and print the document."""
        self._page.flush()
        if self._page.ready is not None and self._page.head.print.isEnabled():
            self._follow(self._output.print(self._page.ready, max(self._page.preview.page_count, 1)))

    def save(self) -> None:
        """Ask for a place and write the document there."""
        self._page.flush()
        if self._page.ready is not None and self._page.head.save.isEnabled():
            self._follow(self._output.save(self._page.ready))

    def save_copy(self, ending: str) -> None:
        """Ask for a place and write a copy to be edited there: the text or the tables, by the file's ending."""
        self._page.flush()
        if self._page.ready is not None and self._page.head.copy.isEnabled():
            self._follow(self._output.save_copy(self._page.ready, ending))

    def hand_over(self, to: str) -> None:
        """Ask for a place, write the document there and keep it in the case; ``to`` is who gets it."""
        self._page.flush()
        if self._page.ready is not None and self._page.handover.button.isEnabled():
            self._follow(self._output.hand_over(self._page.ready, to))

    def save_again(self, entry: ArchivedDocument) -> None:
        """Ask for a place and write the document there as it was handed over."""
        if self._page.ready is not None:
            self._follow(self._output.save_again(entry, self._page.ready))

    def allow(self) -> None:
        """Offer what the chosen document and the case allow."""
        page = self._page
        made, writes = page.ready is not None, not page.can_only_be_read
        page.head.allow(made=made, writes=writes)
        page.handover.button.setEnabled(made and writes)

    def _follow(self, job: Job[Any] | None) -> None:
        if job is None:
            return
        page = self._page
        page.tried.emit()
        for button in (page.head.print, page.head.save, page.head.copy, page.handover.button):
            button.setEnabled(False)
        job.tell(self, refused=page.show_refused, ended=self.allow)

    def _on_archived_save_clicked(self) -> None:
        if self._page.live.entry is not None:
            self.save_again(self._page.live.entry)

    def _on_output_saved(self, made: MadeDocument) -> None:
        self._page.made.show_file(made.file)
        self._page.warn_of_substitutes(made.substituted)

    def _on_output_delivered(self, delivered: DeliveredDocument) -> None:
        self._page.made.show_file(delivered.file, handed_over=True)
        self._page.warn_of_substitutes(delivered.substituted)
