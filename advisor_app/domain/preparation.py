"""What has to be done before a workshop: proposed by packs, counted back from the day, ticked off in a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import AgendaDay, days_in_order, is_over

if TYPE_CHECKING:
    from advisor_app.domain.case import Case

MOST_DAYS_BEFORE = 365


class Doer(Enum):
    """Who does something before a workshop."""

    ADVISER = "adviser"
    OFFICE = "office"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTemplate:
    """A task as a pack proposes it, due so many calendar days before the workshop.

    Without a ``module`` it is one of every module. ``each_day``: once for every workshop day, counted back from that;
    else once, counted back from the first.
    """

    id: str
    title: str
    days_before: int
    who: Doer
    module: str = ""
    each_day: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationTask:
    """What the adviser's hand has added to a proposed task, or a task of the case's own, which has a ``title``.

    ``who`` and ``due_on`` stand in the place of what was proposed; None leaves that. ``left_out``: not done here.
    """

    id: str
    module: str
    title: str = ""
    who: Doer | None = None
    due_on: date | None = None
    done_at: datetime | None = None
    left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTask:
    """A task as it stands in the list of a case; ``due_on`` is None while its workshop has no date.

    ``days_before`` the workshop a proposed one is due, whatever its date; None for the case's own. ``day`` is the
    workshop day (an id) of a task that belongs to one; ``is_ahead`` says that its workshop is to come.
    """

    id: str
    module: str
    title: str
    who: Doer
    due_on: date | None
    record: PreparationTask
    days_before: int | None = None
    hint: str = ""
    day: str = ""
    is_own: bool = False
    is_ahead: bool = True

    @property
    def is_done(self) -> bool:
        """Whether it was ticked off."""
        return self.record.done_at is not None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return not self.is_done and not self.record.left_out

    def is_overdue(self, today: date) -> bool:
        """Whether it should be done by now and is not; nothing is, once the workshop is over."""
        return self.is_open and self.is_ahead and self.due_on is not None and self.due_on < today


IsWorkshop = Callable[[AgendaDay], bool]
"""Whether a day of the agenda is one of the workshop: what is done on paper beforehand has a day, too."""


def tasks_of(case: Case, templates: Iterable[TaskTemplate], is_workshop: IsWorkshop) -> tuple[PlannedTask, ...]:
    """All tasks of a case: those proposed for its modules and its own, by module and day, without a date last.

    Those without a date stand in the order in which they will be due.
    """
    templates = tuple(templates)
    found: list[PlannedTask] = []
    ahead = _modules_ahead(case, is_workshop)
    for module in ahead:
        days = _workshop_days(case, module, is_workshop)
        found += _proposed(case, module, days, templates, is_ahead=ahead[module])
    known = {task.id for task in found}
    found += (
        _own(task, is_ahead=ahead.get(task.module, True))
        for task in case.preparation.values()
        if task.title and task.id not in known
    )
    return tuple(sorted(found, key=_order))


def _order(task: PlannedTask) -> tuple[str, date, int, str, str]:
    return task.module, task.due_on or date.max, -(task.days_before or 0), task.title, task.id


def _modules_ahead(case: Case, is_workshop: IsWorkshop) -> Mapping[str, bool]:
    """Modules that are prepared, each with whether its workshop is still to come."""
    ahead: dict[str, bool] = {}
    for booking in case.bookings.values():
        if booking.state.uses_funding:
            days = _workshop_days(case, booking.module, is_workshop)
            comes = booking.state.is_ahead and not (days and all(is_over(day) for day in days))
            ahead[booking.module] = ahead.get(booking.module, False) or comes
    return dict(sorted(ahead.items()))


def _workshop_days(case: Case, module: str, is_workshop: IsWorkshop) -> tuple[AgendaDay, ...]:
    """The days of a module's workshop, those with a date first and in order."""
    return days_in_order(day for day in case.agenda.values() if day.module == module and is_workshop(day))


def _proposed(
    case: Case, module: str, days: tuple[AgendaDay, ...], templates: Iterable[TaskTemplate], *, is_ahead: bool
) -> Iterator[PlannedTask]:
    first = days[0].on if days else None
    for template in templates:
        if template.module not in {"", module}:
            continue
        if not template.each_day:
            yield _planned(case, template, module, template_key(template, module), first, is_ahead=is_ahead)
            continue
        for day in days:
            key, ahead = template_key(template, day.id), is_ahead and not is_over(day)
            yield _planned(case, template, module, key, day.on, day=day.id, is_ahead=ahead)


def template_key(template: TaskTemplate, about: str) -> str:
    """The id under which a case keeps what was done about a proposed task of a module or a day (an id)."""
    return f"{template.id}@{about}"


def _planned(
    case: Case,
    template: TaskTemplate,
    module: str,
    key: str,
    counted_from: date | None,
    *,
    is_ahead: bool,
    day: str = "",
) -> PlannedTask:
    record = case.preparation.get(key) or PreparationTask(id=key, module=module)
    proposed = None if counted_from is None else counted_from - timedelta(days=template.days_before)
    return PlannedTask(
        id=key,
        module=module,
        title=template.title,
        who=record.who or template.who,
        due_on=record.due_on or proposed,
        record=record,
        days_before=template.days_before,
        hint=template.hint,
        day=day,
        is_ahead=is_ahead,
    )


def _own(task: PreparationTask, *, is_ahead: bool) -> PlannedTask:
    return PlannedTask(
        id=task.id,
        module=task.module,
        title=task.title,
        who=task.who or Doer.ADVISER,
        due_on=task.due_on,
        record=task,
        is_own=True,
        is_ahead=is_ahead,
    )
