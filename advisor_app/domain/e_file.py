"""Where a commune stands with its electronic file: functional areas with state and need, and the rollout by office.

What the areas are stands in a content pack (``e_file_guide``). Responsible are offices and functions, never people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from advisor_app.domain.e_file_guide import EFileArea, EFileGuide
from advisor_app.domain.words import Words


class AreaState(Enum):
    """How far an area is used in the house today."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"


class Need(Enum):
    """How much an area is needed, the most urgent first."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaStanding:
    """What a group said about a functional area; ``id`` is the area's, None is not said yet.

    ``demands`` are requirements of the house's own, one a line.
    """

    id: str
    state: AreaState | None = None
    need: Need | None = None
    responsible: str = ""
    remark: Words = Words()
    demands: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said: then it is no record."""
        return self == AreaStanding(id=self.id)

    @property
    def own_demands(self) -> tuple[str, ...]:
        """The house's own requirements without empty lines."""
        return tuple(line.strip() for line in self.demands.splitlines() if line.strip())


class Gap(Enum):
    """What is missing between state and need; OPEN where one of them is not said."""

    OPEN = "open"
    WHOLE = "whole"
    PART = "part"
    NONE = "none"


def gap_of(standing: AreaStanding) -> Gap:
    """The gap of an area."""
    if standing.state is AreaState.YES:
        return Gap.NONE
    if standing.state is None or standing.need is None:
        return Gap.OPEN
    return Gap.WHOLE if standing.state is AreaState.NO else Gap.PART


@dataclass(frozen=True, slots=True)
class JudgedArea:
    """An area with its printed number and what was said about it."""

    number: int
    area: EFileArea
    standing: AreaStanding

    @property
    def gap(self) -> Gap:
        """What is missing."""
        return gap_of(self.standing)


def judged(guide: EFileGuide, standings: Mapping[str, AreaStanding]) -> tuple[JudgedArea, ...]:
    """Every area of the guide with what was said about it; records of areas that are gone are left out."""
    return tuple(
        JudgedArea(number, area, standings.get(area.id, AreaStanding(id=area.id))) for number, area in guide.numbered()
    )


def in_urgency(areas: Iterable[JudgedArea]) -> tuple[JudgedArea, ...]:
    """Areas with a gap: what must be there and is not comes first, ties in the guide's order."""
    order = list(Need)
    open_ones = [item for item in areas if item.gap in {Gap.WHOLE, Gap.PART} and item.standing.need is not None]
    return tuple(
        sorted(
            open_ones,
            key=lambda item: (
                order.index(item.standing.need or Need.COULD),
                item.gap is Gap.PART,
                item.number,
            ),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCounts:
    """How many areas have a need, and how many of these a gap; ``unsaid`` lack state or need."""

    needed: Mapping[Need, int]
    missing: Mapping[Need, int]
    unsaid: int


def counts_of(areas: Iterable[JudgedArea]) -> AreaCounts:
    """What the head of page and sheet says."""
    listed = tuple(areas)
    gaps = {Gap.WHOLE, Gap.PART}
    return AreaCounts(
        needed={need: sum(item.standing.need is need for item in listed) for need in Need},
        missing={need: sum(item.standing.need is need and item.gap in gaps for item in listed) for need in Need},
        unsaid=sum(item.standing.state is None or item.standing.need is None for item in listed),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementLine:
    """A requirement as it is printed: number, sentence, how much it is needed, and whether it is the house's own."""

    number: str
    text: str
    need: Need
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementGroup:
    """The requirements of an area."""

    area: JudgedArea
    lines: tuple[RequirementLine, ...]


def requirement_groups(areas: Iterable[JudgedArea]) -> tuple[RequirementGroup, ...]:
    """The requirements of every area that somebody needs; the house's own follow under E-numbers (7.E1)."""
    found = []
    for item in areas:
        need = item.standing.need
        if need is None:
            continue
        lines = [RequirementLine(number=line.id, text=line.text, need=need) for line in item.area.requirements]
        lines += [
            RequirementLine(number=f"{item.number}.E{place}", text=text, need=need, is_own=True)
            for place, text in enumerate(item.standing.own_demands, 1)
        ]
        if lines:
            found.append(RequirementGroup(area=item, lines=tuple(lines)))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolloutStep:
    """When an office begins to lead its files electronically, and until when that is done.

    Once a measure of the plan stands for it (``Measure.rollout``), the measure's dates and responsible hold.
    """

    id: str
    office: str = ""
    start: date | None = None
    end: date | None = None
    responsible: str = ""
    remark: Words = Words()
