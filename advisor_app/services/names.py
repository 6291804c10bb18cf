"""Ids as people type them."""

from __future__ import annotations

from collections.abc import Iterable

from advisor_app.domain.errors import AdvisorError, Problem

FEWEST_LETTERS = 4


def named(text: str, ids: Iterable[str], problem: Problem) -> str:
    """The id that equals a text, or the only one that begins or ends with it; else raises AdvisorError(problem)."""
    every = tuple(ids)
    if text in every:
        return text
    found = [name for name in every if len(text) >= FEWEST_LETTERS and (name.startswith(text) or name.endswith(text))]
    if len(found) != 1:
        raise AdvisorError(problem, name=text)
    return found[0]
