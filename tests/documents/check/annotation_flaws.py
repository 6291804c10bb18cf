"""What can be wrong with links and with the fields of a form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Name

from tests.documents.check.tagged import Tagged


def annotation_flaws(read: Tagged) -> Iterator[str]:
    """Every link has words, says where it leads, and stands in the tree; nothing else is on a page but fields."""
    told = {annotation.objgen for node in read.nodes() for annotation in node.annotations}
    for node in read.nodes():
        links = [item for item in node.annotations if item.get("/Subtype") == Name.Link]
        if node.role == "Link" and not links:
            yield f"the link {node.text!r} leads nowhere"
        if links and node.role != "Link":
            yield f"a link stands in {node.role}"
        if node.alternative and node.role == "Link":
            yield f"the words of the link {node.text!r} are hidden"
        for link in links:
            if not str(link.get("/Contents", "")).strip():
                yield f"the link {node.text!r} does not say where it leads"
    for index, page in enumerate(read.pdf.pages):
        for annotation in page.obj.get("/Annots", []):
            if annotation.get("/Subtype") not in {Name.Link, Name.Widget}:
                yield f"page {index + 1}: an annotation of kind {annotation.get('/Subtype')}"
            elif annotation.objgen not in told and not is_hidden(annotation):
                yield f"page {index + 1}: an annotation is in no element"


def field_flaws(read: Tagged) -> Iterator[str]:
    """Every field says what belongs in it; nothing runs by itself."""
    form = read.pdf.Root.get("/AcroForm")
    if form is None:
        return
    if "/XFA" in form:
        yield "the form is XFA"
    if bool(form.get("/NeedAppearances", False)):
        yield "the fields have no look of their own"
    owners = {annotation.objgen: node.role for node in read.nodes() for annotation in node.annotations}
    for field in _fields(form.Fields):
        name = str(field.get("/T", "without a name"))
        if not str(field.get("/TU", "")).strip():
            yield f"field {name}: nobody says what belongs in it"
        if "/AA" in field:
            yield f"field {name}: it does something by itself"
        for widget in field.get("/Kids", [field]):
            role = owners.get(widget.objgen)
            if role != "Form" and not is_hidden(widget):
                yield f"field {name}: it stands in {role or 'no element'}"


def _fields(fields: Any) -> Iterator[Any]:
    """Fields at the ends of the tree of names."""
    for field in fields:
        if any("/T" in kid for kid in field.get("/Kids", [])):
            yield from _fields(field.Kids)
        else:
            yield field


def is_hidden(annotation: Any) -> bool:
    return bool(int(annotation.get("/F", 0)) & 2)
