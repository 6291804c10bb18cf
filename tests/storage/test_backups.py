"""Backups: what is in them, what happens when making one fails, and that nobody else's files are taken for one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.backup import Backup, BackupReason
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.backup_check import check_backup, contents_of, key_of
from advisor_app.storage.backup_evidence import path_in
from advisor_app.storage.backup_manifest import (
    MANIFEST_NAME,
    NewerError,
    decoded_manifest,
    is_inside,
    read_evidence,
    read_manifest,
)
from advisor_app.storage.backups import backup_folders, copy_backup, create_backup, list_backups, remove_backups
from advisor_app.storage.checked_table import check_table, encoded_table
from advisor_app.storage.connection import connect
from advisor_app.storage.database import Database, open_database
from advisor_app.storage.database_copy import is_unchanged
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import DATABASE_NAME, Profile, open_profile
from advisor_app.storage.recovery_code import new_recovery_code, recovery_secret
from tests.storage.conftest import new_case

CHECKOUT = Path(__file__).resolve().parents[2]
MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    """Return an open profile with one case, whose database stays open."""
    opened = open_profile(tmp_path / "data")
    database = open_database(opened)
    new_case(database)
    yield opened
    database.close()


@pytest.fixture
def backup(profile: Profile) -> Backup:
    return create_backup(profile, at=MONDAY)


def problem_of(action: Any, *arguments: Any, **named: Any) -> Problem:
    with pytest.raises(AdvisorError) as caught:
        action(*arguments, **named)
    return caught.value.problem


def test_a_backup_says_what_it_is(profile: Profile, backup: Backup) -> None:
    assert backup.folder == profile.folder / "backups" / "2026-09-14T07-00-00Z"
    assert read_manifest(backup.folder) == backup
    assert (backup.made_at, backup.version, backup.cases) == (MONDAY, CURRENT_VERSION, 1)
    assert (backup.profile, backup.reason) == (profile.keyslots.profile, BackupReason.BY_HAND)
    assert list_backups(profile.folder / "backups") == ([backup], [])
    check_backup(backup, profile.database_key)
    (case,) = contents_of(backup, profile.database_key).cases or ()
    assert case.communes == ("Gemeinde Eschentalbach",)


def test_nothing_in_a_backup_can_be_read_without_a_key(backup: Backup) -> None:
    for file in backup.folder.iterdir():
        assert b"Eschentalbach" not in file.read_bytes()


def test_two_backups_in_one_second_have_two_names(profile: Profile, backup: Backup) -> None:
    other = create_backup(profile, at=MONDAY)
    assert other.name == f"{backup.name}-2"
    assert len(list_backups(backup.folder.parent)[0]) == 2


def test_what_was_committed_and_not_yet_folded_in_is_in_it(profile: Profile) -> None:
    with closing(connect(profile.database, profile.database_key)) as writer:
        for number in range(50):
            writer.execute("INSERT INTO definition VALUES (?, 'm4', '1', 'body')", (f"digest-{number}",))
        assert create_backup(profile).counts["definition"] == 50


def test_a_reader_of_an_older_state_does_not_matter(profile: Profile) -> None:
    with (
        closing(connect(profile.database, profile.database_key)) as reader,
        closing(connect(profile.database, profile.database_key)) as writer,
    ):
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM definition").fetchone()
        writer.execute("INSERT INTO definition VALUES ('digest', 'm4', '1', 'body')")
        made = create_backup(profile)
    check_backup(made, profile.database_key)
    assert made.counts["definition"] == 1


def test_writers_are_not_blocked_and_the_copy_is_one_state(profile: Profile) -> None:
    """Two tables are always written together; no copy may hold the one without the other."""
    writing = """
import sys
from contextlib import closing
from pathlib import Path
from advisor_app.storage.checked_table import check_table, encoded_table
from advisor_app.storage.connection import connect
with closing(connect(Path(sys.argv[1]), sys.argv[2])) as writer:
    writer.execute("PRAGMA busy_timeout = 5000")
    print("ready", flush=True)
    for number in range(100_000):
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO definition VALUES (?, 'm4', '1', ?)", (f"digest-{number}", "x" * 3000))
        writer.execute("INSERT INTO person VALUES (?, 'case', 'name', '', '')", (f"person-{number}",))
        writer.execute("COMMIT")
        print(number, flush=True)
