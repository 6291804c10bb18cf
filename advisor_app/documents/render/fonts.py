"""The shipped typeface as ReportLab embeds it, and the width of words set in it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder

FAMILY = "SourceSans3"

_PRIVATE_USE = "Co"


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
def register_fonts(folder: Path | None = None) -> frozenset[str]:
    """Make the typeface known to ReportLab; returns the characters that every cut can draw.

    Characters for private use are not among them: nobody could read them back. Raises AdvisorError(FONT_MISSING).
    """
    fonts = [_font(face, folder or resources_folder() / "fonts") for face in _FACES]
    for font in fonts:
        pdfmetrics.registerFont(font)
    covered = set.intersection(*(set(font.face.charWidths) for font in fonts))
    return frozenset(character for character in map(chr, covered) if unicodedata.category(character) != _PRIVATE_USE)


def _font(face: Face, folder: Path) -> TTFont:
    file = folder / f"{face.name}.ttf"
    try:
        return TTFont(face.name, str(file))
    except (OSError, TTFError) as error:
        raise AdvisorError(Problem.FONT_MISSING, file=str(file)) from error


_FACES = (REGULAR, SEMIBOLD, ITALIC)


@lru_cache(maxsize=50_000)
def _em_width(name: str, text: str) -> float:
    """Width of a word as a share of the font size; the words of a document repeat, so the cache pays."""
    return float(pdfmetrics.stringWidth(text, name, 1.0))
