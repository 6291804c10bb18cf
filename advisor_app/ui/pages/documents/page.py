"""The documents page: list, preview, texts, and the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.case import SectionKey
from advisor_app.domain.changes import Change, SectionSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.words import Words
from advisor_app.services.documents import MadeDocument, Offer
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.documents.made_line import MadeLine
from advisor_app.ui.pages.documents.section_editor import SectionEditor
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.file_choice import file_to_save
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.pdf_preview import PdfPreview
from advisor_app.ui.widgets.side_list import SideEntry, SideList

PAUSE_MS = 400
_CACHE = "cache"
_LIST_WIDTH = 252
_LIST_SHARE = 0.32

ChooseFile = Callable[[QWidget, str, str, str], Path | None]


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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        self._choose_file = choose_file
        self._preview_job: Job[tuple[MadeDocument, bytes]] | None = None
        self._shown = ""
        theming = context.theming
        self._offers: dict[str, Offer] = {}
        self.list = SideList(theming, self.tr("Dokumente"))
        self.title = TextLabel(theming, "", "page")
        self.state = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.mode = Segments(theming, (("preview", self.tr("Vorschau"), "eye"), ("texts", self.tr("Texte"), "pencil")))
        self.save_button = Button(theming, self.tr("PDF speichern"), "file-down", "primary", shortcut="Ctrl+S")
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
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.state)
        head.addLayout(words, 1)
        head.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        right = QWidget()
        right.setProperty("kind", "paper")
        body = QVBoxLayout(right)
        body.setContentsMargins(24, 16, 24, 0)
        body.setSpacing(12)
        body.addLayout(head)
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
        self.mode.chosen.connect(self._on_mode_chosen)
        self.sections.edited.connect(self._on_sections_edited)
        self.sections.typing.connect(self.typing)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.preview.page_changed.connect(self._on_preview_page_changed)
        self._pause.timeout.connect(self._draw_preview)

    @property
    def offer(self) -> Offer | None:
        """The chosen document."""
        return self._offers.get(self.list.current_key())

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
        self.title.setText(offer.title)
        self.state.setText(offer.item_title)
        self.save_button.setEnabled(missing is None)
        self.mode.setEnabled(missing is None)
        if missing is not None:
            self._missing.setText(sentence(missing, self.context.workspace.texts))
            self._stack.setCurrentIndex(2)
            return
        if name_of(offer) != self._shown:
            self.made.hide()
        self._show_sections()
        self._on_mode_chosen(self.mode.current())
        self._pause.start()

    def _on_mode_chosen(self, mode: str) -> None:
        self.sections.flush()
        self._stack.setCurrentWidget(self.sections if mode == "texts" else self.preview)

    def _show_sections(self) -> None:
        offer = self.offer
        if offer is None or offer.missing is not None:
            return
        documents = self.context.workspace.documents
        self.sections.show_sections(documents.sections(self.bridge.case, offer.kind, offer.item))

    def _on_sections_edited(self, key: SectionKey, words: Words, batch: str) -> None:
        before = self.bridge.case.sections.get(key)
        self.bridge.edit(SectionSet(key, before, words or None), batch=batch or None)

    def _draw_preview(self) -> None:
        """Draw the preview anew; one that is still being drawn is stopped."""
        offer = self.offer
        if offer is None or offer.missing is not None or not self.isVisible():
            return
        if self._preview_job is not None:
            self._preview_job.cancel()
        documents = self.context.workspace.documents
        given = documents.input_of(self.bridge.case, offer.kind, offer.item)
        folder = self.context.workspace.folder / _CACHE
        name = name_of(offer)

        def draw(job: Job[tuple[MadeDocument, bytes]]) -> tuple[MadeDocument, bytes]:
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / f"{offer.kind}.pdf"
            try:
                made = documents.create(offer.kind, given, file, job.report, lambda: job.cancelled)
                return made, file.read_bytes()
            finally:
                file.unlink(missing_ok=True)

        self.state.setText(self.tr("wird erneuert …") if self._shown == name else self.tr("wird erstellt …"))
        job = self.context.lane.run(draw)
        self._preview_job = job
        job.succeeded.connect(lambda result: self._on_preview_drawn(job, name, *result))
        job.refused.connect(lambda error: self._on_preview_refused(job, error))
        job.ended.connect(lambda: self._on_preview_ended(job))

    def _on_preview_drawn(
        self, job: Job[tuple[MadeDocument, bytes]], name: str, made: MadeDocument, content: bytes
    ) -> None:
        if job is not self._preview_job:
            return
        self._preview_job = None
        self.preview.show_pdf(content)  # tells its page, which replaces "wird erstellt"
        if name != self._shown:
            self._shown = name
            self.preview.go_to_start()
        self._warn_of_substitutes(made)

    def _on_preview_refused(self, job: Job[tuple[MadeDocument, bytes]], error: AdvisorError) -> None:
        """Say why there is no preview, unless a newer one is on its way."""
        if job is self._preview_job:
            self._on_job_refused(error)

    def _on_preview_ended(self, job: Job[tuple[MadeDocument, bytes]]) -> None:
        if job is self._preview_job:
            self._preview_job = None
            self.state.setText(self.tr("keine aktuelle Vorschau"))

    def _on_preview_page_changed(self, page: int, pages: int) -> None:
        if self._preview_job is None:
            self.state.setText(self.tr("Seite {page} von {pages}").format(page=page, pages=pages))

    def _on_save_button_clicked(self) -> None:
        self.flush()
        offer = self.offer
        if offer is None or offer.missing is not None:
            return
        documents = self.context.workspace.documents
        given = documents.input_of(self.bridge.case, offer.kind, offer.item)
        proposed = documents.file_name(offer.kind, given)
        file = self._choose_file(self, self.tr("PDF speichern"), proposed, self.tr("PDF-Dateien (*.pdf)"))
        if file is None:
            return
        self.save_button.setEnabled(False)
        job: Job[MadeDocument] = self.context.lane.run(
            lambda job: documents.create(offer.kind, given, file, job.report, lambda: job.cancelled)
        )
        job.succeeded.connect(self._on_file_made)
        job.refused.connect(self._on_job_refused)
        job.ended.connect(lambda: self.save_button.setEnabled(True))

    def _on_file_made(self, made: MadeDocument) -> None:
        self.made.show_file(made.file)
        self._warn_of_substitutes(made)

    def _on_job_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))

    def _warn_of_substitutes(self, made: MadeDocument) -> None:
        if made.substituted:
            words = self.tr("Diese Zeichen kennt die Schrift des Dokuments nicht, sie stehen dort als □: {signs}")
            self.warned.emit(words.format(signs=" ".join(made.substituted)))
