"""„Meine Daten finden“: what is found, what it is said to hold, and that nothing stops the search."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services import finding
from advisor_app.services.backups import Backups, restore
from advisor_app.services.finding import Found, FoundKind, describe, search
from advisor_app.services.moving import pack
from advisor_app.services.usual_places import usual_places
from advisor_app.storage.backups import list_backups
from advisor_app.storage.database import open_database
from advisor_app.storage.profile import DATABASE_NAME, Profile, open_profile
from advisor_app.storage.time_stamp import time_of
from advisor_app.texts import load_texts
from tests.profiles import make_recoverable
from tests.services.test_backups import Clock
from tests.storage.conftest import new_case
from tests.storage.test_database import make_file


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Return a closed profile with one case and one backup."""
    opened = open_profile(make_recoverable(tmp_path / "laptop" / "Daten"))
    database = open_database(opened)
    new_case(database)
    database.close()
    Backups(opened, None, Clock()).create()
    return opened


def found_in(folder: Path) -> list[Found]:
    return list(search([folder]).found)


def test_a_profile_and_its_backups_say_what_they_hold(profile: Profile, tmp_path: Path) -> None:
    result = search([tmp_path], open_folder=profile.folder)
    assert (result.is_complete, result.unreadable) == (True, 0)
    by_kind = {item.kind: item for item in result.found}
    mine, backups = by_kind[FoundKind.PROFILE], by_kind[FoundKind.BACKUPS]
    assert (mine.path, mine.cases, mine.is_open, mine.protection) == (
        profile.folder,
        1,
        True,
        ("key-file", "recovery"),
    )
    assert (backups.path, backups.cases, backups.count, backups.problem) == (
        profile.folder / "backups",
        1,
        1,
        None,
    )
    assert backups.at == datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
    assert backups.backup is not None


def test_a_backup_that_was_copied_and_renamed_is_found(profile: Profile, tmp_path: Path) -> None:
    (source,) = (path for path in (profile.folder / "backups").iterdir() if (path / "manifest.json").exists())
    shutil.copytree(source, tmp_path / "Desktop" / "Kopie (2)")
    (item,) = found_in(tmp_path / "Desktop")
    assert (item.kind, item.cases, item.path.name) == (FoundKind.BACKUPS, 1, "Kopie (2)")


def test_data_of_an_early_build_are_said_to_be_open_to_all(tmp_path: Path) -> None:
    make_file(tmp_path, "CREATE TABLE case_head (id)", "CREATE TABLE log (id)", "PRAGMA user_version = 1")
    (item,) = found_in(tmp_path)
    assert (item.kind, item.protection, item.problem) == (FoundKind.PROFILE, (), None)


def test_a_packed_move_is_found(profile: Profile, tmp_path: Path) -> None:
    clock = Clock()
    (tmp_path / "stick").mkdir()
    pack(Backups(profile, None, clock), clock, tmp_path / "stick")
    (item,) = found_in(tmp_path / "stick")
    assert (item.kind, item.cases, item.path.suffix) == (FoundKind.MOVE, 1, ".bkmove")


def test_what_is_damaged_is_found_and_told(profile: Profile, tmp_path: Path) -> None:
    (profile.folder / "keyslots.json").write_text("{")
    (tmp_path / "x.bkmove").write_bytes(b"BKMOVE")
    (tmp_path / "x.bkcase").write_bytes(b"x" * 100)
    backups = profile.folder / "backups"
    for path in backups.iterdir():
        if path.is_dir() and path.name != "files":
            (path / "manifest.json").write_text("[]")
    problems = {item.kind: item.problem for item in found_in(tmp_path)}
    assert all(isinstance(problem, AdvisorError) for problem in problems.values())
    assert set(problems) == set(FoundKind) - {FoundKind.ASIDE}


def test_what_a_restore_has_kept_aside_is_named_as_that(profile: Profile) -> None:
    (backup,) = list_backups(profile.folder / "backups")[0]
    restore(profile.folder, backup)
    (item,) = (item for item in found_in(profile.folder) if "aside" in item.path.parts)
    assert item.kind is FoundKind.ASIDE
    assert item.path.parent == profile.folder / "aside"
    assert item.at == time_of(item.path.name)
    assert item.problem is None
    said = describe(item, load_texts("de"))
    assert said.startswith("Beiseitegelegte Daten vom ")
    assert said.endswith(" Uhr, darin die Datenbank und die Schlüsseldatei")
    (item.path / "files").mkdir()
    (item.path / "keyslots.json").unlink()
    (item,) = (item for item in found_in(profile.folder) if item.kind is FoundKind.ASIDE)
    assert describe(item, load_texts("de")).endswith("darin die Datenbank und Nachweise")
    shutil.rmtree(item.path)
    item.path.mkdir()
    assert FoundKind.ASIDE not in {item.kind for item in found_in(profile.folder)}


