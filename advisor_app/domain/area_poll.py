"""Dots for impact areas: everybody present has a few, they are counted, opened, and areas are chosen by them.

A poll of its own beside ``domain/poll.py``: there votes are for one of five levels, here dots are spread over areas.
Nobody's dots are told apart, and before they are opened the room sees how many there are and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import MOST_VOTES
from advisor_app.domain.poll import CountedBy
from advisor_app.domain.words import Audience

USUAL_DOTS = 3
"""Dots that everybody has, unless another number is agreed (own assumption)."""

MOST_DOTS_EACH = 9
"""Dots that one person can have at most; more than areas there are would tell nothing."""

MOST_CHOSEN = 3
"""Impact areas that are proposed at most: a commune chooses one to three (fact base C6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaDots:
    """How many dots an impact area has."""

    area: str
    dots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomDots:
    """What the room may see: how many dots there are of how many; each area's only once they are open."""

    total: int
    expected: int
    dots: Mapping[str, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPoll:
    """Dots of a group for the impact areas of an assessment.

    ``present`` is 0 where nobody has counted the people; ``areas`` are those that were taken over into the assessment;
    ``audience`` is for whom the figures are released on paper.
    """

    id: str
    assessment: str
    started_at: datetime
    dots_each: int = USUAL_DOTS
    present: int = 0
    area_dots: tuple[AreaDots, ...] = ()
    counted_by: tuple[CountedBy, ...] = ()
    revealed_at: datetime | None = None
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.INTERNAL

    @property
    def is_revealed(self) -> bool:
        """Whether the dots are open."""
        return self.revealed_at is not None

    @property
    def total(self) -> int:
        """All dots that were counted."""
        return sum(self.dots.values())

    @property
    def expected(self) -> int:
        """Dots that everybody present has together; 0 where nobody has counted the people."""
        return self.present * self.dots_each

    @property
    def excess(self) -> int:
        """Dots that were counted beyond those that there are; 0 where nobody has counted the people."""
        return max(0, self.total - self.expected) if self.present else 0

    @property
    def dots(self) -> dict[str, int]:
        """Dots by area; an area without any may be missing."""
        return {item.area: max(0, item.dots) for item in self.area_dots}

    @property
    def shown(self) -> RoomDots:
        """All that the room may see, and no more."""
        return RoomDots(total=self.total, expected=self.expected, dots=self.dots if self.is_revealed else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedArea:
    """An area with its dots and its place, which all with as many dots share; None without any."""

    area: str
    dots: int
    place: int | None
    is_tied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedAreas:
    """Areas that the dots speak for, and those that share the place at which no more would fit."""

    areas: tuple[str, ...]
    undecided: tuple[str, ...] = ()


def with_dot(poll: AreaPoll, area: str, by: int = 1) -> AreaPoll:
    """A dot more that a key has counted, or less with ``by=-1``; raises DOTS_OPEN, BAD_DOTS."""
    if poll.is_revealed:
        raise AdvisorError(Problem.DOTS_OPEN)
    dots = {**poll.dots, area: max(0, poll.dots.get(area, 0) + by)}
    return _counted(poll, dots, CountedBy.KEYS)


def with_numbers(poll: AreaPoll, dots: Mapping[str, int]) -> AreaPoll:
    """All dots as they were counted by hand, also to correct what is open; raises BAD_DOTS."""
    return _counted(poll, dots, CountedBy.NUMBERS)


def with_phones(poll: AreaPoll, before: Mapping[str, int], now: Mapping[str, int]) -> AreaPoll:
    """The dots of phones as they stand now, in place of what they were ``before``; raises DOTS_OPEN, BAD_DOTS.

    A phone may spread its dots anew, so that an area may lose some; whatever was counted otherwise stays.
    """
    if poll.is_revealed:
        raise AdvisorError(Problem.DOTS_OPEN)
    counted = poll.dots
    areas = {*counted, *before, *now}
    moved = {area: counted.get(area, 0) + now.get(area, 0) - before.get(area, 0) for area in areas}
    return _counted(poll, {area: max(0, dots) for area, dots in moved.items()}, CountedBy.PHONES)


def with_people(poll: AreaPoll, present: int, dots_each: int) -> AreaPoll:
    """How many are there (0: nobody has counted) and how many dots each of them has; raises BAD_DOTS."""
    if present not in range(MOST_VOTES + 1) or dots_each not in range(1, MOST_DOTS_EACH + 1):
        raise AdvisorError(Problem.BAD_DOTS, people=MOST_VOTES, dots=MOST_DOTS_EACH)
    return replace(poll, present=present, dots_each=dots_each)


def revealed(poll: AreaPoll, at: datetime) -> AreaPoll:
    """The dots opened to the room; what is open stays so. Raises NO_DOTS without a dot."""
    if not poll.total:
        raise AdvisorError(Problem.NO_DOTS)
    return poll if poll.is_revealed else replace(poll, revealed_at=at)


def ranked_areas(poll: AreaPoll, areas: Sequence[str]) -> tuple[RankedArea, ...]:
    """All areas by their dots, those with as many in the order given; the next place after a tie is left out."""
    dots = poll.dots
    counts = sorted((dots.get(area, 0) for area in areas), reverse=True)
    ordered = sorted(areas, key=lambda area: -dots.get(area, 0))
    return tuple(
        RankedArea(
            area=area,
            dots=count,
            place=counts.index(count) + 1 if count else None,
            is_tied=bool(count) and counts.count(count) > 1,
        )
        for area, count in ((area, dots.get(area, 0)) for area in ordered)
    )


def proposed_areas(poll: AreaPoll, areas: Sequence[str], most: int = MOST_CHOSEN) -> ProposedAreas:
    """The areas with the most dots, as many as may be chosen; a tie that would be cut is left to the group."""
    chosen: tuple[str, ...] = ()
    ranked = [item for item in ranked_areas(poll, areas) if item.place is not None]
    for place in dict.fromkeys(item.place for item in ranked):
        group = tuple(item.area for item in ranked if item.place == place)
        if len(chosen) == most:
            break
        if len(chosen) + len(group) > most:
            return ProposedAreas(areas=_in_order(chosen, areas), undecided=_in_order(group, areas))
        chosen += group
    return ProposedAreas(areas=_in_order(chosen, areas))


def _in_order(some: Sequence[str], areas: Sequence[str]) -> tuple[str, ...]:
    return tuple(area for area in areas if area in some)


def _counted(poll: AreaPoll, dots: Mapping[str, int], counted_by: CountedBy) -> AreaPoll:
    counted = tuple(AreaDots(area=area, dots=count) for area, count in sorted(dots.items()) if count)
    if any(count < 0 for count in dots.values()) or sum(dots.values()) > MOST_VOTES * MOST_DOTS_EACH:
        raise AdvisorError(Problem.BAD_DOTS, people=MOST_VOTES, dots=MOST_DOTS_EACH)
    used = {*poll.counted_by, counted_by} if counted else set()
    return replace(poll, area_dots=counted, counted_by=tuple(way for way in CountedBy if way in used))
