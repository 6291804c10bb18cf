"""Photos and logos on paper."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from advisor_app.documents.paper_blocks import Picture
from advisor_app.documents.printed_image import fitted_image, image_file, printed_image, printed_size
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.override import override

_LINE = 0.5
"""How far the line around a picture stands off it, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBox(Box):
    """A picture, so wide and high as it is drawn."""

    image: BytesIO
    element: Element
    width: float
    outlined: bool = False

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        if self.outlined:
            around = (x - _LINE, y - _LINE, self.width + 2 * _LINE, self.height + 2 * _LINE)
            surface.panel(around, _LINE, "paper", "line")
        surface.picture(self.image, self.element, x, y, (self.width, self.height))


def picture_box(picture: Picture, parent: Element, width: float, words: str, space: float) -> PictureBox:
    """A picture in its own proportions, at most so wide; raises AdvisorError(PICTURE_UNREADABLE)."""
    image = printed_image(picture.content, words)
    drawn = printed_size(image, width, picture.greatest_height)
    return PictureBox(
        height=drawn[1],
        before=space,
        after=space,
        image=image_file(fitted_image(image, drawn[0]), picture.content),
        element=parent.add("Figure", alternative=words),
        width=drawn[0],
        outlined=picture.outlined,
    )
