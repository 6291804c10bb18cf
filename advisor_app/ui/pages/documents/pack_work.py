"""A print pack on its way: drawn in the background, kept while it holds, saved as a file or printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.clock import today
from advisor_app.services.document_offer import Offer
from advisor_app.services.print_packs import PrintPack, write_pack
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.documents.output import Output
from advisor_app.ui.pages.documents.pack_view import PackView
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.printing import PrintRequest

_Saved = tuple[PrintPack, Path]
"""A pack and the file it was written to."""


class PackWork(QObject):
    """A pack that was drawn is used again until the case or the choice is another one."""

    warned = Signal(str)
    tried = Signal()
    made = Signal(int)  # pages of a pack that was saved or printed

    def __init__(self, context: PageContext, bridge: CaseBridge, output: Output, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        self._output = output
        self._pack: PrintPack | None = None
        self._holds = False
        self._asking = QTimer(self)  # the dialog comes when the job has ended
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask_printer)
        self.view = PackView(context.theming, context.workspace.texts, lambda: today(context.workspace.clock), parent)
        self.view.edited.connect(self.forget)
        self.view.save_wanted.connect(self._save)
        self.view.print_wanted.connect(self._print)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these documents of the case as it is now."""
        case = self._bridge.case
        titles = self._context.workspace.catalog.modules
        self.view.show_case(case, offers, {module: titles[module].title for module in case.modules})
        self.forget()

    def forget(self) -> None:
        """Draw anew what is printed or saved next."""
        self._pack, self._holds = None, False
        self.view.made.hide()
        self.view.show_pack(None)

    def _save(self) -> None:
        """Ask where to, and write the pack as one file."""
        making = self._making()
        title = self.tr("Druckpaket speichern")
        name = self._context.workspace.print_packs.file_name(self._bridge.case)
        file = self._output.choose_file(self.view, title, name, self.tr("PDF-Dateien (*.pdf)"))
        if file is None or making is None:
            return

        def work(job: Job[_Saved]) -> _Saved:
            pack = making(job)
            write_pack(pack, file)
            return pack, file

        job: Job[_Saved] = self._context.lane.run(work)
        job.tell(self, succeeded=self._on_saving_succeeded)
        self._follow(job)

    def _print(self) -> None:
        """Draw the pack, then ask for a printer: by then everybody sees how much paper it takes."""
        if self._pack is not None:
            self._ask_printer()
            return
        making = self._making()
        if making is not None:
            job: Job[PrintPack] = self._context.lane.run(making, needed_by=self)
            job.tell(self, succeeded=self._on_drawing_succeeded)
            self._follow(job)

    def _ask_printer(self) -> None:
        pack = self._pack
        if pack is None or not self.view.isVisible():
            return
        title = self.tr("Druckpaket")
        request = PrintRequest(title=title, pages=pack.pages + pack.blank, duplex=pack.duplex)
        printer = self._output.choose_printer(self.view, request)
        if printer is not None:
            job = self._output.print_content(title, printer, lambda _job: pack.data)
            job.tell(self, succeeded=lambda _: self._on_printing_succeeded())
            self._follow(job)

    def _making(self) -> Callable[[Job[Any]], PrintPack] | None:
        """The work of drawing what is chosen, unless that was done; None, with the reason said, where it cannot be."""
        pack, packs, duplex = self._pack, self._context.workspace.print_packs, self.view.settings.duplex.isChecked()
        if pack is not None:
            return lambda _job: pack
        try:
            items = packs.gather(self._bridge.case, self.view.wanted)
        except AdvisorError as error:
            self._on_job_refused(error)
            return None
        return lambda job: packs.draw(items, duplex=duplex, progress=job.report, cancelled=lambda: job.cancelled)

    def _follow(self, job: Job[Any]) -> None:
        self._holds = True
        self.tried.emit()
        self.view.show_busy(busy=True)
        job.tell(self, refused=self._on_job_refused, ended=self._on_job_ended)

    def _keep(self, pack: PrintPack) -> None:
        """Keep a pack for the next time, unless something was changed while it was drawn."""
        if self._holds:
            self._pack = pack
            self.view.show_pack(pack)

    def _on_saving_succeeded(self, saved: _Saved) -> None:
        pack, file = saved
        self._keep(pack)
        self.view.made.show_file(file)
        self.made.emit(pack.pages)

    def _on_printing_succeeded(self) -> None:
        if self._pack is not None:
            self.made.emit(self._pack.pages)

    def _on_drawing_succeeded(self, pack: PrintPack) -> None:
        self._keep(pack)
        self._asking.start()

    def _on_job_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))

    def _on_job_ended(self) -> None:
        self.view.show_busy(busy=False)
