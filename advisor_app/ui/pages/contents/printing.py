"""What is read, on a printer: in the colours of paper, whatever the theme on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QFont, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app.charts.palette import load_theme
from advisor_app.ui.pages.contents.blocks import Entry
from advisor_app.ui.pages.contents.document_writer import DocumentWriter
from advisor_app.ui.shell.look import load_fonts

_POINTS_PER_PIXEL = 0.75

ChoosePrinter = Callable[[QWidget, str], QPrinter | None]


class PaperInk:
    """Fonts and colours of the light theme at their own size."""

    def __init__(self) -> None:
        self._theme = load_theme("light")
        self._family = load_fonts()

    def font(self, kind: str = "body", *, weight: int | None = None) -> QFont:
        """The font of a kind of text."""
        style = self._theme.type[kind]
        font = QFont(self._family)
        font.setPointSizeF(style.size * _POINTS_PER_PIXEL)
        font.setWeight(QFont.Weight(weight or style.weight))
        return font

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return QColor(self._theme.colour(role)[:7])

    def scaled(self, length: float) -> int:
        """A length in pixels."""
        return round(length)


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the user choose a printer in the system's own dialog; None where the choice was left."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_entries(entries: Sequence[Entry], printer: QPrinter) -> None:
    """Print entries with page numbers."""
    document = QTextDocument()
    DocumentWriter(PaperInk(), document).write(entries)
    document.print_(printer)
