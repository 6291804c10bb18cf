"""Prices of the house: the one that holds on a day, and what a commune pays itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.funding import check_funding
from advisor_app.domain.prices import ModulePrice, PaidChoice, PriceFinding, PriceList, paid_choices, price_findings
from tests.example_catalog import FUNDING_TRUTH, example_funding

OPEN, CLOSED = date(2021, 6, 1), date(2026, 6, 1)
PRICES = PriceList(
    (
        ModulePrice(module="M3", cents=480_000),
        ModulePrice(module="M4", cents=520_000, valid_from=date(2020, 1, 1), valid_to=date(2025, 12, 31)),
        ModulePrice(module="M4", cents=560_000, valid_from=date(2026, 1, 1)),
    )
)
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("module", "on", "cents"),
    [
        ("M3", date(1999, 1, 1), 480_000),
        ("M4", date(2025, 12, 31), 520_000),
        ("M4", date(2026, 1, 1), 560_000),
        ("M4", date(2019, 12, 31), None),
        ("M1", OPEN, None),
    ],
)
def test_the_price_that_holds_on_a_day(module: str, on: date, cents: int | None) -> None:
    assert PRICES.price(module, on) == cents


@given(first=DAYS, last=DAYS, on=st.dates(date(2019, 1, 1), date(2031, 1, 1)))
def test_a_price_holds_from_its_first_day_to_its_last(first: date | None, last: date | None, on: date) -> None:
    price = ModulePrice(module="M1", cents=1, valid_from=first, valid_to=last)
    inside = (first is None or on >= first) and (last is None or on <= last)
    assert PriceList((price,)).price("M1", on) == (1 if inside else None)


def test_a_newer_price_takes_over_before_the_older_one_has_ended() -> None:
    older = ModulePrice(module="M1", cents=1, valid_from=OPEN)
    newer = ModulePrice(module="M1", cents=2, valid_from=OPEN + timedelta(days=10))
    for prices in (PriceList((older, newer)), PriceList((newer, older))):
        assert [prices.price("M1", OPEN + timedelta(days=days)) for days in (9, 10)] == [1, 2]


def test_periods_that_do_not_fit_together_are_told() -> None:
    never = ModulePrice(module="M1", cents=1, valid_from=CLOSED, valid_to=OPEN)
    twice = ModulePrice(module="M3", cents=2)
    still_open = ModulePrice(module="M4", valid_from=date(2026, 1, 1))  # its price is not known yet
    assert not list(price_findings(PRICES.prices))
    assert list(price_findings((*PRICES.prices, never, twice, still_open))) == [
        ("M1", PriceFinding.ENDS_BEFORE_IT_BEGINS),
        ("M3", PriceFinding.BEGINS_TWICE),
    ]
    assert PriceList((*PRICES.prices, twice)).price("M3", OPEN) == 480_000


def test_of_modules_three_and_four_one_is_funded_and_the_other_is_paid() -> None:
    choices = paid_choices(check_funding(example_funding(), ["M3", "M4"], OPEN), PRICES)
    assert choices == (
        PaidChoice(funded=("M3",), self_paid=("M4",), cents=520_000, without_price=()),
        PaidChoice(funded=("M4",), self_paid=("M3",), cents=480_000, without_price=()),
    )


def test_what_the_commune_paid_itself_before_can_be_funded_now() -> None:
    (choice,) = paid_choices(check_funding(example_funding(), ("M1", "M4"), OPEN, {"M4": None}), PRICES)
    assert (choice.funded, choice.self_paid, choice.cents) == (("M1", "M4"), (), 0)


def test_after_the_period_everything_is_paid_by_the_commune() -> None:
    (choice,) = paid_choices(check_funding(example_funding(), ["M1", "M4"], CLOSED), PRICES)
    assert choice == PaidChoice(funded=(), self_paid=("M1", "M4"), cents=560_000, without_price=("M1",))


@pytest.mark.parametrize("modules", [modules for modules in FUNDING_TRUTH if modules])
def test_every_wanted_module_is_either_funded_or_paid(modules: str) -> None:
    wanted = [f"M{number}" for number in modules]
    verdict = check_funding(example_funding(), wanted, OPEN)
    choices = paid_choices(verdict, PRICES)
    assert choices
    for choice in choices:
        assert sorted(choice.funded + choice.self_paid) == wanted
        assert len(choice.funded) <= 2
    if verdict.combination_allowed:
        assert choices[0].self_paid == ()


def test_a_way_in_which_less_is_funded_and_nothing_else_instead_is_none() -> None:
    """M1 and M2 are over in 2023, M3 and M4 are not: who takes M1 in place of M3 has nothing more funded for it."""
    verdict = check_funding(example_funding(), ["M1", "M2", "M3", "M4"], date(2023, 6, 1))
    assert len(verdict.alternatives) == 5
    assert [choice.funded for choice in paid_choices(verdict, PRICES)] == [("M3",), ("M4",)]


def test_a_price_is_told_by_its_module_and_its_beginning() -> None:
    first, later = ModulePrice(module="M4", cents=1), ModulePrice(module="M4", cents=2, valid_from=date(2027, 1, 1))
    other = ModulePrice(module="M3", cents=3)
    prices = PriceList((first, later, other))
    assert prices.beginning("M4", None) == (first,)
    assert prices.beginning("M4", date(2027, 1, 2)) == ()
    assert prices.without("M4", date(2027, 1, 1)) == PriceList((first, other))
    changed = ModulePrice(module="M4", cents=4)
    assert prices.with_price(changed) == PriceList((later, other, changed))
    assert PriceList((first, changed)).without("M4", None) == PriceList()
