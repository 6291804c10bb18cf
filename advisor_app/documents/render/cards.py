"""Cards to cut out: laid out sheet by sheet, each sheet a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor_app.documents.blocks import Align
from advisor_app.documents.paper_blocks import Card, CardSheet
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.panel_box import Placed
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.text_box import text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import POINTS_PER_MILLIMETRE, PaperTheme, Style
from advisor_app.override import override

_BAND = 9.0
"""Height of the band in a level's colour at the head of a card."""


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card's texts, relative to its own top left corner; fill, stroke and dashes of its band; its frame, if any."""

    x: float
    y: float
    texts: tuple[Placed, ...]
    band: tuple[str, str, bool]
    frame: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheetBox(Box):
    """The cards of one sheet, ``card`` wide and high, with a cross wherever two cuts meet, below a ``head``."""

    title: Placed | None
    head: float
    cards: tuple[PlacedCard, ...]
    card: tuple[float, float]
    columns: int
    rows: int
    mark: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        width, height = self.card
        if self.title is not None:
            self.title.text.draw(surface, x, y)
        y += self.head
        for card in self.cards:
            inset, radius = surface.theme.space(5), surface.theme.tokens.radius["level"]
            place = (x + card.x + inset, y + card.y + inset, width - 2 * inset, _BAND)
            fill, stroke, dashed = card.band
            surface.panel(place, radius, fill, stroke, dashed=dashed)
            if card.frame is not None:
                left, top, wide, high = card.frame
                frame = (x + card.x + left, y + card.y + top, wide, high)
                surface.panel(frame, radius, "paper", "line_strong", dashed=True)
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
        title = self._title(block, parent, width)
        head = title.text.height + self._theme.space(3) if title is not None else 0.0
        size = (width / block.columns, (depth - head) / block.rows)
        items = parent.add("L")
        items.numbering = "None"
        each = block.columns * block.rows
        return [
            CardSheetBox(
                height=depth,
                cards=tuple(
                    self._card(card, index, block, size, items)
                    for index, card in enumerate(block.cards[start : start + each])
                ),
                card=size,
                columns=block.columns,
                rows=block.rows,
                title=None if start else title,
                head=head,
                mark=self._theme.tokens.page["cut_mark"] * POINTS_PER_MILLIMETRE,
            )
            for start in range(0, len(block.cards), each)
        ]

    def _title(self, block: CardSheet, parent: Element, width: float) -> Placed | None:
        if not block.title:
            return None
        look = self._theme.styles[Style.VALUE]
        return Placed(
            0, 0, text_box(self._typesetter.set_lines(block.title, look, width), look, width, parent.add("H1"))
        )

    def _card(self, card: Card, index: int, sheet: CardSheet, size: tuple[float, float], items: Element) -> PlacedCard:
        width, height = size
        body = items.add("LI").add("LBody")
        inset = self._theme.space(5)
        room = width - 2 * inset
        align = Align.CENTRE if card.figure else Align.START
        title, words = (Style.TITLE, Style.SUBTITLE) if sheet.columns == 1 else (Style.CARD, Style.BODY)
        texts: list[Placed] = []
        y = inset + _BAND + self._theme.space(3)
        for text, style in ((card.figure, Style.FIGURE), (card.title, title), (card.text, words)):
            if text:
                placed = self._placed(text, style, (inset, y), room, align, body)
                texts.append(placed)
                y += placed.text.height + self._theme.space(2)
        frame = None
        if card.area:
            y += self._theme.space(2)
            frame = (inset, y, room, height - inset - y)
            label = (inset + self._theme.space(3), y + self._theme.space(2))
            texts.append(self._placed(card.area, Style.KEY_LABEL, label, room - 2 * self._theme.space(3), align, body))
        elif card.figure:
            # As if every card had two lines of words, so that figures of neighbours stand at one height.
            least = texts[0].text.height + texts[1].text.height + 2 * self._theme.styles[words].line
            least += 3 * self._theme.space(2)
            down = max(0.0, (height - inset - max(y, texts[0].y + least)) / 2)
            texts = [replace(placed, y=placed.y + down) for placed in texts]
        x = index % sheet.columns * width
        return PlacedCard(x, index // sheet.columns * height, tuple(texts), self._band(card), frame)

    def _band(self, card: Card) -> tuple[str, str, bool]:
        """Fill and stroke of the band, and whether it is dashed: a figure that is no level has none of the colours."""
        if card.level is not None:
            return f"level.{card.level}.fill", f"level.{card.level}.stroke", False
        return ("paper", "line_strong", True) if card.figure else ("primary", "primary", False)

    def _placed(
        self, text: str, style: Style, place: tuple[float, float], room: float, align: Align, body: Element
    ) -> Placed:
        look = self._theme.styles[style]
        return Placed(*place, text_box(self._typesetter.set_lines(text, look, room), look, room, body.add("P"), align))
