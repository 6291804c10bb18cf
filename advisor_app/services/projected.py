"""What can stand on a wall: every word and picture of it, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from advisor_app.charts.scene import Chart
from advisor_app.domain.poll import RoomRound, Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedLevel:
    """One level of the scale: its number, the words of the question for it (may be empty), and the scale's own word."""

    number: int
    anchor: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedTitle:
    """Nothing but where one is: the commune and the module, or the program."""

    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedStep:
    """A step with its goal, its place (from 1) among the steps of the day, and the title of the next one."""

    title: str
    goal: str
    place: int
    count: int
    following: str
    footing: str
    is_break: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedQuestion:
    """A question with its levels from 0 on, or its choices.

    ``recorded`` is the level that was entered while the question stood on the wall, None where none was.
    """

    id: str
    dimension: str
    text: str
    footing: str
    levels: tuple[ProjectedLevel, ...] = ()
    choices: tuple[str, ...] = ()
    recorded: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedPoll:
    """A poll: its rounds as the room may see them (the last one counts), and what the group settled on."""

    id: str
    dimension: str
    text: str
    footing: str
    levels: tuple[ProjectedLevel, ...]
    rounds: tuple[RoomRound, ...]
    settled: Settled | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedCharts:
    """One chart, or two side by side, under a title."""

    kicker: str
    title: str
    charts: tuple[Chart, ...]
    footing: str
    focus: str = ""
    """The part of a chart that has to be in sight where not all of it fits."""
    note: str = ""
    """What has to be said of the figures, whoever sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedBreak:
    """A break, with the local time at which it goes on (``13:00``), empty where that was not said."""

    resumes: str
    footing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedJoin:
    """Where phones join a poll: its address, and the rows of its code (True for dark)."""

    address: str
    cells: tuple[tuple[bool, ...], ...]
    footing: str


Projection: TypeAlias = (
    ProjectedTitle
    | ProjectedStep
    | ProjectedQuestion
    | ProjectedPoll
    | ProjectedCharts
    | ProjectedBreak
    | ProjectedJoin
)
"""Everything that can stand on the wall. Values: a frozen picture is one that is kept."""
