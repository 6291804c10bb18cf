"""Paints the rows of the list of cases."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from advisor_app.domain.foundations import DimensionKind
from advisor_app.override import override
from advisor_app.services.portfolio import PortfolioRow
from advisor_app.ui.pages.cases.case_model import ROW, Column
from advisor_app.ui.pages.cases.rows import GroupRow
from advisor_app.ui.pages.cases.wording import CaseWording, CellWords
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.level_chip import paint_level_chip

_Index = QModelIndex | QPersistentModelIndex
_MARGIN = 12
_RIGHT = 4
_EDGE_INSET = 6


class CaseDelegate(QStyledItemDelegate):
    """Two lines per row, chips for modules and levels; a heading spans all columns. The view is its parent."""

    def __init__(self, theming: Theming, wording: CaseWording, view: QTableView) -> None:
        super().__init__(view)
        self._theming = theming
        self.wording = wording
        self.hovered_row = -1

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        place: QRect = option.rect
        painter.save()
        if isinstance(row, GroupRow):
            self._paint_heading(painter, place, row)
        else:
            # The option knows it too, but tells it in the words of the style, which take five milliseconds to load.
            selected = cast("QTableView", self.parent()).selectionModel().isSelected(index)
            self._paint_ground(painter, place, index, selected=selected)
            left = self._theming.scaled(_MARGIN)
            self._paint_cell(
                painter, place.adjusted(left, 0, -_RIGHT, 0), row, Column(index.column()), selected=selected
            )
        painter.restore()

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        row = index.data(ROW)
        words = ""
        if isinstance(row, PortfolioRow):
            words = self.cut_words(row, Column(index.column()), option.rect.width())
        if not words:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), words, view)
        return True

    def cut_words(self, row: PortfolioRow, column: Column, width: int) -> str:
        """All that a cell says, in a line each, where it is too long for a width; else empty."""
        theming = self._theming
        match column:
            case Column.COMMUNE:
                words, first = self.wording.commune(row), theming.font("body", weight=600, tabular=True)
            case Column.NEXT_DATE:
                words, first = self.wording.next_date(row), theming.font("body", weight=600, tabular=True)
            case Column.MISSING:
                words, first = self.wording.missing(row), theming.font("caption", weight=600)
            case _:
                return ""
        room = width - theming.scaled(_MARGIN) - _RIGHT
        if words.icon:
            room -= round(theming.size("icon") * 0.85) + theming.scaled(7)
        lines = ((words.first, first), (words.second, theming.font("caption", tabular=True)))
        if all(QFontMetrics(font).horizontalAdvance(line) <= room for line, font in lines):
            return ""
        return "\n".join(line for line, _font in lines if line)

    def _paint_heading(self, painter: QPainter, place: QRect, row: GroupRow) -> None:
        theming = self._theming
        painter.fillRect(place, theming.colour("ground"))
        painter.setPen(theming.colour("line"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        words = self.wording.group(row.group)
        room = place.adjusted(theming.scaled(_MARGIN), 0, 0, 0)
        painter.setPen(theming.colour("ink2"))
        painter.setFont(theming.font("caption", weight=600))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        room.adjust(painter.fontMetrics().horizontalAdvance(words) + theming.scaled(8), 0, 0, 0)
        painter.setPen(theming.colour("ink3"))
        painter.setFont(theming.font("caption", tabular=True))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(row.count))

    def _paint_ground(self, painter: QPainter, place: QRect, index: _Index, *, selected: bool) -> None:
        hovered = index.row() == self.hovered_row
        role = "primary_soft" if selected else "primary_soft_hover" if hovered else "paper"
        painter.fillRect(place, self._theming.colour(role))
        if index.row() < index.model().rowCount() - 1:  # below the last row runs the frame
            painter.setPen(self._theming.colour("line"))
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        if selected and index.column() == 0:
            self._paint_edge(painter, place)

    def _paint_edge(self, painter: QPainter, place: QRect) -> None:
        """The mark of the chosen row; it stays clear of the frame's round corners."""
        edge = round(self._theming.theme.line["selected_row_edge"])
        inset = self._theming.scaled(_EDGE_INSET)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theming.colour("primary"))
        bar = QRectF(place.left() + 1, place.top() + inset, edge, place.height() - 2 * inset)
        painter.drawRoundedRect(bar, edge / 2, edge / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_cell(self, painter: QPainter, room: QRect, row: PortfolioRow, column: Column, *, selected: bool) -> None:
        match column:
            case Column.COMMUNE:
                self._paint_lines(painter, room, self.wording.commune(row), weight=600)
            case Column.MODULES:
                self._paint_modules(painter, room, row)
            case Column.STATE:
                words = self.wording.state(row)
                tone = "primary" if selected else words.tone
                self._paint_words(
                    painter, room, CellWords(first=words.first, icon=words.icon, tone=tone), strong=selected
                )
            case Column.NEXT_DATE:
                words = self.wording.next_date(row)
                self._paint_lines(painter, room, words, weight=600 if words.tone else 400)
            case Column.LEVELS:
                self._paint_levels(painter, room, row)
            case Column.MISSING:
                words = self.wording.missing(row)
                self._paint_words(painter, room, words, kind="caption", strong=words.tone == "amber")

    def _paint_lines(self, painter: QPainter, room: QRect, words: CellWords, weight: int) -> None:
        theming = self._theming
        first = theming.font("body", weight=weight, tabular=True)
        second = theming.font("caption", tabular=True)
        heights = (QFontMetrics(first).height(), QFontMetrics(second).height())
        top = room.top() + (room.height() - sum(heights)) // 2
        painter.setPen(theming.colour(words.tone or "ink"))
        self._paint_line(painter, QRect(room.left(), top, room.width(), heights[0]), words.first, first)
        painter.setPen(theming.colour("ink3"))
        self._paint_line(painter, QRect(room.left(), top + heights[0], room.width(), heights[1]), words.second, second)

    def _paint_words(
        self, painter: QPainter, room: QRect, words: CellWords, kind: str = "body", *, strong: bool = False
    ) -> None:
        theming = self._theming
        role = words.tone or ("ink2" if kind == "body" else "ink")
        if words.icon:
            side = theming.size("icon") if kind == "body" else round(theming.size("icon") * 0.85)
            icon = QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
            theming.icon(words.icon, role).paint(painter, icon)
            room = room.adjusted(side + theming.scaled(7), 0, 0, 0)
        painter.setPen(theming.colour(role))
        self._paint_line(painter, room, words.first, theming.font(kind, weight=600 if strong else None))

    @staticmethod
    def _paint_line(painter: QPainter, room: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_modules(self, painter: QPainter, room: QRect, row: PortfolioRow) -> None:
        """One chip per module, side by side, or in two lines where there is no room for that."""
        theming = self._theming
        font = theming.font("caption", weight=600)
        metrics = QFontMetrics(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        gap = theming.scaled(5)
        widths = [metrics.horizontalAdvance(module) + theming.scaled(10) for module in row.modules]
        fits = sum(widths) + gap * (len(widths) - 1) <= room.width()
        in_line = len(widths) if fits else -(-len(widths) // 2)
        height = metrics.height() + theming.scaled(4 if fits else 1)
        top = room.center().y() - (height // 2 if fits else height + theming.scaled(1))
        left = room.left()
        for place, (module, width) in enumerate(zip(row.modules, widths, strict=True)):
            if place == in_line:
                left, top = room.left(), top + height + theming.scaled(2)
            box = QRectF(left + 0.5, top + 0.5, width, height)
            painter.setPen(QPen(theming.colour("line_strong"), 1))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(theming.colour("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, module)
            left += width + gap

    def _paint_levels(self, painter: QPainter, room: QRect, row: PortfolioRow) -> None:
        theming = self._theming
        scores = [score for score in row.scores if score.kind is DimensionKind.CROSS_CUTTING]
        if not any(score.level is not None for score in scores):
            painter.setPen(theming.colour("ink3"))
            self._paint_line(painter, room, self.wording.levels(row) if row.modules else "", theming.font("caption"))
            return
        side = round(theming.size("level_chip") * 0.86)
        left = room.left()
        for score in scores:
            box = QRectF(left, room.center().y() - side // 2, side, side)
            if score.level is None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theming.colour("line_strong"), 1, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            else:
                paint_level_chip(painter, box, theming, score.level)
            left += side + theming.scaled(2)
        painter.setPen(theming.colour("ink2"))
        font = theming.font("body", tabular=True)
        self._paint_line(
            painter, room.adjusted(left - room.left() + theming.scaled(10), 0, 0, 0), self.wording.score(row), font
        )
