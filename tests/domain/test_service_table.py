"""Tables of services: every row has a fate, levels keep their version, and what was written is read as known."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.column_mapping import CellFault, MappedRow
from advisor_app.domain.foreign_cells import CellError, read_cell
from advisor_app.domain.service import Account, MaturityRating, OnlineState, Payment, Platform, Service
from advisor_app.domain.service_table import SERVICES, ReadTable, read_services
from advisor_app.domain.table_preview import RowFate
from advisor_app.texts import load_texts
from advisor_app.texts.services import read_rating, service_word
from tests.example_services import NEW, OLD, maturity_models

MODELS = maturity_models()

TITLES = st.sampled_from(["Wohnsitz", "wohnsitz", "Hundesteuer", "Kita", "x" * 300])
ROWS = st.lists(
    st.fixed_dictionaries(
        {"title": TITLES},
        optional={
            "office": st.sampled_from(["Bürgerbüro", "Steueramt"]),
            "service_key": st.sampled_from(["99102012000000", "12"]),
            "cases_per_year": st.integers(0, 9).map(Decimal),
            "online": st.sampled_from([state.value for state in OnlineState]),
            "accounts": st.sampled_from(["BundID", "MUK, BundID", "Facebook"]),
            "level": st.sampled_from(["3", "3 (1.1)", "77", "drei"]),
            "model": st.sampled_from(["1.1", "2.0", "9.9"]),
        },
    ),
    max_size=12,
)


def row(line: int = 2, faults: tuple[CellFault, ...] = (), **values: Any) -> MappedRow:
    return MappedRow(line, {"title": "Hundesteuer", **values}, faults)


def read(rows: list[MappedRow], *known: Service, unversioned: str | None = None) -> ReadTable:
    numbers = count(1)
    return read_services(
        rows, known, lambda words: read_rating(words, MODELS, NEW), unversioned, lambda: f"new{next(numbers)}"
    )


def fates(table: ReadTable) -> list[RowFate]:
    return [item.fate for item in table.rows]


@given(ROWS, st.sampled_from([None, "", "1.1", "2.0"]))
def test_every_row_has_a_fate_and_reading_twice_changes_nothing(
    rows: list[dict[str, Any]], unversioned: str | None
) -> None:
    mapped = [MappedRow(line, values) for line, values in enumerate(rows, 2)]
    table = read(mapped, unversioned=unversioned)
    assert [item.row for item in table.rows] == mapped
    services = [change.after for change in table.changes if change.after is not None]
    assert len(services) == fates(table).count(RowFate.NEW)
    assert sorted(service.number for service in services) == list(range(1, len(services) + 1))
    again = read(mapped, *services, unversioned=unversioned)
    assert again.changes == ()
    assert set(fates(again)) <= {RowFate.KNOWN, RowFate.FAULTY, RowFate.ASKED}


@given(ROWS)
def test_a_level_is_never_taken_for_another_version(rows: list[dict[str, Any]]) -> None:
    table = read([MappedRow(line, values) for line, values in enumerate(rows, 2)])
    told = {item.row.text("level") for item in table.rows if item.fate is RowFate.ASKED}
    assert told <= {"3"}
    for change in table.changes:
        assert change.after is not None
        for rating in change.after.maturity:
            assert rating.level == 3
            assert rating.model in {OLD, NEW}


def test_a_level_without_a_version_waits_for_it() -> None:
    assert fates(read([row(level="3")])) == [RowFate.ASKED]
    for version, expected in (("1.1", (MaturityRating(OLD, 3),)), ("2.0", (MaturityRating(NEW, 3),)), ("", ())):
        table = read([row(level="3")], unversioned=version)
        assert table.unversioned == 1
        assert table.changes[0].after is not None
        assert table.changes[0].after.maturity == expected


def test_cells_overwrite_and_empty_ones_leave_what_is_there() -> None:
    before = Service(
        id="s1", number=4, title="Hundesteuer", office="Steueramt", maturity=(MaturityRating(OLD, 2),), disputed=True
    )
    filled = row(
        cases_per_year=Decimal(310),
        online="application",
        platform="efa",
        procedure="Steuern 5",
        accounts="BundID und MUK",
        payment="online",
        end_to_end="no",
        level="1",
        model="2.0",
    )
    (change,) = read([filled], before).changes
    assert change.before == before
    assert change.after == Service(
        id="s1",
        number=4,
        title="Hundesteuer",
        office="Steueramt",
        cases_per_year=310,
        online=OnlineState.APPLICATION,
        platform=Platform.ONE_FOR_ALL,
        procedure="Steuern 5",
        accounts=(Account.BUND_ID, Account.BUSINESS),
        payment=Payment.ONLINE,
        end_to_end=False,
        maturity=(MaturityRating(OLD, 2), MaturityRating(NEW, 1)),
        disputed=True,
    )


def test_a_service_is_found_by_name_and_office_else_by_a_name_or_key_of_its_own() -> None:
    tax = Service(id="s1", number=1, title="Anmeldung", office="Steueramt")
    register = Service(id="s2", number=2, title="Anmeldung", office="Bürgerbüro")
    keyed = Service(id="s3", number=3, title="Hund", service_key="99 102 012 000 000")
    rows = [
        row(2, title="anmeldung", office="BÜRGERBÜRO", cases_per_year=Decimal(1)),
        row(3, title="Anmeldung", office="Neues Amt", cases_per_year=Decimal(2)),
        row(4, title="Hundesteuer", service_key="99102012000000"),
    ]
    table = read(rows, tax, register, keyed)
    assert fates(table) == [RowFate.CHANGED, RowFate.CHANGED, RowFate.CHANGED]
    assert [change.id for change in table.changes] == ["s1", "s2", "s3"]


def test_faults_and_repetitions_stay_out() -> None:
    fault = CellFault(2, "Fälle", "cases_per_year", "out-of-range", {"value": "-1", "low": 0, "high": 10_000_000})
    table = read([row(2, (fault,)), row(3), row(4, office=""), row(5, title="Kita", level="8 (7.0)")])
    assert fates(table) == [RowFate.FAULTY, RowFate.NEW, RowFate.FAULTY, RowFate.FAULTY]
    assert [item.remark for item in table.rows] == ["", "", "twice", "bad-level"]
    assert len(table.changes) == 1


def test_an_account_that_nobody_knows_is_told() -> None:
    (item,) = read([row(accounts="Facebook, BundID")]).rows
    assert (item.fate, item.remark, item.details) == (RowFate.NEW, "unknown-account", {"words": "Facebook"})


@pytest.mark.parametrize("cases", [-1, 10**12, "1e99", "viele", 2.5])
def test_impossible_cases_are_refused(cases: str | float) -> None:
    target = SERVICES.field("cases_per_year")
    assert target is not None
    with pytest.raises(CellError):
        read_cell(target, cases)


def test_five_hundred_services_are_compared_at_once() -> None:
    known = [Service(id=f"s{number}", number=number, title=f"Leistung {number}") for number in range(500)]
    rows = [row(number, title=f"Leistung {number}", cases_per_year=Decimal(number)) for number in range(500)]
    assert fates(read(rows, *known)) == [RowFate.CHANGED] * 500


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("name", "values"), [("payment", Payment), ("online", OnlineState), ("platform", Platform)])
def test_every_word_that_is_written_is_read_again(
    language: str, name: str, values: Iterable[Payment | OnlineState | Platform]
) -> None:
    field = next(item for item in SERVICES.fields if item.name == name)
    texts = load_texts(language)
    for value in values:
        assert read_cell(field, service_word(value, texts)) == value.value
