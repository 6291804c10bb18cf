"""What ReportLab leaves out, added in one pass at the end: the tree of elements, names and dates."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from advisor_app.documents.blocks import Document
from advisor_app.documents.render.structure import Content, Element
from advisor_app.documents.render.surface import Surface

PRODUCER = "Beraterkoffer"

_PRINTED = 4  # flag of an annotation that is printed with its page


def finish(data: bytes, document: Document, language: str, root: Element, surface: Surface) -> bytes:
    """The finished file: tagged, named, its objects packed; the same for the same input."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _Tree(pdf, surface).write(root)
        pdf.Root.Lang = String(language)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _name(pdf, document)
        result = BytesIO()
        pdf.save(
            result,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            force_version="1.7",
        )
    return result.getvalue()


def _name(pdf: pikepdf.Pdf, document: Document) -> None:
    dated = document.created.strftime("D:%Y%m%d000000Z")
    info = {
        "/Title": document.title,
        "/Author": document.author,
        "/Subject": document.subject,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": dated,
        "/ModDate": dated,
    }
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in info.items():
        pdf.docinfo[key] = String(value)


class _Tree:
    """Writes elements as structure elements, and from each page's marked content back to them."""

    def __init__(self, pdf: pikepdf.Pdf, surface: Surface) -> None:
        self._pdf = pdf
        self._surface = surface
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[Element, pikepdf.Object] = {}

    def write(self, root: Element) -> None:
        """Write the whole tree."""
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        numbers: list[pikepdf.Object | int] = []
        for index, (page, elements) in enumerate(zip(self._pages, self._surface.marked, strict=False)):
            page.StructParents = index
            page.Tabs = Name.S
            numbers += [index, self._pdf.make_indirect(Array([self._objects[element] for element in elements]))]
        following = self._links(numbers)
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = following
        self._pdf.Root.StructTreeRoot = top

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
        self._objects[element] = made
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.actual:
            made.ActualText = String(element.actual)
        attributes = _attributes(element)
        if attributes is not None:
            made.A = attributes
        page = next((child.page for child in element.children if isinstance(child, Content)), None)
        if page is not None:
            made.Pg = self._pages[page]
        made.K = Array([self._child(child, made, page) for child in element.children if _is_drawn(child)])
        return made

    def _child(self, child: Element | Content, parent: pikepdf.Object, page: int | None) -> pikepdf.Object | int:
        if isinstance(child, Element):
            return self._element(child, parent)
        if child.page == page:
            return child.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number)

    def _links(self, numbers: list[pikepdf.Object | int]) -> int:
        """Tie each link to its element; returns the next free key."""
        key = len(self._pages)
        seen: dict[int, int] = {}
        for link in self._surface.links:
            place = seen.get(link.page, 0)
            seen[link.page] = place + 1
            annotation = self._pages[link.page].Annots[place]
            element = self._objects[link.element]
            annotation.StructParent = key
            annotation.Contents = String(link.words)
            annotation.F = _PRINTED
            element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[link.page]))
            numbers += [key, element]
            key += 1
        return key


def _is_drawn(child: Element | Content) -> bool:
    """Whether anything of a part came onto a page; empty cells stay, as their row counts them."""
    if isinstance(child, Content) or child.role in {"TD", "TH"}:
        return True
    return any(_is_drawn(inner) for inner in child.children)


def _attributes(element: Element) -> pikepdf.Object | None:
    if element.scope:
        return Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.summary:
        return Dictionary(O=Name.Table, Summary=String(element.summary))
    if element.bounds is not None:
        bounds = Array([round(value, 2) for value in element.bounds])
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=bounds)
    return None
