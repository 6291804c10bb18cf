"""The documents page: list, preview, texts, what was handed over, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from advisor_app.domain.case import SectionKey
from advisor_app.domain.case_document import ArchivedDocument, DocumentState
from advisor_app.domain.changes import Change, ReadyCheckSet, SectionSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.readiness import ReadyPoint
from advisor_app.domain.words import Words
from advisor_app.override import override
from advisor_app.services.document_offer import Offer
from advisor_app.services.documents import DrawnDocument
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.documents.body import DocumentBody
from advisor_app.ui.pages.documents.comparison import Comparison
from advisor_app.ui.pages.documents.document_column import DocumentColumn, name_of
from advisor_app.ui.pages.documents.head import HANDOVER, PREVIEW
from advisor_app.ui.pages.documents.live_preview import LivePreview
from advisor_app.ui.pages.documents.outgoing import Outgoing
from advisor_app.ui.pages.documents.output import Output
from advisor_app.ui.pages.documents.pack_work import PackWork
from advisor_app.ui.pages.documents.page_commands import page_commands
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.file_choice import ChoosePlace, file_to_save
from advisor_app.ui.widgets.labels import vertical_hairline
from advisor_app.ui.widgets.printing import ChoosePrinter, ask_printer

_LIST_WIDTH = 272
_LIST_SHARE = 0.32


class DocumentsPage(CasePage):
    """Everything is drawn in the background from a snapshot; the preview follows what is typed.

    Its items are a kind of document, with colons behind it what it is best about: ids of things, then modules.
    """

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        choose_file: ChoosePlace = file_to_save,
        choose_printer: ChoosePrinter = ask_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        self.output = Output(context, bridge, self, choose_file, choose_printer)
        theming, texts = context.theming, context.workspace.texts
        self._offers: dict[str, Offer] = {}
        self._current = ""
        self.column = DocumentColumn(theming, texts)
        self.body = DocumentBody(context)
        self.head, self.made, self.archived = self.body.head, self.body.made, self.body.archived
        self.preview, self.sections, self.handover = self.body.preview, self.body.sections, self.body.handover
        self.live = LivePreview(context.lane, self.output, self.preview, self)
        self.comparison = Comparison(context.lane, self.output, self.handover, self)
        self.outgoing = Outgoing(self)
        self.pack = PackWork(context, bridge, self.output, self)
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_offers()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if changes and all(isinstance(change, ReadyCheckSet) for change in changes):
            return  # no document tells of it
        self.comparison.forget()
        self.pack.forget()
        if changes and all(isinstance(change, SectionSet) for change in changes):
            self._show_sections()
            self.live.show_offer(self.ready)
            self._compare()
        else:
            self._show_offers()

    @override
    def open_item(self, item: str) -> None:
        """A document by its name or kind; ``print-pack`` lets a pack be put together."""
        if item == "print-pack":
            self.show_pack()
            return
        name = self._named(item)
        if name:
            self.leave_pack()
            self.column.mark(name)
            self._on_column_chosen(name)
        elif item:
            self.warned.emit(self.tr("Dieses Dokument gehört zu keinem Modul, das der Fall gebucht hat."))

    @override
    def flush(self) -> bool:
        self.sections.flush()
        self.head.release.flush()
        return True

    @override
    def commands(self) -> Sequence[Command]:
        return page_commands(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.live.show_offer(self.ready)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.live.stop()
        self.comparison.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.context.theming.scaled(_LIST_WIDTH)
        self.column.setFixedWidth(min(wanted, round(event.size().width() * _LIST_SHARE)))

    @property
    def offer(self) -> Offer | None:
        """The chosen document."""
        return self._offers.get(self._current)

    @property
    def ready(self) -> Offer | None:
        """The chosen document, if it has all that it needs."""
        return self.offer if self.offer is not None and self.offer.missing is None else None

    def _lay_out(self) -> None:
        documents = QWidget()
        layout = QHBoxLayout(documents)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column)
        layout.addWidget(vertical_hairline())
        layout.addWidget(self.body, 1)
        self._views.addWidget(documents)
        self._views.addWidget(self.pack.view)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)
        self.setFocusProxy(self.column.list)

    def _connect(self) -> None:
        self.column.chosen.connect(self._on_column_chosen)
        self.column.pack.clicked.connect(self.show_pack)
        self.pack.view.left.connect(self.leave_pack)
        self.pack.warned.connect(self.warned)
        self.pack.tried.connect(self.tried)
        self.pack.made.connect(self._on_pack_made)
        self.head.mode.chosen.connect(self._on_mode_chosen)
        self.head.item.edited.connect(self._on_head_item_edited)
        self.head.release.edited.connect(self._on_release_edited)
        self.head.release.complained.connect(self.warned)
        self.head.hand_over.clicked.connect(partial(self.show_mode, HANDOVER))
        self.sections.edited.connect(self._on_sections_edited)
        self.sections.typing.connect(self.typing)
        self.handover.show_wanted.connect(self._on_handover_show_wanted)
        self.handover.history_wanted.connect(partial(self.navigated.emit, "history", ""))
        self.archived.renew.clicked.connect(self._on_archived_renew_clicked)
        self.output.noticed.connect(self.noticed)
        self.output.warned.connect(self.warned)
        self.live.told.connect(self._on_live_told)
        self.live.drawn.connect(self._on_live_drawn)
        self.live.archived.connect(self.archived.show_entry)
        self.live.failed.connect(self.show_refused)
        self.comparison.failed.connect(self.show_refused)

    def _named(self, item: str) -> str:
        """The name of the document that is asked for; empty where the case has none of the kind."""
        if item in self._offers:
            return item
        kind, *about = item.split(":")
        found = {name: offer for name, offer in self._offers.items() if offer.kind == kind}
        by_item = (name for one in about for name, offer in found.items() if offer.item == one)
        by_module = (name for one in about for name, offer in found.items() if one in offer.modules)
        return next(chain(by_item, by_module, found), "")

    def _show_offers(self) -> None:
        offers = self.context.workspace.documents.offers(self.bridge.case)
        self._offers = {name_of(offer): offer for offer in offers}
        self.column.show_offers(offers)
        if self.shows_pack:
            self.pack.show_offers(offers)
        name = self._current if self._current in self._offers else next(iter(self._offers))
        self.column.mark(name)
        self._on_column_chosen(name)

    def _show_head(self, offer: Offer) -> None:
        of_kind = [other for other in self._offers.values() if other.kind == offer.kind]
        self.head.show_offer(offer, of_kind)

    def _on_head_item_edited(self, item: str, _batch: str) -> None:
        if self.offer is not None:
            self.open_item(name_of(replace(self.offer, item=item)))

    def _on_column_chosen(self, name: str) -> None:
        self.flush()
        if name != self._current:
            self.made.hide()
            self.head.copy.allow_tables(allowed=False)
            self.handover.forget_recipient()
        self._current = name
        offer = self._offers[name]
        self._show_head(offer)
        self.outgoing.allow()
        self.live.show_offer(self.ready)
        self.archived.setVisible(self.live.entry is not None)
        if offer.missing is not None:
            self.body.show_missing(sentence(offer.missing, self.context.workspace.texts))
            return
        self._show_sections()
        self.handover.show_document(offer.state, self.bridge.case.handed_over(offer.key))
        self._on_mode_chosen(self.head.mode.current())

    def _on_mode_chosen(self, _mode: str) -> None:
        self.flush()
        offer = self.ready
        if offer is None:
            return
        self._show_head(offer)
        self.body.show_view()
        self._compare()

    def show_mode(self, mode: str) -> None:
        """Show the preview, the texts or the handover of the document."""
        self.head.mode.choose(mode)
        self._on_mode_chosen(mode)
        if mode == HANDOVER:
            self.handover.setFocus()

    @property
    def shows_pack(self) -> bool:
        """Whether a print pack is being put together."""
        return self._views.currentWidget() is self.pack.view

    def show_pack(self) -> None:
        """Let a print pack be put together."""
        self.flush()
        self.pack.show_offers(tuple(self._offers.values()))
        self._views.setCurrentWidget(self.pack.view)
        self.setFocusProxy(self.pack.view)
        self.pack.view.setFocus()

    def leave_pack(self) -> None:
        """Go back to the documents."""
        if self.shows_pack:
            self._views.setCurrentIndex(0)
            self.setFocusProxy(self.column.list)
            self.column.list.setFocus()

    def search(self) -> None:
        """Look for words in the document."""
        self.show_mode(PREVIEW)
        self.preview.bar.search.setFocus()

    def _on_pack_made(self, pages: int) -> None:
        """A pack on the eve of a workshop day is one point less to look after."""
        case, readiness = self.bridge.case, self.context.workspace.readiness
        day = next((day for day in readiness.days(case) if readiness.is_near(day)), None)
        if day is not None and not self.can_only_be_read:
            self.bridge.edit(readiness.made(case, day, ReadyPoint.PRINT_PACK, pages))

    def _show_sections(self) -> None:
        offer = self.ready
        if offer is not None:
            documents = self.context.workspace.documents
            self.sections.show_sections(documents.sections(self.bridge.case, offer.kind, offer.item))

    def _compare(self) -> None:
        """Look for what was changed since the last handover while that can be seen."""
        if self.ready is not None and self.body.shows_handover and self.isVisible():
            self.comparison.compare(self.ready.last)

    def _on_live_drawn(self, drawn: DrawnDocument) -> None:
        self.head.copy.allow_tables(allowed=drawn.has_tables)
        self.warn_of_substitutes(drawn.substituted)

    def _on_live_told(self, words: str) -> None:
        about = "" if self.offer is None or self.head.item.isVisible() else self.offer.item_title
        self.head.state.setText(" · ".join(filter(None, (about, words))))

    def _on_sections_edited(self, key: SectionKey, words: Words, batch: str) -> None:
        before = self.bridge.case.sections.get(key)
        self.bridge.edit(SectionSet(key, before, words or None), batch=batch or None)

    def _on_release_edited(self, state: DocumentState) -> None:
        offer = self.ready
        if offer is not None:
            documents = self.context.workspace.documents
            self.bridge.edit(documents.state_change(self.bridge.case, offer.kind, offer.item, state))

    def _on_handover_show_wanted(self, entry: ArchivedDocument) -> None:
        self.made.hide()
        self.live.show_entry(entry)
        self.show_mode(PREVIEW)

    def _on_archived_renew_clicked(self) -> None:
        self.archived.hide()
        self.live.renew()

    def show_refused(self, error: AdvisorError) -> None:
        """Say why something was not done."""
        self.warned.emit(sentence(error, self.context.workspace.texts))

    def warn_of_substitutes(self, substituted: tuple[str, ...]) -> None:
        """Name the characters that the document could not show."""
        if substituted:
            words = self.tr("Diese Zeichen kennt die Schrift des Dokuments nicht, sie stehen dort als □: {signs}")
            self.warned.emit(words.format(signs=" ".join(substituted)))
