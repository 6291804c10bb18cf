"""Pages of a PDF on a printer, drawn as pictures so that they look as they do in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_MOST_DPI = 300
"""Enough for text in print; more only takes memory and time."""

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """What is to be printed: its title, how many pages, and whether on both sides of the paper."""

    title: str
    pages: int
    duplex: bool = False


ChoosePrinter = Callable[[QWidget, PrintRequest], QPrinter | None]
"""Whoever prints takes one: ``ask_printer``, or a test's own."""


def ask_printer(parent: QWidget, request: PrintRequest) -> QPrinter | None:
    """Let the user choose a printer, pages and copies in the system's own dialog; None where the choice was left."""
    printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), request)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, request.pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def prepared(printer: QPrinter, request: PrintRequest) -> QPrinter:
    """A printer with the paper and the sides that a request asks for; both can be changed in the dialog."""
    printer.setDocName(request.title)
    if request.duplex:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return paper(printer)


def paper(printer: QPrinter) -> QPrinter:
    """A printer set to whole sheets of A4: the pages bring their margins with them."""
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)
    return printer


def print_pages(
    content: bytes, printer: QPrinter, report: Callable[[float], None], checkpoint: Callable[[], None]
) -> int:
    """Print the chosen pages of a PDF, on any thread; returns how many, 0 where the printer takes nothing.

    ``checkpoint`` is called before every page and may raise; what is printed by then stays printed.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    painter = QPainter()
    try:
        document.load(buffer)
        pages = _chosen(printer, document.pageCount())
        if not pages or not painter.begin(printer):
            return 0
        for done, page in enumerate(pages):
            checkpoint()
            report(done / len(pages))
            if done and not printer.newPage():
                return 0
            _draw(painter, printer, document, page)
        return len(pages) if painter.end() else 0
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, counted from 0."""
    ranges = printer.pageRanges()
    if printer.printRange() is not QPrinter.PrintRange.PageRange or ranges.isEmpty():
        return list(range(count))
    return [page for page in range(count) if ranges.contains(page + 1)]


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """One page, as large as the sheet allows without changing its proportions; a page across is turned to the left."""
    size: QSizeF = document.pagePointSize(page)
    scale = min(printer.resolution(), _MOST_DPI) / _POINTS_PER_INCH
    picture = document.render(page, QSize(round(size.width() * scale), round(size.height() * scale)))
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    if (size.width() > size.height()) is not (sheet.width() > sheet.height()):
        picture = picture.transformed(QTransform().rotate(-90))
        size = size.transposed()
    target = QRect(sheet.topLeft(), size.scaled(QSizeF(sheet.size()), Qt.AspectRatioMode.KeepAspectRatio).toSize())
    painter.fillRect(target, Qt.GlobalColor.white)
    painter.drawImage(target, picture)