"""
    command = [sys.executable, "-c", writing, str(profile.database), profile.database_key]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        made = []
        for _ in range(4):
            writer.stdout.readline()
            made.append(create_backup(profile))
        writer.kill()
        written = len(writer.stdout.readlines())
    assert written > 0
    for one in made:
        check_backup(one, profile.database_key)
        assert one.counts["definition"] == one.counts["person"]
    found = [one.counts["person"] for one in made]
    assert found == sorted(found)
    assert found[0] >= 1
    assert found[-1] > found[0]


def test_it_is_known_whether_something_was_changed_since(profile: Profile) -> None:
    made = create_backup(profile)
    assert is_unchanged(profile.database, made.state)
    with closing(connect(profile.database, profile.database_key)) as writer:
        writer.execute("INSERT INTO definition VALUES ('digest', 'm4', '1', 'body')")
        assert not is_unchanged(profile.database, made.state)


def test_closing_the_database_changes_nothing(tmp_path: Path) -> None:
    profile = open_profile(tmp_path)
    database = open_database(profile)
    new_case(database)
    made = create_backup(profile)
    database.close()
    assert is_unchanged(profile.database, made.state)
    open_database(profile).close()
    assert is_unchanged(profile.database, made.state)


def test_settings_logos_and_packs_go_along(profile: Profile) -> None:
    (profile.folder / "settings.toml").write_text('adviser = "Kim"\n')
    (profile.folder / "packs" / "own").mkdir(parents=True)
    (profile.folder / "packs" / "own" / "pack.toml").write_text("id = 'own'\n")
    (profile.folder / "logos").mkdir()
    (profile.folder / "logos" / "haus.png").write_bytes(b"png")
    (profile.folder / "packs" / "elsewhere").symlink_to(CHECKOUT)
    made = create_backup(profile)
    assert {name for name in made.pieces if "/" in name or name == "settings.toml"} == {
        "settings.toml",
        "packs/own/pack.toml",
        "logos/haus.png",
    }


# Evidence


def files_of(profile: Profile) -> EvidenceFiles:
    return EvidenceFiles(profile.folder, profile.files_key)


def test_evidence_is_copied_once(profile: Profile) -> None:
    files_of(profile).put(b"ein Foto")
    first = create_backup(profile, at=MONDAY)
    (piece, _) = next(iter(read_evidence(first.folder).values()))
    kept = path_in(first.folder.parent, piece.digest)
    before = kept.stat()
    files_of(profile).put(b"noch ein Foto")
    second = create_backup(profile, at=MONDAY + timedelta(hours=1))
    assert kept.stat() == before
    assert (first.evidence, second.evidence) == (1, 2)
    check_backup(second, profile.database_key)


def test_evidence_stays_as_long_as_a_backup_needs_it(profile: Profile) -> None:
    place = profile.folder / "backups"
    digest = files_of(profile).put(b"ein Foto")
    with_photo = create_backup(profile, at=MONDAY)
    files_of(profile).remove(digest)
    without = create_backup(profile, at=MONDAY + timedelta(hours=1))
    remove_backups(place, [without.folder])
    check_backup(with_photo, profile.database_key)
    without = create_backup(profile, at=MONDAY + timedelta(hours=1))
    remove_backups(place, [with_photo.folder])
    assert not [path for path in (place / "files").rglob("*") if path.is_file()]
    assert list_backups(place)[0] == [without]


def test_with_a_list_that_cannot_be_read_no_evidence_is_removed(profile: Profile) -> None:
    files_of(profile).put(b"ein Foto")
    first = create_backup(profile, at=MONDAY)
    second = create_backup(profile, at=MONDAY + timedelta(hours=1))
    (second.folder / "evidence.json").write_text("{")
    remove_backups(first.folder.parent, [first.folder])
    assert [path for path in (first.folder.parent / "files").rglob("*") if path.is_file()]


def test_lost_and_altered_evidence_is_told(profile: Profile) -> None:
    files_of(profile).put(b"ein Foto")
    made = create_backup(profile)
    (piece, _) = next(iter(read_evidence(made.folder).values()))
    kept = path_in(made.folder.parent, piece.digest)
    content = bytearray(kept.read_bytes())
    content[-1] ^= 1
    kept.write_bytes(content)
    assert problem_of(check_backup, made, profile.database_key) is Problem.BACKUP_EVIDENCE_MISSING
    kept.unlink()
    assert contents_of(made, None).missing_evidence == 1


# Another place


def test_a_copy_elsewhere_is_complete(profile: Profile, tmp_path: Path) -> None:
    files_of(profile).put(b"ein Foto")
    made = create_backup(profile)
    copied = copy_backup(made, tmp_path / "stick")
    check_backup(copied, profile.database_key)
    assert copied.pieces == made.pieces


def test_a_backup_that_changed_on_the_way_is_not_copied(backup: Backup, tmp_path: Path) -> None:
    (backup.folder / DATABASE_NAME).write_bytes(b"x" * backup.pieces[DATABASE_NAME].size)
    assert problem_of(copy_backup, backup, tmp_path / "stick") is Problem.BACKUP_FAILED
    assert backup_folders(tmp_path / "stick") == []
    assert not list((tmp_path / "stick").glob("*.part"))


def test_a_place_that_goes_away_in_the_middle_is_told(profile: Profile, backup: Backup, tmp_path: Path) -> None:
    place = tmp_path / "stick"

    def unplug(_share: float) -> None:
        shutil.rmtree(place)

    assert problem_of(copy_backup, backup, place, unplug) is Problem.BACKUP_FAILED
    check_backup(backup, profile.database_key)


# Faults


def test_stopping_leaves_nothing(profile: Profile, backup: Backup) -> None:
    def stop(_share: float) -> None:
        raise AdvisorError(Problem.CANCELLED)

    assert problem_of(create_backup, profile, report=stop) is Problem.CANCELLED
    assert [path.name for path in backup.folder.parent.iterdir() if path.is_dir()] == [backup.name]


def test_what_a_kill_left_is_removed_by_the_next_one(profile: Profile, backup: Backup) -> None:
    left = backup.folder.with_name("2026-09-14T06-30-00Z.part")
    left.mkdir()
    (left / DATABASE_NAME).write_bytes(b"half")
    create_backup(profile)
    assert not left.exists()


def test_a_full_disk_leaves_nothing_and_the_earlier_ones(profile: Profile, backup: Backup, tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: both end with an error in the middle of a write."""
    script = """
import resource, sys
from pathlib import Path
from advisor_app.domain.errors import AdvisorError
from advisor_app.storage.backups import create_backup
from advisor_app.storage.profile import open_profile
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
profile = open_profile(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    create_backup(profile, Path(sys.argv[2]))
except AdvisorError as error:
    print(error.problem.value)
"""
    for place in (backup.folder.parent, tmp_path / "stick"):
        command = [sys.executable, "-c", script, str(profile.folder), str(place)]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert (done.stdout, done.stderr) == ("backup-failed\n", "")
        assert not list(place.glob("*.part"))
    check_backup(backup, profile.database_key)


