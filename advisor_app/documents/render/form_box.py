"""Boxes of forms: options to tick and fields to write in. What one fills in is added to the finished pages."""

from __future__ import annotations

from dataclasses import dataclass

from advisor_app.documents.form_blocks import TextField
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.field_place import Option
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.text_box import TextBox
from advisor_app.override import override

CIRCLE = 11.0
"""Diameter of an option's circle, large enough for a pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionBox(Box):
    """A circle, its mark and its words beside it."""

    option: Option
    element: Element
    mark: TextBox | None
    text: TextBox

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        first = self.text.leading
        surface.field(self.option, self.element, (x, y + (first - CIRCLE) / 2, CIRCLE, CIRCLE))
        if self.mark is not None:
            self.mark.draw(surface, x, y)
        self.text.draw(surface, x, y)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRowBox(Box):
    """Options side by side, each ``width`` points wide."""

    options: tuple[OptionBox, ...]
    width: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        for index, option in enumerate(self.options):
            option.draw(surface, x + index * self.width, y)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFieldBox(Box):
    """A field to write in under its label, with its unit beside it."""

    field: TextField
    element: Element
    label: TextBox | None
    unit: TextBox | None
    width: float
    depth: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        if self.label is not None:
            self.label.draw(surface, x, y)
        top = y + self.height - self.depth
        place = (x, top, self.width, self.depth)
        # The frame belongs to the page: some programs draw a field anew without it.
        surface.panel(place, surface.theme.tokens.radius["level"], "paper", "line_strong")
        surface.field(self.field, self.element, place)
        if self.unit is not None:
            self.unit.draw(surface, x, top + (self.depth - self.unit.height) / 2)
