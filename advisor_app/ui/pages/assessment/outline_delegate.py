"""How the rows of the outline are painted: dimensions with their progress, questions with their chip.

A chip and the progress of its dimension are painted anew with every answer: of a row only what is exposed is painted,
and what does not change is measured and laid out once.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText, QTransform
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.evaluation import Evaluation, Progress
from advisor_app.domain.questionnaire import Dimension, Question
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.level_chip import paint_level_chip

RECORD = Qt.ItemDataRole.UserRole
IS_OPEN = Qt.ItemDataRole.UserRole + 1
_WIDEST_NUMBER = "WB8.8"
_CHIP_LEFT = 4  # pixels at every size
_MARK = 14  # pixels at 100 %
PROGRESS_HEIGHT = 28  # of the line with the progress, at the bottom of a dimension; pixels at 100 %
_Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """Paints dimensions in two lines with a progress bar, questions in one or two with their chip.

    The view is its parent. It keeps no reference to it: both would wait for the garbage collector with all they show.
    """

    def __init__(self, theming: Theming, view: QTreeView) -> None:
        super().__init__(view)
        self._theming = theming
        self.evaluation: Evaluation | None = None
        self.conceals = False
        self._texts: dict[tuple[str, float, int, bool, float], QStaticText] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        self._chips: dict[tuple[int | None, AnswerState], QPixmap] = {}
        self._chip_side = 0
        self._number_width = 0.0
        self._complete = QPixmap()
        self._lock = QPixmap()

    def forget_layout(self) -> None:
        """Measure anew: the width or the fonts are others, or other questions are listed."""
        self._texts.clear()
        self._lines.clear()
        self._chips.clear()
        self._chip_side = self._theming.size("level_chip")
        metrics = QFontMetricsF(self._theming.font("body", weight=600, tabular=True))
        scale = self._theming.zoom / 100
        self._number_width = metrics.horizontalAdvance(_WIDEST_NUMBER) + 10 * scale
        self._complete, self._lock = (
            self._theming.icon(icon, role).pixmap(
                QSize(round(_MARK * scale), round(_MARK * scale)),
                self._view.devicePixelRatioF(),
            )
            for icon, role in (("check", "success"), ("lock", "ink2"))
        )

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        record = index.data(RECORD)
        scale = self._theming.zoom / 100
        if isinstance(record, Dimension):
            metrics = QFontMetricsF(self._theming.font("body", weight=600))
            width = self._width - 44 * scale
            box = metrics.boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), record.title)
            return QSize(100, round(38 * scale + box.height()))
        height = QFontMetrics(self._theming.font("body", weight=600)).height()
        return QSize(100, round(34 * scale) + (len(self._lines_of(record)) - 1) * height)

    @property
    def _view(self) -> QTreeView:
        return cast("QTreeView", self.parent())

    @property
    def _width(self) -> int:
        return self._view.viewport().width()

    def _lines_of(self, question: Question) -> tuple[str, ...]:
        """The short title in one line or two, measured in bold as when chosen; what is too long ends in an ellipsis."""
        if question.id not in self._lines:
            scale = self._theming.zoom / 100
            room = self._width - _CHIP_LEFT - self._chip_side - 8 * scale - self._number_width - 8
            self._lines[question.id] = _wrapped(
                question.short, QFontMetricsF(self._theming.font("body", weight=600)), room
            )
        return self._lines[question.id]

    def _text(self, text: str, font: QFont, *, tabular: bool = False, width: float = -1) -> QStaticText:
        """A text laid out in a font; wrapped where a width is given."""
        key = (text, font.pointSizeF(), font.weight(), tabular, width)
        laid_out = self._texts.get(key)
        if laid_out is None:
            laid_out = self._texts[key] = QStaticText(text)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.setTextWidth(width)
            laid_out.prepare(QTransform(), font)
        return laid_out

    def chip_of(self, row: QRect) -> QRect:
        """Where in a question's row its chip is."""
        side = self._chip_side
        return QRect(row.left() + _CHIP_LEFT, row.top() + (row.height() - side) // 2, side, side)

    def paint_row(
        self, painter: QPainter, row: QRect, index: _Index, *, selected: bool, hovered: bool, exposed: QRect
    ) -> None:
        """Paint what is exposed of a row; the view asks for that itself, as the style has nothing to add to it."""
        record = index.data(RECORD)
        if self.evaluation is None or record is None:
            return
        rect = QRectF(row)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theming.colour("paper"))
        painter.drawRect(row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(record, Dimension):
            if index.row():
                painter.setPen(QPen(self._theming.colour("line"), 1))
                painter.drawLine(rect.topLeft(), rect.topRight())
            if exposed.top() < rect.bottom() - self._theming.scaled(PROGRESS_HEIGHT):
                self._paint_dimension(painter, rect, record, is_open=bool(index.data(IS_OPEN)))
            self._paint_progress(painter, rect, self.evaluation.progress(record))
        else:
            if selected or hovered:
                painter.setBrush(self._theming.colour("primary_soft" if selected else "primary_soft_hover"))
                painter.drawRoundedRect(rect.adjusted(-2, 1, -2, -1), 6, 6)
            chip = self.chip_of(row)
            self._paint_chip(painter, chip, record, self.evaluation.answer(record.id))
            if not chip.contains(exposed):
                self._paint_title(painter, rect, record, selected=selected)
        painter.restore()

    def _paint_dimension(self, painter: QPainter, rect: QRectF, dimension: Dimension, *, is_open: bool) -> None:
        theming = self._theming
        scale = theming.zoom / 100
        top = rect.top() + 10 * scale
        font = theming.font("body", tabular=True)
        painter.setFont(font)
        painter.setPen(theming.colour("ink2"))
        painter.drawStaticText(QPointF(rect.left(), top), self._text(dimension.id, font, tabular=True))
        font = theming.font("body", weight=600)
        painter.setFont(font)
        painter.setPen(theming.colour("primary" if is_open else "ink"))
        title = self._text(dimension.title, font, width=rect.width() - 44 * scale)
        painter.drawStaticText(QPointF(rect.left() + 38 * scale, top), title)

    def _paint_progress(self, painter: QPainter, rect: QRectF, progress: Progress) -> None:
        theming = self._theming
        scale = theming.zoom / 100
        line = rect.bottom() - 16 * scale
        font = theming.font("caption", tabular=True)
        words = self.tr("{done} von {total}").format(done=progress.done, total=progress.total)
        beside = self._text(words, font, tabular=True).size().width() + 8 * scale
        wide = max(0.0, min(52 * scale, rect.width() - 38 * scale - beside))  # the bar gives way, not the words
        bar = QRectF(rect.left() + 38 * scale, line - 3 * scale, wide, 6 * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theming.colour("line"))
        painter.drawRoundedRect(bar, 3, 3)
        if progress.total and progress.done:
            painter.setBrush(theming.colour("primary"))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), bar.width() * progress.done / progress.total, bar.height()), 3, 3
            )
        painter.setFont(font)
        painter.setPen(theming.colour("ink2"))
        left = self._draw_beside(painter, QPointF(bar.right() + 8 * scale, line), words, font)
        left = max(left + 8 * scale, bar.right() + 66 * scale)
        if progress.unknown:
            painter.setPen(theming.colour("amber"))
            words = self.tr("{count} unbekannt").format(count=progress.unknown)
            self._draw_beside(painter, QPointF(left, line), words, font)
        elif progress.total and progress.done == progress.total:
            painter.drawPixmap(QPointF(left, line - _MARK * scale / 2), self._complete)

    def _draw_beside(self, painter: QPainter, middle: QPointF, text: str, font: QFont) -> float:
        """Draw a line whose left end has its middle there; returns where it ends."""
        laid_out = self._text(text, font, tabular=True)
        size = laid_out.size()
        painter.drawStaticText(QPointF(middle.x(), middle.y() - size.height() / 2), laid_out)
        return middle.x() + size.width()

    def _paint_chip(self, painter: QPainter, chip: QRect, question: Question, answer: Answer) -> None:
        if self.conceals and question.confidential:
            side = _MARK * self._theming.zoom / 100
            mark = QRectF(0, 0, side, side)
            mark.moveCenter(QRectF(chip).center())
            painter.drawPixmap(mark.topLeft(), self._lock)
        else:
            painter.drawPixmap(chip.topLeft(), self._chip(answer.level, answer.state))

    def _chip(self, level: int | None, state: AnswerState) -> QPixmap:
        """The picture of a chip: each is painted once."""
        key = (level, state if level is None else AnswerState.ANSWERED)
        if key not in self._chips:
            ratio, side = self._view.devicePixelRatioF(), self._chip_side
            picture = QPixmap(QSize(side, side) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_level_chip(painter, QRectF(0, 0, side, side), self._theming, *key)
            painter.end()
            self._chips[key] = picture
        return self._chips[key]

    def _paint_title(self, painter: QPainter, rect: QRectF, question: Question, *, selected: bool) -> None:
        theming = self._theming
        middle = rect.center().y()
        font = theming.font("body", weight=600 if selected else 400, tabular=True)
        painter.setFont(font)
        painter.setPen(theming.colour("primary" if selected else "ink2"))
        left = rect.left() + _CHIP_LEFT + self._chip_side + 8 * theming.zoom / 100
        self._draw_beside(painter, QPointF(left, middle), question.id, font)
        painter.setPen(theming.colour("primary" if selected else "ink"))
        lines = [self._text(line, font, tabular=True) for line in self._lines_of(question)]
        top = middle - sum(line.size().height() for line in lines) / 2
        for line in lines:
            painter.drawStaticText(QPointF(left + self._number_width, top), line)
            top += line.size().height()


def _wrapped(title: str, metrics: QFontMetricsF, room: float) -> tuple[str, ...]:
    if metrics.horizontalAdvance(title) <= room:
        return (title,)
    words = title.split()
    count = 1
    while count < len(words) - 1 and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= room:
        count += 1
    lines = (" ".join(words[:count]), " ".join(words[count:]))
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines if line)
