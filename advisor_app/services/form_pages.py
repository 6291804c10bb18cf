"""Pages of a returned form as pictures, for those whose answers have to be typed; drawn in a process of its own."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from advisor_app.texts import Texts

MODULE = "advisor_app.ui.form_pages_drawer"
"""The drawer, which needs the window's libraries, by its name."""
MOST_PAGES = 20
WIDTH = 1_100
"""Pixels of a page's width."""
LONGEST = 4_000
"""Pixels of a page's height at most."""
HEAD = struct.Struct(">HH")
"""What comes before the pixels of a page: its width and height."""
_SECONDS = 20.0
_MEMORY = 1 << 30


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page in shades of grey, one byte for each pixel, line after line."""

    width: int
    height: int
    pixels: bytes


def draw_form_pages(file: Path, texts: Texts) -> tuple[PagePicture, ...]:
    """The first pages of a file from anybody; takes seconds, so not on the GUI thread.

    Raises AdvisorError: FILE_UNREADABLE, FORM_TOO_LARGE, FORM_NO_PDF where nothing of it can be drawn.
    """
    from advisor_app.exchange.returned_form import DRAW_FORM
    from advisor_app.exchange.returned_form.apart import Reader, read_apart
    from advisor_app.exchange.returned_form.limits import LIMITS, MEGABYTE
    from advisor_app.exchange.source_file import read_bytes

    try:
        data = read_bytes(file, texts, LIMITS.file)
    except AdvisorError as error:
        if error.problem is not Problem.FILE_TOO_LARGE:
            raise
        limit = LIMITS.file // MEGABYTE
        raise AdvisorError(Problem.FORM_TOO_LARGE, file=file.name, limit=limit) from error
    most = MOST_PAGES * (WIDTH * LONGEST + HEAD.size)
    pages = tuple(_pages(read_apart(Reader(MODULE, DRAW_FORM), data, _SECONDS, most)))
    if not pages:
        raise AdvisorError(Problem.FORM_NO_PDF, file=file.name)
    return pages


def confine_drawer() -> None:
    """Let the process that draws take no more than it is allowed."""
    from advisor_app.exchange.returned_form.apart import confine

    confine(math.ceil(_SECONDS), _MEMORY, reserves=True)  # PDFium


def _pages(said: bytes) -> list[PagePicture]:
    """The whole pages in what the drawer said, as far as it came."""
    pages: list[PagePicture] = []
    place = 0
    while len(pages) < MOST_PAGES and place + HEAD.size <= len(said):
        width, height = HEAD.unpack_from(said, place)
        place += HEAD.size
        pixels = said[place : place + width * height]
        if not 0 < width <= WIDTH or not 0 < height <= LONGEST or len(pixels) < width * height:
            break
        pages.append(PagePicture(width, height, pixels))
        place += width * height
    return pages
