"""Paints the cards of the board."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from advisor_app.override import override
from advisor_app.ui.pages.cases.board_model import CARD, BoardCard
from advisor_app.ui.pages.cases.wording import CaseWording
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_GAP = 8  # between two cards
_ROOM = 10  # within a card


class BoardDelegate(QStyledItemDelegate):
    """The commune, its module, and when it goes on: three lines. The view is its parent."""

    def __init__(self, theming: Theming, wording: CaseWording, view: QListView) -> None:
        super().__init__(view)
        self._theming = theming
        self.wording = wording

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theming = self._theming
        lines = (
            QFontMetrics(theming.font("body", weight=600)).height() + 2 * QFontMetrics(theming.font("caption")).height()
        )
        return QSize(1, lines + 2 * theming.scaled(_ROOM) + theming.scaled(_GAP))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theming, card = self._theming, cast("BoardCard", index.data(CARD))
        selected = cast("QListView", self.parent()).selectionModel().isSelected(index)
        place: QRect = option.rect
        frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -theming.scaled(_GAP) - 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theming.colour("primary" if selected else "line"), 1))
        painter.setBrush(theming.colour("primary_soft" if selected else "paper"))
        radius = theming.scaled(theming.theme.radius["card"])
        painter.drawRoundedRect(frame, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        inner = frame.toRect().adjusted(*(side * theming.scaled(_ROOM) for side in (1, 1, -1, -1)))
        self._paint_lines(painter, inner, card)
        painter.restore()

    def _paint_lines(self, painter: QPainter, room: QRect, card: BoardCard) -> None:
        when, missing = self.wording.next_date(card.row), self.wording.missing(card.row)
        told = missing if missing.tone == "amber" else when
        words = told.first if told is missing or not when.second else f"{when.first} · {when.second}"
        top = room.top()
        for text, kind, weight, role in (
            (card.row.title, "body", 600, "ink"),
            (card.booking.module, "caption", 400, "ink2"),
            (words, "caption", 400, told.tone or "ink2"),
        ):
            font = self._theming.font(kind, weight=weight, tabular=True)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._theming.colour(role))
            line = QRect(room.left(), top, room.width(), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height()
