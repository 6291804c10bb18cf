"""Paints the rows of the timeline: time, mark on the line of the day, title, and below it minutes and what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from advisor_app.domain.agenda import StepKind, StepState
from advisor_app.ui.shell.theming import Theming

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.timeline import TimelineRow

ROW = Qt.ItemDataRole.UserRole
_BETWEEN = " · "
_ICONS = {StepKind.BREAK: "coffee", StepKind.LUNCH: "utensils"}
_Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """A row of two lines, the end of one. What is chosen has a soft ground and a bar at its edge."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: TimelineRow = index.data(ROW)
        height = QFontMetrics(self._theming.font("body")).height() + self._theming.scaled(14)
        if row.step:
            height += QFontMetrics(self._theming.font("caption")).height()
        return QSize(self._theming.scaled(120), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: TimelineRow = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.step:
            self._paint_ground(painter, rect, option.state)
        line = self._line(rect)
        self._paint_time(painter, rect, line, row)
        self._paint_rail(painter, rect, line, is_first=index.row() == 0, is_last=not row.step)
        self._paint_mark(painter, self._mark(rect, line), row)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_words(painter, rect, line, row, chosen=chosen)
        painter.restore()

    def _line(self, rect: QRect) -> QRect:
        """The row's first line."""
        return QRect(
            rect.left(),
            rect.top() + self._theming.scaled(6),
            rect.width(),
            QFontMetrics(self._theming.font("body")).height(),
        )

    def _time_width(self) -> int:
        metrics = QFontMetrics(self._theming.font("body", tabular=True))
        return metrics.horizontalAdvance("00:00") + self._theming.scaled(22)

    def _mark(self, rect: QRect, line: QRect) -> QRectF:
        side = self._theming.scaled(22)
        left = rect.left() + self._time_width() + self._theming.scaled(4)
        return QRectF(left, line.center().y() + 1 - side / 2, side, side)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if not selected and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theming.colour("primary_soft" if selected else "primary_soft_hover"))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        if selected:
            painter.setBrush(self._theming.colour("primary"))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1.5, 1.5)

    def _paint_time(self, painter: QPainter, rect: QRect, line: QRect, row: TimelineRow) -> None:
        painter.setFont(self._theming.font("body", tabular=True))
        painter.setPen(self._theming.colour("ink3" if row.state is StepState.SKIPPED else "ink2"))
        place = QRect(rect.left() + self._theming.scaled(10), line.top(), self._time_width(), line.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), row.time)

    def _paint_rail(self, painter: QPainter, rect: QRect, line: QRect, *, is_first: bool, is_last: bool) -> None:
        mark = self._mark(rect, line)
        painter.setPen(QPen(self._theming.colour("line"), max(1, self._theming.scaled(1))))
        middle = mark.center().x()
        if not is_first:
            painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, mark.top() - 2))
        if not is_last:
            painter.drawLine(QPointF(middle, mark.bottom() + 2), QPointF(middle, rect.bottom() + 1))

    def _paint_mark(self, painter: QPainter, mark: QRectF, row: TimelineRow) -> None:
        theming = self._theming
        icon, role = _ICONS.get(row.kind, ""), "ink2"
        pen, ground = QPen(theming.colour("line_strong"), theming.scaled(1.25)), "paper"
        match row.state:
            case StepState.RUNNING:
                pen, ground, role = QPen(Qt.PenStyle.NoPen), "primary", "on_primary"
            case StepState.DONE:
                pen, ground = QPen(theming.colour("primary"), theming.scaled(1.25)), "primary_soft"
                icon, role = "check", "primary"
            case StepState.SKIPPED:
                pen.setStyle(Qt.PenStyle.DashLine)
                icon, role = "minus", "ink3"
            case StepState.OPEN if not row.step:
                icon = "flag"
            case StepState.OPEN | StepState.INTERRUPTED:
                pass
        painter.setPen(pen)
        painter.setBrush(theming.colour(ground))
        painter.drawEllipse(mark.adjusted(0.75, 0.75, -0.75, -0.75))
        if icon:
            self._paint_icon(painter, mark, icon, role)
        elif row.state is StepState.RUNNING:
            painter.setBrush(theming.colour(role))
            painter.drawEllipse(mark.center(), mark.width() * 0.18, mark.width() * 0.18)

    def _paint_icon(self, painter: QPainter, mark: QRectF, icon: str, role: str) -> None:
        side = round(mark.width() * 0.62)
        place = QRect(0, 0, side, side)
        place.moveCenter(mark.center().toPoint())
        self._theming.icon(icon, role).paint(painter, place)

    def _paint_words(self, painter: QPainter, rect: QRect, line: QRect, row: TimelineRow, *, chosen: bool) -> None:
        theming = self._theming
        begin = round(self._mark(rect, line).right()) + theming.scaled(8)
        end = rect.right() - theming.scaled(10)
        font, role = self._title_style(row, chosen=chosen)
        painter.setFont(font)
        painter.setPen(theming.colour(role))
        self._paint_line(painter, QRect(begin, line.top(), end - begin, line.height()), row.title)
        painter.setFont(theming.font("caption", tabular=True))
        below = QRect(begin, line.bottom() + 1, end - begin, painter.fontMetrics().height())
        painter.setPen(theming.colour("ink3"))
        self._paint_line(painter, below, f"{row.minutes}{_BETWEEN}" if row.below else row.minutes)
        if row.below:
            below.setLeft(begin + painter.fontMetrics().horizontalAdvance(f"{row.minutes}{_BETWEEN}"))
            painter.setPen(theming.colour("amber" if row.is_amber else "ink2"))
            self._paint_line(painter, below, row.below)

    def _title_style(self, row: TimelineRow, *, chosen: bool) -> tuple[QFont, str]:
        is_work = row.kind is StepKind.WORK and bool(row.step)
        font = self._theming.font("body", weight=600 if chosen or row.state is StepState.RUNNING else None)
        if row.state is StepState.SKIPPED:
            font.setStrikeOut(True)
            return font, "ink3"
        if chosen or row.state is StepState.RUNNING:
            return font, "primary"
        return font, "ink" if is_work and row.state is StepState.OPEN else "ink2"

    @staticmethod
    def _paint_line(painter: QPainter, place: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
