"""The minutes of one workshop day as its documents tell them: what belongs to each step, and a digest of all of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.area_poll import AreaPoll
from advisor_app.domain.attendance import Participant
from advisor_app.domain.attendance import in_order as listed
from advisor_app.domain.case import Case
from advisor_app.domain.evidence import Evidence, EvidenceKind, SubjectKind
from advisor_app.domain.evidence import in_order as by_time
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind, MinutesEntry, WorkingState, in_order, working_states
from advisor_app.domain.poll import Poll
from advisor_app.domain.release import released_to
from advisor_app.domain.words import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMinutes:
    """What belongs to a step; without a step: to the day as a whole, also what named a step that is gone."""

    step: AgendaStep | None
    entries: tuple[MinutesEntry, ...]
    photos: tuple[Evidence, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was captured."""
        return not (self.entries or self.photos or (self.step is not None and self.step.note))


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMinutes:
    """A day with everything that was captured, by its steps in order; ``participants`` are those who were there."""

    day: AgendaDay
    steps: tuple[StepMinutes, ...]
    participants: tuple[Participant, ...]

    @property
    def entries(self) -> tuple[MinutesEntry, ...]:
        """All entries, step by step."""
        return tuple(entry for step in self.steps for entry in step.entries)

    def of_kind(self, kind: EntryKind) -> tuple[MinutesEntry, ...]:
        """The entries of a kind, step by step."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    @property
    def photos(self) -> tuple[Evidence, ...]:
        """All photos that are there, step by step."""
        return tuple(photo for step in self.steps for photo in step.photos)


def day_minutes(case: Case, day: AgendaDay) -> DayMinutes:
    """The minutes of a day; the last part holds what belongs to no step, where there is any."""
    steps = {step.id for step in day.steps}
    entries = in_order(entry for entry in case.minutes.values() if entry.day == day.id)
    photos = by_time(
        piece
        for piece in case.evidence.values()
        if piece.subject.kind is SubjectKind.STEP
        and piece.subject.part == day.id
        and piece.kind is EvidenceKind.PHOTO
        and not piece.is_awaited
    )
    parts = [
        StepMinutes(
            step=step,
            entries=tuple(entry for entry in entries if entry.step == step.id),
            photos=tuple(photo for photo in photos if photo.subject.item == step.id),
        )
        for step in day.steps
    ]
    rest = StepMinutes(
        step=None,
        entries=tuple(entry for entry in entries if entry.step not in steps),
        photos=tuple(photo for photo in photos if photo.subject.item not in steps),
    )
    there = (item for item in case.participants.values() if any(spot.day == day.id for spot in item.present))
    return DayMinutes(day=day, steps=(*parts, *(() if rest.is_empty else (rest,))), participants=listed(there))


def polls_of_day(case: Case, day: AgendaDay) -> tuple[Poll, ...]:
    """The revealed polls that were begun on the day, as they were made."""
    found = (
        poll
        for poll in case.polls.values()
        if poll.rounds[0].is_revealed and poll.started_at.astimezone(LOCAL).date() == day.on
    )
    return tuple(sorted(found, key=lambda poll: (poll.started_at, poll.id)))


def dots_of_day(case: Case, day: AgendaDay) -> tuple[AreaPoll, ...]:
    """The dots for impact areas that were begun on the day and are open, as they were made."""
    found = (
        poll
        for poll in case.area_polls.values()
        if poll.is_revealed and poll.started_at.astimezone(LOCAL).date() == day.on
    )
    return tuple(sorted(found, key=lambda poll: (poll.started_at, poll.id)))


def content_digest(case: Case, day: AgendaDay) -> str:
    """SHA-256 over what documents of the day's minutes read: the same as long as they would say the same."""
    seen = released_to(case, Audience.MINUTES)
    lines = list(_content(seen, day_minutes(seen, seen.agenda[day.id])))
    return hashlib.sha256(json.dumps(lines, ensure_ascii=False).encode()).hexdigest()


def is_changed_since(case: Case, state: WorkingState) -> bool:
    """Whether the day's minutes say something else than when the state was kept; a day that is gone says nothing."""
    day = case.agenda.get(state.day)
    return day is None or content_digest(case, day) != state.digest


def last_state(case: Case, day: str) -> WorkingState | None:
    """The newest working state of a day; None before it was closed."""
    return next(reversed(working_states(case.working_states.values(), day)), None)


def _content(case: Case, minutes: DayMinutes) -> Iterator[list[Any]]:
    day = minutes.day
    yield ["day", day.module, day.title, str(day.on), str(day.start), day.place]
    for part in minutes.steps:
        step = part.step
        if step is not None:
            times = [str(step.started), str(step.ended), step.minutes, step.skipped, step.kind.value]
            yield ["step", step.title, *times, step.note.text]
        for entry in part.entries:
            until = None if entry.until is None else entry.until.isoformat()
            yield [entry.kind.value, entry.words.text, entry.who, until, entry.done]
        for photo in part.photos:
            yield ["photo", photo.digest, photo.caption.text, photo.title]
    for poll in polls_of_day(case, day):
        yield ["poll", poll.assessment, poll.about.value, poll.item, *_told(poll)]
    for dots in dots_of_day(case, day):
        counted = [f"{item.area} {item.dots}" for item in dots.area_dots]
        yield ["dots", dots.assessment, dots.present, dots.dots_each, *counted, *dots.areas]
    for item in minutes.participants:
        person = case.people.get(item.person)
        halves = [spot.half.value for spot in item.present if spot.day == day.id]
        yield ["participant", "" if person is None else person.name, item.function, item.office, *halves]


def _told(poll: Poll) -> Iterator[Any]:
    """The figures of revealed rounds, and what the group settled on."""
    for shown in poll.shown:
        if shown.votes is not None:
            yield [*shown.votes.counts, shown.votes.unknown]
    outcome = poll.outcome
    if outcome is not None:
        until = None if outcome.until is None else outcome.until.isoformat()
        yield [outcome.settled.value, outcome.level, outcome.reason.text, outcome.dissent.text]
        yield [outcome.responsible, until, *([item.office, item.level] for item in outcome.offices)]
