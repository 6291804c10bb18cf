"""Reads the handbook: Markdown files of a folder become one value.

Its README lists the chapters in tables below the titles of the parts, in the order in which they are read. A comment
``<!-- page: results -->`` below a heading says that this is where a page of the program is explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from advisor_app.domain.handbook import (
    INTRODUCTION,
    Block,
    Chapter,
    CommandLines,
    Grid,
    Handbook,
    Heading,
    Paragraph,
    Part,
    Picture,
    Place,
    Points,
    Remark,
    Span,
    Words,
    plain,
)

PICTURES = "../screenshots/"
"""Where pictures lie, as chapters name them."""

_PAGE = re.compile(r"<!-- page: (?P<names>[a-z-]+(, [a-z-]+)*) -->\s*")
_LINK = re.compile(r"(?:(?P<chapter>[\w-]+)\.md)?(?:#(?P<anchor>[\w-]+))?")
_NUMBERED = re.compile(r"\d+[.)]? ")


class HandbookFlawError(Exception):
    """What is wrong in a file, with its line."""

    def __init__(self, file: str, line: int, flaw: str) -> None:
        super().__init__(f"{file}, line {line}: {flaw}")


def read_handbook(folder: Path) -> Handbook:
    """Read every chapter; raises HandbookFlawError, and OSError where the folder is incomplete."""
    introduction = _Reader(folder / f"{INTRODUCTION}.md")
    chapters, pages = {}, dict(introduction.pages)
    for file in sorted(folder.glob("*.md")):
        if file.stem != INTRODUCTION:
            reader = _Reader(file)
            chapters[file.stem] = reader
            for name, place in reader.pages.items():
                if name in pages:
                    raise HandbookFlawError(file.name, 1, f"the page {name} is explained at {pages[name]} already")
                pages[name] = place
    parts = tuple(_parts(introduction, chapters))
    handbook = Handbook(introduction.chapter(""), parts, pages)
    _check_links(handbook)
    return handbook


def _parts(introduction: _Reader, chapters: dict[str, _Reader]) -> Iterator[Part]:
    """The parts that the introduction lists: titles above tables whose first column leads to chapters."""
    title, listed = "", set()
    for block in introduction.blocks:
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Grid):
            entries = [(row[0][0].place, plain(row[1])) for row in block.rows]
            if not any(place for place, _ in entries):
                continue
            found = []
            for place, about in entries:
                if place is None or place.chapter not in chapters or place.chapter in listed:
                    raise introduction.flaw(f"each row of „{title}“ leads to one chapter, and each chapter stands once")
                listed.add(place.chapter)
                found.append(chapters[place.chapter].chapter(about))
            yield Part(title, tuple(found))
    missing = sorted(set(chapters) - listed)
    if missing:
        raise introduction.flaw(f"no table lists {', '.join(missing)}: give each chapter a row of its part")


def _check_links(handbook: Handbook) -> None:
    anchors = {
        name: {section.place.anchor for section in handbook.chapters[name].sections} for name in handbook.chapters
    }
    for name, chapter in handbook.chapters.items():
        for place in _targets(chapter.blocks):
            if place.anchor not in anchors.get(place.chapter, ()):
                raise HandbookFlawError(f"{name}.md", 1, f"nothing stands where a link leads: {place}")


def _targets(blocks: Sequence[Block]) -> Iterator[Place]:
    for block in blocks:
        texts: Sequence[Words] = ()
        match block:
            case Paragraph():
                texts = (block.words,)
            case Points():
                texts = block.items
            case Remark():
                texts = block.paragraphs
            case Grid():
                texts = [cell for row in block.rows for cell in row]
            case _:
                continue
        yield from (span.place for words in texts for span in words if span.place is not None)


@dataclass(frozen=True, slots=True)
class _Emphasis:
    """What holds for the words that follow."""

    strong: bool = False
    italic: bool = False
    place: Place | None = None

    def span(self, text: str, *, code: bool = False) -> Span:
        """Words with it."""
        return Span(text=text, strong=self.strong, italic=self.italic, code=code, place=self.place)


class _Reader:
    """Reads one file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._line = 1
        self._title = ""
        self._tokens = MarkdownIt("commonmark").enable("table").parse(file.read_text("utf-8"))
        self._next = 0
        self.pages: dict[str, Place] = {}
        self.blocks: list[Block] = []
        while self._next < len(self._tokens):
            self.blocks.extend(self._block())
        anchors = [block.anchor for block in self.blocks if isinstance(block, Heading)]
        if not self._title or len(set(anchors)) != len(anchors):
            raise self.flaw("a chapter has one title, and no two headings that read alike")

    def chapter(self, about: str) -> Chapter:
        """The file as a chapter."""
        return Chapter(self._file.stem, self._title, about, tuple(self.blocks))

    def flaw(self, words: str) -> HandbookFlawError:
        """What is wrong here."""
        return HandbookFlawError(self._file.name, self._line, words)

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        if token.map:
            self._line = token.map[0] + 1
        return token

    def _inside(self, end: str) -> Iterator[Token]:
        """The tokens up to the one that closes, which is taken as well."""
        while (token := self._take()).type != end:
            yield token

    def _block(self) -> Iterator[Block]:
        token = self._take()
        match token.type:
            case "heading_open":
                yield from self._heading(int(token.tag[1]))
            case "paragraph_open":
                yield self._paragraph()
            case "bullet_list_open":
                yield Points(tuple(self._items("bullet_list_close")))
            case "ordered_list_open":
                yield Points(tuple(self._items("ordered_list_close")), numbered=True)
            case "table_open":
                yield self._grid()
            case "blockquote_open":
                yield Remark(tuple(self._words(inner) for inner in self._inside("blockquote_close") if inner.children))
            case "code_block" | "fence":
                yield CommandLines(tuple(token.content.strip("\n").splitlines()))
            case "html_block":
                self._page(token.content)
            case _:
                raise self.flaw(f"{token.type} is not known here")

    def _heading(self, level: int) -> Iterator[Block]:
        (inline,) = self._inside("heading_close")
        text = plain(self._words(inline))
        if _NUMBERED.match(text):
            raise self.flaw("titles bear no numbers: the order is the one of README.md")
        if level == 1 and not self._title:
            self._title = text
        elif level in (2, 3) and self._title:
            yield Heading(level, text, anchor_of(text))
        else:
            raise self.flaw("one title (#) comes first, then headings of two levels (##, ###)")

    def _paragraph(self) -> Block:
        (inline,) = self._inside("paragraph_close")
        children = inline.children or []
        if any(child.type == "image" for child in children):
            if len(children) != 1:
                raise self.flaw("a picture stands by itself")
            return self._picture(children[0])
        return Paragraph(self._words(inline))

    def _picture(self, image: Token) -> Picture:
        source = str(image.attrs.get("src", ""))
        if not source.startswith(PICTURES) or "/" in source.removeprefix(PICTURES) or not image.content:
            raise self.flaw(f"a picture lies in {PICTURES} and has words that say what is to be seen")
        return Picture(source.removeprefix(PICTURES), image.content)

    def _items(self, end: str) -> Iterator[Words]:
        for token in self._inside(end):
            if token.type not in {"list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline"}:
                raise self.flaw("an item of a list is one paragraph")
            if token.type == "inline":
                yield self._words(token)

    def _grid(self) -> Grid:
        rows: list[list[Words]] = []
        for token in self._inside("table_close"):
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._words(token))
        head, *body = rows
        return Grid(tuple(map(plain, head)), tuple(map(tuple, body)))

    def _page(self, comment: str) -> None:
        found = _PAGE.fullmatch(comment)
        if found is None:
            raise self.flaw("the only HTML is a comment below a heading: <!-- page: name, other-name -->")
        heading = next((block for block in reversed(self.blocks) if isinstance(block, Heading)), None)
        for name in found["names"].split(", "):
            if name in self.pages:
                raise self.flaw(f"the page {name} is explained at {self.pages[name]} already")
            self.pages[name] = Place(self._file.stem, heading.anchor if heading else "")

    def _words(self, inline: Token) -> Words:
        return tuple(self._spans(inline.children or ()))

    def _spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        emphasis = _Emphasis()
        for token in tokens:
            match token.type:
                case "text":
                    if token.content:
                        yield emphasis.span(token.content)
                case "softbreak":
                    yield emphasis.span(" ")
                case "code_inline":
                    yield emphasis.span(token.content, code=True)
                case "link_open":
                    emphasis = replace(emphasis, place=self._place(unquote(str(token.attrs.get("href", "")))))
                case "link_close":
                    emphasis = replace(emphasis, place=None)
                case "strong_open" | "strong_close":
                    emphasis = replace(emphasis, strong=token.nesting > 0)
                case "em_open" | "em_close":
                    emphasis = replace(emphasis, italic=token.nesting > 0)
                case _:
                    raise self.flaw(f"{token.type} is not known here")

    def _place(self, address: str) -> Place:
        found = _LINK.fullmatch(address)
        if found is None or not address:
            raise self.flaw(f"a link leads to a chapter, 13-sicherungen.md, or a heading of it: {address}")
        return Place(found["chapter"] or self._file.stem, found["anchor"] or "")


def anchor_of(heading: str) -> str:
    """By what links find a heading, as code hosts make it: small letters, hyphens for blanks, no punctuation."""
    kept = re.sub(r"[^\w\s-]", "", heading.strip().lower())
    return re.sub(r"\s", "-", kept)
