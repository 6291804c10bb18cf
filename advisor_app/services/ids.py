"""Fresh identifiers."""

from __future__ import annotations

import secrets

from uuid_utils import uuid7

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters that nobody takes for one another on a bad copy."""


def new_id() -> str:
    """A UUID of version 7: unique on every laptop, ordered by time."""
    return str(uuid7())


def new_form_number() -> str:
    """A number that is printed on a form (7K3Q-9F2D): short enough to be read out, and hardly ever given twice."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
