"""What ReportLab leaves out, added in one pass at the end, so that a file follows PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from urllib.parse import quote

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from advisor_app.documents.blocks import Document
from advisor_app.documents.render.metadata import describe, set_colour_space
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.tree import TreeWriter
from advisor_app.documents.render.widgets import FormWriter

_KEPT = "%/:=&?~#+!$,;'@()*[]"  # of an address; everything else that is not ASCII is written as its bytes
_PRINTED = 4  # flag of an annotation that is printed with its page
_ENTRY = re.compile(rb"<(\w\w)> <(\w+)>\n")
_MOST_ENTRIES = 100


def finish(data: bytes, document: Document, language: str, root: Element, surface: Surface) -> bytes:
    """The finished file: tagged, named, its objects packed; the same for the same input."""
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = TreeWriter(pdf)
        tree.write(root, surface.marked)
        _add_links(pdf, tree, surface)
        if document.form is not None:
            words = document.texts("documents.form.identity")
            FormWriter(pdf, tree, surface.theme).write(document.form, surface.fields, words)
        tree.close()
        describe(pdf, document, language)
        set_colour_space(pdf)
        _mend_fonts(pdf)
        result = BytesIO()
        pdf.save(
            result,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            force_version="1.7",
        )
    return result.getvalue()


def _add_links(pdf: pikepdf.Pdf, tree: TreeWriter, surface: Surface) -> None:
    pages = [page.obj for page in pdf.pages]
    for link in surface.links:
        annotation = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(_around(link.places)),
                Border=Array([0, 0, 0]),
                Contents=String(link.words),
                F=_PRINTED,
            )
        )
        if len(link.places) > 1:
            annotation.QuadPoints = Array([value for place in link.places for value in _corners(place)])
        if link.address:
            annotation.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(quote(link.address, safe=_KEPT)))
        else:
            index, top = surface.places[link.key]
            annotation.Dest = Array([pages[index], Name.XYZ, 0, round(top, 2), 0])
        page = pages[link.page]
        page.Annots = Array([*page.get("/Annots", []), annotation])
        tree.tie(annotation, link.page, link.element)


def _around(places: Sequence[tuple[float, float, float, float]]) -> list[float]:
    lefts, lowers, rights, uppers = zip(*places, strict=True)
    return [round(value, 2) for value in (min(lefts), min(lowers), max(rights), max(uppers))]


def _corners(place: tuple[float, float, float, float]) -> list[float]:
    """Upper corners, then lower ones, each from the left: the order readers go by."""
    left, lower, right, upper = place
    return [round(value, 2) for value in (left, upper, right, upper, left, lower, right, lower)]


def _mend_fonts(pdf: pikepdf.Pdf) -> None:
    """ReportLab maps the empty glyph to U+0000, which neither standard allows."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == Name.Font and "/ToUnicode" in item:
            item.ToUnicode.write(_mapped(item.ToUnicode.read_bytes()))


def _mapped(table: bytes) -> bytes:
    """A table of characters without those that stand for nothing, in sections of at most a hundred."""
    head, end, body = table.partition(b"endcodespacerange\n")
    entries = [entry for entry in _ENTRY.findall(body) if entry[1] != b"0000"]
    sections = []
    for start in range(0, len(entries), _MOST_ENTRIES):
        part = entries[start : start + _MOST_ENTRIES]
        lines = [b"<%b> <%b>" % entry for entry in part]
        sections.append(b"\n".join([b"%d beginbfchar" % len(part), *lines, b"endbfchar", b""]))
    return b"".join([head, end, *sections, body[body.index(b"endcmap") :]])
