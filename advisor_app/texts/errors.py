"""The sentence a user reads for a problem."""

from __future__ import annotations

import errno
import os
import re

from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.words import unsteered
from advisor_app.texts import Texts

_LONGEST_QUOTE = 80
_QUOTE = re.compile(rf"([„“])([^„“”]{{{_LONGEST_QUOTE + 1},}})([“”])")


_SYSTEM_REASONS = {
    os.strerror(number): key
    for number, key in {
        errno.ENOENT: "not-found",
        errno.EISDIR: "folder",
        errno.ENOTDIR: "no-folder",
        errno.EACCES: "forbidden",
        errno.EPERM: "forbidden",
        errno.EROFS: "read-only",
        errno.ENOSPC: "full",
        errno.EIO: "drive",
        errno.EINVAL: "no-file",
    }.items()
}
"""What the system calls a fault → what users call it; other words of the system stay."""


def sentence(error: AdvisorError, texts: Texts, place: str = "errors") -> str:
    """What happened, what was kept and what to do, in one line; what a file says is quoted in part where it is long.

    ``place`` is a table of its own for where another thing is to be done; what it lacks is taken from the common one.
    """
    defaults = {"file": "–", "line": "–", "reason": "–", "name": "–", "value": "–"}
    details = {name: _shortened(name, _worded(name, value, texts)) for name, value in error.details.items()}
    key = f"{place}.{error.problem.value}"
    known = key if key in texts else f"errors.{error.problem.value}"
    return texts(known, **{**defaults, **details})


def _worded(name: str, value: str | int, texts: Texts) -> str | int:
    key = _SYSTEM_REASONS.get(value) if name == "reason" and isinstance(value, str) else None
    return value if key is None else texts(f"reasons.{key}")


def _shortened(name: str, value: str | int) -> str | int:
    if not isinstance(value, str):
        return value
    value = unsteered(value, "\N{REPLACEMENT CHARACTER}")
    if name in {"file", "folder"}:
        return value
    if name == "reason":
        return _QUOTE.sub(lambda match: f"{match[1]}{match[2][:_LONGEST_QUOTE]}…{match[3]}", value)
    return value if len(value) <= _LONGEST_QUOTE else f"{value[:_LONGEST_QUOTE]}…"
