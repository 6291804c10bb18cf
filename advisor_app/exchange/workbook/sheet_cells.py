"""The cells of an XLSX file that anybody may have made.

Everything that could make work without end is looked at first: the archive's sizes and entities in XML. Nothing is run
and no other file is followed.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from advisor_app.domain.errors import AdvisorError
from advisor_app.exchange.workbook.raw import Unusable
from advisor_app.override import override

Report = Callable[[float], None]

_MOST_ENTRIES = 400
_MOST_SHEETS = 120
_LAST_ROW = 1_048_576
_ROWS_BETWEEN_REPORTS = 2_000

_NEVER = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/"
"""The names of the variant of the format that Excel calls „Strict Open XML“."""

_ENCODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


class WorkbookError(Exception):
    """A workbook is not read; ``key`` names the reason under ``workbook`` in the texts."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookLimits:
    """What is read at most, in bytes unpacked, rows written (also empty ones), last row and column, and cells.

    With ``values`` a formula counts as the value it last had, and links and macros are passed over; without, a formula
    is no value and neither of them is let in.
    """

    unpacked: int
    written_rows: int
    last_row: int
    last_column: int
    cells: int
    values: bool = False


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet: its cells with a value by row and column (from 1), its first merged ones, the key of its excess."""

    title: str
    cells: dict[tuple[int, int], Any]
    merged: str = ""
    fault: str = ""


def read_sheets(data: bytes, limits: WorkbookLimits, report: Report = lambda _share: None) -> tuple[SheetCells, ...]:
    """The cells of all sheets; raises WorkbookError, and whatever ``report`` raises to stop the work."""
    _check_parts(data, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it passes over: styles, extensions, dates that are none
            return _read(data, limits, report)
    except (AdvisorError, WorkbookError):
        raise
    except Exception as error:  # in a broken file the library stumbles over anything
        raise WorkbookError("broken") from error


def _check_parts(data: bytes, limits: WorkbookLimits) -> None:
    """Refuse archives that are too large, hold links or macros, or XML with entities."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, limits)
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")):
                    _check_xml(archive.read(entry))
    except WorkbookError:
        raise
    except BadZipFile as error:
        raise WorkbookError("no-workbook") from error
    except Exception as error:  # zlib.error, lzma.LZMAError and what else decompression raises
        raise WorkbookError("broken") from error


def _check_entries(entries: list[ZipInfo], limits: WorkbookLimits) -> None:
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > limits.unpacked:
        raise WorkbookError("too-large")
    if any(entry.flag_bits & 1 for entry in entries):
        raise WorkbookError("encrypted")
    names = [entry.filename for entry in entries]
    if "[Content_Types].xml" not in names or len(names) != len(set(names)):
        raise WorkbookError("no-workbook")
    if not limits.values and any(name.startswith("xl/externalLinks/") for name in names):
        raise WorkbookError("links")
    if not limits.values and any(name.lower().endswith("vbaproject.bin") for name in names):
        raise WorkbookError("macros")


def _check_xml(part: bytes) -> None:
    # XML in UTF-16 could hide entities; no spreadsheet writes it.
    if _NEVER.search(part) or part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part[:200]:
        raise WorkbookError("entities")
    if _STRICT in part:  # the library knows only the other one's names
        raise WorkbookError("strict")


def _read(data: bytes, limits: WorkbookLimits, report: Report) -> tuple[SheetCells, ...]:
    book: Any = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False, rich_text=False)
    try:
        if len(book.sheetnames) > _MOST_SHEETS:
            raise WorkbookError("too-large")
        return tuple(_sheet(book, sheet, limits, report) for sheet in book.worksheets)
    finally:
        book.close()


class _ValueParser(WorkSheetParser):
    """Takes formulas for the values that they last had, and keeps in mind where there is none."""

    @override
    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = "f"
        return cell


def _sheet(book: Any, sheet: Any, limits: WorkbookLimits, report: Report) -> SheetCells:
    """A sheet by the library's own parser, which yields the cells that there are.

    Its public readers fill up what lies between them: one cell in the last row would be a million rows.
    """
    with sheet._get_source() as source:  # noqa: SLF001  # see above
        parser: Any = (_ValueParser if limits.values else WorkSheetParser)(
            source,
            sheet._shared_strings,  # noqa: SLF001 — see above
            data_only=limits.values,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001 — see above
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001 — see above
        )
        cells, fault = _cells(parser, limits, report)
    ranges = [] if parser.merged_cells is None else parser.merged_cells.mergeCell
    return SheetCells(sheet.title, cells, ranges[0].ref if ranges else "", fault)


def _cells(parser: Any, limits: WorkbookLimits, report: Report) -> tuple[dict[tuple[int, int], Any], str]:
    """Every cell with a value by row and column, and the key of what is too much."""
    found: dict[tuple[int, int], Any] = {}
    for count, row in enumerate(_rows(parser)):
        if count > limits.written_rows:
            return {}, "too-many-rows"
        if count % _ROWS_BETWEEN_REPORTS == 0:
            report(min(count / _LAST_ROW, 1))
        for cell in row:
            value = _value(cell["value"], cell["data_type"])
            if value is None:
                continue
            if cell["row"] > limits.last_row or len(found) >= limits.cells:
                return {}, "too-many-rows"
            if cell["column"] > limits.last_column:
                return {}, "too-many-columns"
            found[cell["row"], cell["column"]] = value
    return found, ""


def _rows(parser: Any) -> Iterator[Any]:
    for _number, row in parser.parse():
        parser.row_dimensions.clear()  # kept for every row else, a million of them
        yield row


def _value(value: Any, data_type: str) -> Any:
    if data_type == "f":
        return Unusable("formula")
    if value is None or value == "":
        return None
    if data_type == "e":
        return Unusable("error-value")
    return _ENCODED.sub(_decode, value) if isinstance(value, str) else value


def _decode(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if code in _SURROGATES else chr(code)
