"""How a hash is told to people: its beginning, by which copies can be compared."""

from __future__ import annotations

_SHOWN_DIGITS = 12


def digest_words(digest: str) -> str:
    """The beginning of a SHA-256 in hexadecimal digits (SHA-256 2118466af721 …)."""
    return f"SHA-256 {digest[:_SHOWN_DIGITS]} …"
