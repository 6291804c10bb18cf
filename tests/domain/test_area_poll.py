"""Dots for impact areas: counted, opened, ranked with ties, and areas proposed without cutting through a tie."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.area_poll import (
    MOST_CHOSEN,
    AreaDots,
    AreaPoll,
    proposed_areas,
    ranked_areas,
    revealed,
    with_dot,
    with_numbers,
    with_people,
    with_phones,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.poll import CountedBy

NOW = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
AREAS = tuple(f"WB{number}" for number in range(1, 9))
EMPTY = AreaPoll(id="d1", assessment="a1", started_at=NOW)

DOTS = st.dictionaries(st.sampled_from(AREAS), st.integers(0, 30))


def poll(**dots: int) -> AreaPoll:
    return with_numbers(EMPTY, dots)


def test_keys_count_dot_by_dot_and_take_back() -> None:
    counted = with_dot(with_dot(with_dot(EMPTY, "WB2"), "WB8"), "WB2")
    assert counted.dots == {"WB2": 2, "WB8": 1}
    assert counted.counted_by == (CountedBy.KEYS,)
    assert with_dot(counted, "WB8", -1).dots == {"WB2": 2}
    assert with_dot(EMPTY, "WB1", -1) == EMPTY


def test_the_room_sees_how_many_until_the_dots_are_open() -> None:
    counted = with_people(poll(WB2=5, WB8=4), present=4, dots_each=3)
    assert (counted.shown.total, counted.shown.expected, counted.shown.dots) == (9, 12, None)
    assert revealed(counted, NOW).shown.dots == {"WB2": 5, "WB8": 4}
    assert counted.excess == 0
    assert with_people(counted, present=2, dots_each=3).excess == 3


def test_open_dots_are_corrected_by_numbers_alone() -> None:
    shown = revealed(poll(WB1=1), NOW)
    with pytest.raises(AdvisorError) as refused:
        with_dot(shown, "WB1")
    assert refused.value.problem is Problem.DOTS_OPEN
    assert with_numbers(shown, {"WB1": 4}).dots == {"WB1": 4}
    assert revealed(shown, datetime(2027, 1, 1, tzinfo=UTC)) == shown


@given(DOTS, st.lists(DOTS, min_size=1, max_size=4))
def test_phones_may_spread_their_dots_anew_and_take_none_that_were_counted_by_keys(
    keys: dict[str, int], spreads: list[dict[str, int]]
) -> None:
    counted, before = with_numbers(EMPTY, keys), dict[str, int]()
    for now in spreads:
        counted, before = with_phones(counted, before, now), now
    both = {area: keys.get(area, 0) + spreads[-1].get(area, 0) for area in AREAS}
    assert counted.dots == {area: dots for area, dots in both.items() if dots}
    if sum(spreads[-1].values()):
        assert CountedBy.PHONES in counted.counted_by


def test_phones_add_nothing_to_open_dots() -> None:
    with pytest.raises(AdvisorError) as refused:
        with_phones(revealed(poll(WB1=1), NOW), {}, {"WB1": 1})
    assert refused.value.problem is Problem.DOTS_OPEN


def test_nothing_is_opened_without_a_dot() -> None:
    with pytest.raises(AdvisorError) as refused:
        revealed(EMPTY, NOW)
    assert refused.value.problem is Problem.NO_DOTS


@pytest.mark.parametrize("dots", [{"WB1": -1}, {"WB1": 5000}])
def test_impossible_numbers_are_refused(dots: dict[str, int]) -> None:
    with pytest.raises(AdvisorError) as refused:
        with_numbers(EMPTY, dots)
    assert refused.value.problem is Problem.BAD_DOTS


@pytest.mark.parametrize(("present", "each"), [(-1, 3), (501, 3), (10, 0), (10, 10)])
def test_impossible_groups_are_refused(present: int, each: int) -> None:
    with pytest.raises(AdvisorError) as refused:
        with_people(EMPTY, present, each)
    assert refused.value.problem is Problem.BAD_DOTS


def test_equal_dots_share_a_place_and_the_next_one_is_left_out() -> None:
    ranked = ranked_areas(poll(WB8=7, WB2=4, WB4=4, WB1=1), AREAS)
    assert [(item.area, item.place, item.is_tied) for item in ranked[:5]] == [
        ("WB8", 1, False),
        ("WB2", 2, True),
        ("WB4", 2, True),
        ("WB1", 4, False),
        ("WB3", None, False),
    ]


@pytest.mark.parametrize(
    ("dots", "areas", "undecided"),
    [
        ({"WB8": 7, "WB2": 5, "WB4": 3, "WB1": 1}, ("WB2", "WB4", "WB8"), ()),
        ({"WB8": 7, "WB2": 4, "WB4": 4, "WB1": 4}, ("WB8",), ("WB1", "WB2", "WB4")),
        ({"WB8": 7}, ("WB8",), ()),
        ({}, (), ()),
        ({"WB1": 2, "WB2": 2, "WB3": 2, "WB4": 2}, (), ("WB1", "WB2", "WB3", "WB4")),
    ],
)
def test_a_tie_that_would_be_cut_is_left_to_the_group(
    dots: dict[str, int], areas: tuple[str, ...], undecided: tuple[str, ...]
) -> None:
    proposed = proposed_areas(with_numbers(EMPTY, dots), AREAS)
    assert (proposed.areas, proposed.undecided) == (areas, undecided)


@given(DOTS)
def test_what_is_proposed_has_more_dots_than_what_is_not(dots: dict[str, int]) -> None:
    counted = with_numbers(EMPTY, dots)
    proposed = proposed_areas(counted, AREAS)
    others = set(AREAS) - set(proposed.areas)
    fewest = min((dots[area] for area in proposed.areas), default=None)
    assert len(proposed.areas) <= MOST_CHOSEN
    if fewest is not None:
        assert fewest > max((dots.get(area, 0) for area in others), default=0)
    assert not set(proposed.undecided) & set(proposed.areas)
    assert counted.total == sum(dots.values())


def test_figures_below_none_of_a_foreign_file_count_as_none() -> None:
    foreign = AreaPoll(
        id="d1", assessment="a1", started_at=NOW, area_dots=(AreaDots(area="WB1", dots=-5), AreaDots(area="X", dots=2))
    )
    assert (foreign.total, foreign.dots["WB1"]) == (2, 0)
    assert proposed_areas(foreign, AREAS).areas == ()
