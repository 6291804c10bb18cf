"""What dragging in the timeline means: where a step is dropped, how long one is stretched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DropPlace:
    """Before or behind a step, and the height at which the line is drawn."""

    step: str
    is_behind: bool
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDrag:
    """A drag in progress: of a whole step, or of its lower edge (``stretches``); ``y`` is where it began."""

    step: str
    y: int
    stretches: bool

    def marks(self, y: int, mark_height: int) -> int:
        """How many five-minute marks the edge has been dragged down: one for every ``mark_height`` pixels."""
        return round((y - self.y) / mark_height)


def place_of(order: Sequence[str], moving: str, drop: DropPlace) -> int:
    """The place (from 0) among the other steps at which the moving one then stands."""
    rest = [step for step in order if step != moving]
    if drop.step not in rest:
        return list(order).index(moving)
    return rest.index(drop.step) + drop.is_behind
