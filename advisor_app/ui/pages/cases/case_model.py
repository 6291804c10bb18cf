"""The list of cases as a flat table with headings between its parts."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.override import override
from advisor_app.services.portfolio import PortfolioRow
from advisor_app.ui.pages.cases.rows import GroupRow, ListRow
from advisor_app.ui.pages.cases.wording import CaseWording

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns of the list."""

    COMMUNE = 0
    MODULES = 1
    STATE = 2
    NEXT_DATE = 3
    LEVELS = 4
    MISSING = 5


class CaseModel(QAbstractTableModel):
    """Rows of the portfolio; ``ROW`` yields the row itself, the first column's accessible text the whole sentence."""

    def __init__(self, wording: CaseWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = wording
        self._rows: tuple[ListRow, ...] = ()

    @property
    def list_rows(self) -> tuple[ListRow, ...]:
        """Headings and cases in their order."""
        return self._rows

    def show_rows(self, rows: tuple[ListRow, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [number for number, row in enumerate(self._rows) if isinstance(row, GroupRow)]

    def row_of(self, case_id: str) -> int:
        """The row of a case, -1 where it is not listed."""
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, PortfolioRow) and row.case_id == case_id), -1
        )

    def case_at(self, index: _Index) -> PortfolioRow | None:
        """The case of an index, None for a heading."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, PortfolioRow) else None

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 — as Qt declares it
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.case_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, GroupRow):
            return self._heading(row, index.column(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                is_first = index.column() == Column.COMMUNE
                return self.wording.sentence(row) if is_first else self._words(row, Column(index.column()))
            case Qt.ItemDataRole.ToolTipRole if index.column() == Column.LEVELS:
                return self.wording.level_details(row) or None
        return None

    def _heading(self, row: GroupRow, column: int, role: int) -> Any:
        if column == 0 and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.wording.group(row.group)} {row.count}"
        return None

    def _words(self, row: PortfolioRow, column: Column) -> str:
        match column:
            case Column.COMMUNE:
                return row.title
            case Column.MODULES:
                return ", ".join(row.modules)
            case Column.STATE:
                return self.wording.state(row).first
            case Column.NEXT_DATE:
                words = self.wording.next_date(row)
                return " ".join(filter(None, (words.first, words.second)))
            case Column.LEVELS:
                return self.wording.levels(row)
            case Column.MISSING:
                return self.wording.missing(row).first
