"""Which question of module 1 the overview of services answers by itself.

The level stands beside the answer: it leads to the Klärungsliste, never into the score. Ids of questions never change;
``tests/domain/test_service_questions.py`` holds the id and its levels against the shipped questionnaire.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor_app.domain.service import Service
from advisor_app.domain.service_overview import MOST_USED, most_used

QUESTIONNAIRE = "m1"
MOST_USED_ONLINE = "1.2.2"
"""How many of the ten services with the most cases can be applied for online."""

_AT_LEAST = (0, 1, 3, 6, 9)
"""Services online from which each level holds (fact base, 1.2.2)."""


@dataclass(frozen=True, slots=True)
class MeasuredLevel:
    """A level that a tool of the workshop tells, and the count that it comes from."""

    count: int
    level: int


def most_used_online(questionnaire: str, services: Iterable[Service]) -> MeasuredLevel | None:
    """The level by the ten most used services; None as long as there are not ten of which this is known."""
    used = most_used(services) if questionnaire == QUESTIONNAIRE else ()
    if len(used) < MOST_USED or any(service.online is None for service in used):
        return None
    count = sum(service.is_applied_for_online for service in used)
    return MeasuredLevel(count, max(level for level, least in enumerate(_AT_LEAST) if count >= least))
