"""Workshop days as packs propose them; what becomes of them in a case is ``domain/agenda``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import Enum

from advisor_app.domain.agenda import Section, StepKind
from advisor_app.domain.sheet_part import SheetPart


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTemplate:
    """One step of an agenda template; times in minutes.

    ``dimensions`` and ``part`` say which part of the section it is about, ``documents`` are ids of kinds in the order
    in which they are needed.
    """

    id: str
    title: str
    minutes: int
    minimum_minutes: int
    kind: StepKind
    goal: str = ""
    method: str = ""
    outcome: str = ""
    moderation: str = ""
    talking_points: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    section: Section | None = None
    dimensions: tuple[str, ...] = ()
    part: SheetPart | None = None
    documents: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    drop_order: int | None = None
    drop_cost: str = ""


class AgendaVariant(Enum):
    """Shape of a workshop day."""

    FULL_DAY = "full-day"
    HALF_DAY = "half-day"
    TWO_HALF_DAYS = "two-half-days"
    SHORT = "short"
    ONLINE = "online"
    PRE_SURVEY = "pre-survey"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """The plan of a workshop day as a module proposes it."""

    id: str
    title: str
    module: str
    day: int
    variant: AgendaVariant
    optional: bool
    start: time
    steps: tuple[StepTemplate, ...]

    @property
    def comes_with_booking(self) -> bool:
        """Whether a case gets it with its module: days in full that are not optional."""
        return self.variant is AgendaVariant.FULL_DAY and not self.optional
