"""Backups and data kept aside that still hold what was erased are named and removed."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advisor_app.services.backups import restore
from advisor_app.services.old_backups import held_until
from advisor_app.services.workspace import open_workspace
from advisor_app.storage.backups import create_backup, list_backups
from advisor_app.storage.database import open_database
from advisor_app.storage.profile import DATABASE_NAME, open_profile
from tests.services.conftest import PREFERENCES
from tests.services.erasure.conftest import Full


def test_a_new_backup_does_not_hold_an_erased_case(full: Full) -> None:
    before = create_backup(full.workspace.profile, at=datetime(2026, 9, 14, tzinfo=UTC))
    full.workspace.erasure.erase_case(full.session.case.id)
    after = create_backup(full.workspace.profile, at=datetime(2026, 9, 15, tzinfo=UTC))
    assert full.traces("Wolkenhauer", before.folder / DATABASE_NAME)
    assert full.traces("Wolkenhauer", after.folder / DATABASE_NAME) == 0
    assert full.traces("Mondstein", after.folder / DATABASE_NAME)


def test_old_backups_are_named_and_removed_after_a_new_one(full: Full) -> None:
    erasure, profile = full.workspace.erasure, full.workspace.profile
    assert erasure.backups_hold().count == 0
    assert erasure.erase_old_backups() is None
    old = create_backup(profile, at=datetime(2026, 9, 1, tzinfo=UTC))
    assert erasure.backups_hold().count == 0
    erasure.erase_case(full.session.case.id)
    held = erasure.backups_hold()
    assert held.count == 1
    assert held.until is not None
    record = erasure.erase_old_backups()
    assert record is not None
    assert (record.what, record.counts) == ("backups", {"backups": 1})
    assert not old.folder.exists()
    assert erasure.backups_hold().count == 0
    (new,) = list_backups(old.folder.parent)[0]
    assert full.traces("Wolkenhauer", new.folder / DATABASE_NAME) == 0
    assert full.traces("Mondstein", new.folder / DATABASE_NAME)


def test_backups_that_may_hold_it_go_within_a_year_of_daily_work() -> None:
    now = datetime(2026, 9, 14, 8, tzinfo=UTC)
    assert held_until([], now) is None
    old = [now - timedelta(days=days) for days in range(100)]
    until = held_until(old, now)
    assert until is not None
    assert timedelta(days=150) < until - now.date() < timedelta(days=365)


EARLIER = "2026-09-01T00-00-00Z"


def test_data_kept_aside_and_unreadable_backups_are_named_and_removed(tmp_path: Path, full: Full) -> None:
    workspace, folder = full.workspace, full.workspace.folder
    second = tmp_path / "stick"
    second.mkdir()
    workspace.set_preferences(replace(workspace.preferences, backup_place=str(second)))
    made = workspace.backups.create()
    assert made.second is not None
    workspace.close()
    restored = restore(folder, made.backup)
    assert restored.aside is not None
    assert restored.before is not None
    shutil.rmtree(restored.before.folder)  # by the machine's clock, as is the name of what is kept aside
    earlier = restored.aside.with_name(EARLIER)
    restored.aside.rename(earlier)
    foreign = restored.aside.with_name(f"{EARLIER}-2")
    open_database(open_profile(foreign)).close()
    opened = open_workspace(folder, replace(PREFERENCES, backup_place=str(second)), clock=workspace.clock)
    again = Full(opened, full.session, full.other)
    (made.second.folder / "manifest.json").write_text("{")
    for database in (earlier / DATABASE_NAME, made.second.folder / DATABASE_NAME):
        assert again.traces("Wolkenhauer", database)
    opened.erasure.erase_case(full.session.case.id)
    assert opened.erasure.backups_hold().lasting == 2
    record = opened.erasure.erase_old_backups()
    assert record is not None
    databases = [*folder.rglob(DATABASE_NAME), *second.rglob(DATABASE_NAME)]
    assert len(databases) == 4  # the one in use, a backup in each place, and other people's
    for database in databases:
        if database.parent != foreign:
            assert again.traces("Wolkenhauer", database) == 0
            assert again.traces("Mondstein", database)
    assert not opened.erasure.backups_hold().is_anything
    opened.close()


def test_backups_in_the_second_place_count_and_go_too(tmp_path: Path, full: Full) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    workspace = full.workspace
    workspace.set_preferences(replace(workspace.preferences, backup_place=str(second)))
    home = workspace.backups.second_home
    assert home is not None
    old = create_backup(workspace.profile, home, at=datetime(2026, 9, 1, tzinfo=UTC))
    workspace.erasure.erase_case(full.session.case.id)
    assert workspace.erasure.backups_hold().count == 1
    second.rename(tmp_path / "elsewhere")
    assert workspace.erasure.backups_hold().unseen
    (tmp_path / "elsewhere").rename(second)
    workspace.erasure.erase_old_backups()
    assert not old.folder.exists()
    held = workspace.erasure.backups_hold()
    assert (held.count, held.unseen) == (0, False)
