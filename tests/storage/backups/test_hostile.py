"""Backups that somebody has altered, and other files: nothing of them is taken for a backup."""

import json
import os
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.backup import Backup
from advisor_app.domain.errors import Problem
from advisor_app.storage.backup_check import check_backup
from advisor_app.storage.backup_manifest import (
    MANIFEST_NAME,
    NewerError,
    decoded_manifest,
    is_inside,
    read_manifest,
)
from advisor_app.storage.backups import create_backup, list_backups, remove_backups
from advisor_app.storage.checked_table import check_table, encoded_table
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import DATABASE_NAME, Profile
from tests.storage.backups.conftest import problem_of


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
