"""A damaged page that is read last: SQLCipher gives zeros, and would say so with the next page only."""

from datetime import UTC, datetime
from pathlib import Path

from advisor_app.domain.case import CaseNote
from advisor_app.domain.changes import NoteSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from advisor_app.storage.database import Database
from advisor_app.storage.profile import open_profile
from tests.profiles import database_of
from tests.storage.conftest import Ticking, new_case, session_of

PAGE = 4096
QUERIES = ("SELECT value FROM record", "SELECT after FROM log", "SELECT body FROM definition")


def values_in(database: Database, query: str) -> list[str] | None:
    """Return what a query gives, None where the page is told to be damaged."""
    try:
        with database.read() as connection:
            return list(connection.exec_driver_sql(query).scalars())
    except AdvisorError as error:
        if error.problem is not Problem.DATABASE_DAMAGED:
            raise
        return None
    finally:
        database.close()


def test_nothing_is_ever_read_as_zeros(tmp_path: Path) -> None:
    database = database_of(tmp_path)
    session = session_of(new_case(database), Ticking())
    note = CaseNote(id="n1", at=datetime(2026, 9, 14, tzinfo=UTC), words=Words("Zitronenfalter " * 2000))
    session.apply(NoteSet("n1", None, note))
    database.close()
    profile = open_profile(tmp_path)
    sound = profile.database.read_bytes()
    told = 0
    for page in range(2, len(sound) // PAGE + 1):
        content = bytearray(sound)
        content[(page - 1) * PAGE + 77] ^= 1
        profile.database.write_bytes(content)
        for query in QUERIES:
            # a connection of its own, as nothing else is to read a page
            values = values_in(Database(profile.database, profile.database_key), query)
            told += values is None
            assert not any("\0" in value for value in values or ()), page
    assert told >= len(note.words.text) // PAGE * 2  # the text stands in the record and in the log
