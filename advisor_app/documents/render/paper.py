"""Laying out what only paper has, block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from advisor_app.documents.paper_blocks import (
    AddressField,
    CardSheet,
    PaperBlock,
    Picture,
    SignatureLines,
    TickList,
    WritingLines,
)
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.cards import CardMaker
from advisor_app.documents.render.letter import LetterMaker
from advisor_app.documents.render.picture import picture_box
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.text_box import text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.render.writing import WritingMaker
from advisor_app.documents.theme import PaperTheme, Style
from advisor_app.texts import Texts


class PaperMaker:
    """Makes the boxes of one document that no screen would show like this."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter, texts: Texts) -> None:
        self._theme = theme
        self._typesetter = typesetter
        self._writing = WritingMaker(theme, typesetter, texts)
        self._cards = CardMaker(theme, typesetter)
        self._letters = LetterMaker(theme, typesetter)

    def boxes(self, block: PaperBlock, parent: Element, width: float) -> Sequence[Box]:
        """The boxes of a block; raises AdvisorError(PICTURE_UNREADABLE)."""
        match block:
            case WritingLines():
                return (self._writing.lines(block, parent, width),)
            case TickList():
                return (self._writing.ticks(block, parent, width),)
            case SignatureLines():
                return (self._writing.signatures(block, parent, width),)
            case CardSheet():
                return self._cards.sheets(block, parent, width)
            case AddressField():
                return (self._letters.address(block, parent),)
            case Picture():
                return self._picture(block, parent, width)
            case _:
                assert_never(block)

    def _picture(self, block: Picture, parent: Element, width: float) -> Sequence[Box]:
        words = self._typesetter.plain(block.words)
        space = self._theme.space(2 if block.caption else 3)  # running text keeps further off than a caption
        box = picture_box(block, parent, width, words, space)
        if not block.caption:
            return (box,)
        look = self._theme.styles[Style.NOTE]
        lines = self._typesetter.set_lines(block.caption, look, width)
        return (replace(box, keeps_next=True), text_box(lines, look, width, parent.add("P")))
