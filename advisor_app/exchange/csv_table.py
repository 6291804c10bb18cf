"""CSV files as rows of named cells: either separator, any order of columns, every row with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from advisor_app.exchange.source_file import MAXIMUM_BYTES, decode, refuse
from advisor_app.texts import Texts

MOST_ROWS = 20_000
"""Of a file: ten times as many measures or answers as a case can have."""

_SEPARATORS = (",", ";")

# Python's own bound is below that of a text; how much there is to read is bounded by the size of the file.
csv.field_size_limit(MAXIMUM_BYTES)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: the line it begins on (from 1), and its cells by column; columns that the file lacks are missing."""

    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """A cell without surrounding blanks; empty where the column is missing."""
        return self.cells.get(column, "").strip()

    def words(self, column: str) -> str:
        """A cell as somebody wrote it; empty where it holds blanks alone or the column is missing."""
        cell = self.cells.get(column, "")
        return cell if cell.strip() else ""


def read_rows(
    data: bytes, file: str, columns: Sequence[str], required: Iterable[str], texts: Texts
) -> tuple[CsvRow, ...]:
    """All rows of a file; blank ones are left out.

    Raises AdvisorError(FILE_FORMAT) with line and reason for unknown, doubled or missing columns and broken rows.
    """
    text = decode(data, file, texts, windows=True)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    lines = split_rows(text, max(_SEPARATORS, key=first.count), file, texts)
    head = next(lines, None)
    if head is None:
        refuse(file, 1, texts("exchange.empty"))
    line, titles = head
    names = [title.strip().casefold() for title in titles]
    while names and not names[-1]:
        names.pop()
    _check_columns(names, columns, required, file, line, texts)
    return tuple(_rows(lines, names, file, texts))


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A file that spreadsheets open rightly: UTF-8 with a mark, semicolons, CRLF."""
    stream = StringIO(newline="")
    writer = csv.DictWriter(stream, columns, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _rows(lines: Iterator[tuple[int, list[str]]], names: Sequence[str], file: str, texts: Texts) -> Iterator[CsvRow]:
    for count, (line, cells) in enumerate(lines, 1):
        if count > MOST_ROWS:
            refuse(file, line, texts("exchange.rows", limit=MOST_ROWS))
        if any(cell.strip() for cell in cells[len(names) :]) or len(cells) < len(names):
            refuse(file, line, texts("exchange.cells", wanted=len(names), found=len(cells)))
        yield CsvRow(line, dict(zip(names, cells, strict=False)))


def split_rows(text: str, separator: str, file: str, texts: Texts) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the line it begins on; raises AdvisorError(FILE_FORMAT) for broken quotes."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            refuse(file, line, texts("exchange.quotes"))
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _check_columns(
    names: Sequence[str], columns: Sequence[str], required: Iterable[str], file: str, line: int, texts: Texts
) -> None:
    for index, name in enumerate(names):
        if name not in columns:
            refuse(file, line, texts("exchange.unknown-column", name=name, columns=", ".join(columns)))
        if name in names[:index]:
            refuse(file, line, texts("exchange.double-column", name=name))
    for name in required:
        if name not in names:
            refuse(file, line, texts("exchange.missing-column", name=name))
