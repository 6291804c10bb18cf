"""The last change goes through on a full disk: a real one, of a few megabytes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.log import Entry
from advisor_app.storage.reserve import give_up_reserve, has_reserve, keep_reserve
from tests.faults import fill, small_disk
from tests.profiles import database_of
from tests.storage.conftest import CASE_ID, new_case

NOW = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)


@pytest.fixture(name="small_disk")
def small_disk_of_eight_megabytes(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a file system with eight megabytes."""
    with small_disk(tmp_path / "disk", "8m") as folder:
        yield folder


def entry(number: int) -> Entry:
    return Entry(batch=f"batch-{number}", author="Kim Berger", device="laptop", at=NOW)


def answer(number: int) -> AnswerSet:
    note = Words("x" * 20_000)
    return AnswerSet("a1", f"4.1.{number}", None, Answer(state=AnswerState.ANSWERED, level=2, note=note))


def commit_until_full(store: CaseStore) -> int:
    """Write answers until the disk takes no more; returns how many were acknowledged."""
    for number in range(400):
        try:
            store.commit(CASE_ID, [answer(number)], entry(number))
        except AdvisorError as error:
            if error.problem is not Problem.DISK_FULL:
                raise
            return number
    raise AssertionError("the disk was never full")


def test_the_pending_change_goes_through_on_a_full_disk(small_disk: Path) -> None:
    database = database_of(small_disk)
    store = new_case(database)
    assert keep_reserve(small_disk)
    fill(small_disk)
    saved = commit_until_full(store)
    assert not has_reserve(small_disk)
    assert saved >= 20
    assert len(store.load(CASE_ID).answers["a1"]) == saved
    (small_disk / "filler").unlink()
    store.commit(CASE_ID, [answer(saved)], entry(saved))
    database.close()
    assert keep_reserve(small_disk)


def test_without_a_reserve_the_same_disk_takes_nothing(small_disk: Path) -> None:
    database = database_of(small_disk)
    store = new_case(database)
    fill(small_disk)
    assert commit_until_full(store) < 20
    database.close()


def test_a_disk_without_room_keeps_no_half_reserve(small_disk: Path) -> None:
    fill(small_disk)
    assert not keep_reserve(small_disk)
    assert [path.name for path in small_disk.iterdir()] == ["filler"]
    assert not give_up_reserve(small_disk)


def test_a_reserve_that_was_cut_off_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "reserve.bin").write_bytes(b"half")
    assert not has_reserve(tmp_path)
    assert keep_reserve(tmp_path)
    assert has_reserve(tmp_path)
