"""Which column of a foreign table fills which field: guessed, chosen, and read by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from advisor_app.domain.folding import fold, without_blanks
from advisor_app.domain.foreign_cells import CellError, TargetField, Value, read_cell
from advisor_app.domain.foreign_table import ForeignSheet, ForeignTable, with_head, words_of

_HEAD_WITHIN = 30
"""Rows from the top of a sheet among which its headings are looked for."""

_STEP = 500
"""Rows read between two reports."""

_V = TypeVar("_V", str, Decimal, date)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPurpose:
    """What tables are taken in for: its name in preferences and texts (``imports.<id>``), and its fields in order."""

    id: str
    fields: tuple[TargetField, ...]

    def field(self, name: str) -> TargetField | None:
        """The field of a name, None where there is none."""
        return next((item for item in self.fields if item.name == name), None)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Columns by the fields they fill; a field that is not named stays empty."""

    columns: Mapping[str, str]

    def with_column(self, name: str, column: str) -> ColumnMapping:
        """The mapping with another column for a field; an empty one leaves the field empty."""
        kept = {key: value for key, value in self.columns.items() if key != name}
        return ColumnMapping({**kept, name: column} if column else kept)

    def missing(self, fields: Iterable[TargetField]) -> tuple[TargetField, ...]:
        """The required fields that no column fills."""
        return tuple(item for item in fields if item.required and item.name not in self.columns)

    def fits(self, table: ForeignTable, fields: Iterable[TargetField]) -> bool:
        """Whether the table has all its columns and no required field stays empty."""
        return all(column in table.columns for column in self.columns.values()) and not self.missing(fields)


@dataclass(frozen=True, slots=True)
class CellFault:
    """Why a cell cannot be taken: where it stands, the field it should fill, and the reason with its details."""

    line: int
    column: str
    field: str
    key: str
    details: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class MappedRow:
    """A row by its fields; those with an empty or faulty cell are missing."""

    line: int
    values: Mapping[str, Value]
    faults: tuple[CellFault, ...] = ()

    def text(self, name: str) -> str:
        """The text or the choice of a field, empty where there is none."""
        return self._of(name, str) or ""

    def number(self, name: str) -> Decimal | None:
        """The number of a field."""
        return self._of(name, Decimal)

    def day(self, name: str) -> date | None:
        """The day or the month of a field."""
        return self._of(name, date)

    def _of(self, name: str, kind: type[_V]) -> _V | None:
        value = self.values.get(name)
        return value if isinstance(value, kind) else None


def guess(fields: Iterable[TargetField], columns: Sequence[str]) -> ColumnMapping:
    """The mapping that the headings suggest: the same words first, then headings that hold an alias as a word.

    No column fills two fields.
    """
    known = tuple(fields)
    found: dict[str, str] = {}
    for matches in (_is_alias, _holds_alias):
        for item in known:
            free = (column for column in columns if column not in found.values())
            if item.name not in found and (column := next((name for name in free if matches(item, name)), None)):
                found[item.name] = column
    return ColumnMapping(found)


def find_head(sheet: ForeignSheet, fields: Sequence[TargetField]) -> int:
    """The line in which the headings most likely stand: the one in which most fields are found, else the fullest.

    0 for a sheet without rows.
    """
    best, score = 0, (-1, -1)
    for row in sheet.rows[:_HEAD_WITHIN]:
        names = [words_of(cell) for cell in row.cells if isinstance(cell, str)]
        rated = (len(guess(fields, list(dict.fromkeys(filter(None, names)))).columns), len(names))
        if rated > score:
            best, score = row.line, rated
    return best


def find_table(sheet: ForeignSheet, fields: Sequence[TargetField], head_line: int = 0) -> ForeignTable:
    """The sheet with its headings in a line, or (0) where they most likely stand."""
    return with_head(sheet, head_line or find_head(sheet, fields))


def read_mapped(
    table: ForeignTable,
    purpose: ImportPurpose,
    mapping: ColumnMapping,
    report: Callable[[float], None] = lambda _share: None,
) -> tuple[MappedRow, ...]:
    """Every row that has something in a mapped column, with what its cells mean and every fault among them."""
    places = [
        (item, table.columns.index(column))
        for item in purpose.fields
        if (column := mapping.columns.get(item.name)) in table.columns and column is not None
    ]
    rows = []
    for number, row in enumerate(table.rows):
        if number % _STEP == 0:
            report(number / len(table.rows))
        values: dict[str, Value] = {}
        faults = []
        cells = [(item, at, row.cells[at] if at < len(row.cells) else None) for item, at in places]
        if all(cell is None for _, _, cell in cells):
            continue
        for item, at, cell in cells:
            try:
                value = read_cell(item, cell)
            except CellError as error:
                faults.append(CellFault(row.line, table.columns[at], item.name, error.key, error.details))
                continue
            if value is not None:
                values[item.name] = value
        rows.append(MappedRow(row.line, values, tuple(faults)))
    return tuple(rows)


def _is_alias(target: TargetField, column: str) -> bool:
    said = without_blanks(fold(column))
    return bool(said) and said in {without_blanks(fold(alias)) for alias in (target.name, *target.aliases)}


def _holds_alias(target: TargetField, column: str) -> bool:
    said = f" {fold(column)} "
    return any(f" {fold(alias)} " in said for alias in target.aliases)
