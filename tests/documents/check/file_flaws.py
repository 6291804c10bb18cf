"""What can be wrong with a file as such: names, fonts, things that run, things that are missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from advisor_app.domain.form import IDENTITY_FIELD
from tests.documents.check.tagged import Tagged, characters_of

_ACTIONS = frozenset({"/URI", "/GoTo"})
_NO_CHARACTERS = frozenset({"\0", "\ufeff", "\ufffe", "\uffff"})


def file_flaws(read: Tagged) -> Iterator[str]:
    """The file can be read by all, shows its title, has its colours explained and does nothing by itself."""
    pdf = read.pdf
    if pdf.is_encrypted:
        yield "the file is encrypted"
    yield from (f"the file is damaged: {problem}" for problem in pdf.check_pdf_syntax())
    if "/MarkInfo" not in pdf.Root or not bool(pdf.Root.MarkInfo.get("/Marked", False)):
        yield "the file does not say that it is tagged"
    if "/ViewerPreferences" not in pdf.Root or not bool(pdf.Root.ViewerPreferences.get("/DisplayDocTitle", False)):
        yield "readers show the file's name instead of its title"
    if "/OutputIntents" not in pdf.Root:
        yield "nothing says what its colours mean"
    if "/OpenAction" in pdf.Root or "/AA" in pdf.Root:
        yield "something happens when the file is opened"
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if item.get("/Type") == Name.Action and str(item.S) not in _ACTIONS:
            yield f"an action {item.S}"
        if "/JS" in item:
            yield "a script"
    yield from _name_flaws(pdf)


def _name_flaws(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata() as metadata:
        title = str(metadata.get("dc:title", ""))
        marks = {name: metadata.get(name) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")}
    if not title.strip():
        yield "the file has no title"
    if title != str(pdf.docinfo.get("/Title", "")):
        yield f"two titles: {title!r}, {pdf.docinfo.get('/Title')!r}"
    kept = (None, None) if _is_form(pdf) else ("2", "A")  # a form is made to be changed
    if tuple(marks.values()) != ("1", *kept):
        yield f"the standards it names are {marks}"


def _is_form(pdf: pikepdf.Pdf) -> bool:
    return "/AcroForm" in pdf.Root and any(field.get("/T") == IDENTITY_FIELD for field in pdf.Root.AcroForm.Fields)


def font_flaws(read: Tagged) -> Iterator[str]:
    """Every font is in the file, and every letter drawn with it can be read back."""
    seen: set[Any] = set()
    for index, page in enumerate(read.pdf.pages):
        fonts: Any = page.obj.Resources.get("/Font", {})
        for font in fonts.values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield from (f"font {font.get('/BaseFont')}: {flaw}" for flaw in _font_flaws(font))
        text = read.pages[index]
        for drawn in (*text.marked.values(), *text.artifacts):
            if "\ufffd" in drawn:
                yield f"page {index + 1}: {drawn[:40]!r} has letters that stand for nothing"


def _font_flaws(font: Any) -> Iterator[str]:
    if not any(f"/FontFile{kind}" in font.get("/FontDescriptor", {}) for kind in ("", "2", "3")):
        yield "it is not in the file"
    if "/CIDSet" in font.get("/FontDescriptor", {}):
        yield "it lists its glyphs, which no reader needs and which must then be complete"
    if not re.match(r"/[A-Z]{6}\+", str(font.get("/BaseFont", ""))):
        yield "it is not cut down to what is used"
    for character in characters_of(font).values():
        if character in _NO_CHARACTERS or unicodedata.category(character[:1]) in {"Co", "Cs", "Cn"}:
            yield f"a code stands for {character!r}"
