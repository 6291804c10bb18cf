"""A poll goes on step by step, and what does not fit changes nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.changes import AnswerSet, PollSet, TargetSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import MOST_VOTES
from advisor_app.domain.poll import (
    CountedBy,
    OfficeLevel,
    Outcome,
    Poll,
    PollAbout,
    PollRound,
    Settled,
    Votes,
    votes_of,
)
from advisor_app.domain.poll_course import (
    revealed,
    settled,
    with_numbers,
    with_phones,
    with_present,
    with_role,
    with_second_round,
    with_votes,
    without_vote,
)
from advisor_app.domain.reduction import reduce
from advisor_app.domain.words import Words
from tests.example_case import example_case

AT = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
NEW = Poll(id="p", assessment="a1", about=PollAbout.QUESTION, item="4.2.1", rounds=(PollRound(started_at=AT),))
COUNTED = with_votes(NEW, votes_of([1, 2, 2, None]), CountedBy.KEYS)
OPEN = revealed(COUNTED, AT)


def refused(problem: Problem, step: object) -> None:
    with pytest.raises(AdvisorError) as caught:
        step()  # type: ignore[operator]  # a lambda
    assert caught.value.problem is problem


@given(
    batches=st.lists(
        st.tuples(st.lists(st.integers(0, 4) | st.none(), max_size=6), st.sampled_from(CountedBy)), max_size=6
    )
)
def test_votes_from_all_sources_add_up(batches: list[tuple[list[int | None], CountedBy]]) -> None:
    poll = NEW
    for levels, way in batches:
        poll = with_votes(poll, votes_of(levels), way)
    assert poll.current.votes == votes_of([level for levels, _ in batches for level in levels])
    assert {way for levels, way in batches if levels} <= set(poll.current.counted_by)
    assert list(poll.current.counted_by) == [way for way in CountedBy if way in poll.current.counted_by]


def test_a_vote_is_taken_back_and_numbers_replace_all() -> None:
    assert without_vote(COUNTED, 2).current.votes == votes_of([1, 2, None])
    typed = with_numbers(COUNTED, Votes(counts=(0, 0, 5, 0, 0)))
    assert typed.current.votes == Votes(counts=(0, 0, 5, 0, 0))
    assert typed.current.counted_by == (CountedBy.KEYS, CountedBy.NUMBERS)


def test_a_revealed_round_counts_no_more_but_its_numbers_can_be_corrected() -> None:
    refused(Problem.POLL_CLOSED, lambda: with_votes(OPEN, votes_of([1]), CountedBy.PHONES))
    refused(Problem.POLL_CLOSED, lambda: without_vote(OPEN, 1))
    assert with_numbers(OPEN, votes_of([3])).current.is_revealed
    assert revealed(OPEN, AT.replace(hour=9)) == OPEN


def test_nothing_is_revealed_without_a_vote() -> None:
    refused(Problem.POLL_EMPTY, lambda: revealed(NEW, AT))


def test_a_second_round_begins_beside_the_first_and_is_the_last() -> None:
    refused(Problem.POLL_ROUNDS, lambda: with_second_round(COUNTED, AT))
    second = with_second_round(with_present(OPEN, 14), AT)
    assert (second.rounds[0].votes, second.current.votes, second.current.present) == (
        COUNTED.current.votes,
        Votes(),
        14,
    )
    assert second.takes_votes
    again = revealed(with_votes(second, votes_of([2]), CountedBy.KEYS), AT)
    refused(Problem.POLL_ROUNDS, lambda: with_second_round(again, AT))


@pytest.mark.parametrize("votes", [Votes(counts=(MOST_VOTES + 1, 0, 0, 0, 0)), Votes(counts=(0, 0, 0, 0, -1))])
def test_impossible_numbers_are_refused(votes: Votes) -> None:
    refused(Problem.POLL_VOTES, lambda: with_numbers(NEW, votes))
    refused(Problem.POLL_VOTES, lambda: with_present(NEW, MOST_VOTES + 1))


def test_a_role_says_one_thing_in_a_round() -> None:
    poll = with_role(with_role(with_role(COUNTED, "IT", 1), "BM", 4), "IT", 0)
    assert [(said.role, said.level) for said in poll.current.roles] == [("BM", 4), ("IT", 0)]
    assert with_role(poll, "BM", None).current.roles == poll.current.roles[1:]
    assert poll.current.votes == COUNTED.current.votes
    refused(Problem.BAD_LEVEL, lambda: with_role(COUNTED, "IT", 5))


@pytest.mark.parametrize("way", [Settled.AGREED, Settled.LOWER, Settled.PER_OFFICE, Settled.DISSENT])
def test_an_outcome_becomes_the_answer_with_its_reason_and_can_be_undone(way: Settled) -> None:
    case = replace(example_case(), polls={"p": OPEN})
    offices = (OfficeLevel(office="Bauamt", level=1), OfficeLevel(office="Hauptamt", level=3))
    outcome = Outcome(settled=way, decided_at=AT, level=1, reason=Words("Bisher nur im Bauamt."), offices=offices)
    changes = settled(case, OPEN, outcome)
    after = case
    for change in changes:
        after = reduce(after, change)
    answer = after.answer("a1", "4.2.1")
    assert (answer.level, answer.note.text, answer.role) == (1, "Bisher nur im Bauamt.", None)
    assert after.polls["p"].outcome == outcome
    assert after.polls["p"].rounds == OPEN.rounds  # every vote is kept as it was given
    assert after.statements == case.statements


def test_what_is_postponed_leaves_the_question_unknown() -> None:
    case = replace(example_case(), polls={"p": OPEN})
    outcome = Outcome(settled=Settled.POSTPONED, decided_at=AT, level=2, responsible="IT", until=date(2026, 10, 1))
    poll, answer = settled(case, OPEN, outcome)
    assert isinstance(answer, AnswerSet)
    assert answer.after is not None
    assert (answer.after.state, answer.after.level) == (AnswerState.UNKNOWN, None)
    assert isinstance(poll, PollSet)
    assert poll.after is not None
    assert poll.after.outcome == replace(outcome, level=None)
    unknown = reduce(reduce(case, poll), answer)
    again = settled(unknown, poll.after, outcome)[1]
    assert again.after == answer.after  # and does not become open by being postponed twice


def test_a_target_level_is_set_and_stays_where_it_is_postponed() -> None:
    poll = replace(OPEN, about=PollAbout.TARGET, item="4.3")
    case = replace(example_case(), polls={"p": poll})
    agreed = Outcome(settled=Settled.AGREED, decided_at=AT, level=3)
    assert settled(case, poll, agreed)[1:] == (TargetSet("a1", "4.3", 2, 3),)
    assert settled(case, poll, replace(agreed, settled=Settled.POSTPONED))[1:] == ()


@pytest.mark.parametrize("level", [None, -1, 5])
def test_an_outcome_needs_a_level(level: int | None) -> None:
    outcome = Outcome(settled=Settled.AGREED, decided_at=AT, level=level)
    refused(Problem.BAD_LEVEL, lambda: settled(example_case(), OPEN, outcome))


def test_a_settled_poll_takes_nothing_more() -> None:
    done = replace(COUNTED, outcome=Outcome(settled=Settled.AGREED, decided_at=AT, level=2))
    refused(Problem.POLL_CLOSED, lambda: with_votes(done, votes_of([1]), CountedBy.KEYS))
    refused(Problem.POLL_CLOSED, lambda: with_numbers(done, votes_of([1])))
    refused(Problem.POLL_ROUNDS, lambda: with_second_round(done, AT))


@given(
    counted=st.lists(st.integers(0, 4) | st.none(), max_size=6),
    rooms=st.lists(st.lists(st.integers(0, 4) | st.none(), max_size=6), min_size=1, max_size=4),
)
def test_phones_may_change_their_votes_and_what_was_counted_otherwise_stays(
    counted: list[int | None], rooms: list[list[int | None]]
) -> None:
    poll, before = with_votes(NEW, votes_of(counted), CountedBy.KEYS), Votes()
    for room in rooms:
        poll, before = with_phones(poll, before, votes_of(room)), votes_of(room)
    assert poll.current.votes == votes_of([*counted, *rooms[-1]])


def test_numbers_typed_below_those_of_phones_never_become_less_than_none() -> None:
    voted = with_phones(NEW, Votes(), votes_of([2, 2, 2]))
    typed = with_numbers(voted, votes_of([2]))
    assert with_phones(typed, votes_of([2, 2, 2]), votes_of([1, 3])).current.votes == votes_of([1, 3])
    assert with_phones(typed, votes_of([2, 2, 2]), votes_of([2, 2, 2, 2])).current.votes == votes_of([2, 2])
    refused(Problem.POLL_CLOSED, lambda: with_phones(OPEN, Votes(), votes_of([1])))
