"""A result report of some 46 pages with twenty charts and two long tables, against the same content in plain ReportLab.

Both make it in memory; what is compared is processor time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import Literal

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from advisor_app.charts.radar import Axis, Radar, Series
from advisor_app.charts.scene import Score
from advisor_app.documents import blocks
from advisor_app.documents.render.chart import draw_scene
from advisor_app.documents.render.pdf import render
from advisor_app.documents.theme import load_paper
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from benchmarks.measuring import Figure, interleaved

_CHARTS, _ROWS, _PARAGRAPHS, _ROUNDS = 20, 300, 2, 7
_TEXTS = load_texts("de")
_SENTENCE = "Die Verwaltung regelt zuerst, wer zuständig ist, was der Betrieb kostet und wie sie mit Daten umgeht. "
_MEASURE = "Einführung der elektronischen Akte im Steueramt mit Aktenplan, Scanstelle und Schulung, Teil {}"
_TITLES = ("Nr.", "Maßnahme", "Zuständig", "Beginn", "Ende", "Kosten")
_AXES = tuple(Axis(key=f"1.{number}", title=f"Bereich {number}") for number in range(1, 7))


def _chart(number: int) -> Radar:
    def series(kind: Literal["current", "target"], first: int) -> Series:
        values = [(first + 3 * index) % 5 for index in range(len(_AXES))]
        return Series(kind=kind, name=kind, scores=tuple(Score(value, f"{value},0") for value in values))

    return Radar(title=f"Profil {number}", axes=_AXES, series=(series("current", number), series("target", number + 2)))


def _rows() -> list[tuple[str, ...]]:
    return [
        (str(number), _MEASURE.format(number), "Hauptamt", "01.03.2027", "30.09.2027", f"12.{number:03} €")
        for number in range(_ROWS)
    ]


def _document() -> blocks.Document:
    columns = tuple(blocks.Column(title=title, weight=float(title == "Maßnahme")) for title in _TITLES)
    table = blocks.Table(columns=columns, rows=tuple(map(blocks.Row, _rows())), summary="Maßnahmen")
    story: list[blocks.Block] = [blocks.TitleBlock(title="Ergebnisbericht", subtitle="Modul 1")]
    for number in range(_CHARTS):
        story.append(blocks.Heading(2, f"Abschnitt {number + 1}"))
        story += [blocks.Paragraph(text=_SENTENCE * 6) for _ in range(_PARAGRAPHS)]
        story.append(blocks.Figure(chart=_chart(number), caption=f"Profil {number}"))
        if number in (5, 15):
            story.append(table)
    return blocks.Document(
        kind="result-report",
        title="Ergebnisbericht",
        subject="Modul 1",
        author="Benchmark",
        created=date(2026, 10, 5),
        texts=_TEXTS,
        margins=blocks.Margins(house="Gemeinde", occasion="Beratung", state="Stand", name="Bericht", version=""),
        blocks=tuple(story),
    )


class _Drawn(Flowable):
    """The same scene, drawn by the same hand, as part of a plain story."""

    def __init__(self, number: int, width: float) -> None:
        super().__init__()
        self.tokens = load_paper().tokens
        self.scene = _chart(number).scene(width, self.tokens.chart, _TEXTS)
        self.width, self.height = self.scene.width, self.scene.height

    def draw(self) -> None:
        draw_scene(self.canv, self.scene, self.tokens, 0, self.height)


def _plain() -> bytes:
    body = ParagraphStyle("body", fontName="Plain", fontSize=10.5, leading=14.5, spaceAfter=6)
    head = ParagraphStyle("head", parent=body, fontSize=13, leading=17)
    cell = ParagraphStyle("cell", parent=body, fontSize=9, leading=12, spaceAfter=0)
    grid = TableStyle([("FONT", (0, 0), (-1, -1), "Plain", 9), ("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey")])
    rows = [[row[0], Paragraph(row[1], cell), *row[2:]] for row in _rows()]
    story: list[Flowable] = [Paragraph("Ergebnisbericht", head), Paragraph("Modul 1", body)]
    for number in range(_CHARTS):
        story.append(Paragraph(f"Abschnitt {number + 1}", head))
        story += [Paragraph(_SENTENCE * 6, body) for _ in range(_PARAGRAPHS)]
        drawn = _Drawn(number, load_paper().sheet.room)
        figures = [list(drawn.scene.table.header), *map(list, drawn.scene.table.rows)]
        story += [drawn, Paragraph(f"Profil {number}", cell), Table(figures, style=grid, repeatRows=1)]
        if number in (5, 15):
            story.append(Table([list(_TITLES), *rows], [28, 200, 60, 62, 62, 60], style=grid, repeatRows=1))
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, leftMargin=71, rightMargin=57, topMargin=57, bottomMargin=57).build(story)
    return file.getvalue()


def _processor(act: Callable[[], object]) -> float:
    """Milliseconds of processor time of one call."""
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000


def figures() -> Iterator[Figure]:
    """Medians of seven documents taken in turns."""
    pdfmetrics.registerFont(TTFont("Plain", str(resources_folder() / "fonts" / "SourceSans3-Regular.ttf")))
    document = _document()
    made = render(document, lambda _done: None)
    with pikepdf.open(BytesIO(_plain())) as plain:
        pages = len(plain.pages)
    value, floor = interleaved(
        lambda: _processor(lambda: render(document, lambda _done: None)), lambda: _processor(_plain), _ROUNDS
    )
    name = f"report with 20 charts, PDF/UA and PDF/A ({made.pages} pages), against plain ReportLab ({pages}) (CPU)"
    yield Figure(name=name, value=value, floor=floor, unit="ms", bound=2)
