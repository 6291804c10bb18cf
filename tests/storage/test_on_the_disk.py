"""What has to be on the disk is brought there before it counts, told by what the program asks of the system."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from advisor_app.storage import rekey as module
from advisor_app.storage.backup_manifest import MANIFEST_NAME
from advisor_app.storage.backups import copy_backup, create_backup
from advisor_app.storage.connection import connect
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.keyslots import RandomSecret, SlotKind
from advisor_app.storage.profile import Profile, open_profile
from advisor_app.storage.rekey import new_keys, rekey
from advisor_app.whole_file import write_file
from tests.profiles import database_of
from tests.storage.conftest import new_case

Identity = tuple[int, int]


def identity(path: Path) -> Identity:
    status = path.stat()
    return status.st_dev, status.st_ino


@dataclass
class Disk:
    """What was brought to the disk and renamed, in this order."""

    events: list[tuple[str, Identity]] = field(default_factory=list)

    def last(self, kind: str, path: Path) -> int:
        """Return when this happened last to the file or folder that now has this name; fails where it never did."""
        return max(number for number, event in enumerate(self.events) if event == (kind, identity(path)))


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Return what records each fsync and each renaming of this process, which go on to be done."""
    recorded = Disk()
    sync, replace = os.fsync, Path.replace

    def recording_sync(opened: int) -> None:
        status = os.fstat(opened)
        sync(opened)
        recorded.events.append(("synced", (status.st_dev, status.st_ino)))

    def recording_replace(path: Path, target: Path) -> Path:
        recorded.events.append(("named", identity(path)))
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", recording_sync)
    monkeypatch.setattr(Path, "replace", recording_replace)
    return recorded


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Return a profile with a case, settings, a logo, evidence, and a second way in."""
    folder = tmp_path / "data"
    database = database_of(folder)
    new_case(database)
    database.close()
    opened = open_profile(folder)
    EvidenceFiles(folder, opened.files_key).put(b"a picture")
    (folder / "settings.toml").write_text("")
    (folder / "logos").mkdir()
    (folder / "logos" / "house.png").write_bytes(b"a logo")
    return opened


def has_name_after_content(disk: Disk, file: Path, folder: Path) -> bool:
    """Whether a file's bytes were on the disk before it, or the folder it lies in, got its name, and that after it."""
    named = disk.last("named", folder)
    if os.name != "nt" and disk.last("synced", folder.parent) < named:  # Windows brings names there by itself
        return False
    return disk.last("synced", file) < named


@pytest.mark.parametrize("private", [False, True])
def test_a_whole_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, disk: Disk, *, private: bool) -> None:
    file = tmp_path / "file"
    for content in (b"older", b"newer"):
        write_file(file, content, private=private)
        assert has_name_after_content(disk, file, file)
        disk.events.clear()


@pytest.mark.parametrize("copied", [False, True], ids=["made", "copied"])
def test_every_file_of_a_backup_is_on_the_disk_before_it_counts(
    profile: Profile, tmp_path: Path, disk: Disk, *, copied: bool
) -> None:
    place = tmp_path / "place"
    backup = create_backup(profile, place)
    if copied:
        disk.events.clear()
        place = tmp_path / "stick"
        backup = copy_backup(backup, place)
    files = [path for path in backup.folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {MANIFEST_NAME, "beraterkoffer.sqlite", "keyslots.json", "house.png"}
    for file in files:
        assert has_name_after_content(disk, file, backup.folder), file
    evidence = [path for path in place.rglob("*") if path.is_file() and path.stat().st_size and "files" in path.parts]
    assert evidence
    for file in evidence:
        assert has_name_after_content(disk, file, file), file
        assert disk.last("synced", file) < disk.last("named", backup.folder)


class Watched:
    """A connection that looks at its settings when the key is changed."""

    def __init__(self, connection: Any, seen: list[tuple[str, int]]) -> None:
        self._connection = connection
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, *values: object) -> Any:
        if statement.startswith("PRAGMA rekey"):
            (journal,) = self._connection.execute("PRAGMA journal_mode").fetchone()
            (synchronous,) = self._connection.execute("PRAGMA synchronous").fetchone()
            self._seen.append((journal, synchronous))
        return self._connection.execute(statement, *values)


def test_a_new_key_waits_until_its_journal_is_gone_for_good(
    profile: Profile, monkeypatch: pytest.MonkeyPatch, disk: Disk
) -> None:
    seen: list[tuple[str, int]] = []
    opened: Callable[..., Any] = connect
    monkeypatch.setattr(module, "connect", lambda *arguments: Watched(opened(*arguments), seen))
    device = RandomSecret(SlotKind.KEY_FILE, (profile.folder / "profile.key").read_bytes())
    rekey(profile, new_keys(profile, [device]), lambda _: None)
    extra = 3  # what SQLite calls synchronous=EXTRA: also the folder, after the journal was removed
    assert seen == [("delete", extra)]
    # the slots of the old key go last
    assert disk.last("named", profile.folder / "keyslots.json") == max(
        number for number, (kind, _) in enumerate(disk.events) if kind == "named"
    )
