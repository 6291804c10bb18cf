"""Entries of the minutes in words and icons, as every part of the window shows them."""

from __future__ import annotations

from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.minutes_line import KEYS
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date

ICONS = {
    EntryKind.NOTE: "notebook-pen",
    EntryKind.DECISION: "badge-check",
    EntryKind.TASK: "square-check",
    EntryKind.OPEN_POINT: "circle-dot",
    EntryKind.PARKED: "bookmark",
    EntryKind.QUOTE: "quote",
}

LETTERS = {kind: letter.upper() for letter, kind in KEYS.items()}
"""The letter that chooses a kind."""


def kind_words(kind: EntryKind, texts: Texts) -> str:
    """What a kind of entry is called."""
    return texts(f"minutes.kind.{kind.value}")


def who_and_until(entry: MinutesEntry, texts: Texts) -> str:
    """``Bauamt · bis 30.09.2026``; empty where neither is known."""
    until = "" if entry.until is None else texts("documents.until", day=format_date(entry.until, texts.language))
    return " · ".join(filter(None, (entry.who.strip(), until)))
