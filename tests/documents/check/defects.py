"""Faults planted into a sound file, to see that each of them is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String


@dataclass(frozen=True)
class Defect:
    """How an open file is spoilt, what our own check says of it, and whether the validator must see it too."""

    spoil: Callable[[pikepdf.Pdf], None]
    said: str
    validator: bool = True


def planted(data: bytes, defect: Defect) -> bytes:
    """The file with a defect."""
    result = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        defect.spoil(pdf)
        pdf.save(result)
    return result.getvalue()


def _elements(pdf: pikepdf.Pdf, role: str = "") -> Iterator[Any]:
    waiting: list[Any] = list(reversed(pdf.Root.StructTreeRoot.K))
    while waiting:
        element = waiting.pop()
        if not role or Name(f"/{role}") == element.S:
            yield element
        kids: Any = element.get("/K", [])
        waiting += [kid for kid in reversed(list(kids)) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _first(pdf: pikepdf.Pdf, role: str) -> Any:
    return next(_elements(pdf, role))


def _replace(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Change the first place where the pages' content says so."""
    for page in pdf.pages:
        content = page.obj.Contents.read_bytes()
        if old in content:
            page.obj.Contents.write(content.replace(old, new, 1))
            return
    raise AssertionError(old)


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _wrong_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("en-GB")


def _without_title(pdf: pikepdf.Pdf) -> None:
    _change_metadata(pdf, b"dc:title>", b"dc:rights>")


def _file_name_as_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _without_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _change_metadata(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata.write(packet.replace(old, new))


def _not_named_accessible(pdf: pikepdf.Pdf) -> None:
    _change_metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def _not_named_archivable(pdf: pikepdf.Pdf) -> None:
    _change_metadata(pdf, b"<pdfaid:conformance>A</pdfaid:conformance>", b"")


def _without_colour_space(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _figure_without_words(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "Figure").Alt


def _figure_with_empty_words(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "Figure").Alt = String("Abbildung 1")


def _link_without_words(pdf: pikepdf.Pdf) -> None:
    del _link(pdf).Contents


def _link(pdf: pikepdf.Pdf) -> Any:
    return next(annotation for page in pdf.pages for annotation in page.obj.get("/Annots", []))


def _link_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    link = _link(pdf)
    for element in _elements(pdf, "Link"):
        element.K = Array([kid for kid in element.K if isinstance(kid, int) or not _refers(kid, link)])
    del link.StructParent


def _refers(kid: Any, link: Any) -> bool:
    return "/Obj" in kid and kid.Obj.objgen == link.objgen


def _header_without_scope(pdf: pikepdf.Pdf) -> None:
    for cell in _elements(pdf, "TH"):
        if "/Headers" not in cell.A:
            del cell.A
            return


def _header_as_cell(pdf: pikepdf.Pdf) -> None:
    for head in _elements(pdf, "THead"):
        for row in head.K:
            for title in row.K:
                title.S = Name.TD


def _row_lacks_a_cell(pdf: pikepdf.Pdf) -> None:
    row = next(row for row in _elements(pdf, "TR") if len(row.K) > 2)
    del row.K[-1]


def _text_not_marked(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].obj.Contents.read_bytes()
    start = content.index(b"/P <</MCID")
    end = content.index(b"EMC", start)
    begin_ends = content.index(b"BDC", start) + 3
    pdf.pages[0].obj.Contents.write(content[:start] + content[begin_ends:end] + content[end + 3 :])


def _paragraph_not_in_the_tree(pdf: pikepdf.Pdf) -> None:
    paragraph = _first(pdf, "P")
    paragraph.P.K = Array([kid for kid in paragraph.P.K if kid.objgen != paragraph.objgen])


def _paragraph_as_artifact(pdf: pikepdf.Pdf) -> None:
    paragraph = _first(pdf, "P")
    number = int(paragraph.K[0])
    _replace(pdf, b"/P <</MCID %d>> BDC" % number, b"/Artifact <</Type /Layout>> BDC")
    _paragraph_not_in_the_tree(pdf)


def _font_not_embedded(pdf: pikepdf.Pdf) -> None:
    del _font(pdf).FontDescriptor.FontFile2


def _font(pdf: pikepdf.Pdf) -> Any:
    fonts: Any = pdf.pages[0].obj.Resources.Font
    return next(iter(fonts.values()))


def _letters_that_stand_for_nothing(pdf: pikepdf.Pdf) -> None:
    table = _font(pdf).ToUnicode
    table.write(table.read_bytes().replace(b"<20> <0020>", b"<20> <0000>"))


def _heading_skips_a_level(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "H3").S = Name.H4


def _without_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


def _role_that_nobody_knows(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "Div").S = Name("/Kasten")


def _note_without_id(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "Div").S = Name.Note


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))


