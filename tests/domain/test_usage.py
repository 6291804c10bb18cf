"""Usage statistics: sums over months and services, rates only of what was counted."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.usage import (
    PaymentCount,
    PaymentKind,
    Period,
    ServiceUsage,
    UsageMonth,
    by_month,
    by_service,
    known_period,
    last_year,
    months_in,
    sums_of,
)

JANUARY = date(2026, 1, 1)
CARD = PaymentCount(payment=PaymentKind.CARD, count=4)


def month(number: int, uses: int, abandoned: int | None = None, *payments: PaymentCount) -> UsageMonth:
    return UsageMonth(month=date(2026, number, 1), uses=uses, abandoned=abandoned, payments=payments)


def service(name: str, *months: UsageMonth) -> ServiceUsage:
    return ServiceUsage(id=name, title=name, months=months)


def test_a_rate_is_of_the_months_in_which_somebody_counted() -> None:
    sums = sums_of((month(1, 100, 20, CARD), month(2, 300), month(3, 100, 10, CARD)))
    assert (sums.uses, sums.abandoned, sums.abandonment, sums.completed) == (500, 30, Fraction(3, 20), None)
    assert sums.payments == {PaymentKind.CARD: 8}
    assert sums_of((month(1, 100, 20),)).completed == 80
    assert sums_of(()).abandonment is None
    assert sums_of((month(2, 300),)).abandonment is None


def test_months_are_replaced_and_stay_in_order() -> None:
    found = service("A", month(2, 5)).with_months((month(1, 7), month(2, 6)))
    assert [(item.label, item.uses) for item in found.months] == [("01/2026", 7), ("02/2026", 6)]


def test_the_last_year_ends_with_the_last_known_month() -> None:
    services = (service("A", UsageMonth(month=date(2024, 3, 1), uses=1)), service("B", month(6, 1)))
    assert last_year(services) == Period(first=date(2025, 7, 1), last=date(2026, 6, 1))
    assert known_period(services) == Period(first=date(2024, 3, 1), last=date(2026, 6, 1))
    assert known_period(()) is None
    assert last_year((service("A"),)) is None


def test_services_stand_by_their_use_and_months_without_figures_are_there() -> None:
    services = (service("B", month(1, 5)), service("A", month(3, 5)), service("C", month(2, 9)), service("D"))
    period = Period(first=JANUARY, last=date(2026, 4, 1))
    assert [(item.title, sums.uses) for item, sums in by_service(services, period)] == [("C", 9), ("A", 5), ("B", 5)]
    assert [sums.uses for sums in by_month(services, period).values()] == [5, 9, 5, 0]


months = st.builds(
    UsageMonth,
    month=st.integers(0, 30).map(lambda number: date(2025 + number // 12, number % 12 + 1, 1)),
    uses=st.integers(0, 1000),
    abandoned=st.none() | st.just(0),
)


@given(st.lists(st.lists(months, max_size=6, unique_by=lambda item: item.month), max_size=5))
def test_every_use_is_counted_once_in_either_cut(figures: list[list[UsageMonth]]) -> None:
    services = [service(str(number), *items) for number, items in enumerate(figures)]
    period = known_period(services)
    if period is None:
        return
    total = sum(item.uses for items in figures for item in items)
    assert sums_of(months_in(services, period)).uses == total
    assert sum(sums.uses for sums in by_month(services, period).values()) == total
    assert sum(sums.uses for _, sums in by_service(services, period)) == total


def test_a_month_that_is_told_by_another_day_counts_as_that_month() -> None:
    odd = ServiceUsage(id="a", title="A", months=(UsageMonth(month=date(2026, 3, 14), uses=5),))
    period = last_year((odd,))
    assert period is not None
    assert period.last == date(2026, 3, 1)
    assert by_month((odd,), period)[date(2026, 3, 1)].uses == 5
