"""The shipped typeface as ReportLab embeds it, and the width of words set in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from advisor_app.resources_folder import resources_folder

FAMILY = "SourceSans3"


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of the typeface under the name ReportLab knows it by."""

    name: str

    def width(self, text: str, size: float) -> float:
        """Width of a text in points at a size in points."""
        return _em_width(self.name, text) * size


REGULAR = Face(f"{FAMILY}-Regular")
SEMIBOLD = Face(f"{FAMILY}-Semibold")
ITALIC = Face(f"{FAMILY}-Italic")


def face_for(weight: int, *, italic: bool = False) -> Face:
    """The cut for a weight; emphasis within emphasis stays upright, as there is no such cut."""
    if weight >= 600:
        return SEMIBOLD
    return ITALIC if italic else REGULAR


@cache
def register_fonts() -> frozenset[str]:
    """Make the typeface known to ReportLab; returns the characters that every cut can draw."""
    fonts = [TTFont(face.name, str(resources_folder() / "fonts" / f"{face.name}.ttf")) for face in _FACES]
    for font in fonts:
        pdfmetrics.registerFont(font)
    covered = set.intersection(*(set(font.face.charWidths) for font in fonts))
    return frozenset(map(chr, covered))


_FACES = (REGULAR, SEMIBOLD, ITALIC)


@lru_cache(maxsize=50_000)
def _em_width(name: str, text: str) -> float:
    """Width of a word as a share of the font size; the words of a document repeat, so the cache pays."""
    return float(pdfmetrics.stringWidth(text, name, 1.0))
