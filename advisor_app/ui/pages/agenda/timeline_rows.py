"""The rows of the timeline in words: what is planned, what does not fit, what happened, and what is to be expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepState, is_over, state_of
from advisor_app.domain.agenda_forecast import Forecast, deadline, end_to_meet, forecast, steps_ahead
from advisor_app.domain.agenda_schedule import (
    Finding,
    FindingKind,
    Layout,
    agreed_end,
    blocks_of,
    laid_out,
    lanes_of,
    planned_end,
)
from advisor_app.ui.pages.agenda.clock_reading import LATE_MINUTES, Tone, local_time, minutes_late
from advisor_app.ui.pages.agenda.timeline_model import TimelineCell, TimelineRow

translate = QCoreApplication.translate


def timeline_rows(day: AgendaDay, now: datetime) -> list[TimelineRow]:
    """A row per step, one per row of steps side by side, one before what does not fit, and the end of the day."""
    return [*_Rows(day, now), _end(day, now)]


class _Rows:
    """The rows of a day at an instant."""

    def __init__(self, day: AgendaDay, now: datetime) -> None:
        self._day = day
        self._now = now
        self._expected: Forecast | None = forecast(day, now)
        layout: Layout = laid_out(day)
        self._planned: Mapping[str, datetime] = {item.step.id: item.begins for item in layout.steps}
        if day.as_planned:
            self._planned = {**self._planned, **self._kept_plan()}
        found = self._expected.findings if self._expected is not None else layout.findings
        self._findings: dict[str, list[Finding]] = {}
        for finding in (*found, *(item for item in layout.findings if item.kind is FindingKind.UNDER_MINIMUM)):
            self._findings.setdefault(finding.step, []).append(finding)

    def _kept_plan(self) -> Mapping[str, datetime]:
        """When steps were planned as the day began; where they follow in another order now, when they are expected."""
        planned = {item.id: item.begins for item in self._day.as_planned}
        expected = self._expected.begins if self._expected is not None else {}
        coming = [step.id for step in steps_ahead(self._day) if step.id in planned and step.id in expected]
        if sorted(coming, key=planned.__getitem__) == coming:
            return {**expected, **planned}
        return {**planned, **expected}

    def __iter__(self) -> Iterator[TimelineRow]:
        for block in blocks_of(self._day.steps):
            lanes = lanes_of(block)
            for lane in lanes:
                yield from self._misfits(lane[0])
            if len(lanes) == 1:
                for step in lanes[0]:
                    if step is not lanes[0][0]:
                        yield from self._misfits(step)
                    yield TimelineRow(time=self._time(step), cells=(self._cell(step),))
            else:
                yield from self._side_by_side(lanes)

    def _side_by_side(self, lanes: Sequence[Sequence[AgendaStep]]) -> Iterator[TimelineRow]:
        depth = max(len(lane) for lane in lanes)
        first = min((lane[0] for lane in lanes), key=lambda step: self._planned[step.id])
        for place in range(depth):
            cells = []
            for lane in lanes:
                is_last = place == len(lane) - 1
                rows = depth - place if is_last else 1
                cells.append(self._cell(lane[place], lane[0], rows) if place < len(lane) else None)
            yield TimelineRow(time="" if place else self._time(first), cells=tuple(cells))

    def _misfits(self, step: AgendaStep) -> Iterator[TimelineRow]:
        """What does not fit before a step."""
        for finding in self._findings.get(step.id, ()):
            if finding.kind is FindingKind.GAP:
                words = translate("agenda", "{minutes} min frei").format(minutes=finding.minutes)
                yield _finding_row(words, Tone.AMBER, "clock")
            elif finding.kind is FindingKind.OVERLAP:
                words = translate("agenda", "{minutes} min Überschneidung").format(minutes=finding.minutes)
                yield _finding_row(words, Tone.ERROR, "triangle-alert")

    def _time(self, step: AgendaStep) -> str:
        return local_time(self._planned[step.id])

    def _cell(self, step: AgendaStep, first: AgendaStep | None = None, rows: int = 1) -> TimelineCell:
        """A step's cell; ``first``: the one that its group begins with, where it runs beside others."""
        time = self._time(step)
        below, tone = self._below(step)
        begins = "" if first in (step, None) else translate("agenda", "ab {time}").format(time=time)
        group = step.group if first is not None else ""
        other = "" if step.module == self._day.module else step.module  # else two of the same title look alike
        length = translate("agenda", "{minutes} min").format(minutes=step.minutes)
        minutes = " · ".join(filter(None, (group, other, begins, length)))
        title = step.title or translate("agenda", "Ohne Titel")
        pinned = translate("agenda", "fest um {time}").format(time=f"{step.pinned:%H:%M}") if step.pinned else ""
        spoken = (time, title, minutes, pinned, _state_words(step), "" if below == _pinned() else below)
        return TimelineCell(
            step=step.id,
            title=title,
            minutes=minutes,
            length=step.minutes,
            below=below,
            tone=tone,
            kind=step.kind,
            state=state_of(step),
            is_pinned=step.pinned is not None,
            spoken=", ".join(filter(None, spoken)),
            rows=rows,
        )

    def _below(self, step: AgendaStep) -> tuple[str, Tone]:
        """The second line, and whether it needs attention."""
        match state_of(step):
            case StepState.RUNNING:
                return self._running(step), Tone.CALM
            case StepState.DONE:
                return _took(step), Tone.CALM
            case StepState.SKIPPED if step.started is not None:
                return translate("agenda", "abgebrochen, {times}").format(times=_took(step)), Tone.CALM
            case StepState.SKIPPED:
                return translate("agenda", "übersprungen"), Tone.CALM
            case StepState.INTERRUPTED:
                return translate("agenda", "unterbrochen, wartet"), Tone.AMBER
            case StepState.OPEN:
                return self._ahead(step)

    def _running(self, step: AgendaStep) -> str:
        ends = deadline(self._day, step, self._now)
        if step.started is None or ends is None:
            return ""
        words = translate("agenda", "seit {begin}, bis {end}")
        return words.format(begin=local_time(step.started), end=local_time(ends))

    def _ahead(self, step: AgendaStep) -> tuple[str, Tone]:
        for finding in self._findings.get(step.id, ()):
            if finding.kind is FindingKind.UNDER_MINIMUM:
                words = translate("agenda", "zu kurz, mindestens {minutes} min")
                return words.format(minutes=step.minimum_minutes), Tone.AMBER
        words, tone = self._expected_begin(step)
        if not words and step.pinned is not None:
            return _pinned(), Tone.CALM
        return words, tone

    def _expected_begin(self, step: AgendaStep) -> tuple[str, Tone]:
        expected = self._expected
        begins = expected.begins.get(step.id) if expected is not None else None
        if begins is None or expected is None or expected.delay is None or self._day.on is None:
            return "", Tone.CALM
        late = begins - self._planned[step.id]
        if abs(late) < timedelta(minutes=LATE_MINUTES):
            return "", Tone.CALM
        words = translate("agenda", "Prognose {time}").format(time=local_time(begins))
        return words, Tone.AMBER if late > timedelta() else Tone.CALM


