"""By what candidates for use cases are rated, and what follows from a phase, as packs define it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Axis(Enum):
    """A side of the matrix: what a use case brings, and how well it can be done."""

    BENEFIT = "benefit"
    FEASIBILITY = "feasibility"


class Way(Enum):
    """What module 4 ends with: one use case worked out, or a plan of measures."""

    USE_CASE = "use-case"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingCriterion:
    """What a group rates a candidate by, from 1 (``low``) to 5 (``high``), with its weight on its axis."""

    id: str
    axis: Axis
    title: str
    question: str
    low: str
    high: str
    weight: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayRule:
    """The way that suits some phases, both ends included; the commune decides."""

    id: str
    way: Way
    first_phase: int
    last_phase: int
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRules:
    """Criteria in the packs' order, and the ways by phase."""

    criteria: Mapping[str, RatingCriterion]
    ways: tuple[WayRule, ...]

    def of_axis(self, axis: Axis) -> tuple[RatingCriterion, ...]:
        """The criteria of one side of the matrix."""
        return tuple(item for item in self.criteria.values() if item.axis is axis)

    def suggested(self, phase: int | None) -> WayRule | None:
        """The way that suits a phase; None where the phase is not known or no rule covers it."""
        if phase is None:
            return None
        return next((rule for rule in self.ways if rule.first_phase <= phase <= rule.last_phase), None)
