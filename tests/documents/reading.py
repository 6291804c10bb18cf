"""Reading a PDF back: its words as a reader sees them, and as the tree of elements tells them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the package ships no types
from pikepdf import Name

from advisor_app.documents.blocks import ChipState, Document, Figure, LevelChip, Run, Steps
from advisor_app.documents.render.characters import Characters
from advisor_app.documents.render.fonts import register_fonts

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


@dataclass(frozen=True)
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
            for index in range(text.count_chars()):
                character = text.get_text_range(index, 1)
                if character.strip():
                    yield Glyph(number, character, *text.get_charbox(index))


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


@dataclass(frozen=True)
class Told:
    """An element of the tree: its role, what it says with all that is in it, and its alternative."""

    role: str
    text: str
    alternative: str
    scope: str


def elements(data: bytes) -> list[Told]:
    """All elements in reading order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        reader = _TreeReader(pdf)
        found: list[Told] = []
        for child in pdf.Root.StructTreeRoot.K:
            reader.tell(child, None, found)
        return found


def untagged_text(data: bytes) -> list[str]:
    """Text that stands neither in an element nor in an artifact."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [text for page in pdf.pages for text in _page_content(page.obj)[1]]


class _TreeReader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._marked = [_page_content(page.obj)[0] for page in pdf.pages]

    def tell(self, element: Any, page: int | None, found: list[Told]) -> str:
        """Tell an element and everything in it; returns its text."""
        if "/Pg" in element:
            page = self._pages[element.Pg.objgen]
        place = len(found)
        parts = []
        for child in element.get("/K", []):
            if isinstance(child, int):
                assert page is not None
                parts.append(self._marked[page].get(child, ""))
            elif child.get("/Type") == Name.MCR:
                parts.append(self._marked[self._pages[child.Pg.objgen]].get(int(child.MCID), ""))
            elif child.get("/Type") != Name.OBJR:
                parts.append(self.tell(child, page, found))
        text = str(element.get("/ActualText", "".join(parts)))
        scope = str(element.A.get("/Scope", ""))[1:] if "/A" in element else ""
        found.insert(place, Told(str(element.S)[1:], text, str(element.get("/Alt", "")), scope))
        return text


def _page_content(page: Any) -> tuple[dict[int, str], list[str]]:
    """Marked text of a page by its number, and text that is not marked at all."""
    marked: dict[int, str] = defaultdict(str)
    loose: list[str] = []
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                properties = operands[1] if len(operands) > 1 else {}
                stack.append(int(properties["/MCID"]) if "/MCID" in properties else None)
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                text = "".join(font[code] for code in bytes(operands[0]))
                number = next((item for item in reversed(stack) if item is not None), None)
                if number is not None:
                    marked[number] += text
                elif not stack and text:
                    loose.append(text)
            case _:
                pass
    assert not stack
    return marked, loose


def _characters(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(value).decode("utf-16-be")
        for code, value in re.findall(r"<(\w\w)> <(\w{4})>", table)
    }


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
        if value and all(isinstance(item, Run | LevelChip) for item in value):
            yield "".join(item.text if isinstance(item, Run) else _chip(item, aloud=aloud) for item in value)
        else:
            for item in value:
                yield from _texts(item, aloud=aloud)
    elif isinstance(value, Steps):
        yield "".join(_texts(value.titles, aloud=aloud))
    elif isinstance(value, Figure):
        yield value.caption
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"summary", "words", "kind", "align"}:
                yield from _texts(getattr(value, field.name), aloud=aloud)


def _chip(chip: LevelChip, *, aloud: bool) -> str:
    if aloud:
        return chip.words
    return chip.mark.value if isinstance(chip.mark, ChipState) else str(chip.mark)
