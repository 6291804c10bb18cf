"""A transaction torn off at any step, its commit included, costs nothing that was acknowledged and holds no lock."""

from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2 as driver

from advisor_app.storage.database import Database
from tests.profiles import database_of

MOST_STEPS = 400


def interrupt_after(database: Database, steps: int | None) -> None:
    """Let the next statements of the connection that writes give up after some steps of SQLite's machine."""
    left = [0 if steps is None else steps]

    def count() -> bool:
        left[0] -= 1
        return left[0] == 0

    writer = database._take_writer()
    raw: Any = writer.connection.driver_connection
    raw.set_progress_handler(None if steps is None else count, 1)
    database._writers.append(writer)


def test_whatever_is_torn_off_holds_no_lock(tmp_path: Path) -> None:
    database = database_of(tmp_path, wait_ms=50)
    statement = "INSERT INTO definition VALUES (?, 'm4', '1.0.0', '{}')"
    kept = torn = 0
    for steps in range(1, MOST_STEPS):
        interrupt_after(database, steps)
        try:
            with database.write() as connection:
                connection.exec_driver_sql(statement, (f"torn {steps}",))
            kept += 1
        except (OperationalError, driver.OperationalError):
            torn += 1
        interrupt_after(database, None)
        with database.write() as connection:
            connection.exec_driver_sql(statement, (f"whole {steps}",))
        kept += 1
    with database.read() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM definition").scalar()
    assert torn > 10
    assert rows is not None
    assert kept <= rows <= kept + 1  # torn off after its last step a commit stands, though nobody was told
    database.close()
