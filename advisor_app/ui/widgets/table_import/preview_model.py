"""The rows of a foreign table as they were understood, for a view that only draws what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from advisor_app.domain.table_preview import PreviewRow, RowFate
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLES = {
    RowFate.NEW: "success",
    RowFate.CHANGED: "primary",
    RowFate.KNOWN: "ink3",
    RowFate.ASKED: "amber",
    RowFate.FAULTY: "error",
}
REMARK = 2
"""The column of what is to be said of a row; those of the fields come after it."""


class PreviewModel(QAbstractTableModel):
    """Line, fate, what is to be said of the row, then one column per field."""

    def __init__(self, theming: Theming, why: Callable[[PreviewRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._why = why
        self._rows: Sequence[PreviewRow] = ()
        self._shown: Sequence[PreviewRow] = ()
        self._fields: Sequence[tuple[str, str]] = ()
        self._fate: RowFate | None = None
        self._remarks: dict[int, str] = {}

    @property
    def has_remarks(self) -> bool:
        """Whether there is something to say of a row."""
        return bool(self._remarks)

    def show_rows(self, rows: Sequence[PreviewRow], fields: Sequence[tuple[str, str]]) -> None:
        """Show rows with these fields (name and title)."""
        self.beginResetModel()
        self._rows, self._fields = rows, fields
        self._remarks = {row.line: words for row in rows if (words := self._why(row))}
        self._narrow()
        self.endResetModel()

    def show_only(self, fate: RowFate | None) -> None:
        """Show the rows of one fate, or all."""
        self.beginResetModel()
        self._fate = fate
        self._narrow()
        self.endResetModel()

    def fate_word(self, fate: RowFate) -> str:
        """What becomes of a row, in a word."""
        return {
            RowFate.NEW: self.tr("neu"),
            RowFate.CHANGED: self.tr("geändert"),
            RowFate.KNOWN: self.tr("schon da"),
            RowFate.ASKED: self.tr("offen"),
            RowFate.FAULTY: self.tr("fehlerhaft"),
        }[fate]

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else REMARK + 1 + len(self._fields)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (self.tr("Zeile"), self.tr("Übernahme"), self.tr("Bemerkung"), *(title for _, title in self._fields))
        return titles[section]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(self._theming.colour(self._role(row, index.column())))
        return None

    def _words(self, row: PreviewRow, column: int) -> str:
        if column == 0:
            return str(row.line)
        if column == 1:
            return self.fate_word(row.fate)
        if column == REMARK:
            return self._remarks.get(row.line, "")
        name = self._fields[column - REMARK - 1][0]
        return row.words.get(name) or ("–" if any(fault.field == name for fault in row.faults) else "")

    def _role(self, row: PreviewRow, column: int) -> str:
        if column == 1 or (column >= REMARK and row.fate is RowFate.FAULTY and self._is_faulty(row, column)):
            return _ROLES[row.fate]
        return "ink3" if column == 0 or row.fate is RowFate.KNOWN else "ink"

    def _is_faulty(self, row: PreviewRow, column: int) -> bool:
        if column == REMARK:
            return True
        return any(fault.field == self._fields[column - REMARK - 1][0] for fault in row.faults)

    def _narrow(self) -> None:
        self._shown = [row for row in self._rows if self._fate in (None, row.fate)]
