"""Writes rows of sheets as XLSX: the same rows give the same bytes.

Texts are always written as texts, also those that begin like a formula.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from advisor_app.content.shapes.fields import Day, Exact, Id, Integer, Names, Prose, Version
from advisor_app.exchange.workbook.cells import Cell, list_words
from advisor_app.exchange.workbook.sheets import GUIDE, Column, Sheet

LONGEST_CELL = 32_767
"""What spreadsheets take in one cell, in UTF-16 units."""

_LAST_ROW = 5_000  # as far down as closed lists are offered
_LONGEST_LIST = 253  # letters of a closed list: a formula holds 255 with its quotes
_EPOCH = datetime(2026, 1, 1)  # noqa: DTZ001  # documents' properties carry no zone
_ZIP_DAY = (2026, 1, 1, 0, 0, 0)
_TEXT_FORMAT, _DAY_FORMAT = "@", "dd.mm.yyyy"

# What XML cannot hold, and what would be read as standing for it.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

_WRAPPED = Alignment(wrap_text=True, vertical="top")
_HEAD_FONT = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="E6ECF2")

Rows = Sequence[Sequence[Cell]]


def write_workbook(guide: Rows, sheets: Mapping[str, tuple[Sheet, Rows]]) -> bytes:
    """A workbook of the guide and the sheets by title."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError(first)
    first.title = GUIDE
    _write_guide(first, guide)
    for title, (sheet, rows) in sheets.items():
        _write_sheet(book.create_sheet(title), sheet, rows)
    stream = BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue(), book.properties)


def utf16_length(text: str) -> int:
    """How long spreadsheets take a text to be."""
    return len(_ESCAPED.sub("_x0000_", text).encode("utf-16-le", "surrogatepass")) // 2


def _write_guide(worksheet: Worksheet, rows: Rows) -> None:
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row, start=1):
            cell = worksheet.cell(number, at)
            _put(cell, value, _TEXT_FORMAT)
            if number == 1:
                cell.font = _HEAD_FONT
    for at, width in enumerate((24, 24, 70, 12, 50), start=1):
        worksheet.column_dimensions[get_column_letter(at)].width = width
    worksheet.freeze_panes = "A2"


def _write_sheet(worksheet: Worksheet, sheet: Sheet, rows: Rows) -> None:
    columns = sheet.all_columns
    for at, column in enumerate(columns, start=1):
        cell = worksheet.cell(1, at)
        _put(cell, column.heading, _TEXT_FORMAT)
        cell.font, cell.fill = _HEAD_FONT, _HEAD_FILL
        letter = get_column_letter(at)
        worksheet.column_dimensions[letter].width = _width(column)
        worksheet.column_dimensions[letter].number_format = _format(column)
        _validate(worksheet, column, letter)
    for number, row in enumerate(rows, start=2):
        for at, (value, column) in enumerate(zip(row, columns, strict=True), start=1):
            _put(worksheet.cell(number, at), value, _format(column))
    named = len(sheet.around) + 1
    worksheet.freeze_panes = f"{get_column_letter(min(named, len(columns)) + 1)}2"
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(len(rows) + 1, 2)}"


def _put(cell: SheetCell | object, value: Cell, number_format: str) -> None:
    if not isinstance(cell, SheetCell):
        raise TypeError(cell)
    cell.alignment = _WRAPPED
    cell.number_format = number_format
    if isinstance(value, str):
        cell.value = _ESCAPED.sub(_escape, value)
        cell.data_type = "s"  # whatever it begins with
    elif value is not None:
        cell.value = value
        # Setting a date puts the library's own format.
        cell.number_format = number_format


def _escape(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def _format(column: Column) -> str:
    match column.kind:
        case Day():
            return _DAY_FORMAT
        case Integer() | Exact():
            return "General"
        case _:
            return _TEXT_FORMAT


def _width(column: Column) -> float:
    match column.kind:
        case Prose() as prose:
            return 32 if prose.longest else 60
        case Id() | Version() | Integer() | Exact() | Day():
            return max(12, len(column.heading) + 3)
        case Names():
            return 22
        case kind:
            return max(14, len(column.heading) + 3) if list_words(kind) else 44


def _validate(worksheet: Worksheet, column: Column, letter: str) -> None:
    """Offer closed lists, and ask back where a number or a length is out of bounds."""
    words = ",".join(list_words(column.kind))
    if words and len(words) <= _LONGEST_LIST:
        rule = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
        rule.error = f"Bitte wählen Sie aus der Liste: {words.replace(',', ', ')}"[:225]
    elif isinstance(column.kind, Integer):
        low, high = str(column.kind.low), str(column.kind.high)
        rule = DataValidation("whole", formula1=low, formula2=high, allow_blank=True)
        rule.error = f"Bitte geben Sie eine ganze Zahl von {low} bis {high} ein."
    elif isinstance(column.kind, Prose) and column.kind.longest:
        rule = DataValidation("textLength", "lessThanOrEqual", str(column.kind.longest), allow_blank=True)
        rule.error = f"Höchstens {column.kind.longest} Zeichen."
    else:
        return
    rule.showErrorMessage = True
    rule.errorTitle = column.heading
    worksheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{_LAST_ROW}")


def _timeless(data: bytes, properties: DocumentProperties) -> bytes:
    """The same archive without the time at which it was written."""
    properties.created = properties.modified = _EPOCH
    properties.creator = "Beraterkoffer"
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = tostring(properties.to_tree()) if name == ARC_CORE else source.read(name)
            entry = ZipInfo(name, _ZIP_DAY)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, part)
    return stream.getvalue()
