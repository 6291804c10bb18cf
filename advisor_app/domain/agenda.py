"""The agenda of a workshop day: what is stored of it. Start times follow from the order and are never stored.

When steps are planned: ``agenda_schedule``. What can be changed: ``agenda_edits``. How the day goes:
``agenda_course``. What is to be expected of it: ``agenda_forecast``. The clock: ``agenda_clock``. Planning the rest
anew: ``agenda_replan``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.sheet_part import SheetPart
from advisor_app.domain.words import Words

if TYPE_CHECKING:
    from advisor_app.domain.agenda_template import AgendaTemplate

MINUTES_MARK = 5
"""Agendas are planned on five-minute marks."""
LONGEST_STEP = 480


class StepKind(Enum):
    """What an agenda step is for."""

    WORK = "work"
    BREAK = "break"
    LUNCH = "lunch"


class StepState(Enum):
    """How far a step is; an interrupted one has begun and waits until it goes on."""

    OPEN = "open"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    DONE = "done"
    SKIPPED = "skipped"


class Section(Enum):
    """The page of the program that belongs to an agenda step: its name, or a part of one that has its own work."""

    ASSESSMENT = "assessment"
    RESULTS = "results"
    AREAS = "areas"
    TARGETS = "targets"
    USE_CASE = "use-case"
    PROCESSES = "processes"
    PLAN = "plan"
    CANDIDATES = "candidates"
    RANKING = "ranking"
    DECISION = "decision"
    SERVICES = "services"
    SERVICE_OFFICES = "service-offices"
    E_FILE_AREAS = "e-file-areas"
    E_FILE_WAY = "e-file-way"
    FILE_PLAN = "file-plan"
    FILING_EXERCISE = "filing-exercise"
    SCANNING = "scanning"
    E_FILE_ROLLOUT = "e-file-rollout"
    COSTS = "costs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A time in which nothing counts, as instants in UTC; ``ended`` is None while it lasts.

    ``resumes`` is when it is to be over, as the room was told.
    """

    started: datetime
    ended: datetime | None = None
    resumes: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """What was planned of a step when its day was begun: ``begins`` is an instant in UTC."""

    id: str
    title: str
    begins: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """The machine's clock was set during the day, by so many seconds (forward: positive); ``at`` is of the new time."""

    at: datetime
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaStep:
    """One step of a day; durations in minutes, ``started`` and ``ended`` are instants in UTC.

    ``module``: the step's own where it differs from the day's. ``pinned``: the local time at which it begins, whatever
    stands before it. ``group``: neighbours with a group form a parallel block, in which the steps of each group follow
    one another. ``ticked``: numbers of the talking points that were dealt with, from 1. ``pauses``: when it stood still
    after it had begun, because another step ran. ``part_of``: id of the step whose second part it is. ``dimensions``:
    those that the section is about, none for whatever the step stands for; ``part``: that of the process sheets.
    ``document_kinds``: kinds of documents that are needed, None for those that the packs name.
    """

    id: str
    title: str
    minutes: int
    minimum_minutes: int
    kind: StepKind = StepKind.WORK
    template_step: str | None = None
    section: Section | None = None
    started: datetime | None = None
    ended: datetime | None = None
    skipped: bool = False
    note: Words = Words()
    module: str = ""
    pinned: time | None = None
    group: str = ""
    ticked: tuple[int, ...] = ()
    pauses: tuple[Pause, ...] = ()
    part_of: str = ""
    dimensions: tuple[str, ...] = ()
    part: SheetPart | None = None
    document_kinds: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDay:
    """One workshop day of a module with its steps in order; ``on``, ``start`` and ``ends`` are local (Europe/Berlin).

    ``ends`` is the agreed end, None where none was agreed. ``pauses`` stop the clock of whatever runs. ``as_planned``
    is what was planned when the first step began; it stays whatever is planned anew. ``clock_changes``: see
    ``agenda_clock``; all instants of the day are already those of the new time.
    """

    id: str
    module: str
    title: str
    number: int
    template: str | None = None
    on: date | None = None
    start: time = time(9, 0)
    place: str = ""
    steps: tuple[AgendaStep, ...] = ()
    ends: time | None = None
    pauses: tuple[Pause, ...] = ()
    as_planned: tuple[PlannedStep, ...] = ()
    clock_changes: tuple[ClockChange, ...] = ()


