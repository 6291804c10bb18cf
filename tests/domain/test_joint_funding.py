"""What programmes pay at most: quota, ceiling for each commune, least sum, periods, and assumptions named as such."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.funding_rules import Support, SupportKind
from advisor_app.domain.joint_funding import JointGrant, Obstacle, joint_grants
from advisor_app.domain.use_case import CostLine, Costs, calculate_costs

TODAY = date(2026, 11, 22)

GAUGES = Costs(
    lines=(
        CostLine(label="Pegel", amount=480_000),
        CostLine(label="Regen", amount=195_000),
        CostLine(label="Gateways", amount=300_000),
        CostLine(label="Plattform", amount=600_000, shared=True),
    ),
    contingency_percent=10,
    internal_hours=120,
    hourly_rate=5_800,
    yearly=430_000,
    communes=5,
    quota_percent=90,
)
"""The worked example E1."""


def support(**terms: object) -> Support:
    made = Support(id="X", kind=SupportKind.FUNDING, title="X", note="–", as_of=TODAY, sources=("EV",))
    return replace(made, **terms)  # type: ignore[arg-type]  # names of fields with their values


IKZ = support(commune_ceiling=25_000, minimum_communes=3, valid_to=date(2026, 12, 31))
SHH = support(
    quota_percent=80,
    alliance_quota_percent=90,
    minimum_grant=100_000,
    maximum_grant=2_500_000,
    applications_to=date(2025, 11, 7),
)


def only(costs: Costs, programme: Support, on: date = TODAY) -> JointGrant:
    (found,) = joint_grants(costs, [programme], on)
    return found


def test_the_worked_example_to_the_cent() -> None:
    """24,285 EUR alone; together 60,225 EUR external, and 121,425 EUR as E1 has it: 2,428.50 EUR for each at 90 %."""
    result = calculate_costs(GAUGES)
    assert result.total == 24_285_00
    assert (result.alliance_external, result.alliance_external_per_commune) == (60_225_00, 1_204_50)
    assert (result.alliance_multiplied, result.alliance_multiplied_remainder) == (121_425_00, 12_142_50)
    assert result.alliance_multiplied_per_commune == 2_428_50


def test_a_ceiling_for_each_commune_is_multiplied_and_an_own_quota_said_to_be_one() -> None:
    found = only(GAUGES, IKZ)
    assert (found.ceiling, found.quota_percent, found.is_assumed) == (125_000_00, 90, True)
    assert (found.grant, found.remainder, found.per_commune) == (54_202_50, 6_022_50, 1_204_50)
    assert found.obstacles == ()
    four = only(replace(GAUGES, communes=4), IKZ)
    assert four.ceiling == 100_000_00


def test_the_ceiling_holds_where_the_quota_would_be_more() -> None:
    dear = replace(GAUGES, lines=(CostLine(label="Netz", amount=50_000_00),))
    found = only(dear, IKZ)
    assert found.grant == found.ceiling == 125_000_00
    assert found.remainder == 275_000_00 - 125_000_00


def test_the_programmes_own_quota_depends_on_whether_one_is_alone() -> None:
    assert (only(GAUGES, SHH).quota_percent, only(GAUGES, SHH).is_assumed) == (90, False)
    assert only(replace(GAUGES, communes=1), SHH).quota_percent == 80


@pytest.mark.parametrize(
    ("costs", "programme", "on", "obstacles"),
    [
        (GAUGES, SHH, TODAY, (Obstacle.APPLICATIONS_CLOSED, Obstacle.UNDER_MINIMUM)),
        (GAUGES, SHH, date(2025, 11, 7), (Obstacle.UNDER_MINIMUM,)),
        (replace(GAUGES, communes=10), SHH, date(2025, 11, 7), ()),
        (GAUGES, IKZ, date(2027, 1, 1), (Obstacle.EXPIRED,)),
        (GAUGES, IKZ, date(2026, 12, 31), ()),
        (replace(GAUGES, communes=2), IKZ, TODAY, (Obstacle.TOO_FEW_COMMUNES,)),
    ],
)
def test_what_speaks_against_it_is_named(
    costs: Costs, programme: Support, on: date, obstacles: tuple[Obstacle, ...]
) -> None:
    assert only(costs, programme, on).obstacles == obstacles


def test_without_any_quota_nothing_is_reckoned() -> None:
    found = only(replace(GAUGES, quota_percent=0), IKZ)
    assert (found.quota_percent, found.grant, found.remainder, found.per_commune) == (None, None, None, None)
    assert found.ceiling == 125_000_00


def test_support_in_kind_pays_nothing() -> None:
    others = [support(kind=SupportKind.OWN), support(kind=SupportKind.SUPPORT)]
    assert joint_grants(GAUGES, others, TODAY) == ()


@given(
    amounts=st.lists(st.tuples(st.integers(0, 10**9), st.booleans()), max_size=5),
    communes=st.integers(1, 50),
    quota=st.integers(0, 100),
    programme=st.sampled_from([IKZ, SHH]),
)
def test_grant_and_remainder_make_the_whole(
    amounts: list[tuple[int, bool]], communes: int, quota: int, programme: Support
) -> None:
    lines = tuple(CostLine(label="x", amount=amount, shared=shared) for amount, shared in amounts)
    found = only(Costs(lines=lines, contingency_percent=10, communes=communes, quota_percent=quota), programme)
    if found.grant is None or found.remainder is None or found.per_commune is None:
        assert found.quota_percent is None
        return
    assert found.grant + found.remainder == found.eligible
    assert found.ceiling is None or found.grant <= found.ceiling
    assert found.grant <= found.eligible
    assert abs(Fraction(found.remainder, communes) - found.per_commune) <= Fraction(1, 2)
