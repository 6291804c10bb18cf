"""Everything that can be planned in a workshop day, each as one edit of the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import (
    MINUTES_MARK,
    AgendaDay,
    AgendaStep,
    Section,
    day_from_template,
    find_step,
    further_day,
    module_of,
    with_step,
)
from advisor_app.domain.agenda_edits import (
    grouped,
    inserted,
    moved,
    moved_to_day,
    pinned,
    split,
    stretched,
    ticked,
    ungrouped,
    unpinned,
    without,
)
from advisor_app.domain.agenda_schedule import block_of
from advisor_app.domain.changes import AgendaDaySet, Change
from advisor_app.domain.words import Words
from advisor_app.services.clock import today
from advisor_app.services.ids import new_id
from advisor_app.services.workspace import Workspace
from advisor_app.ui.shell.bridge import CaseBridge

NEW_STEP_MINUTES = 15
_GROUPS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
translate = QCoreApplication.translate


class DayEdits:
    """Works on days of the open case; every method tells whether the edit was taken, or the id of what is new."""

    def __init__(self, workspace: Workspace, bridge: CaseBridge) -> None:
        self._workspace = workspace
        self._bridge = bridge

    def set_attribute(self, day: AgendaDay, attribute: str, value: object, batch: str) -> bool:
        """Change date, start, agreed end or place; the field that asks has the attribute's type."""
        return self._take(day, replace(day, **{attribute: value}), batch)  # type: ignore[arg-type]  # the attribute and its value come together

    def move(self, day: AgendaDay, step_id: str, place: int) -> bool:
        """Put an open step at another place."""
        return self._take(day, moved(day, step_id, place))

    def change_step(self, day: AgendaDay, step: AgendaStep, batch: str = "") -> bool:
        """Take over another version of a step's words and length; how it went stays as the case has it."""
        current = find_step(day, step.id)
        if current is None:
            return False
        planned = replace(
            current,
            title=step.title,
            minutes=step.minutes,
            minimum_minutes=step.minimum_minutes,
            kind=step.kind,
            section=step.section,
            dimensions=step.dimensions if step.section is Section.ASSESSMENT else (),
            part=step.part if step.section is Section.PROCESSES else None,
            document_kinds=step.document_kinds,
            module=step.module,
        )
        return self._take(day, with_step(day, planned), batch)

    def note(self, day: AgendaDay, step_id: str, words: Words, batch: str) -> bool:
        """Change the note of a step."""
        step = find_step(day, step_id)
        return step is not None and self._take(day, with_step(day, replace(step, note=words)), batch)

    def tick(self, day: AgendaDay, step_id: str, point: int) -> bool:
        """A talking point (from 1) is dealt with, or not after all."""
        return self._take(day, ticked(day, step_id, point))

    def lengthen(self, day: AgendaDay, step_id: str, marks: int) -> bool:
        """Give a step so many five-minute marks more or less."""
        return self._take(day, stretched(day, step_id, marks))

    def pin(self, day: AgendaDay, step_id: str, at: time | None = None) -> bool:
        """Let a step begin at a time, without one where it is planned now."""
        return self._take(day, pinned(day, step_id, at))

    def unpin(self, day: AgendaDay, step_id: str) -> bool:
        """Let a step begin when the one before it ends."""
        return self._take(day, unpinned(day, step_id))

    def split(self, day: AgendaDay, step: AgendaStep) -> str:
        """Part a step at the five-minute mark in its middle; the id of the second part, empty where it stays whole."""
        marks = step.minutes // MINUTES_MARK
        first = (marks + 1) // 2 * MINUTES_MARK if marks > 1 else step.minutes // 2
        title = translate("agenda", "{title}, Fortsetzung").format(title=step.title)
        name = new_id()
        parted = split(day, step.id, first, new_id=name, title=title)
        return name if parted is not day and self._take(day, parted) else ""

    def set_beside(self, day: AgendaDay, step: AgendaStep) -> bool:
        """Let a step run beside the one before it, as a further group; one in a block of groups leaves it."""
        block = block_of(day, step)
        if len(block) > 1:
            leaving = frozenset({step.id}) if len(block) > 2 else frozenset(other.id for other in block)
            return self._take(day, _behind_block(ungrouped(day, leaving), step.id, block))
        place = day.steps.index(step)
        if not place:
            return False
        beside = block_of(day, day.steps[place - 1])
        taken = {other.group for other in beside}
        free = [name for name in _GROUPS if name not in taken]
        groups = {other.id: other.group or free.pop(0) for other in beside}
        return self._take(day, grouped(day, {**groups, step.id: free.pop(0)}))

    def insert_after(self, day: AgendaDay, step: AgendaStep | None) -> str:
        """Add a step behind another one, or as the first; empty where that was refused."""
        place = day.steps.index(step) + 1 if step is not None else 0
        new = AgendaStep(
            id=new_id(),
            title=translate("agenda", "Neuer Schritt"),
            minutes=NEW_STEP_MINUTES,
            minimum_minutes=MINUTES_MARK,
        )
        return new.id if self._take(day, inserted(day, new, place)) else ""

    def append_steps(self, day: AgendaDay, template_id: str) -> str:
        """Add the steps of a template, of whatever module, behind those of a day; the id of the first one."""
        template = self._workspace.catalog.agendas[template_id]
        module = "" if template.module == day.module else template.module
        new = tuple(replace(step, module=module) for step in day_from_template(template, 0, new_id).steps)
        return new[0].id if new and self._take(day, replace(day, steps=(*day.steps, *new))) else ""

    def remove_step(self, day: AgendaDay, step: AgendaStep) -> bool:
        """Take a step out."""
        return self._take(day, without(day, step.id))

    def move_to_day(self, day: AgendaDay, other_id: str, step: AgendaStep) -> str:
        """Put an open step at the end of another day, without one on a new day behind; the id of that day."""
        case = self._bridge.case
        other = case.agenda.get(other_id)
        before = other
        if other is None:
            title = translate("agenda", "Tag {number}")
            other = further_day(case.agenda.values(), module_of(day, step), None, title, new_id)
        left, got = moved_to_day(day, other, step.id)
        if left is day:
            return ""
        changes = (AgendaDaySet(day.id, day, left), AgendaDaySet(other.id, before, got))
        return other.id if self._bridge.edit(*changes) else ""

    def add_day(self, template_id: str) -> str:
        """Add a day as a template proposes it, for an unknown one a day without steps; empty where that was refused."""
        case = self._bridge.case
        template = self._workspace.catalog.agendas.get(template_id)
        module = template.module if template is not None else next(reversed(case.modules), "")
        title = translate("agenda", "Tag {number}")
        day = further_day(case.agenda.values(), module, template, title, new_id)
        return day.id if self._bridge.edit(AgendaDaySet(day.id, None, day)) else ""

    def remove_day(self, day: AgendaDay) -> bool:
        """Take a day out."""
        return self._bridge.edit(AgendaDaySet(day.id, day, None))

    def run(self, day: AgendaDay, change: Callable[[AgendaDay], AgendaDay]) -> bool:
        """Let the day go on; whether anything is different now. With its first step the assessment gets its date."""
        after = change(day)
        begins = after.as_planned and not day.as_planned
        workspace, case = self._workspace, self._bridge.case
        held = workspace.assessments.held_on(case, after, today(workspace.clock)) if begins else ()
        return self._take(day, after, also=held)

    def _take(self, before: AgendaDay, after: AgendaDay, batch: str = "", also: Sequence[Change] = ()) -> bool:
        if after == before:
            return False
        return self._bridge.edit(AgendaDaySet(before.id, before, after), *also, batch=batch or None)


def _behind_block(day: AgendaDay, step_id: str, block: tuple[AgendaStep, ...]) -> AgendaDay:
    """The step that left a block behind the rest of it."""
    last = max(index for index, other in enumerate(day.steps) if any(other.id == item.id for item in block))
    return moved(day, step_id, last)
