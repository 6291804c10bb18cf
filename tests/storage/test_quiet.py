"""What an adviser typed is in no error's text, and SQLCipher says nothing of its own on the screen of a program."""

import os
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import SQLAlchemyError

from advisor_app.storage.database import Database
from advisor_app.storage.tables import DEFINITION
from tests.profiles import database_of
from tests.storage.conftest import new_case

CHECKOUT = Path(__file__).resolve().parents[2]
WORDS = "Frau Wolkenhauer zögert"

BAD_READING = """
import sys
from contextlib import suppress
from pathlib import Path
from sqlcipher3 import dbapi2 as driver
from advisor_app.storage.connection import connect

file, key = Path(sys.argv[1]), sys.argv[2]
with suppress(driver.DatabaseError):
    connect(file, "00" * 48)
with suppress(driver.DatabaseError):
    connection = connect(file, key)
    for table in ("answer", "log", "record"):
        with suppress(driver.DatabaseError):
            connection.execute(f"SELECT * FROM {table}").fetchall()
"""


@pytest.mark.parametrize("body", [WORDS, {WORDS: WORDS}])
def test_an_error_of_sql_does_not_say_what_was_written(database: Database, body: object) -> None:
    """Once refused by the table, once not even taken by the driver."""
    row = {"digest": "d", "questionnaire": WORDS, "version": "1", "body": body}
    with pytest.raises(SQLAlchemyError) as caught:  # noqa: PT012  # the second time fails, or the first one
        for _ in range(2):
            with database.write() as connection:
                connection.execute(insert(DEFINITION).values(row))
    assert "definition" in str(caught.value)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert WORDS not in told


def test_sqlcipher_writes_nothing_of_its_own_to_the_screen(tmp_path: Path) -> None:
    from advisor_app.storage.profile import open_profile

    database = database_of(tmp_path)
    new_case(database)
    database.close()
    profile = open_profile(tmp_path)
    content = bytearray(profile.database.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 2000] ^= 1
    profile.database.write_bytes(content)
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-c", BAD_READING, str(profile.database), profile.database_key]
    read = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (read.returncode, read.stdout, read.stderr) == (0, "", "")
