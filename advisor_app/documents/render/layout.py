"""From blocks to boxes of a known height, with the tree of elements in the order of the story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.scene import Chart, Scene
from advisor_app.documents.blocks import (
    Annex,
    Block,
    Bullets,
    Callout,
    CalloutKind,
    Code,
    Columns,
    Contents,
    Document,
    FactGrid,
    FactTable,
    Figure,
    Heading,
    KeepTogether,
    KeyFigures,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Steps,
    Table,
    Text,
    TitleBlock,
    inside,
)
from advisor_app.documents.figure_table import table_of_figure
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.paper_blocks import (
    AddressField,
    CardSheet,
    Framed,
    Picture,
    SignatureLines,
    TickList,
    WritingLines,
)
from advisor_app.documents.render.box import Box, Stack, pair, stack
from advisor_app.documents.render.forms import FormMaker
from advisor_app.documents.render.framed_box import FramedBox, framed
from advisor_app.documents.render.letterhead import LetterheadMaker
from advisor_app.documents.render.panel_box import CalloutBox, FigureBox
from advisor_app.documents.render.panels import Entry, PanelMaker
from advisor_app.documents.render.paper import PaperMaker
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.table_layout import TableMaker
from advisor_app.documents.render.text_box import HeadingBox, ItemBox, TextBox, text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import PaperTheme, Style

_HEADINGS = {2: Style.SECTION, 3: Style.SUBSECTION, 4: Style.MINOR}
_PARAGRAPHS = {
    ParagraphKind.BODY: Style.BODY,
    ParagraphKind.NOTE: Style.NOTE,
    ParagraphKind.LEAD: Style.LEAD,
    ParagraphKind.DISPLAY: Style.DISPLAY,
}
_BULLET = "•"
_HEADING_ROOM = 60.0
"""What a heading and its room may take of a page above a chart that fills it."""


class Mark(Enum):
    """What is no box but changes the flow."""

    NEW_PAGE = "new-page"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class ContentsPlace:
    """Where the contents stand, if the document is long enough for them."""

    element: Element


Item = Box | Mark | ContentsPlace


class Layout:
    """Lays out one document. Boxes are as wide as the text area unless they stand in a column."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter, document: Document) -> None:
        texts = document.texts
        self._document = document
        titles = sum(_titles(block) for block in document.blocks)
        self.root = Element(role="Document")
        self.entries: list[Entry] = []
        self._outermost = 1 if titles > 1 else 2  # one title is the document's; several are places to go to
        self._theme = theme
        self._typesetter = typesetter
        self._texts = texts
        self._tables = TableMaker(theme, typesetter)
        self._panels = PanelMaker(theme, typesetter)
        self._paper = PaperMaker(theme, typesetter, texts)
        self._forms = FormMaker(theme, typesetter)
        self._letterheads = LetterheadMaker(theme, typesetter, document.brand.logos)

    def letterhead(self) -> Sequence[Box]:
        """What stands above all blocks: the logos, where there are any. Raises AdvisorError(PICTURE_UNREADABLE)."""
        if isinstance(next(iter(self._document.blocks), None), Framed | CardSheet):
            return ()  # both fill their page; a frame has its logos inside
        return self._logos(self._theme.sheet.room)

    def _logos(self, width: float) -> Sequence[Box]:
        above_letter = isinstance(next(iter(self._document.blocks), None), AddressField)
        return self._letterheads.boxes(self.root, width, above_letter=above_letter)

    def items(self, blocks: Iterable[Block]) -> Iterator[Item]:
        """Boxes and marks of the document's blocks, one by one as they are laid out."""
        for block in blocks:
            match block:
                case PageBreak():
                    yield Mark.NEW_PAGE
                case Annex():
                    yield Mark.ANNEX
                    yield self._heading(Heading(2, block.title), self._theme.sheet.room)
                case Framed():
                    yield Mark.NEW_PAGE
                    yield from self._boxes(block, self._theme.sheet.room)
                case Contents():
                    yield ContentsPlace(self.root.add("TOC"))
                case _:
                    yield from self._boxes(block, self._theme.sheet.room)

    def contents(self, place: ContentsPlace) -> Stack:
        """The table of contents; to be called when every heading has been laid out."""
        outer = [entry for entry in self.entries if not entry.depth]
        return self._panels.contents(outer, place.element, self._theme.sheet.room, self._texts)

    def _boxes(self, block: Block, width: float) -> Sequence[Box]:
        match block:
            case TitleBlock():
                return self._title(block, width)
            case Heading():
                return (self._heading(block, width),) if self._typesetter.plain(block.text) else ()
            case Paragraph():
                return (self._paragraph(block, width),)
            case Bullets():
                return tuple(self._bullets(block, width))
            case KeyFigures():
                return (self._panels.key_figures(block, self.root, width),)
            case Code():
                return (self._panels.code(block, self.root, width),)
            case FactGrid():
                return (self._panels.fact_grid(block.facts, self.root, width),)
            case FactTable():
                return (self._tables.facts(block, self.root, width),)
            case Table():
                return (self._tables.table(block, self.root, width),)
            case Figure():
                return self._figure(block, width)
            case Steps():
                return (self._panels.steps(block, self.root, width),)
            case Callout():
                return (self._callout(block, width),)
            case Framed():
                return (self._framed(block, width),)
            case KeepTogether():
                return (self._stack(block.blocks, width),)
            case Columns():
                return (self._columns(block, width),)
            case WritingLines() | TickList() | SignatureLines() | CardSheet() | AddressField() | Picture():
                return self._paper.boxes(block, self.root, width)
            case ChoiceField():
                return (self._forms.choice(block, self.root, width),)
            case TextField():
                return (self._forms.text(block, self.root, width),)
            case PageBreak() | Annex() | Contents():
                raise ValueError(f"{type(block).__name__} cannot stand inside another block")
            case _:
                assert_never(block)

    def _framed(self, block: Framed, width: float) -> FramedBox:
        inset = self._theme.space(7)
        room = width - 2 * inset
        inner = stack((*self._logos(room), *self._stack(block.blocks, room).boxes))
        foot = self._stack(block.foot, room)
        return framed(inner, foot, width, self._theme.sheet.depth, inset)

    def _stack(self, blocks: Iterable[Block], width: float) -> Stack:
        return stack([box for block in blocks for box in self._boxes(block, width)])

    def _columns(self, block: Columns, width: float) -> Box:
        each = (width - self._theme.sheet.gutter) / 2
        left = self._stack(block.left, each)
        return pair(left, self._stack(block.right, each), each + self._theme.sheet.gutter)

    def _text(self, text: Text, style: Style, width: float, element: Element) -> TextBox:
        look = self._theme.styles[style]
        return text_box(self._typesetter.set_lines(text, look, width), look, width, element)

    def _title(self, block: TitleBlock, width: float) -> Sequence[Box]:
        title = self._text(block.title, Style.TITLE, width, self.root.add("H1"))
        boxes: list[Box] = [title if self._outermost > 1 else self._headed(title, block.title, 0)]
        if block.subtitle:
            boxes.append(self._text(block.subtitle, Style.SUBTITLE, width, self.root.add("P")))
        if block.facts:
            boxes.append(self._panels.fact_grid(block.facts, self.root, width))
        return (stack(boxes),)

    def _heading(self, block: Heading, width: float) -> HeadingBox:
        # No level can be skipped, among bookmarks and by those who listen; a heading without one above it moves up.
        deepest = self.entries[-1].depth + 1 if self.entries else 0
        depth = min(block.level - self._outermost, deepest)
        role = f"H{depth + self._outermost}"
        text = self._text(block.text, _HEADINGS[block.level], width, self.root.add(role))
        return self._headed(text, block.text, depth, block.anchor)

    def _headed(self, text: TextBox, title: str, depth: int, anchor: str = "") -> HeadingBox:
        """A heading that contents and bookmarks list."""
        entry = Entry(f"h{len(self.entries)}", self._typesetter.plain(title), depth)
        self.entries.append(entry)
        return HeadingBox(
            height=text.height,
            before=text.before,
            after=text.after,
            keeps_next=True,
            text=text,
            key=entry.key,
            title=entry.title,
            depth=entry.depth,
            anchor=anchor,
        )

    def _paragraph(self, block: Paragraph, width: float) -> TextBox:
        style = _PARAGRAPHS[block.kind]
        return replace(self._text(block.text, style, width, self.root.add("P")), keeps_next=block.introduces)

    def _bullets(self, block: Bullets, width: float) -> Iterator[Box]:
        items = self.root.add("L")
        items.numbering = "Decimal" if block.numbered else "Disc"
        indent = self._theme.space(4)
        written = [item for item in block.items if self._typesetter.plain(item)]
        last = len(written) - 1
        for index, item in enumerate(written):
            element = items.add("LI")
            mark = self._text(f"{index + 1}." if block.numbered else _BULLET, Style.BODY, indent, element.add("Lbl"))
            text = self._text(item, Style.BODY, width - indent, element.add("LBody"))
            yield ItemBox(
                height=text.height,
                after=text.after if index == last else self._theme.space(1) / 2,
                mark=mark,
                text=replace(text, indent=indent),
            )

    def _callout(self, block: Callout, width: float) -> CalloutBox:
        note = self.root.add("Div")
        indent = self._theme.space(4)
        texts = [self._text(text, Style.BODY, width - indent, note.add("P")) for text in block.paragraphs]
        gap = self._theme.space(1)
        return CalloutBox(
            height=sum(text.height for text in texts) + gap * (len(texts) - 1),
            before=self._theme.space(3),
            after=self._theme.space(3),
            texts=tuple(texts),
            role="amber" if block.kind is CalloutKind.ATTENTION else "primary",
            indent=indent,
            gap=gap,
        )

    def _figure(self, block: Figure, width: float) -> Sequence[Box]:
        scenes = [
            chart.scene(width, self._theme.tokens.chart, self._texts) for chart in self._pages(block.chart, width)
        ]
        boxes: list[Box] = [self._picture(scene, width) for scene in scenes]
        if block.caption:
            caption = self._text(block.caption, Style.NOTE, width, self.root.add("P"))
            boxes[-1] = stack((boxes[-1], caption))
        if block.with_table:
            boxes.append(self._tables.table(table_of_figure(scenes[-1]), self.root, width))
        return boxes

    def _pages(self, chart: Chart, width: float) -> Sequence[Chart]:
        """The chart, cut into several where it is made for that and no page could hold it."""
        if not isinstance(chart, Gantt):
            return (chart,)
        height = self._theme.sheet.depth - _HEADING_ROOM
        return chart.pages(width, self._theme.tokens.chart, self._texts, height=height)

    def _picture(self, scene: Scene, width: float) -> FigureBox:
        """A chart in the middle of its column, made smaller where no page could hold it."""
        scale = min(1.0, (self._theme.sheet.depth - _HEADING_ROOM) / scene.height)
        return FigureBox(
            height=scene.height * scale,
            before=self._theme.space(2),
            after=self._theme.space(2),
            scene=scene,
            element=self.root.add("Figure", alternative=self._typesetter.plain(scene.alternative)),
            indent=(width - scene.width * scale) / 2,
            scale=scale,
        )


def _titles(block: Block) -> int:
    """How many titles a block brings."""
    if isinstance(block, Framed):
        return sum(map(_titles, inside(block)))
    return int(isinstance(block, TitleBlock))
