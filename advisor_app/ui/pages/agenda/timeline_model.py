"""What the timeline shows, as a table: one row per beginning, and side by side what runs at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from advisor_app.domain.agenda import StepKind, StepState
from advisor_app.override import override
from advisor_app.ui.pages.agenda.clock_reading import Tone

ROW = Qt.ItemDataRole.UserRole
CELL = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineCell:
    """What a cell says: ``below`` is its second line in a tone, ``length`` its minutes, ``rows`` how many it fills.

    A cell without a step says something of the day: its end, a gap, an overlap (``icon``).
    """

    step: str = ""
    title: str = ""
    minutes: str = ""
    length: int = 0
    below: str = ""
    tone: Tone = Tone.CALM
    kind: StepKind = StepKind.WORK
    state: StepState = StepState.OPEN
    is_pinned: bool = False
    icon: str = ""
    spoken: str = ""
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A beginning, with what begins then: one cell for all its width, or one per lane, None where nothing begins."""

    time: str
    cells: tuple[TimelineCell | None, ...]

    @property
    def is_parallel(self) -> bool:
        """Whether things run side by side."""
        return len(self.cells) > 1

    @property
    def only(self) -> TimelineCell | None:
        """The cell of a row that has one."""
        return None if self.is_parallel else self.cells[0]

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that begin here."""
        return tuple(cell.step for cell in self.cells if cell is not None and cell.step)

    @property
    def outline(self) -> tuple[tuple[str, int], ...]:
        """What decides where cells stand: equal outlines need no new places."""
        return tuple(("", 0) if cell is None else (cell.step or cell.icon, cell.rows) for cell in self.cells)


class TimelineModel(QAbstractTableModel):
    """The rows. Column 0 is that of the times; it also holds whatever has a row for itself."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[TimelineRow] = []
        self._lanes = 1

    @property
    def rows(self) -> Sequence[TimelineRow]:
        """All rows in order."""
        return self._rows

    @property
    def lanes(self) -> int:
        """Columns beside that of the times: as many as let every row share them out evenly."""
        return self._lanes

    def show_rows(self, rows: Sequence[TimelineRow]) -> bool:
        """Replace the rows; whether cells have other places now. Equal rows stay as they are."""
        if [row.outline for row in rows] != [row.outline for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self._lanes = lcm(*(len(row.cells) for row in rows)) if rows else 1
            self.endResetModel()
            return True
        for place, row in enumerate(rows):
            if row != self._rows[place]:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, self._lanes))
        return False

    def index_of(self, step: str) -> QModelIndex:
        """Where a step stands; nowhere for one that is not shown."""
        for place, row in enumerate(self._rows):
            for lane, cell in enumerate(row.cells):
                if cell is not None and cell.step == step and step:
                    return self.index(place, 1 + lane * self._width(row) if row.is_parallel else 0)
        return QModelIndex()

    def cell_at(self, index: _Index) -> TimelineCell | None:
        """What begins at a place; None in the column of the times beside several, and where nothing begins."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if not row.is_parallel:
            return row.cells[0]
        lane, rest = divmod(index.column() - 1, self._width(row))
        return row.cells[lane] if index.column() and not rest else None

    def beside(self, index: _Index, lanes: int) -> QModelIndex:
        """The step so many lanes to the right (left: negative) that runs in a row; nowhere where there is none."""
        row = self._rows[index.row()] if index.isValid() else None
        if row is None or not row.is_parallel:
            return QModelIndex()
        lane = (index.column() - 1) // self._width(row) + lanes
        for place in range(index.row(), -1, -1):
            above = self._rows[place]
            if len(above.cells) != len(row.cells) or not 0 <= lane < len(row.cells):
                break
            if above.cells[lane] is not None:
                return self.index(place, 1 + lane * self._width(above))
        return QModelIndex()

    def spans(self) -> list[tuple[int, int, int, int]]:
        """Row, column, rows and columns of every cell that fills more than one place."""
        found = []
        for place, row in enumerate(self._rows):
            if not row.is_parallel:
                found.append((place, 0, 1, 1 + self._lanes))
                continue
            width = self._width(row)
            for lane, cell in enumerate(row.cells):
                if cell is not None and (cell.rows, width) != (1, 1):
                    found.append((place, 1 + lane * width, cell.rows, width))
        return found

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + self._lanes

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.title if cell is not None else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.spoken if cell is not None else self._rows[index.row()].time
            case _:
                return {ROW: self._rows[index.row()], CELL: cell}.get(role)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        cell = self.cell_at(index)
        if cell is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren  # a gap is read aloud, too
        return flags | Qt.ItemFlag.ItemIsSelectable if cell.step else flags

    def _width(self, row: TimelineRow) -> int:
        return self._lanes // len(row.cells)
