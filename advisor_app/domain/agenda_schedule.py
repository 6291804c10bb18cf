"""When the steps of a workshop day are planned, and what does not fit: pure, computed from the order every time.

Times are aware and local (Europe/Berlin); they are reckoned in UTC, so that a night in which clocks change is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from itertools import groupby

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.local_time import LOCAL

MINUTE = timedelta(minutes=1)
_BEFORE_START = timedelta(hours=6)
_SOME_DAY = date(2000, 1, 3)
"""On which a day without a date is reckoned; only its times of day mean anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledStep:
    """A step with the local times at which it is planned to begin and end."""

    step: AgendaStep
    begins: datetime
    ends: datetime


class FindingKind(Enum):
    """What does not fit; the value is the key of its words under ``agenda.finding``."""

    GAP = "gap"
    OVERLAP = "overlap"
    LATE_END = "late-end"
    UNDER_MINIMUM = "under-minimum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that does not fit, by so many minutes.

    ``step`` is the id of the pinned step before which there is idle time or into which the steps before it run, of the
    step that is shorter than it may be, and empty for the end of the day.
    """

    kind: FindingKind
    minutes: int
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Steps with their times in their order, the end of the last, and what does not fit between them."""

    steps: tuple[ScheduledStep, ...]
    ends: datetime
    findings: tuple[Finding, ...]


