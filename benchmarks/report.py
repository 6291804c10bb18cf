"""The result report against the same words and tables written straight with ReportLab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.graphics.shapes import Drawing, Line, String
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from advisor_app.domain.case import Case
from advisor_app.resources_folder import resources_folder
from advisor_app.services.workspace import Workspace
from benchmarks.measuring import Figure, interleaved, timed


def _straight(lines: list[str], file: Path) -> None:
    """The report's lines as paragraphs and table rows of two cells, and its four charts as drawings."""
    body = ParagraphStyle("body", fontName="Plain", fontSize=10.5, leading=14.5)
    cell = ParagraphStyle("cell", parent=body, fontSize=9, leading=12)
    story: list[Flowable] = []
    for number, line in enumerate(lines):
        if number % 3 == 0:
            story.append(Paragraph(escape(line), body))
        else:
            story.append(Table([[str(number), Paragraph(escape(line), cell)]], colWidths=[60, 390]))
    for _ in range(4):
        drawing = Drawing(450, 200)
        for index in range(60):
            drawing.add(Line(index * 7, 10, 450 - index * 7, 190))
            drawing.add(String(index * 7, index * 3, "4.1", fontName="Plain", fontSize=8))
        story.append(drawing)
    SimpleDocTemplate(str(file), pagesize=A4).build(story)


def figures(workspace: Workspace, case: Case, folder: Path) -> Iterator[Figure]:
    """Medians of nine documents taken in turns."""
    pdfmetrics.registerFont(TTFont("Plain", str(resources_folder() / "fonts" / "SourceSans3-Regular.ttf")))
    given = workspace.documents.input_of(case, "result-report")
    made = workspace.documents.create("result-report", given, folder / "report.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(made.file).pages)
    lines = [line for line in text.splitlines() if line.strip()]
    value, floor = interleaved(
        lambda: timed(lambda: workspace.documents.create("result-report", given, folder / "report.pdf")),
        lambda: timed(lambda: _straight(lines, folder / "straight.pdf")),
        9,
    )
    yield Figure(name="result report against plain ReportLab", value=value, floor=floor, unit="ms", bound=1.5)
