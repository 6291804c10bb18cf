"""Blanks at which no line ends: between a number and its unit or its name, and within short forms of two words."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

_UNITS = r"€|%|EUR|Euro|Uhr|min|h|km|Mio\.|Mrd\."
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_BEFORE_A_NUMBER = (
    r"Art\.",
    r"Abs\.",
    r"Nr\.",
    "EN",
    "Frage",
    "Modul",
    "Phase",
    "Stufe",
    "Schritt",
    "Seite",
    "Stand",
    "Tag",
)
_BEFORE_ONE_IN_ENGLISH = ("Level", "Module", "Page", "Question", "Step")

_BOUND = re.compile(
    "|".join(
        (
            rf"(?<=\d) (?=(?:{_UNITS})(?!\w))",
            rf"(?<=\d\.) (?=(?:{_MONTHS})\b)",
            r"(?<=\d) (?=\d{3}\b)",
            r"(?<=§) (?=\d)",
            *(rf"(?<=\b{word}) (?=\d)" for word in (*_BEFORE_A_NUMBER, *_BEFORE_ONE_IN_ENGLISH)),
            r"(?<=\bz\.) (?=B\.)|(?<=\bd\.) (?=h\.)|(?<=\bu\.) (?=a\.)",
        )
    )
)


def with_bound_blanks(text: str) -> str:
    """The text with a no-break space for each such blank: „EN 301 549“, „14. September“, „4.300 Euro“, „Phase 4“."""
    return _BOUND.sub(NO_BREAK, text)
