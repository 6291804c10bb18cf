"""The agenda of a workshop day. Start times follow from the order and are never stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.words import Words

if TYPE_CHECKING:
    from advisor_app.domain.agenda_template import AgendaTemplate


class StepKind(Enum):
    """What an agenda step is for."""

    WORK = "work"
    BREAK = "break"
    LUNCH = "lunch"


class Section(Enum):
    """The page of the program that belongs to an agenda step."""

    ASSESSMENT = "assessment"
    RESULTS = "results"
    AREAS = "areas"
    TARGETS = "targets"
    USE_CASE = "use-case"
    PLAN = "plan"


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
    after it had begun, because another step ran. ``part_of``: id of the step whose second part it is.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledStep:
    """A step with the time of day at which it is planned to begin and end."""

    step: AgendaStep
    begins: time
    ends: time


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


def schedule(day: AgendaDay) -> tuple[ScheduledStep, ...]:
    """Planned times of all steps, from the day's start on.

    A skipped step keeps its place, so that what was agreed for lunch and for the end of the day stands.
    """
    moment = datetime.combine(day.on or date(2000, 1, 1), day.start)
    planned = []
    for step in day.steps:
        end = moment + timedelta(minutes=step.minutes)
        planned.append(ScheduledStep(step=step, begins=moment.time(), ends=end.time()))
        moment = end
    return tuple(planned)


def is_over(day: AgendaDay) -> bool:
    """Whether every step has ended or was skipped; a day without steps is never over."""
    return bool(day.steps) and all(step.ended is not None or step.skipped for step in day.steps)


def current_step(day: AgendaDay) -> AgendaStep | None:
    """The step that is running: started and not ended."""
    return next((step for step in day.steps if step.started is not None and step.ended is None), None)


def next_step(day: AgendaDay) -> AgendaStep | None:
    """The first step after the running or last ended one that is neither begun nor skipped."""
    last = max((index for index, step in enumerate(day.steps) if step.started is not None), default=-1)
    return next((step for step in day.steps[last + 1 :] if step.started is None and not step.skipped), None)
