"""A JSON table that knows its own hash: a flipped bit in it is noticed, and is not taken for something else."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_CHECK = "check"


def encoded_table(table: dict[str, Any]) -> bytes:
    """The table with its hash, as a file's content."""
    return json.dumps({**table, _CHECK: _hash_of(table)}, indent=1).encode()


def check_table(table: dict[str, Any]) -> None:
    """Take the hash out of a table that was read; raises ValueError where it is another table's.

    One without a hash was written by an early version of the program.
    """
    found = table.pop(_CHECK, None)
    if found is not None and found != _hash_of(table):
        raise ValueError


def _hash_of(table: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(table, sort_keys=True).encode()).hexdigest()
