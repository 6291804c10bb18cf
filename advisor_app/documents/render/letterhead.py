"""The logos at the head of a document's first page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL.Image import Image

from advisor_app.documents.branding import Logo
from advisor_app.documents.printed_image import fitted_image, printed_image, printed_size
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import PaperTheme
from advisor_app.override import override

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


@dataclass(frozen=True, slots=True)
class _ReadLogo:
    """A logo with its pixels as they are printed, and its size in points."""

    words: str
    image: Image
    size: tuple[float, float]


class LetterheadMaker:
    """Makes the heads of one document; each logo is read once, however many pages show it."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter, logos: Sequence[Logo]) -> None:
        self._theme = theme
        self._typesetter = typesetter
        self._logos = logos
        self._read: dict[float, tuple[_ReadLogo, ...]] = {}  # by the width of the text area

    def boxes(self, parent: Element, width: float, *, above_letter: bool) -> Sequence[LetterheadBox]:
        """The last logo stands right, others from the left on, all on the same middle line; no box without any.

        Raises AdvisorError(PICTURE_UNREADABLE).
        """
        logos = self._logos_for(width)
        if not logos:
            return ()
        height = max(logo.size[1] for logo in logos)
        placed: list[PlacedLogo] = []
        x = 0.0
        for index, logo in enumerate(logos):
            left = width - logo.size[0] if index == len(logos) - 1 else x
            element = parent.add("Figure", alternative=logo.words)
            placed.append(PlacedLogo(logo.image, element, left, (height - logo.size[1]) / 2, logo.size))
            x += logo.size[0] + self._theme.sheet.gutter
        head = LetterheadBox(
            height=0.0 if above_letter else height,
            after=0.0 if above_letter else self._theme.space(3),
            logos=tuple(placed),
        )
        return (head,)

    def _logos_for(self, width: float) -> tuple[_ReadLogo, ...]:
        if width not in self._read:
            self._read[width] = tuple(self._opened(logo, width) for logo in self._logos)
        return self._read[width]

    def _opened(self, logo: Logo, width: float) -> _ReadLogo:
        words = self._typesetter.plain(logo.words)
        image = printed_image(logo.content, words)
        size = printed_size(image, width * _GREATEST_SHARE, _GREATEST_HEIGHT)
        return _ReadLogo(words, fitted_image(image, size[0]), size)
