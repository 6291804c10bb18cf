"""What is erased is overwritten at once, not only when the file is written anew: a kill may come in between."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from advisor_app.domain.case import CaseNote
from advisor_app.domain.changes import NoteSet
from advisor_app.domain.words import Words
from advisor_app.storage.database import Database
from advisor_app.storage.erasure import ErasureStore
from advisor_app.storage.erasure_records import ErasureRecord
from advisor_app.storage.profile import open_profile
from tests.page_probe import traces_in
from tests.profiles import connect_to
from tests.storage.conftest import CASE_ID, Ticking, new_case, session_of

MARK = "Zitronenfalter"
AT = datetime(2026, 9, 14, tzinfo=UTC)


def test_erased_rows_are_overwritten_in_their_pages(database: Database, tmp_path: Path) -> None:
    session = session_of(new_case(database), Ticking())
    for number in range(60):
        note = CaseNote(id=f"n{number}", at=AT, words=Words(f"{MARK} {number} " * number))
        session.apply(NoteSet(note.id, None, note))
    profile = open_profile(tmp_path)
    assert traces_in(profile.database, profile.database_key, MARK)
    with database._engine.connect() as connection:  # SQLCipher sets it by itself today, which nobody has promised
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")
    record = ErasureRecord(
        id="e1", at=AT, author="Kim Berger", device="laptop", what="case", subject=CASE_ID, reason="", counts={}
    )
    ErasureStore(database).erase_case(CASE_ID, record)
    with closing(connect_to(tmp_path)) as connection:  # the file as it is, without writing it anew
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    assert traces_in(profile.database, profile.database_key, MARK) == 0
