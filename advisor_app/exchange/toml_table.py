"""A reader over one table of a TOML file that refuses the file at the first value that does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, NoReturn, TypeVar

import tomli

from advisor_app.content.line_index import Place, index_lines
from advisor_app.domain.amounts import cents_of
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.months import is_near, parse_end
from advisor_app.domain.plausibility import LONGEST_TEXT
from advisor_app.exchange.source_file import decode, refuse
from advisor_app.texts import Texts

E = TypeVar("E", bound=Enum)

# A key of hundreds of parts would keep tomli busy for minutes.
_ENDLESS_KEY = re.compile(r"(?<![A-Za-z0-9_.\"'-])(?:(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){200}")

_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


class TomlTable:
    """One table; whatever it refuses is told with the line of the key or of the table."""

    def __init__(self, source: TomlSource, data: Mapping[str, Any], place: Place) -> None:
        self._source = source
        self._data = data
        self._place = place

    @property
    def line(self) -> int:
        """The line of the table's header."""
        return self._source.line(self._place)

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys in the file's order."""
        return tuple(self._data)

    def refuse(self, key: str, problem: str, **details: str | int) -> NoReturn:
        """Refuse the file because of a key; ``problem`` and ``details`` make the reason."""
        reason = self._source.texts(f"exchange.toml.{problem}", key=key, **details)
        refuse(self._source.file, self._source.line((*self._place, key)), reason)

    def only(self, *allowed: str) -> None:
        """Refuse keys that have no meaning."""
        for key in self._data:
            if key not in allowed:
                self.refuse(key, "unknown-key")

    def expect(self, key: str) -> None:
        """Refuse a table without a key."""
        if key not in self._data:
            self.refuse(key, "missing-key")

    def text(self, key: str) -> str:
        """A text, empty where it is left out."""
        value = self._data.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, "wanted-text")
        if len(value) > LONGEST_TEXT:
            self.refuse(key, "too-long", limit=LONGEST_TEXT)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts without doubles."""
        values = self._data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            self.refuse(key, "wanted-texts")
        return tuple(dict.fromkeys(values))

    def number(self, key: str, low: int, high: int, default: int = 0) -> int:
        """A whole number within bounds."""
        value = self._data.get(key, default)
        if type(value) is not int or not low <= value <= high:
            self.refuse(key, "wanted-number", low=low, high=high)
        return value

    def amount(self, key: str) -> int:
        """EUR as cents."""
        value = self._data.get(key, 0)
        is_number = type(value) is int or (isinstance(value, Decimal) and value.is_finite())
        cents = cents_of(value) if is_number else None
        if cents is None:
            self.refuse(key, "wanted-amount")
        return cents

    def flag(self, key: str) -> bool:
        """True or false; false where it is left out."""
        value = self._data.get(key, False)
        if type(value) is not bool:
            self.refuse(key, "wanted-flag")
        return value

    def day(self, key: str) -> date | None:
        """A date, or a month as text for its last day; None where it is left out."""
        value = self._data.get(key)
        if isinstance(value, str):
            try:
                return parse_end(value)
            except AdvisorError:
                self.refuse(key, "wanted-day")
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime) or not is_near(value)):
            self.refuse(key, "wanted-day")
        return value

    def word(self, key: str, default: E) -> E:
        """One of a fixed set of words."""
        words = type(default)
        value = self._data.get(key, default.value)
        for word in words:
            if word.value == value:
                return word
        return self.refuse(key, "unknown-word", words=", ".join(str(word.value) for word in words))

    def table(self, key: str) -> TomlTable:
        """A table, empty where it is left out."""
        value = self._data.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, "wanted-table")
        return TomlTable(self._source, value, (*self._place, key))

    def tables(self, key: str) -> Iterator[TomlTable]:
        """A list of tables."""
        values = self._data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.refuse(key, "wanted-tables")
        for index, value in enumerate(values):
            yield TomlTable(self._source, value, (*self._place, key, index))


class TomlSource:
    """A whole file. Raises AdvisorError(FILE_FORMAT) where it is no TOML."""

    def __init__(self, data: bytes, file: str, texts: Texts) -> None:
        self.file = file
        self.texts = texts
        text = decode(data, file, texts, windows=False).replace("\r\n", "\n")
        if endless := _ENDLESS_KEY.search(text):
            refuse(file, text.count("\n", 0, endless.start()) + 1, texts("exchange.toml.nesting"))
        try:
            self._data = tomli.loads(text, parse_float=Decimal)
        except RecursionError:
            refuse(file, 1, texts("exchange.toml.nesting"))
        except (ValueError, ArithmeticError) as error:
            # Besides syntax errors: integers of thousands of digits and decimals beyond every exponent.
            position = _POSITION.search(str(error))
            line = int(position[1]) if position else text.rstrip("\n").count("\n") + 1
            refuse(file, line, texts("exchange.toml.syntax"))
        self._lines = index_lines(text)

    @property
    def root(self) -> TomlTable:
        """The outermost table."""
        return TomlTable(self, self._data, ())

    def line(self, place: Place) -> int:
        """The line of a key or table, else of the nearest one around it."""
        paths = (place[:end] for end in range(len(place), 0, -1))
        return next((self._lines[path] for path in paths if path in self._lines), 1)
