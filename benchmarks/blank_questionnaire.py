"""The blank questionnaire of 1,000 questions against the same words in plain ReportLab tables, untagged.

Both are made in memory from the questionnaire on; what is compared is processor time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

from reportlab.lib.colors import grey
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kinds import questionnaire_blank
from advisor_app.documents.render.pdf import render
from advisor_app.domain.case import Case, CaseCommune, CaseHead
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire import Question, Questionnaire
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from benchmarks.large import questionnaire
from benchmarks.measuring import Figure, interleaved

QUESTIONS = 1_000

_ROUNDS = 5
_FONT = "Plain"
_DAY = date(2026, 1, 1)
_WIDTHS = (16, 16, 436)
_LINE = 25.5
_STYLE = TableStyle(
    [
        ("SPAN", (0, 0), (-1, 0)),
        ("BOX", (0, 1), (0, 6), 0.75, grey),
        ("INNERGRID", (0, 1), (0, 6), 0.75, grey),
        ("SPAN", (0, 7), (-1, 7)),
        ("SPAN", (0, 8), (-1, 8)),
        ("LINEBELOW", (0, 7), (-1, 8), 0.5, grey),
        ("FONT", (0, 0), (-1, -1), _FONT, 9, 12),
    ]
)


def _given(catalog: Catalog) -> DocumentInput:
    """A bare case, and a catalogue with the large questionnaire alone."""
    large = questionnaire(catalog.scale, QUESTIONS)
    commune = CaseCommune(id="c", key=None, name="Eschentalbach", designation="Gemeinde", kind=CommuneKind.MUNICIPALITY)
    return DocumentInput(
        case=Case(id="case", head=CaseHead(communes=(commune,), opened_on=_DAY)),
        catalog=replace(catalog, questionnaires={large.id: large}),
        questionnaires={},
        texts=load_texts("de"),
        today=_DAY,
        provider="Beratung",
    )


def ours(given: DocumentInput) -> bytes:
    """The document as the program makes it: tagged, archivable, with bookmarks and contents."""
    return render(questionnaire_blank.build(given), lambda _done: None).data


def by_reportlab(asked: Questionnaire) -> bytes:
    """A table for each question: its text, a row for each level and for not knowing, two lines for notes."""
    body = ParagraphStyle("body", fontName=_FONT, fontSize=10.5, leading=14.5)
    cell = ParagraphStyle("cell", parent=body, fontSize=9, leading=12)
    story = [_table(question, body, cell) for question in asked.questions if not question.is_calculated]
    result = BytesIO()
    SimpleDocTemplate(result, pagesize=A4).build(story)
    return result.getvalue()


def _table(question: Question, body: ParagraphStyle, cell: ParagraphStyle) -> Flowable:
    levels: list[list[str | Paragraph]] = [
        ["", str(level), Paragraph(anchor, cell)] for level, anchor in enumerate(question.anchors)
    ]
    rows: list[list[str | Paragraph]] = [
        [Paragraph(f"{question.id} {question.text}", body), "", ""],
        *levels,
        ["", "", Paragraph("Das weiß ich nicht.", cell)],
        ["Notiz oder Beleg", "", ""],
        ["", "", ""],
    ]
    heights = [None] * 7 + [_LINE] * 2
    return Table(rows, colWidths=_WIDTHS, rowHeights=heights, style=_STYLE, splitByRow=0, spaceAfter=12)


def figures(catalog: Catalog) -> Iterator[Figure]:
    """Medians of documents made in turns."""
    pdfmetrics.registerFont(TTFont(_FONT, str(resources_folder() / "fonts" / "SourceSans3-Regular.ttf")))
    given = _given(catalog)
    asked = next(iter(given.catalog.questionnaires.values()))
    value, floor = interleaved(lambda: _cpu(lambda: ours(given)), lambda: _cpu(lambda: by_reportlab(asked)), _ROUNDS)
    name = "blank questionnaire of 1,000 questions against plain tables (CPU)"
    yield Figure(name=name, value=value, floor=floor, unit="ms", bound=1.5)


def _cpu(act: Callable[[], object]) -> float:
    """Milliseconds of processor time of one call."""
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000