def day_from_template(template: AgendaTemplate, number: int, new_id: Callable[[], str]) -> AgendaDay:
    """A day as the module proposes it."""
    return AgendaDay(
        id=new_id(),
        module=template.module,
        title=template.title,
        number=number,
        template=template.id,
        start=template.start,
        steps=tuple(
            AgendaStep(
                id=new_id(),
                title=step.title,
                minutes=step.minutes,
                minimum_minutes=step.minimum_minutes,
                kind=step.kind,
                template_step=step.id,
                section=step.section,
                dimensions=step.dimensions,
                part=step.part,
            )
            for step in template.steps
        ),
    )


def further_day(
    days: Iterable[AgendaDay], module: str, template: AgendaTemplate | None, title: str, new_id: Callable[[], str]
) -> AgendaDay:
    """A day of a module behind those that it has: as a template proposes it, else without steps.

    ``title`` is that of a day without steps, with ``{number}`` in it.
    """
    number = max((day.number for day in days if day.module == module), default=0) + 1
    if template is not None:
        return day_from_template(template, number, new_id)
    return AgendaDay(id=new_id(), module=module, title=title.format(number=number), number=number)


def find_step(day: AgendaDay, step_id: str) -> AgendaStep | None:
    """The step with an id."""
    return next((step for step in day.steps if step.id == step_id), None)


def with_step(day: AgendaDay, step: AgendaStep) -> AgendaDay:
    """The day with another version of one step."""
    return replace(day, steps=tuple(step if other.id == step.id else other for other in day.steps))


def days_in_order(days: Iterable[AgendaDay]) -> tuple[AgendaDay, ...]:
    """Days by module, date and number; in each module those without a date come last."""
    return tuple(sorted(days, key=lambda day: (day.module, day.on is None, str(day.on), day.number, day.id)))


def coded_days(days: Iterable[AgendaDay]) -> Iterator[tuple[str, AgendaDay]]:
    """Every day in order with its code: module, hyphen, place among the days of the module (``M4-1``)."""
    count: Counter[str] = Counter()
    for day in days_in_order(days):
        count[day.module] += 1
        yield f"{day.module}-{count[day.module]}", day


def module_of(day: AgendaDay, step: AgendaStep) -> str:
    """The module that a step belongs to."""
    return step.module or day.module


def modules_of(day: AgendaDay) -> tuple[str, ...]:
    """The modules that a day works on: its own, then those of its steps in order."""
    return tuple(dict.fromkeys((day.module, *(module_of(day, step) for step in day.steps))))


def state_of(step: AgendaStep) -> StepState:
    """How far a step is; one that was broken off counts as skipped."""
    if step.skipped:
        return StepState.SKIPPED
    if step.started is None:
        return StepState.OPEN
    if step.ended is not None:
        return StepState.DONE
    stands_still = bool(step.pauses) and step.pauses[-1].ended is None
    return StepState.INTERRUPTED if stands_still else StepState.RUNNING


def is_over(day: AgendaDay) -> bool:
    """Whether every step has ended or was skipped; a day without steps is never over."""
    return bool(day.steps) and all(step.ended is not None or step.skipped for step in day.steps)


def is_paused(day: AgendaDay) -> bool:
    """Whether the clock of the day stands."""
    return bool(day.pauses) and day.pauses[-1].ended is None


def running_steps(day: AgendaDay) -> tuple[AgendaStep, ...]:
    """The steps that run: one, or one per group of a parallel block."""
    return tuple(step for step in day.steps if state_of(step) is StepState.RUNNING)


def current_step(day: AgendaDay) -> AgendaStep | None:
    """The step that runs; of several in a parallel block the first."""
    return next(iter(running_steps(day)), None)
