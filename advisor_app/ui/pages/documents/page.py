"""The documents page: list, preview, texts, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.case import SectionKey
from advisor_app.domain.changes import Change, SectionSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.words import Words
from advisor_app.services.document_offer import Offer
from advisor_app.services.documents import DrawnDocument, MadeDocument
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.documents.head import PREVIEW, TEXTS, DocumentsHead
from advisor_app.ui.pages.documents.made_line import MadeLine
from advisor_app.ui.pages.documents.output import ChooseFile, ChoosePrinter, Output
from advisor_app.ui.pages.documents.printing import ask_printer
from advisor_app.ui.pages.documents.section_editor import SectionEditor
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.file_choice import file_to_save
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.pdf_preview import PdfPreview
from advisor_app.ui.widgets.side_list import SideEntry, SideList

PAUSE_MS = 400
_LIST_WIDTH = 252
_LIST_SHARE = 0.32


def name_of(offer: Offer) -> str:
    """The name by which other pages ask for a document: its kind, with the item it is about."""
    return f"{offer.kind}:{offer.item}" if offer.item else offer.kind


class DocumentsPage(CasePage):
    """Everything is drawn in the background from a snapshot; the preview follows what is typed."""

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        choose_file: ChooseFile = file_to_save,
        choose_printer: ChoosePrinter = ask_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        self.output = Output(context, bridge, self, choose_file, choose_printer)
        self._preview_job: Job[DrawnDocument] | None = None
        self._preview_name = ""
        self._shown = ""
        theming = context.theming
        self._offers: dict[str, Offer] = {}
        self.list = SideList(theming, self.tr("Dokumente"))
        self.head = DocumentsHead(theming)
        self.preview = PdfPreview(theming)
        self.sections = SectionEditor(context)
        self.made = MadeLine(theming)
        self._missing = TextLabel(theming, "", "emphasised", "secondary", wrap=True)
        self._stack = QStackedWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show_offers()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if changes and all(isinstance(change, SectionSet) for change in changes):
            self._show_sections()
            self._pause.start()
        else:
            self._show_offers()

    @override
    def open_item(self, item: str) -> None:
        name = next((name for name, offer in self._offers.items() if item in (name, offer.kind)), "")
        if name:
            self.list.mark(name)
            self._on_list_chosen(name)

    @override
    def flush(self) -> bool:
        self.sections.flush()
        return True

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Dokumente")
        commands = [
            Command(
                title=item.spoken, kind=self.tr("Dokument"), act=partial(self.open_item, item.key), icon="file-text"
            )
            for item in self.list.entries
        ]
        if self._ready is None:
            return commands
        return [
            Command(title=self.tr("PDF speichern"), kind=kind, act=self._save, icon="file-down", keys="Ctrl+S"),
            Command(title=self.tr("Drucken"), kind=kind, act=self._print, icon="printer", keys="Ctrl+P"),
            Command(title=self.tr("Vorschau zeigen"), kind=kind, act=partial(self._show_mode, PREVIEW), icon="eye"),
            Command(title=self.tr("Texte bearbeiten"), kind=kind, act=partial(self._show_mode, TEXTS), icon="pencil"),
            *commands,
        ]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        job, self._preview_job = self._preview_job, None
        if job is not None:
            job.cancel()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.context.theming.scaled(_LIST_WIDTH)
        self._left.setFixedWidth(min(wanted, round(event.size().width() * _LIST_SHARE)))

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("kind", "paper")
        self._left = left
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 12, 12)
        column.addWidget(self.list)
        column.addStretch(1)
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.sections)
        holder = QWidget()
        middle = QVBoxLayout(holder)
        middle.setContentsMargins(32, 32, 32, 32)
        middle.addWidget(self._missing)
        middle.addStretch(1)
        self._stack.addWidget(holder)
        right = QWidget()
        right.setProperty("kind", "paper")
        body = QVBoxLayout(right)
        body.setContentsMargins(24, 16, 24, 0)
        body.setSpacing(12)
        body.addWidget(self.head)
        body.addWidget(self.made)
        body.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left)
        layout.addWidget(vertical_hairline())
        layout.addWidget(right, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_list_chosen)
        self.head.mode.chosen.connect(self._on_mode_chosen)
        self.sections.edited.connect(self._on_sections_edited)
        self.sections.typing.connect(self.typing)
        self.output.saved.connect(self._on_file_made)
        self.output.noticed.connect(self.noticed)
        self.output.warned.connect(self.warned)
        self.head.print.clicked.connect(self._print)
        self.head.save.clicked.connect(self._save)
        self.preview.page_changed.connect(self._on_preview_page_changed)
        self._pause.timeout.connect(self._draw_preview)

    @property
    def offer(self) -> Offer | None:
        """The chosen document."""
        return self._offers.get(self.list.current_key())

    @property
    def _ready(self) -> Offer | None:
        """The chosen document, if it has all that it needs."""
        return self.offer if self.offer is not None and self.offer.missing is None else None

    def _show_offers(self) -> None:
        offers = self.context.workspace.documents.offers(self.bridge.case)
        self._offers = {name_of(offer): offer for offer in offers}
        self.list.show_entries(
            [SideEntry(key=name, title=item.title, below=item.item_title) for name, item in self._offers.items()]
        )
        if self.offer is None:
            self.list.mark(next(iter(self._offers)))
        self._on_list_chosen(self.list.current_key())

    def _on_list_chosen(self, name: str) -> None:
        self.sections.flush()
        offer = self._offers[name]
        missing = offer.missing
        self.head.title.setText(offer.title)
        self.head.state.setText(offer.item_title)
        self.head.allow(made=missing is None)
        if missing is not None:
            self._missing.setText(sentence(missing, self.context.workspace.texts))
            self._stack.setCurrentIndex(2)
            return
        if name_of(offer) != self._shown:
            self.made.hide()
        self._show_sections()
        self._on_mode_chosen(self.head.mode.current())
        self._pause.start()

    def _on_mode_chosen(self, mode: str) -> None:
        self.sections.flush()
        self._stack.setCurrentWidget(self.sections if mode == TEXTS else self.preview)

    def _show_mode(self, mode: str) -> None:
        self.head.mode.choose(mode)
        self._on_mode_chosen(mode)

    def _show_sections(self) -> None:
        offer = self._ready
        if offer is not None:
            documents = self.context.workspace.documents
            self.sections.show_sections(documents.sections(self.bridge.case, offer.kind, offer.item))

    def _on_sections_edited(self, key: SectionKey, words: Words, batch: str) -> None:
        before = self.bridge.case.sections.get(key)
        self.bridge.edit(SectionSet(key, before, words or None), batch=batch or None)

    def _draw_preview(self) -> None:
        """Draw the preview anew; one that is still being drawn is stopped."""
        offer = self._ready
        if offer is None or not self.isVisible():
            return
        if self._preview_job is not None:
            self._preview_job.cancel()
        name = name_of(offer)
        self.head.state.setText(self.tr("wird erneuert …") if self._shown == name else self.tr("wird erstellt …"))
        job = self.context.lane.run(self.output.drawing(offer))
        self._preview_job, self._preview_name = job, name
        # Methods, which Qt forgets with the page: a job may end when the page is gone.
        job.succeeded.connect(self._on_preview_job_succeeded)
        job.refused.connect(self._on_preview_job_refused)
        job.ended.connect(self._on_preview_job_ended)

    def _on_preview_job_succeeded(self, drawn: DrawnDocument) -> None:
        if self.sender() is not self._preview_job:
            return
        name = self._preview_name
        self._preview_job = None
        self.preview.show_pdf(drawn.content)  # tells its page, which replaces "wird erstellt"
        if name != self._shown:
            self._shown = name
            self.preview.go_to_start()
        self._warn_of_substitutes(drawn.substituted)

    def _on_preview_job_refused(self, error: AdvisorError) -> None:
        """Say why there is no preview, unless a newer one is on its way."""
        if self.sender() is self._preview_job:
            self._on_job_refused(error)

    def _on_preview_job_ended(self) -> None:
        if self._preview_job is not None and self.sender() is self._preview_job:
            self._preview_job = None
            self.head.state.setText(self.tr("keine aktuelle Vorschau"))

    def _on_preview_page_changed(self, page: int, pages: int) -> None:
        if self._preview_job is None:
            self.head.state.setText(self.tr("Seite {page} von {pages}").format(page=page, pages=pages))

    def _print(self) -> None:
        self.flush()
        if self._ready is not None and self.head.print.isEnabled():
            self._follow(self.output.print(self._ready, max(self.preview.page_count, 1)))

    def _save(self) -> None:
        self.flush()
        if self._ready is not None and self.head.save.isEnabled():
            self._follow(self.output.save(self._ready))

    def _follow(self, job: Job[Any] | None) -> None:
        """Offer nothing of the kind again while it is being done."""
        if job is None:
            return
        self.tried.emit()
        for button in (self.head.print, self.head.save):
            button.setEnabled(False)
        job.refused.connect(self._on_job_refused)
        job.ended.connect(self._on_job_ended)

    def _on_job_ended(self) -> None:
        self.head.allow(made=self._ready is not None)

    def _on_file_made(self, made: MadeDocument) -> None:
        self.made.show_file(made.file)
        self._warn_of_substitutes(made.substituted)

    def _on_job_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))

    def _warn_of_substitutes(self, substituted: tuple[str, ...]) -> None:
        if substituted:
            words = self.tr("Diese Zeichen kennt die Schrift des Dokuments nicht, sie stehen dort als □: {signs}")
            self.warned.emit(words.format(signs=" ".join(substituted)))
