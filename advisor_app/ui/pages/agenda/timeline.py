"""The steps of a day below each other, parallel ones side by side: chosen, dragged, stretched by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from advisor_app.domain.agenda import StepState
from advisor_app.override import override
from advisor_app.ui.pages.agenda.timeline_delegate import TimelineDelegate
from advisor_app.ui.pages.agenda.timeline_drag import DropPlace, TimelineDrag, place_of
from advisor_app.ui.pages.agenda.timeline_model import TimelineModel, TimelineRow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce

_EDGE = 5
_MARK_HEIGHT = 8


class Timeline(QTableView):
    """Keys: arrows look at steps, + and − change the minutes of one; the page has those that move it.

    The mouse drags a step to another place, and its lower edge to another length; Esc leaves it as it was.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    lengthening = Signal(str, int)  # would be, by so many five-minute marks
    lengthened = Signal(str, int)
    edit_wanted = Signal(str)
    removal_wanted = Signal(str)
    grown = Signal()  # rows are of another height
    revealed = Signal(QRect)  # where the chosen step stands

    def __init__(self, theming: Theming, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._order: tuple[str, ...] = ()
        self._pressed: TimelineDrag | None = None
        self._drag: TimelineDrag | None = None
        self._drop: DropPlace | None = None
        self._marks = 0
        self.rows = TimelineModel()
        self.rows.setParent(self)
        self._later = QTimer(self)  # its own, so that it goes with the view
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._reveal)
        self.setModel(self.rows)
        self.setItemDelegate(TimelineDelegate(theming, language, self))
        self._set_up()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theming.changed.connect(self._on_theming_changed)

    def show_rows(self, rows: Sequence[TimelineRow], order: Sequence[str]) -> None:
        """Replace the rows; ``order``: the steps as the day has them. What was chosen and scrolled to stays."""
        chosen, scrolled = self.current_step(), self.verticalScrollBar().value()
        before = self.rows.rows
        self._order = tuple(order)
        self.selectionModel().blockSignals(True)
        is_new = self.rows.show_rows(rows)
        if is_new:
            self._span()
        self.selectionModel().blockSignals(False)
        if is_new or [row_lines(row) for row in before] != [row_lines(row) for row in rows]:
            self._fit_rows()
        self._select(chosen)
        self.verticalScrollBar().setValue(scrolled)

    def show_length(self, step: str, minutes: int) -> None:
        """Show how long the step would be whose edge is dragged."""
        self._delegate().stretched = (step, minutes)
        self.viewport().update()
        announce(self, self.tr("{minutes} Minuten").format(minutes=minutes))

    def mark(self, step: str) -> None:
        """Choose a step without telling anybody."""
        if step != self.current_step():
            self._select(step)
        self._reveal()

    def current_step(self) -> str:
        """The id of the chosen step, empty without one."""
        cell = self.rows.cell_at(self.currentIndex())
        return cell.step if cell is not None else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.current_step()
        key = Qt.Key(event.key())
        marks = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
        if key is Qt.Key.Key_Escape and self._pressed is not None:
            self._end_drag()
        elif step and key in marks:
            self.lengthened.emit(step, marks[key])
        elif step and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_wanted.emit(step)
        elif step and key is Qt.Key.Key_Delete:
            self.removal_wanted.emit(step)
        elif event.text().strip():
            event.ignore()  # letters are keys of the page, not a search
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        lanes = {self.CursorAction.MoveLeft: -1, self.CursorAction.MoveRight: 1}.get(cursorAction, 0)
        if lanes:
            index = self.rows.beside(self.currentIndex(), lanes)
            return index if index.isValid() else self.currentIndex()
        return super().moveCursor(cursorAction, modifiers)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._grip(event.position().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        pressed = self._pressed
        if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            grip = self._grip(place)
            shape = Qt.CursorShape.SizeVerCursor if grip is not None and grip.stretches else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            super().mouseMoveEvent(event)
            return
        if self._drag is None and abs(place.y() - pressed.y) >= QApplication.startDragDistance():
            self._drag = pressed
            shape = Qt.CursorShape.SizeVerCursor if pressed.stretches else Qt.CursorShape.ClosedHandCursor
            self.viewport().setCursor(shape)
        if self._drag is not None:
            self._follow(self._drag, place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, drop, marks = self._drag, self._drop, self._marks
        self._end_drag()
        super().mouseReleaseEvent(event)
        if drag is None:
            return
        if drag.stretches and marks:
            self.lengthened.emit(drag.step, marks)
        elif drop is not None:
            self.moved.emit(drag.step, place_of(self._order, drag.step, drop))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theming.colour("primary"), self._theming.scaled(2)))
        painter.setBrush(self._theming.colour("paper"))
        left, radius = self._theming.scaled(10), self._theming.scaled(3)
        painter.drawLine(left + radius, self._drop.y, self.viewport().width() - radius, self._drop.y)
        painter.drawEllipse(QPoint(left, self._drop.y), radius, radius)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_gutter()
            self._fit_rows()
        self._later.start()

    def _set_up(self) -> None:
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Schritte des Tages"))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)

    def _span(self) -> None:
        self.clearSpans()
        for row, column, rows, columns in self.rows.spans():
            self.setSpan(row, column, rows, columns)
        header = self.horizontalHeader()
        for column in range(1, self.rows.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._fit_gutter()

    def _fit_gutter(self) -> None:
        self._delegate().fit(self.viewport().width())
        if self.rows.columnCount() > 1:
            self.setColumnWidth(0, self._delegate().gutter)

    def _fit_rows(self) -> None:
        delegate = self._delegate()
        for place, row in enumerate(self.rows.rows):
            self.setRowHeight(place, delegate.height_of(row))
        self.grown.emit()

    def _delegate(self) -> TimelineDelegate:
        delegate = self.itemDelegate()
        assert isinstance(delegate, TimelineDelegate)  # noqa: S101 — set above
        return delegate

    def _grip(self, place: QPoint) -> TimelineDrag | None:
        """What would be dragged from a place: the edge of a step that is not over, an open step; nothing elsewhere."""
        index = self.indexAt(place)
        cell = self.rows.cell_at(index)
        if cell is None or not cell.step:
            return None
        edge = self.visualRect(index).bottom() - place.y() < self._theming.scaled(_EDGE)
        may = {StepState.OPEN} if not edge else {StepState.OPEN, StepState.RUNNING}
        if cell.state not in may:
            return None
        return TimelineDrag(step=cell.step, y=place.y(), stretches=edge)

    def _follow(self, drag: TimelineDrag, place: QPoint) -> None:
        if drag.stretches:
            marks = drag.marks(place.y(), self._theming.scaled(_MARK_HEIGHT))
            if marks != self._marks:
                self._marks = marks
                self.lengthening.emit(drag.step, marks)
        else:
            self._drop = self._drop_at(place)
            self._scroll_near_edges(place)
        self.viewport().update()

    def _drop_at(self, place: QPoint) -> DropPlace | None:
        row = self.rowAt(place.y())
        if row < 0:
            row = self.rows.rowCount() - 1
        shown = self.rows.rows[row]
        if not shown.steps:  # a gap or the end: behind what comes before
            before = next((other for other in reversed(self.rows.rows[:row]) if other.steps), None)
            return self._drop_beside(row, before.steps[-1], is_behind=True, upper=True) if before is not None else None
        index = self.indexAt(place)
        cell = self.rows.cell_at(index)
        rect = self.visualRect(index)
        is_behind = place.y() > rect.center().y()
        if cell is not None and cell.step:
            return DropPlace(
                step=cell.step, is_behind=is_behind, y=rect.bottom() + 1 if is_behind else max(rect.top(), 1)
            )
        return self._drop_beside(row, shown.steps[-1 if is_behind else 0], is_behind=is_behind, upper=not is_behind)

    def _drop_beside(self, row: int, step: str, *, is_behind: bool, upper: bool) -> DropPlace:
        top = self.rowViewportPosition(row)
        return DropPlace(step=step, is_behind=is_behind, y=max(top, 1) if upper else top + self.rowHeight(row))

    def _scroll_near_edges(self, place: QPoint) -> None:
        near = self._theming.scaled(24)
        bar = self.verticalScrollBar()
        if place.y() < near:
            bar.setValue(bar.value() - self._theming.scaled(_MARK_HEIGHT))
        elif place.y() > self.viewport().height() - near:
            bar.setValue(bar.value() + self._theming.scaled(_MARK_HEIGHT))

    def _end_drag(self) -> None:
        self._pressed = self._drag = self._drop = None
        self._marks = 0
        self._delegate().stretched = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _reveal(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            self.revealed.emit(self.visualRect(self.currentIndex()))

    def _select(self, step: str) -> None:
        self.selectionModel().blockSignals(True)
        index = self.rows.index_of(step)
        self.setCurrentIndex(index if index.isValid() else QModelIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        cell = self.rows.cell_at(current)
        if cell is not None and cell.step:
            self.chosen.emit(cell.step)

    def _on_theming_changed(self) -> None:
        self._fit_gutter()
        self._fit_rows()
        self.viewport().update()
        self._later.start()


def row_lines(row: TimelineRow) -> tuple[tuple[str, str, str, bool], ...]:
    """What decides how high a row is."""
    return tuple((cell.title, cell.minutes, cell.below, cell.is_pinned) for cell in row.cells if cell is not None)
