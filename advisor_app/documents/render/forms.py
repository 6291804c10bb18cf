"""Laying out the fields of forms."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.paper_blocks import Tick
from advisor_app.documents.render.box import Box, stack
from advisor_app.documents.render.field_place import Option
from advisor_app.documents.render.form_box import CIRCLE, OptionBox, OptionRowBox, TextFieldBox
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.text_box import TextBox
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import PaperTheme, Style

FONT_SIZE = 10.0
"""Size of what is typed."""

LINE = 13.0
"""Height of a line of what is typed."""

FRAME = 3.0
"""Room between a field's frame and what is typed."""

_SHORT = 130.0
_MARK_WIDTH = 12.0


class FormMaker:
    """Makes the fields of one document."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter) -> None:
        self._theme = theme
        self._typesetter = typesetter

    def choice(self, block: ChoiceField, parent: Element, width: float) -> Box:
        """Options below one another, or side by side."""
        block = replace(block, words=self._typesetter.plain(block.words))
        part = parent.add("Div")
        each = width / len(block.options) if block.row else width
        marked = any(option.mark for option in block.options)
        made = [self._option(block, index, part, each, marked=marked) for index in range(len(block.options))]
        if not block.row:
            return stack([*made[:-1], replace(made[-1], after=self._theme.space(3))])
        height = max(option.height for option in made)
        return OptionRowBox(height=height, after=self._theme.space(3), options=tuple(made), width=each)

    def _option(self, block: ChoiceField, index: int, parent: Element, width: float, *, marked: bool) -> OptionBox:
        option = block.options[index]
        line = parent.add("P")
        element = line.add("Form")
        start = CIRCLE + self._theme.space(2)
        mark = self._text(option.mark, Style.VALUE, width, line, start) if option.mark else None
        if mark is not None:
            mark = replace(mark, lines=(replace(mark.lines[-1], joint=" "),))
        start += _MARK_WIDTH if marked else 0.0
        text = self._text(option.text, Style.CELL, width - start, line, start)
        return OptionBox(
            height=text.height,
            before=self._theme.space(1),
            after=self._theme.space(1),
            option=Option(block, index, self._spoken(block, option)),
            element=element,
            mark=mark,
            text=text,
        )

    def _spoken(self, block: ChoiceField, option: Tick) -> str:
        said = " ".join(filter(None, (option.mark, self._typesetter.plain(option.text))))
        return f"{block.words} – {said}"

    def text(self, block: TextField, parent: Element, width: float) -> TextFieldBox:
        """A field as wide as the column, or short where it takes a figure with its unit."""
        line = parent.add("P")
        label = self._text(block.label, Style.LABEL, width, line.add("Span")) if block.label else None
        element = line.add("Form")
        depth = block.lines * LINE + 2 * FRAME
        room = _SHORT if block.short else width
        unit = None
        if block.unit:
            start = room + self._theme.space(2)
            unit = self._text(block.unit, Style.CELL, width - start, line.add("Span"), start)
        return TextFieldBox(
            height=depth + (label.height + self._theme.space(1) / 2 if label is not None else 0.0),
            before=self._theme.space(1),
            after=self._theme.space(3),
            field=replace(block, words=self._typesetter.plain(block.words)),
            element=element,
            label=label,
            unit=unit,
            width=room,
            depth=depth,
        )

    def _text(self, text: str, style: Style, width: float, element: Element, indent: float = 0.0) -> TextBox:
        look = self._theme.styles[style]
        lines = self._typesetter.set_lines(text, look, width)
        return TextBox(
            height=len(lines) * look.line, lines=lines, leading=look.line, width=width, element=element, indent=indent
        )
