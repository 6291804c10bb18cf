"""Text documents say what the document says, with headings, heads of tables and pictures that speak."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as TextDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import _Row
from PIL import Image

from advisor_app.documents.blocks import (
    Annex,
    Block,
    Bullets,
    Callout,
    Columns,
    Contents,
    Document,
    Fact,
    FactTable,
    Figure,
    Heading,
    KeepTogether,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Run,
    TitleBlock,
)
from advisor_app.documents.editable.text_document import text_document
from advisor_app.documents.kind import DocumentKind
from advisor_app.documents.kinds import KINDS, find_kind
from advisor_app.documents.paper_blocks import (
    AddressField,
    Card,
    CardSheet,
    Orientation,
    Picture,
    SignatureLines,
    Tick,
    TickList,
    WritingLines,
)
from advisor_app.domain.errors import AdvisorError
from tests.documents.samples import CASES, ODD, given, sample

KIND_NAMES = [kind.id for kind in KINDS]


def report_nothing(_done: float) -> None:
    """Nobody watches."""


def document_of(*blocks: Block) -> Document:
    return given(CASES["small"]()).document("result-report", "Probe", "Gegenstand", blocks)


def opened(document: Document) -> TextDocument:
    return docx.Document(BytesIO(text_document(document, report_nothing)))


def made(kind: DocumentKind, name: str) -> Document:
    return kind.make(sample(kind, name))


def settings_of(row: _Row) -> set[str]:
    """Names of what is set for a row."""
    return set() if row._tr.trPr is None else {item.tag for item in row._tr.trPr}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_document_can_be_edited(kind: str, case: str) -> None:
    try:
        document = made(find_kind(kind), case)
    except AdvisorError:
        assert case == "small"  # only a bare case may lack what a document is about
        return
    data = text_document(document, report_nothing)
    with ZipFile(BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(name))  # noqa: S314  our own file
    found = docx.Document(BytesIO(data))
    assert found.core_properties.language == "de-DE"
    lines = [line for line in found.paragraphs if line.text]
    title = lines[2 if isinstance(document.blocks[0], AddressField) else 0]  # a letter begins with both houses
    assert title.style is not None
    assert title.style.name == "Heading 1"


def test_the_file_says_when_it_was_made_not_its_template() -> None:
    document = document_of(Paragraph(text="Text"))
    properties = opened(document).core_properties
    assert properties.created is not None
    assert properties.modified is not None
    assert {properties.created.date(), properties.modified.date()} == {document.created}


def test_headings_keep_their_levels() -> None:
    found = opened(
        document_of(TitleBlock(title="Titel"), Heading(2, "Zwei"), Heading(3, "Drei"), Heading(4, "Vier"), Annex("A"))
    )
    headings = [(line.style.name, line.text) for line in found.paragraphs if line.style is not None and line.text]
    assert headings == [
        ("Heading 1", "Titel"),
        ("Heading 2", "Zwei"),
        ("Heading 3", "Drei"),
        ("Heading 4", "Vier"),
        ("Heading 2", "A"),
    ]


def test_emphasis_lists_and_links_stay() -> None:
    link = Run("Seite", address="https://www.beispiel.de/seite")
    found = opened(
        document_of(
            Paragraph(text=(Run("fett", strong=True), Run(" schräg", italic=True), link)),
            Bullets(("eins", "zwei")),
        )
    )
    line = found.paragraphs[0]
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in line.runs] == [
        ("fett", True, False),
        (" schräg", False, True),
    ]
    assert [(link.text, link.address) for link in line.hyperlinks] == [("Seite", "https://www.beispiel.de/seite")]
    assert [item.text for item in found.paragraphs if item.style is not None and item.style.name == "List Bullet"] == [
        "eins",
        "zwei",
    ]


def test_tables_have_a_head_that_repeats_and_say_what_they_show() -> None:
    document = made(find_kind("implementation-plan"), "full")
    tables = [table for table in opened(document).tables if table._tbl.tblPr.find(qn("w:tblDescription")) is not None]
    assert tables
    for table in tables:
        assert qn("w:tblHeader") in settings_of(table.rows[0])
        assert all(qn("w:cantSplit") in settings_of(row) for row in table.rows[1:])


def test_pictures_speak() -> None:
    found = opened(made(find_kind("result-report"), "full"))
    spoken = [shape._inline.docPr.get("descr") for shape in found.inline_shapes]
    assert len(spoken) >= 3
    assert all(text and len(text) > 40 for text in spoken)


def test_blocks_without_a_form_of_their_own_lose_no_word() -> None:
    figure = next(block for block in made(find_kind("result-report"), "full").blocks if isinstance(block, Figure))
    found = opened(
        document_of(
            KeyFigures((KeyFigure("3", "Phase"),)),
            FactTable((Fact("Kommune", "Eschentalbach"),)),
            Contents(),
            PageBreak(),
            KeepTogether((Paragraph(text="zusammen"),)),
            Columns((Paragraph(text="links"),), (Paragraph(text="rechts"),)),
            Callout(("abgesetzt",)),
            figure,
        )
    )
    words = "\n".join([line.text for line in found.paragraphs] + [cell.text for t in found.tables for cell in t._cells])
    for word in ("3", "Phase", "Kommune", "Eschentalbach", "zusammen", "links", "rechts", "abgesetzt"):
        assert word in words
    together = next(line for line in found.paragraphs if line.text == "zusammen")
    assert together.paragraph_format.page_break_before


def test_odd_characters_neither_break_the_file_nor_become_markup() -> None:
    found = opened(document_of(TitleBlock(title=ODD), Paragraph(text="a\x00b\ud800c\ufffed <w:t>")))
    assert found.paragraphs[-1].text == "abcd <w:t>"
    assert "<b>&amp; Tests</b>" in found.paragraphs[0].text


def test_the_margins_count_pages() -> None:
    footer = opened(document_of(Paragraph(text="x"))).sections[0].footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert footer.text.startswith("Probe")


def test_what_is_made_for_pens_can_be_typed() -> None:
    made = opened(
        document_of(
            TickList(ticks=(Tick(mark="0", text="gar nicht"), Tick(mark="1", text="in Ansätzen", ticked=True))),
            WritingLines(label="Notizen", count=3),
            SignatureLines(("Ort, Datum", "Unterschrift")),
            CardSheet(cards=(Card(figure="2", title="teilweise", text="Vieles ist geregelt."),), columns=2, rows=3),
            AddressField(sender="Absender", recipient=("Gemeinde", "35999 Ort"), information=(Fact("Zeichen", "7"),)),
        )
    )
    lines = [line.text for line in made.paragraphs]
    assert "☐ 0 gar nicht" in lines
    assert "☑ 1 in Ansätzen" in lines
    assert "2 teilweise\nVieles ist geregelt." in lines
    assert "Gemeinde\n35999 Ort" in lines
    labels = [row.cells[0].text for table in made.tables for row in table.rows]
    assert labels == ["Notizen", "Ort, Datum", "Unterschrift", "Zeichen"]


def test_a_photo_keeps_its_words() -> None:
    content = BytesIO()
    Image.new("RGB", (3000, 1500)).save(content, "JPEG")
    made = opened(document_of(Picture(content=content.getvalue(), words="Flipchart mit Zielen", caption="Ziele")))
    (picture,) = made.inline_shapes
    assert picture._inline.docPr.get("descr") == "Flipchart mit Zielen"
    assert picture.width == 2 * picture.height
    assert made.paragraphs[-1].text == "Ziele"


def test_a_sheet_across_stays_across() -> None:
    page = opened(replace(document_of(Paragraph(text="Quer")), orientation=Orientation.LANDSCAPE)).sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert page.page_width > page.page_height
    assert page.orientation is WD_ORIENT.LANDSCAPE
