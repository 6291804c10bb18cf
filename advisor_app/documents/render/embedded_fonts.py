"""Which typefaces a PDF carries along, and which it only names."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_not_embedded(content: bytes) -> tuple[str, ...]:
    """The names of the typefaces that a PDF uses and does not carry along, in order."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return tuple(sorted({str(font.get("/BaseFont", "?")) for font in _fonts(pdf) if not _is_embedded(font)}))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/Subtype" in item:
            yield item


def _is_embedded(font: Any) -> bool:
    """Whether a font brings its file, or leads to one that does, or draws its letters itself (Type 3)."""
    if font["/Subtype"] == "/Type3" or "/DescendantFonts" in font:
        return True
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and any(name in descriptor for name in _FILES)
