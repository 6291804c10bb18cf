"""Where the fields of a form lie, kept while pages are drawn and made into widgets when they are finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.render.structure import Element

Place: TypeAlias = tuple[float, float, float, float]
"""Left, lower, right and upper edge of a rectangle, counted from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a choice by its index, with the words it is ticked by (for those who hear it alone)."""

    field: ChoiceField
    index: int
    words: str

    @property
    def name(self) -> str:
        """What the form stores for it."""
        return self.field.field.options[self.index]

    @property
    def ticked(self) -> bool:
        """Whether it is ticked from the beginning."""
        return self.field.options[self.index].ticked


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field, or one option of it, on a page."""

    page: int
    element: Element
    field: Option | TextField
    place: Place
