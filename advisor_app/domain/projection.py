"""What a room may be shown of a case, and what a projector can be asked for.

Two rules keep the room apart from everything internal. Pages ask by name only (``Projectable``): no text passes from
them to the wall. And what stands there is read from ``for_room(case)``: a case in which nothing written freely is left
but what was written to be read by the group.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeAlias

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.candidate import Candidate
from advisor_app.domain.case import Case
from advisor_app.domain.e_file import RolloutStep
from advisor_app.domain.free_text import with_texts_by_path
from advisor_app.domain.plan import Measure, Plan
from advisor_app.domain.poll import Poll
from advisor_app.domain.process import Flow, ProcessSheet
from advisor_app.domain.release import released_to
from advisor_app.domain.service import Service
from advisor_app.domain.usage import Period, ServiceUsage, UsageCut
from advisor_app.domain.words import Audience

ROOM = Audience.REPORT
"""The room reads what the commune's report may say, and no more.

Minutes are read afterwards by those who took part. A wall can be photographed by whoever comes in, and nobody can be
asked to forget it: so what was released for the minutes alone does not stand on it.
"""

WRITTEN_FOR_THE_ROOM: Mapping[type, frozenset[tuple[str, ...]]] = MappingProxyType(
    {
        Candidate: frozenset({("title",)}),
        AgendaDay: frozenset({("title",), ("steps", "title")}),
        Measure: frozenset({("title",), ("milestones", "title")}),
        Plan: frozenset({("milestones", "title")}),
        RolloutStep: frozenset({("office",)}),
        ProcessSheet: frozenset(
            {("title",), ("as_is", "title"), ("as_is", "actor"), ("to_be", "title"), ("to_be", "actor")}
        ),
        Service: frozenset({("title",), ("office",)}),
        ServiceUsage: frozenset({("title",)}),
    }
)
"""Free texts by record and path that the group reads: agenda, plan, processes, candidates, services, offices.

A field that is not listed does not reach a projector, whoever adds it to a record.
"""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]{1,80}(?:/[A-Za-z0-9_\-]{0,80})*/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableStep:
    """A step of a workshop day."""

    day: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableQuestion:
    """A question of an assessment with its levels."""

    assessment: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectablePoll:
    """A poll: how many have voted, and the distribution once it is open."""

    poll: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableResult:
    """Profile and dimensions of an assessment."""

    assessment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectablePlan:
    """The plan over time; where not all of it fits, the part with this measure."""

    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableProcess:
    """A flow of a process; where not all of it fits, the part with this step."""

    process: str
    flow: Flow = Flow.AS_IS
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableDots:
    """Dots for impact areas: how many there are, and each area's once they are open."""

    poll: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableCandidates:
    """The matrix of candidates for use cases; where not all of it fits, the part with this one (K-01)."""

    focus: str = ""


class ServicesPicture(Enum):
    """What is shown of all services together."""

    MOST_USED = "most-used"
    OFFICES = "offices"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableServices:
    """The services: the ten used most beside how mature all are, or how far every office is."""

    picture: ServicesPicture = ServicesPicture.MOST_USED


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableUsage:
    """A cut of the usage statistics in a period; of all online services, or of the one with this id."""

    cut: UsageCut
    period: Period
    service: str = ""


class EFileView(Enum):
    """What of an electronic file a room can look at."""

    AREAS = "areas"
    SCANNING = "scanning"
    ROLLOUT = "rollout"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableEFile:
    """Functional areas with their gaps, variants of scanning by their points, or the rollout over time."""

    view: EFileView


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableBreak:
    """A break; ``resumes`` is an instant in UTC, None where it was not said."""

    resumes: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectableJoin:
    """Where phones join a poll. ``cells`` are the rows of its code, True for dark.

    ValueError where the address is none of a page in a network, or the code no square.
    """

    address: str
    cells: tuple[tuple[bool, ...], ...]

    def __post_init__(self) -> None:
        """Let nothing through that could carry words."""
        if not _ADDRESS.fullmatch(self.address):
            raise ValueError("not the address of a page")
        if not self.cells or any(len(row) != len(self.cells) for row in self.cells):
            raise ValueError("the code is no square")


Projectable: TypeAlias = (
    ProjectableStep
    | ProjectableQuestion
    | ProjectablePoll
    | ProjectableResult
    | ProjectablePlan
    | ProjectableProcess
    | ProjectableDots
    | ProjectableCandidates
    | ProjectableServices
    | ProjectableUsage
    | ProjectableEFile
    | ProjectableBreak
    | ProjectableJoin
)
"""What a page can ask for. All of it are names, times and an address: there is no field for words."""


def for_room(case: Case) -> Case:
    """The case as a room may see it: without people and without a word that was not written for it.

    Polls and dots are there with what ``shown`` of them tells, whatever of them is released on paper.
    """
    shown = replace(released_to(case, ROOM), people={}, statements={}, polls=case.polls, area_polls=case.area_polls)
    kept = {field.name: _readable(getattr(shown, field.name)) for field in fields(shown)}
    return replace(shown, **kept | {"polls": {name: _unnamed(item) for name, item in kept["polls"].items()}})


def _unnamed(poll: Poll) -> Poll:
    """A poll in which nobody's vote can be told from another's."""
    return replace(poll, rounds=tuple(replace(item, roles=()) for item in poll.rounds))


def _readable(value: Any) -> Any:
    """Records and what holds them, with empty strings in the place of free text."""
    if isinstance(value, Mapping):
        return {key: _readable(item) for key, item in value.items()}
    allowed = WRITTEN_FOR_THE_ROOM.get(type(value), frozenset())
    return with_texts_by_path(value, lambda path, words: words if path in allowed else "")
