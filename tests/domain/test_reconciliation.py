"""Two copies of a case compared record by record: who knows the other one's decision has decided later."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.reconciliation import Comparison, Copy, Keep, LogLine, Standing, compare, settle

KEY = "answer\x1fa\x1f4.1.1"
AT = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)


def line(
    name: str, after: str | None, before: str | None = None, merges: str | None = None, author: str = ""
) -> LogLine:
    return LogLine(
        id=name,
        batch=name,
        key=KEY,
        parent=None,
        undoes=None,
        author=author or name,
        device="laptop",
        at=AT + timedelta(seconds=ord(name[0])),
        why="",
        before=before,
        after=after,
        merges=merges,
    )


def copy(*lines: LogLine) -> Copy:
    value = lines[-1].after if lines else None
    return Copy({} if value is None else {KEY: value}, lines)


def standing(here: Copy, there: Copy) -> Standing:
    comparison = compare(here, there)
    (record,) = comparison.records
    return record.standing


A, B, C = line("a", "1"), line("b", "2", "1"), line("c", "3", "1")


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ((A,), (A,), Standing.SAME),
        ((), (A,), Standing.NEW),
        ((A,), (A, B), Standing.NEWER_THERE),
        ((A, B), (A,), Standing.NEWER_HERE),
        ((A, B), (), Standing.NEWER_HERE),
        ((A, B), (A, C), Standing.CONFLICT),
        ((A, B), (A, replace(C, after="2")), Standing.SAME),
        ((A, B), (A, line("d", None, "1")), Standing.CONFLICT),
        ((A,), (A, line("d", None, "1")), Standing.NEWER_THERE),
    ],
)
def test_standing(here: tuple[LogLine, ...], there: tuple[LogLine, ...], expected: Standing) -> None:
    assert standing(copy(*here), copy(*there)) is expected


def test_who_only_took_over_has_decided_nothing() -> None:
    taker = copy(A, B, line("t", "2", "1", merges="b"))
    giver = copy(A, B, line("e", "5", "2"))
    assert standing(taker, giver) is Standing.NEWER_THERE
    assert standing(giver, taker) is Standing.NEWER_HERE


def test_who_kept_the_own_value_has_decided() -> None:
    keeper = copy(A, C, B, line("k", "3", "3", merges="b"))
    giver = copy(A, B, line("e", "5", "2"))
    assert standing(keeper, giver) is Standing.CONFLICT
    assert standing(copy(A, B), keeper) is Standing.NEWER_THERE


def test_both_gave_in_to_each_other_and_stand_apart_again() -> None:
    here = copy(A, B, C, line("t", "3", "2", merges="c"))
    there = copy(A, C, B, line("u", "2", "3", merges="b"))
    assert standing(here, there) is Standing.CONFLICT


def test_a_value_is_told_with_whoever_set_it() -> None:
    taken = copy(A, replace(B, author="Robin"), line("t", "2", "1", merges="b", author="Kim"))
    (record,) = compare(taken, copy(A, C)).records
    assert (record.here.author, record.here.at) == ("Robin", B.at)
    kept = copy(A, B, C, line("k", "2", "2", merges="c", author="Kim"))
    (record,) = compare(kept, copy(A, replace(C, author="Robin"))).records
    assert record.here.author == "Kim"


def test_a_log_that_runs_in_circles_comes_to_an_end() -> None:
    circle = copy(line("x", "1", "0", merges="y"), line("y", "1", "0", merges="x"))
    assert standing(circle, copy(A, C)) is Standing.CONFLICT


def settled(comparison: Comparison, keep: Keep) -> list[tuple[str | None, str | None, str | None]]:
    decisions = {record.key: keep for record in comparison.of(Standing.CONFLICT)}
    return [(item.before, item.after, item.merges) for item in settle(comparison, decisions)]


def test_what_is_written() -> None:
    assert settled(compare(copy(A), copy(A)), Keep.MINE) == []
    assert settled(compare(copy(A), copy(A, B)), Keep.MINE) == [("1", "2", "b")]
    assert settled(compare(copy(A, B), copy(A)), Keep.MINE) == []
    assert settled(compare(copy(A, B), copy(A, C)), Keep.MINE) == [("2", "2", "c")]
    assert settled(compare(copy(A, B), copy(A, C)), Keep.THEIRS) == [("2", "3", "c")]
    assert settled(compare(copy(A, B), copy(A, replace(C, after="2"))), Keep.MINE) == []
    with pytest.raises(KeyError):
        settle(compare(copy(A, B), copy(A, C)), {})


def test_lines_that_come_in_under_a_newer_value_leave_it_last() -> None:
    taker = copy(A, B, line("t", "2", "1", merges="b"))
    giver = copy(A, B, line("e", "5", "2"))
    assert settled(compare(giver, taker), Keep.MINE) == [("5", "5", "t")]


@given(
    here=st.lists(st.sampled_from("abcdefgh"), unique=True), there=st.lists(st.sampled_from("abcdefgh"), unique=True)
)
def test_the_other_side_sees_the_mirror_image(here: list[str], there: list[str]) -> None:
    """Whatever the logs look like; lines of one id are the same everywhere."""
    ours, theirs = copy(*(line(name, name) for name in here)), copy(*(line(name, name) for name in there))
    mirrored = {
        Standing.SAME: {Standing.SAME},
        Standing.CONFLICT: {Standing.CONFLICT},
        Standing.NEW: {Standing.NEWER_HERE},
        Standing.NEWER_THERE: {Standing.NEWER_HERE},
        Standing.NEWER_HERE: {Standing.NEW, Standing.NEWER_THERE, Standing.NEWER_HERE},
    }
    for record in compare(ours, theirs).records:
        (other,) = compare(theirs, ours).records
        assert other.standing in mirrored[record.standing]
