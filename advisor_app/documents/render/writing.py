"""Laying out what people write on: lines, boxes to tick, places to sign."""

from __future__ import annotations

from advisor_app.documents.paper_blocks import SignatureLines, Tick, TickList, WritingLines
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.panel_box import GridBox, Placed
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import TickPlace
from advisor_app.documents.render.text_box import TextBox, text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.render.writing_box import SignatureBox, TickListBox, WritingBox
from advisor_app.documents.theme import PaperTheme, Style
from advisor_app.texts import Texts

_SIGNATURE_LINES = 1.5
"""Room above a line to sign on, in lines of handwriting."""


class WritingMaker:
    """Makes the places to write on of one document; what is to be written there is told to those who listen."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter, texts: Texts) -> None:
        self._theme = theme
        self._typesetter = typesetter
        self._texts = texts

    def lines(self, block: WritingLines, parent: Element, width: float) -> WritingBox:
        """Lines with the label in the room of the first."""
        spoken = self._texts("documents.writing.lines", label=self._typesetter.plain(block.label), count=block.count)
        return WritingBox(
            height=block.count * self._theme.writing_line,
            before=self._theme.space(1),
            after=self._theme.space(3),
            label=self._text(block.label, Style.KEY_LABEL, width, parent.add("P")),
            element=parent.add("Form", alternative=spoken),
            pitch=self._theme.writing_line,
            count=block.count,
            width=width,
        )

    def ticks(self, block: TickList, parent: Element, width: float) -> Box:
        """Boxes with their texts in a hanging indent."""
        items = parent.add("L")
        items.numbering = "Square"
        size, gutter = self._theme.tokens.size["tick_box"], self._theme.sheet.gutter
        each = (width - gutter * (block.columns - 1)) / block.columns
        marks = self._mark_width(block)
        texts: list[Placed] = []
        boxes: list[TickPlace] = []
        y = deepest = 0.0
        for index, tick in enumerate(block.ticks):
            if index and not index % block.columns:
                y, deepest = y + deepest + self._theme.space(1), 0.0
            x = index % block.columns * (each + gutter)
            item = items.add("LI")
            label = item.add("Lbl")
            leading = self._theme.styles[Style.CELL].line
            boxes.append(TickPlace(self._form(tick, label), x, y + (leading - size) / 2))
            indent = x + size + self._theme.space(2)
            if tick.mark:
                texts.append(Placed(indent, y, self._text(tick.mark, Style.VALUE, marks, label)))
            style = Style.VALUE if tick.ticked else Style.CELL
            text = self._text(tick.text, style, each - (indent - x) - marks, item.add("LBody"))
            texts.append(Placed(indent + marks, y, text))
            deepest = max(deepest, text.height, size)
        grid = GridBox(height=y + deepest, texts=tuple(texts))
        return TickListBox(
            height=grid.height,
            before=self._theme.space(1),
            after=self._theme.space(2),
            grid=grid,
            ticks=tuple(boxes),
            size=size,
        )

    def signatures(self, block: SignatureLines, parent: Element, width: float) -> SignatureBox:
        """Lines side by side with their labels below."""
        gutter = self._theme.sheet.gutter * 2
        each = (width - gutter * (len(block.labels) - 1)) / len(block.labels)
        above = self._theme.writing_line * _SIGNATURE_LINES
        labels: list[Placed] = []
        elements: list[Element] = []
        for index, label in enumerate(block.labels):
            text = self._text(label, Style.KEY_LABEL, each, parent.add("P"))
            labels.append(Placed(index * (each + gutter), above + self._theme.space(1), text))
            spoken = self._texts("documents.writing.signature", label=self._typesetter.plain(label))
            elements.append(parent.add("Form", alternative=spoken))
        height = above + self._theme.space(1) + max(placed.text.height for placed in labels)
        return SignatureBox(
            height=height,
            before=self._theme.space(3),
            after=self._theme.space(3),
            labels=GridBox(height=height, texts=tuple(labels)),
            elements=tuple(elements),
            line=above,
            width=each,
        )

    def _form(self, tick: Tick, parent: Element) -> Element:
        key = "ticked" if tick.ticked else "tick"
        words = self._typesetter.plain(f"{tick.mark} {tick.text}")
        form = parent.add("Form", alternative=self._texts(f"documents.writing.{key}", words=words))
        form.tick = tick.ticked
        return form

    def _mark_width(self, block: TickList) -> float:
        style = self._theme.styles[Style.VALUE]
        widest = max((self._typesetter.natural_width(tick.mark, style) for tick in block.ticks if tick.mark), default=0)
        return widest + self._theme.space(2) if widest else 0.0

    def _text(self, text: str, style: Style, width: float, element: Element) -> TextBox:
        look = self._theme.styles[style]
        return text_box(self._typesetter.set_lines(text, look, width), look, width, element)
