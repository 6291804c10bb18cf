"""The rows of the timeline in words: what is planned, what happened, and what is to be expected."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepState, state_of
from advisor_app.domain.agenda_forecast import Forecast, deadline, forecast
from advisor_app.domain.agenda_schedule import ScheduledStep, schedule
from advisor_app.ui.pages.agenda.clock_reading import LATE_MINUTES, local_time
from advisor_app.ui.pages.agenda.timeline import TimelineRow

translate = QCoreApplication.translate


def timeline_rows(day: AgendaDay, now: datetime) -> list[TimelineRow]:
    """One row per step, and the end of the day."""
    planned = schedule(day)
    expected = forecast(day, now)
    rows = [_row(day, item, expected, now) for item in planned]
    end = planned[-1].ends if planned else day.start
    time = f"{end:%H:%M}"
    title = translate("agenda", "Ende")
    rows.append(TimelineRow(step="", time=time, title=title, spoken=f"{title} {time}"))
    return rows


def _row(day: AgendaDay, planned: ScheduledStep, expected: Forecast | None, now: datetime) -> TimelineRow:
    step = planned.step
    time = f"{planned.begins:%H:%M}"
    below, is_amber = _below(day, planned, expected, now)
    minutes = translate("agenda", "{minutes} min").format(minutes=step.minutes)
    title = step.title or translate("agenda", "Ohne Titel")
    return TimelineRow(
        step=step.id,
        time=time,
        title=title,
        minutes=minutes,
        below=below,
        is_amber=is_amber,
        kind=step.kind,
        state=state_of(step),
        spoken=", ".join(part for part in (time, title, minutes, _state_words(step), below) if part),
    )


def _below(day: AgendaDay, planned: ScheduledStep, expected: Forecast | None, now: datetime) -> tuple[str, bool]:
    """The second line, and whether it needs attention."""
    step = planned.step
    match state_of(step):
        case StepState.RUNNING:
            return _running(day, step, now), False
        case StepState.DONE:
            return _took(step), False
        case StepState.SKIPPED if step.started is not None:
            return translate("agenda", "abgebrochen, {times}").format(times=_took(step)), False
        case StepState.SKIPPED:
            return translate("agenda", "übersprungen"), False
        case StepState.INTERRUPTED:
            return translate("agenda", "unterbrochen"), True
        case StepState.OPEN:
            return _expected(day, planned, expected)


def _running(day: AgendaDay, step: AgendaStep, now: datetime) -> str:
    ends = deadline(day, step, now)
    if step.started is None or ends is None:
        return ""
    words = translate("agenda", "seit {begin}, bis {end}")
    return words.format(begin=local_time(step.started), end=local_time(ends))


def _took(step: AgendaStep) -> str:
    if step.started is None or step.ended is None:
        return ""
    return f"{local_time(step.started)}–{local_time(step.ended)}"


def _expected(day: AgendaDay, planned: ScheduledStep, expected: Forecast | None) -> tuple[str, bool]:
    begins = expected.begins.get(planned.step.id) if expected is not None else None
    if begins is None or expected is None or expected.delay is None or day.on is None:
        return "", False
    late = begins - planned.begins
    if abs(late) < timedelta(minutes=LATE_MINUTES):
        return "", False
    return translate("agenda", "Prognose {time}").format(time=local_time(begins)), late > timedelta()


def _state_words(step: AgendaStep) -> str:
    match state_of(step):
        case StepState.RUNNING:
            return translate("agenda", "läuft")
        case StepState.DONE:
            return translate("agenda", "beendet")
        case StepState.SKIPPED:
            return translate("agenda", "übersprungen")
        case StepState.INTERRUPTED:
            return translate("agenda", "unterbrochen")
        case StepState.OPEN:
            return translate("agenda", "offen")
