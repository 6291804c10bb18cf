"""A page within a frame: hairline all around, the five levels as a band at its head, what it says in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor_app.documents.render.box import Box, Stack, gap
from advisor_app.documents.render.surface import Surface
from advisor_app.override import override

_BAND = 8.0
_LEVELS = 5
_RISE = 0.42
"""Share of the free height that stays above: the middle as the eye sees it lies above the middle as it is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FramedBox(Box):
    """Boxes within a frame as wide as the text area and as high as the page."""

    stack: Stack
    foot: Stack
    width: float
    inset: float

    @override
    def opened(self) -> Sequence[Box]:
        return (*self.stack.boxes, *self.foot.boxes)

    @override
    def keys(self) -> Iterator[str]:
        yield from self.stack.keys()
        yield from self.foot.keys()

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        radius, between = surface.theme.tokens.radius["card"], surface.theme.space(1)
        surface.panel((x, y, self.width, self.height), radius, "paper", "line_strong")
        each = (self.width - 2 * self.inset - between * (_LEVELS - 1)) / _LEVELS
        for level in range(_LEVELS):
            left = x + self.inset + level * (each + between)
            place = (left, y + self.inset, each, _BAND)
            surface.panel(place, _BAND / 2, f"level.{level}.fill", f"level.{level}.stroke")
        head = 2 * self.inset + _BAND
        free = self.height - head - self.inset - self.stack.height - self.foot.height
        self.stack.draw(surface, x + self.inset, y + head + max(0.0, free * _RISE))
        self.foot.draw(surface, x + self.inset, y + self.height - self.inset - self.foot.height)


def framed(inner: Stack, foot: Stack, width: float, depth: float, inset: float) -> FramedBox:
    """Boxes in a frame as high as the page; where they are higher, the frame gives way to them."""
    needed = inner.height + gap(inner, foot) + foot.height + 3 * inset + _BAND
    return FramedBox(height=max(depth, needed), stack=inner, foot=foot, width=width, inset=inset)
