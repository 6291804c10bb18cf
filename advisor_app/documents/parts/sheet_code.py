"""The code in the foot of a sheet to write on: by it one that comes back from a pile is put where it belongs."""

from __future__ import annotations

import hashlib
from typing import Final

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: nothing that can be taken for something else
_LENGTH = 4


def sheet_code(module: str, case: str, matter: str) -> str:
    """``M4-7K3M-Q2XA``: the module, the case, and what is printed (a questionnaire with its version, a day)."""
    return "-".join((module, _short(case), _short(matter)))


def _short(words: str) -> str:
    digest = hashlib.sha256(words.encode()).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_LENGTH])
