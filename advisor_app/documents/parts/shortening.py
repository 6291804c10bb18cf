"""Words cut to a length where a page has no room for more."""

from __future__ import annotations

_ELLIPSIS = "…"
_WORD_SHARE = 0.6
"""The end is put between two words unless that would lose more than the rest of this share."""


def shortened(text: str, letters: int) -> str:
    """The text on one line, of at most so many letters; what was cut is marked with an ellipsis."""
    plain = " ".join(text.split())
    if len(plain) <= letters:
        return plain
    kept = plain[: letters - 1]
    blank = kept.rfind(" ")
    if blank >= letters * _WORD_SHARE:
        kept = kept[:blank]
    return kept.rstrip(" ,;:–-") + _ELLIPSIS
