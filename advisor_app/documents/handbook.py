"""The handbook on paper: its chapters as blocks, with pictures, links from chapter to chapter and a contents page.

It belongs to the program, not to a case, so it is not among the kinds of documents. It speaks German only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from advisor_app.documents import blocks as paper
from advisor_app.documents.paper_blocks import Picture
from advisor_app.domain.handbook import (
    INTRODUCTION,
    Block,
    Chapter,
    CommandLines,
    Grid,
    Handbook,
    Heading,
    Paragraph,
    Place,
    Points,
    Remark,
    Words,
    plain,
)
from advisor_app.domain.handbook import Picture as HandbookPicture
from advisor_app.texts import Texts

KIND = "handbook"
_GREATEST_HEIGHT = 89.0
"""Of a picture, in millimetres: what it belongs to finds room on its page, and no dot of a window is drawn anew."""
_NARROW = 24
"""Letters up to which a column keeps its width."""
_MOST_WEIGHT = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandbookInput:
    """What the handbook is made of; ``pictures`` gives a picture's bytes by the name of its file."""

    handbook: Handbook
    pictures: Callable[[str], bytes]
    version: str
    made_on: date
    texts: Texts


def build(given: HandbookInput) -> paper.Document:
    """The handbook as a document."""
    texts = given.texts
    name = texts("handbook.name")
    return paper.Document(
        kind=KIND,
        title=given.handbook.introduction.title,
        subject=texts("handbook.subject"),
        author="Beraterkoffer",
        created=given.made_on,
        texts=texts,
        margins=paper.Margins(
            house="Beraterkoffer",
            occasion=name,
            state=texts("handbook.version", version=given.version),
            name=name,
            version="",
        ),
        blocks=tuple(_blocks(given)),
    )


def _blocks(given: HandbookInput) -> Iterator[paper.Block]:
    handbook = given.handbook
    yield paper.TitleBlock(
        title=handbook.introduction.title, subtitle=given.texts("handbook.version", version=given.version)
    )
    parts = {part.title for part in handbook.parts}
    first, *sections = handbook.introduction.sections
    yield from _told(given, handbook.introduction, first.blocks)
    yield paper.Contents()
    for section in sections:  # the tables of chapters are the contents here
        if section.title not in parts:
            anchor = str(section.place)
            yield paper.Heading(2, section.title, anchor)
            yield from _told(given, handbook.introduction, section.blocks)
    for part in handbook.parts:
        for chapter in part.chapters:
            yield paper.PageBreak()
            yield paper.Heading(2, chapter.title, str(Place(chapter.name)))
            yield paper.Paragraph(text=chapter.about, kind=paper.ParagraphKind.LEAD)
            yield from _told(given, chapter, chapter.blocks)


def _told(given: HandbookInput, chapter: Chapter, blocks: Iterable[Block]) -> Iterator[paper.Block]:
    title = chapter.title
    for block in blocks:
        match block:
            case Heading(level=level, text=text, anchor=anchor):
                title = text
                yield paper.Heading(level + 1, text, str(Place(chapter.name, anchor)))
            case Paragraph(words=words):
                yield paper.Paragraph(text=_runs(words), introduces=plain(words).endswith(":"))
            case Points(items=items, numbered=numbered):
                yield paper.Bullets(tuple(map(_runs, items)), numbered)
            case Grid():
                yield _table(block, chapter, given.texts("handbook.table", title=title))
            case HandbookPicture(file=file, words=words):
                content = given.pictures(file)
                yield Picture(content=content, words=words, greatest_height=_GREATEST_HEIGHT, outlined=True)
            case CommandLines(lines=lines):
                yield paper.Callout(lines)
            case Remark(paragraphs=paragraphs):
                yield paper.Callout(tuple(map(_runs, paragraphs)))


def _table(grid: Grid, chapter: Chapter, summary: str) -> paper.Table:
    """A table whose wide columns share the room by what stands in them; those of tables alike stand in line."""
    longest = chapter.widths(grid)
    matches = len(chapter.alike(grid)) > 1
    widest = max(longest)
    weights = [
        0.0 if not matches and length <= _NARROW and length < widest else min(max(1.0, length / _NARROW), _MOST_WEIGHT)
        for length in longest
    ]
    return paper.Table(
        columns=tuple(map(_column, grid.titles, weights)),
        rows=tuple(paper.Row(tuple(map(_runs, row))) for row in grid.rows),
        summary=summary,
        matches=matches,
    )


def _column(title: str, weight: float) -> paper.Column:
    return paper.Column(title=title, weight=weight)


def _runs(words: Words) -> tuple[paper.Run, ...]:
    """Words with their emphasis; what leads to the list of chapters is no link here, as the contents are."""
    return tuple(
        paper.Run(
            span.text,
            strong=span.strong or span.code,
            italic=span.italic,
            anchor="" if span.place is None or span.place == Place(INTRODUCTION) else str(span.place),
        )
        for span in words
    )
