"""The benefit of a process by the formula of E3, to the cent and the tenth of an hour."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.process import Assumptions, MediaBreak, ProcessSheet, ProcessStep
from advisor_app.domain.process_benefit import Missing, benefit_of, missing_for_benefit
from tests.example_process import dog_tax


def steps(*minutes: int | None) -> tuple[ProcessStep, ...]:
    return tuple(
        ProcessStep(id=str(number), minutes=None if time is None else Decimal(time))
        for number, time in enumerate(minutes)
    )


DOG_TAX = dog_tax()


def test_the_worked_example() -> None:
    benefit = benefit_of(DOG_TAX)
    assert benefit is not None
    assert benefit.hours == Fraction("74.4")
    assert (benefit.worth, benefit.saving, benefit.once) == (431520, 371520, 632000)
    assert benefit.payback_years is not None
    assert round(float(benefit.payback_years), 1) == 1.7


def test_without_a_gain_there_is_no_payback() -> None:
    benefit = benefit_of(replace(DOG_TAX, assumptions=replace(DOG_TAX.assumptions, yearly_cost=431520)))
    assert benefit is not None
    assert (benefit.saving, benefit.payback_years) == (0, None)


def test_lead_time_is_told_beside_money() -> None:
    waiting = ProcessStep(id="w", minutes=Decimal(0), waiting_days=Decimal("4.5"), media_break=MediaBreak.PAPER)
    benefit = benefit_of(replace(DOG_TAX, as_is=(*DOG_TAX.as_is, waiting)))
    assert benefit is not None
    assert benefit.lead_days == Decimal("4.5")


@pytest.mark.parametrize(
    ("sheet", "missing"),
    [
        (ProcessSheet(id="p", number=1), tuple(name for name in Missing if name is not Missing.MINUTES)),
        (replace(DOG_TAX, cases_per_year=None), (Missing.CASES,)),
        (replace(DOG_TAX, to_be=()), (Missing.TO_BE,)),
        (replace(DOG_TAX, as_is=steps(4, None)), (Missing.MINUTES,)),
        (replace(DOG_TAX, assumptions=replace(DOG_TAX.assumptions, hourly_rate=0)), (Missing.RATE,)),
        (replace(DOG_TAX, assumptions=replace(DOG_TAX.assumptions, rest_minutes=None)), (Missing.REST_MINUTES,)),
    ],
)
def test_what_is_open_is_named_and_nothing_is_guessed(sheet: ProcessSheet, missing: tuple[Missing, ...]) -> None:
    assert missing_for_benefit(sheet) == missing
    assert benefit_of(sheet) is None


def test_nobody_comes_the_old_way_where_all_is_digital() -> None:
    whole = replace(DOG_TAX.assumptions, digital_percent=Decimal(100), rest_minutes=None)
    benefit = benefit_of(replace(DOG_TAX, assumptions=whole))
    assert benefit is not None
    assert benefit.hours == Fraction(310 * 22, 60)


@given(st.integers(0, 10**6), st.decimals(0, 100, places=1), st.integers(0, 500), st.integers(1, 20000))
def test_the_sum_is_rounded_once(cases: int, share: Decimal, rest: int, rate: int) -> None:
    assumptions = Assumptions(digital_percent=share, rest_minutes=Decimal(rest), hourly_rate=rate)
    sheet = replace(DOG_TAX, cases_per_year=cases, assumptions=assumptions)
    benefit = benefit_of(sheet)
    assert benefit is not None
    assert abs(benefit.worth - benefit.hours * rate) <= Fraction(1, 2)
    assert benefit.saving == benefit.worth
