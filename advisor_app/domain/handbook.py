"""The handbook as a value: parts, chapters and what stands in them. Screen and paper are made of the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from advisor_app.domain.folding import fold
from advisor_app.override import override

INTRODUCTION = "README"
"""The chapter that the others hang on: it says what they are about, and in which order."""

_GLIMPSE = 90
"""Letters of a passage that a hit shows."""


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter, or a heading in it by its anchor."""

    chapter: str
    anchor: str = ""

    @override
    def __str__(self) -> str:
        """As links in chapters write it, without the file's ending."""
        return f"{self.chapter}#{self.anchor}" if self.anchor else self.chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words with one emphasis; ``code`` is typed as it stands, ``place`` makes a link."""

    text: str
    strong: bool = False
    italic: bool = False
    code: bool = False
    place: Place | None = None


Words: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the chapter's title (levels 2 and 3), and by what links find it."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Points:
    """A list; ``numbered`` where the order counts."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: titles of its columns, and rows with a cell for each."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the name of its file; ``words`` say what is to be seen."""

    file: str
    words: str


@dataclass(frozen=True, slots=True)
class CommandLines:
    """Commands as they are typed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Paragraphs set apart from the text."""

    paragraphs: tuple[Words, ...]


Block: TypeAlias = Heading | Paragraph | Points | Grid | Picture | CommandLines | Remark


def plain(words: Words) -> str:
    """Words without their emphasis."""
    return "".join(span.text for span in words)


def said(block: Block) -> Iterator[str]:
    """What a block says, passage by passage, as it is searched and read."""
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(words=words):
            yield plain(words)
        case Points(items=passages) | Remark(paragraphs=passages):
            yield from map(plain, passages)
        case Grid(titles=titles, rows=rows):
            yield from titles
            yield from (plain(cell) for row in rows for cell in row)
        case Picture(words=words):
            yield words
        case CommandLines(lines=lines):
            yield from lines


@dataclass(frozen=True)
class Section:
    """What stands between two headings; the first of a chapter has its title and no anchor."""

    place: Place
    title: str
    blocks: tuple[Block, ...]

    @cached_property
    def passages(self) -> tuple[str, ...]:
        """What it says, its own heading first."""
        return (self.title, *(text for block in self.blocks for text in said(block)))

    @cached_property
    def _folded(self) -> str:
        return fold(" ".join(self.passages))

    def answers(self, words: Sequence[str]) -> bool:
        """Whether it holds every folded word."""
        return all(word in self._folded for word in words)

    def glimpse(self, words: Sequence[str]) -> str:
        """The passage that a search meant, shortened around its first word."""
        for passage in self.passages[1:]:
            if any(word in fold(passage) for word in words):
                return _around(passage, words)
        return ""


@dataclass(frozen=True)
class Chapter:
    """One chapter: the name of its file without ending, its title, what it is about, and what stands in it."""

    name: str
    title: str
    about: str
    blocks: tuple[Block, ...]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The chapter cut at its headings; the first section is what stands below the title."""
        place, title, held = Place(self.name), self.title, list[Block]()
        found = []
        for block in self.blocks:
            if isinstance(block, Heading):
                found.append(Section(place, title, tuple(held)))
                place, title, held = Place(self.name, block.anchor), block.text, []
            else:
                held.append(block)
        return (*found, Section(place, title, tuple(held)))

    def alike(self, grid: Grid) -> tuple[Grid, ...]:
        """The chapter's tables with the same titles: their columns stand in line."""
        return tuple(block for block in self.blocks if isinstance(block, Grid) and block.titles == grid.titles)

    def widths(self, grid: Grid) -> tuple[int, ...]:
        """How many letters the longest cell of each column has, over all tables like this one."""
        rows = [row for other in self.alike(grid) for row in other.rows]
        return tuple(
            max(len(title), *(len(plain(row[column])) for row in rows)) for column, title in enumerate(grid.titles)
        )

    @property
    def pictures(self) -> Iterator[Picture]:
        """Its pictures, in order."""
        return (block for block in self.blocks if isinstance(block, Picture))


@dataclass(frozen=True, slots=True)
class Part:
    """Chapters that belong together."""

    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Handbook:
    """The whole handbook; ``pages`` says by names of pages where each is explained."""

    introduction: Chapter
    parts: tuple[Part, ...]
    pages: Mapping[str, Place]

    @cached_property
    def chapters(self) -> Mapping[str, Chapter]:
        """All chapters by name, in the order in which they are read."""
        ordered = (self.introduction, *(chapter for part in self.parts for chapter in part.chapters))
        return {chapter.name: chapter for chapter in ordered}

    def place_of(self, page: str) -> Place:
        """Where a page of the program is explained, the introduction for one that is not."""
        return self.pages.get(page, Place(INTRODUCTION))

    def found(self, typed: str) -> tuple[Section, ...]:
        """The sections that hold every typed word, however it is spelt; none for nothing typed.

        The introduction comes last: what it says of a chapter stands in the chapter as well.
        """
        words = fold(typed).split()
        _, *chapters = self.chapters.values()
        sections = (section for chapter in (*chapters, self.introduction) for section in chapter.sections)
        return tuple(section for section in sections if section.answers(words)) if words else ()


def occurrences(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where folded words stand in a text, as places before and after them, without overlaps, from left to right."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\W_]+", text):
        folded = _fold_word(match[0])
        for word in words:
            begins = folded.find(word)
            if begins >= 0:
                found.append(_unfolded(match[0], match.start(), begins, begins + len(word)))
                break
    return found


@lru_cache(maxsize=20_000)
def _fold_word(word: str) -> str:
    """A word folded; texts use the same words again and again."""
    return fold(word)


@lru_cache(maxsize=20_000)
def _lengths(word: str) -> tuple[int, ...]:
    """How long the folded form is after each letter."""
    return tuple(len(fold(word[:count])) for count in range(len(word) + 1))


def _unfolded(word: str, start: int, begins: int, ends: int) -> tuple[int, int]:
    """The letters of a word that make up this stretch of its folded form."""
    lengths = _lengths(word)
    first = max(count for count, length in enumerate(lengths) if length <= begins)
    last = next(count for count, length in enumerate(lengths) if length >= ends)
    while last < len(word) and lengths[last + 1] == lengths[last]:
        last += 1
    return start + first, start + last


def _around(passage: str, words: Sequence[str]) -> str:
    """A passage of bounded length around the first of the words."""
    places = occurrences(passage, words)
    if len(passage) <= _GLIMPSE or not places:
        return passage[:_GLIMPSE]
    begin = max(0, min(places[0][0] - _GLIMPSE // 3, len(passage) - _GLIMPSE))
    if begin:
        begin = passage.find(" ", begin, places[0][0]) + 1 or begin
    end = begin + _GLIMPSE
    return ("… " if begin else "") + passage[begin:end].strip() + (" …" if end < len(passage) else "")
