"""What programmes would pay at most for a use case, alone or by several communes together, and what speaks against it.

Quotas, ceilings and periods are the packs'; what no source names is left out or reckoned with the adviser's assumption,
and said to be one. A sum is an upper limit and no promise. All sums are integer cents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from advisor_app.domain.freshness import is_expired
from advisor_app.domain.funding_rules import Support, SupportKind
from advisor_app.domain.use_case import Costs, calculate_costs, rounded

_CENTS = 100


class Obstacle(Enum):
    """Why a programme does not pay as things stand."""

    EXPIRED = "expired"
    APPLICATIONS_CLOSED = "applications-closed"
    TOO_FEW_COMMUNES = "too-few-communes"
    UNDER_MINIMUM = "under-minimum"


@dataclass(frozen=True, slots=True, kw_only=True)
class JointGrant:
    """What one programme would pay at most of the external costs, and what is left.

    ``quota_percent`` is None where neither the programme nor the adviser names one: then nothing can be reckoned.
    ``is_assumed``: the quota is the adviser's own. ``ceiling`` is the programme's upper limit for all communes.
    """

    support: Support
    eligible: int
    quota_percent: int | None
    is_assumed: bool
    ceiling: int | None
    grant: int | None
    remainder: int | None
    per_commune: int | None
    obstacles: tuple[Obstacle, ...]


def joint_grants(costs: Costs, supports: Iterable[Support], on: date) -> tuple[JointGrant, ...]:
    """Every funding programme by its own terms, in the packs' order; supports in kind pay nothing and are left out."""
    return tuple(_grant(costs, support, on) for support in supports if support.kind is SupportKind.FUNDING)


def _grant(costs: Costs, support: Support, on: date) -> JointGrant:
    eligible = calculate_costs(costs).alliance_external
    named = support.alliance_quota_percent if costs.communes > 1 else support.quota_percent
    quota = named if named is not None else costs.quota_percent or None
    ceilings = [
        limit * _CENTS
        for limit in (
            support.maximum_grant,
            None if support.commune_ceiling is None else support.commune_ceiling * costs.communes,
        )
        if limit is not None
    ]
    ceiling = min(ceilings, default=None)
    grant = None
    if quota is not None:
        by_quota = rounded(Fraction(eligible * quota, 100))
        grant = by_quota if ceiling is None else min(by_quota, ceiling)
    remainder = None if grant is None else eligible - grant
    return JointGrant(
        support=support,
        eligible=eligible,
        quota_percent=quota,
        is_assumed=quota is not None and named is None,
        ceiling=ceiling,
        grant=grant,
        remainder=remainder,
        per_commune=None if remainder is None else rounded(Fraction(remainder, costs.communes)),
        obstacles=tuple(_obstacles(costs, support, grant, on)),
    )


def _obstacles(costs: Costs, support: Support, grant: int | None, on: date) -> Iterable[Obstacle]:
    if is_expired(support.valid_to, on):
        yield Obstacle.EXPIRED
    if is_expired(support.applications_to, on):
        yield Obstacle.APPLICATIONS_CLOSED
    if support.minimum_communes is not None and costs.communes < support.minimum_communes:
        yield Obstacle.TOO_FEW_COMMUNES
    if support.minimum_grant is not None and grant is not None and grant < support.minimum_grant * _CENTS:
        yield Obstacle.UNDER_MINIMUM
