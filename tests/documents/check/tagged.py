"""A PDF's tree of elements with the text of each, read back with pikepdf alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name

ARTIFACT = "/Artifact"


@dataclass(kw_only=True, eq=False)
class Node:
    """An element: role, what stands in for its text, attributes, and in reading order what it holds.

    ``parts`` are texts and nodes, ``numbers`` the page index and number of its own marked content.
    """

    role: str
    alternative: str = ""
    actual: str | None = None
    identifier: str = ""
    language: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    parts: list[str | Node] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        """The elements directly inside."""
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def text(self) -> str:
        """What is read aloud, blanks as they stand."""
        if self.actual is not None:
            return self.actual
        return "".join(part.text if isinstance(part, Node) else part for part in self.parts)

    def walk(self) -> Iterator[Node]:
        """This element and everything below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *roles: str) -> Iterator[Node]:
        """Elements of these roles below."""
        return (node for node in self.walk() if node.role in roles)


@dataclass(kw_only=True)
class PageText:
    """A page's text by the number of its marked content, that of each artifact, and what is not marked at all."""

    marked: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Tagged:
    """A whole document; ``root`` is None where there is no tree."""

    pdf: pikepdf.Pdf
    pages: list[PageText]
    root: Node | None

    def nodes(self) -> Iterator[Node]:
        """Every element in reading order."""
        return iter(()) if self.root is None else self.root.walk()


def tagged(pdf: pikepdf.Pdf) -> Tagged:
    """Read an open file."""
    pages = [page_text(page.obj) for page in pdf.pages]
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return Tagged(pdf=pdf, pages=pages, root=None)
    reader = _Reader({page.obj.objgen: index for index, page in enumerate(pdf.pages)}, pages)
    tops = tree.K if isinstance(tree.K, pikepdf.Array) else [tree.K]
    return Tagged(pdf=pdf, pages=pages, root=reader.node(tops[0], None))


class _Reader:
    def __init__(self, indices: Mapping[Any, int], pages: list[PageText]) -> None:
        self._indices = indices
        self._pages = pages

    def node(self, element: Any, page: int | None) -> Node:
        """An element and everything in it."""
        page = self._indices[element.Pg.objgen] if "/Pg" in element else page
        node = Node(
            role=str(element.S)[1:],
            alternative=str(element.get("/Alt", "")),
            actual=str(element.ActualText) if "/ActualText" in element else None,
            identifier=str(element.get("/ID", "")),
            language=str(element.get("/Lang", "")),
            attributes=_attributes(element),
        )
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array | list) else [kids]:
            self._take(node, kid, page)
        return node

    def _take(self, node: Node, kid: Any, page: int | None) -> None:
        if isinstance(kid, int):
            assert page is not None
            self._content(node, page, kid)
        elif kid.get("/Type") == Name.MCR:
            self._content(node, self._indices[kid.Pg.objgen], int(kid.MCID))
        elif kid.get("/Type") == Name.OBJR:
            node.annotations.append(kid.Obj)
        else:
            node.parts.append(self.node(kid, page))

    def _content(self, node: Node, page: int, number: int) -> None:
        node.numbers.append((page, number))
        node.parts.append(self._pages[page].marked.get(number, ""))


def _attributes(element: Any) -> dict[str, Any]:
    """The attributes of all owners, names without their stroke."""
    found = element.get("/A", {})
    owners = found if isinstance(found, pikepdf.Array) else [found]
    return {key[1:]: value for owner in owners for key, value in owner.items()}


def page_text(page: Any) -> PageText:
    """Read a page's content."""
    read = PageText()
    fonts = {name: characters_of(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()}
    stack: list[tuple[str, int | None]] = []
    font: Mapping[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                properties = operands[1] if len(operands) > 1 else {}
                number = int(properties["/MCID"]) if "/MCID" in properties else None
                _begin(read, str(operands[0]), number, stack)
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "'" | '"' | "TJ":
                shown = operands[0] if str(instruction.operator) == "TJ" else [operands[-1]]
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                _add(read, "".join(font.get(code, "\ufffd") for code in codes), stack)
            case _:
                pass
    assert not stack
    return read


def _begin(read: PageText, tag: str, number: int | None, stack: list[tuple[str, int | None]]) -> None:
    if number is not None:
        assert number not in read.marked, "a number marks two stretches of one page"
        read.marked[number] = ""
    if tag == ARTIFACT and not any(outer == ARTIFACT for outer, _number in stack):
        read.artifacts.append("")
    stack.append((tag, number))


def _add(read: PageText, text: str, stack: list[tuple[str, int | None]]) -> None:
    number = next((number for _tag, number in reversed(stack) if number is not None), None)
    if number is not None:
        read.marked[number] += text
    elif any(tag == ARTIFACT for tag, _number in stack):
        read.artifacts[-1] += text
    elif text:
        read.loose.append(text)


def characters_of(font: Any) -> dict[int, str]:
    """What each code of a simple font stands for."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(value).decode("utf-16-be", "surrogatepass")
        for section in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL)
        for code, value in re.findall(r"<(\w\w)> <(\w+)>", section)
    }
