"""Measures as the catalogue of a pack has them; what a plan makes of them is ``domain/plan``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Effort(Enum):
    """Effort classes in person days: S up to 10, M up to 40, L above."""

    S = "S"
    M = "M"
    L = "L"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTrigger:
    """A measure is proposed too when this question's level is at most ``at_most``."""

    question: str
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTemplate:
    """A measure of the catalogue, proposed where its dimension's level lies from ``at_least`` to ``at_most``."""

    id: str
    dimension: str
    at_least: int
    at_most: int
    title: str
    description: str
    first_steps: tuple[str, ...]
    roles: tuple[str, ...]
    prerequisites: str
    effort: Effort
    person_days: tuple[int, int]
    cost_class: int
    months: int
    support: tuple[str, ...]
    alliance_only: bool
    indicator: str
    risks: str
    builds_on: tuple[str, ...]
    questions: tuple[QuestionTrigger, ...]
    sources: tuple[str, ...]
    as_of: date
    retired: bool = False
