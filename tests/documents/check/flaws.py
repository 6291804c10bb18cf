"""Our own check of a file: what a validator cannot see, and what it should not be trusted alone with."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import pikepdf
from pikepdf import Name

from tests.documents.check.annotation_flaws import annotation_flaws, field_flaws, is_hidden
from tests.documents.check.file_flaws import file_flaws, font_flaws
from tests.documents.check.table_flaws import table_flaws
from tests.documents.check.tagged import Node, Tagged, tagged

_GROUPS = {"Document", "Part", "Sect", "Div", "Caption", "TOC", "TOCI", "Index", "L", "LI", "Table"}
_BLOCKS = {"H1", "H2", "H3", "H4", "P", "Lbl", "LBody", "THead", "TBody", "TFoot", "TR", "TH", "TD", "BlockQuote"}
_INLINE = {"Span", "Quote", "Note", "Reference", "Link", "Figure", "Formula", "Form"}
_ROLES = _GROUPS | _BLOCKS | _INLINE
_TEXTS = ("P", "H1", "H2", "H3", "H4", "Lbl", "LBody", "Caption", "Link", "TOCI")
_NO_MEANING = re.compile(
    r"(bild|grafik|abbildung|diagramm|foto|logo|image|figure|chart|picture|todo|alt)?[\s\d.:_-]*(\.?(png|jpe?g|svg))?",
    re.IGNORECASE,
)
_SHORTEST_ALTERNATIVE = 12
_LEAST_PAGES_WITH_BOOKMARKS = 3


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the file should say: its language, and all that may stand outside the story (head and foot of the pages)."""

    language: str
    margins: Collection[str]


def flaws(data: bytes, expected: Expected) -> list[str]:
    """Everything that is wrong with a file, a sentence each; none where it is sound."""
    with pikepdf.open(BytesIO(data)) as pdf:
        read = tagged(pdf)
        found = [flaw for check in _CHECKS for flaw in check(read)]
        return [*found, *_language_flaws(read, expected), *_artifact_flaws(read, expected)]


def _language_flaws(read: Tagged, expected: Expected) -> Iterator[str]:
    language = str(read.pdf.Root.get("/Lang", ""))
    if language != expected.language:
        yield f"the language is {language!r}, not {expected.language!r}"
    for node in read.nodes():
        if node.language and not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", node.language):
            yield f"{node.role} speaks {node.language!r}"


def _tree_flaws(read: Tagged) -> Iterator[str]:
    """Every marked content is told once, by the element that the page names for it."""
    if read.root is None:
        yield "there is no tree"
        return
    owners = [number for node in read.nodes() for number in node.numbers]
    there = {(index, number) for index, page in enumerate(read.pages) for number in page.marked}
    if len(owners) != len(set(owners)):
        yield "content is told twice"
    for index, number in sorted(there - set(owners)):
        yield f"page {index + 1}: {read.pages[index].marked[number]!r} is in no element"
    for index, number in sorted(set(owners) - there):
        yield f"page {index + 1}: an element tells content {number}, which is not there"
    for index, page in enumerate(read.pages):
        yield from (f"page {index + 1}: {text!r} is not marked" for text in page.loose)


def _parent_flaws(read: Tagged) -> Iterator[str]:
    if read.root is None:
        return
    entries = read.pdf.Root.StructTreeRoot.ParentTree.Nums
    by_key = {int(entries[place]): entries[place + 1] for place in range(0, len(entries), 2)}
    for index, (page, text) in enumerate(zip(read.pdf.pages, read.pages, strict=True)):
        parents = by_key.get(int(page.obj.get("/StructParents", -1)))
        if text.marked and (parents is None or len(parents) <= max(text.marked)):
            yield f"page {index + 1}: nothing leads from its content back to the tree"
        if "/Annots" in page.obj and page.obj.get("/Tabs") != Name.S:
            yield f"page {index + 1}: the tab key does not follow the tree"
        for annotation in page.obj.get("/Annots", []):
            if not is_hidden(annotation) and int(annotation.get("/StructParent", -1)) not in by_key:
                yield f"page {index + 1}: nothing leads from an annotation back to the tree"


