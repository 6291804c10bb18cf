"""What was read from a workbook before anybody knows what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Unusable:
    """A cell whose content nobody should take, with the reason's key (``formula``, ``error-value``)."""

    key: str


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet: its rows from the first one on, the address of its first merged cells, and why it was not read whole."""

    title: str
    rows: tuple[tuple[Any, ...], ...]
    merged: str = ""
    fault: str = ""


def address(row: int, column: int) -> str:
    """The address of a cell by its row and column, both from 1 (``D17``)."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
