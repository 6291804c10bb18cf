"""Headings found, columns guessed, rows read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.column_mapping import ColumnMapping, ImportPurpose, find_head, find_table, guess, read_mapped
from advisor_app.domain.foreign_cells import ColumnKind, TargetField
from advisor_app.domain.foreign_table import Cell, ForeignRow, ForeignSheet, letters, with_head

SERVICE = TargetField(name="service", required=True, aliases=("Leistung", "Dienst"))
MONTH = TargetField(name="month", kind=ColumnKind.MONTH, required=True, aliases=("Monat", "Zeitraum"))
USES = TargetField(name="uses", kind=ColumnKind.NUMBER, whole=True, aliases=("Nutzungen", "Aufrufe"))
PURPOSE = ImportPurpose(id="usage", fields=(SERVICE, MONTH, USES))


def sheet(*rows: tuple[Cell, ...]) -> ForeignSheet:
    return ForeignSheet("", tuple(ForeignRow(line, cells) for line, cells in enumerate(rows, 1) if any(cells)))


def test_headings_are_found_below_titles_and_merged_cells() -> None:
    found = find_table(
        sheet(
            ("Statistik der Onlinedienste",),
            (),
            ("Name der Leistung", "Zeitraum", "Zahlen", None),
            (None, None, "Aufrufe", "Abbrüche"),
            ("Hundesteuer", "01/2026", 12, 3),
        ),
        PURPOSE.fields,
    )
    assert found.head_line == 3
    below = with_head(sheet(("Kommune", "Zahlen"), (None, "Aufrufe", "Abbrüche"), ("A", 1, 2)), 2)
    assert below.columns == ("Kommune", "Aufrufe", "Abbrüche")


def test_columns_without_a_heading_and_doubled_ones_have_names_of_their_own() -> None:
    table = with_head(sheet(("Ort", "Ort", None, "Ort"), ("a", "b", "c", "d", "e")), 1)
    assert table.columns == ("Ort", "Ort (2)", "C", "Ort (3)", "E")
    assert [letters(count) for count in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_whole_word_of_a_heading_is_enough_and_equal_ones_come_first() -> None:
    columns = ("Dienst extern", "Leistung", "Monat (Zeitraum)", "AUFRUFE")
    assert guess(PURPOSE.fields, columns).columns == {
        "service": "Leistung",
        "month": "Monat (Zeitraum)",
        "uses": "AUFRUFE",
    }
    assert guess(PURPOSE.fields, ("Dienststelle",)).columns == {}


def test_rows_are_read_with_every_fault() -> None:
    table = with_head(
        sheet(
            ("Leistung", "Monat", "Aufrufe"),
            ("Hundesteuer", "2026-01", "12"),
            (None, "gestern", "1,5"),
            (None, None, None, "nur eine Randnotiz"),
        ),
        1,
    )
    first, second = read_mapped(table, PURPOSE, guess(PURPOSE.fields, table.columns))
    assert (first.text("service"), first.day("month"), first.number("uses")) == (
        "Hundesteuer",
        date(2026, 1, 1),
        Decimal(12),
    )
    assert [(fault.line, fault.column, fault.key) for fault in second.faults] == [
        (3, "Leistung", "missing"),
        (3, "Monat", "no-month"),
        (3, "Aufrufe", "no-whole-number"),
    ]


def test_a_mapping_fits_only_tables_with_all_its_columns() -> None:
    table = with_head(sheet(("Leistung", "Monat"), ("a", "b")), 1)
    mapping = ColumnMapping({"service": "Leistung", "month": "Monat"})
    assert mapping.fits(table, PURPOSE.fields)
    assert not mapping.with_column("uses", "Aufrufe").fits(table, PURPOSE.fields)
    assert mapping.with_column("month", "").missing(PURPOSE.fields) == (MONTH,)


cells = st.one_of(st.none(), st.text(max_size=12), st.integers(), st.floats(), st.sampled_from(["Leistung", "Monat"]))


@given(st.lists(st.lists(cells, max_size=6), max_size=8))
def test_every_table_is_read_to_its_end(rows: list[list[Cell]]) -> None:
    found = sheet(*map(tuple, rows))
    table = find_table(found, PURPOSE.fields)
    assert len(set(table.columns)) == len(table.columns)
    assert find_head(found, PURPOSE.fields) in {0, *(row.line for row in found.rows)}
    read = read_mapped(table, PURPOSE, guess(PURPOSE.fields, table.columns))
    assert {row.line for row in read} <= {row.line for row in table.rows}
