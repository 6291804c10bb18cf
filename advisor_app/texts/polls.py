"""Words for polls of a group."""

from __future__ import annotations

from advisor_app.domain.poll import CountedBy, PollAbout, Settled
from advisor_app.texts import Texts


def poll_word(value: PollAbout | CountedBy | Settled, texts: Texts) -> str:
    """What a poll is about, how it was counted or what came of it, in a few words."""
    match value:
        case PollAbout():
            return texts(f"poll.about.{value.value}")
        case CountedBy():
            return texts(f"poll.counted-by.{value.value}")
        case Settled():
            return texts(f"poll.outcome.{value.value}")
