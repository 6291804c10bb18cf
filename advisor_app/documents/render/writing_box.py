"""Boxes that people write on."""

from __future__ import annotations

from dataclasses import dataclass

from advisor_app.documents.render.box import Box
from advisor_app.documents.render.panel_box import GridBox
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface, TickPlace
from advisor_app.documents.render.text_box import TextBox
from advisor_app.override import override


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingBox(Box):
    """Lines at the same distance, ``pitch`` points, with a label in the room of the first."""

    label: TextBox
    element: Element
    pitch: float
    count: int
    width: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        self.label.draw(surface, x, y)
        heights = (y + index * self.pitch for index in range(1, self.count + 1))
        surface.writing_lines(self.element, x, heights, self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class TickListBox(Box):
    """Boxes to tick beside their texts."""

    grid: GridBox
    ticks: tuple[TickPlace, ...]
    size: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        surface.tick_boxes((TickPlace(tick.element, x + tick.x, y + tick.y) for tick in self.ticks), self.size)
        self.grid.draw(surface, x, y)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBox(Box):
    """Lines to sign on, all at the height ``line``, with their labels below."""

    labels: GridBox
    elements: tuple[Element, ...]
    line: float
    width: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        self.labels.draw(surface, x, y)
        for placed, element in zip(self.labels.texts, self.elements, strict=True):
            surface.writing_lines(element, x + placed.x, (y + self.line,), self.width)
