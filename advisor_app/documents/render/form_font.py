"""The typeface of fields, as every program knows how to type with it: WinAnsi, embedded whole as it is small."""

from __future__ import annotations

from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfbase.ttfonts import TTFontFile

from advisor_app.resources_folder import resources_folder

FORM_FONT = "BeraterkofferForm"
"""Its name; made from Source Sans 3 by ``installers/form_font.py``."""

ENCODING = "cp1252"
_FIRST, _LAST = 32, 255
_SYMBOLS_NO = 32  # flag of a font whose characters all belong to the standard Latin ones
_STEM = 84  # width of upright strokes; ReportLab does not tell it


@cache
def _face() -> TTFontFile:
    return TTFontFile(str(resources_folder() / "fonts" / f"{FORM_FONT}.ttf"))


def width_of(text: str, size: float) -> float:
    """Width in points of what fields can show of a text."""
    widths = _widths()
    return sum(widths[code - _FIRST] for code in text.encode(ENCODING, "replace") if code >= _FIRST) * size / 1000


@cache
def _widths() -> tuple[int, ...]:
    face = _face()
    codes = (bytes([code]).decode(ENCODING, "replace") for code in range(_FIRST, _LAST + 1))
    return tuple(round(face.charWidths.get(ord(character), face.defaultWidth)) for character in codes)


def embed_form_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Put the typeface into a file."""
    face = _face()
    data = (resources_folder() / "fonts" / f"{FORM_FONT}.ttf").read_bytes()
    name = Name(f"/{FORM_FONT}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLS_NO,
        FontBBox=Array([round(value) for value in face.bbox]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capHeight),
        StemV=_STEM,
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=name,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array(list(_widths())),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )
