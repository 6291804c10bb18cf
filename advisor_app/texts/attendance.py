"""Words about the list of participants."""

from __future__ import annotations

from collections.abc import Sequence

from advisor_app.texts import Texts

_MOST_NAMED = 5


def doubled_words(names: Sequence[str], texts: Texts) -> str:
    """Who stands on the list more than once, and what can be done about it; empty where nobody does."""
    if not names:
        return ""
    named, rest = names[:_MOST_NAMED], len(names) - _MOST_NAMED
    who = texts.joined(named) if rest <= 0 else texts("documents.and-more", names=", ".join(named), count=rest)
    return texts("minutes.doubled", count=len(names), names=who)
