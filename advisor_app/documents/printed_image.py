"""Photos and logos as documents show them: in the colours of the screen, no larger than what a printer can tell."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image

from advisor_app.documents.theme import POINTS_PER_MILLIMETRE
from advisor_app.domain.errors import AdvisorError, Problem

_DOTS_PER_POINT = 220 / 72
"""Pixels of a printed point at most: what a laser printer shows of a photo."""

_FEWEST_DOTS_PER_POINT = 110 / 72
"""Pixels of a printed point at least: a small picture is not blown up."""


_FORMATS: Final = ("JPEG", "PNG")
"""What photos and logos are kept as. A case may come from elsewhere: nothing that runs a program (EPS) is opened."""

_JPEG = b"\xff\xd8\xff"
"""How a JPEG file begins."""

_PHOTO_QUALITY = 85
"""Of JPEG, 1 to 95: handwriting on flipcharts stays sharp on paper."""

_MOST_PIXELS = 89_000_000
"""Pictures with more pixels are not decoded."""


def printed_image(content: bytes, words: str) -> Image.Image:
    """The pixels of a file; raises AdvisorError(PICTURE_UNREADABLE) where it holds none that can be borne."""
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height <= _MOST_PIXELS:
                return _flattened(opened)
    except Exception as error:  # a hostile file may break its reader in any way
        raise AdvisorError(Problem.PICTURE_UNREADABLE, file=words) from error
    raise AdvisorError(Problem.PICTURE_UNREADABLE, file=words)


def printed_size(image: Image.Image, width: float, greatest_height: float) -> tuple[float, float]:
    """Width and height in points in the picture's own proportions; ``greatest_height`` is in millimetres."""
    scale = min(width / image.width, greatest_height * POINTS_PER_MILLIMETRE / image.height, 1 / _FEWEST_DOTS_PER_POINT)
    return image.width * scale, image.height * scale


def fitted_image(image: Image.Image, width: float) -> Image.Image:
    """The picture with no more pixels than it shows at a width in points."""
    pixels = max(1, round(width * _DOTS_PER_POINT))
    if pixels >= image.width:
        return image
    return image.resize((pixels, max(1, round(image.height * pixels / image.width))), Image.Resampling.LANCZOS)


def image_file(image: Image.Image, content: bytes) -> BytesIO:
    """The picture as a document keeps it: a photo (a JPEG file) as one, what is kept without loss as PNG.

    Forty photos without loss would be some hundred megabytes, which no mail carries.
    """
    file = BytesIO()
    if content.startswith(_JPEG):
        image.save(file, "JPEG", quality=_PHOTO_QUALITY)
    else:
        image.save(file, "PNG")
    file.seek(0)
    return file


def _flattened(image: Image.Image) -> Image.Image:
    """The picture in the colours of the screen, on white where it is transparent."""
    if image.mode in {"RGBA", "LA", "PA", "P"}:
        coloured = image.convert("RGBA")
        ground = Image.new("RGB", coloured.size, "white")
        ground.paste(coloured, mask=coloured.getchannel("A"))
        return ground
    return image.convert("RGB")
