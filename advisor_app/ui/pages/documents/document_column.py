"""The documents of a case at the left: by occasion, each with its state, found by typing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.case_document import Stage
from advisor_app.domain.folding import fold
from advisor_app.override import override
from advisor_app.services.document_offer import Offer
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.search_field import SearchField
from advisor_app.ui.widgets.side_list import SideEntry, SideList

FEW = 2
"""As many documents of one kind are listed one by one."""

_TONES = {Stage.DRAFT: "", Stage.TEAM_LEAD: "primary", Stage.COMMENTS: "amber", Stage.RELEASED: "success"}


def name_of(offer: Offer) -> str:
    """The name by which other pages ask for a document: its kind, with the item it is about."""
    return f"{offer.kind}:{offer.item}" if offer.item else offer.kind


class DocumentColumn(QWidget):
    """``chosen`` tells the name of a document. What is typed in the list goes on in the search field.

    A kind with more than a few documents is one entry, unless it is searched for; which one is chosen elsewhere.
    """

    chosen = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._offers: tuple[Offer, ...] = ()
        self._current = ""
        self.search = SearchField(theming, self.tr("Dokument suchen"), "Ctrl+Shift+F")
        self.list = SideList(theming, self.tr("Dokumente"))
        hint = self.tr("Mehrere Dokumente auf einmal drucken")
        self.pack = Button(theming, self.tr("Druckpaket"), "printer", tooltip=hint)
        self._nothing = TextLabel(theming, self.tr("Kein Dokument heißt so."), "body", "secondary", wrap=True)
        self._nothing.hide()
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        column.addStretch(1)
        column.addWidget(self.pack)
        self.list.installEventFilter(self)
        self.list.chosen.connect(self._on_list_chosen)
        self.search.searched.connect(self._on_search_searched)
        self.search.moved_down.connect(self._on_search_moved_down)
        self.search.entered.connect(self._on_search_entered)
        self.search.escaped.connect(self.list.setFocus)

    @property
    def entries(self) -> tuple[SideEntry, ...]:
        """The documents that are listed now, without the headings."""
        return tuple(entry for entry in self.list.entries if not entry.heading)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """List these documents, those of one occasion below its heading."""
        self._offers = tuple(offers)
        self._show()

    def mark(self, name: str) -> None:
        """Choose a document without telling anybody; it is listed even if the search would leave it out."""
        self._current = name
        if all(entry.key != name for entry in self.list.entries):
            self.search.clear()
        self._mark()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_letter(event):
            self.search.setFocus()
            self.search.insert(event.text())
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        words = fold(self.search.text()).split()
        found = [offer for offer in self._offers if all(word in self._said(offer) for word in words)]
        self.list.show_entries(list(self._entries(found)))
        self._mark()
        self._nothing.setVisible(not found)

    def _mark(self) -> None:
        keys = {entry.key for entry in self.list.entries}
        kind = self._current.partition(":")[0]
        self.list.mark(self._current if self._current in keys else kind)

    def _entries(self, offers: Sequence[Offer]) -> Iterator[SideEntry]:
        for occasion, of_occasion in groupby(offers, key=lambda offer: offer.occasion):
            title = self._texts(f"document-occasions.{occasion}")
            yield SideEntry(key=f"occasion:{occasion}", title=title, heading=True)
            for _kind, group in groupby(of_occasion, key=lambda offer: offer.kind):
                of_kind = tuple(group)
                if len(of_kind) > FEW and not self.search.text().strip():
                    yield self._together(of_kind)
                else:
                    yield from map(self._entry, of_kind)

    def _entry(self, offer: Offer) -> SideEntry:
        return SideEntry(
            key=name_of(offer),
            title=offer.title,
            below=offer.item_title,
            tag=self._tag(offer),
            tone=_TONES[offer.state.stage] if offer.leaves_the_house else "",
            faint=offer.missing is not None,
        )

    def _together(self, offers: Sequence[Offer]) -> SideEntry:
        """One entry for all documents of a kind, with their state where it is the same."""
        first, same = self._entry(offers[0]), len({offer.state for offer in offers}) == 1
        below = self.tr("{count} zur Auswahl").format(count=len(offers))
        tag, tone = (first.tag, first.tone) if same else (self.tr("verschieden"), "")
        return SideEntry(key=offers[0].kind, title=first.title, below=below, tag=tag, tone=tone)

    def _tag(self, offer: Offer) -> str:
        """The state in a word or two."""
        if offer.missing is not None:
            return ""
        if not offer.leaves_the_house:
            return self.tr("intern")
        until = offer.state.comments_until
        if until is not None:
            return self.tr("bis {day}").format(day=format_date(until, self._texts.language))
        return self._texts(f"documents.stage.{offer.state.stage.value}")

    def _said(self, offer: Offer) -> str:
        occasion = self._texts(f"document-occasions.{offer.occasion}")
        return fold(f"{offer.title} {offer.item_title} {occasion} {self._tag(offer)}")

    def _on_list_chosen(self, name: str) -> None:
        """Tell the document; of several that are one entry the one that was chosen before, else the first."""
        names = [name_of(offer) for offer in self._offers if name in (offer.kind, name_of(offer))]
        self._current = self._current if self._current in names else names[0]
        self.chosen.emit(self._current)

    def _on_search_searched(self, _words: str) -> None:
        self._show()

    def _on_search_moved_down(self) -> None:
        self.list.setFocus()
        if self.entries and not self.list.current_key():
            self._choose(self.entries[0].key)

    def _on_search_entered(self) -> None:
        """Open the first document that fits."""
        if self.entries:
            self._choose(self.entries[0].key)
            self.list.setFocus()

    def _choose(self, name: str) -> None:
        self.list.mark(name)
        self._on_list_chosen(name)


def _is_letter(event: QKeyEvent) -> bool:
    text = event.text()
    plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return plain and bool(text.strip()) and text.isprintable()
