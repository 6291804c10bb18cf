"""The left side: dimensions with their progress, and the questions of the dimension one works on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QTreeView, QWidget

from advisor_app.domain.evaluation import Evaluation, Progress
from advisor_app.domain.questionnaire import Dimension, Question
from advisor_app.override import override
from advisor_app.ui.pages.assessment.outline_delegate import IS_OPEN, PROGRESS_HEIGHT, RECORD, OutlineDelegate
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.viewport import give_viewport

_Index = QModelIndex | QPersistentModelIndex


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
        self._homes: dict[str, Dimension] = {}
        self._progress: dict[str, Progress] = {}
        self._hovered = QPersistentModelIndex()
        self._exposed = QRect()
        give_viewport(self)
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
        self.entered.connect(self._on_entered)
        theming.changed.connect(self._lay_out)

    def show_evaluation(self, evaluation: Evaluation, *, conceals: bool) -> None:
        """List the dimensions of an assessment with the questions that are asked now.

        ``conceals``: of confidential questions the answer is not shown.
        """
        self._delegate.evaluation = evaluation
        self._delegate.conceals = conceals
        self._delegate.forget_layout()
        self._model.clear()
        self._questions = {}
        self._dimensions = {}
        self._homes = {}
        self._progress = {dimension.id: evaluation.progress(dimension) for dimension in evaluation.dimensions()}
        for dimension in evaluation.dimensions():
            item = QStandardItem(f"{dimension.id} {dimension.title}")
            item.setData(dimension, RECORD)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._model.appendRow(item)
            self._dimensions[dimension.id] = item
            for question in evaluation.visible_questions(dimension):
                child = QStandardItem(f"{question.id} {question.short}")
                child.setData(question, RECORD)
                child.setToolTip(question.short)
                item.appendRow(child)
                self._questions[question.id] = child
                self._homes[question.id] = dimension

    def show_answer(self, question: str) -> None:
        """Show one answer anew, with the progress of its dimension where that is another one."""
        item = self._questions.get(question)
        evaluation = self._delegate.evaluation
        if item is None or evaluation is None:
            return
        self.viewport().update(self._delegate.chip_of(self.visualRect(item.index())))
        dimension = self._homes[question]
        progress = evaluation.progress(dimension)
        if progress != self._progress[dimension.id]:
            self._progress[dimension.id] = progress
            row = self.visualRect(item.parent().index())
            self.viewport().update(row.adjusted(0, row.height() - self._theming.scaled(PROGRESS_HEIGHT), 0, 0))

    def mark(self, question: str) -> None:
        """Open the question's dimension and select it."""
        item = self._questions.get(question)
        if item is None:
            return
        for dimension in self._dimensions.values():
            is_open = dimension is item.parent()
            dimension.setData(is_open, IS_OPEN)
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
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:
        # Two rows are painted with every answer: the style, which has nothing to add, would take as long as they do.
        selected, hovered = index == self.currentIndex(), index == self._hovered
        self._delegate.paint_row(
            painter, options.rect, index, selected=selected, hovered=hovered, exposed=self._exposed
        )

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = QPersistentModelIndex()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._exposed = event.rect()
        if not self.indexAt(event.rect().bottomLeft()).isValid():  # below the last row
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), self._theming.colour("paper"))
            painter.end()
        super().paintEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            # What is behind a row need not be painted with it; a style sheet takes that back when it is applied.
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()  # titles wrap anew

    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = QPersistentModelIndex(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if isinstance(record, Question):
            self.chosen.emit(record.id)
        elif isinstance(record, Dimension) and self._delegate.evaluation is not None:
            asked = self._delegate.evaluation.visible_questions(record)
            if asked:
                self.chosen.emit(asked[0].id)

    def _lay_out(self) -> None:
        self._delegate.forget_layout()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
