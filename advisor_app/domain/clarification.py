"""What the adviser decides about the Klärungsliste of an assessment; the list itself is computed, never stored."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """The adviser's hand in the list of an assessment (``id``): questions by their ids.

    ``pinned_questions`` are on the list whatever the program finds, ``removed_questions`` are not.
    ``question_order`` is the order by hand; what it does not name stands behind in the program's own order.
    """

    id: str
    pinned_questions: tuple[str, ...] = ()
    removed_questions: tuple[str, ...] = ()
    question_order: tuple[str, ...] = ()
