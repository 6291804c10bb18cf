"""Records as rows of a table that one writes in; the row below them takes the next one."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.override import override

ColumnT = TypeVar("ColumnT", bound=IntEnum)

VALUE = Qt.ItemDataRole.UserRole
"""The role of a cell's own value: a text, a number, a state."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class WrittenModel(QAbstractTableModel, Generic[ColumnT]):
    """What its cells are and say is told by the class of the records; while ``is_reading`` there is no next row."""

    columns: ClassVar[type[IntEnum]]
    """What stands beside each other."""

    figures: ClassVar[Collection[IntEnum]]
    """The columns whose words stand at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_reading = False

    @property
    def count(self) -> int:
        """How many records there are, without the row that takes the next one."""
        raise NotImplementedError

    def column_title(self, column: ColumnT) -> str:
        """What a column is called."""
        raise NotImplementedError

    def value_at(self, row: int, column: ColumnT) -> Any:
        """The value of a record's cell; None where it has none of its own."""
        raise NotImplementedError

    def words_at(self, row: int, column: ColumnT) -> str:
        """What a record's cell says."""
        raise NotImplementedError

    def next_words(self, column: ColumnT) -> str:
        """What a cell of the row that takes the next record says."""
        raise NotImplementedError

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.count + (not self.is_reading)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column: Any = self.columns(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        return self.column_title(column) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column: Any = self.columns(index.column())
        row = index.row()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if row >= self.count:
            return self.next_words(column) if role == Qt.ItemDataRole.DisplayRole else None
        if role == VALUE:
            return self.value_at(row, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words_at(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.column_title(column)}: {self.words_at(row, column) or '–'}"
        return None

    def _alignment(self, column: IntEnum) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self.figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
