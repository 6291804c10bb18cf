"""The picture of a poll of a case: its revealed rounds, the same on screen and on paper."""

from __future__ import annotations

from advisor_app.charts.poll import PollDots, PollRound
from advisor_app.domain.poll import Poll
from advisor_app.texts import Texts
from advisor_app.texts.polls import figures, round_word


def dots_of(poll: Poll, title: str, words: tuple[str, ...], texts: Texts) -> PollDots | None:
    """The revealed rounds of a poll, None where there is none; ``words`` name the levels from 0 on."""
    rounds = tuple(
        PollRound(
            title=round_word(number, texts),
            counts=shown.votes.counts,
            unknown=shown.votes.unknown,
            remark=figures(shown.votes, texts),
        )
        for number, shown in enumerate(poll.shown, 1)
        if shown.votes is not None
    )
    return PollDots(title=title, words=words, rounds=rounds) if rounds else None
