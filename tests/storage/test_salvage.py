"""What comes back of a damaged database."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import connect
from advisor_app.storage.profile import DATABASE_NAME, Profile, open_profile
from advisor_app.storage.salvage import salvage
from tests.profiles import connect_to, database_of

ROWS = 2000
PAGE = 4096


def fill(folder: Path) -> Profile:
    """Make a database with many definitions, folded into one file."""
    database_of(folder).close()
    with closing(connect_to(folder)) as connection:
        connection.execute("BEGIN")
        rows = [(f"digest-{number}", "m4", "1", f"body {number} " * 8) for number in range(ROWS)]
        connection.executemany("INSERT INTO definition VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return open_profile(folder)


def damage(folder: Path, page: int) -> None:
    """Change one byte of a page, counted from 1."""
    file = folder / DATABASE_NAME
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE + 1000] ^= 0x40
    file.write_bytes(content)


def lists_its_tables(profile: Profile) -> bool:
    """Whether the list of tables, which takes several pages, can be read."""
    try:
        with closing(connect(profile.database, profile.database_key)) as connection:
            return bool(connection.execute("SELECT * FROM sqlite_master").fetchall())
    except driver.DatabaseError:
        return False


def bodies_in(profile: Profile, file: Path) -> dict[str, str]:
    moved = file.rename(profile.database)
    with closing(connect_to(moved.parent)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dict(connection.execute("SELECT digest, body FROM definition"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    fill(folder)
    return folder


def copy_of(folder: Path, target: Path) -> Path:
    target.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if file.is_file():
            (target / file.name).write_bytes(file.read_bytes())
    return target


def test_a_sound_database_comes_back_whole(filled: Path, tmp_path: Path) -> None:
    folder = copy_of(filled, tmp_path / "copy")
    report = salvage(open_profile(folder), tmp_path / "saved")
    assert sum(table.lost for table in report) == 0
    assert {table.table: table.found for table in report}["definition"] == ROWS
    assert len(bodies_in(open_profile(folder), tmp_path / "saved")) == ROWS
    database_of(folder).close()


@settings(max_examples=25)
@given(data=st.data())
def test_a_damaged_page_costs_its_own_rows_only(
    filled: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = copy_of(filled, tmp_path_factory.mktemp("damaged"))
    profile = open_profile(folder)
    pages = profile.database.stat().st_size // PAGE
    with closing(connect_to(folder)) as connection:
        query = "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"
        roots = {row[1] for row in connection.execute(query)}
    # A table's root leads to all of its rows; the first page leads to the tables.
    page = data.draw(st.integers(2, pages).filter(lambda number: number not in roots))
    damage(folder, page)
    assume(lists_its_tables(profile))
    saved = folder / "saved"
    report = {table.table: table for table in salvage(profile, saved)}
    assert report["definition"].found >= ROWS - 60
    assert report["definition"].found + report["definition"].lost <= ROWS
    bodies = bodies_in(profile, saved)
    assert len(bodies) == report["definition"].found
    assert all(body == f"body {digest.removeprefix('digest-')} " * 8 for digest, body in bodies.items())


def test_without_the_list_of_tables_nothing_comes_back_and_nothing_is_left(filled: Path, tmp_path: Path) -> None:
    folder = copy_of(filled, tmp_path / "copy")
    profile = open_profile(folder)
    damage(folder, 1)
    before = profile.database.read_bytes()
    with pytest.raises(AdvisorError) as caught:
        salvage(profile, tmp_path / "saved")
    assert caught.value.problem is Problem.DATABASE_DAMAGED
    assert not (tmp_path / "saved").exists()
    assert profile.database.read_bytes() == before


def test_it_can_be_cancelled(filled: Path, tmp_path: Path) -> None:
    folder = copy_of(filled, tmp_path / "copy")

    def cancel(share: float) -> None:
        if share > 0.3:
            raise AdvisorError(Problem.CANCELLED)

    with pytest.raises(AdvisorError):
        salvage(open_profile(folder), tmp_path / "saved", cancel)
    assert not (tmp_path / "saved").exists()
