"""A PDF in the window, page under page, fitted to the width, with what leads through it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.pdf_bar import PdfBar
from advisor_app.ui.widgets.pdf_pages import PdfPages


class PdfPreview(QWidget):
    """Shows a document from memory, so that its file may be written anew at any time; a new edition keeps the place."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PdfPages(theming, self)
        # After the view among the children: Qt deletes them in this order, and a view must not outlive its document.
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.pages.setDocument(self._document)
        self.pages.setAccessibleName(self.tr("Vorschau"))
        self.bar = PdfBar(theming, self.pages)
        self.setFocusProxy(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self.bar.page_changed.connect(self._on_bar_page_changed)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount()

    @property
    def content(self) -> bytes:
        """The PDF that is shown, empty before the first."""
        return b"" if self._buffer is None else bytes(self._buffer.data().data())

    def text_of(self, page: int) -> str:
        """The text of a page, counted from 0."""
        return self._document.getAllText(page).text()

    def show_pdf(self, content: bytes) -> None:
        """Show another document, or a new edition of it at the same place."""
        bar = self.pages.verticalScrollBar()
        place = bar.value()
        before, self._buffer = self._buffer, QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pages.forget()
        self._document.load(self._buffer)
        if before is not None:
            before.deleteLater()
        bar.setValue(place)
        self.bar.show_document(self._document)

    def go_to_start(self) -> None:
        """Show the first page."""
        self.pages.pageNavigator().jump(0, QPointF())

    def _on_bar_page_changed(self, page: int, pages: int) -> None:
        # What a screen reader says of pages that are pictures to it.
        self.pages.setAccessibleDescription(self.text_of(page - 1) if pages else "")
