"""Workbooks as authors edit them: opened, changed and saved by a spreadsheet library."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from advisor_app.exchange.workbook.pack_workbook import PackReading, pack_to_workbook, sentence, workbook_to_pack
from advisor_app.texts import load_texts

GERMAN = load_texts("de")


def exported(folder: Path) -> bytes:
    """The workbook of a pack's folder."""
    return pack_to_workbook(folder, folder.name, GERMAN).data


def read(data: bytes) -> PackReading:
    """What a workbook holds."""
    return workbook_to_pack(data, "paket.xlsx", GERMAN)


def said(data: bytes) -> list[str]:
    """What is wrong with a workbook."""
    return [sentence(finding, GERMAN) for finding in read(data).findings]


def edited(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    """The workbook after a change."""
    book = load_workbook(BytesIO(data))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet(book: Workbook, title: str) -> Worksheet:
    """A sheet of a workbook."""
    found = book[title]
    assert isinstance(found, Worksheet)
    return found


def column(worksheet: Worksheet, heading: str) -> int:
    """Where a column stands, from 1."""
    return next(cell.column for cell in worksheet[1] if cell.value == heading)


def put(data: bytes, title: str, heading: str, row: int, value: Any) -> tuple[bytes, str]:
    """The workbook with another value in a cell, and the cell's address."""
    where = ""

    def change(book: Workbook) -> None:
        nonlocal where
        worksheet = sheet(book, title)
        cell = worksheet.cell(row, column(worksheet, heading))
        cell.value = value
        where = cell.coordinate

    changed = edited(data, change)
    return changed, where


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The archive with its parts changed as bytes."""
    with ZipFile(BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    change(parts)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return stream.getvalue()


_INLINE = re.compile(rb't="inlineStr"([^>]*)><is>(.*?)</is></c>', re.DOTALL)
_STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


def with_shared_strings(data: bytes) -> bytes:
    """The workbook with its texts in a part of their own, as the usual spreadsheets save them."""

    def change(parts: dict[str, bytes]) -> None:
        strings: list[bytes] = []

        def moved(match: re.Match[bytes]) -> bytes:
            strings.append(match[2])
            return b't="s"%b><v>%d</v></c>' % (match[1], len(strings) - 1)

        for name in [name for name in parts if name.startswith("xl/worksheets/")]:
            parts[name] = _INLINE.sub(moved, parts[name])
        items = b"".join(b"<si>%b</si>" % text for text in strings)
        namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        parts["xl/sharedStrings.xml"] = b'<sst xmlns="%b">%b</sst>' % (namespace, items)
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", _STRINGS_TYPE)

    return repacked(data, change)
