"""The steps of a day as a list: one row per step in order, and the end of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from advisor_app.domain.agenda import StepKind, StepState
from advisor_app.ui.pages.agenda.timeline_delegate import ROW, TimelineDelegate
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """What a row says: ``below`` is its second line, in amber where it needs attention. The end has no step."""

    step: str
    time: str
    title: str
    minutes: str = ""
    below: str = ""
    is_amber: bool = False
    kind: StepKind = StepKind.WORK
    state: StepState = StepState.OPEN
    spoken: str = ""


class TimelineModel(QAbstractListModel):
    """The rows. Open steps can be dragged; where one is dropped is told by ``dropped(step, place)``."""

    dropped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TimelineRow] = []

    @property
    def rows(self) -> Sequence[TimelineRow]:
        """All rows in order."""
        return self._rows

    def show_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Replace the rows; equal ones stay as they are."""
        if [row.step for row in rows] != [row.step for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            if row != self._rows[place]:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW else None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self._rows[index.row()]
        if not row.step:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if row.state is StepState.OPEN else flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def moveRows(self, source: _Index, row: int, count: int, target: _Index, child: int) -> bool:
        if count != 1 or source.isValid() or target.isValid() or not 0 <= row < len(self._rows) - 1:
            return False
        child = min(child, len(self._rows) - 1)  # never behind the end of the day
        if not self.beginMoveRows(source, row, row, target, child):
            return False
        moving = self._rows.pop(row)
        place = child - 1 if child > row else child
        self._rows.insert(place, moving)
        self.endMoveRows()
        self.dropped.emit(moving.step, place)
        return True


class Timeline(QListView):
    """Keys: Up and Down look at steps, Alt+Up and Alt+Down move one, + and − change its minutes."""

    chosen = Signal(str)
    moved = Signal(str, int)
    lengthened = Signal(str, int)  # by so many five-minute marks
    edit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TimelineModel(self)
        self._later = QTimer(self)  # its own, so that it goes with the view
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._reveal)
        self.setModel(self.rows)
        self.setItemDelegate(TimelineDelegate(theming, self))
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAccessibleName(self.tr("Schritte des Tages"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        # The list is still handling the drop; what it shows must not be replaced meanwhile.
        self.rows.dropped.connect(self.moved, Qt.ConnectionType.QueuedConnection)
        theming.changed.connect(self._on_theming_changed)

    def show_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Replace the rows; what was chosen and where one had scrolled to stays."""
        chosen, scrolled = self.current_step(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.rows.show_rows(rows)
        self.selectionModel().blockSignals(False)
        self._select(chosen)
        self.verticalScrollBar().setValue(scrolled)

    def mark(self, step: str) -> None:
        """Choose a step without telling anybody."""
        if step != self.current_step():
            self._select(step)
        self._reveal()

    def current_step(self) -> str:
        """The id of the chosen step, empty without one."""
        place = self.currentIndex().row()
        return self.rows.rows[place].step if 0 <= place < len(self.rows.rows) else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.current_step()
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        marks = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
        if step and alt and key in moves:
            self.moved.emit(step, self.currentIndex().row() + moves[key])
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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _reveal(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _select(self, step: str) -> None:
        place = next((place for place, row in enumerate(self.rows.rows) if row.step == step and step), -1)
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.rows.index(place) if place >= 0 else QModelIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and self.rows.rows[current.row()].step:
            self.chosen.emit(self.rows.rows[current.row()].step)

    def _on_theming_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        self._later.start()
