"""A commune among others, without anybody being able to tell which ones: the rule, which is our own assumption.

1. Only communes of the same kind and size class that have agreed, each with its latest assessment; never the commune
   itself and those it shares a case with, which whoever reads the figures knows already. A commune that was entered
   twice counts once, told by its name: five of the same name would be one. Communes that have become one count once,
   with the latest that any of them said and with the last word of any of them on its consent.
2. Never fewer than five, and always a full number of fives, in the order in which they agreed: so what one reads
   before and after somebody joins differs by five communes or by none, and the sixth cannot be told by subtraction.
   That holds for every single figure, as not everybody has a value for each.
3. Only median and quartiles, on half levels: no lowest and highest value, no mean, no list.
4. There is one cohort for a commune and a questionnaire; nobody can cut it in other ways.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.phases import MODULE_SCORE

FEWEST = 5
"""How many communes stand behind every figure at least, and in what steps they are counted."""

SIZE_LIMITS = (5_000, 10_000, 20_000, 50_000)
"""From how many people on the next size class begins; districts are one class of their own."""

MODULE = MODULE_SCORE
"""The module's value among the figures of a cohort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortConsent:
    """That a commune agreed to stand among others anonymously: since when, and in what function somebody said so.

    ``noted_by`` is the adviser who noted it; a consent that was withdrawn stays on record with that day.
    """

    given_on: date
    given_by: str = ""
    noted_by: str = ""
    withdrawn_on: date | None = None

    @property
    def holds(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_on is None

    @property
    def decided_on(self) -> date:
        """The day of the last word."""
        return self.withdrawn_on or self.given_on


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortFigure:
    """Where the others stand in one dimension or question (``code``; Q: the module), in half levels."""

    code: str
    lower: Decimal
    median: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortFigures:
    """What may be known of a cohort on a day: a full number of fives of communes, and their figures."""

    as_of: date
    communes: int
    kind: CommuneKind
    size_class: int
    figures: tuple[CohortFigure, ...]

    def figure(self, code: str) -> CohortFigure | None:
        """The figure of a dimension or question; None where too few have a comparable value."""
        return next((item for item in self.figures if item.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A commune that agreed on a day, with its comparable values by dimension, question and module.

    ``name`` is folded, so that it is the same however it was typed.
    """

    commune: str
    name: str
    agreed_on: date
    values: Mapping[str, Fraction]


def size_class(kind: CommuneKind, population: int | None) -> int | None:
    """The size class, from 0; None where nobody knows how many people live there."""
    if kind is CommuneKind.DISTRICT:
        return 0
    return None if population is None else bisect_right(SIZE_LIMITS, population)


def agreed(consents: Iterable[tuple[str, CohortConsent]]) -> Mapping[str, date]:
    """The communes whose last word is a consent, with its day; on one and the same day a withdrawal holds."""
    latest: dict[str, CohortConsent] = {}
    for commune, consent in consents:
        known = latest.get(commune)
        if known is None or (consent.decided_on, not consent.holds) > (known.decided_on, not known.holds):
            latest[commune] = consent
    return {commune: consent.given_on for commune, consent in latest.items() if consent.holds}


def without_namesakes(peers: Iterable[Peer], own: str) -> Iterator[Peer]:
    """Of those with one name the one that agreed first; none with the commune's ``own`` name (folded)."""
    seen = {own}
    for peer in sorted(peers, key=lambda peer: (peer.agreed_on, peer.commune)):
        if peer.name not in seen:
            seen.add(peer.name)
            yield peer


def full_fives(peers: Iterable[Peer]) -> tuple[Peer, ...]:
    """As many as make full fives, in the order in which they agreed."""
    ordered = sorted(peers, key=lambda peer: (peer.agreed_on, peer.commune))
    return tuple(ordered[: len(ordered) // FEWEST * FEWEST])


def cohort_of(
    peers: Sequence[Peer], codes: Iterable[str], kind: CommuneKind, size: int, as_of: date
) -> CohortFigures | None:
    """The figures of a cohort; None where there are too few communes."""
    members = full_fives(peers)
    if not members:
        return None
    found = []
    for code in codes:
        values = sorted(peer.values[code] for peer in full_fives(peer for peer in peers if code in peer.values))
        if values:
            found.append(
                CohortFigure(
                    code=code,
                    lower=_half(quantile(values, Fraction(1, 4))),
                    median=_half(quantile(values, Fraction(1, 2))),
                    upper=_half(quantile(values, Fraction(3, 4))),
                )
            )
    return CohortFigures(as_of=as_of, communes=len(members), kind=kind, size_class=size, figures=tuple(found))


def quantile(values: Sequence[Fraction], share: Fraction) -> Fraction:
    """The value below which a share of sorted values lies, with linear interpolation between two of them."""
    place = share * (len(values) - 1)
    below = floor(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def _half(value: Fraction) -> Decimal:
    """A value on half levels, halves of them upwards."""
    return Decimal(floor(value * 2 + Fraction(1, 2))) / 2
