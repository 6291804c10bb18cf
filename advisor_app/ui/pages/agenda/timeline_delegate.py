"""Paints the cells of the timeline: time, mark on the line of the day, title, and below it what is known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from advisor_app.domain.agenda import StepKind, StepState
from advisor_app.ui.pages.agenda.clock_reading import Tone
from advisor_app.ui.pages.agenda.timeline_mark import paint_mark
from advisor_app.ui.pages.agenda.timeline_model import CELL, ROW, TimelineCell, TimelineRow
from advisor_app.ui.shell.theming import Theming

_BETWEEN = " · "
_TONES = {Tone.CALM: "ink2", Tone.AMBER: "amber", Tone.ERROR: "error"}
_GROUNDS = {Tone.AMBER: "amber_soft", Tone.ERROR: "error_soft"}
_Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """A step has two lines, a gap or an overlap one. What is chosen has a soft ground and a bar at its edge.

    ``stretched`` is the step whose edge is dragged, with its minutes there.
    """

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self.stretched: tuple[str, int] | None = None

    @property
    def gutter(self) -> int:
        """Width of the column of times and marks, in pixels."""
        return self._time_width() + self._theming.scaled(4 + 22 + 6)

    def height_of(self, row: TimelineRow) -> int:
        """Height of a row, in pixels."""
        title = QFontMetrics(self._theming.font("body")).height()
        below = QFontMetrics(self._theming.font("caption")).height()
        only = row.only
        if only is None or only.step:
            return title + below + self._theming.scaled(14)
        if only.icon:
            return below + self._theming.scaled(10)
        return title + self._theming.scaled(14) + (below if only.below else 0)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._theming.scaled(120), self.height_of(index.data(ROW)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: TimelineRow = index.data(ROW)
        cell: TimelineCell | None = index.data(CELL)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == 0:
            if cell is not None and cell.step:
                self._paint_ground(painter, rect, option.state)
            self._paint_gutter(painter, rect, row, is_first=index.row() == 0)
        elif cell is not None:
            rect = rect.adjusted(1, 1, -self._theming.scaled(4), -1)
            self._paint_card(painter, rect, option.state)
        if cell is not None and cell.icon:
            self._paint_finding(painter, rect, cell)
        elif cell is not None:
            inset = self.gutter if index.column() == 0 else self._theming.scaled(8)
            self._paint_words(painter, rect.adjusted(inset, 0, 0, 0), cell, chosen=chosen)
        painter.restore()

    def _line(self, rect: QRect) -> QRect:
        """The first line of a cell."""
        height = QFontMetrics(self._theming.font("body")).height()
        return QRect(rect.left(), rect.top() + self._theming.scaled(6), rect.width(), height)

    def _time_width(self) -> int:
        metrics = QFontMetrics(self._theming.font("body", tabular=True))
        return metrics.horizontalAdvance("00:00") + self._theming.scaled(22)

    def _mark(self, rect: QRect) -> QRectF:
        side = self._theming.scaled(22)
        left = rect.left() + self._time_width() + self._theming.scaled(4)
        return QRectF(left, self._line(rect).center().y() + 1 - side / 2, side, side)

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

    def _paint_card(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """What runs beside something else stands in a frame."""
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "primary_soft" if selected else "primary_soft_hover" if hovered else "paper"
        painter.setPen(QPen(self._theming.colour("primary" if selected else "line"), 2 if selected else 1))
        painter.setBrush(self._theming.colour(ground))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_gutter(self, painter: QPainter, rect: QRect, row: TimelineRow, *, is_first: bool) -> None:
        theming, mark, only = self._theming, self._mark(rect), row.only
        is_last = only is not None and not only.step and not only.icon
        line = self._line(rect)
        painter.setPen(QPen(theming.colour("line"), max(1, theming.scaled(1))))
        middle = mark.center().x()
        if not row.time:  # a gap, an overlap, a further row of a parallel block
            painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, rect.bottom() + 1))
            return
        if not is_first:
            painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, mark.top() - 2))
        if not is_last:
            painter.drawLine(QPointF(middle, mark.bottom() + 2), QPointF(middle, rect.bottom() + 1))
        painter.setFont(theming.font("body", tabular=True))
        skipped = only is not None and only.state is StepState.SKIPPED
        painter.setPen(theming.colour("ink3" if skipped else "ink2"))
        place = QRect(rect.left() + theming.scaled(10), line.top(), self._time_width(), line.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), row.time)
        paint_mark(painter, mark, row, theming)

    def _paint_finding(self, painter: QPainter, rect: QRect, cell: TimelineCell) -> None:
        theming = self._theming
        painter.setFont(theming.font("caption", weight=600, tabular=True))
        place = rect.adjusted(
            self.gutter - theming.scaled(6), theming.scaled(2), -theming.scaled(10), -theming.scaled(2)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theming.colour(_GROUNDS[cell.tone]))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        side = theming.scaled(14)
        icon = QRect(place.left() + theming.scaled(8), place.center().y() - side // 2, side, side)
        theming.icon(cell.icon, _TONES[cell.tone]).paint(painter, icon)
        painter.setPen(theming.colour(_TONES[cell.tone]))
        self._paint_line(painter, place.adjusted(theming.scaled(28), 0, -theming.scaled(8), 0), cell.title)

    def _paint_words(self, painter: QPainter, rect: QRect, cell: TimelineCell, *, chosen: bool) -> None:
        theming, line = self._theming, self._line(rect)
        end = rect.right() - theming.scaled(10)
        font, role = self._title_style(cell, chosen=chosen)
        if cell.is_pinned:
            side = theming.scaled(14)
            theming.icon("pin", "ink2").paint(painter, QRect(end - side, line.center().y() - side // 2, side, side))
        painter.setFont(font)
        painter.setPen(theming.colour(role))
        room = end - line.left() - (theming.scaled(18) if cell.is_pinned else 0)
        self._paint_line(painter, QRect(line.left(), line.top(), room, line.height()), cell.title)
        painter.setFont(theming.font("caption", tabular=True))
        below = QRect(line.left(), line.bottom() + 1, end - line.left(), painter.fontMetrics().height())
        minutes = self._minutes(cell)
        shown = f"{minutes}{_BETWEEN}" if cell.below else minutes
        if painter.fontMetrics().horizontalAdvance(shown + cell.below) > below.width() and cell.below:
            shown = ""  # what needs attention first; the length stands beside the step
        if shown:
            painter.setPen(theming.colour("ink3"))
            self._paint_line(painter, below, shown)
            below.setLeft(below.left() + painter.fontMetrics().horizontalAdvance(shown))
        if cell.below:
            painter.setPen(theming.colour(_TONES[cell.tone]))
            self._paint_line(painter, below, cell.below)

    def _minutes(self, cell: TimelineCell) -> str:
        if self.stretched is None or self.stretched[0] != cell.step or self.stretched[1] == cell.length:
            return cell.minutes
        return self.tr("{before} → {after} min").format(before=cell.length, after=self.stretched[1])

    def _title_style(self, cell: TimelineCell, *, chosen: bool) -> tuple[QFont, str]:
        is_work = cell.kind is StepKind.WORK and bool(cell.step)
        font = self._theming.font("body", weight=600 if chosen or cell.state is StepState.RUNNING else None)
        if cell.state is StepState.SKIPPED:
            font.setStrikeOut(True)
            return font, "ink3"
        if chosen or cell.state is StepState.RUNNING:
            return font, "primary"
        return font, "ink" if is_work and cell.state is StepState.OPEN else "ink2"

    @staticmethod
    def _paint_line(painter: QPainter, place: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
