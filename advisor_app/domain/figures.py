"""Figures of the portfolio: how many bookings were requested and how many are completed, cut in five ways.

The unit is the booking (one module for one commune). A request counts in the month it came, a completion in the month
it was completed, so that a year's figures hold what happened in that year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter
from typing import NamedTuple

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.folding import fold

_LONGEST_DISTRICT = 80
_STATES = {state.value: place for place, state in enumerate(BookingState)}


class Cut(Enum):
    """By what bookings are told apart."""

    MODULE = "module"
    DISTRICT = "district"
    MONTH = "month"
    PROGRAMME = "programme"
    STATE = "state"


class BookingFact(NamedTuple):  # thousands are made at once, and tuples are made faster than dataclasses
    """What is counted of one booking, told apart by ``booking``: its id, in a report file a digest of it.

    ``programme`` is empty where none pays. Months are ISO 8601 (``2021-08``) and empty where no day is known,
    ``completed`` also where the booking is not completed.
    """

    booking: str
    module: str
    district: str
    financing: Financing
    programme: str
    state: BookingState
    requested: str
    completed: str = ""


_ALL_BUT_ITS_NAME = itemgetter(slice(1, None))


@dataclass(frozen=True, slots=True)
class Count:
    """How many bookings were requested, and how many completed."""

    requests: int = 0
    completed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.requests + other.requests, self.completed + other.completed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of one year (empty: of all) as a total and by every cut, each in the order in which it is read.

    What a booking does not say stands last, under an empty key.
    """

    year: str
    total: Count
    cuts: Mapping[Cut, Mapping[str, Count]]


def figures_of(facts: Iterable[BookingFact], year: str = "") -> Figures:
    """Count bookings, each once per cut, so that every cut adds up to the total."""
    tables: dict[Cut, dict[str, list[int]]] = {cut: defaultdict(lambda: [0, 0]) for cut in Cut}
    total = [0, 0]
    for (module, district, financing, programme, state, requested, completed), count in Counter(
        map(_ALL_BUT_ITS_NAME, facts)
    ).items():
        rows = (
            total,
            tables[Cut.MODULE][module],
            tables[Cut.DISTRICT][district],
            tables[Cut.PROGRAMME][programme or financing.value],
            tables[Cut.STATE][state.value],
        )
        if not year or requested[:4] == year:
            _add((*rows, tables[Cut.MONTH][requested]), 0, count)
        if state is BookingState.COMPLETED and (not year or completed[:4] == year):
            _add((*rows, tables[Cut.MONTH][completed]), 1, count)
    return Figures(year=year, total=Count(*total), cuts={cut: _ordered(cut, table) for cut, table in tables.items()})


def years_of(facts: Iterable[BookingFact]) -> tuple[str, ...]:
    """The years in which something was requested or completed, newest first."""
    months = {month for fact in facts for month in (fact.requested, fact.completed) if month}
    return tuple(sorted({month[:4] for month in months}, reverse=True))


def fitting_district(words: str) -> str:
    """The name of a district as it is counted and handed out: one short line that no spreadsheet takes for a formula.

    Districts of own communes are typed by hand.
    """
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return line[:_LONGEST_DISTRICT].rstrip() if line[:1].isalpha() else ""


def _add(rows: Iterable[list[int]], place: int, count: int) -> None:
    for row in rows:
        row[place] += count


def _ordered(cut: Cut, table: Mapping[str, Sequence[int]]) -> dict[str, Count]:
    def place(key: str) -> tuple[bool, int, str]:
        known = _STATES.get(key, 0) if cut is Cut.STATE else 0
        return (not key, known, fold(key))

    return {key: Count(*table[key]) for key in sorted(table, key=place) if any(table[key])}
