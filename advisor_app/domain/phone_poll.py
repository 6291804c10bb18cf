"""A poll as phones see it: plain words that the room may read, and how many chose what. No names, no roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from advisor_app.domain.poll import LEVELS, Votes

UNKNOWN = "unknown"
"""The value of „weiß nicht“; levels have their figure."""
MOST_OPTIONS = 12
MOST_DOTS = 9
"""Dots that one device may have at most."""

Given: TypeAlias = Mapping[str, int]
"""What one device gives: dots by the value of an option; a choice is one dot for one option."""


@dataclass(frozen=True, slots=True)
class PhoneOption:
    """One answer: its value (``0`` to ``4``, ``unknown``, or any other), a short label, and the words of its anchor."""

    value: str
    label: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonePoll:
    """What phones are asked in one round; every text is one that was released for the room.

    ``about`` is the dimension that the question belongs to. ``blind``: nobody sees how others voted until the round is
    closed. ``dots``: how many each device spreads over the options, 0 where it chooses one of them. ValueError where it
    could not be voted on.
    """

    title: str
    options: tuple[PhoneOption, ...]
    about: str = ""
    round: int = 1
    blind: bool = True
    dots: int = 0

    def __post_init__(self) -> None:
        values = [option.value for option in self.options]
        if not 2 <= len(set(values)) == len(values) <= MOST_OPTIONS or not all(values):
            raise ValueError(f"a poll needs 2 to {MOST_OPTIONS} options, each with a value of its own: {values}")
        if self.dots not in range(MOST_DOTS + 1):
            raise ValueError(f"a device has at most {MOST_DOTS} dots, not {self.dots}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PollCounts:
    """How a round stands: what is asked (None before the first), votes or dots of every option, devices.

    ``devices`` are those that opened the page since the poll was opened, whether they have voted in this round or not;
    ``voted`` are those of them that have.
    """

    poll: PhonePoll | None
    votes: Mapping[str, int]
    devices: int
    voted: int
    is_open: bool

    @property
    def levels(self) -> Votes:
        """The same as the votes of a poll about levels."""
        a, b, c, d, e = (self.votes.get(str(level), 0) for level in LEVELS)
        return Votes(counts=(a, b, c, d, e), unknown=self.votes.get(UNKNOWN, 0))


@dataclass(frozen=True, slots=True)
class LocalAddress:
    """An IPv4 address of this machine in a local network, and its system's name for the adapter (``WLAN``)."""

    address: str
    adapter: str
