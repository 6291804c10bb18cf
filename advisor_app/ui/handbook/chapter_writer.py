"""Sets a chapter of the handbook in a text document, in the fonts and colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontDatabase,
    QImage,
    QImageReader,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from advisor_app.domain.handbook import (
    Block,
    Chapter,
    CommandLines,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Points,
    Remark,
    Words,
)
from advisor_app.services.handbook import picture_file
from advisor_app.ui.shell.look import font_file
from advisor_app.ui.shell.theming import Theming

TOP = "top"
"""The anchor of a chapter's beginning."""

_KINDS = {1: "page", 2: "section", 3: "emphasised"}
_ABOVE = {1: 0, 2: 28, 3: 18}
_SHORT = 24
"""Letters up to which a column is only as wide as it must be."""


@cache
def _load_italic() -> None:
    """The window itself shows no italics; the handbook names pages and buttons in them."""
    QFontDatabase.addApplicationFont(str(font_file("Italic")))


@dataclass(frozen=True, slots=True)
class ScaledPicture:
    """A picture that a chapter shows so many dots wide; reading and scaling it takes longer than a frame."""

    name: str
    file: Path
    width: int
    ratio: float

    def load(self, line: QColor) -> QImage:
        """The picture with a thin line around it; may be called in any thread."""
        image = QImage(str(self.file)).scaledToWidth(self.width, Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(image)
        painter.setPen(line)
        painter.drawRect(0, 0, image.width() - 1, image.height() - 1)
        painter.end()
        image.setDevicePixelRatio(self.ratio)
        return image


def put(document: QTextDocument, name: str, image: QImage) -> None:
    """Give a document a picture under a name; one that stood there is replaced."""
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)


