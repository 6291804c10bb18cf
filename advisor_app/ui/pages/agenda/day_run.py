"""Running a workshop day: begin, go on, back, skip, stop the clock; each is one edit, at the time of now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepState, is_paused, running_steps, state_of, with_step
from advisor_app.domain.agenda_course import (
    advanced,
    back,
    begun,
    ended,
    gone_on,
    paused,
    skipped,
    taken_up,
)
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.clock import Clock
from advisor_app.ui.pages.agenda.day_edits import DayEdits

_MINUTE = timedelta(minutes=1)


class DayRun:
    """Works on days of the open case; every method tells whether something is different now."""

    def __init__(self, edits: DayEdits, clock: Clock) -> None:
        self._edits = edits
        self._clock = clock

    def begin_or_end(self, day: AgendaDay, step: AgendaStep) -> bool:
        """End a running step, begin any other or go on with it."""
        change = ended if state_of(step) is StepState.RUNNING else begun
        return self._edits.run(day, partial(change, step_id=step.id, at=self._clock.now()))

    def go_on(self, day: AgendaDay) -> bool:
        """End what runs and begin what comes next."""
        return self._edits.run(day, partial(advanced, at=self._clock.now()))

    def gone_back(self, day: AgendaDay) -> AgendaDay:
        """The day as it would be after going back."""
        return back(day, self._clock.now())

    def go_back(self, day: AgendaDay) -> bool:
        """Go on with the step that ran before; what runs waits."""
        return self._edits.run(day, partial(back, at=self._clock.now()))

    def skip_or_take_up(self, day: AgendaDay, step: AgendaStep) -> bool:
        """Leave a step out, or a skipped one no more."""
        if state_of(step) is StepState.SKIPPED:
            return self._edits.run(day, partial(taken_up, step_id=step.id))
        return self._edits.run(day, partial(skipped, step_id=step.id, at=self._clock.now()))

    def set_time(self, day: AgendaDay, step: AgendaStep, attribute: str, clock: time) -> bool:
        """Put right when a step really ``started`` or ``ended``; not in the future, and no end before the beginning."""
        if step.started is None:
            return False
        instant = datetime.combine(step.started.astimezone(LOCAL).date(), clock, LOCAL).astimezone(UTC)
        if attribute == "started":
            changed = replace(step, started=instant)
        else:
            changed = replace(step, ended=instant if instant >= step.started else instant + timedelta(days=1))
        latest = max(filter(None, (changed.started, changed.ended)))
        if latest > self._clock.now() or (changed.ended is not None and changed.ended < (changed.started or latest)):
            return False
        return self._edits.run(day, partial(with_step, step=changed))

    def pause_or_go_on(self, day: AgendaDay) -> bool:
        """Stop the clock of a day that runs, or let it go on."""
        if is_paused(day):
            return self._edits.run(day, partial(gone_on, at=self._clock.now()))
        return bool(running_steps(day)) and self._edits.run(day, partial(paused, at=self._clock.now()))

    def pause_for(self, day: AgendaDay, minutes: int) -> bool:
        """Tell the room when the pause is over: in so many minutes, at a full one; 0: that is open."""
        now = self._clock.now()
        resumes = _full_minute(now + minutes * _MINUTE) if minutes else None
        return self._edits.run(day, partial(paused, at=now, resumes=resumes))


def _full_minute(instant: datetime) -> datetime:
    """The full minute at or after an instant."""
    full = instant.replace(second=0, microsecond=0)
    return full if full == instant else full + _MINUTE