def _finding_row(words: str, tone: Tone, icon: str) -> TimelineRow:
    return TimelineRow(time="", cells=(TimelineCell(title=words, tone=tone, icon=icon, spoken=words),))


def _end(day: AgendaDay, now: datetime) -> TimelineRow:
    """The end: as agreed or planned when the day began, else as planned; below, what is to be expected instead."""
    expected, agreed = forecast(day, now), agreed_end(day)
    meant = end_to_meet(day) if day.as_planned or agreed is not None else planned_end(day)
    ends = expected.ends if expected is not None else planned_end(day)
    late = minutes_late(ends, meant)
    below, tone = "", Tone.CALM
    if is_over(day):
        below = ""
    elif agreed is not None and late > 0:
        words = translate("agenda", "{minutes} min zu spät, um {time}")
        below, tone = words.format(minutes=late, time=local_time(ends)), Tone.ERROR
    elif abs(late) >= LATE_MINUTES:
        below = translate("agenda", "Prognose {time}").format(time=local_time(ends))
        tone = Tone.AMBER if late > 0 else Tone.CALM
    elif agreed is not None:
        below = translate("agenda", "vereinbart")
    title, time = translate("agenda", "Ende"), local_time(meant)
    cell = TimelineCell(
        title=title,
        below=below,
        tone=tone,
        is_pinned=agreed is not None,
        spoken=", ".join(filter(None, (f"{title} {time}", below))),
    )
    return TimelineRow(time=time, cells=(cell,))


def _pinned() -> str:
    return translate("agenda", "fest")


def _took(step: AgendaStep) -> str:
    if step.started is None or step.ended is None:
        return ""
    return f"{local_time(step.started)}–{local_time(step.ended)}"


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
