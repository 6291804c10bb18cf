"""Contents stand in documents of four pages or more, and never make a document that long."""

from __future__ import annotations

from datetime import date

import pytest

from advisor_app.documents.blocks import Block, Contents, Document, Heading, Margins, Paragraph, TitleBlock
from advisor_app.documents.render.pdf import Rendered, render
from advisor_app.texts import load_texts
from tests.documents.reading import elements


def drawn(*blocks: Block) -> Rendered:
    document = Document(
        kind="probe",
        title="Probe",
        subject="Probe",
        author="Beratung",
        created=date(2026, 10, 5),
        texts=load_texts("de"),
        margins=Margins(house="", occasion="", state="", name="Probe", version=""),
        blocks=(TitleBlock(title="Probe"), *blocks),
    )
    return render(document, lambda _done: None)


@pytest.mark.parametrize("parts", range(8, 52, 2))
def test_contents_stand_where_the_document_is_long_without_them(parts: int) -> None:
    text = "Ein Absatz, der zwei Zeilen füllt, damit die Seiten nicht nur aus Überschriften bestehen. " * 2
    body = [block for number in range(parts) for block in (Heading(2, f"Teil {number}"), Paragraph(text=text))]
    bare = drawn(*body)
    made = drawn(Contents(), *body)
    has_contents = any(item.role == "TOC" for item in elements(made.data))
    assert has_contents == (bare.pages >= 4)
    assert has_contents or made.pages == bare.pages
