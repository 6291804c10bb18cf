"""What a record from elsewhere may hold: values that this program could have written, and that its work can bear.

One place for everything that comes in from a file. The types are right already when this is asked; here it is about
what types do not say: levels, years, amounts, lengths, letters, names that could be paths.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from advisor_app.domain.agenda import LONGEST_STEP
from advisor_app.domain.amounts import MOST_CENTS
from advisor_app.domain.case import Person
from advisor_app.domain.commune import Commune
from advisor_app.domain.errors import Problem
from advisor_app.domain.foundations import MAXIMUM_LEVEL, MOST_VOTES
from advisor_app.domain.free_text import NO_FREE_TEXT
from advisor_app.domain.months import is_near
from advisor_app.domain.words import LONGEST_LINE, typed

LONGEST_TEXT = 500_000
"""Letters of one text; a book has as many."""
LONGEST_LIST = 2_000
LONGEST_NAME = 200

_ANY = range(-MOST_CENTS, MOST_CENTS + 1)
_MOST_DIGITS = 20
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?", re.ASCII)
_NO_NAME = re.compile(r"[/\\]|^\.")

_LEVELS = range(MAXIMUM_LEVEL + 1)
_RANGES: Mapping[str, range] = {
    "level": _LEVELS,
    "rating": range(1, 6),
    "counts": range(MOST_VOTES + 1),
    "unknown": range(MOST_VOTES + 1),
    "present": range(MOST_VOTES + 1),
    "minutes": range(LONGEST_STEP + 1),
    "minimum_minutes": range(LONGEST_STEP + 1),
    "ticked": range(1, 1_000),
    "number": range(100_000),
    "communes": range(1, 10_000),
    "contingency_percent": range(1_001),
    "quota_percent": range(101),
    "internal_hours": range(10_000_000),
    "maturity.level": range(20),  # of a maturity model of services, which have scales of their own
}
"""What whole numbers may be, by the name of their field, or by that and the name of what it is in."""

_TYPED = frozenset({"media_type", "service_key", "file-plan-entry.number"})
"""Fields that are no free text and yet hold what somebody types: they are no names of anything here."""

_names: dict[Any, tuple[str, ...]] = {}  # thousands of records are of a few kinds


class ImplausibleError(ValueError):
    """A value that nobody can have entered; its words name the place, never the value.

    ``problem`` is what to tell who is about to enter it, ``most`` how many letters or entries there may be.
    """

    def __init__(self, place: str, problem: Problem, most: int = 0) -> None:
        super().__init__(place)
        self.problem = problem
        self.most = most


def is_id(text: str) -> bool:
    """Whether a text has the form of an id: letters, digits, dot, hyphen and underscore, at most a hundred."""
    return _ID.fullmatch(text) is not None


def check_id(text: str, place: str) -> None:
    """Raise ImplausibleError for what is no id."""
    if not is_id(text):
        raise ImplausibleError(place, Problem.NAME_ODD, LONGEST_NAME)


def check_name(text: str, place: str) -> None:
    """Raise ImplausibleError for what is no key of a record or of something in a content pack; it may be empty."""
    if len(text) > LONGEST_NAME or not text.isprintable() or _NO_NAME.search(text):
        raise ImplausibleError(place, Problem.NAME_ODD, LONGEST_NAME)


def check_text(text: str, place: str, longest: int = LONGEST_TEXT) -> None:
    """Raise ImplausibleError for a text that is too long or has letters that nobody types."""
    if len(text) > longest:
        raise ImplausibleError(place, Problem.TEXT_LONG, longest)
    if typed(text) != text:
        raise ImplausibleError(place, Problem.TEXT_LETTERS)


def check_person(person: Person) -> None:
    """Raise ImplausibleError for what nobody can be called or reached by."""
    check_id(person.id, "person")
    for words in (person.name, person.phone, person.email):
        check_text(words, "person", LONGEST_LINE)


def check_commune(commune: Commune) -> None:
    """Raise ImplausibleError for what no commune can be called; a name stands in one line wherever it is shown."""
    for words in (commune.name, commune.designation, commune.district, commune.source):
        check_text(words, "commune", LONGEST_LINE)
        if words.splitlines() not in ([], [words]):
            raise ImplausibleError("commune", Problem.TEXT_LETTERS)


def check_day(day: date, place: str) -> None:
    """Raise ImplausibleError for a day or an instant whose year is far from ours."""
    if not is_near(day):
        raise ImplausibleError(place, Problem.DATE_FAR)


def check_level(level: int, place: str) -> None:
    """Raise ImplausibleError for a level that there is not."""
    if level not in _LEVELS:
        raise ImplausibleError(place, Problem.NUMBER_FAR)


def check_record(value: object, place: str = "") -> None:
    """Raise ImplausibleError where a record, or anything in it, is what nobody can have entered."""
    if value is None or value == "" or isinstance(value, Enum | bool):
        return
    name = place.rpartition(".")[2]
    match value:
        case str() if name in NO_FREE_TEXT and _TYPED.isdisjoint((name, place)):
            check_name(value, place)
        case str():
            check_text(value, place)
        case int():
            _check_whole(value, name, place)
        case Decimal():
            _check_decimal(value, place)
        case datetime():
            check_instant(value, place)
        case date():
            check_day(value, place)
        case tuple():
            if len(value) > LONGEST_LIST:
                raise ImplausibleError(place, Problem.LIST_LONG, LONGEST_LIST)
            for item in value:
                check_record(item, place)
        case _:
            for field in _names_of(type(value)):
                check_record(getattr(value, field), f"{place}.{field}" if place else field)


def check_altered(before: object, after: object, place: str) -> None:
    """As ``check_record``, of what differs from an earlier value of the record: the rest was there already."""
    if type(before) is not type(after) or not (names := _names_of(type(after))):
        check_record(after, place)
        return
    for field in names:
        value = getattr(after, field)
        if value is not (was := getattr(before, field)) and value != was:
            check_record(value, f"{place}.{field}")


def _names_of(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a record; a time of day has none."""
    if kind not in _names:
        _names[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return _names[kind]


def check_instant(at: datetime, place: str) -> None:
    """Raise ImplausibleError for an instant without a zone, or whose year is far from ours."""
    check_day(at, place)
    if at.tzinfo is None:
        raise ImplausibleError(place, Problem.DATE_FAR)


def _check_whole(number: int, name: str, place: str) -> None:
    allowed = _RANGES.get(".".join(place.split(".")[-2:]), _RANGES.get(name, _ANY))
    if number not in allowed:
        raise ImplausibleError(place, Problem.NUMBER_FAR)


def _check_decimal(number: Decimal, place: str) -> None:
    exponent = number.as_tuple().exponent
    # Without an exponent it is no number at all, with a great one a few letters are a text of gigabytes.
    if not isinstance(exponent, int) or abs(exponent) > _MOST_DIGITS or abs(number) > MOST_CENTS:
        raise ImplausibleError(place, Problem.NUMBER_FAR)
