"""Widths of text, read from the shipped font files.

Screen and paper must break lines and place words alike, so neither painter measures: every position in a scene comes
from here, from the advance widths in the very files both painters draw with (no kerning, no ligatures, no hinting).
Reading the two tables takes some milliseconds once and leaves nothing to regenerate when the font changes.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from advisor_app.resources_folder import resources_folder

Weight = Literal[400, 600]
"""Regular or semibold; no other weight is shipped for charts."""

FONT_FILES: Mapping[Weight, str] = MappingProxyType(
    {400: "SourceSans3-Regular.ttf", 600: "SourceSans3-Semibold.ttf"},
)
"""File of each weight below ``resources/fonts``."""

_MISSING = "\N{WHITE SQUARE}"
_BLANKS = re.compile(" {2,}")
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff]*")
"""Letters of which each stays what it is, composed already: what nearly all texts are made of."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: advance width of each character and the height of capitals, as shares of the font size."""

    widths: Mapping[str, float]
    cap_height: float


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """The faces of the shipped font family."""

    faces: Mapping[Weight, Face]

    def width(self, text: str, size: float, weight: Weight = 400) -> float:
        """Width of drawable text at a font size, both in scene units; KeyError for a character without a glyph."""
        widths = self.faces[weight].widths
        return size * fsum(map(widths.__getitem__, text))  # Python's own sum rounds otherwise from 3.12 on

    def cap_height(self, size: float, weight: Weight = 400) -> float:
        """Height of capitals and figures above the baseline."""
        return size * self.faces[weight].cap_height

    def drawable(self, text: str) -> str:
        """The text on one line, composed, with a box for what the font cannot draw (an emoji, say)."""
        glyphs = self.faces[400].widths
        if not _PLAIN.fullmatch(text):
            text = "".join(map(_visible, unicodedata.normalize("NFC", text)))
        one_line = _BLANKS.sub(" ", text).strip(" ")
        if glyphs.keys() >= set(one_line):
            return one_line
        return "".join(character if character in glyphs else _MISSING for character in one_line)


def _visible(character: str) -> str:
    """The character; a blank for line breaks and controls, nothing for marks that stayed loose and for soft hyphens."""
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Me", "Mn"} else character


@cache
def load_font_metrics(folder: Path | None = None) -> FontMetrics:
    """Read the widths of the font files in a folder (the shipped ones by default); OSError where one is missing."""
    fonts = folder or resources_folder() / "fonts"
    return FontMetrics(MappingProxyType({weight: read_face(fonts / name) for weight, name in FONT_FILES.items()}))


def read_face(file: Path) -> Face:
    """Read a TrueType file's character map and advance widths; ValueError where it has no full Unicode map."""
    data = file.read_bytes()
    tables = dict(_table_offsets(data))
    (per_em,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (metric_count,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    (cap_height,) = struct.unpack_from(">h", data, tables[b"OS/2"] + 88)
    # Pairs of advance width and left bearing; glyphs after the last pair share its width.
    advances = struct.unpack_from(f">{metric_count * 2}h", data, tables[b"hmtx"])[::2]
    widths = {
        chr(code): advances[min(glyph, metric_count - 1)] / per_em
        for code, glyph in _character_map(data, tables[b"cmap"])
    }
    return Face(MappingProxyType(widths), cap_height / per_em)


def _table_offsets(data: bytes) -> Iterator[tuple[bytes, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        tag, _checksum, offset, _length = struct.unpack_from(">4sLLL", data, 12 + index * 16)
        yield tag, offset


def _character_map(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Code point and glyph of every character, from the full Unicode subtable (format 12)."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for index in range(count):
        (offset,) = struct.unpack_from(">L", data, cmap + 8 + index * 8)
        (layout,) = struct.unpack_from(">H", data, cmap + offset)
        if layout == 12:
            break
    else:
        raise ValueError("the font has no character map of format 12")
    (groups,) = struct.unpack_from(">L", data, cmap + offset + 12)
    for group in range(groups):
        first, last, glyph = struct.unpack_from(">LLL", data, cmap + offset + 16 + group * 12)
        for code in range(first, last + 1):
            yield code, glyph + code - first
