"""Reads the sheets of an XLSX file that anybody may have made.

Everything that could make work without end is looked at first: the archive's sizes, entities in XML, links to other
files, macros. Formulas are never taken, not even their last value.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import Any, NoReturn
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet._reader import WorkSheetParser

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange.workbook.raw import RawSheet, Unusable
from advisor_app.texts import Texts

MAXIMUM_BYTES = 10 * 1024 * 1024
"""Of a workbook as a file; the largest pack has a tenth of it."""

MOST_ROWS = 20_000
MOST_COLUMNS = 60

_MOST_UNPACKED = 20 * 1024 * 1024
_MOST_ENTRIES = 400
_MOST_SHEETS = 120
_MOST_ROW_ELEMENTS = 100_000  # empty ones are written, too, where somebody has formatted them

_NEVER = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/"
"""The names of the variant of the format that Excel calls „Strict Open XML“."""

_ENCODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


def read_workbook(data: bytes, file: str, texts: Texts) -> tuple[RawSheet, ...]:
    """All sheets of a workbook; raises AdvisorError(WORKBOOK) where there is none that should be read."""
    _check_parts(data, file, texts)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it passes over: styles, extensions, dates that are none
            return _read(data, file, texts)
    except AdvisorError:
        raise
    except Exception as error:  # in a broken file the library stumbles over anything
        raise AdvisorError(Problem.WORKBOOK, file=file, reason=texts("workbook.broken")) from error


def _check_parts(data: bytes, file: str, texts: Texts) -> None:
    """Refuse archives that are too large, hold links or macros, or XML with entities."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
                _refuse(file, texts, "too-large")
            if any(entry.flag_bits & 1 for entry in entries):
                _refuse(file, texts, "encrypted")
            parts = [archive.read(entry) for entry in entries if _is_xml(entry.filename)]
            names = [entry.filename for entry in entries]
    except AdvisorError:
        raise
    except BadZipFile as error:
        raise AdvisorError(Problem.WORKBOOK, file=file, reason=texts("workbook.no-workbook")) from error
    except Exception as error:  # zlib.error, lzma.LZMAError and what else decompression raises
        raise AdvisorError(Problem.WORKBOOK, file=file, reason=texts("workbook.broken")) from error
    if "[Content_Types].xml" not in names or len(names) != len(set(names)):
        _refuse(file, texts, "no-workbook")
    if any(name.startswith("xl/externalLinks/") for name in names):
        _refuse(file, texts, "links")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        _refuse(file, texts, "macros")
    for part in parts:
        # XML in UTF-16 could hide entities; no spreadsheet writes it.
        if _NEVER.search(part) or part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part[:200]:
            _refuse(file, texts, "entities")
        if _STRICT in part:  # the library knows only the other one's names
            _refuse(file, texts, "strict")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _read(data: bytes, file: str, texts: Texts) -> tuple[RawSheet, ...]:
    book: Any = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False, rich_text=False)
    try:
        if len(book.sheetnames) > _MOST_SHEETS:
            _refuse(file, texts, "too-large")
        return tuple(_sheet(book, sheet) for sheet in book.worksheets)
    finally:
        book.close()


def _sheet(book: Any, sheet: Any) -> RawSheet:
    """A sheet by the library's own parser, which yields the cells that there are.

    Its public readers fill up what lies between them: one cell in the last row would be a million rows.
    """
    with sheet._get_source() as source:  # noqa: SLF001  # see above
        parser: Any = WorkSheetParser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            data_only=False,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        cells, fault = _cells(parser)
    ranges = [] if parser.merged_cells is None else parser.merged_cells.mergeCell
    return RawSheet(sheet.title, _filled_up(cells), ranges[0].ref if ranges else "", fault)


def _cells(parser: Any) -> tuple[dict[tuple[int, int], Any], str]:
    """Every cell with a value by row and column, and the key of what is too much."""
    found: dict[tuple[int, int], Any] = {}
    for count, (_number, row) in enumerate(parser.parse()):
        if count > _MOST_ROW_ELEMENTS:
            return {}, "too-many-rows"
        for cell in row:
            value = _value(cell["value"], cell["data_type"])
            if value is None:
                continue
            if cell["row"] > MOST_ROWS:
                return {}, "too-many-rows"
            if cell["column"] > MOST_COLUMNS:
                return {}, "too-many-columns"
            found[cell["row"], cell["column"]] = value
    return found, ""


def _filled_up(cells: dict[tuple[int, int], Any]) -> tuple[tuple[Any, ...], ...]:
    """Rows from the first to the last one with a value, each up to its last value."""
    widths: dict[int, int] = {}
    for row, column in cells:
        widths[row] = max(column, widths.get(row, 0))
    last = max(widths, default=0)
    return tuple(
        tuple(cells.get((row, column)) for column in range(1, widths.get(row, 0) + 1)) for row in range(1, last + 1)
    )


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


def _refuse(file: str, texts: Texts, key: str) -> NoReturn:
    raise AdvisorError(Problem.WORKBOOK, file=file, reason=texts(f"workbook.{key}"))