class ChapterWriter:
    """Writes a chapter from the beginning of a document on, for lines of a width in pixels.

    ``pictures`` are those that it shows: there is room for them, and they are still to be loaded.
    """

    def __init__(self, theming: Theming, document: QTextDocument, chapter: Chapter, width: int, ratio: float) -> None:
        """``ratio`` is how many dots of the screen a pixel has."""
        _load_italic()
        self._theming = theming
        self._document = document
        self._chapter = chapter
        self._width = width
        self._ratio = ratio
        self.pictures: list[ScaledPicture] = []
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(theming.font())
        self._cursor = QTextCursor(document)
        self._is_empty = True

    def write(self) -> None:
        """Set the chapter below its title."""
        self._cursor.beginEditBlock()
        self._heading(Heading(1, self._chapter.title, TOP))
        for block in self._chapter.blocks:
            self._write(block)
        self._cursor.endEditBlock()

    def _write(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(words=words):
                self._insert(self._paragraph(above=8), words)
            case Points(items=items, numbered=numbered):
                self._points(items, numbered=numbered)
            case Grid():
                self._grid(block)
            case Picture():
                self._picture(block)
            case CommandLines(lines=lines):
                cursor = self._panel("sunken")
                for place, line in enumerate(lines):
                    if place:
                        cursor.insertBlock()
                    cursor.insertText(line, self._format())
            case Remark(paragraphs=paragraphs):
                cursor = self._panel("primary_soft")
                for place, words in enumerate(paragraphs):
                    if place:
                        cursor.insertBlock()
                    self._insert(cursor, words)

    def _heading(self, heading: Heading) -> None:
        cursor = self._paragraph(above=_ABOVE[heading.level], level=heading.level)
        made = self._format(_KINDS[heading.level], weight=600)
        made.setAnchor(True)
        made.setAnchorNames([heading.anchor])
        cursor.insertText(heading.text, made)

    def _points(self, items: Sequence[Words], *, numbered: bool) -> None:
        for number, words in enumerate(items, 1):
            cursor = self._paragraph(above=4, hanging=22 if numbered else 16)
            cursor.insertText(f"{number}.\t" if numbered else "•\t", self._format(tone="ink2"))
            self._insert(cursor, words)

    def _grid(self, grid: Grid) -> None:
        table = self._at_end().insertTable(len(grid.rows) + 1, len(grid.titles), self._table(grid))
        for column, title in enumerate(grid.titles):
            cell = table.cellAt(0, column)
            self._rule(cell, "line_strong")
            cell.firstCursorPosition().insertText(title, self._format("caption", "ink2", weight=600))
        for row, cells in enumerate(grid.rows, 1):
            for column, words in enumerate(cells):
                cell = table.cellAt(row, column)
                self._rule(cell, "line")
                self._insert(cell.firstCursorPosition(), words)
        self._is_empty = False

    def _table(self, grid: Grid) -> QTextTableFormat:
        made = self._plain_table()
        made.setHeaderRowCount(1)
        shares = [max(min(length, 4 * _SHORT), _SHORT // 2) for length in self._chapter.widths(grid)]
        percent = QTextLength.Type.PercentageLength
        made.setColumnWidthConstraints([QTextLength(percent, 100 * share / sum(shares)) for share in shares])
        return made

    def _plain_table(self) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setBorderCollapse(True)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        made.setCellPadding(self._theming.scaled(5))
        made.setCellSpacing(0)
        made.setTopMargin(self._theming.scaled(10))
        made.setBottomMargin(self._theming.scaled(4))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return made

    def _rule(self, cell: QTextTableCell, role: str) -> None:
        """A line below a cell."""
        made = QTextTableCellFormat()
        made.setBottomBorder(1)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(QBrush(self._theming.colour(role)))
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
        cell.setFormat(made)

    def _panel(self, role: str) -> QTextCursor:
        """A ground of its own, and where its words go."""
        made = self._plain_table()
        made.setCellPadding(self._theming.scaled(10))
        table = self._at_end().insertTable(1, 1, made)
        cell = table.cellAt(0, 0)
        painted = QTextTableCellFormat()
        painted.setBackground(QBrush(self._theming.colour(role)))
        cell.setFormat(painted)
        self._is_empty = False
        return cell.firstCursorPosition()

    def _picture(self, picture: Picture) -> None:
        """Room for a picture as wide as the lines, and what is to be seen on it: not everybody sees it."""
        file = picture_file(picture.file, dark=self._theming.is_dark)
        size = QImageReader(str(file)).size()
        if size.isValid():
            width = min(self._width, round(size.width() * self._theming.zoom / 100))
            made = QTextImageFormat()
            made.setName(picture.file)
            made.setWidth(width)
            made.setHeight(round(width * size.height() / size.width()))
            made.setProperty(QTextFormat.Property.ImageAltText.value, picture.words)
            self._paragraph(above=12, is_picture=True).insertImage(made)
            self.pictures.append(ScaledPicture(picture.file, file, round(width * self._ratio), self._ratio))
            put(self._document, picture.file, self._blank())
        self._paragraph(above=6).insertText(picture.words, self._format("caption", "ink2"))

    def _blank(self) -> QImage:
        """What stands in a picture's place until it is there."""
        blank = QImage(1, 1, QImage.Format.Format_RGB32)
        blank.fill(self._theming.colour("sunken"))
        return blank

    def _paragraph(self, *, above: int, level: int = 0, hanging: int = 0, is_picture: bool = False) -> QTextCursor:
        """Begin a paragraph; the first one is there already."""
        made = QTextBlockFormat()
        made.setTopMargin(0 if self._is_empty else self._theming.scaled(above))
        if not is_picture:  # whose height is as it is
            made.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setHeadingLevel(level)
        if hanging:
            indent = self._theming.scaled(hanging)
            made.setLeftMargin(indent)
            made.setTextIndent(-indent)
            made.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
        cursor = self._at_end()
        if self._is_empty:
            cursor.setBlockFormat(made)
        else:
            cursor.insertBlock(made, QTextCharFormat())
        self._is_empty = False
        return cursor

    def _at_end(self) -> QTextCursor:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        return self._cursor

    def _insert(self, cursor: QTextCursor, words: Words) -> None:
        for span in words:
            made = self._format(weight=600 if span.strong else None)
            if span.italic:
                made.setFontItalic(True)
            if span.code:
                made.setBackground(QBrush(self._theming.colour("sunken")))
            if span.place is not None:
                made.setAnchor(True)
                made.setAnchorHref(str(span.place))
                made.setForeground(QBrush(self._theming.colour("primary")))
                made.setFontUnderline(True)
            cursor.insertText(span.text, made)

    def _format(self, kind: str = "body", tone: str = "ink", *, weight: int | None = None) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._theming.font(kind, weight=weight))
        made.setForeground(QBrush(self._theming.colour(tone)))
        return made
