"""That a backup is called verified: one that was damaged on its way, or whose tables do not fit, is none."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.backups import Backups
from advisor_app.services.clock import SystemClock
from advisor_app.storage import database_copy
from advisor_app.storage.backup_check import check_backup
from advisor_app.storage.backup_manifest import read_manifest
from advisor_app.storage.backups import backup_folders, create_backup
from advisor_app.storage.connection import connect
from advisor_app.storage.database import open_database
from advisor_app.storage.profile import DATABASE_NAME, Profile, open_profile
from tests.storage.conftest import new_case

PAGE = 4096
EVERY = 5  # of the pages, so that a run takes seconds
BAD_COPIER = """#!/bin/sh
set -e
{cp} "$@"
for last; do :; done
printf XXXXXXXX | dd of="$last" bs=1 seek={at} conv=notrunc 2>/dev/null
"""


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Return a profile with a case, and with a sound backup."""
    opened = open_profile(tmp_path / "data")
    database = open_database(opened)
    new_case(database)
    database.close()
    create_backup(opened)
    return opened


def refused(profile: Profile) -> Problem:
    """Return why no backup could be made; the one before is still the only one, and nothing is left of the other."""
    place = profile.folder / "backups"
    before = backup_folders(place)
    with pytest.raises(AdvisorError) as caught:
        create_backup(profile)
    assert backup_folders(place) == before
    assert list(place.glob("*.part")) == []
    check_backup(read_manifest(before[0]), profile.database_key)
    return caught.value.problem


@pytest.mark.skipif(os.name == "nt", reason="there no program copies the file")
def test_a_copy_with_a_changed_byte_gets_no_name(
    profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copier = tmp_path / "bin" / "cp"
    copier.parent.mkdir()
    whole = shutil.which("cp")
    monkeypatch.setenv("PATH", str(copier.parent), prepend=os.pathsep)
    for page in range(0, profile.database.stat().st_size // PAGE, EVERY):
        copier.write_text(BAD_COPIER.format(cp=whole, at=page * PAGE + 2000))
        copier.chmod(0o700)
        assert refused(profile) is Problem.BACKUP_FAILED


def test_a_copy_that_was_built_and_damaged_gets_no_name(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other way, by VACUUM INTO: where there is no program that copies."""
    build = database_copy._build

    def build_badly(path: Path, key: str, copy: Path, report: database_copy.Report) -> None:
        build(path, key, copy, report)
        content = bytearray(copy.read_bytes())
        content[-PAGE + 2000] ^= 1
        copy.write_bytes(content)

    monkeypatch.setattr(database_copy, "_copy_file", lambda *_: False)
    monkeypatch.setattr(database_copy, "_build", build_badly)
    assert refused(profile) is Problem.BACKUP_FAILED


def test_where_tables_and_indexes_do_not_fit_there_is_no_backup(profile: Profile) -> None:
    """Every page is what was written: only looking at how they fit together can tell."""
    with closing(connect(profile.database, profile.database_key)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE name LIKE 'ix_log_%'"))
        (one, first), (other, second) = roots.items()
        connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (second, one))
        connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (first, other))
    place = profile.folder / "backups"
    before = backup_folders(place)
    with pytest.raises(AdvisorError) as caught:
        Backups(profile, None, SystemClock()).create()
    assert caught.value.problem is Problem.DATABASE_DAMAGED
    assert backup_folders(place) == before
    made = create_backup(profile)  # without a look at the structure
    with pytest.raises(AdvisorError) as caught:
        check_backup(made, profile.database_key)
    assert caught.value.problem is Problem.BACKUP_DAMAGED
    assert (made.folder / DATABASE_NAME).exists()
