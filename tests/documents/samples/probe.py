"""Documents made of blocks alone, for what has to hold whatever a document is about."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image

from advisor_app.documents.blocks import (
    Align,
    Annex,
    Block,
    Bullets,
    Callout,
    CalloutKind,
    ChipState,
    Code,
    Column,
    Columns,
    Contents,
    Document,
    Fact,
    FactGrid,
    FactTable,
    Figure,
    Heading,
    KeepTogether,
    KeyFigure,
    KeyFigures,
    LevelChip,
    Lines,
    Margins,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Steps,
    Table,
    TitleBlock,
)
from advisor_app.documents.paper_blocks import (
    Card,
    CardSheet,
    Picture,
    SignatureLines,
    Tick,
    TickBox,
    TickList,
    WritingLines,
)
from advisor_app.texts import load_texts
from tests.charts.examples.all_charts import CHARTS
from tests.documents.samples.odd import LONG_WORD

SENTENCE = "Die Gemeinde regelt zuerst Zuständigkeit, Folgekosten und den Umgang mit Verwaltungsdaten. "

ADDRESS = "https://www.eschentalbach.example/digitale-verwaltung/leitfaden"


def probe(*blocks: Block) -> Document:
    """A document of these blocks."""
    return Document(
        kind="probe",
        title="Probe",
        subject="Probe",
        author="Beratung",
        created=date(2026, 10, 5),
        texts=load_texts("de"),
        margins=Margins(house="Haus", occasion="Anlass", state="Stand", name="Name", version=""),
        blocks=blocks,
    )


def every_block() -> Document:
    """A document with every kind of block, a link over two lines, broken words, a table over two pages."""
    chip = LevelChip(2, "Stufe 2, teilweise")
    link = (Run("Näheres sagt der "), Run(f"Leitfaden für {SENTENCE * 2}", address=ADDRESS), Run("der Beratung."))
    return probe(
        TitleBlock(title="Alle Teile", subtitle="Probe", facts=(Fact("Haus", "Gemeinde"), Fact("Tag", "05.10.2026"))),
        Contents(),
        Heading(2, "Text"),
        Paragraph(text=SENTENCE * 4, introduces=True),
        Paragraph(text=link),
        Paragraph(text=(chip, Run(" und "), Run("mehr", strong=True), Run(f" {LONG_WORD} {SENTENCE}", italic=True))),
        Paragraph(text=(*(Run(SENTENCE), chip) * 3, Run(" Ende", quiet=True)), kind=ParagraphKind.NOTE),
        Bullets((SENTENCE * 3, (Run("Zweitens", strong=True), Run(f": {LONG_WORD}")))),
        Callout((SENTENCE, SENTENCE * 2), CalloutKind.ATTENTION),
        Code(("7KQ2M", "4W8XN"), "Code zum Abtippen"),
        Heading(3, "Zahlen"),
        KeyFigures((KeyFigure("2,4", "Stufe"), KeyFigure("17", "Fragen"), KeyFigure("3", "Personen"))),
        FactGrid(
            (Fact("Leitung", "Hauptamt"), Fact("Beginn", "März"), Fact("Ende", Lines(("Mai", "spätestens Juni"))))
        ),
        FactTable((Fact("Anlass", SENTENCE), Fact("Ziel", Lines((SENTENCE, LONG_WORD))), Fact("Offen", ""))),
        Heading(2, "Tabellen"),
        long_table(),
        Heading(2, "Bilder"),
        Figure(chart=CHARTS["radar"], caption="Stand und Ziel"),
        Steps(titles=("Anfang", "Aufbau", "Betrieb"), current=1, words="Drei Stufen: die zweite ist erreicht."),
        PageBreak(),
        KeepTogether((Heading(4, "Zusammen"), Paragraph(text=SENTENCE))),
        Columns((Paragraph(text=SENTENCE * 2),), (Bullets((SENTENCE,)),)),
        WritingLines(label="Was fehlt noch?", count=3),
        TickList(ticks=(Tick(mark="0", text="nein"), Tick(mark="4", text=SENTENCE, ticked=True)), columns=2),
        Paragraph(text=(TickBox("ja"), Run(" ja "), TickBox("nein", ticked=True), Run(" nein"))),
        SignatureLines(("Ort, Datum", "Unterschrift")),
        Picture(content=photo(800, 600), words="Flipchart mit drei Zielen der Gemeinde", caption="Ziele"),
        CardSheet(
            cards=(Card(figure="2", title="teilweise", text=SENTENCE, area="Stufe", level=2),), columns=2, rows=3
        ),
        Annex("Anhang"),
        Paragraph(text=SENTENCE),
    )


def photo(width: int, height: int) -> bytes:
    """A photo as a camera writes it, of so many pixels."""
    content = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(content, "JPEG")
    return content.getvalue()


def long_table() -> Table:
    """Grouped rows over two pages, with chips, several paragraphs in a cell, an empty cell and a total."""
    chips = (LevelChip(3, "Stufe 3"), LevelChip(ChipState.UNKNOWN, "unbekannt"))
    rows: list[Row] = []
    for group in range(6):
        rows.append(Row((f"Gruppe {group + 1}",), RowKind.GROUP))
        for number in range(6):
            cells = (
                f"{group + 1}.{number + 1}",
                SENTENCE,
                (chips[number % 2],),
                "" if number else Lines(("eins", "zwei")),
            )
            rows.append(Row(cells))
    rows.append(Row(("Summe", "", "", "36"), RowKind.TOTAL))
    return Table(
        columns=(
            Column(title="Nr."),
            Column(title="Inhalt", weight=1),
            Column(title="Stufe", align=Align.CENTRE),
            Column(title="Zahl", align=Align.END),
        ),
        rows=tuple(rows),
        summary="Sechs Gruppen mit je sechs Zeilen",
    )
