"""The logos at the head of a document's first page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL.Image import Image
from typing_extensions import override

from advisor_app.documents.branding import Logo
from advisor_app.documents.printed_image import fitted_image, printed_image, printed_size
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.theme import PaperTheme

_GREATEST_HEIGHT = 14.0
"""Millimetres that a logo is high at most."""

_GREATEST_SHARE = 0.42
"""Share of the text area that a logo is wide at most."""


@dataclass(frozen=True, slots=True)
class PlacedLogo:
    """A logo with the place of its upper left corner and its size."""

    image: Image
    element: Element
    x: float
    y: float
    size: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadBox(Box):
    """Logos on one line; above a letter they take no room, as its field stands lower anyway."""

    logos: tuple[PlacedLogo, ...]

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        for logo in self.logos:
            surface.picture(logo.image, logo.element, x + logo.x, y + logo.y, logo.size)


def letterhead_box(
    logos: Sequence[Logo], parent: Element, theme: PaperTheme, width: float, *, above_letter: bool
) -> LetterheadBox:
    """The last logo stands right, others from the left on, all on the same middle line."""
    images = [printed_image(logo.content, logo.words) for logo in logos]
    sizes = [printed_size(image, width * _GREATEST_SHARE, _GREATEST_HEIGHT) for image in images]
    height = max(size[1] for size in sizes)
    placed: list[PlacedLogo] = []
    x = 0.0
    for index, (logo, image, size) in enumerate(zip(logos, images, sizes, strict=True)):
        left = width - size[0] if index == len(logos) - 1 else x
        element = parent.add("Figure", alternative=logo.words)
        placed.append(PlacedLogo(fitted_image(image, size[0]), element, left, (height - size[1]) / 2, size))
        x += size[0] + theme.sheet.gutter
    return LetterheadBox(
        height=0.0 if above_letter else height,
        after=0.0 if above_letter else theme.space(3),
        logos=tuple(placed),
    )
