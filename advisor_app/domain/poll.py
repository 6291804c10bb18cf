"""Polls of a group: everybody gives a level, the distribution is opened, and the group settles on what holds.

Votes are counted, never named, and never averaged. A poll has a blind first round and at most one open second round.
What the room may see before a round is revealed is how many have voted; ``Poll.shown`` is that and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from fractions import Fraction

from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.words import Audience, Words

MOST_ROUNDS = 2
"""A blind one and an open one."""


LEVELS = range(MAXIMUM_LEVEL + 1)

NO_VOTES = (0, 0, 0, 0, 0)

_FEW_VOICES = 4
_WIDE_SPREAD = 2
_FAR_FROM_MEDIAN = 2
_SHARE_TOGETHER = Fraction(3, 4)


class PollAbout(Enum):
    """What a group is asked: the level of a question, or the target level of a dimension."""

    QUESTION = "question"
    TARGET = "target"


class CountedBy(Enum):
    """How votes of a round came in."""

    KEYS = "keys"
    NUMBERS = "numbers"
    PHONES = "phones"


class Settled(Enum):
    """What a group does with a distribution."""

    AGREED = "agreed"
    LOWER = "lower"
    PER_OFFICE = "per-office"
    POSTPONED = "postponed"
    DISSENT = "dissent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """How many gave each level (``counts``, by level 0–4), and how many said that they do not know."""

    counts: tuple[int, int, int, int, int] = NO_VOTES
    unknown: int = 0

    @property
    def total(self) -> int:
        """Everybody who voted."""
        return sum(self.counts) + self.unknown

    @property
    def with_level(self) -> int:
        """Those who gave a level."""
        return sum(self.counts)

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels given, one for each vote, ascending."""
        return tuple(level for level in LEVELS for _ in range(self.counts[level]))

    @property
    def median(self) -> Fraction | None:
        """The middle of the levels given, between two where their number is even; None without any."""
        given = self.levels
        if not given:
            return None
        return Fraction(given[(len(given) - 1) // 2] + given[len(given) // 2], 2)

    @property
    def spread(self) -> int | None:
        """The distance of the lowest from the highest level given; None without any."""
        given = self.levels
        return given[-1] - given[0] if given else None

    @property
    def together(self) -> int:
        """The most votes that lie on two neighbouring levels."""
        return max(self.counts[level] + self.counts[level + 1] for level in LEVELS[:-1])

    def plus(self, level: int | None, by: int = 1) -> Votes:
        """One vote more for a level (None: does not know), or less with ``by=-1``; never below none."""
        if level is None:
            return replace(self, unknown=max(0, self.unknown + by))
        a, b, c, d, e = (max(0, count + by * (place == level)) for place, count in enumerate(self.counts))
        return replace(self, counts=(a, b, c, d, e))

    def joined(self, other: Votes) -> Votes:
        """Both together."""
        a, b, c, d, e = (one + two for one, two in zip(self.counts, other.counts, strict=True))
        return Votes(counts=(a, b, c, d, e), unknown=self.unknown + other.unknown)

    def without(self, other: Votes) -> Votes:
        """These less those of another count; never below none."""
        a, b, c, d, e = (max(0, one - two) for one, two in zip(self.counts, other.counts, strict=True))
        return Votes(counts=(a, b, c, d, e), unknown=max(0, self.unknown - other.unknown))


def votes_of(levels: Iterable[int | None]) -> Votes:
    """Votes out of single levels; None is one who does not know."""
    votes = Votes()
    for level in levels:
        votes = votes.plus(level)
    return votes


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleVote:
    """What a role that the question addresses said in a round, as far as somebody noted it; counted already."""

    role: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollRound:
    """One round: its votes, how many were present, and since when the room sees the distribution (None: not yet)."""

    started_at: datetime
    votes: Votes = Votes()
    present: int = 0
    counted_by: tuple[CountedBy, ...] = ()
    roles: tuple[RoleVote, ...] = ()
    revealed_at: datetime | None = None

    @property
    def is_revealed(self) -> bool:
        """Whether the distribution is open."""
        return self.revealed_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLevel:
    """The level of one office where offices differ."""

    office: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the group settled on. ``level`` is what is answered (None where it is postponed).

    ``responsible`` and ``until`` say who clarifies what was postponed until when, ``dissent`` what a minority holds.
    ``minutes_entry`` is the id of the task in the minutes that came of postponing.
    """

    settled: Settled
    decided_at: datetime
    level: int | None = None
    reason: Words = Words()
    offices: tuple[OfficeLevel, ...] = ()
    responsible: str = ""
    until: date | None = None
    dissent: Words = Words()
    minutes_entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRound:
    """What the room may see of a round: how many voted; ``votes`` only once it is revealed."""

    voted: int
    present: int
    votes: Votes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One poll about ``item`` (a question or dimension by its id) of an assessment.

    ``audience`` is for whom the figures are released on paper; what the group settled on has words of its own.
    """

    id: str
    assessment: str
    about: PollAbout
    item: str
    rounds: tuple[PollRound, ...]
    outcome: Outcome | None = None
    audience: Audience = Audience.INTERNAL

    @property
    def started_at(self) -> datetime:
        """When its first round began."""
        return self.rounds[0].started_at

    @property
    def current(self) -> PollRound:
        """The round that counts: the last one."""
        return self.rounds[-1]

    @property
    def takes_votes(self) -> bool:
        """Whether the current round still counts."""
        return self.outcome is None and not self.current.is_revealed

    @property
    def shown(self) -> tuple[RoomRound, ...]:
        """All that the room may see of its rounds, and no more."""
        return tuple(
            RoomRound(voted=item.votes.total, present=item.present, votes=item.votes if item.is_revealed else None)
            for item in self.rounds
        )

    @property
    def unnamed(self) -> Poll:
        """The same poll without what single roles have said."""
        return replace(self, rounds=tuple(replace(item, roles=()) for item in self.rounds))

    def with_current(self, changed: PollRound) -> Poll:
        """The same poll with another last round."""
        return replace(self, rounds=(*self.rounds[:-1], changed))


class DoubtKind(Enum):
    """Why a distribution needs to be clarified."""

    SPREAD = "spread"
    SCATTERED = "scattered"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reason to clarify, with its figures: ``part`` of ``whole`` votes lie together, or a role and its level."""

    kind: DoubtKind
    part: int = 0
    whole: int = 0
    role: str = ""
    level: int | None = None


def doubts(votes: Votes, addressed: Sequence[RoleVote] = ()) -> tuple[Doubt, ...]:
    """Why votes need to be clarified; none where they do not.

    Up to four voices: a spread of two or more. More: fewer than 75 % on two neighbouring levels. In either case a role
    that the question addresses, two or more away from the median. Who does not know has given no level.
    """
    found = []
    spread, median = votes.spread, votes.median
    if spread is None or median is None:
        return ()
    if votes.with_level <= _FEW_VOICES:
        if spread >= _WIDE_SPREAD:
            found.append(Doubt(kind=DoubtKind.SPREAD, part=spread, whole=votes.with_level))
    elif Fraction(votes.together, votes.with_level) < _SHARE_TOGETHER:
        found.append(Doubt(kind=DoubtKind.SCATTERED, part=votes.together, whole=votes.with_level))
    found += [
        Doubt(kind=DoubtKind.ROLE, role=said.role, level=said.level)
        for said in addressed
        if abs(said.level - median) >= _FAR_FROM_MEDIAN
    ]
    return tuple(found)


def lower_level(votes: Votes) -> int | None:
    """The level that is taken where a group settles on the lower one: that of the median, else the next below.

    None without a vote for a level.
    """
    return None if votes.median is None else int(votes.median)
