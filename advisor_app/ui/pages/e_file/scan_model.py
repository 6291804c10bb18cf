"""Criteria and variants as a table: weights and points, totals and places in the last rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor_app.domain.e_file_guide import MOST_WEIGHT, EFileGuide
from advisor_app.domain.scan_comparison import MOST_POINTS, RankedVariant, ScanComparison, VariantRating
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.texts.e_file import total_words
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CRITERION, WEIGHT, FIRST_VARIANT = 0, 1, 2
_SUMS = 2
"""Rows below the criteria: totals and places."""


class ScanModel(QAbstractTableModel):
    """``weighed(criterion, weight)`` and ``rated(variant, criterion, points)`` ask to commit; None empties."""

    weighed = Signal(str, object)
    rated = Signal(str, str, object)

    def __init__(self, theming: Theming, texts: Texts, guide: EFileGuide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theming, self._texts, self.guide = theming, texts, guide
        self.is_reading = False
        self._weights: Mapping[str, int] = {}
        self._ratings: Mapping[str, VariantRating] = {}
        self._ranked: Mapping[str, RankedVariant] = {}

    def show_comparison(self, comparison: ScanComparison, ratings: Mapping[str, VariantRating]) -> None:
        """Show weights, points, totals and places."""
        self._weights, self._ratings = comparison.weights, ratings
        self._ranked = {item.variant.id: item for item in comparison.variants}
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def most_at(self, index: _Index) -> int | None:
        """The highest figure that a cell takes; None where it takes none."""
        if self.is_reading or index.row() >= len(self.guide.criteria) or index.column() == CRITERION:
            return None
        return MOST_WEIGHT if index.column() == WEIGHT else MOST_POINTS

    def set_figure(self, index: _Index, value: int | None) -> None:
        """Ask to commit a weight or points."""
        criterion = self.guide.criteria[index.row()].id
        if index.column() == WEIGHT:
            self.weighed.emit(criterion, value)
        else:
            self.rated.emit(self.guide.variants[index.column() - FIRST_VARIANT].id, criterion, value)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.guide.criteria) + _SUMS

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else FIRST_VARIANT + len(self.guide.variants)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.most_at(index) is not None else flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == CRITERION else Qt.AlignmentFlag.AlignHCenter
            return (side | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
        return self.title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def title(self, section: int) -> str:
        """The title of a column."""
        if section == CRITERION:
            return self.tr("Kriterium")
        if section == WEIGHT:
            return self.tr("Gewicht")
        return self.guide.variants[section - FIRST_VARIANT].title

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and row < len(self.guide.criteria):
            return self.guide.criteria[row].about
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft if column == CRITERION else Qt.AlignmentFlag.AlignHCenter
            return left | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and row >= len(self.guide.criteria):
            return self._theming.font("body", weight=600, tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._row_title(row)}, {self.title(column)}: {self._words(row, column) or '–'}"
        return None

    def _row_title(self, row: int) -> str:
        criteria = self.guide.criteria
        if row < len(criteria):
            return criteria[row].title
        return self.tr("Gewichtetes Mittel") if row == len(criteria) else self.tr("Platz")

    def _words(self, row: int, column: int) -> str:
        criteria = self.guide.criteria
        if column == CRITERION:
            return self._row_title(row)
        if column == WEIGHT:
            return str(self._weights.get(criteria[row].id, "")) if row < len(criteria) else ""
        variant = self.guide.variants[column - FIRST_VARIANT].id
        if row < len(criteria):
            rating = self._ratings.get(variant)
            given = None if rating is None else rating.given(criteria[row].id)
            return "" if given is None else str(given)
        ranked = self._ranked.get(variant)
        if ranked is None or ranked.total is None:
            return "–"
        return total_words(ranked.total, self._texts) if row == len(criteria) else str(ranked.place)

    def _colour(self, row: int, column: int) -> Any:
        if column < FIRST_VARIANT:
            return None
        ranked = self._ranked.get(self.guide.variants[column - FIRST_VARIANT].id)
        if ranked is None:
            return self._theming.colour("ink3")  # left out
        is_sum = row >= len(self.guide.criteria)
        return self._theming.colour("primary") if is_sum and ranked.place == 1 else None
