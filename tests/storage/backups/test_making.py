"""What is in a backup, how it is made while others read and write, and which keys open it."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from advisor_app.domain.backup import Backup, BackupReason
from advisor_app.domain.errors import Problem
from advisor_app.storage.backup_check import check_backup, contents_of, key_of
from advisor_app.storage.backup_evidence import path_in
from advisor_app.storage.backup_manifest import (
    read_evidence,
    read_manifest,
)
from advisor_app.storage.backups import copy_backup, create_backup, list_backups, remove_backups
from advisor_app.storage.connection import connect
from advisor_app.storage.database import Database, open_database
from advisor_app.storage.database_copy import is_unchanged
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import DATABASE_NAME, Profile, open_profile
from advisor_app.storage.recovery_code import new_recovery_code, recovery_secret
from tests.storage.backups.conftest import CHECKOUT, MONDAY, problem_of
from tests.storage.conftest import new_case


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


def test_a_copy_elsewhere_is_complete(profile: Profile, tmp_path: Path) -> None:
    files_of(profile).put(b"ein Foto")
    made = create_backup(profile)
    copied = copy_backup(made, tmp_path / "stick")
    check_backup(copied, profile.database_key)
    assert copied.pieces == made.pieces


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
