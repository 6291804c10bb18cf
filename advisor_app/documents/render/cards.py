"""Cards to cut out: laid out sheet by sheet, each sheet a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from advisor_app.documents.blocks import Align
from advisor_app.documents.paper_blocks import Card, CardSheet
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.panel_box import Placed
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.text_box import text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import POINTS_PER_MILLIMETRE, PaperTheme, Style

_BAND = 9.0
"""Height of the band in a level's colour at the head of a card."""


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card's texts, relative to its own top left corner, and its level (None: no band)."""

    x: float
    y: float
    texts: tuple[Placed, ...]
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheetBox(Box):
    """The cards of one sheet, ``card`` wide and high, with a cross wherever two cuts meet."""

    cards: tuple[PlacedCard, ...]
    card: tuple[float, float]
    columns: int
    rows: int
    mark: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        width, height = self.card
        for card in self.cards:
            if card.level is not None:
                level = f"level.{card.level}"
                inset = surface.theme.space(4)
                place = (x + card.x + inset, y + card.y + inset, width - 2 * inset, _BAND)
                surface.panel(place, surface.theme.tokens.radius["level"], f"{level}.fill", f"{level}.stroke")
            for placed in card.texts:
                placed.text.draw(surface, x + card.x + placed.x, y + card.y + placed.y)
        weight = surface.theme.tokens.line["hairline"]
        for column in range(self.columns + 1):
            for row in range(self.rows + 1):
                left, top = x + column * width, y + row * height
                up, down = self.mark * (row > 0), self.mark * (row < self.rows)
                before, after = self.mark * (column > 0), self.mark * (column < self.columns)
                surface.upright(left, top - up, up + down, weight, "ink2")
                surface.rule(left - before, top, before + after, weight, "ink2")


class CardMaker:
    """Makes the card sheets of one document."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter) -> None:
        self._theme = theme
        self._typesetter = typesetter

    def sheets(self, block: CardSheet, parent: Element, width: float) -> Sequence[CardSheetBox]:
        """As many sheets as the cards need; every card of a block has the same size."""
        depth = self._theme.sheet.depth
        size = (width / block.columns, depth / block.rows)
        items = parent.add("L")
        items.numbering = "None"
        each = block.columns * block.rows
        return [
            CardSheetBox(
                height=depth,
                cards=tuple(
                    self._card(card, index, block.columns, size, items)
                    for index, card in enumerate(block.cards[start : start + each])
                ),
                card=size,
                columns=block.columns,
                rows=block.rows,
                mark=self._theme.tokens.page["cut_mark"] * POINTS_PER_MILLIMETRE,
            )
            for start in range(0, len(block.cards), each)
        ]

    def _card(self, card: Card, index: int, columns: int, size: tuple[float, float], items: Element) -> PlacedCard:
        width, height = size
        body = items.add("LI").add("LBody")
        inset = self._theme.space(5)
        room = width - 2 * inset
        texts: list[Placed] = []
        y = inset + _BAND
        align = Align.CENTRE if card.figure else Align.START
        parts = ((card.figure, Style.FIGURE), (card.title, Style.CARD), (card.text, Style.CELL))
        for text, style in parts:
            if text:
                placed = self._placed(text, style, (inset, y), room, align, body)
                texts.append(placed)
                y += placed.text.height + self._theme.space(2)
        if card.foot:
            foot = self._placed(card.foot, Style.KEY_LABEL, (inset, 0), room, align, body)
            texts.append(Placed(inset, height - inset - foot.text.height, foot.text))
        x, top = index % columns * width, index // columns * height
        return PlacedCard(x, top, tuple(texts), card.level)

    def _placed(
        self, text: str, style: Style, place: tuple[float, float], room: float, align: Align, body: Element
    ) -> Placed:
        look = self._theme.styles[style]
        return Placed(*place, text_box(self._typesetter.set_lines(text, look, room), look, room, body.add("P"), align))
