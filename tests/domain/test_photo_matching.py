"""Photos find their placeholders by time, in order, and what is doubtful is said to be."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.photo_matching import MARGIN, WINDOW, Match, match

NINE = datetime(2026, 9, 14, 7, tzinfo=UTC)
MINUTES = st.lists(st.integers(0, 120), max_size=5)


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def named(prefix: str, minutes: list[int]) -> dict[str, datetime]:
    return {f"{prefix}{number}": at(value) for number, value in enumerate(minutes)}


def without_none(times: Mapping[str, datetime]) -> dict[str, datetime | None]:
    return dict(times)


def cost(pairs: list[tuple[datetime, datetime]]) -> tuple[int, timedelta]:
    return -len(pairs), sum((abs(one - other) for one, other in pairs), timedelta())


@given(MINUTES, MINUTES)
def test_no_other_way_in_order_fills_more_or_comes_nearer(wanted: list[int], taken: list[int]) -> None:
    placeholders, photos = named("p", wanted), named("f", taken)
    matches = match(placeholders, without_none(photos))
    found = [(placeholders[one.placeholder], photos[name]) for name, one in matches.items() if one.placeholder]
    places, times = sorted(placeholders.values()), sorted(photos.values())
    ways = [
        list(zip(some, others, strict=True))
        for count in range(min(len(places), len(times)) + 1)
        for some in combinations(places, count)
        for others in combinations(times, count)
    ]
    allowed = [way for way in ways if all(abs(one - other) <= WINDOW for one, other in way)]
    assert cost(found) == min(cost(way) for way in allowed)


@given(MINUTES, MINUTES)
def test_each_placeholder_takes_one_photo_and_the_order_is_kept(wanted: list[int], taken: list[int]) -> None:
    placeholders, photos = named("p", wanted), named("f", taken)
    matches = match(placeholders, without_none(photos))
    assert set(matches) == set(photos)
    used = [one.placeholder for one in matches.values() if one.placeholder]
    assert len(used) == len(set(used))
    pairs = sorted((photos[name], placeholders[one.placeholder]) for name, one in matches.items() if one.placeholder)
    for earlier, later in pairwise(pairs):
        assert earlier[0] == later[0] or earlier[1] <= later[1]
    for name, one in matches.items():
        assert one.placeholder is None or one.placeholder in one.candidates
        distances = [abs(photos[name] - placeholders[key]) for key in one.candidates]
        assert distances == sorted(distances)
        assert all(distance <= WINDOW for distance in distances)
        assert one.sure <= (one.placeholder == one.candidates[0] if one.candidates else False)


@given(MINUTES, MINUTES, st.integers(-10_000, 10_000))
def test_a_clock_that_is_wrong_on_both_sides_changes_nothing(wanted: list[int], taken: list[int], by: int) -> None:
    placeholders, photos = named("p", wanted), named("f", taken)
    shift = timedelta(minutes=by)
    moved = match(
        {name: value + shift for name, value in placeholders.items()},
        {name: value + shift for name, value in photos.items()},
    )
    assert moved == match(placeholders, without_none(photos))


@given(st.lists(st.integers(-10, 10), min_size=1, max_size=8))
def test_placeholders_far_apart_get_their_photo_for_sure(delays: list[int]) -> None:
    placeholders = named("p", [60 * number for number in range(len(delays))])
    photos = {f"f{number}": at(60 * number + delay) for number, delay in enumerate(delays)}
    assert match(placeholders, without_none(photos)) == {
        f"f{number}": Match(f"p{number}", (f"p{number}",), sure=True) for number in range(len(delays))
    }


def test_photos_taken_a_little_later_keep_the_order_but_are_asked_about() -> None:
    placeholders = {"first": at(0), "second": at(5)}
    matches = match(placeholders, {"a": at(4), "b": at(9)})
    assert [matches[name].placeholder for name in "ab"] == ["first", "second"]
    assert matches["a"] == Match("first", ("second", "first"), sure=False)


def test_two_shots_of_one_thing_are_asked_about() -> None:
    matches = match({"only": at(0)}, {"a": at(1), "b": at(1.5)})
    assert matches["a"] == Match("only", ("only",), sure=False)
    assert matches["b"] == Match(None, ("only",), sure=False)


def test_a_photo_without_a_time_or_far_away_is_for_none() -> None:
    matches = match({"only": at(0)}, {"a": None, "b": at(31)})
    assert matches == {"a": Match(), "b": Match()}


def test_nearly_as_near_is_not_sure() -> None:
    near, far = at(0), at(0) + 2 * timedelta(minutes=5) + MARGIN
    assert not match({"near": near, "far": far}, {"a": at(5)})["a"].sure
    assert match({"near": near, "far": far + timedelta(seconds=1)}, {"a": at(5)})["a"].sure