def _tab_key_goes_by_place(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj.Tabs


def _item_without_body(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "LBody").S = Name.P


def _field_without_words(pdf: pikepdf.Pdf) -> None:
    """A text field that is in the tree, can be seen, and says nothing."""
    page = pdf.pages[0].obj
    look = pdf.make_stream(b"/Tx BMC EMC", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 90, 12]))
    parents: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    key = int(pdf.Root.StructTreeRoot.ParentTreeNextKey)
    top = pdf.Root.StructTreeRoot.K[0]
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("q_1"),
            F=4,
            Rect=Array([90, 90, 180, 102]),
            AP=Dictionary(N=look),
            StructParent=key,
        )
    )
    form = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=top))
    form.K = Array([Dictionary(Type=Name.OBJR, Obj=field, Pg=page)])
    top.K.append(form)
    parents.extend([key, form])
    pdf.Root.StructTreeRoot.ParentTreeNextKey = key + 1
    page.Annots = Array([*page.get("/Annots", []), field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


DEFECTS: Mapping[str, Defect] = {
    "no language": Defect(_without_language, "the language is ''"),
    "no title": Defect(_without_title, "no title"),
    "the file's name as title": Defect(_file_name_as_title, "the file's name instead of its title"),
    "not said to be tagged": Defect(_not_marked, "does not say that it is tagged"),
    "no tree": Defect(_without_tree, "there is no tree"),
    "not named accessible": Defect(_not_named_accessible, "the standards it names"),
    "not named archivable": Defect(_not_named_archivable, "the standards it names"),
    "no colour space": Defect(_without_colour_space, "what its colours mean"),
    "a figure without words": Defect(_figure_without_words, "a figure's words say nothing"),
    "a link without words": Defect(_link_without_words, "does not say where it leads"),
    "a link outside the tree": Defect(_link_outside_the_tree, "an annotation is in no element"),
    "a header without scope": Defect(_header_without_scope, "does not say what it heads"),
    "a row that lacks a cell": Defect(_row_lacks_a_cell, "its rows have [3, 4] cells"),
    "text that is not marked": Defect(_text_not_marked, "is not marked"),
    "a font that is not embedded": Defect(_font_not_embedded, "it is not in the file"),
    "letters that stand for nothing": Defect(_letters_that_stand_for_nothing, "a code stands for"),
    "a heading that skips a level": Defect(_heading_skips_a_level, "H4 follows H2"),
    "a role that nobody knows": Defect(_role_that_nobody_knows, "no standard role"),
    "a note without an id": Defect(_note_without_id, "Note without an id"),
    "a script": Defect(_script, "something happens"),
    "a tab key that goes by place": Defect(_tab_key_goes_by_place, "the tab key does not follow"),
    "a field without words": Defect(_field_without_words, "nobody says what belongs in it"),
    "an item of a list without a body": Defect(_item_without_body, "an item of a list has no body"),
    "words of a figure that say nothing": Defect(_figure_with_empty_words, "words say nothing: 'Abb", validator=False),
    "another language": Defect(_wrong_language, "the language is 'en-GB'", validator=False),
    "headers as cells": Defect(_header_as_cell, "a cell of its head is no header", validator=False),
    "a paragraph outside the tree": Defect(_paragraph_not_in_the_tree, "is in no element", validator=False),
    "a paragraph as an artifact": Defect(_paragraph_as_artifact, "kept from those who listen", validator=False),
    "no bookmarks": Defect(_without_bookmarks, "pages without bookmarks", validator=False),
}
"""What is planted, under what it is."""
