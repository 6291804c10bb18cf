"""A definition together with the table it was read from, so that a later check can name file and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from advisor_app.content.table import Table

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T_co]):
    """A definition and its table."""

    value: T_co
    table: Table


def read_entries(table: Table, key: str, read: Callable[[Table], T]) -> list[Entry[T]]:
    """Read every table of a list; keys that ``read`` did not ask for are noted."""
    entries = []
    for child in table.tables(key):
        entries.append(Entry(read(child), child))
        child.finish()
    return entries
