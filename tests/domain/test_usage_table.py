"""Tables of usage statistics: wide and long, with and without sums, twice the same."""

from __future__ import annotations

from datetime import date
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.column_mapping import find_table, guess, read_mapped
from advisor_app.domain.foreign_table import Cell, ForeignRow, ForeignSheet
from advisor_app.domain.table_preview import RowFate
from advisor_app.domain.usage import PaymentCount, PaymentKind, ServiceUsage
from advisor_app.domain.usage_table import USAGE, ReadRow, read_usage

HEAD = ("Online-Dienst", "Monat", "Aufrufe", "Abgebrochen", "Zahlungsart", "Zahlungen")


def read(
    rows: list[tuple[Cell, ...]], head: tuple[str, ...] = HEAD, known: tuple[ServiceUsage, ...] = ()
) -> tuple[tuple[ReadRow, ...], tuple[ServiceUsage, ...]]:
    """The fate of each row, and the services afterwards."""
    sheet = ForeignSheet("", tuple(ForeignRow(line, cells) for line, cells in enumerate((head, *rows), 1)))
    table = find_table(sheet, USAGE.fields)
    ids = count(1)
    found, changes = read_usage(
        read_mapped(table, USAGE, guess(USAGE.fields, table.columns)), known, lambda: f"s{next(ids)}"
    )
    after = {service.id: service for service in known}
    for change in changes:
        assert change.before == after.get(change.id)
        assert change.after is not None
        after[change.id] = change.after
    return found, tuple(after.values())


def fates(found: tuple[ReadRow, ...]) -> list[RowFate]:
    return [item.fate for item in found]


def test_rows_of_one_month_are_put_together_by_kind_of_payment() -> None:
    found, (service,) = read(
        [
            ("Hundesteuer", "01/2026", 40, 8, "Kreditkarte", 10),
            ("hundesteuer ", "01/2026", 40, 8, "Lastschrift", 5),
            ("Hundesteuer", "02/2026", 30, 3, None, None),
        ]
    )
    assert fates(found) == [RowFate.NEW] * 3
    assert [(item.label, item.uses, item.abandoned) for item in service.months] == [
        ("01/2026", 40, 8),
        ("02/2026", 30, 3),
    ]
    assert service.months[0].payments == (
        PaymentCount(payment=PaymentKind.CARD, count=10),
        PaymentCount(payment=PaymentKind.DIRECT_DEBIT, count=5),
    )


def test_what_is_there_already_is_known_and_what_differs_is_changed() -> None:
    rows: list[tuple[Cell, ...]] = [("Hundesteuer", "01/2026", 40, 8, "Karte", 3), ("Meldung", "01/2026", 7, 0)]
    _, known = read(rows)
    again, same = read(rows, known=known)
    assert fates(again) == [RowFate.KNOWN] * 2
    assert same == known
    found, after = read([("Hundesteuer", "01/2026", 41, 8), ("Hundesteuer", "02/2026", 1, 0)], known=known)
    assert fates(found) == [RowFate.CHANGED, RowFate.NEW]
    assert found[0].details == {"before": 40, "after": 41}
    assert [item.uses for item in after[0].months] == [41, 1]


def test_what_a_table_says_nothing_of_stays() -> None:
    _, known = read([("Hundesteuer", "01/2026", 40, 8, "Karte", 3)])
    head = ("Dienst", "Monat", "Aufrufe", "Lastschrift")
    found, (service,) = read([("Hundesteuer", "01/2026", 40, 5)], head, known)
    assert [(item.fate, item.remark) for item in found] == [(RowFate.CHANGED, "other")]
    assert (service.months[0].abandoned, service.months[0].payments[0].count) == (8, 5)
    found, after = read([("Hundesteuer", "01/2026", 40)], head[:3], known)
    assert (fates(found), after) == ([RowFate.KNOWN], known)
    _, (service,) = read([("Hundesteuer", "01/2026", 50)], head[:3], known)
    assert (service.months[0].uses, service.months[0].abandoned) == (50, None)  # eight of how many nobody knows


def test_sums_and_contradictions_are_left_out() -> None:
    found, (service,) = read(
        [
            ("Hundesteuer", "01/2026", 40, 8),
            ("Hundesteuer", "01/2026", 41, 8),
            ("Hundesteuer", "02/2026", 5, 6),
            ("Summe", "01/2026", 40, 8),
            (None, "01/2026", 3, 1),
            ("Hundesteuer", "irgendwann", 3, 1),
        ]
    )
    assert [(item.fate, item.remark) for item in found] == [
        (RowFate.NEW, ""),
        (RowFate.FAULTY, "twice"),
        (RowFate.FAULTY, "more-abandoned"),
        (RowFate.KNOWN, "total"),
        (RowFate.FAULTY, ""),
        (RowFate.FAULTY, ""),
    ]
    assert [item.uses for item in service.months] == [40]


def test_abandoned_ones_are_told_by_number_rest_or_rate() -> None:
    for head, cell in (("Abgesendet", 30), ("Abbruchquote", "25 %"), ("Abbruchquote", 0.25)):
        _, (service,) = read([("A", "2026-01", 40, cell)], ("Dienst", "Monat", "Begonnen", head))
        assert service.months[0].abandoned == 10


def test_a_column_per_kind_of_payment_will_do() -> None:
    _, (service,) = read(
        [("A", date(2026, 1, 17), 40, 5, None, 2)],
        ("Dienst", "Datum", "Nutzungen", "Kreditkarte", "PayPal", "Rechnung"),
    )
    assert service.months[0].month == date(2026, 1, 1)
    assert {item.payment: item.count for item in service.months[0].payments} == {
        PaymentKind.CARD: 5,
        PaymentKind.TRANSFER: 2,
    }


def test_a_service_is_known_by_its_key_whatever_it_is_called() -> None:
    head = ("Dienst", "Monat", "Aufrufe", "LeiKa")
    rows: list[tuple[Cell, ...]] = [("Hundesteuer", "01/2026", 1, "9910"), ("Hund anmelden", "02/2026", 2, "9910")]
    found, (service,) = read(rows, head)
    assert fates(found) == [RowFate.NEW] * 2
    assert (service.title, service.service_key, len(service.months)) == ("Hundesteuer", "9910", 2)


cells = st.tuples(
    st.sampled_from(["A", "a", "B", "Summe", None]),
    st.sampled_from(["01/2026", "02/2026", "x", None]),
    st.none() | st.integers(-2, 20),
    st.none() | st.integers(-2, 20),
    st.sampled_from(["Karte", "Bar", "Muscheln", None]),
    st.none() | st.integers(0, 9),
)


@given(st.lists(cells, max_size=10))
def test_taking_a_table_in_twice_changes_nothing(rows: list[tuple[Cell, ...]]) -> None:
    found, services = read(rows)
    taken = [item for item in found if item.fate is RowFate.NEW]
    assert len({month for service in services for month in service.months}) <= len(taken)
    again, same = read(rows, known=services)
    assert same == services
    assert all(item.fate in {RowFate.KNOWN, RowFate.FAULTY} for item in again)
