"""What only paper and forms have, in a text document: places to type, boxes to tick, cards as a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Fact,
    FactTable,
    Heading,
    Paragraph,
    ParagraphKind,
    Run,
)
from advisor_app.documents.form_blocks import ChoiceField, FormBlock, TextField
from advisor_app.documents.paper_blocks import (
    AddressField,
    Card,
    CardSheet,
    SignatureLines,
    Tick,
    TickBox,
    TickList,
    WritingLines,
)

_ANSWER = "…" * 12
"""What is typed over: an empty cell would not be found by those who listen."""


def typed(
    block: WritingLines | TickList | SignatureLines | CardSheet | AddressField | FormBlock,
) -> Iterator[Block]:
    """Blocks that a word processor can show in place of one made for pens and scissors."""
    match block:
        case WritingLines():
            yield FactTable((Fact(block.label, _ANSWER),))
        case TickList():
            yield from map(_tick, block.ticks)
        case SignatureLines():
            yield FactTable(tuple(Fact(label, _ANSWER) for label in block.labels))
        case CardSheet():
            if block.title:
                yield Heading(1, block.title)
            yield Bullets(tuple(map(_card, block.cards)))
        case AddressField():
            yield Paragraph(text=block.sender, kind=ParagraphKind.NOTE)
            yield Paragraph(text="\n".join(block.recipient))
            if block.information:
                yield FactTable(block.information)
        case ChoiceField():
            yield from map(_tick, block.options)
        case TextField():
            yield FactTable((Fact(block.label, " ".join((block.filled or _ANSWER, block.unit)).strip()),))
        case _:
            assert_never(block)


def _tick(tick: Tick) -> Paragraph:
    mark = (Run(f"{tick.mark} ", strong=True),) if tick.mark else ()
    box = TickBox(tick.text, ticked=tick.ticked)
    return Paragraph(text=(box, Run(" "), *mark, Run(tick.text, strong=tick.ticked)))


def _card(card: Card) -> tuple[Run, ...]:
    title = " ".join(filter(None, (card.figure, card.title)))
    return (Run(title, strong=True), *(Run(f"\n{text}") for text in (card.text, card.area) if text))
