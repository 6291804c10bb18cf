"""The rest of a day before and after, side by side: what the table of the preview says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from advisor_app.domain.agenda_replan import Replan, ReplannedStep, StepFate
from advisor_app.override import override
from advisor_app.ui.pages.agenda.clock_reading import local_time
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplanRow:
    """A step, or the end of the day without one: how it was to be, how it is now, and whether that is different."""

    step: str
    title: str
    before: str
    after: str
    tone: str = ""
    is_gone: bool = False

    @property
    def spoken(self) -> str:
        """The row in one sentence."""
        words = translate("agenda", "{title}: bisher {before}, neu {after}")
        return words.format(title=self.title, before=self.before, after=self.after)


def replan_rows(plan: Replan, days: Mapping[str, str]) -> list[ReplanRow]:
    """A row per step ahead, and the end; ``days`` are the titles of the days that steps can go to."""
    goes_to = {step: days.get(day, "") for step, day in plan.choice.moves}
    rows = [_row(item, goes_to.get(item.step.id, "")) for item in plan.steps]
    is_late = plan.ends > plan.end
    return [
        *rows,
        ReplanRow(
            step="",
            title=translate("agenda", "Ende"),
            before=local_time(plan.ends_before),
            after=local_time(plan.ends),
            tone="error" if is_late else "success" if plan.ends < plan.ends_before else "",
        ),
    ]


def _row(item: ReplannedStep, goes_to: str) -> ReplanRow:
    step = item.step
    before = _time_and_length(item.begins_before, item, step.minutes)
    after, tone = "", ""
    match item.fate:
        case StepFate.DROPPED:
            after, tone = translate("agenda", "entfällt"), "amber"
        case StepFate.MOVED:
            after, tone = translate("agenda", "auf „{day}“").format(day=goes_to), "amber"
        case StepFate.SHRUNK if item.begins is not None:
            shorter = translate("agenda", "{words} (−{less})")
            words = _time_and_length(item.begins, item, item.minutes)
            after, tone = shorter.format(words=words, less=step.minutes - item.minutes), "amber"
        case _ if item.begins is not None:
            after = _time_and_length(item.begins, item, item.minutes)
    return ReplanRow(
        step=step.id,
        title=step.title,
        before=before,
        after=after,
        tone=tone,
        is_gone=item.fate in {StepFate.DROPPED, StepFate.MOVED},
    )


def _time_and_length(begins: datetime, item: ReplannedStep, minutes: int) -> str:
    if item.step.started is not None:
        return translate("agenda", "läuft, {minutes} min").format(minutes=minutes)
    return translate("agenda", "{time}, {minutes} min").format(time=local_time(begins), minutes=minutes)


class ReplanModel(QAbstractTableModel):
    """Three columns: the step, how it was to be, how it is now; what changes is bold, what goes is struck."""

    def __init__(self, theming: Theming) -> None:
        super().__init__()
        self._theming = theming
        self._rows: list[ReplanRow] = []

    @property
    def rows(self) -> Sequence[ReplanRow]:
        """All rows in order."""
        return self._rows

    def show_rows(self, rows: Sequence[ReplanRow]) -> None:
        """Replace the rows."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        self._rows = list(rows)
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 2))

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (translate("agenda", "Schritt"), translate("agenda", "Bisher"), translate("agenda", "Neu"))[section]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (row.title, row.before, row.after)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return row.title if column == 0 else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ForegroundRole:
                role_name = row.tone if column == 2 and row.tone else "ink3" if row.is_gone else "ink"
                return QBrush(self._theming.colour("ink2" if column == 1 and not row.is_gone else role_name))
            case Qt.ItemDataRole.FontRole:
                is_bold = not row.step or (column == 2 and bool(row.tone))
                font = self._theming.font("body", weight=600 if is_bold else None, tabular=True)
                font.setStrikeOut(row.is_gone and column < 2)
                return font
            case _:
                return None
