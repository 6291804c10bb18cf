"""A case as the template of another one: how the work is arranged, and nothing of what was found out.

Never copied are answers, people, notes, dates, states, money and evidence. Titles that somebody wrote come along, as
an agenda without them would be none; the people of the first case are taken out of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from enum import Enum

from advisor_app.domain.agenda import AgendaDay, AgendaStep, days_in_order
from advisor_app.domain.case import Case, RoleMapping
from advisor_app.domain.changes import (
    AgendaDaySet,
    Change,
    MeasureSet,
    PreparationTaskSet,
    RoleSet,
    VocabularySet,
)
from advisor_app.domain.free_text import Traces, traces_of
from advisor_app.domain.plan import Measure
from advisor_app.domain.preparation import PreparationTask


class TemplatePart(Enum):
    """What of a case another one can begin with."""

    AGENDA = "agenda"
    WORDS = "words"
    ROLES = "roles"
    CHECKLIST = "checklist"
    PLAN = "plan"


def sizes(case: Case) -> Mapping[TemplatePart, int]:
    """How many days, words, roles, tasks and measures a case has to give."""
    return {
        TemplatePart.AGENDA: len(case.agenda),
        TemplatePart.WORDS: len(case.vocabulary),
        TemplatePart.ROLES: len(case.roles),
        TemplatePart.CHECKLIST: sum(1 for _ in _tasks(case, _nothing)),
        TemplatePart.PLAN: len(case.measures),
    }


def template_changes(
    source: Case, parts: Collection[TemplatePart], case: Case, new_id: Callable[[], str]
) -> Iterator[Change]:
    """The changes that bring parts of a case into a new one that has the same modules booked.

    The agenda takes the place of the one that the packs propose.
    """
    traces = traces_of(source.people.values())
    if TemplatePart.AGENDA in parts and source.agenda:
        yield from (AgendaDaySet(day.id, day, None) for day in case.agenda.values())
        for day in days_in_order(source.agenda.values()):
            copy = _day(day, traces, new_id)
            yield AgendaDaySet(copy.id, None, copy)
    if TemplatePart.WORDS in parts:
        yield from (VocabularySet(word, case.vocabulary.get(word), text) for word, text in source.vocabulary.items())
    if TemplatePart.ROLES in parts:
        for name, role in source.roles.items():
            mapping = RoleMapping(title=traces.taken_out(role.title), merged_into=role.merged_into)
            yield RoleSet(name, case.roles.get(name), mapping)
    if TemplatePart.CHECKLIST in parts:
        for task in _tasks(source, new_id):
            copied = replace(task, title=traces.taken_out(task.title))
            yield PreparationTaskSet(copied.id, case.preparation.get(copied.id), copied)
    if TemplatePart.PLAN in parts:
        for measure in source.measures.values():
            yield MeasureSet(measure.id, case.measures.get(measure.id), _measure(measure, traces))


def _nothing() -> str:
    return ""


def _day(day: AgendaDay, traces: Traces, new_id: Callable[[], str]) -> AgendaDay:
    """A day as it was planned: without date, place and whatever happened on it."""
    ids = {step.id: new_id() for step in day.steps}
    steps = (_step(step, ids, traces) for step in day.steps)
    return AgendaDay(
        id=new_id(),
        module=day.module,
        title=traces.taken_out(day.title),
        number=day.number,
        template=day.template,
        start=day.start,
        ends=day.ends,
        steps=tuple(steps),
    )


def _step(step: AgendaStep, ids: Mapping[str, str], traces: Traces) -> AgendaStep:
    return AgendaStep(
        id=ids[step.id],
        title=traces.taken_out(step.title),
        minutes=step.minutes,
        minimum_minutes=step.minimum_minutes,
        kind=step.kind,
        template_step=step.template_step,
        section=step.section,
        module=step.module,
        pinned=step.pinned,
        group=step.group,
        part_of=ids.get(step.part_of, ""),
        dimensions=step.dimensions,
        part=step.part,
        document_kinds=step.document_kinds,
    )


def _tasks(case: Case, new_id: Callable[[], str]) -> Iterator[PreparationTask]:
    """The case's own tasks, and what was changed in proposed ones; those of single workshop days stay behind."""
    for task in case.preparation.values():
        days = {part for part in task.id.split("@") if part in case.agenda}
        plain = replace(task, due_on=None, done_at=None)
        if task.title:
            yield replace(plain, id=new_id())
        elif not days and (task.left_out or task.who is not None):
            yield plain


def _measure(measure: Measure, traces: Traces) -> Measure:
    """The measure as a heading with its place in the plan and what has to come before it."""
    return Measure(
        id=measure.id,
        title=traces.taken_out(measure.title),
        template=measure.template,
        dimension=measure.dimension,
        predecessors=measure.predecessors,
        cost_class=measure.cost_class,
        position=measure.position,
    )
