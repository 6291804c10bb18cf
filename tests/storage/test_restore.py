"""Bringing a backup back: old or new whenever it is cut off, nothing lost of what was there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.backup import Backup
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage import replacement
from advisor_app.storage.backup_evidence import path_in
from advisor_app.storage.backup_manifest import read_evidence
from advisor_app.storage.backups import create_backup
from advisor_app.storage.connection import connect
from advisor_app.storage.database import open_database
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.keyslots import Passphrase, RandomSecret
from advisor_app.storage.profile import DATABASE_NAME, Profile, forget_on_device, open_profile
from advisor_app.storage.recovery_code import new_recovery_code, recovery_secret
from advisor_app.storage.restore import restore_backup
from tests.storage.conftest import new_case

CHECKOUT = Path(__file__).resolve().parents[2]
MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)


class Keyring:
    """The keyring of a machine, in memory."""

    def __init__(self) -> None:
        self._secrets: dict[str, RandomSecret] = {}

    def read(self, profile: str) -> RandomSecret | None:
        return self._secrets.get(profile)

    def write(self, profile: str, secret: RandomSecret) -> bool:
        self._secrets[profile] = secret
        return True

    def forget(self, profile: str) -> None:
        self._secrets.pop(profile, None)


def put(profile: Profile, name: str) -> None:
    with closing(connect(profile.database, profile.database_key)) as connection:
        connection.execute("INSERT INTO definition VALUES (?, 'm4', '1', 'body')", (name,))


def found_in(folder: Path, **by: Any) -> list[str]:
    profile = open_profile(folder, **by)
    database = open_database(profile)
    with database.read() as connection:
        names = [row[0] for row in connection.exec_driver_sql("SELECT digest FROM definition ORDER BY 1")]
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    database.close()
    return names


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Return a profile with one case that nobody has open."""
    opened = open_profile(tmp_path / "data")
    database = open_database(opened)
    new_case(database)
    database.close()
    return opened


@pytest.fixture
def backup(profile: Profile) -> Iterator[Backup]:
    """Return a backup before „later“ was written."""
    EvidenceFiles(profile.folder, profile.files_key).put(b"ein Foto")
    put(profile, "earlier")
    yield create_backup(profile, at=MONDAY)
    assert not list(profile.folder.glob("restore.*[!k]"))


def test_the_older_state_is_back_and_the_newer_one_kept_aside(profile: Profile, backup: Backup) -> None:
    put(profile, "later")
    aside = restore_backup(profile.folder, backup, profile)
    assert found_in(profile.folder) == ["earlier"]
    assert aside is not None
    assert aside.parent == profile.folder / "aside"
    with closing(connect(aside / DATABASE_NAME, profile.database_key)) as kept:
        assert kept.execute("SELECT count(*) FROM definition").fetchone() == (2,)
    (aside / "profile.key").write_bytes((profile.folder / "profile.key").read_bytes())
    assert found_in(aside) == ["earlier", "later"]


def test_a_log_that_was_not_folded_in_goes_aside_with_its_database(profile: Profile, backup: Backup) -> None:
    with closing(connect(profile.database, profile.database_key)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        put(profile, "later")
        content = profile.database.with_name(f"{DATABASE_NAME}-wal").read_bytes()
    profile.database.with_name(f"{DATABASE_NAME}-wal").write_bytes(content)
    restore_backup(profile.folder, backup, None)
    assert found_in(profile.folder) == ["earlier"]


def test_a_folder_that_lost_everything_is_as_before(profile: Profile, backup: Backup, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    shutil.move(backup.folder.parent, stick)
    from advisor_app.storage.backup_manifest import read_manifest

    moved = read_manifest(stick / backup.name)
    shutil.rmtree(profile.folder)
    assert restore_backup(profile.folder, moved, None) is None
    assert EvidenceFiles(profile.folder, profile.files_key).read(next(EvidenceFiles(profile.folder, b"").digests()))
    with pytest.raises(AdvisorError) as caught:
        found_in(profile.folder)  # the key file was on the lost machine
    assert caught.value.problem is Problem.PROFILE_LOCKED
    shutil.move(stick, backup.folder.parent)


def test_a_machine_without_the_old_keyring_opens_it_by_the_recovery_code(tmp_path: Path) -> None:
    old, code = Keyring(), new_recovery_code()
    profile = open_profile(tmp_path / "old", keyring=old)
    open_database(profile).close()
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, recovery_secret(code)))
    put(profile, "earlier")
    backup = create_backup(profile)
    restore_backup(tmp_path / "new", backup, None)
    with pytest.raises(AdvisorError) as caught:
        open_profile(tmp_path / "new", keyring=Keyring())
    assert caught.value.problem is Problem.PROFILE_LOCKED
    assert found_in(tmp_path / "new", secret=recovery_secret(code), keyring=Keyring()) == ["earlier"]


@pytest.mark.parametrize("knows", [True, False])
def test_the_passphrase_of_today_holds_where_its_key_is_the_backup_s(profile: Profile, *, knows: bool) -> None:
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, Passphrase("damals")))
    forget_on_device(profile)
    backup = create_backup(profile)
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, Passphrase("heute")))
    put(profile, "later")
    restore_backup(profile.folder, backup, profile if knows else None)
    holds, other = ("heute", "damals") if knows else ("damals", "heute")
    assert found_in(profile.folder, secret=Passphrase(holds)) == []
    with pytest.raises(AdvisorError) as caught:
        found_in(profile.folder, secret=Passphrase(other))
    assert caught.value.problem is Problem.KEY_WRONG


