"""What an independent validator says of a file."""

from __future__ import annotations

import re
from typing import Literal

import page

Profile = Literal["ua1", "2a"]
"""Accessible (PDF/UA-1), and kept for decades (PDF/A-2a)."""


def complaints(data: bytes, profile: Profile) -> list[str]:
    """Rules that a file breaks, in the validator's words; none where it follows the standard."""
    report = page.validate_pdf_bytes(data, profile=profile, limits=page.SafetyLimits.unlimited())
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    assert report.is_compliant == (not found)
    if _streams_end_where_they_say(data):
        found = [complaint for complaint in found if not complaint.startswith(_FALSE_ALARM)]
    return found


_FALSE_ALARM = "PDFA2A-STREAM-LENGTH-001"
"""Version 0.11 takes a carriage return that ends packed bytes for a part of the line end behind them."""

_STREAM = re.compile(rb"\d+ 0 obj\n<<((?:(?!endobj).)*?)>>\nstream\n", re.DOTALL)


def _streams_end_where_they_say(data: bytes) -> bool:
    """Whether behind each stream's length, and no byte earlier or later, stands the word that ends it."""
    place, count = 0, 0
    while (stream := _STREAM.search(data, place)) is not None:
        length = re.search(rb"/Length (\d+)", stream[1])
        assert length is not None
        place, count = stream.end() + int(length[1]), count + 1
        if not data.startswith(b"\nendstream", place):
            return False
    return count > 0
