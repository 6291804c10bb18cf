"""Paints the cells of the timeline: time, mark on the line of the day, title, and below it what is known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from advisor_app.domain.agenda import StepKind, StepState
from advisor_app.override import override
from advisor_app.ui.pages.agenda.clock_reading import Tone
from advisor_app.ui.pages.agenda.timeline_mark import paint_mark
from advisor_app.ui.pages.agenda.timeline_model import CELL, ROW, TimelineCell, TimelineRow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.broken_lines import lines_of

_BETWEEN = " · "
_BESIDE_TIME = 100  # room a title needs to stand beside time and mark; in less the time goes below the mark
_TONES = {Tone.CALM: "ink2", Tone.AMBER: "amber", Tone.ERROR: "error"}
_GROUNDS = {Tone.AMBER: "amber_soft", Tone.ERROR: "error_soft"}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """A step has its title and a line below it, a gap or an overlap one; what is too long goes on in further lines.

    What is chosen has a soft ground and a bar at its edge.

    ``stretched`` is the step whose edge is dragged, with its minutes there.
    """

    def __init__(self, theming: Theming, language: str, parent: QWidget) -> None:
        """``language`` (``de``): that of the words; one that is wider than its cell is broken as it says."""
        super().__init__(parent)
        self._theming = theming
        self._language = language
        self.stretched: tuple[str, int] | None = None
        self._width = theming.scaled(284)
        self._is_narrow = False

    def fit(self, width: int) -> None:
        """Lay rows out for a width in pixels."""
        beside = self._time_width() + self._theming.scaled(4 + 22 + 6 + 10)
        self._width, self._is_narrow = width, width - beside < self._theming.scaled(_BESIDE_TIME)

    @property
    def gutter(self) -> int:
        """Width of the column of times and marks, in pixels."""
        if self._is_narrow:
            return self._time_width() + self._theming.scaled(4)
        return self._time_width() + self._theming.scaled(4 + 22 + 6)

    def height_of(self, row: TimelineRow) -> int:
        """Height of a row, in pixels; a cell that fills several rows shares its lines out among them."""
        return max(-(-self._height_of(cell, len(row.cells)) // cell.rows) for cell in row.cells if cell is not None)

    def _height_of(self, cell: TimelineCell, lanes: int) -> int:
        title = QFontMetrics(self._theming.font("body")).height()
        below = QFontMetrics(self._theming.font("caption")).height()
        if cell.icon:
            return len(self._finding_lines(cell)) * below + self._theming.scaled(10)
        column = (self._width - self.gutter) // lanes
        room = column - self._theming.scaled(10 if lanes == 1 else 8 + 4 + 10)
        lower = len(self._below_lines(cell, room)[1])
        if cell.step or self._is_narrow:  # a step keeps its second line, and the time stands there where it is narrow
            lower = max(lower, 1)
        return len(self._title_lines(cell, room)) * title + lower * below + self._theming.scaled(14)

    def _title_lines(self, cell: TimelineCell, room: int) -> list[str]:
        # The bold face is measured whatever is chosen, so that choosing never changes a row's height.
        room -= self._theming.scaled(18) if cell.is_pinned else 0
        return lines_of(cell.title, self._theming.font("body", weight=600), room, self._language)

    def _below_lines(self, cell: TimelineCell, room: int) -> tuple[str, list[str]]:
        """The minutes, where they stand before it in one line, and the lines of what else is known."""
        font, minutes = self._theming.font("caption", tabular=True), self._minutes(cell)
        if not cell.below:
            return "", lines_of(minutes, font, room, self._language) if minutes else []
        shown = f"{minutes}{_BETWEEN}" if minutes else ""
        if QFontMetrics(font).horizontalAdvance(shown + cell.below) > room:
            shown = ""  # what needs attention first; the length stands beside the step
        return shown, [cell.below] if shown else lines_of(cell.below, font, room, self._language)

    def _finding_lines(self, cell: TimelineCell) -> list[str]:
        font = self._theming.font("caption", weight=600, tabular=True)
        room = self._width - self._finding_inset - self._theming.scaled(10 + 28 + 8)
        return lines_of(cell.title, font, room, self._language)

    @property
    def _finding_inset(self) -> int:
        return self._theming.scaled(8) if self._is_narrow else self.gutter - self._theming.scaled(6)

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
        return QFontMetrics(self._time_font()).horizontalAdvance("00:00") + self._theming.scaled(
            14 if self._is_narrow else 22
        )

    def _time_font(self) -> QFont:
        return self._theming.font("caption" if self._is_narrow else "body", tabular=True)

    def _mark(self, rect: QRect) -> QRectF:
        side = self._theming.scaled(22)
        left: float = rect.left() + self._time_width() + self._theming.scaled(4)
        if self._is_narrow:  # above the time
            left = rect.left() + self._theming.scaled(10) + (self._time_width() - self._theming.scaled(14) - side) / 2
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
        place = QRect(rect.left() + theming.scaled(10), line.top(), self._time_width(), line.height())
        if self._is_narrow:
            place.moveTop(line.bottom() + theming.scaled(2))
        below = place.bottom() if self._is_narrow else mark.bottom() + 2
        if not is_last and below < rect.bottom():
            painter.drawLine(QPointF(middle, below), QPointF(middle, rect.bottom() + 1))
        painter.setFont(self._time_font())
        skipped = only is not None and only.state is StepState.SKIPPED
        painter.setPen(theming.colour("ink3" if skipped else "ink2"))
        painter.drawText(place, _LEFT, row.time)
        paint_mark(painter, mark, row, theming)

    def _paint_finding(self, painter: QPainter, rect: QRect, cell: TimelineCell) -> None:
        theming = self._theming
        painter.setFont(theming.font("caption", weight=600, tabular=True))
        place = rect.adjusted(self._finding_inset, theming.scaled(2), -theming.scaled(10), -theming.scaled(2))
        lines = self._finding_lines(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theming.colour(_GROUNDS[cell.tone]))
        radius = place.height() / 2 / len(lines)
        painter.drawRoundedRect(place, radius, radius)
        side = theming.scaled(14)
        icon = QRect(place.left() + theming.scaled(8), place.center().y() - side // 2, side, side)
        theming.icon(cell.icon, _TONES[cell.tone]).paint(painter, icon)
        painter.setPen(theming.colour(_TONES[cell.tone]))
        words = place.adjusted(theming.scaled(28), 0, -theming.scaled(8), 0)
        painter.drawText(words, _LEFT, "\n".join(lines))

    def _paint_words(self, painter: QPainter, rect: QRect, cell: TimelineCell, *, chosen: bool) -> None:
        theming, line = self._theming, self._line(rect)
        end = rect.right() - theming.scaled(10)
        font, role = self._title_style(cell, chosen=chosen)
        if cell.is_pinned:
            side = theming.scaled(14)
            theming.icon("pin", "ink2").paint(painter, QRect(end - side, line.center().y() - side // 2, side, side))
        painter.setFont(font)
        painter.setPen(theming.colour(role))
        room = end - line.left()
        for text in self._title_lines(cell, room):
            painter.drawText(line, _LEFT, text)
            line.translate(0, line.height())
        painter.setFont(theming.font("caption", tabular=True))
        below = QRect(line.left(), line.top(), room, painter.fontMetrics().height())
        shown, lines = self._below_lines(cell, room)
        if shown:
            painter.setPen(theming.colour("ink3"))
            painter.drawText(below, _LEFT, shown)
            below.setLeft(below.left() + painter.fontMetrics().horizontalAdvance(shown))
        painter.setPen(theming.colour(_TONES[cell.tone] if cell.below else "ink3"))
        for text in lines:
            painter.drawText(below, _LEFT, text)
            below.translate(0, below.height())

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
