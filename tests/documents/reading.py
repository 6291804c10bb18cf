"""Reading a PDF back: its words as a reader sees them, and as the tree of elements tells them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the package ships no types
from pypdfium2 import raw

from advisor_app.documents.blocks import ChipState, Document, Figure, LevelChip, Run, Steps
from advisor_app.documents.form_blocks import ChoiceField
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.render.characters import Characters
from advisor_app.documents.render.fonts import register_fonts
from tests.documents.check.tagged import tagged

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def squeezed(text: str) -> str:
    """Text without blanks, line ends and soft hyphens, which layout may put anywhere."""
    return re.sub(rf"[\s{SOFT_HYPHEN}\ufffe\u0002]", "", text)


def drawable(text: str) -> str:
    """A text as it can be drawn, on one line."""
    return " ".join(Characters(register_fonts()).clean(text).split())


def page_texts(data: bytes) -> list[str]:
    """What PDFium reads on each page."""
    with pdfium.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def all_text(data: bytes) -> str:
    """What PDFium reads on all pages, squeezed."""
    return squeezed("".join(page_texts(data)))


@dataclass(frozen=True, slots=True)
class Glyph:
    """Where one character stands, in points from the page's lower left corner."""

    page: int
    character: str
    left: float
    bottom: float
    right: float
    top: float


def glyphs(data: bytes) -> Iterator[Glyph]:
    """Every visible character of every page."""
    with pdfium.PdfDocument(data) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            edges = [ctypes.c_double() for _ in range(4)]
            left, right, bottom, top = edges
            for index in range(
                text.count_chars()
            ):  # hundreds of thousands: asked for without a text of one letter each
                character = chr(raw.FPDFText_GetUnicode(text, index))
                if character.strip("\0") and character.strip():
                    assert raw.FPDFText_GetCharBox(text, index, *edges)
                    yield Glyph(number, character, left.value, bottom.value, right.value, top.value)


def bookmarks(data: bytes) -> list[tuple[int, str, int]]:
    """Depth, title and page index of each bookmark."""
    with pdfium.PdfDocument(data) as document:
        found = []
        for item in document.get_toc():
            target = item.get_dest()
            assert target is not None
            index = target.get_index()
            assert index is not None
            found.append((item.level, item.get_title(), index))
        return found


# The tree of elements


@dataclass(frozen=True, slots=True)
class Told:
    """An element of the tree: its role, what it says with all that is in it, and its alternative."""

    role: str
    text: str
    alternative: str
    scope: str


def elements(data: bytes) -> tuple[Told, ...]:
    """All elements in reading order."""
    return _read(data)[0]


def untagged_text(data: bytes) -> tuple[str, ...]:
    """Text that stands neither in an element nor in an artifact."""
    return _read(data)[1]


@cache
def _read(data: bytes) -> tuple[tuple[Told, ...], tuple[str, ...]]:
    """A file's elements and what is in none, read once for all tests of it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        read = tagged(pdf)
        told = (
            Told(node.role, node.text, node.alternative, str(node.attributes.get("Scope", ""))[1:])
            for node in read.nodes()
        )
        return tuple(told), tuple(text for page in read.pages for text in page.loose)


# What a document should say


def story(document: Document, *, aloud: bool) -> Iterator[str]:
    """Every text of a document's blocks, squeezed; chips as their words where it is told ``aloud``, else as drawn."""
    characters = Characters(register_fonts())
    for block in document.blocks:
        for text in _texts(block, aloud=aloud):
            said = squeezed(characters.clean(text))
            if said:
                yield said


def _texts(value: object, *, aloud: bool) -> Iterator[str]:
    """Texts below a value; runs of one paragraph are one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        if value and all(isinstance(item, Run | LevelChip | TickBox) for item in value):
            yield "".join(item.text if isinstance(item, Run) else _chip(item, aloud=aloud) for item in value)
        else:
            for item in value:
                yield from _texts(item, aloud=aloud)
    elif isinstance(value, Steps):
        yield "".join(_texts(value.titles, aloud=aloud))
    elif isinstance(value, Figure):
        yield value.caption
    elif isinstance(value, ChoiceField):
        yield from (f"{option.mark} {option.text}" for option in value.options)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"summary", "words", "kind", "align", "field", "filled"}:
                yield from _texts(getattr(value, field.name), aloud=aloud)


def _chip(chip: LevelChip | TickBox, *, aloud: bool) -> str:
    if isinstance(chip, TickBox):
        return ""
    if aloud:
        return chip.words
    return chip.mark.value if isinstance(chip.mark, ChipState) else str(chip.mark)
