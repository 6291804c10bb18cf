"""Funding rules as packs define them: programmes, exceptions, their wording, and who may help to pay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from advisor_app.domain.foundations import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days on which a programme pays for a module, both ends included."""

    module: str
    valid_from: date
    valid_to: date | None
    reading: str = ""

    def is_open(self, on: date) -> bool:
        """Whether the day lies in the window."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class Counts(Enum):
    """Which date of a booking a programme looks at."""

    APPLICATION = "application"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A funding programme that pays for at most ``at_most`` of its modules per commune."""

    id: str
    short: str
    title: str
    counts: Counts
    modules: tuple[str, ...]
    at_most: int
    rule: str
    windows: tuple[Window, ...]
    as_of: date
    sources: tuple[str, ...]

    def knows(self, module: str) -> bool:
        """Whether it pays for a module, be it by exception."""
        return module in self.modules or any(window.module == module for window in self.windows)


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingException:
    """With ``with_module`` chosen, ``programme`` also pays ``module``; the excluded modules are then lost."""

    rule: str
    programme: str
    module: str
    with_module: str
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """The wording of a funding rule."""

    id: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A reading or an open question that belongs beside the rules."""

    id: str
    text: str
    sources: tuple[str, ...]
    certainty: Certainty


class SupportKind(Enum):
    """Own means, support in kind (not a grant), or funding."""

    OWN = "own"
    SUPPORT = "support"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Who may help to pay for a measure.

    Sums are in EUR, shares in whole percent, each None where no source names it: ``quota_percent`` for one commune,
    ``alliance_quota_percent`` for several together, ``commune_ceiling`` for each commune of a project,
    ``applications_to`` the last known day to apply. They are what is reckoned with; in words they stand in its facts.
    """

    id: str
    kind: SupportKind
    title: str
    note: str
    as_of: date
    sources: tuple[str, ...]
    valid_to: date | None = None
    minimum_grant: int | None = None
    maximum_grant: int | None = None
    quota_percent: int | None = None
    alliance_quota_percent: int | None = None
    commune_ceiling: int | None = None
    minimum_communes: int | None = None
    applications_to: date | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingRules:
    """Programmes, exceptions and their wording, versioned together."""

    version: str
    programmes: tuple[Programme, ...]
    exceptions: tuple[FundingException, ...]
    rules: Mapping[str, RuleText]
    hints: tuple[Hint, ...]
    supports: Mapping[str, Support]
