"""A document as a text document (DOCX): what it says, in an order and with headings that a word processor knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import assert_never

from docx.shared import Pt

from advisor_app.documents.blocks import (
    Annex,
    Block,
    Bullets,
    Callout,
    Code,
    Columns,
    Contents,
    Document,
    Fact,
    FactGrid,
    FactTable,
    Figure,
    Heading,
    Inline,
    KeepTogether,
    KeyFigures,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Run,
    Steps,
    Table,
    Text,
    TitleBlock,
    inside,
)
from advisor_app.documents.editable.scene_picture import scene_picture
from advisor_app.documents.editable.word_format import CALLOUT, NOTE, empty_text_document, speak_picture
from advisor_app.documents.editable.word_paper import typed
from advisor_app.documents.editable.word_table import WordTables, add_text
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
from advisor_app.documents.printed_image import fitted_image, image_file, printed_image, printed_size
from advisor_app.documents.theme import load_paper
from advisor_app.languages import LANGUAGES

_HIGHEST_SHARE = 0.85
"""Share of a page's height that a picture may take: its heading and its caption stay with it."""

Report = Callable[[float], None]
"""Takes how much is done, from 0 to 1; may raise to stop the work."""


def text_document(document: Document, report: Report) -> bytes:
    """The bytes of a DOCX with the document's headings, tables and pictures, and the words that speak for them."""
    writer = _Writer(document)
    for done, block in enumerate(document.blocks):
        report(done / len(document.blocks))
        writer.add((block,))
    return writer.data()


class _Writer:
    """Adds blocks to a text document, one below the other."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._theme = load_paper(document.orientation)
        self._made = empty_text_document(document, self._theme, LANGUAGES[document.texts.language].tag)
        self._tables = WordTables(self._made, self._theme)
        self._next_on_new_page = False

    def data(self) -> bytes:
        """The finished file."""
        file = BytesIO()
        self._made.save(file)
        return file.getvalue()

    def add(self, blocks: Iterable[Block]) -> None:
        """What blocks say, in the order in which they are read."""
        for block in blocks:
            self._add(block)

    def _add(self, block: Block) -> None:
        match block:
            case TitleBlock():
                self._heading(1, block.title)
                if block.subtitle:
                    self._line(block.subtitle, "Subtitle")
                self._facts(block.facts)
            case Heading():
                self._heading(block.level, block.text)
            case Paragraph():
                self._line(block.text, NOTE if block.kind is ParagraphKind.NOTE else "Normal", keep=block.introduces)
            case Bullets():
                self._list(block)
            case KeyFigures():
                self._facts(tuple(Fact(figure.label, figure.value) for figure in block.figures))
            case Code():
                self._line((Run(" ".join(block.groups), strong=True),), "Normal")
            case FactGrid() | FactTable():
                self._facts(block.facts)
            case Table():
                self._tables.add(block)
                self._gap()
            case Figure():
                self._figure(block)
            case Steps():
                self._line(block.words, "Normal")
            case Callout():
                self._lines(block.paragraphs, CALLOUT)
            case PageBreak():
                self._next_on_new_page = True
            case Annex():
                self._next_on_new_page = True
                self._heading(2, block.title)
            case Contents():
                pass  # the word processor lists headings itself, with page numbers that stay right
            case KeepTogether() | Framed() | Columns():
                self.add(inside(block))
            case (
                WritingLines()
                | TickList()
                | SignatureLines()
                | CardSheet()
                | AddressField()
                | ChoiceField()
                | TextField()
            ):
                self.add(typed(block))
            case Picture():
                self._picture(block)
            case _:
                assert_never(block)

    def _list(self, block: Bullets) -> None:
        """Items with their numbers typed before them: a list that counts would go on counting in the next one."""
        if block.numbered:
            self._lines(tuple(map(_numbered, range(1, len(block.items) + 1), block.items)), "Normal")
        else:
            self._lines(block.items, "List Bullet")

    def _heading(self, level: int, text: str) -> None:
        self._line(text, f"Heading {level}", keep=True)

    def _lines(self, texts: Iterable[Text], style: str) -> None:
        for text in texts:
            self._line(text, style)

    def _line(self, text: Text, style: str, *, keep: bool = False) -> None:
        line = self._made.add_paragraph(style=style)
        add_text(line, text)
        if keep:
            line.paragraph_format.keep_with_next = True
        if self._next_on_new_page:
            line.paragraph_format.page_break_before = True
            self._next_on_new_page = False

    def _facts(self, facts: tuple[Fact, ...]) -> None:
        if facts:
            self._tables.add_facts(facts)
            self._gap()

    def _gap(self) -> None:
        """Room below a table: two that touch would become one."""
        line = self._made.add_paragraph(style=NOTE)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)

    def _picture(self, block: Picture) -> None:
        line = self._made.add_paragraph()
        line.paragraph_format.keep_with_next = bool(block.caption)
        image = printed_image(block.content, block.words)
        width, height = printed_size(image, self._theme.sheet.room, block.greatest_height)
        file = image_file(fitted_image(image, width), block.content)
        speak_picture(line.add_run().add_picture(file, Pt(width), Pt(height)), block.caption, block.words)
        if block.caption:
            self._line(block.caption, "Caption")

    def _figure(self, block: Figure) -> None:
        sheet = self._theme.sheet
        scene = block.chart.scene(sheet.room, self._theme.tokens.chart, self._document.texts)
        scale = min(1.0, _HIGHEST_SHARE * sheet.depth / scene.height, sheet.room / scene.width)
        line = self._made.add_paragraph()
        line.paragraph_format.keep_with_next = bool(block.caption)
        picture = line.add_run().add_picture(
            BytesIO(scene_picture(scene, self._theme.tokens)), Pt(scene.width * scale), Pt(scene.height * scale)
        )
        speak_picture(picture, scene.title, scene.alternative)
        if block.caption:
            self._line(block.caption, "Caption")
        if block.with_table:
            self._tables.add(table_of_figure(scene))
            self._gap()


def _numbered(number: int, text: Text) -> Text:
    """An item with its number."""
    runs: tuple[Inline, ...] = (Run(text),) if isinstance(text, str) else text
    return (Run(f"{number}. "), *runs)
