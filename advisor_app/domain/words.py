"""Free text with the audience that may read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Audience(Enum):
    """Who may read a note, reason, quote or dissent: each audience includes the ones before it."""

    INTERNAL = "intern"
    MINUTES = "Protokoll"
    REPORT = "Bericht"


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote; internal unless it is released."""

    text: str = ""
    audience: Audience = Audience.INTERNAL

    def __bool__(self) -> bool:
        """Whether there is anything but blanks."""
        return bool(self.text.strip())

    @property
    def for_report(self) -> str:
        """The text where it is released for a commune's report, else nothing."""
        return self.text if self.audience is Audience.REPORT else ""
