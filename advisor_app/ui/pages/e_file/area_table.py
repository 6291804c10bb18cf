"""The table of functional areas: one key says state or need, the arrows go on."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from advisor_app.domain.e_file import AreaState, JudgedArea, Need
from advisor_app.override import override
from advisor_app.ui.pages.e_file.area_model import AreaModel, Column
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {Column.NUMBER: 40, Column.STATE: 84, Column.NEED: 68, Column.GAP: 96, Column.RESPONSIBLE: 116}
_NARROWEST_AREA = 150
_ROW = 32
_LEAST_ROWS = 6
_STATES = {Qt.Key.Key_N: AreaState.NO, Qt.Key.Key_T: AreaState.PARTLY, Qt.Key.Key_J: AreaState.YES}
_NEEDS = {Qt.Key.Key_M: Need.MUST, Qt.Key.Key_S: Need.SHOULD, Qt.Key.Key_K: Need.COULD}


class AreaTable(QTableView):
    """``judged(attribute, value)`` says something about the chosen area, ``chosen`` that another one is."""

    judged = Signal(str, object)
    chosen = Signal()

    def __init__(self, theming: Theming, model: AreaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.areas = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("Funktionsbereiche"))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(Column.AREA, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(theming.scaled(_WIDTHS[Column.NUMBER]))
        theming.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> JudgedArea | None:
        """The chosen area."""
        return self.areas.area_at(self.currentIndex().row())

    def go_to(self, area: str) -> None:
        """Choose an area."""
        index = self.areas.index(self.areas.row_of(area), Column.AREA)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def span_groups(self) -> None:
        """Let titles of groups fill their rows."""
        self.clearSpans()
        for row in self.areas.group_rows():
            self.setSpan(row, 0, 1, len(Column))

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        if is_plain and key in _STATES:
            self.judged.emit("state", _STATES[key])
        elif is_plain and key in _NEEDS:
            self.judged.emit("need", _NEEDS[key])
        elif is_plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.judged.emit("", None)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        scaled, header = self._theming.scaled, self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, scaled(width))
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self.setMinimumHeight(scaled(_ROW * _LEAST_ROWS))
        self.setMinimumWidth(scaled(_NARROWEST_AREA))