def test_names_loops_pipes_and_forbidden_folders_do_not_stop_it(profile: Profile, tmp_path: Path) -> None:
    hostile = profile.folder.parent
    (hostile / "loop").symlink_to(tmp_path)
    os.mkdir(os.fsencode(hostile) + b"/\xff\xfe\n\x1b[31m")  # noqa: PTH102  # a name that is no text
    (hostile / ("x" * 250)).mkdir()
    (hostile / "forbidden").mkdir(mode=0o000)
    os.mkfifo(hostile / "pipe.bkmove")
    for name in ("pipes", "links", "folders"):
        (hostile / name).mkdir()
    os.mkfifo(hostile / "pipes" / DATABASE_NAME)
    (hostile / "links" / DATABASE_NAME).symlink_to("/dev/zero")
    (hostile / "folders" / DATABASE_NAME).mkdir()
    (hostile / "folders" / "manifest.json").mkdir()
    os.mkfifo(hostile / "folders" / "keyslots.json")
    result = search([tmp_path])
    assert {item.kind for item in result.found} == {FoundKind.PROFILE, FoundKind.BACKUPS}
    assert result.is_complete
    (hostile / "forbidden").chmod(0o700)


def test_a_pipe_for_a_keyslot_file_is_told(profile: Profile) -> None:
    (profile.folder / "keyslots.json").unlink()
    os.mkfifo(profile.folder / "keyslots.json")
    (item,) = (item for item in found_in(profile.folder) if item.kind is FoundKind.PROFILE)
    assert item.problem is not None
    assert item.problem.problem is Problem.KEYSLOTS_DAMAGED


def test_it_can_be_stopped_and_tells_what_it_has(profile: Profile, tmp_path: Path) -> None:
    looked: list[Path] = []

    def two(folder: Path) -> bool:
        looked.append(folder)
        return len(looked) <= 2

    (tmp_path / "far" / "away").mkdir(parents=True)
    result = search([profile.folder, tmp_path / "far"], two)
    assert not result.is_complete
    assert [item.kind for item in result.found] == [FoundKind.PROFILE]


def test_it_ends_by_itself_when_its_time_is_over(profile: Profile, tmp_path: Path) -> None:
    seconds = iter(range(0, 10**6, 60))
    result = search([tmp_path], now=lambda: float(next(seconds)))
    assert not result.is_complete
    assert result.found == ()
    del profile


def test_deep_folders_and_those_of_systems_are_passed_over(profile: Profile, tmp_path: Path) -> None:
    shutil.copytree(profile.folder, tmp_path / "deep" / "/".join("abcdefg"))
    shutil.copytree(profile.folder, tmp_path / "deep" / "node_modules" / "x")
    shutil.copytree(profile.folder, tmp_path / "deep" / ".Trash")
    assert found_in(tmp_path / "deep") == []


def test_the_usual_places_are_those_that_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    for name in ("OneDrive - Haus", "Documents", "Nextcloud", "Musik"):
        (home / name).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    (home / "share" / "Beraterkoffer-alt").mkdir(parents=True)
    stick = tmp_path / "stick"
    stick.mkdir()
    places = usual_places(home / "data", stick)
    assert {home / "OneDrive - Haus", home / "Nextcloud", home / "share" / "Beraterkoffer-alt", stick} <= set(places)
    assert home / "Musik" not in places
    assert all(place.is_dir() for place in places)


def test_a_crowd_of_folders_ends_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_FOLDERS", 10)
    for number in range(20):
        (tmp_path / str(number)).mkdir()
    assert not search([tmp_path]).is_complete


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks by handle, not by process")
def test_searching_and_backing_up_leave_the_locks_of_an_open_database(profile: Profile) -> None:
    """Without its lock on the file another program could fold the log in and remove it, believing to be alone."""
    is_locked = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)  # where SQLite keeps its shared locks
    except OSError:
        print("locked")
"""
    database = open_database(profile)
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO definition VALUES ('digest', 'm4', '1', 'body')")
    search([profile.folder.parent], open_folder=profile.folder)
    Backups(profile, None, Clock()).create()
    done = subprocess.run(
        [sys.executable, "-c", is_locked, str(profile.database)], check=True, capture_output=True, text=True
    )
    assert done.stdout == "locked\n"
    database.close()
