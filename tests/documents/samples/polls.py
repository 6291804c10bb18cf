"""Polls for samples: two that a report may show, one for the minutes only, and odd ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from advisor_app.domain.case import Case
from advisor_app.domain.poll import (
    CountedBy,
    OfficeLevel,
    Outcome,
    Poll,
    PollAbout,
    PollRound,
    Settled,
    Votes,
)
from advisor_app.domain.words import Audience, Words
from tests.documents.samples.odd import ENDLESS, LONG_WORD, NO_BREAKS, ODD

_AT = datetime(2026, 9, 14, 9, 20, tzinfo=UTC)


def _round(number: int, counts: tuple[int, int, int, int, int], unknown: int = 0) -> PollRound:
    at = _AT + timedelta(minutes=4 * number)
    votes = Votes(counts=counts, unknown=unknown)
    return PollRound(
        started_at=at,
        votes=votes,
        present=14,
        counted_by=(CountedBy.KEYS,),
        revealed_at=at + timedelta(minutes=2),
    )


def _poll(name: str, item: str, outcome: Outcome, *rounds: PollRound, audience: Audience = Audience.REPORT) -> Poll:
    about = PollAbout.TARGET if item.count(".") == 1 else PollAbout.QUESTION
    return Poll(id=name, assessment="a1", about=about, item=item, rounds=rounds, outcome=outcome, audience=audience)


def with_polls(case: Case) -> Case:
    """The case with a poll of two rounds and a released dissent, one about a target, and one for the minutes."""
    scattered = Outcome(
        settled=Settled.DISSENT,
        decided_at=_AT,
        level=1,
        reason=Words("Nur das Bauamt hat eine schriftliche Regel.", Audience.REPORT),
        dissent=Words("Das Bauamt sieht das Haus auf Stufe 2.", Audience.REPORT),
    )
    target = Outcome(settled=Settled.AGREED, decided_at=_AT, level=2, reason=Words("Vorerst nicht mehr."))
    postponed = Outcome(settled=Settled.POSTPONED, decided_at=_AT, responsible="DB", until=date(2026, 10, 30))
    polls = (
        _poll("q1", "4.3.2", scattered, _round(0, (1, 6, 5, 2, 0)), _round(1, (0, 11, 3, 0, 0))),
        _poll("q2", "4.3", target, _round(2, (0, 0, 9, 4, 1))),
        _poll("q3", "4.2.3", postponed, _round(3, (3, 2, 1, 2, 0), 6), audience=Audience.MINUTES),
    )
    return replace(case, polls={poll.id: poll for poll in polls})


def with_odd_polls(case: Case) -> Case:
    """The case with words without end, hundreds of votes, many offices, and a poll that nobody has settled."""
    offices = tuple(OfficeLevel(office=f"{LONG_WORD} {number} {NO_BREAKS}", level=number % 5) for number in range(12))
    per_office = Outcome(
        settled=Settled.PER_OFFICE,
        decided_at=_AT,
        level=0,
        reason=Words(f"{ODD} {ENDLESS[:1500]}", Audience.REPORT),
        offices=offices,
        dissent=Words(f"{LONG_WORD} {ODD}", Audience.REPORT),
    )
    crowd = _poll("q1", "4.3.2", per_office, _round(0, (90, 120, 40, 200, 50)), _round(1, (0, 500, 0, 0, 0)))
    late = replace(per_office, settled=Settled.POSTPONED, level=None, responsible=f"{LONG_WORD} {ODD}", offices=())
    undecided = replace(_poll("q3", "4.1.1", late, _round(2, (0, 0, 0, 0, 0), 3)), outcome=None)
    polls = (crowd, _poll("q2", "4.5.1", late, _round(4, (1, 0, 0, 0, 1))), undecided)
    return replace(case, polls={poll.id: poll for poll in polls})
