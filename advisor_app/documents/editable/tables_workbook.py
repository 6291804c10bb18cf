"""All tables of a document as a workbook (XLSX): a sheet each, named by the heading it stands under."""

from __future__ import annotations

import re
from datetime import datetime, time
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from advisor_app.documents.blocks import Cell, Document, Lines, Row, RowKind, Table
from advisor_app.documents.editable.plain import plain, spoken
from advisor_app.documents.editable.tables import tables_of
from advisor_app.documents.theme import load_paper
from advisor_app.languages import LANGUAGES

_LONGEST_NAME = 31
LONGEST_CELL = 32_767
"""Letters that a cell of a workbook holds."""
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_NUMBERS = {
    name: re.compile(rf"[−-]?(0|[1-9]\d{{0,2}}(\{marks.thousands}\d{{3}})+|[1-9]\d{{0,8}})(\{marks.decimal}\d+)?")
    for name, marks in LANGUAGES.items()
}
"""How each language writes numbers; keys begin with a zero or are longer than any count without marks, and are none."""

_MARKS = {name: str.maketrans(f"{marks.decimal}−", ".-", marks.thousands) for name, marks in LANGUAGES.items()}
_NARROWEST, _WIDEST = 8, 60


def tables_workbook(document: Document) -> bytes | None:
    """The bytes of a workbook with every table of a document and of its figures; None where there is none."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for heading, table in tables_of(document):
        _fill(book.create_sheet(_free_name(book, heading)), table, document.texts.language)
    if not book.sheetnames:
        return None
    book.properties.title = plain(document.title)
    book.properties.creator = plain(document.author)
    book.properties.created = datetime.combine(document.created, time())
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, table: Table, language: str) -> None:
    """A head that stays in sight and on every page, then the rows."""
    ground = PatternFill("solid", fgColor=load_paper().colour("sunken").lstrip("#"))
    for place, column in enumerate(table.columns, start=1):
        _write(sheet, 1, place, plain(column.title), language)
        sheet.cell(1, place).font, sheet.cell(1, place).fill = Font(bold=True), ground
        width = max([len(column.title), *(_length(row, place - 1) for row in table.rows)])
        sheet.column_dimensions[get_column_letter(place)].width = min(_WIDEST, max(_NARROWEST, width + 2))
    for line, row in enumerate(table.rows, start=2):
        for place, content in enumerate(row.cells, start=1):
            _write(sheet, line, place, _words(content), language)
            sheet.cell(line, place).font = Font(bold=row.kind is not RowKind.BODY)
        if row.kind is RowKind.GROUP and len(table.columns) > 1:
            sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=len(table.columns))
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.print_title_rows = "1:1"


def _write(sheet: Worksheet, line: int, place: int, words: str, language: str) -> None:
    """A number as a number, everything else as text: what begins with „=“ is nobody's formula."""
    cell = sheet.cell(line, place)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if _NUMBERS[language].fullmatch(words):
        number = words.translate(_MARKS[language])
        cell.value = float(number) if "." in number else int(number)
        cell.number_format = "#,##0.0##" if "." in number else "#,##0"
    else:
        cell.value = words[:LONGEST_CELL]
        cell.data_type = "s"


def _length(row: Row, place: int) -> int:
    if row.kind is RowKind.GROUP or place >= len(row.cells):
        return 0
    return max(map(len, _words(row.cells[place]).split("\n")))


def _words(cell: Cell) -> str:
    return "\n".join(map(spoken, cell.texts)) if isinstance(cell, Lines) else spoken(cell)


def _free_name(book: Workbook, heading: str) -> str:
    """A heading as the name of a sheet: no marks that are not allowed, and none twice."""
    name = _UNFIT.sub(" ", spoken(heading)).replace("\n", " ").strip(" '")[:_LONGEST_NAME] or "Tabelle"
    taken = {title.casefold() for title in book.sheetnames}
    number = 1
    found = name
    while found.casefold() in taken:
        number += 1
        suffix = f" ({number})"
        found = name[: _LONGEST_NAME - len(suffix)] + suffix
    return found
