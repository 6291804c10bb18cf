"""What only paper has: places to write on and to tick, cards to cut out, letters behind windows, photos, turned sheets.

Whatever stands for a place to write is spoken by the words of the document's language; no block says how it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from advisor_app.documents.blocks import Block, Fact


class Orientation(Enum):
    """How the sheet is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick in the text; ``words`` say what a tick in it means."""

    words: str
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingLines:
    """So many lines to write on, the first beginning with its label; none is parted from its label."""

    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One choice: a box, the figure or letter it goes by, and what it means."""

    mark: str = ""
    text: str
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TickList:
    """Choices one below the other, or in several columns that are filled row by row."""

    ticks: tuple[Tick, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Places to sign side by side, each with what belongs there below its line."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card to be cut out: a figure to be seen across a room (with its level's colour), a title, words.

    ``area`` names a frame that takes what room is left, for dots to be stuck in.
    """

    figure: str = ""
    title: str
    text: str = ""
    area: str = ""
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheet:
    """Cards of one size on as many sheets as they need, with marks to cut them along.

    ``title`` stands small above the first sheet, where the document has no other one.
    """

    title: str = ""
    cards: tuple[Card, ...]
    columns: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressField:
    """The head of a letter after DIN 5008 (form B): the field behind the window, what it refers to, marks to fold.

    It stands first on its page. ``recipient`` holds at most six lines; the sender's line stands small above it.
    """

    sender: str
    recipient: tuple[str, ...]
    information: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo or a logo (bytes of a PNG or JPEG file); ``words`` say what is to be seen; heights are in millimetres.

    One that is ``outlined`` has a thin line around it: a picture of a window would end nowhere on white paper.
    """

    content: bytes
    words: str
    caption: str = ""
    greatest_height: float = 120.0
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Framed:
    """A page of its own within a frame, for what is hung on a wall: blocks in its middle, logos above, a foot below."""

    blocks: tuple[Block, ...]
    foot: tuple[Block, ...] = ()


PaperBlock: TypeAlias = WritingLines | TickList | SignatureLines | CardSheet | AddressField | Picture
