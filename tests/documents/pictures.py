"""What the pages of samples look like, kept as small pictures; run as a program it takes them anew.

    python -m tests.documents.pictures                     all kinds
    python -m tests.documents.pictures result-report       these kinds only
    python -m tests.documents.pictures --review FOLDER …   the pages large enough to be read, to look at before

Each picture is a sheet with all pages of one file. Look at every page of the large ones before the small ones are
taken anew: what is kept here is what is right from then on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the package ships no types
from PIL import Image, ImageChops, ImageStat
from PIL.PngImagePlugin import PngInfo

from advisor_app.documents.render.pdf import render
from tests.documents.samples.made import ALL, make
from tests.documents.samples.probe import every_block

FOLDER = Path(__file__).parent / "pictures_of_pages"
PROBE = ("probe", "every-block")

_PAGE = (150, 212)  # pixels of a page; one that is turned stands in its middle
_COLUMNS = 6
_GAP = 2
_COLOURS = 128
_PAGES = "pages"
_REVIEWED = 1.6  # pixels of a point, to be read on a screen
_TILE = 6
_MOST_IN_A_TILE = 32
_MOST_ON_A_PAGE = 2.0
"""Mean difference of two pictures (0–255): more is another page, less another version of the library that drew it."""


def file_of(kind: str, case: str) -> Path:
    """Where the picture of a sample is kept."""
    return FOLDER / f"{kind}-{case}.png"


def data_of(kind: str, case: str) -> bytes:
    """The PDF of a sample, or of the document that has every block."""
    if (kind, case) == PROBE:
        return render(every_block(), lambda _done: None).data
    return make(kind, case).rendered.data


def pages_of(data: bytes) -> list[Image.Image]:
    """Each page as a small picture."""
    with pdfium.PdfDocument(data) as document:
        return [_small(page) for page in document]


def _small(page: pdfium.PdfPage) -> Image.Image:
    width, height = _PAGE
    drawn = page.render(scale=2 * min(width / page.get_width(), height / page.get_height())).to_pil().convert("RGB")
    small = drawn.resize((drawn.width // 2, drawn.height // 2), Image.Resampling.BOX)
    picture = Image.new("RGB", _PAGE, "white")
    picture.paste(small, ((width - small.width) // 2, (height - small.height) // 2))
    return picture


def sheet_of(pages: list[Image.Image]) -> Image.Image:
    """All pages on one sheet, in rows."""
    width, height = _PAGE[0] + _GAP, _PAGE[1] + _GAP
    columns, rows = min(_COLUMNS, len(pages)), -(-len(pages) // _COLUMNS)
    sheet = Image.new("RGB", (columns * width - _GAP, rows * height - _GAP), "grey")
    for index, page in enumerate(pages):
        sheet.paste(page, (index % _COLUMNS * width, index // _COLUMNS * height))
    return sheet.quantize(_COLOURS, dither=Image.Dither.NONE)


def keep(pages: list[Image.Image], file: Path) -> None:
    """Write the sheet of a sample, with the number of its pages."""
    said = PngInfo()
    said.add_text(_PAGES, str(len(pages)))
    sheet_of(pages).save(file, optimize=True, pnginfo=said)


def kept(file: Path) -> list[Image.Image]:
    """The pages of a kept sheet."""
    width, height = _PAGE[0] + _GAP, _PAGE[1] + _GAP
    with Image.open(file) as sheet:
        drawn = sheet.convert("RGB")
        places = ((index % _COLUMNS * width, index // _COLUMNS * height) for index in range(int(sheet.info[_PAGES])))
        return [drawn.crop((x, y, x + _PAGE[0], y + _PAGE[1])) for x, y in places]


def differences(data: bytes, before: Sequence[Image.Image]) -> Iterator[str]:
    """How a file differs from the pages that were kept; nothing where it looks the same."""
    pages = pages_of(data)
    if len(pages) != len(before):
        yield f"there are {len(pages)} pages instead of {len(before)}"
    for number, (now, then) in enumerate(zip(pages, before, strict=False), start=1):
        red, green, blue = ImageChops.difference(now, then).split()
        difference = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        tiles = difference.resize((_PAGE[0] // _TILE, _PAGE[1] // _TILE), Image.Resampling.BOX)
        tile, page = max(tiles.tobytes()), ImageStat.Stat(difference).mean[0]
        if tile > _MOST_IN_A_TILE or page > _MOST_ON_A_PAGE:
            yield f"page {number} looks different (at most {tile} in a place, {page:.1f} on the whole)"


def _review(kind: str, case: str, folder: Path) -> None:
    with pdfium.PdfDocument(data_of(kind, case)) as document:
        for number, page in enumerate(document, start=1):
            page.render(scale=_REVIEWED).to_pil().save(folder / f"{kind}-{case}-{number:02}.png")


def main() -> None:
    """Take pictures anew, or write large ones to look at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", help="kinds of documents; all without any")
    parser.add_argument("--review", type=Path, metavar="FOLDER", help="write large pages into a folder instead")
    chosen = parser.parse_args()
    folder: Path = chosen.review or FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for kind, case in (*ALL, PROBE):
        if chosen.kinds and kind not in chosen.kinds:
            continue
        if chosen.review:
            _review(kind, case, folder)
        else:
            keep(pages_of(data_of(kind, case)), file_of(kind, case))
        print(kind, case)  # noqa: T201  # a program


if __name__ == "__main__":
    main()
