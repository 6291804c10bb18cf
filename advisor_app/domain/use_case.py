"""The use-case profile and its cost calculation. All sums are integer cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

MOST_COMMUNES = 500
"""Communes in an alliance; there are fewer in the whole Land."""


class Roadmap(Enum):
    """How far a solution has come, from idea to transfer."""

    IDEA = "Idee"
    CONCEPT = "Konzept/Prototyp"
    PILOT = "Pilot"
    OPERATION = "Verstetigung"
    TRANSFER = "Transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure that shows whether the goal is reached, with its value today and the value aimed at."""

    name: str
    baseline: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One-off cost in cents; ``shared`` costs arise once for all communes of an alliance."""

    label: str
    amount: int
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Assumptions of the calculation: percentages are whole, ``hourly_rate`` and ``yearly`` in cents."""

    lines: tuple[CostLine, ...] = ()
    contingency_percent: int = 0
    internal_hours: int = 0
    hourly_rate: int = 0
    yearly: int = 0
    communes: int = 1
    quota_percent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CostResult:
    """Sums in cents.

    ``total`` is one commune alone. An alliance is stated twice: ``alliance_external`` with shared costs once and
    without internal hours, and ``alliance_multiplied`` as the single total times the communes; both with what remains
    per commune.
    """

    external: int
    contingency: int
    internal: int
    total: int
    alliance_external: int
    alliance_external_remainder: int
    alliance_external_per_commune: int
    alliance_multiplied: int
    alliance_multiplied_remainder: int
    alliance_multiplied_per_commune: int


def rounded(amount: Fraction) -> int:
    """Cents, rounded half up."""
    return (amount + Fraction(1, 2)).__floor__()


def calculate_costs(costs: Costs) -> CostResult:
    """All sums of a use case."""
    external = sum(line.amount for line in costs.lines)
    factor = 1 + Fraction(costs.contingency_percent, 100)
    contingency = rounded(external * (factor - 1))
    internal = costs.internal_hours * costs.hourly_rate
    total = external + contingency + internal
    shared = sum(line.amount for line in costs.lines if line.shared)
    alliance = rounded((shared + (external - shared) * costs.communes) * factor)
    multiplied = total * costs.communes
    remaining = 1 - Fraction(costs.quota_percent, 100)
    return CostResult(
        external=external,
        contingency=contingency,
        internal=internal,
        total=total,
        alliance_external=alliance,
        alliance_external_remainder=rounded(alliance * remaining),
        alliance_external_per_commune=rounded(alliance * remaining / costs.communes),
        alliance_multiplied=multiplied,
        alliance_multiplied_remainder=rounded(multiplied * remaining),
        alliance_multiplied_per_commune=rounded(multiplied * remaining / costs.communes),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something to be reached by a day; ``on`` is None while it is open."""

    title: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A risk and what is done against it."""

    risk: str
    countermeasure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCase:
    """One concrete digital solution as a profile; ``number`` is printed as UC-01."""

    id: str
    number: int
    title: str
    author: str = ""
    state: str = ""
    as_of: date | None = None
    areas: tuple[str, ...] = ()
    problem: str = ""
    problem_evidence: str = ""
    beneficiaries: str = ""
    goal: str = ""
    indicators: tuple[Indicator, ...] = ()
    solution: str = ""
    exclusions: str = ""
    participants: str = ""
    responsible: str = ""
    operator: str = ""
    data_source: str = ""
    personal_data: str = ""
    publication: str = ""
    technology: str = ""
    interfaces: str = ""
    standards: str = ""
    law: str = ""
    data_protection: str = ""
    security: str = ""
    accessibility: str = ""
    benefit: str = ""
    costs: Costs = Costs()
    staff: str = ""
    funding: str = ""
    own_share: str = ""
    risks: tuple[Risk, ...] = ()
    dependencies: str = ""
    milestones: tuple[Milestone, ...] = ()
    roadmap: Roadmap = Roadmap.IDEA
    transfer: str = ""
    decision: str = ""
    decided_on: date | None = None

    @property
    def code(self) -> str:
        """The printed number."""
        return f"UC-{self.number:02d}"
