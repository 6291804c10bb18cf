"""Backups as the program makes them: when they are due, where they go, which are given up, what a restore asks."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.backup import BackupReason
from advisor_app.domain.errors import Problem
from advisor_app.services.backup_places import SECOND_FOLDER, BackupPlaces
from advisor_app.services.backups import Backups, restore, verify_backup
from advisor_app.storage.backups import backup_folders, list_backups
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.database import Database, open_database
from advisor_app.storage.profile import Profile, open_profile
from tests.services.conftest import refused
from tests.storage.conftest import CASE_ID, new_case

MONDAY = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = MONDAY

    def now(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return open_profile(tmp_path / "data")


@pytest.fixture
def database(profile: Profile) -> Iterator[Database]:
    """Return the open database of the profile, empty."""
    opened = open_database(profile)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return the second place, which is not there yet."""
    return tmp_path / "stick"


@pytest.fixture
def backups(profile: Profile, database: Database, stick: Path, clock: Clock) -> Backups:
    new_case(database)
    return Backups(profile, stick, clock)


def touch(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE case_head SET wish = wish || '.'")


# When


def test_an_empty_profile_needs_no_backup(profile: Profile, database: Database, clock: Clock) -> None:
    del database
    assert not Backups(profile, None, clock).is_due


def test_one_is_due_at_once_and_then_after_half_an_hour_where_something_changed(
    backups: Backups, database: Database, clock: Clock
) -> None:
    assert backups.is_due
    made = backups.make_due()
    assert made is not None
    assert made.backup.reason is BackupReason.INTERVAL
    clock.move(minutes=31)
    assert not backups.is_due
    assert backups.make_due() is None
    touch(database)
    assert backups.is_due
    backups.make_due()
    touch(database)
    clock.move(minutes=29)
    assert not backups.is_due
    clock.move(minutes=1)
    assert backups.is_due


def test_a_clock_that_was_set_back_does_not_put_backups_off_for_ever(
    backups: Backups, database: Database, clock: Clock
) -> None:
    backups.create()
    touch(database)
    clock.move(days=-400)
    assert backups.due_at is not None
    assert backups.due_at <= clock.now() + timedelta(minutes=30)


# Where


def test_the_second_place_gets_a_copy_while_it_is_there(backups: Backups, stick: Path) -> None:
    first = backups.create()
    assert (first.second, first.problem) == (None, None)
    assert not stick.exists()
    stick.mkdir()
    second = backups.create()
    assert second.second is not None
    assert second.second.folder.parent == backups.second_home
    assert (stick / SECOND_FOLDER).is_dir()
    verify_backup(second.second, open_profile(backups.folder))
    (newest, older) = backups.list().backups
    assert (newest.backup, newest.also) == (second.backup, (second.second,))
    assert older.also == ()


def test_a_stick_that_is_there_again_gets_the_newest(backups: Backups, stick: Path) -> None:
    backups.create()
    assert not backups.is_due
    stick.mkdir()
    assert backups.is_due
    made = backups.make_due()
    assert made is not None
    assert made.second is not None
    assert not backups.is_due
    assert backups.make_due() is None


def test_a_second_place_that_takes_nothing_is_told_and_the_backup_is_there(backups: Backups, stick: Path) -> None:
    stick.mkdir()
    (stick / SECOND_FOLDER).touch()
    made = backups.create()
    assert made.problem is not None
    assert made.problem.problem is Problem.BACKUP_FAILED
    assert backups.verify(made.backup)


def test_two_profiles_share_a_stick_and_leave_each_other_alone(
    backups: Backups, stick: Path, clock: Clock, tmp_path: Path
) -> None:
    stick.mkdir()
    other_profile = open_profile(tmp_path / "other")
    other_database = open_database(other_profile)
    new_case(other_database)
    other = Backups(other_profile, stick, clock)
    mine, theirs = backups.create(), other.create()
    clock.move(days=300)
    for _ in range(22):
        clock.move(days=40)
        backups.create()
    assert theirs.second is not None
    assert theirs.second.folder.exists()
    assert mine.second is not None
    assert not mine.second.folder.exists()
    other_database.close()


def test_without_the_keyslots_everybodys_backups_on_the_stick_are_listed(
    backups: Backups, stick: Path, tmp_path: Path
) -> None:
    stick.mkdir()
    backups.create()
    found = BackupPlaces(tmp_path / "new laptop", stick).list()
    assert [row.backup.profile for row in found.backups] == [open_profile(backups.folder).keyslots.profile]


# Which


def test_old_ones_are_given_up_and_the_newest_never(backups: Backups, clock: Clock) -> None:
    for _ in range(40):
        clock.move(hours=13)
        backups.create()
    days = {(clock.now() - backup.made_at).days for backup in list_backups(backups.local)[0]}
    assert {0, 1, 2} <= days
    assert len(backup_folders(backups.local)) < 25
    assert backups.newest is not None
    assert backups.newest.made_at == clock.now()


def test_what_is_no_backup_of_this_profile_is_never_given_up(backups: Backups, clock: Clock) -> None:
    first = backups.create().backup
    foreign = first.folder.with_name("2020-01-01T00-00-00Z")
    shutil.copytree(first.folder, foreign)
    manifest = (foreign / "manifest.json").read_text()
    (foreign / "manifest.json").write_text(manifest.replace(first.profile, "somebody-else"))
    for _ in range(22):
        clock.move(days=40)
        backups.create()
    assert foreign.exists()
    assert not first.folder.exists()


# Finding


def test_a_backup_is_found_by_name_by_folder_and_as_the_newest(backups: Backups, clock: Clock) -> None:
    first = backups.create().backup
    clock.move(hours=1)
    second = backups.create().backup
    assert backups.find("") == second
    assert backups.find(first.name) == first
    assert backups.find(str(first.folder)) == first
    error = refused(lambda: backups.find("gestern"), Problem.BACKUP_UNKNOWN)
    assert error.details["name"] == "gestern"
    (first.folder / "manifest.json").write_text("{")
    assert backups.list().unreadable == (first.folder,)
    refused(lambda: backups.find(first.name), Problem.BACKUP_DAMAGED)


# Restoring


def test_the_present_state_is_backed_up_before(backups: Backups, database: Database) -> None:
    made = backups.create().backup
    touch(database)
    database.close()
    restored = backups.restore(made)
    assert restored.before is not None
    assert restored.before.reason is BackupReason.RESTORE
    assert restored.aside is not None
    again = open_database(open_profile(backups.folder))
    assert CaseStore(again).load(CASE_ID).head.wish == ""
    again.close()


def test_cases_of_another_profile_are_not_replaced_unasked(backups: Backups, tmp_path: Path) -> None:
    made = backups.create().backup
    other = open_profile(tmp_path / "other")
    database = open_database(other)
    database.close()
    restore(other.folder, made)  # nothing was entered there
    fresh = open_profile(tmp_path / "third")
    database = open_database(fresh)
    new_case(database)
    database.close()
    refused(lambda: restore(fresh.folder, made), Problem.DATA_PRESENT)
    assert open_profile(fresh.folder).keyslots.profile == fresh.keyslots.profile
    restored = restore(fresh.folder, made, replace_other=True)
    assert restored.aside is not None
    assert open_profile(restored.aside).keyslots.profile == fresh.keyslots.profile


def test_a_locked_profile_of_another_counts_as_one_with_cases(backups: Backups, tmp_path: Path) -> None:
    made = backups.create().backup
    other = open_profile(tmp_path / "other")
    open_database(other).close()
    (other.folder / "profile.key").unlink()
    refused(lambda: restore(other.folder, made), Problem.DATA_PRESENT)


def test_lost_keyslots_come_back_with_any_backup_of_the_same_profile(backups: Backups, database: Database) -> None:
    made = backups.create().backup
    database.close()
    (backups.folder / "keyslots.json").unlink()
    restore(backups.folder, made)
    again = open_database(open_profile(backups.folder))
    assert CaseStore(again).load(CASE_ID).id == CASE_ID
    again.close()


def test_a_missing_database_comes_back(backups: Backups, database: Database, profile: Profile) -> None:
    made = backups.create().backup
    database.close()
    profile.database.unlink()
    refused(lambda: open_profile(backups.folder), Problem.DATABASE_MISSING)
    restore(backups.folder, made)
    open_database(open_profile(backups.folder)).close()
