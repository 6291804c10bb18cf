"""What a document is made of: plain values, without a word on how they are drawn.

Text is a string or a sequence of runs, never markup, so nothing that somebody typed can change the page. Spacing
belongs to the styles of the page; there is no block for empty room.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from advisor_app.charts.scene import Chart
from advisor_app.documents.branding import UNBRANDED, Brand
from advisor_app.documents.form_blocks import FormBlock
from advisor_app.documents.paper_blocks import Framed, Orientation, PaperBlock, TickBox
from advisor_app.domain.form import FormIdentity
from advisor_app.texts import Texts

_ADDRESS = re.compile(r"https?://\S+|mailto:\S+@\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one emphasis; ``quiet`` sets them in the second ink.

    An ``address`` (https, mailto) makes a link, so does the ``anchor`` of a heading of the same document.
    """

    text: str
    strong: bool = False
    italic: bool = False
    quiet: bool = False
    address: str = ""
    anchor: str = ""

    def __post_init__(self) -> None:
        if self.address and self.anchor:
            raise ValueError("a link leads to one place")
        if self.address and not _ADDRESS.fullmatch(self.address):
            raise ValueError(f"no link leads to {self.address!r}")


class ChipState(Enum):
    """What a chip without a level says."""

    NOT_APPLICABLE = "–"
    UNKNOWN = "?"
    UNANSWERED = ""


@dataclass(frozen=True, slots=True)
class LevelChip:
    """A level (0–4) as a box with its figure, or the state that stands in its place; ``words`` say the same aloud."""

    mark: int | ChipState
    words: str


Inline: TypeAlias = Run | LevelChip | TickBox
Text: TypeAlias = str | tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Several paragraphs in one place."""

    texts: tuple[Text, ...]


Cell: TypeAlias = Text | Lines


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is known about it."""

    label: str
    value: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleBlock:
    """The document's title with a subtitle and the facts that place it."""

    title: str
    subtitle: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class FactGrid:
    """Short facts in two columns, filled row by row."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title (levels 2 to 4); it appears among the bookmarks, from level 2 in the contents.

    Links find it by its ``anchor``.
    """

    level: int
    text: str
    anchor: str = ""


class ParagraphKind(Enum):
    """What a paragraph is to its reader."""

    BODY = "body"
    NOTE = "note"
    LEAD = "lead"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; ``introduces`` keeps it on the page of what follows."""

    text: Text
    kind: ParagraphKind = ParagraphKind.BODY
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` where the order counts."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure to be seen at once, and what it counts."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Two to four key figures in a row."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be typed exactly as they stand, large and in groups; ``words`` say what they are."""

    groups: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class FactTable:
    """Labels with their values, one below the other; a table with row headers to those who listen."""

    facts: tuple[Fact, ...]


class Align(Enum):
    """Where the content of a column stands."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; those of weight 0 are as wide as their content, the others share what is left by their weights."""

    title: str
    weight: float = 0.0
    align: Align = Align.START


class RowKind(Enum):
    """What a row is to the others: a group row speaks for those that follow, a total for those before."""

    BODY = "body"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell per column; a group row has one cell for all columns.

    ``lines`` asks for room for so many lines of handwriting.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures or words in rows and columns; the column ``header`` names a row, ``summary`` says what is shown.

    One ``to_write_on`` shows where its columns end, and these keep their weights however little stands in them; so do
    those of one that ``matches`` other tables of its document.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str
    header: int = 0
    to_write_on: bool = False
    matches: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart with its caption. Its data table follows unless the same figures stand in a table beside it."""

    chart: Chart
    caption: str = ""
    with_table: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Stages in a row; those before ``current`` are behind, None where nobody can say. ``words`` say the same."""

    titles: tuple[Cell, ...]
    current: int | None
    words: str


class CalloutKind(Enum):
    """How a callout wants to be read."""

    NOTE = "note"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Callout:
    """A few sentences set apart from the text."""

    paragraphs: tuple[Text, ...]
    kind: CalloutKind = CalloutKind.NOTE


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands; it is left out of documents of fewer than four pages."""


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows is an annex: it begins on a new page under this title."""

    title: str


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that share a page wherever one is large enough."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side; the left one is read first."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block: TypeAlias = (
    TitleBlock
    | Heading
    | Paragraph
    | Bullets
    | KeyFigures
    | Code
    | FactGrid
    | FactTable
    | Table
    | Figure
    | Steps
    | Callout
    | PageBreak
    | Contents
    | Annex
    | KeepTogether
    | Columns
    | PaperBlock
    | Framed
    | FormBlock
)


def inside(block: KeepTogether | Columns | Framed) -> tuple[Block, ...]:
    """The blocks within a block, in the order in which they are read."""
    match block:
        case KeepTogether():
            return block.blocks
        case Columns():
            return (*block.left, *block.right)
        case Framed():
            return (*block.blocks, *block.foot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What stands in the head and the foot of every page; by its ``code`` a sheet that comes back is known."""

    house: str
    occasion: str
    state: str
    name: str
    version: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document; ``created`` is the day it is dated, ``texts`` speak its language.

    ``shorter`` are other wordings of a document that has to stay on one page, each shorter than the one before.
    ``form`` tells which form it is, where it has fields to be filled in and sent back.
    """

    kind: str
    title: str
    subject: str
    author: str
    created: date
    texts: Texts
    margins: Margins
    blocks: tuple[Block, ...]
    shorter: tuple[tuple[Block, ...], ...] = ()
    orientation: Orientation = Orientation.PORTRAIT
    brand: Brand = UNBRANDED
    form: FormIdentity | None = None
