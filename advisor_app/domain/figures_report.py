"""What a laptop reports of its figures, and how several reports become one without counting a booking twice.

A booking is told by a plain digest of its id. Ids are random (UUID version 7: 74 random bits), so nobody finds the id
by trying, and the id says nothing about the booking. A salt would have to be the same for the whole house to let a
booking be known again that two colleagues had, and would then keep nothing secret that the randomness does not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from advisor_app.domain.figures import BookingFact

_BOOKING = b"beraterkoffer/report/booking/"
_PROFILE = b"beraterkoffer/report/profile/"
DIGITS = 32
"""Hex digits of a digest: 128 bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresReport:
    """The bookings of one profile at one moment (UTC, whole seconds); profile and bookings are told by digests."""

    profile: str
    made_at: datetime
    facts: tuple[BookingFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedReports:
    """Bookings of several reports, each once; ``doubles`` counts those that more than one of ``used`` had.

    ``replaced`` are reports for which there is a newer one of the same profile; ``used`` begins with the oldest.
    """

    facts: tuple[BookingFact, ...]
    used: tuple[FiguresReport, ...]
    replaced: int
    doubles: int


def report_of(profile: str, made_at: datetime, facts: Iterable[BookingFact]) -> FiguresReport:
    """The report of a profile (by id) on its bookings (by id)."""
    told = (fact._replace(booking=_digest(_BOOKING, fact.booking)) for fact in facts)
    return FiguresReport(
        profile=_digest(_PROFILE, profile),
        made_at=made_at.replace(microsecond=0),
        facts=tuple(sorted(told, key=lambda fact: fact.booking)),
    )


def merge_reports(reports: Sequence[FiguresReport]) -> MergedReports:
    """Put reports together, in whatever order: of a profile the newest, of a booking what the newest of those says."""
    newest: dict[str, FiguresReport] = {}
    for report in reports:
        known = newest.get(report.profile)
        if known is None or _age(known) < _age(report):
            newest[report.profile] = report
    used = sorted(newest.values(), key=_age)
    facts = {fact.booking: fact for report in used for fact in report.facts}  # newer ones replace older ones
    return MergedReports(
        facts=tuple(facts[name] for name in sorted(facts)),
        used=tuple(used),
        replaced=len(reports) - len(used),
        doubles=sum(len(report.facts) for report in used) - len(facts),
    )


def _age(report: FiguresReport) -> tuple[datetime, str, str]:
    """The same order on every laptop, also for reports of the same second."""
    return report.made_at, report.profile, repr(report.facts)


def _digest(kind: bytes, name: str) -> str:
    return hashlib.sha256(kind + name.encode()).hexdigest()[:DIGITS]
