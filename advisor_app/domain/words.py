"""Free text with the audience that may read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

LONGEST_LINE = 2_000
"""Letters of who wrote a line of the log, where and why, and of what is kept of a person."""

# Letters that end or begin lines are in texts that somebody has pasted; all others only ever come from elsewhere.
# Compiled with the first text that is not printable, and not while the window is waited for.
_NEVER_TYPED = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"


def typed(text: str) -> str:
    """A text without the letters that nobody types: controls, as word processors give them along, and half letters."""
    # Printable text has none, and is told five times as fast.
    return text if text.isprintable() else re.sub(_NEVER_TYPED, "", text)


# What steers a terminal, and what turns the direction of a line around: names of files can have both.
_STEERING = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]"


def unsteered(text: str, mark: str = "") -> str:
    """A name from outside as it can be shown anywhere, with a mark in the place of each letter that steers."""
    return text if text.isprintable() else re.sub(_STEERING, mark, text)


class Audience(Enum):
    """Who may read a note, reason, quote or dissent: each audience includes the ones before it."""

    INTERNAL = "intern"
    MINUTES = "Protokoll"
    REPORT = "Bericht"

    def may_read(self, words: Audience) -> bool:
        """Whether what is released for ``words`` is released for this audience as well."""
        order = list(Audience)
        return order.index(self) <= order.index(words)


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote; internal unless it is released."""

    text: str = ""
    audience: Audience = Audience.INTERNAL

    def __bool__(self) -> bool:
        """Whether there is anything but blanks."""
        return bool(self.text.strip())

    def read_by(self, audience: Audience) -> Words:
        """These words where the audience may read them, else none; empty ones are for anybody."""
        return self if not self.text or audience.may_read(self.audience) else Words()

    @property
    def for_report(self) -> str:
        """The text where it is released for a commune's report, else nothing."""
        return self.text if self.audience is Audience.REPORT else ""