def _role_flaws(read: Tagged) -> Iterator[str]:
    for node in read.nodes():
        if node.role not in _ROLES:
            yield f"{node.role} is no standard role"
        if node.role in _TEXTS and not node.text.strip() and not _holds_more(node):
            yield f"{node.role} says nothing"
        if node.role == "Note" and not node.identifier:
            yield "Note without an id"
        if node.actual is not None and node.role != "Span":
            yield f"{node.role} says {node.actual!r} instead of its content"
        if node.role == "L":
            yield from _list_flaws(node)


def _holds_more(node: Node) -> bool:
    return any(inner.role in {"Figure", "Form"} for inner in node.walk())


def _list_flaws(node: Node) -> Iterator[str]:
    if "ListNumbering" not in node.attributes:
        yield f"a list does not say how it is counted: {node.text[:40]!r}"
    for item in node.children:
        if item.role not in {"LI", "Caption"}:
            yield f"{item.role} stands in a list"
        elif item.role == "LI" and [part.role for part in item.children] not in (["LBody"], ["Lbl", "LBody"]):
            yield f"an item of a list has no body: {item.text[:40]!r}"


def _figure_flaws(read: Tagged) -> Iterator[str]:
    for node in (node for node in read.nodes() if node.role == "Figure"):
        words = node.alternative.strip()
        if _NO_MEANING.fullmatch(words) or len(words) < _SHORTEST_ALTERNATIVE:
            yield f"a figure's words say nothing: {node.alternative!r}"
        if "BBox" not in node.attributes:
            yield f"a figure does not say where it stands: {words[:40]!r}"


def _heading_flaws(read: Tagged) -> Iterator[str]:
    headings = [node for node in read.nodes() if re.fullmatch(r"H\d", node.role)]
    levels = [int(node.role[1:]) for node in headings]
    if levels[:1] != [1]:
        yield f"no title stands at the beginning: {levels[:3]}"
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"H{below} follows H{above}"
    outermost = 2 if levels.count(1) == 1 else 1  # one title is the document's; several are places to go to
    with read.pdf.open_outline() as outline:
        marks = [(level, words(title)) for level, title in _outline(outline.root, outermost)]
    told = [(int(node.role[1:]), words(node.text)) for node in headings if int(node.role[1:]) >= outermost]
    if marks != told:
        yield f"the bookmarks are not the headings: {sorted(set(told) ^ set(marks))[:3]}"
    if not marks and len(read.pages) >= _LEAST_PAGES_WITH_BOOKMARKS:
        yield f"{len(read.pages)} pages without bookmarks"


def _outline(items: Collection[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _outline(item.children, level + 1)


def _artifact_flaws(read: Tagged, expected: Expected) -> Iterator[str]:
    """Outside the story there is nothing but head and foot of the pages, and heads of tables that go on."""
    heads = {_squeezed(node.text) for node in read.nodes() if node.role == "THead"}
    known = sorted({_squeezed(text) for text in expected.margins} | heads, key=len, reverse=True)
    for index, page in enumerate(read.pages):
        for artifact in page.artifacts:
            rest = _squeezed(artifact)
            for text in known:
                rest = rest.replace(text, "") if text else rest
            if rest:
                yield f"page {index + 1}: {rest!r} is kept from those who listen"


def words(text: str) -> str:
    """A text with single blanks, and without the hyphens of line ends."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\N{SOFT HYPHEN}]", "", text)


_CHECKS: tuple[Callable[[Tagged], Iterator[str]], ...] = (
    _tree_flaws,
    _parent_flaws,
    _role_flaws,
    _figure_flaws,
    _heading_flaws,
    table_flaws,
    annotation_flaws,
    field_flaws,
    font_flaws,
    file_flaws,
)
