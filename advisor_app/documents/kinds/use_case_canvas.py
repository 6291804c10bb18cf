"""A use case on one sheet, to be filled in by a small group: twelve boxes, read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.documents.blocks import Block, Column, Columns, Document, Row, Table, TitleBlock
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Orientation, WritingLines
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.texts import Texts

KIND = "use-case-canvas"

_PARTS = {
    "purpose": ("problem", "beneficiaries", "goal", "solution"),
    "making": ("participants", "data", "technology", "law"),
    "effort": ("costs", "funding", "risks", "milestones"),
}
_LINES_PER_BOX = 4


def build(given: DocumentInput) -> Document:
    """A blank canvas across."""
    texts = given.texts.of_document(KIND)
    code = sheet_code("M4", given.case.id, KIND)
    document = given.document(KIND, texts("title"), texts("heading"), _blocks(texts), code=code)
    return replace(document, orientation=Orientation.LANDSCAPE)


def _blocks(texts: Texts) -> Iterator[Block]:
    yield TitleBlock(title=texts("heading"), subtitle=texts("subtitle"))
    yield Columns(
        (WritingLines(label=texts("name"), count=1),),
        (WritingLines(label=texts("group"), count=1),),
    )
    for part, boxes in _PARTS.items():
        yield Table(
            columns=(
                Column(title=texts("part"), weight=0.4),
                *(Column(title=texts(f"boxes.{name}"), weight=1) for name in boxes),
            ),
            rows=(Row((texts(f"parts.{part}"), *("",) * len(boxes)), lines=_LINES_PER_BOX),),
            summary=texts("summary", boxes=texts.joined([texts(f"boxes.{name}") for name in boxes])),
            to_write_on=True,
        )
