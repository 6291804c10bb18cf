"""The steps of a flow as a table whose last row takes the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor_app.domain.process import MediaBreak, ProcessStep
from advisor_app.domain.process_line import read_step
from advisor_app.override import override
from advisor_app.services.ids import new_id
from advisor_app.texts import Texts
from advisor_app.texts.processes import break_words, number_words
from advisor_app.ui.widgets.written_model import WrittenModel

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands beside each other."""

    NUMBER = 0
    TITLE = 1
    ACTOR = 2
    AID = 3
    MINUTES = 4
    DAYS = 5
    BREAK = 6
    DOCUMENTS = 7
    PROBLEM = 8
    IDEA = 9


FIELDS = {
    Column.TITLE: "title",
    Column.ACTOR: "actor",
    Column.AID: "aid",
    Column.MINUTES: "minutes",
    Column.DAYS: "waiting_days",
    Column.BREAK: "media_break",
    Column.DOCUMENTS: "documents",
    Column.PROBLEM: "problem",
    Column.IDEA: "idea",
}
"""The field of a step that a column shows."""

_LINE = ("actor", "aid", "minutes", "waiting_days", "media_break")
"""What a line can tell besides the title."""


class StepModel(WrittenModel[Column]):
    """Asks by ``edited(steps, batch)`` to commit other steps; shows them when they are committed."""

    edited = Signal(object, str)

    columns = Column
    figures = frozenset({Column.NUMBER, Column.MINUTES, Column.DAYS})

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._steps: tuple[ProcessStep, ...] = ()

    @property
    def steps(self) -> tuple[ProcessStep, ...]:
        """The committed steps."""
        return self._steps

    def show_steps(self, steps: Sequence[ProcessStep]) -> None:
        """Show committed steps; an editor that is open in a row that stays is not closed."""
        new = tuple(steps)
        if new == self._steps:
            return
        before, after = [step.id for step in self._steps], [step.id for step in new]
        if after == before:
            changed = [row for row, step in enumerate(new) if step != self._steps[row]]
            self._steps = new
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        elif after[:-1] == before:
            self.beginInsertRows(_NOWHERE, len(new), len(new))  # the row that took the step is now the step's own
            self._steps = new
            self.endInsertRows()
            self.dataChanged.emit(self.index(len(new) - 1, 0), self.index(len(new) - 1, len(Column) - 1))
        else:
            self.beginResetModel()
            self._steps = new
            self.endResetModel()

    @override
    def column_title(self, column: Column) -> str:
        return {
            Column.NUMBER: self.tr("Nr."),
            Column.TITLE: self.tr("Tätigkeit"),
            Column.ACTOR: self.tr("Rolle"),
            Column.AID: self.tr("Hilfsmittel"),
            Column.MINUTES: self.tr("Minuten"),
            Column.DAYS: self.tr("Tage"),
            Column.BREAK: self.tr("Medienbruch"),
            Column.DOCUMENTS: self.tr("Unterlagen"),
            Column.PROBLEM: self.tr("Problem"),
            Column.IDEA: self.tr("Idee"),
        }[column]

    def set_field(self, row: int, column: Column, value: Any, batch: str) -> None:
        """Ask to commit a cell; in the last row that begins a step."""
        name = FIELDS[column]
        if row < len(self._steps):
            if getattr(self._steps[row], name) != value:
                self.edited.emit(_with(self._steps, row, replace(self._steps[row], **{name: value})), batch)
        elif value not in ("", None):
            self.edited.emit((*self._steps, replace(ProcessStep(id=new_id()), **{name: value})), batch)

    def read_line(self, row: int) -> None:
        """Let the title of a step tell the rest of it, where it was written as a whole line; a step of its own."""
        if row >= len(self._steps):
            return
        step = self._steps[row]
        told = read_step(step.title, step.id)
        found = {name: value for name in _LINE if (value := getattr(told, name)) not in ("", None)}
        if found and told.title:
            self.edited.emit(_with(self._steps, row, replace(step, title=told.title, **found)), "")

    @property
    @override
    def count(self) -> int:
        return len(self._steps)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() != Column.NUMBER and not self.is_reading:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def value_at(self, row: int, column: Column) -> Any:
        return None if column is Column.NUMBER else getattr(self._steps[row], FIELDS[column])

    @override
    def words_at(self, row: int, column: Column) -> str:
        if column is Column.NUMBER:
            return str(row + 1)
        value = self.value_at(row, column)
        if isinstance(value, Decimal):
            return number_words(value, self._texts)
        if value is None or isinstance(value, MediaBreak):
            return break_words(value, self._texts)
        return str(value)

    @override
    def next_words(self, column: Column) -> str:
        return self.tr("Nächster Schritt") if column is Column.TITLE else ""


def _with(steps: tuple[ProcessStep, ...], row: int, step: ProcessStep) -> tuple[ProcessStep, ...]:
    return (*steps[:row], step, *steps[row + 1 :])
