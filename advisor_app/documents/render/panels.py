"""Laying out what is no running text: the facts below a title, key figures, steps, contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from advisor_app.documents.blocks import Align, Code, Fact, KeyFigures, Lines, Steps, Text
from advisor_app.documents.render.box import Stack, pair, stack
from advisor_app.documents.render.panel_box import EntryBox, GridBox, KeyFiguresBox, Placed, StepsBox
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.table_box import PADDING
from advisor_app.documents.render.text_box import TextBox, text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import PaperTheme, Style
from advisor_app.texts import Texts

_WIDEST_LABEL = 0.45
_NUMBER_WIDTH = 24.0
_BAR_HEIGHT = 7.0
_CURRENT: Mapping[str, Any] = MappingProxyType({"weight": 600, "ink": "ink"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as contents and bookmarks list it; ``depth`` counts from 0."""

    key: str
    title: str
    depth: int


class PanelMaker:
    """Makes panels of one document."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter) -> None:
        self._theme = theme
        self._typesetter = typesetter

    def fact_grid(self, facts: Sequence[Fact], parent: Element, width: float) -> GridBox:
        """Facts in two columns, row by row."""
        gutter = self._theme.sheet.gutter
        half = (width - gutter) / 2
        label_style = self._theme.styles[Style.LABEL]
        longest = max(self._typesetter.natural_width(fact.label, label_style) for fact in facts)
        label_width = min(longest, half * _WIDEST_LABEL) + self._theme.space(4)
        value_width = half - label_width
        body = parent.add("Table").add("TBody")
        placed: list[Placed] = []
        y = 0.0
        for index in range(0, len(facts), 2):
            deepest = 0.0
            for column, fact in enumerate(facts[index : index + 2]):
                row = body.add("TR")  # two facts stand side by side, but have nothing in common
                x = column * (half + gutter)
                label = self._text(
                    fact.label, Style.LABEL, label_width - self._theme.space(4), row.add("TH", scope="Row")
                )
                placed.append(Placed(x, y, label))
                cell = row.add("TD")
                below = y
                texts = fact.value.texts if isinstance(fact.value, Lines) else (fact.value,)
                for text in texts:
                    value = self._text(text, Style.VALUE, value_width, cell if len(texts) == 1 else cell.add("P"))
                    placed.append(Placed(x + label_width, below, value))
                    below += value.height
                deepest = max(deepest, label.height, below - y)
            y += deepest + self._theme.space(1)
        return GridBox(height=y - self._theme.space(1), after=self._theme.space(3), texts=tuple(placed))

    def key_figures(self, block: KeyFigures, parent: Element, width: float) -> KeyFiguresBox:
        """Figures side by side, their labels below them."""
        padding = self._theme.space(3)
        each = width / len(block.figures)
        figures = parent.add("L")
        figures.numbering = "None"
        placed: list[Placed] = []
        bars: list[float] = []
        height = 0.0
        for index, figure in enumerate(block.figures):
            body = figures.add("LI").add("LBody")
            x = index * each
            left = padding if index else 0.0
            room = each - left - self._theme.space(2)
            value = self._text(figure.value, Style.KEY, room, body.add("P"))
            label = self._text(figure.label, Style.KEY_LABEL, room, body.add("P"))
            placed += [Placed(x + left, 0, value), Placed(x + left, value.height, label)]
            height = max(height, value.height + label.height)
            if index:
                bars.append(x)
        grid = GridBox(height=height, texts=tuple(placed))
        return KeyFiguresBox(
            height=height + 2 * padding,
            before=self._theme.space(3),
            after=self._theme.space(3),
            grid=grid,
            width=width,
            padding=padding,
            bars=tuple(bars),
        )

    def code(self, block: Code, parent: Element, width: float) -> KeyFiguresBox:
        """Every character in a cell of the same width, so that none is overlooked, with a stroke between groups."""
        characters = "-".join(block.groups)
        cell = width / len(characters)
        padding, style = self._theme.space(3), self._theme.styles[Style.CODE]
        caption = self._text(block.words, Style.KEY_LABEL, width, parent.add("P"))
        element = parent.add("P")
        placed = [Placed(0, 0, caption)]
        for index, character in enumerate(characters):
            lines = self._typesetter.set_lines(character, style, cell)
            placed.append(Placed(index * cell, caption.height, text_box(lines, style, cell, element, Align.CENTRE)))
        height = caption.height + style.line
        return KeyFiguresBox(
            height=height + 2 * padding,
            before=self._theme.space(3),
            after=self._theme.space(3),
            grid=GridBox(height=height, texts=tuple(placed)),
            width=width,
            padding=padding,
            bars=(),
        )

    def steps(self, block: Steps, parent: Element, width: float) -> StepsBox:
        """Bars in a row with number and title below each; a title may take the gutter too."""
        gutter = self._theme.space(1)
        count = len(block.titles)
        each = (width - gutter * (count - 1)) / count
        element = parent.add("Figure", alternative=self._typesetter.plain(block.words))
        placed = []
        height = 0.0
        for index, title in enumerate(block.titles):
            style = replace(self._theme.styles[Style.KEY_LABEL], **_CURRENT if index == block.current else {})
            y = _BAR_HEIGHT + self._theme.space(1)
            for text in title.texts if isinstance(title, Lines) else (title,):
                lines = self._typesetter.set_lines(text, style, each + gutter - 1)
                box = text_box(lines, style, each, element)
                placed.append(Placed(index * (each + gutter), y, box))
                y += box.height
            height = max(height, y)
        return StepsBox(
            height=height,
            before=self._theme.space(2),
            after=self._theme.space(3),
            grid=GridBox(height=height, texts=tuple(placed)),
            bar=_BAR_HEIGHT,
            width=width,
            gutter=gutter,
            count=count,
            current=block.current,
            element=element,
        )

    def contents(self, entries: Sequence[Entry], toc: Element, width: float, texts: Texts) -> Stack:
        """Headings with the pages they stand on, in two columns that are read one after the other."""
        heading = self._text(texts("documents.contents"), Style.SECTION, width, toc.add("Caption"))
        gutter = self._theme.sheet.gutter
        each = (width - gutter) / 2
        half = (len(entries) + 1) // 2
        columns = [
            stack([self._entry(entry, toc, each, texts) for entry in part]) for part in (entries[:half], entries[half:])
        ]
        return stack((heading, pair(columns[0], columns[1], each + gutter)))

    def _entry(self, entry: Entry, toc: Element, width: float, texts: Texts) -> EntryBox:
        link = toc.add("TOCI").add("Reference").add("Link")
        style = self._theme.styles[Style.CELL]
        lines = self._typesetter.set_lines(entry.title, style, width - _NUMBER_WIDTH)
        # A blank parts the title from the page number for those who listen.
        text = text_box((*lines[:-1], replace(lines[-1], joint=" ")), style, width, link)

        def number(page: int) -> TextBox:
            return text_box(self._typesetter.set_lines(str(page), style, width), style, width, link, Align.END)

        return EntryBox(
            height=text.height + 2 * PADDING,
            text=text,
            padding=PADDING,
            key=entry.key,
            width=width,
            element=link,
            number=number,
            words=partial(_link_words, texts, entry.title),
        )

    def _text(self, text: Text, style: Style, width: float, element: Element) -> TextBox:
        look = self._theme.styles[style]
        return text_box(self._typesetter.set_lines(text, look, width), look, width, element)


def _link_words(texts: Texts, title: str, page: int) -> str:
    return texts("documents.contents-link", title=title, page=page)
