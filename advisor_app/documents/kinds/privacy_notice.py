"""Privacy notice (Art. 13 DSGVO) for those who take part: a template that the officers of both houses check."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Column,
    Document,
    Fact,
    Heading,
    Lines,
    Paragraph,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.domain.case_document import Stage
from advisor_app.texts import Texts

KIND = "privacy-notice"

_SECTIONS = ("controller", "officer", "basis", "recipients", "rights", "duty")
_TERMS = {
    "contacts": "term-contacts",
    "list": "term-evidence",
    "certificate": "term-names",
    "minutes": "term-names",
    "answers": "term-answers",
    "photos": "term-none",
    "feedback": "term-none",
}
"""What is processed, and the words for how long."""


def build(given: DocumentInput) -> Document:
    """The notice of a case."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("subtitle"), _blocks(given, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """Everything that only the houses can know or decide, with what there is to begin with."""
    texts = given.texts.of_document(KIND)
    provider = given.case.head.provider or given.provider or texts("documents.letter.provider-open")
    return tuple(
        EditableSection(name, texts(name), texts(f"proposal.{name}", provider=provider, commune=given.house))
        for name in _SECTIONS
    )


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    parts = sections(given)
    yield _title(given, texts)
    if given.state.stage is not Stage.RELEASED:
        yield Callout((texts("template"),), CalloutKind.ATTENTION)
    for name in _SECTIONS:
        if name == "basis":
            yield from _data(given, texts)
        yield Heading(2, texts(name))
        yield from written(given, KIND, section_of(parts, name))


def _title(given: DocumentInput, texts: Texts) -> TitleBlock:
    modules = Lines(tuple(given.module_title(name) for name in given.case.modules))
    return TitleBlock(
        title=texts("title"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("houses"), given.adviser or given.wording.open),
            Fact(texts("module"), modules if modules.texts else given.wording.open),
            Fact(texts("documents.state"), given.wording.day(given.today)),
        ),
    )


def _data(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    """What is processed, what for and how long."""
    months = given.retention_months
    longest = texts("months-open") if months is None else texts("months", count=months)
    yield Heading(2, texts("data"))
    yield Paragraph(text=texts("principle"), introduces=True)
    yield Table(
        columns=(
            Column(title=texts("what"), weight=3),
            Column(title=texts("purpose"), weight=3),
            Column(title=texts("term"), weight=2.4),
        ),
        rows=tuple(
            Row((texts(f"what-of.{name}"), texts(f"purpose-of.{name}"), texts(term, months=longest)))
            for name, term in _TERMS.items()
        ),
        summary=texts("data-summary"),
    )
