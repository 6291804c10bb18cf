"""A fillable form with 4,000 fields against the same fields by ReportLab's own forms, untagged and without a frame."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from advisor_app.documents.blocks import Block, Document, Heading, KeepTogether, Margins, TitleBlock
from advisor_app.documents.form import fields_of
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.paper_blocks import Tick
from advisor_app.documents.render.pdf import render
from advisor_app.domain.form import FieldType, FormField, FormIdentity, digest_of_fields
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from benchmarks.measuring import Figure, interleaved

QUESTIONS = 2_000
"""Each with a choice and a note: two fields."""

OPTIONS = ("s0", "s1", "s2", "s3", "s4", "unk")
_WORDS = "Die Aufgabe ist geregelt und wird jährlich geprüft."
_FONT = "Plain"


def form() -> Document:
    """The form, of our own blocks."""
    blocks = (TitleBlock(title="Bogen"), *(_question(f"{number // 10}.{number % 10}") for number in range(QUESTIONS)))
    fields = digest_of_fields(fields_of(blocks))
    return Document(
        kind="benchmark",
        title="Bogen",
        subject="Bogen mit 4.000 Feldern",
        author="Benchmark",
        created=date(2026, 1, 1),
        texts=load_texts("de"),
        margins=Margins(house="Haus", occasion="Beratung", state="Stand heute", name="Bogen", version=""),
        blocks=blocks,
        form=FormIdentity(kind="benchmark", case="c", number="7K3Q-9F2D", fields=fields).issued(b"k" * 32),
    )


def _question(name: str) -> Block:
    choice = FormField(f"q_{name.replace('.', '_')}", FieldType.CHOICE, OPTIONS)
    note = FormField(f"n_{name.replace('.', '_')}", FieldType.TEXT)
    ticks = tuple(Tick(mark=str(level), text=_WORDS) for level in range(len(OPTIONS)))
    return KeepTogether(
        (
            Heading(3, f"{name} Wie ist diese Aufgabe geregelt?"),
            ChoiceField(field=choice, words=f"Frage {name}", options=ticks),
            TextField(field=note, words=f"Anmerkung zu Frage {name}", label="Anmerkung", lines=2),
        )
    )


def by_reportlab() -> bytes:
    """The same fields and words by ReportLab alone, four questions a page."""
    result = BytesIO()
    canvas = Canvas(result, pagesize=A4)
    for number in range(QUESTIONS):
        if number % 4 == 0:
            if number:
                canvas.showPage()
            canvas.setFont(_FONT, 9)
        y = 780 - number % 4 * 190
        canvas.drawString(70, y, f"{number // 10}.{number % 10} Wie ist diese Aufgabe geregelt?")
        for level, option in enumerate(OPTIONS):
            y -= 15
            canvas.acroForm.radio(
                name=f"q_{number}", value=option, x=70, y=y, size=11, buttonStyle="circle", tooltip=f"Frage {number}"
            )
            canvas.drawString(88, y, f"{level} {_WORDS}")
        canvas.acroForm.textfield(
            name=f"n_{number}", x=70, y=y - 50, width=460, height=32, fieldFlags="multiline", tooltip="Anmerkung"
        )
    canvas.save()
    return result.getvalue()


def figures() -> Iterator[Figure]:
    """Medians of three forms taken in turns, by processor time."""
    pdfmetrics.registerFont(TTFont(_FONT, str(resources_folder() / "fonts" / "SourceSans3-Regular.ttf")))
    document = form()
    value, floor = interleaved(
        lambda: _processor(lambda: render(document, lambda _done: None)), lambda: _processor(by_reportlab), 3
    )
    name = f"form with {2 * QUESTIONS:,} fields against ReportLab's own (CPU)"
    yield Figure(name=name, value=value, floor=floor, unit="ms", bound=1)


def _processor(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000
