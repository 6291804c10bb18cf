"""What a commune decided at the end of module 4: one use case, or a plan of measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WayDecision:
    """The decision about an assessment, whose id it bears; ``way`` is None while it is open.

    ``phase`` is the phase that was known when it was made: a later answer must not rewrite what it was based on.
    ``decided_by`` is a function or body of the house.
    """

    id: str
    way: Way | None = None
    reason: Words = Words()
    decided_by: str = ""
    decided_on: date | None = None
    phase: int | None = None
