"""The head of a letter after DIN 5008, form B: its field lies behind the window of an envelope folded twice.

Measures are millimetres from the sheet's upper left corner, as the standard gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from advisor_app.documents.blocks import Lines
from advisor_app.documents.paper_blocks import AddressField
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.panel_box import GridBox, Placed
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.text_box import TextBox, text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import POINTS_PER_MILLIMETRE, PaperTheme, Style
from advisor_app.override import override

_FIELD: Final = (25.0, 45.0, 80.0)  # left edge of its text, top, width of its text
_NOTES = 17.7  # depth of the zone for the sender's line and notes
_END = 98.5  # where what the letter is about begins
_INFORMATION: Final = (125.0, 50.0)  # left edge and top of the references
_MARKS: Final = (105.0, 210.0)  # to fold
_PUNCH = 148.5
_FOLD_MARK: Final = (5.0, 4.0)  # left edge and length
_PUNCH_MARK: Final = (5.0, 6.0)
_LABEL_SHARE = 0.42


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressBox(Box):
    """Texts with their places on the sheet; ``top`` is where the text area begins."""

    texts: GridBox
    rule: tuple[float, float, float]
    top: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        above = y - self.top
        self.texts.draw(surface, 0, above)
        left, height, width = self.rule
        hairline = surface.theme.tokens.line["hairline"]
        surface.rule(left, above + height, width, hairline, "line_strong")
        for mark in _MARKS:
            surface.rule(_FOLD_MARK[0] * _MM, above + mark * _MM, _FOLD_MARK[1] * _MM, hairline, "line_strong")
        surface.rule(_PUNCH_MARK[0] * _MM, above + _PUNCH * _MM, _PUNCH_MARK[1] * _MM, hairline, "line_strong")


_MM = POINTS_PER_MILLIMETRE


class LetterMaker:
    """Makes the heads of letters of one document."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter) -> None:
        self._theme = theme
        self._typesetter = typesetter

    def address(self, block: AddressField, parent: Element) -> AddressBox:
        """The field, the references beside it, and the room down to the letter's subject."""
        left, top, width = (value * _MM for value in _FIELD)
        sender = self._text(block.sender, Style.KEY_LABEL, width, parent.add("P"))
        zone = top + _NOTES * _MM
        rule = zone - self._theme.space(1)
        placed = [Placed(left, rule - self._theme.space(1) / 2 - sender.height, sender)]
        y = zone
        for line in block.recipient:
            text = self._text(line, Style.BODY, width, parent.add("P"))
            placed.append(Placed(left, y, text))
            y += text.height
        placed += self._information(block, parent)
        top = self._theme.sheet.top
        return AddressBox(
            height=_END * _MM - top,
            texts=GridBox(height=0, texts=tuple(placed)),
            rule=(left, rule, width),
            top=top,
        )

    def _information(self, block: AddressField, parent: Element) -> list[Placed]:
        if not block.information:
            return []
        left, y = (value * _MM for value in _INFORMATION)
        width = self._theme.sheet.width - self._theme.sheet.right - left
        first = width * _LABEL_SHARE
        body = parent.add("Table").add("TBody")
        placed: list[Placed] = []
        for fact in block.information:
            row = body.add("TR")
            label = self._text(fact.label, Style.LABEL, first - self._theme.space(2), row.add("TH", scope="Row"))
            placed.append(Placed(left, y, label))
            cell = row.add("TD")
            texts = fact.value.texts if isinstance(fact.value, Lines) else (fact.value,)
            below = y
            for text in texts:
                look = self._theme.styles[Style.CELL]
                lines = self._typesetter.set_lines(text, look, width - first)
                value = text_box(lines, look, width - first, cell if len(texts) == 1 else cell.add("P"))
                placed.append(Placed(left + first, below, value))
                below += value.height
            y = max(y + label.height, below) + self._theme.space(1)
        return placed

    def _text(self, text: str, style: Style, width: float, element: Element) -> TextBox:
        look = self._theme.styles[style]
        return text_box(self._typesetter.set_lines(text, look, width), look, width, element)
