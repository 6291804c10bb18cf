"""A table handed out as CSV or, where the name of the file ends so, as a workbook; our own imports read both again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts

_WORKBOOK = ".xlsx"


def export_table(
    file: Path, title: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]], texts: Texts, today: date
) -> None:
    """Write rows below their headings.

    Raises AdvisorError: FILE_NOT_WRITABLE, FILE_OF_PROGRAM, DISK_FULL, CELL_LONG where a workbook would lose words.
    """
    from advisor_app.whole_file import hand_out

    if file.suffix.lower() == _WORKBOOK:
        from advisor_app.documents.editable.tables_workbook import LONGEST_CELL

        if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
            raise AdvisorError(Problem.CELL_LONG, count=LONGEST_CELL, file=file.name)
        hand_out(file, _workbook(title, columns, rows, texts, today))
    else:
        hand_out(file, _csv(columns, rows))


def _workbook(title: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]], texts: Texts, today: date) -> bytes:
    """The rows as a document with one table, of which the workbook is an editable copy."""
    from advisor_app.documents.blocks import Column, Document, Heading, Margins, Row, Table
    from advisor_app.documents.editable.tables_workbook import tables_workbook

    table = Table(columns=tuple(Column(title=name) for name in columns), rows=tuple(map(Row, rows)), summary=title)
    content = tables_workbook(
        Document(
            kind="table",
            title=title,
            subject=title,
            author="",
            created=today,
            texts=texts,
            margins=Margins(house=title, occasion="", state="", name=title, version=""),
            blocks=(Heading(1, title), table),
        )
    )
    if content is None:
        raise ValueError("a workbook without a table")
    return content


def _csv(columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> bytes:
    from advisor_app.exchange.csv_table import write_rows

    return write_rows(columns, [dict(zip(columns, row, strict=True)) for row in rows])
