"""Costs of a use case: the worked example in cents, and what holds for any costs."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.use_case import CostLine, Costs, UseCase, calculate_costs, rounded
from tests.example_case import example_use_case


def test_the_worked_example() -> None:
    result = calculate_costs(example_use_case().costs)
    assert result.external == 1_575_000
    assert result.contingency == 157_500
    assert result.internal == 696_000
    assert result.total == 2_428_500  # 24,285 EUR
    assert result.alliance_external == 6_022_500  # 60,225 EUR, the platform once
    assert result.alliance_external_remainder == 602_250
    assert result.alliance_external_per_commune == 120_450
    assert result.alliance_multiplied == 12_142_500  # 121,425 EUR, as in E1
    assert result.alliance_multiplied_remainder == 1_214_250  # 12,142.50 EUR
    assert result.alliance_multiplied_per_commune == 242_850  # 2,428.50 EUR


def test_a_use_case_without_costs_costs_nothing() -> None:
    assert set(vars_of(Costs()).values()) == {0}


def vars_of(costs: Costs) -> dict[str, int]:
    result = calculate_costs(costs)
    return {name: getattr(result, name) for name in result.__dataclass_fields__}


@pytest.mark.parametrize(("amount", "cents"), [("1/2", 1), ("49/100", 0), ("3/2", 2), ("5/2", 3), ("2", 2), ("0", 0)])
def test_cents_are_rounded_half_up(amount: str, cents: int) -> None:
    assert rounded(Fraction(amount)) == cents


def test_the_contingency_is_rounded_at_the_sum_not_at_the_lines() -> None:
    costs = Costs(lines=(CostLine(label="a", amount=5), CostLine(label="b", amount=5)), contingency_percent=10)
    assert calculate_costs(costs).contingency == 1


LINES = st.lists(
    st.builds(CostLine, label=st.just("x"), amount=st.integers(0, 10**9), shared=st.booleans()), max_size=5
).map(tuple)
COSTS = st.builds(
    Costs,
    lines=LINES,
    contingency_percent=st.integers(0, 100),
    internal_hours=st.integers(0, 5_000),
    hourly_rate=st.integers(0, 20_000),
    yearly=st.integers(0, 10**9),
    communes=st.integers(1, 30),
    quota_percent=st.integers(0, 100),
)


@given(COSTS)
def test_one_commune_is_the_single_case(costs: Costs) -> None:
    alone = calculate_costs(replace(costs, communes=1))
    assert alone.alliance_external == alone.external + alone.contingency
    assert alone.alliance_multiplied == alone.total
    assert alone.alliance_external_per_commune == alone.alliance_external_remainder


@given(COSTS)
def test_sharing_is_never_dearer_than_multiplying(costs: Costs) -> None:
    result = calculate_costs(costs)
    assert result.total == result.external + result.contingency + result.internal
    # a cent per commune may be lost to rounding the contingency before multiplying
    assert result.alliance_external <= result.alliance_multiplied + costs.communes
    assert 0 <= result.alliance_external_remainder <= result.alliance_external
    assert 0 <= result.alliance_multiplied_remainder <= result.alliance_multiplied


def test_the_printed_number() -> None:
    assert UseCase(id="x", number=1, title="").code == "UC-01"
    assert UseCase(id="x", number=12, title="").code == "UC-12"
