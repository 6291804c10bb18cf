"""Amounts of money as people and spreadsheets write them, exact to the cent."""

from __future__ import annotations

import re
from decimal import Decimal

MOST_CENTS = 10**13
"""A hundred thousand million euros: beyond every plan, and still exact in every number format."""

_PLAIN = re.compile(r"(\d{1,13})(?:[.,](\d{1,2}))?", re.ASCII)
_GROUPED = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?", re.ASCII)


def parse_amount(text: str) -> int | None:
    """Cents of ``4000``, ``2428.50``, ``2428,50``, ``4.000`` or ``2.428,50``; None for anything else."""
    match = _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)
    if match is None:
        return None
    cents = int(match[1].replace(".", "")) * 100 + int((match[2] or "0").ljust(2, "0"))
    return cents if cents <= MOST_CENTS else None


def format_amount(cents: int) -> str:
    """``4000`` or ``2428.50``."""
    euros, rest = divmod(cents, 100)
    return f"{euros}.{rest:02d}" if rest else str(euros)


def cents_of(amount: int | Decimal) -> int | None:
    """Cents of a number of euros; None where it is negative, too large or finer than a cent."""
    if not 0 <= amount <= MOST_CENTS // 100:
        return None
    cents = amount * 100
    return int(cents) if cents == int(cents) else None
