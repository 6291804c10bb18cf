"""The solution of the exercise on the filing plan, for those who lead it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Column,
    Document,
    Fact,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.e_file import guide_of
from advisor_app.domain.e_file_guide import EFileGuide, SampleDocument
from advisor_app.texts import Texts

KIND = "filing-solution"


def build(given: DocumentInput) -> Document:
    """Where each document goes in the extract of the pack, and what to talk about; raises AdvisorError."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    guide = guide_of(given)
    yield TitleBlock(
        title=texts("heading"), subtitle=texts("subtitle"), facts=(Fact(texts("documents.commune"), given.house),)
    )
    yield Paragraph(text=texts("hint"), introduces=True)
    yield Table(
        columns=(
            Column(title=texts("number")),
            Column(title=texts("document"), weight=1.2),
            Column(title=texts("solution"), weight=1.2),
            Column(title=texts("discussion"), weight=2.6),
        ),
        rows=tuple(
            Row((str(place), (Run(sample.title, strong=True),), _solution(guide, sample, texts), sample.discussion))
            for place, sample in enumerate(guide.samples, 1)
        ),
        summary=texts("summary"),
        header=1,
    )
    yield Paragraph(text=guide.note, kind=ParagraphKind.NOTE)


def _solution(guide: EFileGuide, sample: SampleDocument, texts: Texts) -> str:
    found = next((entry for entry in guide.entries if entry.number == sample.entry), None)
    return texts("e-file.no-file") if found is None else f"{found.number} {found.title}"
