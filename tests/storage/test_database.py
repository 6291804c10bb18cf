"""The file: how it is made, opened, refused, and what its connections promise."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect
from sqlmodel import SQLModel

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import connect
from advisor_app.storage.database import Database
from advisor_app.storage.migrations import CURRENT_VERSION, STEPS, migrate
from advisor_app.storage.profile import DATABASE_NAME, open_profile
from tests.profiles import connect_to, database_of


def make_file(folder: Path, *statements: str) -> Path:
    """Return a database made by somebody else."""
    file = folder / DATABASE_NAME
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return file


def problem_of_opening(folder: Path) -> Problem:
    with pytest.raises(AdvisorError) as caught:
        database_of(folder)
    assert caught.value.details["file"]
    return caught.value.problem


def test_an_empty_folder_becomes_a_database_of_today(tmp_path: Path) -> None:
    database = database_of(tmp_path / "new" / "folder")
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == CURRENT_VERSION
    database.close()


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).touch()
    database_of(tmp_path).close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    database_of(tmp_path).close()
    before = (tmp_path / DATABASE_NAME).read_bytes()
    database_of(tmp_path).close()
    assert (tmp_path / DATABASE_NAME).read_bytes() == before


def shape_of(connection: Connection) -> dict[str, object]:
    """Columns, keys and indexes of every table."""
    found = inspect(connection)
    return {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((str(index["name"]), index["column_names"], index["unique"]) for index in found.get_indexes(name)),
            sorted(item["column_names"] for item in found.get_unique_constraints(name)),
        )
        for name in found.get_table_names()
        if not name.startswith("sqlite_")
    }


def test_the_migrations_lead_to_the_tables(tmp_path: Path, database: Database) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'made-from-tables.sqlite'}")
    SQLModel.metadata.create_all(engine)
    with engine.connect() as wanted, database.read() as made:
        expected, found = shape_of(wanted), shape_of(made)
    engine.dispose()
    assert found == expected


def test_migrating_refuses_a_newer_version_also_within_a_transaction(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {CURRENT_VERSION + 1}")
    with pytest.raises(AdvisorError) as caught, database.write() as connection:
        migrate(connection, "file")
    assert caught.value.problem is Problem.DATABASE_NEWER


@pytest.mark.parametrize(
    "statements", [(), ("CREATE TABLE unheard_of (id)",), ("PRAGMA journal_mode = WAL", "CREATE TABLE log (id)")]
)
def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path: Path, statements: tuple[str, ...]) -> None:
    file = make_file(tmp_path, *statements, f"PRAGMA user_version = {CURRENT_VERSION + 1}")
    before = file.read_bytes()
    assert problem_of_opening(tmp_path) is Problem.DATABASE_NEWER
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [DATABASE_NAME]


def test_a_newer_database_in_use_is_refused_too(tmp_path: Path) -> None:
    database = database_of(tmp_path)
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {CURRENT_VERSION + 1}")
    assert problem_of_opening(tmp_path) is Problem.DATABASE_NEWER
    database.close()


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE contacts (id)", "INSERT INTO contacts VALUES (1)"),
        ("CREATE TABLE contacts (id)", f"PRAGMA user_version = {CURRENT_VERSION}"),
        (f"PRAGMA user_version = {CURRENT_VERSION}",),
    ],
)
def test_a_database_of_another_program_is_refused_and_left_as_it_is(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    file = make_file(tmp_path, *statements)
    before = file.read_bytes()
    assert problem_of_opening(tmp_path) is Problem.DATABASE_DAMAGED
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"kein SQLite\n" * 500, b"\0" * 4096, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(content)
    # What does not begin like a plain database may be an encrypted one whose key file is gone.
    expected = Problem.DATABASE_DAMAGED if content.startswith(b"SQLite") else Problem.KEYSLOTS_MISSING
    assert problem_of_opening(tmp_path) is expected
    assert (tmp_path / DATABASE_NAME).read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == [DATABASE_NAME]


def test_a_damaged_page_is_told_when_it_is_read(tmp_path: Path) -> None:
    database_of(tmp_path).close()
    file = tmp_path / DATABASE_NAME
    with closing(connect_to(tmp_path)) as connection:
        size = int(connection.execute("PRAGMA page_size").fetchone()[0])
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'case_head'").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(page - 1) * size : page * size] = b"\xa5" * size
    file.write_bytes(content)
    database = database_of(tmp_path)
    with pytest.raises(AdvisorError) as caught, database.read() as connection:
        connection.exec_driver_sql("SELECT * FROM case_head").all()
    assert caught.value.problem is Problem.DATABASE_DAMAGED
    database.close()


def test_every_connection_has_its_pragmas(tmp_path: Path) -> None:
    database = database_of(tmp_path, wait_ms=50)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 50}
    with database.read() as first, database.read() as second, database.write() as third:
        for connection in (first, second, third):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
            assert found == wanted
    database.close()


def test_a_transaction_is_committed_whole_or_not_at_all(database: Database) -> None:
    def fail_midway() -> None:
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO definition VALUES ('d', 'q', '1', 'body')")
            raise KeyError

    with pytest.raises(KeyError):
        fail_midway()
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM definition").scalar_one() == 0


def test_a_locked_database_is_told_after_the_wait(tmp_path: Path) -> None:
    database = database_of(tmp_path, wait_ms=50)
    with closing(connect_to(tmp_path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(AdvisorError) as caught, database.write():
            pass
    assert caught.value.problem is Problem.DATABASE_LOCKED
    with database.write():
        pass
    database.close()


def test_reading_goes_on_while_somebody_writes_and_sees_one_state(tmp_path: Path, database: Database) -> None:
    with closing(connect_to(tmp_path)) as other, database.read() as connection:
        count = "SELECT count(*) FROM definition"
        assert connection.exec_driver_sql(count).scalar_one() == 0
        other.execute("INSERT INTO definition VALUES ('d', 'q', '1', 'body')")
        assert connection.exec_driver_sql(count).scalar_one() == 0
    with database.read() as connection:
        assert connection.exec_driver_sql(count).scalar_one() == 1


def test_a_full_disk_is_told(database: Database) -> None:
    with database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def fill() -> None:
        with database.write() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.exec_driver_sql("INSERT INTO definition VALUES ('d', 'q', '1', zeroblob(1000000))")

    with pytest.raises(AdvisorError) as caught:
        fill()
    assert caught.value.problem is Problem.DISK_FULL


@contextmanager
def without_rights() -> Iterator[None]:
    """Give up root's rights over files for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if user == 0:
            os.seteuid(0)


