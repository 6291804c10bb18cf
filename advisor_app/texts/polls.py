"""Words for polls of a group."""

from __future__ import annotations

from collections.abc import Callable

from advisor_app.domain.poll import CountedBy, Doubt, DoubtKind, PollAbout, Settled, Votes
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal

_PERCENT = 100


def poll_word(value: PollAbout | CountedBy | Settled, texts: Texts) -> str:
    """What a poll is about, how it was counted or what came of it, in a few words."""
    match value:
        case PollAbout():
            return texts(f"poll.about.{value.value}")
        case CountedBy():
            return texts(f"poll.counted-by.{value.value}")
        case Settled():
            return texts(f"poll.outcome.{value.value}")


def round_word(number: int, texts: Texts) -> str:
    """What a round is called, from 1: „Runde 1, verdeckt“."""
    return f"{texts('poll.round', number=number)}, {texts('poll.blind' if number == 1 else 'poll.open')}"


def figures(votes: Votes, texts: Texts) -> str:
    """Median and spread of a round; empty without a vote for a level."""
    median, spread = votes.median, votes.spread
    if median is None or spread is None:
        return ""
    places = 0 if median.denominator == 1 else 1
    value = format_decimal(float(median), places, texts.language)
    return f"{texts('poll.median', value=value)}, {texts('poll.spread', count=spread)}"


def doubt_words(doubt: Doubt, role: Callable[[str], str], texts: Texts) -> str:
    """Why votes need to be clarified, as a sentence; ``role`` names a role."""
    match doubt.kind:
        case DoubtKind.SPREAD:
            return texts("poll.doubt.spread", count=doubt.part)
        case DoubtKind.SCATTERED:
            percent = doubt.part * _PERCENT // doubt.whole
            return texts("poll.doubt.scattered", part=doubt.part, whole=doubt.whole, percent=percent)
        case DoubtKind.ROLE:
            return texts("poll.doubt.role", role=role(doubt.role), level=doubt.level or 0)
