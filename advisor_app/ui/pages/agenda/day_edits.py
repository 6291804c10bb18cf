"""Everything that can be done with a workshop day, each as one edit of the case."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import (
    MINUTES_MARK,
    AgendaDay,
    AgendaStep,
    StepState,
    find_step,
    further_day,
    state_of,
    with_step,
)
from advisor_app.domain.agenda_course import begun, ended, skipped, taken_up
from advisor_app.domain.agenda_edits import inserted, moved, stretched, without
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.words import Words
from advisor_app.services.ids import new_id
from advisor_app.services.workspace import Workspace
from advisor_app.ui.shell.bridge import CaseBridge

NEW_STEP_MINUTES = 15
translate = QCoreApplication.translate


class DayEdits:
    """Works on days of the open case; every method tells whether the edit was taken, or the id of what is new."""

    def __init__(self, workspace: Workspace, bridge: CaseBridge) -> None:
        self._workspace = workspace
        self._bridge = bridge

    def set_attribute(self, day: AgendaDay, attribute: str, value: object, batch: str) -> bool:
        """Change date, start or place; the field that asks has the attribute's type."""
        return self._take(day, replace(day, **{attribute: value}), batch)  # type: ignore[arg-type]

    def begin_or_end(self, day: AgendaDay, step: AgendaStep) -> bool:
        """End a running step, begin any other now."""
        now = self._workspace.clock.now()
        change = ended if state_of(step) is StepState.RUNNING else begun
        return self._take(day, change(day, step.id, now))

    def skip_or_take_up(self, day: AgendaDay, step: AgendaStep) -> bool:
        """Leave a step out, or a skipped one no more."""
        if state_of(step) is StepState.SKIPPED:
            return self._take(day, taken_up(day, step.id))
        return self._take(day, skipped(day, step.id, self._workspace.clock.now()))

    def move(self, day: AgendaDay, step_id: str, place: int) -> bool:
        """Put an open step at another place."""
        return self._take(day, moved(day, step_id, place))

    def change_step(self, day: AgendaDay, step: AgendaStep, batch: str = "") -> bool:
        """Take over another version of a step; its note stays as the case has it."""
        current = find_step(day, step.id)
        return current is not None and self._take(day, with_step(day, replace(step, note=current.note)), batch)

    def note(self, day: AgendaDay, step_id: str, words: Words, batch: str) -> bool:
        """Change the note of a step."""
        step = find_step(day, step_id)
        return step is not None and self._take(day, with_step(day, replace(step, note=words)), batch)

    def lengthen(self, day: AgendaDay, step: AgendaStep, marks: int) -> bool:
        """Give a step so many five-minute marks more or less."""
        return self._take(day, stretched(day, step.id, marks))

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

    def remove_step(self, day: AgendaDay, step: AgendaStep) -> bool:
        """Take a step out."""
        return self._take(day, without(day, step.id))

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

    def _take(self, before: AgendaDay, after: AgendaDay, batch: str = "") -> bool:
        return self._bridge.edit(AgendaDaySet(before.id, before, after), batch=batch or None)
