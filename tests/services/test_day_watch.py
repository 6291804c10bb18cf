"""A clock that is set while a day runs is noticed, and who comes back learns how long nobody watched."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.agenda_clock import Absence, Return
from advisor_app.services.clock import MachineClock, SystemClock, clock_times
from advisor_app.services.day_watch import FILE_NAME, MARK_EVERY, DayWatch
from tests.services.conftest import MondayClock

SECOND = timedelta(seconds=1)


class Laptop:
    """A machine whose clock can be set, that can be left alone, and started anew."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 9, 14, 8, 42, tzinfo=UTC)
        self.since = timedelta(hours=3)
        self.boot = "first"

    def now(self) -> datetime:
        return self.wall

    def up(self) -> timedelta:
        return self.since

    def go_on(self, by: timedelta) -> None:
        self.wall += by
        self.since += by

    def set(self, by: timedelta) -> None:
        self.wall += by


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


def test_a_clock_that_goes_on_is_not_set_and_one_that_jumps_is(tmp_path: Path, laptop: Laptop) -> None:
    watch = DayWatch(tmp_path, laptop)
    assert watch.look() == timedelta()
    laptop.go_on(SECOND)
    assert watch.look() == timedelta()
    laptop.go_on(SECOND)
    laptop.set(-timedelta(hours=1))
    assert watch.look() == -timedelta(hours=1)
    laptop.go_on(timedelta(minutes=40))  # a closed lid
    assert watch.look() == timedelta()


def test_the_mark_is_due_every_fifteen_seconds_and_when_the_clock_was_set(tmp_path: Path, laptop: Laptop) -> None:
    watch = DayWatch(tmp_path, laptop)
    assert not watch.is_due
    watch.look()
    assert watch.is_due
    watch.mark()
    laptop.go_on(MARK_EVERY - SECOND)
    watch.look()
    assert not watch.is_due
    laptop.go_on(SECOND)
    watch.look()
    assert watch.is_due
    watch.mark()
    laptop.set(timedelta(hours=1))
    watch.look()
    assert watch.is_due


def test_who_comes_back_after_a_kill_learns_how_long_nobody_watched(tmp_path: Path, laptop: Laptop) -> None:
    killed = DayWatch(tmp_path, laptop)
    killed.look()
    killed.mark()
    laptop.go_on(timedelta(minutes=7))
    laptop.set(timedelta(hours=2))
    assert DayWatch(tmp_path, laptop).returned() == Return(
        absence=Absence.SHORT, away=timedelta(minutes=7), clock_set=timedelta(hours=2)
    )
    laptop.boot, laptop.since = "second", timedelta(minutes=1)
    anew = DayWatch(tmp_path, laptop).returned()
    assert anew is not None
    assert (anew.away, anew.clock_set) == (timedelta(hours=2, minutes=7), timedelta())


def test_a_day_that_ended_leaves_nothing(tmp_path: Path, laptop: Laptop) -> None:
    watch = DayWatch(tmp_path, laptop)
    watch.look()
    watch.mark()
    watch.end()
    assert list(tmp_path.iterdir()) == []
    assert watch.returned() is None
    watch.end()
    watch.mark()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"seen": "2026-09-14T08:42:00+00:00"}',
        b'{"seen": "2026-09-14T08:42:00", "up": 1, "boot": ""}',
        b'{"seen": "2026-09-14T08:42:00+00:00", "up": NaN, "boot": ""}',
        b'{"seen": "2026-09-14T08:42:00+00:00", "up": 1e300, "boot": ""}',
        b"\xff" * 9000,
    ],
)
def test_a_mark_that_cannot_be_read_tells_nothing(tmp_path: Path, laptop: Laptop, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert DayWatch(tmp_path, laptop).returned() is None


def test_a_folder_that_takes_no_files_gets_no_mark(tmp_path: Path, laptop: Laptop) -> None:
    watch = DayWatch(tmp_path / "not there", laptop)
    watch.look()
    watch.mark()
    assert watch.returned() is None


def test_the_mark_says_nothing_but_times(tmp_path: Path, laptop: Laptop) -> None:
    watch = DayWatch(tmp_path, laptop)
    watch.look()
    watch.mark()
    assert json.loads((tmp_path / FILE_NAME).read_text()) == {
        "seen": "2026-09-14T08:42:00+00:00",
        "up": 10_800.0,
        "boot": "first",
    }


def test_the_systems_clock_tells_both_times_and_a_clock_of_its_own_is_never_set() -> None:
    first, then = clock_times(SystemClock()), clock_times(SystemClock())
    assert isinstance(SystemClock(), MachineClock)
    assert timedelta() < first.up <= then.up
    assert first.boot == then.boot
    monday = clock_times(MondayClock())
    assert (monday.up, monday.boot) == (monday.now - datetime(1970, 1, 1, tzinfo=UTC), "")