@dataclass(slots=True, kw_only=True)
class _Course:
    """Where laying out has come to: ``moment`` is the next free instant, ``start`` that of the day."""

    moment: datetime
    start: datetime
    durations: Mapping[str, timedelta]
    earliest: Mapping[str, datetime]
    not_before: datetime | None
    placed: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, step: AgendaStep, moment: datetime) -> datetime:
        """Give a step its time from an instant on; returns when the next one can begin."""
        duration = self.durations.get(step.id, timedelta(minutes=step.minutes))
        if step.skipped:
            self.placed[step.id] = (moment, moment)
            return moment
        begins = max(moment, self.earliest.get(step.id, moment))
        pinned = begins
        if step.pinned is not None and step.started is None:
            pinned = begins = pinned_at(step.pinned, self.start)
            if self.not_before is not None:
                begins = max(begins, self.not_before)
        self._compare(step, moment, begins, pinned)
        ends = begins + duration
        self.placed[step.id] = (begins, ends)
        return max(moment, ends)

    def _compare(self, step: AgendaStep, moment: datetime, begins: datetime, pinned: datetime) -> None:
        if begins - moment >= MINUTE:
            self.findings.append(Finding(kind=FindingKind.GAP, step=step.id, minutes=(begins - moment) // MINUTE))
        elif (over := moment - pinned) >= MINUTE:
            self.findings.append(Finding(kind=FindingKind.OVERLAP, step=step.id, minutes=full_minutes(over)))


def lay_out(
    steps: Iterable[AgendaStep],
    begin: datetime,
    *,
    start: datetime | None = None,
    durations: Mapping[str, timedelta] | None = None,
    earliest: Mapping[str, datetime] | None = None,
    not_before: datetime | None = None,
) -> Layout:
    """Steps one after the other from an instant on, the groups of a parallel block beside each other.

    A pinned step that has not begun stands at its time of the day that starts at ``start`` (else at ``begin``), a
    skipped one takes none. ``durations`` of single steps stand for their minutes, ``earliest`` holds steps back that
    are not pinned, ``not_before`` holds pinned ones back.
    """
    ordered = tuple(steps)
    course = _Course(
        moment=begin.astimezone(UTC),
        start=start or begin,
        durations=durations or {},
        earliest=earliest or {},
        not_before=not_before,
    )
    for block in blocks_of(ordered):
        course.moment = max(_placed_lane(course, lane) for lane in lanes_of(block))
    return Layout(
        steps=tuple(
            ScheduledStep(step=step, begins=begins.astimezone(LOCAL), ends=ends.astimezone(LOCAL))
            for step in ordered
            for begins, ends in (course.placed[step.id],)
        ),
        ends=course.moment.astimezone(LOCAL),
        findings=tuple(course.findings),
    )


def _placed_lane(course: _Course, lane: Sequence[AgendaStep]) -> datetime:
    moment = course.moment
    for step in lane:
        moment = course.place(step, moment)
    return moment


def blocks_of(steps: Iterable[AgendaStep]) -> tuple[tuple[AgendaStep, ...], ...]:
    """Steps in blocks that follow each other: a parallel block of several steps, or one step alone."""
    found: list[tuple[AgendaStep, ...]] = []
    for is_grouped, run in groupby(steps, lambda step: bool(step.group)):
        block = tuple(run)
        found += [block] if is_grouped else [(step,) for step in block]
    return tuple(found)


def lanes_of(block: Iterable[AgendaStep]) -> tuple[tuple[AgendaStep, ...], ...]:
    """The steps of a block by their groups, in the order in which the groups first appear."""
    lanes: dict[str, list[AgendaStep]] = {}
    for step in block:
        lanes.setdefault(step.group, []).append(step)
    return tuple(tuple(lane) for lane in lanes.values())


def block_of(day: AgendaDay, step: AgendaStep) -> tuple[AgendaStep, ...]:
    """The block that a step of the day stands in; it alone where it is in no parallel block."""
    return next((block for block in blocks_of(day.steps) if any(other.id == step.id for other in block)), (step,))


def pinned_at(clock: time, start: datetime) -> datetime:
    """The instant (UTC) that a local time means on a day that starts at another instant.

    The first one from six hours before the start on: a little before it is a mistake to be shown, long before it is
    meant for the night after it.
    """
    earliest = start.astimezone(UTC) - _BEFORE_START
    local = earliest.astimezone(LOCAL).date()
    found = (datetime.combine(local + timedelta(days=days), clock, LOCAL).astimezone(UTC) for days in (0, 1))
    return next((instant for instant in found if instant >= earliest), earliest + timedelta(days=1))


def begin_of(day: AgendaDay) -> datetime:
    """The local time at which the first step is planned."""
    return datetime.combine(day.on or _SOME_DAY, day.start, LOCAL)


def start_of(day: AgendaDay) -> datetime:
    """The local time from which the day is reckoned: as planned, or when it began on another day than planned."""
    held_on = day.as_planned[0].begins.astimezone(LOCAL) if day.as_planned else None
    return held_on if held_on is not None and held_on.date() != day.on else begin_of(day)


def laid_out(day: AgendaDay) -> Layout:
    """The whole day as planned, with its findings, the end against the agreed one among them."""
    layout = lay_out(day.steps, begin_of(day))
    findings = [*layout.findings, *_too_short(day.steps)]
    agreed = agreed_end(day)
    if agreed is not None and (over := layout.ends.astimezone(UTC) - agreed) > timedelta():
        findings.append(Finding(kind=FindingKind.LATE_END, minutes=full_minutes(over)))
    return replace(layout, findings=tuple(findings))


def schedule(day: AgendaDay) -> tuple[ScheduledStep, ...]:
    """Planned times of all steps in their order, from the day's start on; a skipped step takes no time."""
    return laid_out(day).steps


def findings(day: AgendaDay) -> tuple[Finding, ...]:
    """Idle time before pinned steps, overlaps with them, steps that are too short, an end after the agreed one."""
    return laid_out(day).findings


def planned_end(day: AgendaDay) -> datetime:
    """The local time at which the last step is planned to end; the start where there is none."""
    return laid_out(day).ends


def agreed_end(day: AgendaDay) -> datetime | None:
    """The agreed end as a local time: the first time of that kind after the day's start, None where none was agreed."""
    if day.ends is None:
        return None
    begins = start_of(day)
    ends = datetime.combine(begins.date(), day.ends, LOCAL)
    return ends if ends > begins else datetime.combine(begins.date() + timedelta(days=1), day.ends, LOCAL)


def full_minutes(duration: timedelta) -> int:
    """A duration in minutes, those that have only begun counted."""
    return -(-duration // MINUTE)


def _too_short(steps: Iterable[AgendaStep]) -> Iterable[Finding]:
    for step in steps:
        if step.minutes < step.minimum_minutes and not step.skipped and step.started is None:
            missing = step.minimum_minutes - step.minutes
            yield Finding(kind=FindingKind.UNDER_MINIMUM, step=step.id, minutes=missing)
