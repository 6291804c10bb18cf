"""The clock of a workshop day: how urgent a step is, and what happens where the machine's own clock is set.

A machine tells two times: the wall's, which people and programs set, and how long it has been up, which nobody sets
and which goes on while it sleeps. Where both differ the wall's clock was set. The instants of a day under way are then
moved by as much, so that no step gains or loses a minute and all are of the new time; the day keeps that it was set.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from advisor_app.domain.agenda import AgendaDay, AgendaStep, ClockChange, Pause, is_over, is_paused, running_steps
from advisor_app.domain.agenda_forecast import deadline, remaining, spent
from advisor_app.domain.agenda_schedule import MINUTE

AMBER_SHARE, RED_SHARE = 0.20, 0.05
"""Up to this share of a step's time left it is time to come to an end, and it is nearly or already over."""
NOTICED = timedelta(seconds=5)
"""Clocks that drift and are put right by less than this are not worth a word."""
LONG_AWAY = timedelta(hours=6)
"""Nobody leaves a workshop alone for so long; whoever comes back then is asked when the step ended."""


class Urgency(Enum):
    """How much of a step's time is left; a colour is never shown without its word."""

    CALM = "calm"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepClock:
    """A running step on the clock: ``left`` is negative once it is over; ``ends`` is an instant in UTC."""

    step: AgendaStep
    spent: timedelta
    given: timedelta
    left: timedelta
    ends: datetime
    urgency: Urgency
    is_paused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTimes:
    """Both times of a machine at once; ``up`` counts from a start of the machine that ``boot`` names, where it can."""

    now: datetime
    up: timedelta
    boot: str = ""


class Absence(Enum):
    """What a program finds that comes back to a day under way.

    SHORT: it goes on as if nothing was. LONG: the step has probably ended long ago. UNSURE: the clock went back and the
    machine was started anew, so nobody knows how long it was away.
    """

    SHORT = "short"
    LONG = "long"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """How long a program was away from a day that runs, and by how much the clock was set meanwhile."""

    absence: Absence
    away: timedelta
    clock_set: timedelta


def clock_of(day: AgendaDay, step: AgendaStep, now: datetime) -> StepClock | None:
    """The clock of a step that runs, None for any other."""
    ends = deadline(day, step, now)
    if ends is None or step not in running_steps(day):
        return None
    left, whole = remaining(day, step, now), timedelta(minutes=step.minutes)
    return StepClock(
        step=step,
        spent=spent(day, step, now),
        given=whole,
        left=left,
        ends=ends,
        urgency=urgency_of(left, whole),
        is_paused=is_paused(day),
    )


def urgency_of(left: timedelta, whole: timedelta) -> Urgency:
    """Amber from a fifth of the time left on, red from a twentieth on; a step without length counts as a minute."""
    share = (left if whole >= MINUTE else left + MINUTE - whole) / max(whole, MINUTE)
    if share <= RED_SHARE:
        return Urgency.RED
    return Urgency.AMBER if share <= AMBER_SHARE else Urgency.CALM


def clock_set(before: ClockTimes, after: ClockTimes) -> timedelta:
    """By how much the wall's clock was set between two looks at it while the program ran; nothing where it drifted."""
    by = (after.now - before.now) - (after.up - before.up)
    return by if abs(by) >= NOTICED else timedelta()


def with_clock_set(day: AgendaDay, by: timedelta, at: datetime) -> AgendaDay:
    """The day in the time of a clock that was set forward by ``by`` (back: negative) at an instant of the new time.

    Everything that was recorded moves along, and so does setting it again. What was planned stays: it is of the wall.
    """
    if not by or is_over(day) or not any(step.started is not None for step in day.steps):
        return day
    steps = tuple(
        replace(step, started=_by(step.started, by), ended=_by(step.ended, by), pauses=_all_by(step.pauses, by))
        for step in day.steps
    )
    change = ClockChange(at=at, seconds=round(by.total_seconds()))
    return replace(day, steps=steps, pauses=_all_by(day.pauses, by), clock_changes=(*day.clock_changes, change))


def returned(seen: ClockTimes, now: ClockTimes) -> Return:
    """What a program that was closed or killed finds: ``seen`` is the last mark that it left while the day ran.

    What can be explained without a clock that was set is believed. In the same run of the machine its up time tells how
    long the program was away, and any difference is a clock that was set. After a new start the wall's clock tells,
    unless it went back: then all that is sure is that it was away for as long as the machine is up.
    """
    by_wall, by_machine = now.now - seen.now, now.up - seen.up
    if seen.boot == now.boot and seen.boot:
        is_same_run = True
    elif seen.boot or now.boot or by_machine < timedelta():
        is_same_run = False
    else:  # nothing names the run: it is the same where a start since then would not fit the wall's clock
        is_same_run = abs(by_wall - by_machine) < NOTICED or now.up > by_wall + NOTICED
    if is_same_run:
        by = by_wall - by_machine
        return _return(by_machine, by if abs(by) >= NOTICED else timedelta())
    if by_wall < now.up - NOTICED:
        return Return(absence=Absence.UNSURE, away=now.up, clock_set=by_wall - now.up)
    return _return(by_wall, timedelta())


def _return(away: timedelta, by: timedelta) -> Return:
    absence = Absence.LONG if away >= LONG_AWAY else Absence.SHORT
    return Return(absence=absence, away=max(away, timedelta()), clock_set=by)


def _by(instant: datetime | None, by: timedelta) -> datetime | None:
    return None if instant is None else instant + by


def _all_by(pauses: tuple[Pause, ...], by: timedelta) -> tuple[Pause, ...]:
    return tuple(
        replace(pause, started=pause.started + by, ended=_by(pause.ended, by), resumes=pause.resumes)
        for pause in pauses
    )
