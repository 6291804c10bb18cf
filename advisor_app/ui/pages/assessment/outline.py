"""The left side: dimensions with their progress, and the questions of the dimension one works on."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from advisor_app.domain.catalog import Dimension, Question
from advisor_app.domain.evaluation import Evaluation
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.level_chip import paint_level_chip

_RECORD = Qt.ItemDataRole.UserRole
_WIDEST_NUMBER = "WB8.8"
_Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """Paints dimensions in two lines with a progress bar, questions in one with their chip.

    The view is its parent. It keeps no reference to it: both would wait for the garbage collector with all they show.
    """

    def __init__(self, theming: Theming, view: QTreeView) -> None:
        super().__init__(view)
        self._theming = theming
        self.evaluation: Evaluation | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        record = index.data(_RECORD)
        scale = self._theming.zoom / 100
        if isinstance(record, Dimension):
            metrics = QFontMetricsF(self._theming.font("body", weight=600))
            width = self._width - 44 * scale
            box = metrics.boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), record.title)
            return QSize(100, round(38 * scale + box.height()))
        return QSize(100, round(34 * scale) + (len(self._lines(record)) - 1) * self._line_height)

    @property
    def _width(self) -> int:
        return cast("QTreeView", self.parent()).viewport().width()

    @property
    def _line_height(self) -> int:
        return QFontMetrics(self._theming.font("body", weight=600)).height()

    def _number_width(self) -> float:
        metrics = QFontMetricsF(self._theming.font("body", weight=600, tabular=True))
        return metrics.horizontalAdvance(_WIDEST_NUMBER) + 10 * self._theming.zoom / 100

    def _lines(self, question: Question) -> tuple[str, ...]:
        """The short title in one line or two, measured in bold as when chosen; what is too long ends in an ellipsis."""
        scale = self._theming.zoom / 100
        chip = self._theming.theme.size["level_chip"] * scale
        room = self._width - 4 - chip - 8 * scale - self._number_width() - 8
        metrics = QFontMetricsF(self._theming.font("body", weight=600))
        if metrics.horizontalAdvance(question.short) <= room:
            return (question.short,)
        words = question.short.split()
        count = 1
        while count < len(words) - 1 and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= room:
            count += 1
        lines = (" ".join(words[:count]), " ".join(words[count:]))
        return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines if line)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        record = index.data(_RECORD)
        if self.evaluation is None or record is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if isinstance(record, Dimension):
            self._paint_dimension(painter, rect, record, index)
        else:
            self._paint_question(painter, rect, record, selected=selected, hovered=hovered)
        painter.restore()

    def _paint_dimension(self, painter: QPainter, rect: QRectF, dimension: Dimension, index: _Index) -> None:
        assert self.evaluation is not None  # noqa: S101 — paint() has checked it
        theming = self._theming
        scale = theming.zoom / 100
        if index.row():
            painter.setPen(QPen(theming.colour("line"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
        open_now = bool(index.data(Qt.ItemDataRole.UserRole + 1))
        painter.setFont(theming.font("body", tabular=True))
        painter.setPen(theming.colour("ink2"))
        top = rect.top() + 10 * scale
        painter.drawText(QRectF(rect.left(), top, 36 * scale, 20 * scale), Qt.AlignmentFlag.AlignVCenter, dimension.id)
        painter.setFont(theming.font("body", weight=600))
        painter.setPen(theming.colour("primary" if open_now else "ink"))
        title = QRectF(rect.left() + 38 * scale, top, rect.width() - 44 * scale, rect.height() - 38 * scale)
        painter.drawText(title, int(Qt.TextFlag.TextWordWrap), dimension.title)
        progress = self.evaluation.progress(dimension)
        line = rect.bottom() - 16 * scale
        bar = QRectF(rect.left() + 38 * scale, line - 3 * scale, 52 * scale, 6 * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theming.colour("line"))
        painter.drawRoundedRect(bar, 3, 3)
        if progress.total and progress.done:
            painter.setBrush(theming.colour("primary"))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), bar.width() * progress.done / progress.total, bar.height()), 3, 3
            )
        painter.setFont(theming.font("caption", tabular=True))
        painter.setPen(theming.colour("ink2"))
        words = self.tr("{done} von {total}").format(done=progress.done, total=progress.total)
        counted = QRectF(bar.right() + 8 * scale, line - 10 * scale, 70 * scale, 20 * scale)
        painter.drawText(counted, Qt.AlignmentFlag.AlignVCenter, words)
        mark = QRectF(
            counted.left() + 58 * scale, counted.top(), rect.right() - counted.left() - 58 * scale, 20 * scale
        )
        if progress.unknown:
            painter.setPen(theming.colour("amber"))
            painter.drawText(
                mark, Qt.AlignmentFlag.AlignVCenter, self.tr("{count} unbekannt").format(count=progress.unknown)
            )
        elif progress.total and progress.done == progress.total:
            side = 14 * scale
            icon = theming.icon("check", "success").pixmap(QSize(round(side), round(side)))
            painter.drawPixmap(QPointF(mark.left(), mark.center().y() - side / 2), icon)

    def _paint_question(
        self, painter: QPainter, rect: QRectF, question: Question, *, selected: bool, hovered: bool
    ) -> None:
        assert self.evaluation is not None  # noqa: S101 — paint() has checked it
        theming = self._theming
        scale = theming.zoom / 100
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theming.colour("primary_soft" if selected else "primary_soft_hover"))
            painter.drawRoundedRect(rect.adjusted(-2, 1, -2, -1), 6, 6)
        side = theming.theme.size["level_chip"] * scale
        answer = self.evaluation.answer(question.id)
        chip = QRectF(rect.left() + 4, rect.center().y() - side / 2, side, side)
        paint_level_chip(painter, chip, theming, answer.level, answer.state)
        painter.setFont(theming.font("body", weight=600 if selected else 400, tabular=True))
        painter.setPen(theming.colour("primary" if selected else "ink2"))
        number = QRectF(chip.right() + 8 * scale, rect.top(), self._number_width(), rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, question.id)
        painter.setPen(theming.colour("primary" if selected else "ink"))
        lines = self._lines(question)
        height = self._line_height
        top = rect.center().y() - len(lines) * height / 2
        for index, line in enumerate(lines):
            place = QRectF(number.right(), top + index * height, rect.right() - number.right(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)


class Outline(QTreeView):
    """Dimensions and the questions of the open one; choosing a dimension opens it at its first open question."""

    chosen = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._model = QStandardItemModel(self)
        self._delegate = OutlineDelegate(theming, self)
        self._questions: dict[str, QStandardItem] = {}
        self._dimensions: dict[str, QStandardItem] = {}
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Dimensionen und Fragen"))
        self.clicked.connect(self._on_clicked)
        theming.changed.connect(self._on_theming_changed)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """List the dimensions of an assessment with the questions that are asked now."""
        self._delegate.evaluation = evaluation
        self._model.clear()
        self._questions = {}
        self._dimensions = {}
        for dimension in evaluation.dimensions():
            item = QStandardItem(f"{dimension.id} {dimension.title}")
            item.setData(dimension, _RECORD)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._model.appendRow(item)
            self._dimensions[dimension.id] = item
            for question in evaluation.visible_questions(dimension):
                child = QStandardItem(f"{question.id} {question.short}")
                child.setData(question, _RECORD)
                child.setToolTip(question.short)
                item.appendRow(child)
                self._questions[question.id] = child

    def show_answer(self, question: str) -> None:
        """Show one answer anew, with the progress of its dimension."""
        item = self._questions.get(question)
        if item is not None:
            self.update(item.index())
            self.update(item.parent().index())

    def mark(self, question: str) -> None:
        """Open the question's dimension and select it."""
        item = self._questions.get(question)
        if item is None:
            return
        for dimension in self._dimensions.values():
            is_open = dimension is item.parent()
            dimension.setData(is_open, Qt.ItemDataRole.UserRole + 1)
            self.setExpanded(dimension.index(), is_open)
        self.setCurrentIndex(item.index())
        self.scrollTo(item.index())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Figures and letters answer the question; the view would take them for a search.
        if (
            event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            or event.text().strip()
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theming.colour("paper"))
        painter.end()
        super().paintEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What is behind a row need not be painted with it; the style sheet takes that back when it is applied.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # titles wrap anew

    def _on_clicked(self, index: QModelIndex) -> None:
        record = index.data(_RECORD)
        if isinstance(record, Question):
            self.chosen.emit(record.id)
        elif isinstance(record, Dimension) and self._delegate.evaluation is not None:
            asked = self._delegate.evaluation.visible_questions(record)
            if asked:
                self.chosen.emit(asked[0].id)

    def _on_theming_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
