"""What is planned on the agenda page: steps moved, stretched, parted, pinned, added, taken out; days likewise."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from advisor_app.domain.agenda import AgendaDay, AgendaStep, find_step
from advisor_app.domain.agenda_edits import stretched
from advisor_app.domain.words import Words
from advisor_app.ui.pages.agenda.day_edits import DayEdits

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.page import AgendaPage


UP_KEYS, DOWN_KEYS = "Alt+Up", "Alt+Down"


class PlanningWork(QObject):
    """Takes what the parts of the page ask for and shows what becomes of it."""

    def __init__(self, page: AgendaPage, edits: DayEdits) -> None:
        super().__init__(page)
        self._page = page
        self._edits = edits
        self._connect()

    def insert(self) -> None:
        """Add a step behind the one that is shown, ready to be named."""
        day = self._settled()
        added = self._edits.insert_after(day, self._page.step) if day is not None else ""
        if added:
            self._page.look_at_step(added)
            self._page.step_panel.toggle_editor()

    def shift(self, places: int) -> None:
        """Move the shown step up or down."""
        day, step = self._settled(), self._page.step
        if day is not None and step is not None:
            self._move(step.id, day.steps.index(step) + places)

    def split(self) -> None:
        """Part the shown step in two."""
        day, step = self._settled(), self._page.step
        if day is not None and step is not None:
            self._edits.split(day, step)

    def set_beside(self) -> None:
        """Let the shown step run beside the one before it, or no more."""
        day, step = self._settled(), self._page.step
        if day is not None and step is not None:
            self._edits.set_beside(day, step)

    def toggle_pin(self) -> None:
        """Hold the beginning of the shown step, or let it go."""
        day, step = self._settled(), self._page.step
        if day is None or step is None:
            return
        if step.pinned is not None:
            self._edits.unpin(day, step.id)
        else:
            self._edits.pin(day, step.id)

    def remove(self, name: str = "") -> None:
        """Take a step out, without one the one that is shown."""
        day = self._settled()
        step = (find_step(day, name) if name else self._page.step) if day is not None else None
        if day is None or step is None:
            return
        rest = [other.id for other in day.steps if other.id != step.id]
        place = min(day.steps.index(step), len(rest) - 1)
        if self._edits.remove_step(day, step):
            self._page.look_at(day.id, rest[place] if rest else "")
            self._page.removed.emit(self.tr("„{title}“ ist entfernt.").format(title=step.title))

    def move_to_day(self, other: str) -> None:
        """Put the shown step on another day, without one on a new one."""
        day, step = self._settled(), self._page.step
        gone_to = self._edits.move_to_day(day, other, step) if day is not None and step is not None else ""
        there = self._page.bridge.case.agenda.get(gone_to)
        if step is not None and there is not None:
            words = self.tr("„{title}“ steht jetzt auf „{day}“.")
            self._page.removed.emit(words.format(title=step.title, day=there.title))

    def add_day(self, template: str) -> None:
        """Add a day as a template proposes it, without one an empty one."""
        self._page.flush()
        added = self._edits.add_day(template)
        if added:
            self._page.look_at(added)

    def append_steps(self, template: str) -> None:
        """Add the steps of a template to the day."""
        day = self._settled()
        added = self._edits.append_steps(day, template) if day is not None else ""
        if added:
            self._page.look_at_step(added)

    def _connect(self) -> None:
        page = self._page
        page.days.head.edited.connect(self._on_head_edited)
        page.days.day_wanted.connect(self.add_day)
        page.days.steps_wanted.connect(self.append_steps)
        page.days.day_removal_wanted.connect(self._remove_day)
        page.days.insert_wanted.connect(self.insert)
        timeline = page.days.timeline
        timeline.moved.connect(self._move)
        timeline.lengthening.connect(self._on_timeline_lengthening)
        timeline.lengthened.connect(self._lengthen)
        timeline.edit_wanted.connect(page.step_panel.toggle_editor)
        timeline.removal_wanted.connect(self.remove)
        panel = page.step_panel
        panel.pin_toggled.connect(self.toggle_pin)
        panel.ticked.connect(self._on_panel_ticked)
        panel.editor.edited.connect(self._on_editor_edited)
        panel.editor.pinned.connect(self._on_editor_pinned)
        panel.editor.removal_wanted.connect(self.remove)
        panel.menu.split_wanted.connect(self.split)
        panel.menu.beside_wanted.connect(self.set_beside)
        panel.menu.day_wanted.connect(self.move_to_day)
        panel.menu.removal_wanted.connect(self.remove)
        page.side.noted.connect(self._on_side_noted)
        for keys, places in ((UP_KEYS, -1), (DOWN_KEYS, 1)):
            QShortcut(QKeySequence(keys), page).activated.connect(partial(self.shift, places))

    def _settled(self) -> AgendaDay | None:
        """The day with what was half typed."""
        self._page.flush()
        return self._page.day

    def _move(self, step: str, place: int) -> None:
        day = self._settled()
        if day is not None:
            self._edits.move(day, step, place)
            self._page.show_times()

    def _lengthen(self, step: str, marks: int) -> None:
        day = self._settled()
        if day is not None:
            self._edits.lengthen(day, step, marks)

    def _remove_day(self) -> None:
        day = self._settled()
        if day is not None and self._edits.remove_day(day):
            self._page.removed.emit(self.tr("„{title}“ ist entfernt.").format(title=day.title))

    def _on_timeline_lengthening(self, name: str, marks: int) -> None:
        step = find_step(stretched(self._page.day, name, marks), name) if self._page.day is not None else None
        if step is not None:
            self._page.days.timeline.show_length(name, step.minutes)

    def _on_head_edited(self, attribute: str, value: object, batch: str) -> None:
        if self._page.day is not None:
            self._edits.set_attribute(self._page.day, attribute, value, batch)

    def _on_editor_edited(self, step: AgendaStep, batch: str) -> None:
        if self._page.day is not None:
            self._edits.change_step(self._page.day, step, batch)

    def _on_editor_pinned(self, step: str, at: object) -> None:
        day = self._page.day
        if day is not None and at is None:
            self._edits.unpin(day, step)
        elif day is not None and isinstance(at, time):
            self._edits.pin(day, step, at)

    def _on_panel_ticked(self, point: int) -> None:
        if self._page.day is not None and self._page.step is not None:
            self._edits.tick(self._page.day, self._page.step.id, point)

    def _on_side_noted(self, step: str, words: Words, batch: str) -> None:
        if self._page.day is not None:
            self._edits.note(self._page.day, step, words, batch)