def test_a_place_that_is_a_file_is_told(profile: Profile, tmp_path: Path) -> None:
    (tmp_path / "stick").touch()
    assert problem_of(create_backup, profile, tmp_path / "stick") is Problem.BACKUP_FAILED


@pytest.mark.parametrize("after", [0.0, 0.01, 0.03, 0.06, 0.1, 0.2])
def test_a_kill_in_the_middle_leaves_whole_backups_only(profile: Profile, after: float) -> None:
    script = """
import sys
from pathlib import Path
from advisor_app.storage.backups import create_backup
from advisor_app.storage.profile import open_profile
profile = open_profile(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    create_backup(profile)
"""
    command = [sys.executable, "-c", script, str(profile.folder)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(after)
        process.kill()
    place = profile.folder / "backups"
    sound, unreadable = list_backups(place)
    assert not unreadable
    for one in sound:
        check_backup(one, profile.database_key)
    create_backup(profile)
    assert not list(place.glob("*.part"))


# Hostile backups


def test_every_altered_piece_is_noticed(profile: Profile, backup: Backup) -> None:
    for name in backup.pieces:
        file = backup.folder / name
        before = file.read_bytes()
        for altered in (before[:-1], before + b" ", before[:-1] + bytes([before[-1] ^ 1]), b""):
            file.write_bytes(altered)
            assert problem_of(check_backup, backup, profile.database_key) is Problem.BACKUP_DAMAGED, name
        file.unlink()
        assert problem_of(check_backup, backup, profile.database_key) is Problem.BACKUP_DAMAGED
        file.write_bytes(before)
    check_backup(backup, profile.database_key)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"},
        {"format": 0.5},
        {"made_at": "gestern"},
        {"made_at": "2026-09-14T07:00:00"},
        {"version": -1},
        {"version": True},
        {"profile": "../../etc"},
        {"reason": "because"},
        {"counts": {"a; drop": 1}},
        {"counts": []},
        {"pieces": {}},
        {"pieces": {"../../settings.toml": [1, "0" * 64]}},
        {"pieces": {"packs/../../x": [1, "0" * 64]}},
        {"pieces": {"/etc/passwd": [1, "0" * 64]}},
        {"pieces": {"packs\\x": [1, "0" * 64]}},
        {"pieces": {"profile.key": [1, "0" * 64]}},
        {"pieces": {"C:/x": [1, "0" * 64]}},
        {"evidence": None},
        {"evidence": 10**30},
        {"program": "x" * 1000},
        {"state": "\n"},
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(backup: Backup, change: dict[str, Any]) -> None:
    file = backup.folder / MANIFEST_NAME
    table = json.loads(file.read_bytes())
    check_table(table)
    if change.get("pieces"):
        change = {"pieces": {**table["pieces"], **change["pieces"]}}
    file.write_bytes(encoded_table({**table, **change}))
    assert problem_of(read_manifest, backup.folder) is Problem.BACKUP_DAMAGED
    assert list_backups(backup.folder.parent) == ([], [backup.folder])


@given(st.binary(max_size=200) | st.text(max_size=50).map(str.encode))
def test_any_manifest_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("backup")
    (folder / MANIFEST_NAME).write_bytes(content)
    assert problem_of(read_manifest, folder) is Problem.BACKUP_DAMAGED


def test_a_manifest_that_is_a_bomb_is_refused_at_once(backup: Backup) -> None:
    file = backup.folder / MANIFEST_NAME
    with file.open("wb") as stream:
        stream.truncate(10 * 1024**3)
    assert problem_of(read_manifest, backup.folder) is Problem.BACKUP_DAMAGED
    file.write_text("[" * 100_000)
    assert problem_of(read_manifest, backup.folder) is Problem.BACKUP_DAMAGED


def test_a_manifest_that_is_a_pipe_does_not_wait_for_ever(backup: Backup) -> None:
    file = backup.folder / MANIFEST_NAME
    file.unlink()
    os.mkfifo(file)
    assert problem_of(read_manifest, backup.folder) is Problem.BACKUP_DAMAGED


def test_a_piece_that_became_a_bomb_is_not_read_to_its_end(profile: Profile, backup: Backup) -> None:
    with (backup.folder / DATABASE_NAME).open("r+b") as stream:
        stream.truncate(10 * 1024**3)
    assert problem_of(check_backup, backup, profile.database_key) is Problem.BACKUP_DAMAGED


def test_a_backup_of_a_newer_program_is_told(profile: Profile, backup: Backup) -> None:
    file = backup.folder / MANIFEST_NAME
    table = json.loads(file.read_bytes())
    file.write_text(json.dumps({**table, "format": 2}))
    assert problem_of(read_manifest, backup.folder) is Problem.BACKUP_NEWER
    check_table(table)
    file.write_bytes(encoded_table({**table, "version": CURRENT_VERSION + 1}))
    assert problem_of(check_backup, read_manifest(backup.folder), profile.database_key) is Problem.BACKUP_NEWER


def test_links_and_other_folders_are_no_backups(backup: Backup) -> None:
    place = backup.folder.parent
    (place / "2026-09-15T07-00-00Z").symlink_to(backup.folder)
    (place / "Urlaub").mkdir()
    (place / "2026-09-16T07-00-00Z").touch()
    assert list_backups(place) == ([backup], [])
    remove_backups(place, [backup.folder])
    assert (place / "Urlaub").exists()


@pytest.mark.parametrize(
    "name", ["", "/x", "..", "a/../b", "./a", "a//b", "a/", "a\\b", "C:x", "nul", "CON.txt", "a.", "a\x00b", "a\ud800"]
)
def test_names_that_leave_the_folder_or_no_system_takes(name: str) -> None:
    assert not is_inside(name)


# Keys


def test_a_key_is_found_by_the_profile_a_secret_or_the_device(profile: Profile, tmp_path: Path) -> None:
    code = new_recovery_code()
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, recovery_secret(code)))
    made = create_backup(profile)
    assert key_of(made, profile) == profile.database_key
    assert key_of(made, secret=recovery_secret(code)) == profile.database_key
    assert key_of(made, key_file_in=profile.folder) == profile.database_key
    assert key_of(made) is None
    assert key_of(made, open_profile(tmp_path / "other")) is None
    assert problem_of(key_of, made, secret=recovery_secret(new_recovery_code())) is Problem.KEY_WRONG


def test_without_its_key_a_backup_is_compared_with_its_manifest(backup: Backup) -> None:
    check_backup(backup, None)
    assert contents_of(backup, None).cases is None


def test_a_database_that_is_only_read_is_copied_too(profile: Profile, database: Database) -> None:
    del database
    made = create_backup(profile)
    with closing(connect(made.folder / DATABASE_NAME, profile.database_key, "mode=ro&immutable=1")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_flipped_bit_anywhere_in_a_manifest_is_noticed(profile: Profile) -> None:
    backup = create_backup(profile)
    content = (backup.folder / MANIFEST_NAME).read_bytes()
    refused = 0
    for place in range(len(content)):
        altered = bytearray(content)
        altered[place] ^= 1
        try:
            read = decoded_manifest(backup.folder, bytes(altered))
        except (ValueError, NewerError):
            refused += 1
        else:
            assert read == backup  # white space, or the name of the hash
    assert refused > 0.9 * len(content)
