"""Entries of the register that differ from the shipped ones."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.storage.database import Database
from advisor_app.storage.log import Entry
from advisor_app.storage.register import CommuneSet, RegisterStore

FIRST = Commune(
    id="c1", key="06531001", name="Allendorf", kind=CommuneKind.MUNICIPALITY, designation="Stadt", population=3_824
)
SECOND = replace(FIRST, id="c2", key="06531002", name="Biebertal")


def entry(batch: str) -> Entry:
    return Entry(batch=batch, author="Kim", device="laptop", at=datetime(2026, 9, 14, tzinfo=UTC), why="gv.txt")


def test_entries_come_back_and_go_again(database: Database) -> None:
    store = RegisterStore(database)
    store.commit([CommuneSet("c1", None, FIRST), CommuneSet("c2", None, SECOND)], entry("1"))
    assert store.entries() == [FIRST, SECOND]
    store.commit([CommuneSet("c1", FIRST, None)], entry("2"))
    assert store.entries() == [SECOND]
    assert [batch.id for batch in store.batches()] == ["1", "2"]


def test_keys_may_change_hands_within_one_import(database: Database) -> None:
    store = RegisterStore(database)
    store.commit([CommuneSet("c1", None, FIRST), CommuneSet("c2", None, SECOND)], entry("1"))
    swapped = [replace(FIRST, key=SECOND.key), replace(SECOND, key=FIRST.key)]
    store.commit([CommuneSet("c1", FIRST, swapped[0]), CommuneSet("c2", SECOND, swapped[1])], entry("2"))
    assert store.entries() == swapped


def test_one_key_belongs_to_one_commune(database: Database) -> None:
    store = RegisterStore(database)
    store.commit([CommuneSet("c1", None, FIRST)], entry("1"))
    with pytest.raises(IntegrityError):
        store.commit([CommuneSet("c2", None, replace(SECOND, key=FIRST.key))], entry("2"))
    assert store.entries() == [FIRST]


def test_every_row_of_the_log_follows_the_one_before(database: Database) -> None:
    store = RegisterStore(database)
    renamed = replace(FIRST, name="Allendorf (Lumda)")
    store.commit([CommuneSet("c1", None, FIRST)], entry("1"))
    store.commit([CommuneSet("c1", FIRST, renamed)], entry("2"))
    with database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, parent, stream, key, why FROM log ORDER BY seq").all()
    assert [row.parent for row in rows] == [None, rows[0].id]
    assert {(row.stream, row.key, row.why) for row in rows} == {("register", "commune\x1fc1", "gv.txt")}
