"""Sets blocks in a text document, in the fonts and colours of the theme, or of paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCell,
    QTextTableFormat,
)

from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Levels, Line, Points, Sides, Text

_LEVEL_WIDTH = 30


class Ink(Protocol):
    """Hands out fonts, colours and lengths: the theme on screen, or paper."""

    def font(self, kind: str = "body", *, weight: int | None = None) -> QFont:
        """The font of a kind of text."""

    def colour(self, role: str) -> QColor:
        """The colour of a role."""

    def scaled(self, length: float) -> int:
        """A length in pixels."""


class DocumentWriter:
    """Writes from the beginning of a document on; what stood there is gone."""

    def __init__(self, ink: Ink, document: QTextDocument) -> None:
        self._ink = ink
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(ink.font())
        self._cursor = QTextCursor(document)
        self._is_empty = True

    def write(self, entries: Iterable[Entry]) -> None:
        """Set entries, each apart from the one before."""
        self._cursor.beginEditBlock()
        for number, entry in enumerate(entries):
            for place, block in enumerate(entry.blocks):
                self._write(block, above=20 if number and not place else 6)
        self._cursor.endEditBlock()

    def _write(self, block: Block, above: int) -> None:
        match block:
            case Heading(text=text, kind=kind):
                weight = 600 if kind == "emphasised" else None
                self._paragraph(above=above).insertText(text, self._format(kind, weight=weight))
            case Text(text=text, kind=kind, tone=tone, label=label):
                cursor = self._paragraph(above=above if not label else max(above, 8))
                if label:
                    cursor.insertText(f"{label}: ", self._format(kind, "ink2", weight=600))
                cursor.insertText(text, self._format(kind, tone))
            case Points(items=items, label=label):
                self._write_points(items, label, above)
            case Levels(anchors=anchors, short=short):
                self._write_levels(anchors, short)
            case Sides():
                self._write_sides(block)

    def _write_points(self, items: Sequence[str], label: str, above: int) -> None:
        if label:
            self._paragraph(above=max(above, 8)).insertText(label, self._format("body", "ink2", weight=600))
        for item in items:
            self._paragraph(above=3, indent=16).insertText(f"•  {item}", self._format())

    def _write_levels(self, anchors: Sequence[str], short: Sequence[str]) -> None:
        table = self._cursor_at_end().insertTable(len(anchors), 2, self._table())
        for level, anchor in enumerate(anchors):
            self._paint_level(table.cellAt(level, 0), level)
            cursor = table.cellAt(level, 1).firstCursorPosition()
            cursor.insertText(anchor, self._format())
            if level < len(short):
                cursor.insertBlock(QTextBlockFormat(), self._format("caption", "ink3"))
                cursor.insertText(short[level])

    def _write_sides(self, sides: Sides) -> None:
        lines = (Line(sides.old, sides.new), *sides.lines)
        table = self._cursor_at_end().insertTable(len(lines), 3, self._table(sides=2))
        for row, line in enumerate(lines):
            if line.level is not None:
                self._paint_level(table.cellAt(row, 0), line.level)
            for column, words in ((1, line.old), (2, line.new)):
                cell = table.cellAt(row, column)
                if line.differs and row:
                    self._fill(cell, "amber_soft" if column == 2 else "sunken")
                cursor = cell.firstCursorPosition()
                if line.label:
                    cursor.insertText(f"{line.label}: ", self._format("body", "ink2", weight=600))
                weight = 600 if not row else None
                cursor.insertText(words or "–", self._format("body", "ink2" if not row else "ink", weight=weight))

    def _paint_level(self, cell: QTextTableCell, level: int) -> None:
        self._fill(cell, f"level.{level}.fill")
        cursor = cell.firstCursorPosition()
        centred = QTextBlockFormat()
        centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor.setBlockFormat(centred)
        cursor.insertText(str(level), self._format("body", f"level.{level}.text", weight=600))

    def _fill(self, cell: QTextTableCell, role: str) -> None:
        painted = cell.format()
        painted.setBackground(QBrush(self._ink.colour(role)))
        cell.setFormat(painted)

    def _table(self, sides: int = 1) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        made.setCellSpacing(self._ink.scaled(3))
        made.setCellPadding(self._ink.scaled(5))
        made.setTopMargin(self._ink.scaled(6))
        made.setBottomMargin(self._ink.scaled(4))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = QTextLength(QTextLength.Type.PercentageLength, 96 / sides)
        first = QTextLength(QTextLength.Type.FixedLength, self._ink.scaled(_LEVEL_WIDTH))
        made.setColumnWidthConstraints([first, *[share] * sides])
        return made

    def _paragraph(self, *, above: int, indent: int = 0) -> QTextCursor:
        """Begin a paragraph; the first one is there already."""
        format_ = QTextBlockFormat()
        format_.setTopMargin(0 if self._is_empty else self._ink.scaled(above))
        format_.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if indent:
            format_.setLeftMargin(self._ink.scaled(indent))
            format_.setTextIndent(-self._ink.scaled(12))
        cursor = self._cursor_at_end()
        if self._is_empty:
            cursor.setBlockFormat(format_)
        else:
            cursor.insertBlock(format_, QTextCharFormat())
        self._is_empty = False
        return cursor

    def _cursor_at_end(self) -> QTextCursor:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        return self._cursor

    def _format(self, kind: str = "body", tone: str = "ink", *, weight: int | None = None) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._ink.font(kind, weight=weight))
        colour: QColor = self._ink.colour(tone)
        made.setForeground(QBrush(colour))
        return made
