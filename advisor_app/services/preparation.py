"""The checklist of a case: what packs propose before a workshop, ticked off, moved, left out, and added to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.case import Case
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import PreparationTaskSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.preparation import Doer, PlannedTask, PreparationTask, tasks_of
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.names import named


class Preparation:
    """Reads the tasks of a case and says which changes an adviser's hand makes; it writes nothing itself."""

    def __init__(self, catalog: Catalog, clock: Clock) -> None:
        self._catalog = catalog
        self._clock = clock

    def tasks(self, case: Case) -> tuple[PlannedTask, ...]:
        """All tasks of a case, by module and day."""
        return tasks_of(case, self._catalog.preparation.values(), self.is_workshop)

    def by_module(self, case: Case) -> dict[str, tuple[PlannedTask, ...]]:
        """All tasks by their modules, the module whose workshop comes next first."""
        tasks: dict[str, list[PlannedTask]] = {}
        for task in self.tasks(case):
            tasks.setdefault(task.module, []).append(task)
        now = today(self._clock)

        def comes(module: str) -> tuple[date, str]:
            return next((day for day in self.workshop(case, module) if day >= now), date.max), module

        return {module: tuple(tasks[module]) for module in sorted(tasks, key=comes)}

    def workshop(self, case: Case, module: str) -> tuple[date, ...]:
        """The days of a module's workshop that have a date, in order."""
        days = (day for day in case.agenda.values() if day.module == module)
        return tuple(sorted(day.on for day in days if day.on is not None and self.is_workshop(day)))

    def is_workshop(self, day: AgendaDay) -> bool:
        """Whether people meet on a day of the agenda; a pre-survey is filled in by everybody alone."""
        template = self._catalog.agendas.get(day.template) if day.template is not None else None
        return template is None or template.variant is not AgendaVariant.PRE_SURVEY

    def open_days(self, case: Case) -> tuple[date, ...]:
        """The days on which the open tasks of coming workshops are due, in order."""
        return tuple(sorted(task.due_on for task in self.tasks(case) if task.is_open and task.is_ahead and task.due_on))

    def overdue(self, case: Case) -> tuple[PlannedTask, ...]:
        """The tasks that should be done by now and are not."""
        day = today(self._clock)
        return tuple(task for task in self.tasks(case) if task.is_overdue(day))

    def find(self, case: Case, name: str) -> PlannedTask:
        """The task with an id, or its unique beginning or end; raises AdvisorError(UNKNOWN_TASK)."""
        tasks = {task.id: task for task in self.tasks(case)}
        return tasks[named(name, tasks, Problem.UNKNOWN_TASK)]

    def ticked(self, task: PlannedTask, *, done: bool) -> PreparationTaskSet:
        """The change by which a task is done now, or open again."""
        return self.changed(task, replace(task.record, done_at=self._clock.now() if done else None))

    def moved(self, task: PlannedTask, due_on: date | None) -> PreparationTaskSet:
        """The change that gives a task another day; None brings a proposed one back to where it is counted to."""
        return self.changed(task, replace(task.record, due_on=due_on))

    def given_to(self, task: PlannedTask, who: Doer) -> PreparationTaskSet:
        """The change by which somebody else does a task."""
        return self.changed(task, replace(task.record, who=who))

    def left_out(self, task: PlannedTask, *, left_out: bool) -> PreparationTaskSet:
        """The change by which a task is not done in this case, or is again; one of its own is taken away."""
        if task.is_own and left_out:
            return PreparationTaskSet(task.id, task.record, None)
        return self.changed(task, replace(task.record, left_out=left_out))

    def added(
        self, case: Case, module: str, title: str, due_on: date | None = None, who: Doer = Doer.ADVISER
    ) -> PreparationTaskSet:
        """The change that adds a task of the case's own; raises AdvisorError(MODULE_NOT_BOOKED, EMPTY_TASK)."""
        if module not in case.modules:
            raise AdvisorError(Problem.MODULE_NOT_BOOKED, name=module)
        if not title.strip():
            raise AdvisorError(Problem.EMPTY_TASK)
        task = PreparationTask(id=new_id(), module=module, title=title.strip(), who=who, due_on=due_on)
        return PreparationTaskSet(task.id, None, task)

    def changed(self, task: PlannedTask, after: PreparationTask) -> PreparationTaskSet:
        """The change that leaves a task like this; a proposed one that is as it was proposed needs no record."""
        before = task.record if task.is_own or not _is_untouched(task.record) else None
        kept = None if not task.is_own and _is_untouched(after) else after
        return PreparationTaskSet(task.id, before, kept)


def _is_untouched(record: PreparationTask) -> bool:
    return record == PreparationTask(id=record.id, module=record.module)
