"""The votes of the round that is open: one for each device, of which the last counts. Kept in memory only."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from threading import Lock

from advisor_app.domain.phone_poll import Given, PhonePoll, PollCounts

MOST_DEVICES = 200


class Verdict(Enum):
    """What became of a vote."""

    COUNTED = "counted"
    TOO_LATE = "too-late"
    """The round it was meant for is closed, or there never was one."""
    NO_OPTION = "no-option"
    TOO_MANY = "too-many"
    """More dots than a device has."""
    FULL = "full"
    """So many devices take part already that another one is not let in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one device is to see; ``version`` changes with whatever all of them see, ``own`` is what it gave."""

    version: int
    question: str
    poll: PhonePoll | None
    own: Given | None
    is_open: bool
    has_ended: bool


class Ballot:
    """Takes votes from the server's thread while the window asks and closes; every method may be called by both."""

    def __init__(self, most_devices: int = MOST_DEVICES) -> None:
        self._most = most_devices
        self._lock = Lock()
        self._devices: set[str] = set()
        self._votes: dict[str, Given] = {}
        self._poll: PhonePoll | None = None
        self._question = ""
        self._is_open = False
        self._has_ended = False
        self._version = 0

    def ask(self, poll: PhonePoll) -> PollCounts:
        """Open a round; returns the last counts of the one before, which is closed."""
        with self._lock:
            before = self._counts(is_open=False)
            self._poll = poll
            self._question = secrets.token_urlsafe(12)
            self._votes = {}
            self._is_open = not self._has_ended
            self._version += 1
            return before

    def close_round(self) -> PollCounts:
        """Take no more votes in this round; returns its last counts."""
        with self._lock:
            self._is_open = False
            self._version += 1
            return self._counts(is_open=False)

    def end(self) -> PollCounts:
        """Take no votes any more; returns the last counts."""
        with self._lock:
            self._is_open = False
            self._has_ended = True
            self._version += 1
            return self._counts(is_open=False)

    @property
    def has_ended(self) -> bool:
        """Whether no votes are taken any more."""
        return self._has_ended

    def counts(self) -> PollCounts:
        """How the round stands now."""
        with self._lock:
            return self._counts(is_open=self._is_open)

    def view(self, device: str) -> View:
        """What a device is to see now."""
        with self._lock:
            return View(
                version=self._version,
                question=self._question,
                poll=self._poll,
                own=self._votes.get(device),
                is_open=self._is_open,
                has_ended=self._has_ended,
            )

    def admit(self, device: str) -> bool:
        """Let a device take part that has come back with its token; False where there are too many."""
        with self._lock:
            return self._admit(device)

    def vote(self, device: str, question: str, given: Given) -> Verdict:
        """Count what a device gives, in place of what it gave before."""
        with self._lock:
            if not self._is_open or self._poll is None or question != self._question:
                return Verdict.TOO_LATE
            refused = _refused(self._poll, given)
            if refused is not None:
                return refused
            if not self._admit(device):
                return Verdict.FULL
            self._votes[device] = dict(given)
            return Verdict.COUNTED

    def _admit(self, device: str) -> bool:
        if device not in self._devices and len(self._devices) >= self._most:
            return False
        self._devices.add(device)
        return True

    def _counts(self, *, is_open: bool) -> PollCounts:
        options = self._poll.options if self._poll else ()
        votes: Counter[str] = Counter()
        for given in self._votes.values():
            votes.update(given)
        return PollCounts(
            poll=self._poll,
            votes={option.value: votes[option.value] for option in options},
            devices=len(self._devices),
            voted=len(self._votes),
            is_open=is_open,
        )


def _refused(poll: PhonePoll, given: Given) -> Verdict | None:
    """Why something cannot be given in a round; None where it can."""
    values = {option.value for option in poll.options}
    total = sum(given.values())
    if not set(given) <= values or min(given.values(), default=0) < 0 or not total:
        return Verdict.NO_OPTION
    if total > max(1, poll.dots):
        return Verdict.TOO_MANY if poll.dots else Verdict.NO_OPTION
    return None
