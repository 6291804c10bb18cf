"""Writes the tree of elements into a file, and from each page's marked content and annotations back to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from advisor_app.documents.render.structure import Content, Element

_ELEMENT = Name.StructElem

_KEPT_EMPTY = frozenset({"TD", "TH", "Form"})
"""Cells without content stay: their row counts them. The content of a form's fields is tied to them later."""


class TreeWriter:
    """Writes one document's tree; annotations are tied to elements when all of these have been written."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[Element, pikepdf.Object] = {}
        self._names: dict[Element, str] = {}
        self._parents: list[pikepdf.Object | int] = []
        self._fields: dict[bool | None, pikepdf.Object] = {}
        self._following = 0
        self._top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def write(self, root: Element, marked: Sequence[Sequence[Element]]) -> None:
        """Write all elements; ``marked`` are the elements of each page's marked content by its number."""
        self._top.K = Array([self._element(root, self._top)])
        for page, elements in zip(self._pages, marked, strict=False):
            page.StructParents = self._following
            page.Tabs = Name.S
            self._refer(self._pdf.make_indirect(Array([self._objects[element] for element in elements])))

    def tie(self, annotation: pikepdf.Object, page: int, element: Element) -> None:
        """Make an annotation part of an element, after what the element says."""
        owner = self._objects[element]
        annotation.StructParent = self._following
        owner.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[page]))
        self._refer(owner)

    def close(self) -> None:
        """Write what leads back to the elements, and say that the document is tagged."""
        self._top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(self._parents)))
        self._top.ParentTreeNextKey = self._following
        if self._names:
            named: list[pikepdf.Object] = []
            for element, name in self._names.items():
                self._objects[element].ID = String(name)
                named += [String(name), self._objects[element]]
            self._top.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(named)))
        self._pdf.Root.StructTreeRoot = self._top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _refer(self, target: pikepdf.Object) -> None:
        self._parents += [self._following, target]
        self._following += 1

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        entries: dict[str, pikepdf.Object] = {"/Type": _ELEMENT, "/S": _role(element.role), "/P": parent}
        if element.alternative:
            entries["/Alt"] = String(element.alternative)
        if element.actual:
            entries["/ActualText"] = String(element.actual)
        attributes = self._attributes(element)
        if attributes is not None:
            entries["/A"] = attributes
        page = next((child.page for child in element.children if isinstance(child, Content)), None)
        if page is not None:
            entries["/Pg"] = self._pages[page]
        made = self._pdf.make_indirect(Dictionary(entries))
        self._objects[element] = made
        made.K = Array([self._child(child, made, page) for child in element.children if _is_told(child)])
        return made

    def _child(self, child: Element | Content, parent: pikepdf.Object, page: int | None) -> pikepdf.Object | int:
        if isinstance(child, Element):
            return self._element(child, parent)
        if child.page == page:
            return child.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number)

    def _attributes(self, element: Element) -> pikepdf.Object | None:
        if element.bounds is not None:
            bounds = Array([round(value, 2) for value in element.bounds])
            return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=bounds)
        if element.numbering:
            return Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
        if element.role == "Form" and element.alternative:  # one that is filled in at the screen speaks by its widget
            return self._printed_field(element)
        table: dict[str, pikepdf.Object | int] = {}
        if element.scope:
            table["/Scope"] = Name(f"/{element.scope}")
        if element.columns > 1:
            table["/ColSpan"] = element.columns
        if element.headers:
            table["/Headers"] = Array([String(self._name(header)) for header in element.headers])
        if element.summary:
            table["/Summary"] = String(element.summary)
        return Dictionary({"/O": Name.Table, **table}) if table else None

    def _name(self, element: Element) -> str:
        """The name by which cells refer to a header; it is written to the header when all elements are there."""
        return self._names.setdefault(element, f"h{len(self._names) + 1:05}")

    def _printed_field(self, element: Element) -> pikepdf.Object:
        """What a place to write on or to tick is (ISO 32000-1, 14.8.5.6): a field without a widget.

        All places of a kind share one description, as a questionnaire has thousands; their words are alternatives.
        """
        tick = element.tick
        if tick not in self._fields:
            described = Dictionary(O=Name.PrintField, Role=Name.tv)
            if tick is not None:
                described = Dictionary(O=Name.PrintField, Role=Name.cb, checked=Name.on if tick else Name.off)
            self._fields[tick] = self._pdf.make_indirect(described)
        return self._fields[tick]


@cache
def _role(name: str) -> Name:
    return Name(f"/{name}")


def _is_told(child: Element | Content) -> bool:
    """Whether anything of a part came onto a page."""
    if isinstance(child, Content) or child.role in _KEPT_EMPTY:
        return True
    return any(_is_told(inner) for inner in child.children)
