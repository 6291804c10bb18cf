"""The recovery code: 26 characters that open a profile when everything else is lost.

130 random bits in Crockford's base 32, which has no letters that are mistaken for digits; spaces, hyphens and small
letters do not matter when it is typed.
"""

from __future__ import annotations

import secrets

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.keyslots import RandomSecret, SlotKind

LENGTH = 26
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS = (5, 5, 5, 5, 6)


def new_recovery_code() -> str:
    """A random code in groups: ``7KQ2M-…``."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(LENGTH))
    groups, start = [], 0
    for size in _GROUPS:
        groups.append(letters[start : start + size])
        start += size
    return "-".join(groups)


def recovery_secret(code: str) -> RandomSecret:
    """What opens the recovery slot; raises AdvisorError(RECOVERY_CODE_MISTYPED) for anything that is no code."""
    letters = spelled(code)
    if len(letters) != LENGTH or set(letters) - set(_ALPHABET):
        raise AdvisorError(Problem.RECOVERY_CODE_MISTYPED)
    return RandomSecret(SlotKind.RECOVERY, letters.encode())


def spelled(code: str) -> str:
    """What somebody typed, as it stands on the sheet, without what does not matter."""
    return "".join(code.split()).replace("-", "").replace("–", "").upper().translate(_MISTAKEN)
