"""How a poll goes on: votes come in, a round is revealed, a second one follows, the group settles on something.

Every step is a pure function from poll to poll; what does not fit raises AdvisorError and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from advisor_app.domain.answering import stored, with_level, with_unknown
from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, Change, PollSet, TargetSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import MOST_VOTES
from advisor_app.domain.poll import (
    LEVELS,
    MOST_ROUNDS,
    NO_VOTES,
    CountedBy,
    Outcome,
    Poll,
    PollAbout,
    PollRound,
    RoleVote,
    Settled,
    Votes,
)


def with_votes(poll: Poll, votes: Votes, counted_by: CountedBy) -> Poll:
    """Votes that come in beside those that are there; raises POLL_CLOSED, POLL_VOTES."""
    if not poll.takes_votes:
        raise AdvisorError(Problem.POLL_CLOSED)
    return _counted(poll, poll.current.votes.joined(votes), counted_by)


def with_phones(poll: Poll, before: Votes, now: Votes) -> Poll:
    """The votes of phones as they stand now, in place of what they were ``before``; raises as above.

    A phone may change its vote, so that a level may lose one; whatever was counted otherwise stays.
    """
    if not poll.takes_votes:
        raise AdvisorError(Problem.POLL_CLOSED)
    return _counted(poll, poll.current.votes.joined(now).without(before), CountedBy.PHONES)


def without_vote(poll: Poll, level: int | None) -> Poll:
    """One vote less for a level (None: one who does not know); raises POLL_CLOSED."""
    if not poll.takes_votes:
        raise AdvisorError(Problem.POLL_CLOSED)
    return poll.with_current(replace(poll.current, votes=poll.current.votes.plus(level, -1)))


def with_numbers(poll: Poll, votes: Votes) -> Poll:
    """Votes of the current round as they were counted by hand, also to correct a revealed one; raises as above."""
    if poll.outcome is not None:
        raise AdvisorError(Problem.POLL_CLOSED)
    return _counted(poll, votes, CountedBy.NUMBERS)


def with_present(poll: Poll, present: int) -> Poll:
    """How many are there in the current round; 0 where nobody has counted. Raises POLL_VOTES."""
    if present not in range(MOST_VOTES + 1):
        raise AdvisorError(Problem.POLL_VOTES, most=MOST_VOTES)
    return poll.with_current(replace(poll.current, present=present))


def with_role(poll: Poll, role: str, level: int | None) -> Poll:
    """What a role that the question addresses has said in the current round, None to take it back; BAD_LEVEL."""
    if level is not None and level not in LEVELS:
        raise AdvisorError(Problem.BAD_LEVEL, value=level)
    others = tuple(said for said in poll.current.roles if said.role != role)
    said = () if level is None else (RoleVote(role=role, level=level),)
    return poll.with_current(replace(poll.current, roles=tuple(sorted((*others, *said), key=lambda item: item.role))))


def revealed(poll: Poll, at: datetime) -> Poll:
    """The current round opened to the room; what is open stays so. Raises POLL_EMPTY without a vote."""
    if not poll.current.votes.total:
        raise AdvisorError(Problem.POLL_EMPTY)
    return poll if poll.current.is_revealed else poll.with_current(replace(poll.current, revealed_at=at))


def with_second_round(poll: Poll, at: datetime) -> Poll:
    """An open round after the blind one; raises POLL_ROUNDS where it is not revealed yet, or there are two already."""
    if poll.outcome is not None or not poll.current.is_revealed or len(poll.rounds) == MOST_ROUNDS:
        raise AdvisorError(Problem.POLL_ROUNDS)
    return replace(poll, rounds=(*poll.rounds, PollRound(started_at=at, present=poll.current.present)))


def settled(case: Case, poll: Poll, outcome: Outcome) -> tuple[Change, ...]:
    """Everything that follows from an outcome, to be written as one step: the poll, and the answer or target level.

    What was postponed leaves the question unknown and a target as it was. Raises BAD_LEVEL where a level is needed.
    """
    postponed = outcome.settled is Settled.POSTPONED
    if not postponed and outcome.level not in LEVELS:
        raise AdvisorError(Problem.BAD_LEVEL, value="–" if outcome.level is None else outcome.level)
    kept = replace(outcome, level=None) if postponed else outcome
    return (PollSet(poll.id, case.polls.get(poll.id), replace(poll, outcome=kept)), *_follows(case, poll, kept))


def _follows(case: Case, poll: Poll, outcome: Outcome) -> Iterator[Change]:
    if poll.about is PollAbout.TARGET:
        if outcome.level is not None:
            before = case.targets.get(poll.assessment, {}).get(poll.item)
            yield TargetSet(poll.assessment, poll.item, before, outcome.level)
        return
    answer = case.answer(poll.assessment, poll.item)
    if outcome.level is not None:
        after = with_level(answer, outcome.level)
    else:
        after = answer if answer.state is AnswerState.UNKNOWN else with_unknown(answer)
    if outcome.reason:
        after = replace(after, note=outcome.reason)
    before_answer = case.answers.get(poll.assessment, {}).get(poll.item)
    yield AnswerSet(poll.assessment, poll.item, before_answer, stored(replace(after, role=None)))


def _counted(poll: Poll, votes: Votes, counted_by: CountedBy) -> Poll:
    if votes.total > MOST_VOTES or min((*votes.counts, votes.unknown)) < 0:
        raise AdvisorError(Problem.POLL_VOTES, most=MOST_VOTES)
    used = {*poll.current.counted_by, counted_by} if votes.counts != NO_VOTES or votes.unknown else set()
    ways = tuple(way for way in CountedBy if way in used)
    return poll.with_current(replace(poll.current, votes=votes, counted_by=ways))
