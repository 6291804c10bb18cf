"""Profiles of early builds, which were not encrypted: encrypted at the first opening, with nothing lost."""

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.connection import PLAIN_HEADER
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import DATABASE_NAME, open_profile
from tests.profiles import connect_to, database_of

CHECKOUT = Path(__file__).resolve().parents[2]
RELEASES = sorted(Path(__file__).with_name("releases").iterdir())


def restore(release: Path, folder: Path) -> Path:
    """Write a release's database into a folder; returns the file."""
    folder.mkdir(exist_ok=True)
    file = folder / DATABASE_NAME
    file.write_bytes(gzip.decompress(release.read_bytes()))
    return file


def plain_counts(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608  # own tables


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_a_database_of_every_release_opens_with_all_its_rows(tmp_path: Path, release: Path) -> None:
    file = restore(release, tmp_path)
    before = plain_counts(file)
    database = database_of(tmp_path)
    (case,) = CaseStore(database).load_all()
    assert case.commune.name == "Eschentalbach"
    assert len(next(iter(case.answers.values()))) >= 20
    database.close()
    with closing(connect_to(tmp_path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == CURRENT_VERSION
        for name, count in before.items():
            if name != "sqlite_sequence":
                assert connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == count  # noqa: S608  # own tables


def test_nothing_readable_is_left(tmp_path: Path) -> None:
    restore(RELEASES[0], tmp_path)
    database_of(tmp_path).close()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not content.startswith(PLAIN_HEADER)
            assert b"Eschentalbach" not in content
    assert not read_keyslots(tmp_path / KEYSLOTS_NAME).fresh


def test_rows_that_were_still_in_the_log_of_writes_are_taken_along(tmp_path: Path) -> None:
    file = restore(RELEASES[0], tmp_path)
    script = (
        "import os, signal, sqlite3, sys;"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "connection.execute('PRAGMA journal_mode = WAL');"
        "connection.execute(\"INSERT INTO definition VALUES ('late', 'q', '1', 'body')\");"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(file)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert file.with_name(f"{file.name}-wal").stat().st_size > 0
    database_of(tmp_path).close()
    with closing(connect_to(tmp_path)) as connection:
        found = connection.execute("SELECT count(*) FROM definition WHERE digest = 'late'").fetchone()
    assert found == (1,)


@pytest.mark.parametrize("at", ["ATTACH", "sqlcipher_export", "DETACH", "sync", "replace", "finish"])
def test_killed_on_the_way_the_next_opening_completes_it(tmp_path: Path, at: str) -> None:
    restore(RELEASES[0], tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    killer = Path(__file__).with_name("killed_while_encrypting.py")
    killed = subprocess.run([sys.executable, str(killer), str(tmp_path), at], env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    database = database_of(tmp_path)
    assert [case.commune.name for case in CaseStore(database).load_all()] == ["Eschentalbach"]
    database.close()
    assert not (tmp_path / DATABASE_NAME).read_bytes().startswith(PLAIN_HEADER)
    assert not list(tmp_path.glob("*.part"))


def test_a_damaged_plain_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = restore(RELEASES[0], tmp_path)
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 40_000] = b"\xa5" * 40_000
    file.write_bytes(content)
    with pytest.raises(AdvisorError) as caught:
        database_of(tmp_path)
    assert caught.value.problem is Problem.DATABASE_DAMAGED
    assert file.read_bytes() == content
    assert not list(tmp_path.glob("*.part"))


def test_the_keys_of_a_cut_off_encryption_are_used_again(tmp_path: Path) -> None:
    restore(RELEASES[0], tmp_path)
    profile = open_profile(tmp_path)
    assert read_keyslots(tmp_path / KEYSLOTS_NAME).fresh
    database_of(tmp_path).close()
    assert open_profile(tmp_path).data_key == profile.data_key
