"""CSV as rows: separators, columns, lines."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.exchange.csv_table import read_rows, write_rows
from tests.exchange.refusals import TEXTS, refused

COLUMNS = ("id", "title", "note")


def rows_of(text: str) -> list[tuple[int, dict[str, str]]]:
    rows = read_rows(text.encode(), "f.csv", COLUMNS, ("id",), TEXTS)
    return [(row.line, dict(row.cells)) for row in rows]


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_do_not_matter(separator: str, end: str) -> None:
    text = end.join([separator.join(["title", "ID"]), separator.join(['"a,b;c"', "1"]), ""])
    assert rows_of(text) == [(2, {"title": "a,b;c", "id": "1"})]


def test_a_row_is_numbered_by_the_line_it_begins_on() -> None:
    assert [line for line, _ in rows_of('id,note\n1,"a\nb"\n\n,\n2,x\n')] == [2, 6]


def test_the_last_line_needs_no_end() -> None:
    assert rows_of("id\n7") == [(2, {"id": "7"})]


def test_empty_columns_at_the_end_are_no_columns() -> None:
    assert rows_of("id;title;;\n1;a;;\n") == [(2, {"id": "1", "title": "a"})]


def test_a_head_alone_has_no_rows() -> None:
    assert rows_of("id,title\n") == []


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("", 1, "leer"),
        ("\n \n", 1, "leer"),
        ("id,level\n", 1, "„level“"),
        ("title\nx\n", 1, "„id“ fehlt"),
        ("id,id\n", 1, "doppelt"),
        ("id,title\n1\n", 2, "1 statt 2"),
        ("id,title\n1,a\n2,b,c\n", 3, "3 statt 2"),
        ('id,title\n1,a\n2,"b\n\n', 3, "Anführungszeichen"),
        ('id,title\n1,"a" b\n', 2, "Anführungszeichen"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_reason(text: str, line: int, word: str) -> None:
    refusal = refused(lambda: rows_of(text))
    assert refusal.line == line
    assert word in refusal.reason


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(st.tuples(cells.map(lambda text: f"x{text}"), cells, cells), max_size=5))
def test_what_is_written_is_read(rows: list[tuple[str, str, str]]) -> None:
    values = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    read = read_rows(write_rows(COLUMNS, values), "f.csv", COLUMNS, ("id",), TEXTS)
    assert [dict(row.cells) for row in read] == values


def test_a_spreadsheet_opens_what_is_written() -> None:
    data = write_rows(COLUMNS, [{"id": "1", "title": "Größe; klein", "note": "a\nb"}])
    assert data.startswith(b"\xef\xbb\xbfid;title;note\r\n")
    assert list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))[1][1] == "Größe; klein"
