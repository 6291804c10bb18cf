"""Folders named by the second at which they were made: ``2026-09-14T06-00-00Z``, further ones of it with ``-2``."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_FORMAT = "%Y-%m-%dT%H-%M-%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(-\d{1,3})?")


def stamp_of(at: datetime) -> str:
    """The name for an aware time."""
    return at.astimezone(UTC).strftime(_FORMAT)


def is_stamp(name: str) -> bool:
    """Whether a folder has such a name."""
    return _NAME.fullmatch(name) is not None


def time_of(name: str) -> datetime | None:
    """The time in such a name, None in any other."""
    match = _NAME.fullmatch(name)
    try:
        return None if match is None else datetime.strptime(match[1], _FORMAT).replace(tzinfo=UTC)
    except ValueError:  # the 31st of February
        return None
