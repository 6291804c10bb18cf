"""What was acknowledged survives a power cut at any moment, with the settings that the program uses."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import apsw
import pytest

from advisor_app.storage.database import PRAGMAS
from advisor_app.storage.migrations import STEPS
from tests.reliability.unsynced_disk import UnsyncedDisk

CUTS = 100
INSERT = "INSERT INTO answer VALUES ('c', 'a', ?, 'answered', 2, NULL, ?, '', 'intern', '', 'intern', NULL)"


def write_until_the_power_goes(folder: Path, synchronous: str, seed: int) -> tuple[set[str], set[str]]:
    """Return the questions whose answers were acknowledged, and those found afterwards."""
    random = Random(seed)
    folder.mkdir()
    disk = UnsyncedDisk(f"unsynced-{synchronous}-{seed}")
    database = apsw.Connection(str(folder / "profile.sqlite"), vfs=disk.name)
    database.execute("PRAGMA locking_mode = EXCLUSIVE")  # shared memory cannot be passed through
    for pragma in PRAGMAS:
        database.execute(f"PRAGMA {pragma}")
    for statement in (statement for step in STEPS for statement in step):
        database.execute(statement)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.execute(f"PRAGMA synchronous = {synchronous}")
    acknowledged = set()
    for number in range(random.randrange(1, 40)):
        database.execute("BEGIN IMMEDIATE")
        database.execute(INSERT, (f"4.{number}", "x" * random.randrange(3000)))
        if random.random() < 0.1:
            database.execute("ROLLBACK")
            continue
        database.execute("COMMIT")
        acknowledged.add(f"4.{number}")
        if random.random() < 0.1:
            database.execute("PRAGMA wal_checkpoint(PASSIVE)")
    after = folder / "after"
    disk.cut_power(after, random)
    database.close()
    with closing(sqlite3.connect(after / "profile.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return acknowledged, {row[0] for row in connection.execute("SELECT question FROM answer")}


@pytest.mark.long
def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    for seed in range(CUTS):
        acknowledged, found = write_until_the_power_goes(tmp_path / str(seed), "FULL", seed)
        assert found == acknowledged, f"seed {seed}"


@pytest.mark.long
def test_a_weaker_setting_loses_what_it_acknowledged(tmp_path: Path) -> None:
    """The control: this disk does punish a program that does not wait for it."""
    lost = 0
    for seed in range(CUTS):
        acknowledged, found = write_until_the_power_goes(tmp_path / str(seed), "NORMAL", seed)
        lost += bool(acknowledged - found)
    assert lost >= CUTS // 4


@pytest.mark.parametrize("wanted", ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"])
def test_the_settings_are_those_of_the_program(wanted: str) -> None:
    assert wanted in PRAGMAS