@pytest.mark.parametrize("left", [None, b"{"])
def test_lost_ways_in_come_back(profile: Profile, backup: Backup, left: bytes | None) -> None:
    (profile.folder / "keyslots.json").unlink()
    if left is not None:
        (profile.folder / "keyslots.json").write_bytes(left)
    restore_backup(profile.folder, backup, profile)
    assert found_in(profile.folder) == ["earlier"]


def test_evidence_that_is_missing_or_another_comes_back(profile: Profile, backup: Backup) -> None:
    files = EvidenceFiles(profile.folder, profile.files_key)
    (digest,) = files.digests()
    files.remove(digest)
    restore_backup(profile.folder, backup, profile)
    assert files.read(digest) == b"ein Foto"
    files.path_of(digest).write_bytes(b"anders")
    aside = restore_backup(profile.folder, backup, profile)
    assert files.read(digest) == b"ein Foto"
    assert aside is not None
    assert (aside / "files" / digest[:2] / digest).read_bytes() == b"anders"


def test_evidence_that_the_place_has_lost_is_told_and_can_be_done_without(profile: Profile, backup: Backup) -> None:
    (piece, _) = next(iter(read_evidence(backup.folder).values()))
    path_in(backup.folder.parent, piece.digest).unlink()
    put(profile, "later")
    with pytest.raises(AdvisorError) as caught:
        restore_backup(profile.folder, backup, profile)
    assert caught.value.problem is Problem.BACKUP_EVIDENCE_MISSING
    assert found_in(profile.folder) == ["earlier", "later"]
    restore_backup(profile.folder, backup, profile, without_evidence=True)
    assert found_in(profile.folder) == ["earlier"]


def test_another_profile_keeps_nothing_of_the_present_one(profile: Profile, backup: Backup, tmp_path: Path) -> None:
    other = open_profile(tmp_path / "other")
    open_database(other).close()
    EvidenceFiles(other.folder, other.files_key).put(b"ein anderes Foto")
    aside = restore_backup(other.folder, backup, other)
    assert aside is not None
    assert found_in(aside) == []
    shutil.copyfile(profile.folder / "profile.key", other.folder / "profile.key")
    assert found_in(other.folder) == ["earlier"]
    assert len(list(EvidenceFiles(other.folder, profile.files_key).digests())) == 1


def test_settings_and_packs_come_back_only_where_there_are_none(profile: Profile) -> None:
    (profile.folder / "settings.toml").write_text("then")
    for name in ("kept", "lost"):
        (profile.folder / "packs" / name).mkdir(parents=True)
        (profile.folder / "packs" / name / "pack.toml").write_text("then")
    backup = create_backup(profile)
    (profile.folder / "settings.toml").write_text("now")
    shutil.rmtree(profile.folder / "packs" / "lost")
    (profile.folder / "packs" / "kept" / "pack.toml").unlink()
    restore_backup(profile.folder, backup, profile)
    assert (profile.folder / "settings.toml").read_text() == "now"
    assert (profile.folder / "packs" / "lost" / "pack.toml").read_text() == "then"
    assert not (profile.folder / "packs" / "kept" / "pack.toml").exists()


def test_an_altered_backup_changes_nothing(profile: Profile, backup: Backup) -> None:
    put(profile, "later")
    content = bytearray((backup.folder / DATABASE_NAME).read_bytes())
    content[5000] ^= 1
    (backup.folder / DATABASE_NAME).write_bytes(content)
    with pytest.raises(AdvisorError) as caught:
        restore_backup(profile.folder, backup, profile)
    assert caught.value.problem is Problem.BACKUP_DAMAGED
    assert found_in(profile.folder) == ["earlier", "later"]


def test_a_database_in_use_is_not_replaced(profile: Profile, backup: Backup) -> None:
    database = open_database(profile)
    with database.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM definition")
        with pytest.raises(AdvisorError) as caught:
            restore_backup(profile.folder, backup, profile)
    assert caught.value.problem is Problem.DATABASE_LOCKED
    database.close()
    assert found_in(profile.folder) == ["earlier"]


def test_a_damaged_present_database_does_not_hinder(profile: Profile, backup: Backup) -> None:
    profile.database.write_bytes(b"\xa5" * 20_000)
    (profile.folder / "keyslots.json").write_text("{")
    restore_backup(profile.folder, backup, None)
    assert found_in(profile.folder) == ["earlier"]


@pytest.mark.parametrize("at", range(14))
def test_cut_off_anywhere_it_is_the_old_state_or_the_new(profile: Profile, backup: Backup, at: int) -> None:
    """The process ends itself before its n-th move of a file, as a kill would."""
    script = """
import os, sys
from pathlib import Path
from advisor_app.storage.backup_manifest import read_manifest
from advisor_app.storage.profile import open_profile
from advisor_app.storage.restore import restore_backup
left, move = int(sys.argv[3]), Path.replace
def counted(source, target):
    global left
    if left == 0:
        os._exit(9)
    left -= 1
    return move(source, target)
profile = open_profile(Path(sys.argv[1]))
Path.replace = counted
restore_backup(profile.folder, read_manifest(Path(sys.argv[2])), profile)
"""
    put(profile, "later")
    files = EvidenceFiles(profile.folder, profile.files_key)
    (digest,) = files.digests()
    files.path_of(digest).write_bytes(b"anders")
    command = [sys.executable, "-c", script, str(profile.folder), str(backup.folder), str(at)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(CHECKOUT)}, check=False)
    assert done.returncode in {0, 9}
    was_ready = (profile.folder / "restore.ready").exists()
    found = found_in(profile.folder)
    if was_ready or done.returncode == 0:
        assert found == ["earlier"]
        assert files.read(digest) == b"ein Foto"
    else:
        assert found == ["earlier", "later"]
    replacement.give_up_replacement(profile.folder)
