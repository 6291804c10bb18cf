"""What all modules build on: the scale, modules, dimensions, roles, kinds of communes, sources and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from advisor_app.domain.commune import CommuneKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor_app.domain.case import CaseCommune

MAXIMUM_LEVEL = 4
MOST_VOTES = 500
"""Votes in a round of a poll; nobody polls a larger group (own assumption)."""


class Certainty(Enum):
    """How sure the fact base is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class DimensionKind(Enum):
    """Cross-cutting dimensions make up the module's score; impact areas have a profile of their own."""

    CROSS_CUTTING = "cross-cutting"
    IMPACT_AREA = "impact-area"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from."""

    id: str
    title: str
    publisher: str
    date: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One of the four consulting modules."""

    id: str
    number: int
    title: str
    summary: str
    days: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionTitle:
    """Name of a dimension, known for every module also where its questionnaire is still missing."""

    id: str
    module: str
    kind: DimensionKind
    title: str
    short: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A function in a commune's administration, never a person."""

    id: str
    title: str
    description: str
    fallback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTitle:
    """Name of a kind of commune."""

    id: CommuneKind
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of the scale 0–4; ``below`` is the upper bound of its band (None for the highest)."""

    number: int
    word: str
    meaning: str
    below: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The scale and the figures that scoring uses; its version is the scoring version of a result."""

    version: str
    notice: str
    levels: tuple[Level, ...]
    minimum_answers: int
    minimum_coverage: Decimal
    blocking_cap: Decimal
    near: Decimal
    default_target_step: int
    priority_a: int
    priority_c: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that houses name differently (Gemeindevorstand, Magistrat, Kreisausschuss)."""

    id: str
    title: str
    choices: tuple[str, ...]
    by_kind: Mapping[CommuneKind, str] = field(default_factory=lambda: MappingProxyType({}))
    in_towns: str = ""

    def default(self, commune: CaseCommune) -> str:
        """The word a commune uses unless it says otherwise; a town of a district may have another (§ 9 HGO)."""
        if self.in_towns and commune.kind is CommuneKind.MUNICIPALITY and commune.is_town:
            return self.in_towns
        return self.by_kind.get(commune.kind, self.choices[0])
