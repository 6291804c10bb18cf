"""What happens on the agenda page while the day runs: steps begin, end, are left out; the clock stands and goes on."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepState, find_step, running_steps, state_of
from advisor_app.domain.agenda_course import step_at_hand
from advisor_app.ui.pages.agenda.day_edits import DayEdits
from advisor_app.ui.pages.agenda.day_run import DayRun

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.page import AgendaPage


class RunningWork(QObject):
    """Takes what foot, clock and keys ask for and shows what becomes of it."""

    def __init__(self, page: AgendaPage, edits: DayEdits) -> None:
        super().__init__(page)
        self._page = page
        self._run = DayRun(edits, page.context.workspace.clock)
        foot = page.foot
        foot.back_wanted.connect(self.go_back)
        foot.skip_wanted.connect(self.skip)
        foot.pause_wanted.connect(self.pause)
        foot.act_wanted.connect(self.act)
        page.board.next.go_on_wanted.connect(self.go_on)
        page.step_panel.editor.timed.connect(self._on_editor_timed)
        page.side.pause.minutes_chosen.connect(self._pause_for)

    def before(self, day: AgendaDay, step: AgendaStep) -> AgendaStep | None:
        """Where the way back leads: from a step that runs to the one that ran before, else to the one above."""
        if step in running_steps(day):
            gone_back = self._run.gone_back(day)
            running = [other for other in running_steps(gone_back) if other.id != step.id]
            return running[0] if running else None
        place = day.steps.index(step)
        return day.steps[place - 1] if place else None

    def act(self) -> None:
        """Begin the step, or end it and look at the one that is next."""
        day, step = self._settled()
        if day is not None and step is not None:
            is_running = state_of(step) is StepState.RUNNING
            if self._run.begin_or_end(day, step) and is_running:
                self._look_at_hand()

    def go_on(self) -> None:
        """End what runs, begin what comes next, and look at it."""
        day, _ = self._settled()
        if day is not None and running_steps(day) and self._run.go_on(day):
            self._look_at_hand()

    def go_back(self) -> None:
        """From a step that runs go on with the one before, from any other look at the one above."""
        day, step = self._settled()
        before = self.before(day, step) if day is not None and step is not None else None
        if day is None or before is None:
            return
        if step not in running_steps(day) or self._run.go_back(day):
            self._page.look_at_step(before.id)

    def skip(self) -> None:
        """Leave the step out, or take it up again."""
        day, step = self._settled()
        if day is not None and step is not None and state_of(step) is not StepState.DONE:
            is_skipped = state_of(step) is StepState.SKIPPED
            if self._run.skip_or_take_up(day, step) and not is_skipped:
                self._look_at_hand()

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        day, _ = self._settled()
        if day is not None:
            self._run.pause_or_go_on(day)

    def _on_editor_timed(self, name: str, attribute: str, clock: time) -> None:
        day = self._page.day
        step = find_step(day, name) if day is not None else None
        if day is None or step is None:
            return
        if not self._run.set_time(day, step, attribute, clock):
            words = self.tr("{time} Uhr passt nicht: Ein Schritt endet nach seinem Beginn und nicht in der Zukunft.")
            self._page.warned.emit(words.format(time=f"{clock:%H:%M}"))

    def _pause_for(self, minutes: int) -> None:
        if self._page.day is not None:
            self._run.pause_for(self._page.day, minutes)

    def _settled(self) -> tuple[AgendaDay | None, AgendaStep | None]:
        """Day and step with what was half typed."""
        self._page.flush()
        return self._page.day, self._page.step

    def _look_at_hand(self) -> None:
        following = step_at_hand(self._page.day) if self._page.day is not None else None
        if following is not None:
            self._page.look_at_step(following.id)
