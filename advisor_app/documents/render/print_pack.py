"""Several documents as one file for a printer: each as often as it is wanted, each beginning on a front side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Dictionary, Name, OutlineItem, Page, Pdf, String

_ONLY_FOR_READERS = (Name.StructParents, Name.Tabs, Name.Annots)
"""What belongs to the tagged original; a pack is paper, its documents stay accessible in files of their own."""


@dataclass(frozen=True, slots=True)
class PackPart:
    """The PDF of one document and how many copies are printed."""

    title: str
    data: bytes
    copies: int


@dataclass(frozen=True, slots=True)
class PackedPages:
    """One PDF with all copies, how many pages have something on them, and how many backs were left blank."""

    data: bytes
    pages: int
    blank: int


def pack_pages(
    parts: Sequence[PackPart], title: str, language: str, *, duplex: bool, report: Callable[[float], None]
) -> PackedPages:
    """Put copies one behind the other; printed on both sides, no document begins on the back of another."""
    printed = blank = 0
    with Pdf.new() as pack:
        pack.docinfo[Name.Title] = String(title)
        pack.Root.Lang = String(language)
        with pack.open_outline() as outline:
            for done, part in enumerate(parts):
                report(done / len(parts))
                first = len(pack.pages)
                count = _append(pack, part, duplex=duplex)
                outline.root.append(OutlineItem(part.title, first))
                printed += count * part.copies
                blank += (count % 2) * part.copies if duplex else 0
        file = BytesIO()
        pack.save(file, deterministic_id=True)
    return PackedPages(file.getvalue(), printed, blank)


def _append(pack: Pdf, part: PackPart, *, duplex: bool) -> int:
    """Append all copies of a document, which share their content; returns how many pages one copy has."""
    with Pdf.open(BytesIO(part.data)) as source:
        _leave_paper(source)
        start = len(pack.pages)
        pack.pages.extend(source.pages)
        own = [pack.pages[place] for place in range(start, len(pack.pages))]
        if duplex and len(own) % 2:
            own.append(_blank_like(pack, own[-1]))
        for _ in range(part.copies - 1):
            for page in own[: len(source.pages)]:
                pack.pages.append(page)
            if len(own) > len(source.pages):
                _blank_like(pack, own[-1])
        return len(source.pages)


def _leave_paper(source: Pdf) -> None:
    """Draw the fields of a form as they look, and take away what nobody sees on paper."""
    if Name.AcroForm in source.Root:
        source.flatten_annotations("print")
    if Name.AcroForm in source.Root:  # hidden fields stay
        del source.Root.AcroForm
    for page in source.pages:
        for key in _ONLY_FOR_READERS:
            if key in page.obj:
                del page.obj[key]


def _blank_like(pack: Pdf, page: Page) -> Page:
    """Append an empty page of the size of another one."""
    left, bottom, right, top = (float(value) for value in page.mediabox)
    box = Array([left, bottom, right, top])
    pack.pages.append(Page(pack.make_indirect(Dictionary(Type=Name.Page, MediaBox=box, Resources=Dictionary()))))
    return pack.pages[-1]
