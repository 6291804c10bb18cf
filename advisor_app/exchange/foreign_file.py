"""Reads tables that somebody else made: CSV with any of three separators, or the sheets of an XLSX file."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foreign_table import Cell, ForeignRow, ForeignSheet, UnreadableCell
from advisor_app.exchange.csv_table import split_rows
from advisor_app.exchange.source_file import decode, read_bytes, refuse
from advisor_app.texts import Texts

MAXIMUM_BYTES = 25 * 1024 * 1024
"""Of a file: two hundred times what a list of two thousand rows takes."""

MOST_CELLS = 600_000
"""Cells with something in them: twenty thousand rows of thirty columns."""

MOST_COLUMNS = 300

_UNPACKED = 150 * 1024 * 1024  # a million rows that are empty, each with its format, are about eighty megabytes
_LAST_ROW = 1_048_576
_SEPARATORS = (";", "\t", ",")
_TRIED_ROWS = 40
_WORKBOOK = b"PK\x03\x04"
_KNOWN = (str, int, float, bool, datetime, date, time)
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"

Report = Callable[[float], None]


def read_foreign_file(path: Path, texts: Texts, report: Report = lambda _share: None) -> tuple[ForeignSheet, ...]:
    """The sheets of a file that have rows, at least one.

    Formulas count as the value they last had. Raises AdvisorError: FILE_UNREADABLE, FILE_TOO_LARGE, FILE_FORMAT (text),
    TABLE_FILE (workbook), and whatever ``report`` raises to stop the work.
    """
    data = read_bytes(path, texts, MAXIMUM_BYTES)
    report(0)
    if data.startswith(_OLD_WORKBOOK):
        _refuse(path.name, texts("imports.file.old"))
    if data.startswith(_WORKBOOK):
        return _workbook(data, path.name, texts, report)
    return (_text_table(decode(data, path.name, texts, windows=True), path.name, texts, report),)


def _text_table(text: str, file: str, texts: Texts, report: Report) -> ForeignSheet:
    rows: list[ForeignRow] = []
    cells = 0
    for line, row in split_rows(text, _separator(text), file, texts):
        cells += len(row)
        if cells > MOST_CELLS or len(row) > MOST_COLUMNS:
            _refuse(file, texts("imports.file.too-large"))
        if len(rows) % 2_000 == 0:
            report(0.5)
        rows.append(ForeignRow(line, _filled(cell.strip() or None for cell in row)))
    if not rows:
        refuse(file, 1, texts("exchange.empty"))
    return ForeignSheet("", tuple(rows))


def _separator(text: str) -> str:
    """The one by which most of the first rows have equally many cells, at least two."""
    return max(_SEPARATORS, key=lambda separator: _alike(text, separator))


def _alike(text: str, separator: str) -> int:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    widths: Counter[int] = Counter()
    try:
        for _, row in zip(range(_TRIED_ROWS), reader, strict=False):
            widths[len(row)] += 1
    except csv.Error:
        return 0
    return max((count for width, count in widths.items() if width > 1), default=0)


def _workbook(data: bytes, file: str, texts: Texts, report: Report) -> tuple[ForeignSheet, ...]:
    from advisor_app.exchange.workbook.sheet_cells import SheetCells, WorkbookError, WorkbookLimits, read_sheets

    limits = WorkbookLimits(
        unpacked=_UNPACKED,
        written_rows=_LAST_ROW,
        last_row=_LAST_ROW,
        last_column=MOST_COLUMNS,
        cells=MOST_CELLS,
        values=True,
    )
    try:
        found: tuple[SheetCells, ...] = read_sheets(data, limits, report)
    except WorkbookError as error:
        key = "imports.file.too-large" if error.key == "too-large" else f"workbook.{error.key}"
        _refuse(file, texts(key), error)
    for sheet in found:
        if sheet.fault:
            _refuse(file, texts("imports.file.too-large"))
    sheets = tuple(ForeignSheet(sheet.title, tuple(_rows(sheet.cells))) for sheet in found if sheet.cells)
    if not sheets:
        _refuse(file, texts("exchange.empty"))
    return sheets


def _rows(cells: dict[tuple[int, int], Any]) -> Iterator[ForeignRow]:
    by_row: dict[int, dict[int, Any]] = {}
    for (row, column), value in cells.items():
        if not isinstance(value, str) or value.strip():
            by_row.setdefault(row, {})[column] = value
    for row in sorted(by_row):
        columns = by_row[row]
        yield ForeignRow(row, tuple(_cell(columns.get(column)) for column in range(1, max(columns) + 1)))


def _cell(value: Any) -> Cell:
    from advisor_app.exchange.workbook.raw import Unusable

    if isinstance(value, Unusable):
        return UnreadableCell(value.key)
    known: Cell = value if isinstance(value, _KNOWN) else None if value is None else str(value)
    return known


def _filled(cells: Iterable[str | None]) -> tuple[Cell, ...]:
    """The cells up to the last filled one."""
    found = list(cells)
    while found and found[-1] is None:
        found.pop()
    return tuple(found)


def _refuse(file: str, reason: str, cause: Exception | None = None) -> NoReturn:
    raise AdvisorError(Problem.TABLE_FILE, file=file, reason=reason) from cause