@pytest.fixture
def folder_of_others(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that nobody may write to and everybody may read."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights are told apart by user ids here")
    for parent in (tmp_path, *tmp_path.parents):
        if parent.owner() != "root" or str(parent) == "/tmp":  # noqa: S108  # the system's own, open to all
            break
        parent.chmod(0o755)
    folder = tmp_path / "theirs"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


def test_a_folder_that_takes_no_file_is_told(folder_of_others: Path) -> None:
    folder_of_others.chmod(0o555)
    with without_rights(), pytest.raises(AdvisorError) as caught:
        database_of(folder_of_others)
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE


def test_a_database_in_a_read_only_folder_is_told_or_read_and_never_changed(folder_of_others: Path) -> None:
    database_of(folder_of_others).close()
    file = folder_of_others / DATABASE_NAME
    for path in folder_of_others.iterdir():
        path.chmod(0o444)
    folder_of_others.chmod(0o555)
    before = file.read_bytes()

    def change() -> None:
        with database_of(folder_of_others).write() as connection:
            connection.exec_driver_sql("DELETE FROM log")

    with without_rights(), pytest.raises(AdvisorError) as caught:
        change()
    assert caught.value.problem is Problem.DATABASE_READ_ONLY
    assert file.read_bytes() == before


def test_a_missing_file_is_never_made_by_accident(tmp_path: Path) -> None:
    database = Database(tmp_path / "gone.sqlite", "0" * 96)
    with pytest.raises(AdvisorError) as caught, database.read():
        pass
    assert caught.value.problem is Problem.DATABASE_GONE
    assert list(tmp_path.iterdir()) == []


def test_an_older_database_is_copied_before_its_tables_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database_of(tmp_path).close()
    step = ("CREATE TABLE added (id VARCHAR)",)
    monkeypatch.setattr("advisor_app.storage.migrations.STEPS", (*STEPS, step))
    monkeypatch.setattr("advisor_app.storage.migrations.CURRENT_VERSION", CURRENT_VERSION + 1)
    monkeypatch.setattr("advisor_app.storage.database.CURRENT_VERSION", CURRENT_VERSION + 1)
    monkeypatch.setattr("advisor_app.storage.connection.CURRENT_VERSION", CURRENT_VERSION + 1)
    database = database_of(tmp_path)
    with database.read() as connection:
        assert "added" in inspect(connection).get_table_names()
    database.close()
    (copy,) = (path for path in (tmp_path / "backups").iterdir() if path.is_dir())
    with closing(connect(copy / DATABASE_NAME, open_profile(tmp_path).database_key)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (CURRENT_VERSION,)
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
