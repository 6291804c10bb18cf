"""What cells of foreign tables mean."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.foreign_cells import CellError, ColumnKind, TargetField, read_cell
from advisor_app.domain.foreign_table import Cell, UnreadableCell

NUMBER = TargetField(name="n", kind=ColumnKind.NUMBER, lowest=-1_000)
COUNT = TargetField(name="c", kind=ColumnKind.NUMBER, whole=True, highest=1_000_000)
DAY = TargetField(name="d", kind=ColumnKind.DATE)
MONTH = TargetField(name="m", kind=ColumnKind.MONTH)
CHOICE = TargetField(name="x", kind=ColumnKind.CHOICE, choices=(("invoice", ("Rechnung", "Überweisung")),))
MONTHS = tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split())  # noqa: SIM905 — twelve strings are harder to read


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1234", "1234"),
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        ("1,234.50", "1234.50"),
        ("12,5 %", "12.5"),
        ("3.5", "3.5"),
        ("1 234 567", "1234567"),
        ("24.285 €", "24285"),
        ("4.800,- €", "4800"),
        ("4.800,--", "4800"),
        ("90,– EUR", "90"),
        ("-3", "-3"),
        (12.5, "12.5"),
        (7, "7"),
    ],
)
def test_numbers_of_either_language(cell: Cell, number: str) -> None:
    assert read_cell(NUMBER, cell) == Decimal(number)


@pytest.mark.parametrize("cell", ["zwölf", "1.2.3", "1,2,3", True, "--", float("nan"), float("inf"), "9" * 40, "1e5"])
def test_what_is_no_number_is_named(cell: Cell) -> None:
    with pytest.raises(CellError) as caught:
        read_cell(NUMBER, cell)
    assert caught.value.key == "no-number"


def test_numbers_have_bounds() -> None:
    for cell, key in (("1,5", "no-whole-number"), ("-1", "out-of-range"), ("1000001", "out-of-range")):
        with pytest.raises(CellError) as caught:
            read_cell(COUNT, cell)
        assert caught.value.key == key


@given(st.dates(date(1955, 1, 1), date(2118, 12, 31)))
def test_days_as_spreadsheets_count_them(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    written: tuple[Cell, ...] = (
        day,
        datetime.combine(day, time(8, 30)),
        serial,
        float(serial),
        str(serial),
        f"{day:%d.%m.%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y-%m-%d} 00:00:00",
    )
    assert {read_cell(DAY, cell) for cell in written} == {day}


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_months_as_people_write_them(day: date) -> None:
    names = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ]
    name = names[day.month - 1]
    written: tuple[Cell, ...] = (
        f"{day:%Y-%m}",
        f"{day:%m/%Y}",
        f"{day:%m.%Y}",
        f"{day:%Y%m}" if day.month > 9 or day.year >= 2000 else f"{day:%Y-%m}",
        f"{name} {day.year}",
        f"{name[:3]}. {day:%y}",
        f"{name[:3]}-{day:%y}",
        day,
        f"{day:%d.%m.%Y}",
    )
    assert {read_cell(MONTH, cell) for cell in written} == {day.replace(day=1)}


@pytest.mark.parametrize("cell", ["morgen", "31.02.2026", "13/2026", True, "0001-01-01", 5, -45_000, 1e300])
def test_what_is_no_day_is_named(cell: Cell) -> None:
    for field, key in ((DAY, "no-date"), (MONTH, "no-month")):
        with pytest.raises(CellError) as caught:
            read_cell(field, cell)
        assert caught.value.key == key


def test_words_of_a_list_are_known_in_any_spelling() -> None:
    assert {read_cell(CHOICE, cell) for cell in ("Rechnung", "UEBERWEISUNG", " überweisung ", "invoice")} == {"invoice"}
    with pytest.raises(CellError) as caught:
        read_cell(CHOICE, "Muscheln")
    assert caught.value.details["choices"] == "Rechnung"


def test_marks_that_nobody_sees_are_left_out() -> None:
    assert read_cell(TargetField(name="t"), "Bau\x02amt\x07 ") == "Bauamt"
    assert read_cell(TargetField(name="t"), "\x00") is None


def test_empty_broken_and_long_cells() -> None:
    required, text = TargetField(name="t", required=True, longest=5), TargetField(name="t", longest=5)
    assert read_cell(text, None) is None
    assert read_cell(text, "  \n ") is None
    assert read_cell(text, " a \n b ") == "a b"
    for field, cell, key in (
        (required, None, "missing"),
        (text, "123456", "too-long"),
        (text, UnreadableCell("formula"), "formula"),
    ):
        with pytest.raises(CellError) as caught:
            read_cell(field, cell)
        assert caught.value.key == key


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.times(), st.none()))
def test_every_cell_means_something_or_is_named(cell: Cell) -> None:
    for field in (NUMBER, COUNT, DAY, MONTH, CHOICE, TargetField(name="t")):
        with suppress(CellError):
            value = read_cell(field, cell)
            assert value is None or isinstance(value, str | Decimal | date)
            assert not isinstance(value, date) or timedelta(0) <= value - date(1900, 1, 1)
