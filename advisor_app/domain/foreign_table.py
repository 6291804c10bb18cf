"""Tables that somebody else made: rows of cells as they stand in a file, and the columns that one of them names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

_HEAD_ROWS = 3
"""Rows that headings may fill: cells that were merged downwards leave theirs above."""


@dataclass(frozen=True, slots=True)
class UnreadableCell:
    """A cell in which nothing stands that could be taken, with the reason's key (``formula``, ``error-value``)."""

    key: str


Cell = str | int | float | bool | datetime | date | time | UnreadableCell | None


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """A row with something in it: its number in the file (from 1) and its cells up to the last filled one."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """A sheet of a workbook, or a whole CSV file (without a title); empty rows are left out."""

    title: str
    rows: tuple[ForeignRow, ...]


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A sheet read as a table: a name for every column, no two alike, and the rows below the headings."""

    columns: tuple[str, ...]
    rows: tuple[ForeignRow, ...]
    head_line: int


def with_head(sheet: ForeignSheet, head_line: int) -> ForeignTable:
    """The sheet as a table whose headings stand in that line.

    A column without a heading there takes the one above it, else its letters (``C``); doubled ones are numbered.
    """
    rows = tuple(row for row in sheet.rows if row.line > head_line)
    heads = [row for row in sheet.rows if head_line - _HEAD_ROWS < row.line <= head_line]
    width = max((len(row.cells) for row in (*heads[-1:], *rows)), default=0)
    names: list[str] = []
    taken: set[str] = set()
    for column in range(width):
        wanted = next(filter(None, (_words(row, column) for row in reversed(heads))), "") or letters(column + 1)
        name, count = wanted, 1
        while name in taken:
            count += 1
            name = f"{wanted} ({count})"
        taken.add(name)
        names.append(name)
    return ForeignTable(tuple(names), rows, head_line)


def letters(column: int) -> str:
    """What spreadsheets call a column, from 1 (``A``, ``AB``)."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def words_of(cell: Cell) -> str:
    """A cell as a person reads it, in one line; dates as ISO 8601, empty for one that cannot be read."""
    match cell:
        case None | UnreadableCell():
            return ""
        case datetime():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case float():
            return f"{cell:.0f}" if cell.is_integer() else f"{cell}"
        case _:
            return " ".join(str(cell).split())


def _words(row: ForeignRow, column: int) -> str:
    return words_of(row.cells[column]) if column < len(row.cells) else ""
