"""A PDF in the window, page under page, fitted to the width."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.ui.shell.theming import Theming


class _View(QPdfView):
    """Home and End go to the first and last page, too."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.MoveToStartOfLine):
            bar.setValue(bar.minimum())
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfLine):
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


class PdfPreview(QWidget):
    """Shows a document from memory, so that its file may be written anew at any time; a new edition keeps the place."""

    page_changed = Signal(int, int)  # page from 1, of how many

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._view = _View(self)
        # After the view among the children: Qt deletes them in this order, and a view must not outlive its document.
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setPageSpacing(theming.scaled(12))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setAccessibleName(self.tr("Vorschau"))
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        theming.changed.connect(self._on_theming_changed)
        self._view.pageNavigator().currentPageChanged.connect(self._on_current_page_changed)
        self._on_theming_changed()

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
        bar = self._view.verticalScrollBar()
        place = bar.value()
        before, self._buffer = self._buffer, QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if before is not None:
            before.deleteLater()
        bar.setValue(place)
        self._on_current_page_changed(self._view.pageNavigator().currentPage())

    def go_to_start(self) -> None:
        """Show the first page."""
        self._view.pageNavigator().jump(0, QPointF())

    def _on_theming_changed(self) -> None:
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Dark, self._theming.colour("sunken"))  # the ground between pages
        self._view.setPalette(palette)

    def _on_current_page_changed(self, page: int) -> None:
        self.page_changed.emit(page + 1, self.page_count)
