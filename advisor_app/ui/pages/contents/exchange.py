"""Packs that come and go: workbooks and folders taken in, a kept copy brought back, a workbook written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.packs import ExportedPack, FoundPack, Packs, TakenIn
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.contents.head import Question
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.file_choice import file_to_open, file_to_save, folder_to_open

OpenFile = Callable[[QWidget, str, str], Path | None]
SaveFile = Callable[[QWidget, str, str, str], Path | None]
OpenFolder = Callable[[QWidget, str], Path | None]


class Exchange(QObject):
    """``taken`` tells the name of a pack that came in, ``refused`` what is wrong with one that did not (TakenIn)."""

    taken = Signal(str)
    refused = Signal(object)
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(self, context: PageContext, packs: Packs, page: QWidget) -> None:
        super().__init__(page)
        theming = context.theming
        self._context = context
        self._packs = packs
        self._page = page
        self._source: Path | None = None
        self.open_file: OpenFile = file_to_open
        self.save_file: SaveFile = file_to_save
        self.open_folder: OpenFolder = folder_to_open
        replace = Button(theming, self.tr("Ersetzen"), "archive")
        self.replace_card = Question(theming, replace, Button(theming, self.tr("Abbrechen"), "x", "link"))
        self.replace_card.accepted.connect(self._on_replace_accepted)

    def take_workbook(self) -> None:
        """Let the user choose a workbook and take it in."""
        file = self.open_file(self._page, self.tr("Arbeitsmappe einlesen"), self.tr("Arbeitsmappen (*.xlsx)"))
        if file is not None:
            self._take(file, replace=False)

    def take_folder(self) -> None:
        """Let the user choose a pack's folder and take it in."""
        folder = self.open_folder(self._page, self.tr("Ordner eines Pakets einlesen"))
        if folder is not None:
            self._take(folder, replace=False)

    def bring_back(self, pack: FoundPack) -> None:
        """Put a kept copy in place of the pack that has replaced it."""
        self._take(pack.folder, replace=True)

    def export(self, pack: FoundPack) -> None:
        """Let the user name a file and write a pack as a workbook."""
        title, kinds = self.tr("Als Arbeitsmappe sichern"), self.tr("Arbeitsmappen (*.xlsx)")
        file = self.save_file(self._page, title, f"{pack.id}-{pack.version}.xlsx", kinds)
        if file is not None:
            packs = self._packs
            job: Job[ExportedPack] = self._context.lane.run(lambda _: packs.export(pack, file))
            job.tell(self, succeeded=self._on_exported, refused=self._on_refused)

    def _take(self, source: Path, *, replace: bool) -> None:
        packs, self._source = self._packs, source
        self.replace_card.hide()
        job: Job[TakenIn] = self._context.lane.run(lambda _: packs.take_in(source, replace=replace))
        job.tell(self, succeeded=self._on_taken, refused=self._on_refused)

    def _on_replace_accepted(self) -> None:
        if self._source is not None:
            self._take(self._source, replace=True)

    def _on_taken(self, taken: TakenIn) -> None:
        if taken.is_done:
            self.noticed.emit(self.tr("„{name}“ ist eingelesen.").format(name=taken.name))
            self.taken.emit(taken.name)
        else:
            words = self.tr("„{name}“ wurde nicht eingelesen. Was zu tun ist, steht hier.")
            self.warned.emit(words.format(name=taken.name))
            self.refused.emit(taken)

    def _on_refused(self, error: AdvisorError) -> None:
        if error.problem is not Problem.PACK_EXISTS:
            self.warned.emit(sentence(error, self._context.workspace.texts))
            return
        words = self.tr(
            "Das eigene Paket „{name}“ gibt es schon. Soll es ersetzt werden? Was jetzt da ist, wird aufgehoben."
        )
        self.replace_card.ask(words.format(name=Path(str(error.details["folder"])).name))
        self.replace_card.accept_button.setFocus()

    def _on_exported(self, written: ExportedPack) -> None:
        self.noticed.emit(self.tr("Geschrieben: {file}").format(file=written.file))
