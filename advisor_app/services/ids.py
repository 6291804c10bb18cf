"""Fresh identifiers."""

from __future__ import annotations

from uuid_utils import uuid7


def new_id() -> str:
    """A UUID of version 7: unique on every laptop, ordered by time."""
    return str(uuid7())
