"""Tables that somebody else made: separators, encodings, workbooks, and what is refused."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foreign_table import Cell, ForeignSheet, UnreadableCell
from advisor_app.exchange.foreign_file import MAXIMUM_BYTES, read_foreign_file
from tests.exchange.refusals import TEXTS

Rows = list[tuple[int, tuple[Cell, ...]]]


def rows_of(folder: Path, data: bytes) -> Rows:
    file = folder / "tabelle.csv"
    file.write_bytes(data)
    (sheet,) = read_foreign_file(file, TEXTS)
    return [(row.line, row.cells) for row in sheet.rows]


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for entry in source.namelist():
            part = source.read(entry)
            if entry == name:
                assert old in part
                part = part.replace(old, new)
            target.writestr(entry, part)
    return stream.getvalue()


def read_or_refused(file: Path) -> tuple[Problem | None, tuple[ForeignSheet, ...]]:
    try:
        return None, read_foreign_file(file, TEXTS)
    except AdvisorError as error:
        return error.problem, ()


def refused(folder: Path, data: bytes) -> tuple[Problem, str]:
    file = folder / "t.xlsx"
    file.write_bytes(data)
    with pytest.raises(AdvisorError) as caught:
        read_foreign_file(file, TEXTS)
    return caught.value.problem, str(caught.value.details.get("reason", ""))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separators_and_encodings_do_not_matter(tmp_path: Path, separator: str, encoding: str) -> None:
    lines = ["Städte und Größen", "", separator.join(["Ort", "Straße", "Fälle"]), separator.join(["Gießen", "", "12"])]
    found = rows_of(tmp_path, "\r\n".join(lines).encode(encoding))
    assert found == [(1, ("Städte und Größen",)), (3, ("Ort", "Straße", "Fälle")), (4, ("Gießen", None, "12"))]


def test_commas_in_numbers_do_not_part_cells(tmp_path: Path) -> None:
    found = rows_of(tmp_path, b"Dienst;Quote\nA;1,5\nB;2,5\nC;3,5\n")
    assert [cells for _, cells in found][1:] == [("A", "1,5"), ("B", "2,5"), ("C", "3,5")]


def test_a_million_empty_rows_of_text_are_no_rows(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"a;b\n1;2\n" + b";\n" * 1_000_000 + b"3;4\n") == [
        (1, ("a", "b")),
        (2, ("1", "2")),
        (1_000_003, ("3", "4")),
    ]


def test_a_workbook_is_read_with_its_values(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Kommune", None, "Beginn"])
    sheet.merge_cells("A1:B1")
    sheet.append(["Eschental", 12.5, datetime(2026, 3, 1)])  # noqa: DTZ001  # cells know no zone
    sheet.append([None, None, None])
    sheet.append(["Summe", "=SUM(B2:B3)", None])
    book.create_sheet("Leer")
    data = saved(book)
    file = tmp_path / "liste.xlsx"
    file.write_bytes(data)
    (found,) = read_foreign_file(file, TEXTS)
    assert found.title == "Sheet"
    assert [(row.line, row.cells) for row in found.rows] == [
        (1, ("Kommune", None, "Beginn")),
        (2, ("Eschental", 12.5, datetime(2026, 3, 1))),  # noqa: DTZ001 — cells know no zone
        (4, ("Summe", UnreadableCell("formula"))),
    ]
    file.write_bytes(changed(data, "xl/worksheets/sheet1.xml", b"</f><v></v>", b"</f><v>25</v>"))
    (found,) = read_foreign_file(file, TEXTS)
    assert found.rows[2].cells == ("Summe", 25)


def test_a_row_far_below_and_links_elsewhere_do_no_harm(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Ort"
    sheet["A1048576"] = date(2026, 1, 1)
    stream = BytesIO(saved(book))
    with ZipFile(stream, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<x/>")
        archive.writestr("xl/vbaProject.bin", "x")
    file = tmp_path / "liste.xlsm"
    file.write_bytes(stream.getvalue())
    (found,) = read_foreign_file(file, TEXTS)
    assert [row.line for row in found.rows] == [1, 1_048_576]


def test_many_empty_rows_of_a_workbook_are_no_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ort"])
    rows = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % number for number in range(2, 40_000))
    file = tmp_path / "liste.xlsx"
    file.write_bytes(changed(saved(book), "xl/worksheets/sheet1.xml", b"</sheetData>", rows + b"</sheetData>"))
    (found,) = read_foreign_file(file, TEXTS)
    assert [row.cells for row in found.rows] == [("Ort",)]


def test_what_is_too_large_or_no_table_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, b"x" * (MAXIMUM_BYTES + 1))[0] is Problem.FILE_TOO_LARGE
    assert refused(tmp_path, b"")[0] is Problem.FILE_FORMAT
    assert refused(tmp_path, b"\xd0\xcf\x11\xe0" + b"\0" * 600) == (Problem.TABLE_FILE, TEXTS("imports.file.old"))
    assert refused(tmp_path, b"PK\x03\x04rest")[0] is Problem.TABLE_FILE
    assert refused(tmp_path, saved(Workbook())) == (Problem.TABLE_FILE, TEXTS("exchange.empty"))
    assert refused(tmp_path, (b"x," * 400 + b"x\n") * 3) == (Problem.TABLE_FILE, TEXTS("imports.file.too-large"))
    wide = Workbook()
    sheet = wide.active
    assert sheet is not None
    sheet.cell(1, 400, "x")
    assert refused(tmp_path, saved(wide)) == (Problem.TABLE_FILE, TEXTS("imports.file.too-large"))
    with pytest.raises(AdvisorError) as caught:
        read_foreign_file(tmp_path, TEXTS)
    assert caught.value.problem is Problem.FILE_UNREADABLE


def test_reading_stops_where_it_is_told_to(tmp_path: Path) -> None:
    def stop(_share: float) -> None:
        raise AdvisorError(Problem.CANCELLED)

    file = tmp_path / "t.csv"
    file.write_bytes(b"a;b\n1;2\n")
    with pytest.raises(AdvisorError) as caught:
        read_foreign_file(file, TEXTS, stop)
    assert caught.value.problem is Problem.CANCELLED


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"a;b\n", b"\xef\xbb\xbf"]))
def test_whatever_lies_there_is_read_or_refused_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, before: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "garbage.csv"
    file.write_bytes(before + data)
    problem, sheets = read_or_refused(file)
    assert problem in {None, Problem.FILE_FORMAT, Problem.TABLE_FILE}
    assert all(sheet.rows for sheet in sheets)
