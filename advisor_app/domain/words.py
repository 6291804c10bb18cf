"""Free text with the audience that may read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
