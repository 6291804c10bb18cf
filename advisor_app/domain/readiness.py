"""„Startklar?“: what is looked at the day before a workshop, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum


class ReadyPoint(Enum):
    """What has to be in place on the eve of a workshop day, in the order in which it is told."""

    ANSWERS = "answers"
    BACKUP = "backup"
    PRINT_PACK = "print-pack"
    SCREEN = "screen"
    CONTACT = "contact"
    EMERGENCY_FOLDER = "emergency-folder"

    @property
    def is_checked(self) -> bool:
        """Whether the program finds out by itself; the others are ticked by hand, or settled by making a file."""
        return self in {ReadyPoint.ANSWERS, ReadyPoint.BACKUP, ReadyPoint.CONTACT}


class ReadyState(Enum):
    """What is known of a point."""

    READY = "ready"
    NOT_READY = "not-ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyResult:
    """What came of one point; ``by_hand`` tells that somebody vouches for it.

    ``found`` of ``wanted``: forms that were imported, cases in the backup, people who can be reached, pages made.
    """

    point: ReadyPoint
    state: ReadyState
    at: datetime
    by_hand: bool = False
    found: int = 0
    wanted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCheck:
    """The results for one workshop day; its id is the day's."""

    id: str
    results: tuple[ReadyResult, ...] = ()

    def result(self, point: ReadyPoint) -> ReadyResult | None:
        """What came of a point; None where nobody has looked yet."""
        return next((item for item in self.results if item.point is point), None)

    @property
    def is_ready(self) -> bool:
        """Whether every point is in place."""
        return all(is_settled(self.result(point)) for point in ReadyPoint)

    @property
    def missing(self) -> tuple[ReadyPoint, ...]:
        """The points that are not in place, or that nobody has looked at."""
        return tuple(point for point in ReadyPoint if not is_settled(self.result(point)))


def is_settled(result: ReadyResult | None) -> bool:
    """Whether a point is in place."""
    return result is not None and result.state is ReadyState.READY


def with_result(check: ReadyCheck, result: ReadyResult) -> ReadyCheck:
    """The check with one result in the place of an earlier one; what somebody vouched for by hand outweighs a no."""
    before = check.result(result.point)
    vouched = before is not None and before.by_hand and is_settled(before)
    if vouched and not result.by_hand and not is_settled(result):
        return check
    kept = [item for item in check.results if item.point is not result.point]
    order = list(ReadyPoint)
    return replace(check, results=tuple(sorted([*kept, result], key=lambda item: order.index(item.point))))


def without_result(check: ReadyCheck, point: ReadyPoint) -> ReadyCheck:
    """The check as if nobody had looked at a point."""
    return replace(check, results=tuple(item for item in check.results if item.point is not point))
