"""What the clock of a workshop day says at an instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import AgendaDay, AgendaStep, Pause, current_step, is_over, is_paused
from advisor_app.domain.agenda_clock import StepClock, Urgency, clock_of
from advisor_app.domain.agenda_course import next_step
from advisor_app.domain.agenda_forecast import end_to_meet, forecast, is_its_day
from advisor_app.domain.agenda_schedule import planned_end, schedule
from advisor_app.domain.local_time import LOCAL
from advisor_app.ui.widgets.dates import short_day

LATE_MINUTES = 5
"""From this many minutes on a delay needs attention."""
_MINUTE = timedelta(minutes=1)
translate = QCoreApplication.translate


class Tone(Enum):
    """How urgent it is."""

    CALM = "calm"
    AMBER = "amber"
    ERROR = "error"


_TONES = {Urgency.CALM: Tone.CALM, Urgency.AMBER: Tone.AMBER, Urgency.RED: Tone.ERROR}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading:
    """Title, time of day, the large figure, share of the step's time that is used (None: no bar), words below.

    ``shorter``: what may stand below instead, at the left and at the right, where that has no room; the last one says
    no more than what is said nowhere else.
    """

    title: str
    now: str
    figure: str
    left: str
    right: str
    shorter: tuple[tuple[str, str], ...] = ()
    share: float | None = None
    tone: Tone = Tone.CALM
    remaining: timedelta | None = None
    given: timedelta | None = None


def read_clock(day: AgendaDay | None, now: datetime, language: str) -> ClockReading:
    """The reading for a day: the time of day only on the day itself or once it has started, else when it is planned."""
    running = current_step(day) if day is not None else None
    if day is not None and is_paused(day):
        return _paused(day.pauses[-1], now, running)
    clock = clock_of(day, running, now) if day is not None and running is not None else None
    if clock is not None:
        return _running(clock, now)
    is_today = day is not None and is_its_day(day, now)
    if day is not None and is_over(day):
        return _over(day, now) if is_today else _long_over(day, language)
    if day is not None and not is_today and not any(step.started for step in day.steps):
        return _planned(day, language)
    return _idle(day, now)


def forecast_words(day: AgendaDay, now: datetime, language: str) -> tuple[str, str, Tone]:
    """When the day is expected to end, what that means, and how urgent it is."""
    expected = forecast(day, now)
    if expected is None:
        return _without_forecast(day, language)
    end = local_time(end_to_meet(day))
    title = translate("agenda", "Ende voraussichtlich {time} Uhr").format(time=local_time(expected.ends))
    if expected.delay is None:
        return title, translate("agenda", "Der Tag ist nicht für heute geplant."), Tone.CALM
    minutes = minutes_late(expected.ends, end_to_meet(day))
    if minutes == 0:
        return title, translate("agenda", "Das ist wie geplant."), Tone.CALM
    if minutes > 0:
        late = translate("agenda", "{minutes} min später als geplant ({time})")
        if day.ends is not None:
            late = translate("agenda", "{minutes} min nach dem vereinbarten Ende ({time})")
        return title, late.format(minutes=minutes, time=end), Tone.AMBER if minutes >= LATE_MINUTES else Tone.CALM
    early = translate("agenda", "{minutes} min früher als geplant ({time})")
    if day.ends is not None:
        early = translate("agenda", "{minutes} min vor dem vereinbarten Ende ({time})")
    return title, early.format(minutes=-minutes, time=end), Tone.CALM


def end_words(day: AgendaDay, now: datetime) -> tuple[str, str]:
    """When the day is expected to end, in few words and in fewer; empty where nothing is expected of it."""
    expected = forecast(day, now)
    if expected is None:
        return "", ""
    time = local_time(expected.ends)
    few, fewer = translate("agenda", "Tagesende {time}"), translate("agenda", "Ende {time}")
    return few.format(time=time), fewer.format(time=time)


def _without_forecast(day: AgendaDay, language: str) -> tuple[str, str, Tone]:
    title = translate("agenda", "Ende geplant {time} Uhr").format(time=f"{planned_end(day):%H:%M}")
    if is_over(day):
        return (
            translate("agenda", "Tag beendet"),
            translate("agenda", "Alle Schritte sind beendet oder übersprungen."),
            Tone.CALM,
        )
    if day.on is None:
        return title, translate("agenda", "Der Tag hat noch kein Datum."), Tone.CALM
    return title, translate("agenda", "Der Tag ist am {day}.").format(day=short_day(day.on, language)), Tone.CALM


def minutes_late(instant: datetime, meant: datetime) -> int:
    """By how many minutes a time of day is later than another, as both are shown; negative where it is earlier."""
    shown, due = (item.replace(second=0, microsecond=0) for item in (instant, meant))
    return round((shown - due) / _MINUTE)


def local_time(instant: datetime) -> str:
    """Hour and minute in Hesse."""
    return f"{instant.astimezone(LOCAL):%H:%M}"


def _running(clock: StepClock, now: datetime) -> ClockReading:
    is_over_time = clock.left < timedelta()
    words = {
        Urgency.CALM: translate("agenda", "Noch im Schritt"),
        Urgency.AMBER: translate("agenda", "Zum Ende kommen"),
        Urgency.RED: translate("agenda", "Über der Zeit") if is_over_time else translate("agenda", "Jetzt abschließen"),
    }
    whole = max(clock.given, _MINUTE)
    used = max(timedelta(), clock.spent)
    minutes = {"used": int(used / _MINUTE), "given": round(clock.given / _MINUTE)}
    until = translate("agenda", "bis {time}").format(time=local_time(clock.ends))
    return ClockReading(
        title=words[clock.urgency],
        now=translate("agenda", "{time} Uhr").format(time=local_time(now)),
        figure=("+" if is_over_time else "") + _minutes_and_seconds(abs(clock.left)),
        left=translate("agenda", "{used} von {given} min").format(**minutes),
        right=until,
        shorter=((translate("agenda", "{used}/{given} min").format(**minutes), until), ("", until)),
        share=min(1.0, used / whole),
        tone=_TONES[clock.urgency],
        remaining=clock.left,
        given=clock.given,
    )


def _paused(pause: Pause, now: datetime, running: AgendaStep | None) -> ClockReading:
    """The clock stands: how long until it goes on as the room was told, else for how long it has stood."""
    over = pause.resumes is not None and now > pause.resumes
    span = abs(pause.resumes - now) if pause.resumes is not None else max(now - pause.started, timedelta())
    resumes = translate("agenda", "weiter um {time} Uhr")
    since = (
        resumes.format(time=local_time(pause.resumes))
        if pause.resumes is not None
        else translate("agenda", "seit {time} Uhr").format(time=local_time(pause.started))
    )
    return ClockReading(
        title=translate("agenda", "Pause ist vorbei") if over else translate("agenda", "Pause, die Uhr steht"),
        now=translate("agenda", "{time} Uhr").format(time=local_time(now)),
        figure=("+" if over else "") + _minutes_and_seconds(span),
        left=since,
        right=running.title if running is not None else "",
        shorter=((since, ""),),
        tone=Tone.AMBER if over else Tone.CALM,
    )


def _idle(day: AgendaDay | None, now: datetime) -> ClockReading:
    following = next_step(day) if day is not None else None
    left, right, shorter = "", "", ""
    if day is not None and following is not None:
        begins = next(planned.begins for planned in schedule(day) if planned.step.id == following.id)
        left = translate("agenda", "Um {time}: {title}").format(time=f"{begins:%H:%M}", title=following.title)
        right = translate("agenda", "{minutes} min").format(minutes=following.minutes)
        shorter = translate("agenda", "um {time} Uhr").format(time=f"{begins:%H:%M}")
    return ClockReading(
        title=translate("agenda", "Es läuft kein Schritt"),
        now="",
        figure=local_time(now),
        left=left,
        right=right,
        shorter=((left, ""), (shorter, right), (shorter, "")),
    )


def _planned(day: AgendaDay, language: str) -> ClockReading:
    first = next_step(day)
    when = short_day(day.on, language) if day.on is not None else translate("agenda", "Noch ohne Datum")
    return ClockReading(
        title=translate("agenda", "Geplanter Beginn"),
        now="",
        figure=f"{day.start:%H:%M}",
        left=when,
        right=first.title if first is not None else "",
        shorter=((when, ""),),
    )


def _long_over(day: AgendaDay, language: str) -> ClockReading:
    """A day of the past: when it ended, or was to end where no step was timed."""
    ends = [step.ended for step in day.steps if step.ended is not None]
    end = local_time(max(ends)) if ends else local_time(end_to_meet(day))
    title = translate("agenda", "Tag beendet um") if ends else translate("agenda", "Tag beendet, Ende geplant um")
    return ClockReading(
        title=title, now="", figure=end, left=short_day(day.on, language) if day.on is not None else "", right=""
    )


def _over(day: AgendaDay, now: datetime) -> ClockReading:
    ends = [step.ended for step in day.steps if step.ended is not None]
    left = translate("agenda", "beendet um {time} Uhr").format(time=local_time(max(ends))) if ends else ""
    return ClockReading(title=translate("agenda", "Tag beendet"), now="", figure=local_time(now), left=left, right="")


def _minutes_and_seconds(duration: timedelta) -> str:
    seconds = int(duration.total_seconds())
    return f"{seconds // 60}:{seconds % 60:02}"
