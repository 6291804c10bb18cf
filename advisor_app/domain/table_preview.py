"""What a foreign table would do, row by row, before anything is taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from advisor_app.domain.column_mapping import CellFault

Taken = TypeVar("Taken")


class RowFate(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    ASKED = "asked"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """A row as it was understood: its words by field, what becomes of it, and why.

    ``faults`` are those of its cells, ``remark`` a sentence on the row as a whole.
    """

    line: int
    fate: RowFate
    words: Mapping[str, str]
    faults: tuple[CellFault, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowQuestion:
    """Something that rows leave open: the word that means several things, and what it may mean, by value and title.

    ``lines`` says how many rows wait for the answer.
    """

    word: str
    options: tuple[tuple[str, str], ...]
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview(Generic[Taken]):
    """All rows of a table, what they leave open, and what is taken in of those that are new or changed."""

    rows: tuple[PreviewRow, ...]
    taken: tuple[Taken, ...] = ()
    questions: tuple[RowQuestion, ...] = field(default=())

    def count(self, fate: RowFate) -> int:
        """How many rows have this fate."""
        return Counter(row.fate for row in self.rows)[fate]

    @property
    def count_taken(self) -> int:
        """How many rows come in."""
        return self.count(RowFate.NEW) + self.count(RowFate.CHANGED)

    @property
    def is_nothing_new(self) -> bool:
        """Whether there is nothing to take in."""
        return not self.taken
