"""What came of looking at each point stays, and what somebody vouches for outweighs what the program cannot find."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.readiness import (
    ReadyCheck,
    ReadyPoint,
    ReadyResult,
    ReadyState,
    is_settled,
    with_result,
    without_result,
)

NOW = datetime(2026, 9, 13, 15, tzinfo=UTC)
RESULTS = st.builds(
    ReadyResult,
    point=st.sampled_from(ReadyPoint),
    state=st.sampled_from(ReadyState),
    at=st.just(NOW),
    by_hand=st.booleans(),
)


def result(point: ReadyPoint, state: ReadyState = ReadyState.READY, *, by_hand: bool = False) -> ReadyResult:
    return ReadyResult(point=point, state=state, at=NOW, by_hand=by_hand)


def test_a_day_is_ready_when_every_point_is() -> None:
    check = ReadyCheck(id="d")
    assert check.missing == tuple(ReadyPoint)
    for point in reversed(ReadyPoint):
        assert not check.is_ready
        check = with_result(check, result(point))
    assert check.is_ready
    assert [item.point for item in check.results] == list(ReadyPoint)
    assert without_result(check, ReadyPoint.SCREEN).missing == (ReadyPoint.SCREEN,)


def test_a_word_by_hand_stays_where_the_program_finds_nothing() -> None:
    vouched = with_result(ReadyCheck(id="d"), result(ReadyPoint.ANSWERS, by_hand=True))
    missing = result(ReadyPoint.ANSWERS, ReadyState.NOT_READY)
    assert with_result(vouched, missing) == vouched
    found = result(ReadyPoint.ANSWERS)
    assert with_result(vouched, found).result(ReadyPoint.ANSWERS) == found
    assert not is_settled(with_result(with_result(vouched, found), missing).result(ReadyPoint.ANSWERS))


@given(results=st.lists(RESULTS, max_size=12))
def test_of_every_point_there_is_one_result_at_most_in_order(results: list[ReadyResult]) -> None:
    check = ReadyCheck(id="d")
    for item in results:
        check = with_result(check, item)
    points = [item.point for item in check.results]
    assert points == [point for point in ReadyPoint if point in points]
    assert set(points) == {item.point for item in results}
    assert set(check.missing) == {point for point in ReadyPoint if not is_settled(check.result(point))}
