"""What participants are asked after a workshop: agreement from 1 to 5, and two answers in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor_app.domain.form import FieldType, FormField

if TYPE_CHECKING:
    from collections.abc import Mapping

RATINGS = ("organisation", "clarity", "use", "pace", "method", "recommendation")
"""What is rated, as the fact base lists it."""

WORDS = ("good", "better")
"""What is asked for in words (own assumption)."""

_HIGHEST = 5
_OPTIONS = tuple(f"r{rating}" for rating in range(1, _HIGHEST + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What one form says: ratings (1–5) and words by their names; what was left open is not there."""

    ratings: Mapping[str, int]
    words: Mapping[str, str]


def rating_field(name: str) -> FormField:
    """The field with a rating: ``f_organisation``."""
    return FormField(f"f_{name}", FieldType.CHOICE, _OPTIONS)


def words_field(name: str) -> FormField:
    """The field with words: ``t_good``."""
    return FormField(f"t_{name}", FieldType.TEXT)


def read_feedback(values: Mapping[str, str]) -> Feedback:
    """Ratings and words out of the fields of a returned form; what is none of them is left out."""
    ratings = {name: values.get(rating_field(name).name, "") for name in RATINGS}
    words = {name: values.get(words_field(name).name, "").strip() for name in WORDS}
    return Feedback(
        ratings={name: _OPTIONS.index(value) + 1 for name, value in ratings.items() if value in _OPTIONS},
        words={name: text for name, text in words.items() if text},
    )
