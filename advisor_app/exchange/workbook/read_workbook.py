"""Reads the sheets of a pack's workbook, which anybody may have made; formulas are never taken."""

from __future__ import annotations

from typing import Any

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange.workbook.raw import RawSheet
from advisor_app.exchange.workbook.sheet_cells import SheetCells, WorkbookError, WorkbookLimits, read_sheets
from advisor_app.texts import Texts

MAXIMUM_BYTES = 10 * 1024 * 1024
"""Of a workbook as a file; the largest pack has a tenth of it."""

MOST_ROWS = 20_000
MOST_COLUMNS = 60

_LIMITS = WorkbookLimits(
    unpacked=20 * 1024 * 1024,
    written_rows=100_000,  # empty ones are written, too, where somebody has formatted them
    last_row=MOST_ROWS,
    last_column=MOST_COLUMNS,
    cells=MOST_ROWS * MOST_COLUMNS,
)


def read_workbook(data: bytes, file: str, texts: Texts) -> tuple[RawSheet, ...]:
    """All sheets of a workbook; raises AdvisorError(WORKBOOK) where there is none that should be read."""
    try:
        return tuple(map(_filled_up, read_sheets(data, _LIMITS)))
    except WorkbookError as error:
        raise AdvisorError(Problem.WORKBOOK, file=file, reason=texts(f"workbook.{error.key}")) from error


def _filled_up(sheet: SheetCells) -> RawSheet:
    """Rows from the first to the last one with a value, each up to its last value."""
    cells: dict[tuple[int, int], Any] = sheet.cells
    widths: dict[int, int] = {}
    for row, column in cells:
        widths[row] = max(column, widths.get(row, 0))
    last = max(widths, default=0)
    rows = tuple(
        tuple(cells.get((row, column)) for column in range(1, widths.get(row, 0) + 1)) for row in range(1, last + 1)
    )
    return RawSheet(sheet.title, rows, sheet.merged, sheet.fault)
