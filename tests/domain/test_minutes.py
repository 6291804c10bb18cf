"""Entries of the minutes: who may read them first, what is open, in which order they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from advisor_app.domain.minutes import (
    EntryKind,
    MinutesEntry,
    WorkingState,
    first_audience,
    in_order,
    is_open,
    lacks_until,
    lacks_who,
    working_states,
)
from advisor_app.domain.words import Audience, Words

AT = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
TASK = MinutesEntry(id="m1", day="d1", kind=EntryKind.TASK, at=AT, words=Words("Leitfaden schreiben"))


@pytest.mark.parametrize("kind", EntryKind)
def test_what_is_agreed_before_the_room_is_for_the_minutes_and_the_rest_waits(kind: EntryKind) -> None:
    waits = kind in {EntryKind.NOTE, EntryKind.QUOTE}
    assert first_audience(kind) is (Audience.INTERNAL if waits else Audience.MINUTES)


def test_a_task_lacks_who_does_it_and_until_when_as_long_as_it_is_open() -> None:
    assert lacks_who(TASK)
    assert lacks_until(TASK)
    assert not lacks_who(replace(TASK, who="Bauamt"))
    assert not lacks_until(replace(TASK, until=date(2026, 9, 30)))
    done = replace(TASK, done=True)
    assert not lacks_who(done)
    assert not lacks_until(done)
    assert not lacks_who(replace(TASK, kind=EntryKind.DECISION))


@pytest.mark.parametrize("kind", EntryKind)
def test_tasks_and_open_points_are_open_until_they_are_done(kind: EntryKind) -> None:
    entry = replace(TASK, kind=kind)
    assert is_open(entry) is (kind in {EntryKind.TASK, EntryKind.OPEN_POINT})
    assert not is_open(replace(entry, done=True))


def test_entries_stand_in_the_order_of_their_time() -> None:
    later = replace(TASK, id="m0", at=AT + timedelta(minutes=1))
    assert in_order([later, TASK]) == (TASK, later)


def test_working_states_of_a_day_stand_in_their_order() -> None:
    first = WorkingState(id="w2", day="d1", number=1, at=AT, digest="a")
    second = WorkingState(id="w1", day="d1", number=2, at=AT, digest="b")
    other = replace(first, id="w3", day="d2")
    assert working_states([second, other, first], "d1") == (first, second)
