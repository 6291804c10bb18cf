"""What an independent validator says of a file."""

from __future__ import annotations

from typing import Literal

import page

Profile = Literal["ua1", "2a"]
"""Accessible (PDF/UA-1), and kept for decades (PDF/A-2a)."""


def complaints(data: bytes, profile: Profile) -> list[str]:
    """Rules that a file breaks, in the validator's words; none where it follows the standard."""
    report = page.validate_pdf_bytes(data, profile=profile)
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    assert report.is_compliant == (not found)
    return found
