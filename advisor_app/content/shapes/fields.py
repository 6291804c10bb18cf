"""The parts of a description: values that a key may have, keys with their words for authors, and tables within tables.

Headings and explanations are German as the packs are: authors read them in workbooks and in editors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

# What stands under a key


@dataclass(frozen=True, slots=True)
class Prose:
    """A text, with the most letters it may have where there is a limit."""

    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Id:
    """An id: letters and digits in parts that are joined with dots or hyphens."""


@dataclass(frozen=True, slots=True)
class Version:
    """A semantic version."""


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number within bounds."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Exact:
    """A decimal number."""


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false; false is left out."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list: what stands in TOML → what authors read."""

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A list of texts, of a given length or any, with the most words that one of them may have."""

    length: int | None = None
    may_be_empty: bool = False
    most_words: int | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """A list of ids, or of words out of a closed list."""

    words: tuple[str, ...] | None = None
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Integers:
    """A list of whole numbers, of a given length or any."""

    length: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A condition on answers, kind of commune or chosen area."""


@dataclass(frozen=True, slots=True)
class Versions:
    """A table of ids, each with the version that is needed at least."""


Kind = (
    Prose
    | Id
    | Version
    | Integer
    | Exact
    | Flag
    | Day
    | Clock
    | Choice
    | Paragraphs
    | Names
    | Integers
    | When
    | Versions
)

# Keys and tables


@dataclass(frozen=True, slots=True)
class Only:
    """A key has a meaning only where another key of the table is there, with one of these values if any are given."""

    key: str
    values: tuple[str, ...] = ()

    def holds(self, table: Mapping[str, Any]) -> bool:
        """Whether the key has a meaning in this table."""
        return self.key in table and (not self.values or table[self.key] in self.values)


@dataclass(frozen=True, slots=True)
class Field:
    """A key with its heading and explanation; ``translated`` ones may stand in overlays."""

    key: str
    kind: Kind
    heading: str
    about: str = ""
    required: bool = True
    only: Only | None = None
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A table of its own that stands at most once, as ``[rules]``; in a workbook its keys are columns."""

    key: str
    fields: tuple[Field, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of tables, as ``[[question]]``; a sheet of its own. ``inline`` ones are written on one line each."""

    key: str
    shape: Shape
    inline: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Tables under names out of a closed list, as ``[question.variant.LK]``; a sheet of its own."""

    key: str
    names: tuple[str, ...]
    heading: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Ladder:
    """Lists of texts of the same length that belong together item by item; a sheet of its own, a row for each item."""

    fields: tuple[Field, ...]
    heading: str
    sheet: str
    about: str
    length: int


Part = Field | Group | Rows | Named | Ladder


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its parts in the order in which they are written.

    ``sheet`` and ``about`` name and explain its sheet. ``mark`` is the key by which rows of other sheets name it,
    ``marked`` their heading for it. ``one_of``: exactly one of these keys has to be there.
    """

    parts: tuple[Part, ...]
    sheet: str = ""
    about: str = ""
    mark: str = ""
    marked: str = ""
    one_of: tuple[str, ...] = ()

    def fields(self) -> Iterator[Field]:
        """The keys that hold plain values."""
        return (part for part in self.parts if isinstance(part, Field))

    def field(self, key: str) -> Field:
        """The field of a key."""
        return next(part for part in self.fields() if part.key == key)


@dataclass(frozen=True, slots=True)
class FileShape:
    """A file of a pack; files of ``base_only`` stand in the pack ``base`` alone."""

    name: str
    shape: Shape
    about: str
    base_only: bool = False


def choice(kind: type[Enum], *words: str) -> Choice:
    """A closed list out of an enumeration, with the words that authors read in its order."""
    return Choice(dict(zip((member.value for member in kind), words, strict=True)))
