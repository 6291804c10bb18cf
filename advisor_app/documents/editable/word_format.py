"""What a text document looks like, and what python-docx has no word for: languages, repeated heads, spoken pictures."""

from __future__ import annotations

from datetime import datetime, time

import docx
from docx.document import Document as TextDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shape import InlineShape
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from advisor_app.documents.blocks import Document
from advisor_app.documents.editable.plain import plain
from advisor_app.documents.theme import PaperTheme, Style

FAMILY = "Calibri"
"""On every machine with a word processor; ours would be missing there and be replaced by chance."""

NOTE = "Hinweis"
"""Name of the paragraph style for notes, as the reader's list of styles shows it."""

CALLOUT = "Kasten"
"""Name of the paragraph style for sentences set apart."""

GRID = "Table Grid"
"""Name of the style of all tables."""

_STYLES = {
    "Normal": Style.BODY,
    "Heading 1": Style.TITLE,
    "Subtitle": Style.SUBTITLE,
    "Heading 2": Style.SECTION,
    "Heading 3": Style.SUBSECTION,
    "Heading 4": Style.MINOR,
    "Caption": Style.NOTE,
}


def empty_text_document(document: Document, theme: PaperTheme, language: str) -> TextDocument:
    """A text document with our page, styles, properties and margins, and nothing in it yet."""
    made = docx.Document()
    _set_properties(made, document, language)
    _set_styles(made, theme, language)
    _set_page(made.sections[0], theme)
    _fill_margins(made.sections[0], document, Pt(theme.sheet.room))
    return made


def added_row(table: Table) -> _Row:
    """A new last row that stays on one page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx left this one out
    keep_whole(row)
    return row


def repeat_as_head(row: _Row) -> None:
    """Make a row the table's head, on every page and for those who listen."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  python-docx has no other way


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 — python-docx has no other way


def describe_table(table: Table, summary: str) -> None:
    """Say what a table shows."""
    properties = table._tbl.tblPr  # noqa: SLF001 — python-docx has no other way
    properties.append(_with_value("w:tblDescription", plain(summary)))


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground (``#RRGGBB``)."""
    shading = _with_value("w:shd", "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour.lstrip("#"))
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 — python-docx has no other way


def speak_picture(picture: InlineShape, title: str, alternative: str) -> None:
    """Give a picture its spoken words."""
    inline = picture._inline  # noqa: SLF001 — python-docx has no other way
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # left out, some word processors add room and cut the picture
    properties = inline.docPr
    properties.set("title", plain(title))
    properties.set("descr", plain(alternative))


def add_link(line: Paragraph, words: str, address: str) -> None:
    """Words that lead to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = line.add_run(plain(words))
    run.font.underline = True
    link.append(run._r)  # noqa: SLF001 — python-docx has no other way
    line._p.append(link)  # noqa: SLF001 — python-docx has no other way


def _set_properties(made: TextDocument, document: Document, language: str) -> None:
    properties = made.core_properties
    properties.created = properties.modified = datetime.combine(document.created, time())
    properties.title = plain(document.title)[:255]
    properties.subject = plain(document.subject)[:255]
    properties.author = plain(document.author)[:255]
    properties.language = language
    properties.comments = ""
    properties.keywords = ""


def _set_styles(made: TextDocument, theme: PaperTheme, language: str) -> None:
    for name, kind in _STYLES.items():
        style = made.styles[name]
        if isinstance(style, ParagraphStyle):
            _set_style(style, theme, kind)
    for name, ground in ((NOTE, None), (CALLOUT, "primary_soft")):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        if ground is None:
            _set_style(style, theme, Style.NOTE)
        else:
            shading = _with_value("w:shd", "clear")
            shading.set(qn("w:fill"), theme.colour(ground).lstrip("#"))
            style.element.get_or_add_pPr().append(shading)
    for name in ("Header", "Footer"):
        margin = made.styles[name]
        if isinstance(margin, ParagraphStyle):
            margin.paragraph_format.tab_stops.clear_all()
            _set_style(margin, theme, Style.RUNNING)
    for border in made.styles[GRID].element.iterfind(f".//{qn('w:tblBorders')}/*"):
        border.set(qn("w:color"), theme.colour("line").lstrip("#"))
    spoken = _with_value("w:lang", language)
    made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}").append(spoken)


def _set_style(style: ParagraphStyle, theme: PaperTheme, kind: Style) -> None:
    look = theme.styles[kind]
    style.font.name = FAMILY
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FAMILY)
    for theme_font in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme_font), None)
    style.font.size = Pt(look.size)
    for spacing in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        spacing.getparent().remove(spacing)
    style.font.bold = look.weight >= 600
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(theme.colour(look.ink).lstrip("#"))
    style.paragraph_format.space_before = Pt(look.before)
    style.paragraph_format.space_after = Pt(look.after)
    style.paragraph_format.line_spacing = look.line / look.size / 1.17
    style.paragraph_format.widow_control = True


def _set_page(section: Section, theme: PaperTheme) -> None:
    sheet = theme.sheet
    section.page_width, section.page_height = Pt(sheet.width), Pt(sheet.height)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.width > sheet.height else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Pt(sheet.left), Pt(sheet.right)
    section.top_margin, section.bottom_margin = Pt(sheet.top), Pt(sheet.bottom)


def _fill_margins(section: Section, document: Document, room: Pt) -> None:
    """Head and foot as on paper: house and occasion, state; name and version, page."""
    margins = document.margins
    head = " · ".join(filter(None, (margins.house, margins.occasion)))
    foot = " · ".join(filter(None, (margins.name, margins.version, margins.code)))
    for part, left, right in ((section.header, head, margins.state), (section.footer, foot, None)):
        line = part.paragraphs[0]
        line.paragraph_format.tab_stops.add_tab_stop(room, WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(plain(left))
        line.add_run("\t")
        if right is not None:
            line.add_run(plain(right))
        else:
            before, between, after = document.texts("documents.page", page="\0", pages="\0").split("\0")
            line.add_run(before)
            _field(line, "PAGE")
            line.add_run(between)
            _field(line, "NUMPAGES")
            line.add_run(after)


def _field(line: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    line._p.append(field)  # noqa: SLF001 — python-docx has no other way


def _with_value(name: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element
