"""What stands above the pages of a PDF: which page, how large, and a search through its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.pdf_pages import PdfPages
from advisor_app.ui.widgets.search_field import SearchField

_SEARCH_WIDTH = 230


class PdfBar(QWidget):
    """Leads through one view of pages; Enter goes to the next hit, Shift+Enter back, Escape to the pages."""

    page_changed = Signal(int, int)  # page from 1, of how many

    def __init__(self, theming: Theming, pages: PdfPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._pages = pages
        self._hits = QPdfSearchModel(self)
        self.earlier_page = IconButton(theming, "chevron-left", self.tr("Seite zurück"))
        self.later_page = IconButton(theming, "chevron-right", self.tr("Seite vor"))
        self.place = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.smaller = IconButton(theming, "zoom-out", self.tr("Kleiner"))
        self.zoom = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.larger = IconButton(theming, "zoom-in", self.tr("Größer"))
        self.whole_width = IconButton(theming, "maximize", self.tr("Ganze Breite"))
        self.search = SearchField(theming, self.tr("Im Dokument suchen"), "Ctrl+F")
        self.hits = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.earlier_hit = IconButton(theming, "chevron-up", self.tr("Vorige Fundstelle"))
        self.later_hit = IconButton(theming, "chevron-down", self.tr("Nächste Fundstelle"))
        self._around = QWidget()
        self._finding = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()
        self._show_hits()

    @property
    def hit_count(self) -> int:
        """How often what is searched for was found so far."""
        return self._hits.rowCount(QModelIndex())

    def show_document(self, document: QPdfDocument) -> None:
        """Look through another edition for the same words."""
        words = self.search.text()
        self._hits.setDocument(document)
        self._hits.setSearchString("")
        self._hits.setSearchString(words)
        self._show_page()
        self._show_size()

    def go_to_hit(self, steps: int) -> None:
        """Show the hit so many further on, from the last on to the first."""
        if self.hit_count:
            here = self._pages.currentSearchResultIndex()
            first = 0 if steps > 0 else self.hit_count - 1
            self._show_hit(first if here < 0 else (here + steps) % self.hit_count)

    def go_to_page(self, steps: int) -> None:
        """Show the page so many further on."""
        navigator = self._pages.pageNavigator()
        page = navigator.currentPage() + steps
        places = self._pages.page_places()
        if 0 <= page < len(places):
            self._pages.verticalScrollBar().setValue(places[page].top() - self._pages.documentMargins().top())

    def _lay_out(self) -> None:
        around, finding = QHBoxLayout(self._around), QHBoxLayout(self._finding)
        for layout in (around, finding):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(4)
        for widget in (self.earlier_page, self.place, self.later_page):
            around.addWidget(widget)
        around.addSpacing(12)
        for widget in (self.smaller, self.zoom, self.larger, self.whole_width):
            around.addWidget(widget)
        around.addStretch(1)
        finding.addStretch(1)
        finding.addWidget(self.hits)
        finding.addSpacing(8)
        finding.addWidget(self.search)
        finding.addWidget(self.earlier_hit)
        finding.addWidget(self.later_hit)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self._around, 1)
        self._box.addWidget(self._finding)
        self.search.setFixedWidth(self._theming.scaled(_SEARCH_WIDTH))

    @override
    def minimumSizeHint(self) -> QSize:
        # The box's own would hold the bar in one line, and nothing would ever narrow it.
        widths = (self._around.minimumSizeHint().width(), self._finding.minimumSizeHint().width())
        return QSize(max(widths), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _arrange(self) -> None:
        """Put the search beside the rest, or below it where there is no room."""
        needed = self._around.minimumSizeHint().width() + self._finding.minimumSizeHint().width() + 4
        beside = needed <= self.width()
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _connect(self) -> None:
        self._pages.setSearchModel(self._hits)
        self._pages.pageNavigator().currentPageChanged.connect(self._show_page)
        self._pages.zoomFactorChanged.connect(self._show_size)
        self._pages.zoomModeChanged.connect(self._show_size)
        self.earlier_page.clicked.connect(lambda: self.go_to_page(-1))
        self.later_page.clicked.connect(lambda: self.go_to_page(1))
        self.smaller.clicked.connect(lambda: self._pages.zoom_by(-1))
        self.larger.clicked.connect(lambda: self._pages.zoom_by(1))
        self.whole_width.clicked.connect(lambda: self._pages.fit(QPdfView.ZoomMode.FitToWidth))
        self.search.searched.connect(self._on_search_searched)
        self.search.entered.connect(lambda: self.go_to_hit(1))
        self.search.moved_down.connect(self._pages.setFocus)
        self.search.escaped.connect(self._pages.setFocus)
        self.earlier_hit.clicked.connect(lambda: self.go_to_hit(-1))
        self.later_hit.clicked.connect(lambda: self.go_to_hit(1))
        QShortcut(QKeySequence("Shift+Return"), self.search).activated.connect(lambda: self.go_to_hit(-1))
        self._hits.countChanged.connect(self._on_hits_count_changed)
        self._pages.currentSearchResultIndexChanged.connect(self._show_hits)
        self._theming.changed.connect(self._on_theming_changed)

    def _on_search_searched(self, words: str) -> None:
        self._pages.setCurrentSearchResultIndex(-1)
        self._hits.setSearchString(words.strip())
        self._show_hits()

    def _on_hits_count_changed(self) -> None:
        """Show the first hit as soon as there is one; further ones arrive page by page."""
        if self.hit_count and self._pages.currentSearchResultIndex() < 0 and self.search.hasFocus():
            self._show_hit(0)
        self._show_hits()

    def _show_hit(self, index: int) -> None:
        hit = self._hits.resultAtIndex(index)
        self._pages.setCurrentSearchResultIndex(index)
        self._pages.pageNavigator().jump(hit.page(), hit.location())

    def _show_hits(self) -> None:
        there = bool(self.search.text().strip())
        here = self._pages.currentSearchResultIndex() + 1
        words = self.tr("nichts gefunden")
        if self.hit_count:
            words = self.tr("{number} von {count}").format(number=here or "–", count=self.hit_count)
        self.hits.setText(words if there else "")
        for button in (self.earlier_hit, self.later_hit):
            button.setEnabled(there and self.hit_count > 0)

    def _show_page(self) -> None:
        page, count = self._pages.pageNavigator().currentPage() + 1, self._pages.document().pageCount()
        self.place.setText(self.tr("Seite {page} von {pages}").format(page=min(page, count), pages=count))
        self.earlier_page.setEnabled(page > 1)
        self.later_page.setEnabled(page < count)
        self.page_changed.emit(min(page, count), count)

    def _show_size(self) -> None:
        self.zoom.setText(self.tr("{percent} %").format(percent=round(self._pages.zoom() * 100)))

    def _on_theming_changed(self) -> None:
        self.search.setFixedWidth(self._theming.scaled(_SEARCH_WIDTH))
