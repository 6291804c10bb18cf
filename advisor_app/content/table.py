"""A reader over one TOML table: hands out checked values and notes everything that is wrong with it.

A value that is missing or of the wrong type is noted and replaced by an empty one: one reading finds every flaw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from advisor_app.content.document import Document
from advisor_app.content.findings import Severity
from advisor_app.content.line_index import Place

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_ID = re.compile(r"[A-Za-zÄÖÜäöüß0-9]+(?:[.-][A-Za-zÄÖÜäöüß0-9]+)*")
_VERSION = re.compile(r"(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}")
_LONGEST_ID = 60
_MOST_FLAWS = 1000  # in a file: more of them nobody reads, and finding their lines would take minutes
_LARGEST_NUMBER = 10**12
_MOST_DECIMALS = 6


class Table:
    """One table of a file. Every key has to be asked for; ``finish`` notes the ones that were not."""

    def __init__(
        self, document: Document, data: dict[str, Any], place: Place = (), parent: Table | None = None
    ) -> None:
        self.document = document
        self.place = place
        self.sound = True
        self._data = data
        self._parent = parent
        self._unread = set(data)
        self._children: dict[str, list[Table]] = {}

    # What is wrong

    def flaw(self, problem: str, at: str | None = None, /, **details: str | int) -> None:
        """Note an error at a key of this table; ``problem``, the key and ``details`` make the sentence."""
        self.mark_unsound()
        self._note(problem, at, details, Severity.ERROR)

    def warn(self, problem: str, at: str | None = None, /, **details: str | int) -> None:
        """Note something that asks for a look but breaks nothing."""
        self._note(problem, at, details, Severity.WARNING)

    def mark_unsound(self) -> None:
        """Note that this table, and so the ones around it, have an error."""
        self.sound = False
        if self._parent is not None:
            self._parent.mark_unsound()

    def _note(self, problem: str, at: str | None, details: dict[str, str | int], severity: Severity) -> None:
        if len(self.document.flaws) >= _MOST_FLAWS:
            return
        if at is not None:
            details = {"key": at, **details}
        place = self.place if at is None else (*self.place, at)
        self.document.add_flaw(problem, self.document.line(self.place, at), details, severity, place)

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in sorted(self._unread):
            self.flaw("unknown-key", key)

    def ignore(self, *keys: str) -> None:
        """Pass over keys that cannot be judged."""
        self._unread.difference_update(keys)

    # Single values

    def __contains__(self, key: str) -> bool:
        """Whether the table has the key."""
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        """All keys of the table in order."""
        return iter(self._data)

    def text(self, key: str) -> str:
        """A text that is not empty."""
        return self._taken(key, _as_text, "wanted.text") or ""

    def text_or(self, key: str, default: str = "") -> str:
        """A text that may be left out, but not be empty."""
        return self.text(key) if key in self._data else default

    def id(self, key: str = "id") -> str:
        """An id: letters and digits in parts that are joined with dots or hyphens."""
        return self._taken(key, _as_id, "wanted.id") or ""

    def version(self, key: str = "version") -> str:
        """A semantic version (1.0.0)."""
        return self._taken(key, _as_version, "wanted.version") or ""

    def integer(self, key: str, low: int, high: int) -> int:
        """A whole number within bounds."""
        value = self._taken(key, _as_integer, "wanted.integer")
        if value is not None and not low <= value <= high:
            self.flaw("out-of-range", key, low=low, high=high)
        return low if value is None else value

    def integer_or(self, key: str, default: T, low: int, high: int) -> int | T:
        """A whole number that may be left out."""
        return self.integer(key, low, high) if key in self._data else default

    def decimal(self, key: str) -> Decimal:
        """An exact number."""
        return self._taken(key, _as_decimal, "wanted.decimal") or Decimal(0)

    def decimal_or_none(self, key: str) -> Decimal | None:
        """An exact number that may be left out."""
        return self.decimal(key) if key in self._data else None

    def flag(self, key: str) -> bool:
        """True or false; false where it is left out."""
        return key in self._data and bool(self._taken(key, _as_flag, "wanted.flag"))

    def day(self, key: str) -> date:
        """A date."""
        return self._taken(key, _as_day, "wanted.date") or date.min

    def day_or_none(self, key: str) -> date | None:
        """A date that may be left out."""
        return self.day(key) if key in self._data else None

    def clock(self, key: str) -> time:
        """A time of day."""
        return self._taken(key, _as_time, "wanted.time") or time()

    def member(self, key: str, kind: type[E]) -> E:
        """One of a fixed set of words."""
        word = self.text(key)
        members = {member.value: member for member in kind}
        if word in members:
            return members[word]
        if word:
            self.flaw("unknown-word", key, word=word, words=", ".join(members))
        return next(iter(kind))

    def members(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """At least one of a fixed set of words."""
        members = {member.value: member for member in kind}
        words = self.some_texts(key)
        for word in words:
            if word not in members:
                self.flaw("unknown-word", key, word=word, words=", ".join(members))
        return tuple(members[word] for word in words if word in members)

    # Lists and tables

    def texts(self, key: str, length: int | None = None) -> tuple[str, ...]:
        """A list of texts, none of them empty, of a given length or any."""
        return self._list(key, _as_text, "wanted.texts", length)

    def texts_or(self, key: str) -> tuple[str, ...]:
        """A list of texts that may be left out."""
        return self.texts(key) if key in self._data else ()

    def some_texts(self, key: str) -> tuple[str, ...]:
        """A list of at least one text."""
        found = self.texts(key)
        if not found and self._data.get(key) == []:
            self.flaw("empty-list", key)
        return found

    def integers(self, key: str, length: int | None = None) -> tuple[int, ...]:
        """A list of whole numbers, of a given length or any."""
        return self._list(key, _as_integer, "wanted.integers", length)

    def tables(self, key: str) -> list[Table]:
        """A list of tables, empty where it is left out."""
        if key not in self._children:
            self._children[key] = list(self._read_tables(key))
        return self._children[key]

    def table(self, key: str) -> Table | None:
        """A table, None where it is left out."""
        if key not in self._data:
            return None
        if key not in self._children:
            value = self._taken(key, _as_table, "wanted.table")
            self._children[key] = [] if value is None else [Table(self.document, value, (*self.place, key), self)]
        return next(iter(self._children[key]), None)

    def named_tables(self, key: str) -> dict[str, Table]:
        """Tables under names (``[question.variant.LK]``), empty where they are left out."""
        outer = self.table(key)
        if outer is None:
            return {}
        found = {name: outer.table(name) for name in outer}
        return {name: table for name, table in found.items() if table is not None}

    def _read_tables(self, key: str) -> Iterator[Table]:
        self._unread.discard(key)
        values = self._data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.flaw("wanted.tables", key)
            return
        for position, value in enumerate(values):
            yield Table(self.document, value, (*self.place, key, position), self)

    def _taken(self, key: str, convert: Callable[[Any], T | None], wanted: str) -> T | None:
        self._unread.discard(key)
        if key not in self._data:
            self.flaw("missing-key", key)
            return None
        value = self._data[key]
        if isinstance(value, str) and not value.strip():
            self.flaw("empty-text", key)
            return None
        converted = convert(value)
        if converted is None:
            self.flaw(wanted, key)
        return converted

    def _list(self, key: str, convert: Callable[[Any], T | None], wanted: str, length: int | None) -> tuple[T, ...]:
        values = self._taken(key, _as_list, wanted)
        if values is None:
            return ()
        found = tuple(value for value in map(convert, values) if value is not None)
        if len(found) < len(values):
            self.flaw(wanted, key)
        elif length is not None and len(found) != length:
            self.flaw("list-length", key, length=length, found=len(found))
        return found


def _as_text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None


def _as_id(value: Any) -> str | None:
    return value if isinstance(value, str) and is_id(value) else None


def _as_version(value: Any) -> str | None:
    return value if isinstance(value, str) and _VERSION.fullmatch(value) else None


def _as_integer(value: Any) -> int | None:
    return value if type(value) is int else None


def _as_flag(value: Any) -> bool | None:
    return value if type(value) is bool else None


def _as_day(value: Any) -> date | None:
    return value if type(value) is date else None


def _as_time(value: Any) -> time | None:
    return value if type(value) is time else None


def _as_list(value: Any) -> list[Any] | None:
    return value if isinstance(value, list) else None


def _as_table(value: Any) -> dict[str, Any] | None:
    return value if isinstance(value, dict) else None


def _as_decimal(value: Any) -> Decimal | None:
    """The number, where it is one that can be computed with in reasonable time and space."""
    if type(value) is int:
        return Decimal(value) if abs(value) < _LARGEST_NUMBER else None
    if not isinstance(value, Decimal) or not value.is_finite():
        return None
    exponent = value.as_tuple().exponent
    fits = value.adjusted() < len(str(_LARGEST_NUMBER)) and isinstance(exponent, int) and -exponent <= _MOST_DECIMALS
    return value if fits else None
