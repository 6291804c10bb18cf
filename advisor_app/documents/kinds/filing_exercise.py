"""The exercise on the filing plan: an extract, and documents that a group files by hand."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Fact,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.parts.e_file import guide_of
from advisor_app.documents.parts.file_plan import file_plan_table, practised_plan
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.texts import Texts

KIND = "filing-exercise"

_TASKS = ("sort", "number", "subject", "leave-out")


def build(given: DocumentInput) -> Document:
    """A worksheet with the case's own extract, else that of the pack; raises AdvisorError(NO_E_FILE_GUIDE)."""
    texts = given.texts.of_document(KIND)
    code = sheet_code("M3", given.case.id, KIND)
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts), code=code)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    guide = guide_of(given)
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(Fact(texts("documents.commune"), given.house), Fact(texts("group"), "")),
    )
    yield Bullets(tuple(texts(f"task.{name}") for name in _TASKS), numbered=True)
    yield Contents()
    yield Heading(2, texts("documents-heading"))
    yield Table(
        columns=(
            Column(title=texts("number")),
            Column(title=texts("document"), weight=2.6),
            Column(title=texts("place"), weight=1),
            Column(title=texts("subject"), weight=1.6),
            Column(title=texts("no-file"), weight=0.7),
        ),
        rows=tuple(
            Row(
                (
                    str(place),
                    Lines(((Run(sample.title, strong=True),), (Run(sample.text, quiet=True),))),
                    "",
                    "",
                    (TickBox(texts("documents.writing.tick", words=f"{sample.title}: {texts('no-file')}")),),
                ),
                lines=1,
            )
            for place, sample in enumerate(guide.samples, 1)
        ),
        summary=texts("summary"),
        header=1,
        to_write_on=True,
    )
    yield PageBreak()
    yield Heading(2, texts("plan"))
    yield file_plan_table(given, practised_plan(given, guide), is_blank=True)
    yield Paragraph(text=guide.note, kind=ParagraphKind.NOTE)
