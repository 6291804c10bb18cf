"""Encryption is also the check of what lies on the disk: a byte that changed there never passes for an answer."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2 as driver

from advisor_app.storage.connection import connect
from advisor_app.storage.profile import Profile, open_profile
from tests.profiles import connect_to, database_of

FLIPS = 200
ROWS = 800
QUERY = "SELECT * FROM definition ORDER BY digest"


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    folder = tmp_path_factory.mktemp("profile")
    database_of(folder).close()
    with closing(connect_to(folder)) as connection:
        connection.execute("BEGIN")
        rows = [(f"digest-{number}", "m4", "1", f"body {number} " * 20) for number in range(ROWS)]
        connection.executemany("INSERT INTO definition VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return open_profile(folder)


def flipped(content: bytes, random: Random) -> bytes:
    """Return the content with one bit of one byte turned round, the public salt at its beginning left alone."""
    changed = bytearray(content)
    changed[random.randrange(16, len(content))] ^= 1 << random.randrange(8)
    return bytes(changed)


def is_noticed(file: Path, profile: Profile) -> bool:
    try:
        with closing(connect(file, profile.database_key, "mode=ro")) as connection:
            return bool(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    except driver.DatabaseError:
        return True


def test_every_flipped_bit_is_noticed(profile: Profile, tmp_path: Path) -> None:
    content = profile.database.read_bytes()
    random = Random(1)
    file = tmp_path / "flipped.sqlite"
    for _ in range(FLIPS):
        file.write_bytes(flipped(content, random))
        assert is_noticed(file, profile)
    file.write_bytes(content)
    assert not is_noticed(file, profile)


def test_a_plain_database_would_hardly_notice(profile: Profile, tmp_path: Path) -> None:
    """The control: the same change in a plain file mostly passes SQLite's own check."""
    plain = tmp_path / "plain.sqlite"
    with closing(connect(profile.database, profile.database_key, "mode=ro")) as encrypted:
        rows = encrypted.execute(QUERY).fetchall()
    with closing(sqlite3.connect(plain)) as connection, connection:
        connection.execute("CREATE TABLE definition (digest PRIMARY KEY, questionnaire, version, body)")
        connection.executemany("INSERT INTO definition VALUES (?, ?, ?, ?)", rows)
    content = plain.read_bytes()
    random = Random(1)
    noticed = 0
    for _ in range(FLIPS):
        plain.write_bytes(flipped(content, random))
        try:
            with closing(sqlite3.connect(plain)) as connection:
                noticed += connection.execute("PRAGMA integrity_check").fetchone() != ("ok",)
        except sqlite3.DatabaseError:
            noticed += 1
    assert noticed < FLIPS // 2
