"""The plan as an item model: one row for each measure in the adviser's order, and one for the plan's milestones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.domain.plan import Measure
from advisor_app.domain.use_case import Milestone
from advisor_app.override import override
from advisor_app.ui.pages.plan.wording import DASH, PlanWording

MEASURE = Qt.ItemDataRole.UserRole
CELL = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    TITLE = 1
    PRIORITY = 2
    PERIOD = 3
    COST = 4
    FUNDING = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell shows: a line, perhaps a smaller one below it, and whether it asks for attention."""

    text: str
    below: str = ""
    attention: bool = False


class MeasureModel(QAbstractTableModel):
    """Read-only; every edit goes through the page. ``preview`` shows dates while a bar is dragged."""

    def __init__(self, wording: PlanWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._measures: tuple[Measure, ...] = ()
        self._preview: Measure | None = None
        self._milestones: tuple[Milestone, ...] = ()

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All measures, with the dates of the bar that is dragged."""
        preview = self._preview
        if preview is None:
            return self._measures
        return tuple(preview if measure.id == preview.id else measure for measure in self._measures)

    def show_plan(self, measures: Sequence[Measure], milestones: Sequence[Milestone]) -> None:
        """Show other measures and milestones of the plan; rows stay where only their contents changed."""
        dated = tuple(item for item in milestones if item.on is not None)
        before, self._measures, self._preview = self._measures, tuple(measures), None
        marked, self._milestones = self._milestones, dated
        same_rows = [measure.id for measure in before] == [measure.id for measure in measures]
        if not same_rows or bool(marked) != bool(dated):
            self.beginResetModel()
            self.endResetModel()
            return
        if marked != dated:
            self._announce(len(measures))
        for row, (old, new) in enumerate(zip(before, measures, strict=True)):
            if old != new:
                self._announce(row)

    def preview(self, measure: Measure) -> None:
        """Show a measure with dates that are not committed yet."""
        self._preview = measure
        self._announce(self.row_of(measure.id))

    def end_preview(self) -> None:
        """Show the committed dates again."""
        if self._preview is not None:
            row = self.row_of(self._preview.id)
            self._preview = None
            self._announce(row)

    def row_of(self, name: str) -> int:
        """The row of a measure; -1 where there is none."""
        return next((row for row, measure in enumerate(self._measures) if measure.id == name), -1)

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._measures) + bool(self._milestones)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        # Nobody stands on the row of milestones: they are edited in the head of the plan.
        return super().flags(index) if index.row() < len(self._measures) else Qt.ItemFlag.NoItemFlags

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = Column(index.column())
        if index.row() >= len(self._measures):
            return self._milestone_data(column, role)
        measure = self.measures[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(measure, column).text
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(measure, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._wording.sentence(measure) if column is Column.NUMBER else self._spoken(measure, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _ if role == MEASURE:
                return measure
            case _ if role == CELL:
                return self._cell(measure, column)
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("Nr."),
            Column.TITLE: self.tr("Maßnahme"),
            Column.PRIORITY: self.tr("Prio"),
            Column.PERIOD: self.tr("Zeitraum"),
            Column.COST: self.tr("Kosten"),
            Column.FUNDING: self.tr("Förderung"),
        }[Column(section)]

    def _milestone_data(self, column: Column, role: int) -> Any:
        """The row of the plan's own milestones; it has no measure."""
        words = self._wording.milestones(self._milestones) if column is Column.TITLE else ""
        title = self._wording.texts("documents.milestones") if column is Column.TITLE else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return words.replace(", ", "\n")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}: {words}" if title else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _ if role == CELL:
                return Cell(text=title, below=words)
            case _:
                return None

    def _cell(self, measure: Measure, column: Column) -> Cell:
        wording = self._wording
        match column:
            case Column.NUMBER:
                return Cell(text=measure.id)
            case Column.TITLE:
                title = measure.title.strip() or self.tr("Ohne Titel")
                return Cell(text=title, below=wording.below_title(measure))
            case Column.PRIORITY:
                return Cell(text=wording.priority(measure) or DASH)
            case Column.PERIOD:
                is_open = measure.start is None or measure.end is None
                return Cell(text=wording.period(measure.start, measure.end), attention=is_open)
            case Column.COST:
                return self._cost(measure)
            case Column.FUNDING:
                below = wording.grant(measure.grants[0]) if len(measure.grants) == 1 else ""
                return Cell(text=wording.funding(measure), below=below)

    def _cost(self, measure: Measure) -> Cell:
        wording = self._wording
        if measure.cost_once is None:
            below = "" if measure.cost_class is None else wording.cost_range(measure.cost_class)
            return Cell(text=wording.open, below=below, attention=True)
        yearly = measure.cost_yearly
        below = self.tr("{amount}/Jahr").format(amount=wording.money(yearly)) if yearly else ""
        return Cell(text=wording.money(measure.cost_once), below=below)

    def _spoken(self, measure: Measure, column: Column) -> str:
        cell = self._cell(measure, column)
        return ", ".join(part for part in (cell.text, cell.below) if part)

    def _tool_tip(self, measure: Measure, column: Column) -> str:
        if column is Column.FUNDING:
            return "\n".join(
                f"{self._wording.programme(grant)}: {self._wording.grant(grant)}" for grant in measure.grants
            )
        return measure.title if column is Column.TITLE else ""

    def _announce(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))


def _alignment(column: Column) -> Qt.AlignmentFlag:
    match column:
        case Column.COST:
            side = Qt.AlignmentFlag.AlignRight
        case Column.PRIORITY:
            side = Qt.AlignmentFlag.AlignHCenter
        case _:
            side = Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
