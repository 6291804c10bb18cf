"""Votes of a group: distribution, median, spread, and whether they need to be clarified."""

from datetime import UTC, datetime
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.poll import (
    DoubtKind,
    Poll,
    PollAbout,
    PollRound,
    RoleVote,
    Votes,
    doubts,
    lower_level,
    votes_of,
)

AT = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
LEVELS = st.integers(0, 4)
VOTES = st.builds(Votes, counts=st.tuples(*[st.integers(0, 12)] * 5), unknown=st.integers(0, 5))


def kinds(votes: Votes, *roles: RoleVote) -> list[DoubtKind]:
    return [doubt.kind for doubt in doubts(votes, roles)]


@given(levels=st.lists(LEVELS | st.none(), max_size=40))
def test_every_vote_is_counted_once(levels: list[int | None]) -> None:
    votes = votes_of(levels)
    given_levels = sorted(level for level in levels if level is not None)
    assert (votes.total, votes.with_level, votes.unknown) == (len(levels), len(given_levels), levels.count(None))
    assert list(votes.levels) == given_levels
    assert votes.median == (Fraction(median(given_levels)) if given_levels else None)
    assert votes.spread == (given_levels[-1] - given_levels[0] if given_levels else None)


@given(levels=st.lists(LEVELS | st.none(), max_size=20), shuffled=st.randoms(use_true_random=False))
def test_the_order_of_votes_does_not_matter(levels: list[int | None], shuffled: object) -> None:
    other = list(levels)
    shuffled.shuffle(other)  # type: ignore[attr-defined]  # hypothesis yields random.Random
    assert votes_of(other) == votes_of(levels)


@given(one=VOTES, other=VOTES, level=LEVELS | st.none())
def test_votes_join_and_a_vote_can_be_taken_back(one: Votes, other: Votes, level: int | None) -> None:
    assert one.joined(other) == other.joined(one)
    assert one.joined(other).total == one.total + other.total
    assert one.plus(level).plus(level, -1) == one
    assert min((*one.plus(level, -1).counts, one.plus(level, -1).unknown)) >= 0


@given(levels=st.lists(LEVELS, min_size=1, max_size=4))
def test_up_to_four_voices_are_in_doubt_from_a_spread_of_two_on(levels: list[int]) -> None:
    assert bool(doubts(votes_of(levels))) == (max(levels) - min(levels) >= 2)


@given(levels=st.lists(LEVELS, min_size=5, max_size=40))
def test_a_group_is_in_doubt_below_three_quarters_on_two_neighbouring_levels(levels: list[int]) -> None:
    most = max(sum(level in (low, low + 1) for level in levels) for low in range(4))
    assert bool(doubts(votes_of(levels))) == (4 * most < 3 * len(levels))


@given(votes=VOTES, unknown=st.integers(0, 9))
def test_who_does_not_know_does_not_change_the_doubt(votes: Votes, unknown: int) -> None:
    assert doubts(Votes(counts=votes.counts, unknown=unknown)) == doubts(votes)


@given(votes=VOTES, level=LEVELS)
def test_an_addressed_role_far_from_the_median_is_a_doubt(votes: Votes, level: int) -> None:
    said = RoleVote(role="IT", level=level)
    far = votes.median is not None and abs(level - votes.median) >= 2
    assert (DoubtKind.ROLE in kinds(votes, said)) == far
    assert bool(doubts(votes, [said])) == (far or bool(doubts(votes)))


@given(votes=VOTES)
def test_the_lower_level_lies_at_the_median_or_next_below(votes: Votes) -> None:
    level = lower_level(votes)
    assert (level is None) == (votes.with_level == 0)
    if level is not None and votes.median is not None:
        assert 0 <= votes.median - level < 1


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((0, 0, 9, 3, 0), []),  # everybody on two neighbouring levels
        ((0, 1, 9, 3, 2), []),  # 12 of 15 are 80 %
        ((1, 2, 6, 3, 0), []),  # 9 of 12 are 75 %, which is enough
        ((1, 3, 5, 3, 0), [DoubtKind.SCATTERED]),  # 8 of 12
        ((7, 0, 0, 0, 7), [DoubtKind.SCATTERED]),
        ((0, 1, 0, 1, 0), [DoubtKind.SPREAD]),
        ((0, 0, 1, 2, 1), [DoubtKind.SPREAD]),  # four voices: a spread of two, though 75 % stand together
        ((0, 0, 1, 3, 1), []),  # five voices are a group: 4 of 5
        ((0, 0, 0, 0, 0), []),
    ],
)
def test_worked_examples(counts: tuple[int, int, int, int, int], found: list[DoubtKind]) -> None:
    assert kinds(Votes(counts=counts, unknown=2)) == found


def test_a_doubt_tells_its_figures() -> None:
    (scattered, role) = doubts(
        Votes(counts=(1, 3, 5, 3, 0)), [RoleVote(role="IT", level=0), RoleVote(role="BM", level=2)]
    )
    assert (scattered.part, scattered.whole) == (8, 12)
    assert (role.role, role.level) == ("IT", 0)


@given(rounds=st.lists(st.tuples(VOTES, st.booleans(), st.integers(0, 30)), min_size=1, max_size=2))
def test_the_room_sees_levels_only_of_revealed_rounds(rounds: list[tuple[Votes, bool, int]]) -> None:
    made = tuple(
        PollRound(
            started_at=AT,
            votes=votes,
            present=present,
            roles=(RoleVote(role="BM", level=3),),
            revealed_at=AT if is_open else None,
        )
        for votes, is_open, present in rounds
    )
    poll = Poll(id="p", assessment="a1", about=PollAbout.QUESTION, item="4.1.1", rounds=made)
    for shown, (votes, is_open, present) in zip(poll.shown, rounds, strict=True):
        assert (shown.voted, shown.present) == (votes.total, present)
        assert shown.votes == (votes if is_open else None)
        assert "BM" not in repr(shown)
