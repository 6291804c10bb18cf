"""The functional areas as rows of a table, under the titles of their groups."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.domain.e_file import Gap, JudgedArea
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.texts.e_file import e_file_word
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MARKS = {Gap.WHOLE: "●", Gap.PART: "◐", Gap.NONE: "○", Gap.OPEN: ""}
_ROLES = {Gap.WHOLE: "error", Gap.PART: "amber", Gap.NONE: "success", Gap.OPEN: "ink3"}


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    AREA = 1
    STATE = 2
    NEED = 3
    GAP = 4
    RESPONSIBLE = 5


class AreaModel(QAbstractTableModel):
    """Rows are areas, or the title of a group (a text)."""

    def __init__(self, theming: Theming, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._rows: Sequence[JudgedArea | str] = ()

    def show_areas(self, areas: Sequence[JudgedArea]) -> bool:
        """Show areas; True where the rows are others than before."""
        rows: list[JudgedArea | str] = []
        for item in areas:
            if not rows or (isinstance(rows[-1], JudgedArea) and rows[-1].area.group != item.area.group):
                rows.append(item.area.group)
            rows.append(item)
        is_same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if is_same:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def group_rows(self) -> list[int]:
        """Rows that hold the title of a group."""
        return [place for place, row in enumerate(self._rows) if isinstance(row, str)]

    def area_at(self, row: int) -> JudgedArea | None:
        """The area of a row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, JudgedArea) else None

    def row_of(self, area: str) -> int:
        """The row of an area, else the first one with an area."""
        rows = {row.area.id: place for place, row in enumerate(self._rows) if isinstance(row, JudgedArea)}
        return rows.get(area, min(rows.values(), default=0))

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._title(Column(section))

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], Column(index.column())
        if isinstance(row, str):
            return self._of_group(row, column, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.area.about
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.GAP:
            return self._theming.colour(_ROLES[row.gap])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._title(column)}: {self._words(row, column) or '–'}"
        return None

    def _of_group(self, title: str, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and column is Column.NUMBER:
            return title
        if role == Qt.ItemDataRole.FontRole:
            return self._theming.font("caption", weight=600)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theming.colour("ink2")
        return self._theming.colour("ground") if role == Qt.ItemDataRole.BackgroundRole else None

    def _title(self, column: Column) -> str:
        return {
            Column.NUMBER: self.tr("Nr."),
            Column.AREA: self.tr("Funktionsbereich"),
            Column.STATE: self.tr("Ist"),
            Column.NEED: self.tr("Bedarf"),
            Column.GAP: self.tr("Lücke"),
            Column.RESPONSIBLE: self.tr("Verantwortung"),
        }[column]

    def _words(self, row: JudgedArea, column: Column) -> str:
        standing = row.standing
        match column:
            case Column.NUMBER:
                return str(row.number)
            case Column.AREA:
                return row.area.title
            case Column.STATE:
                return "" if standing.state is None else e_file_word(standing.state, self._texts)
            case Column.NEED:
                return "" if standing.need is None else e_file_word(standing.need, self._texts)
            case Column.GAP:
                return f"{_MARKS[row.gap]} {e_file_word(row.gap, self._texts)}".strip()
            case Column.RESPONSIBLE:
                return standing.responsible


def _key(row: JudgedArea | str) -> str:
    return row if isinstance(row, str) else row.area.id
