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
class AgendaStep:
    """One step of a day; durations in minutes, ``started`` and ``ended`` are instants in UTC."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDay:
    """One workshop day of a module with its steps in order; ``on`` and ``start`` are local (Europe/Berlin)."""

    id: str
    module: str
    title: str
    number: int
    template: str | None = None
    on: date | None = None
    start: time = time(9, 0)
    place: str = ""
    steps: tuple[AgendaStep, ...] = ()


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
