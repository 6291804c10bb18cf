"""What was worked out about the electronic file: need and gaps, ways, scanning, filing plan, rollout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.documents.blocks import (
    Block,
    Column,
    Contents,
    Document,
    Fact,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.paper_blocks import Orientation
from advisor_app.documents.parts.e_file import (
    areas_of,
    areas_table,
    comparison_part,
    guide_of,
    need_figures,
    rollout_part,
    ways,
)
from advisor_app.documents.parts.file_plan import file_plan_table
from advisor_app.domain.e_file import counts_of
from advisor_app.texts import Texts

KIND = "e-file-sheet"

_RECOMMENDATION = "recommendation"


def build(given: DocumentInput) -> Document:
    """The sheet of a case; raises AdvisorError(NO_E_FILE_GUIDE)."""
    texts = given.texts.of_document(KIND)
    document = given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts))
    return replace(document, orientation=Orientation.LANDSCAPE)


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the adviser recommends."""
    texts = given.texts.of_document(KIND)
    counts = counts_of(areas_of(given))
    gaps = sum(counts.missing.values())
    proposal = texts("recommend", count=gaps) if gaps else texts("recommend-open")
    return (EditableSection(_RECOMMENDATION, given.texts("documents.recommendation"), proposal),)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    areas = areas_of(given)
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    if given.case.e_file_areas:
        yield need_figures(given, areas)
    yield from written(given, KIND, section_of(sections(given), _RECOMMENDATION))
    yield Contents()
    yield Heading(2, texts("areas"))
    yield areas_table(given, areas)
    yield from ways(given, heading=2, is_drawn=True)
    yield from comparison_part(given)
    yield from _file_plan(given, texts)
    yield from rollout_part(given, heading=2)
    yield Paragraph(text=guide_of(given).note, kind=ParagraphKind.NOTE)


def _file_plan(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    entries = given.case.file_plan
    if not entries:
        return
    yield Heading(2, texts("file-plan"))
    yield file_plan_table(given, entries.values())
    filings = [(sample, given.case.sample_filings.get(sample.id)) for sample in guide_of(given).samples]
    rows = []
    for sample, filing in filings:
        if filing is None or not (filing.is_left_out or filing.entry in entries):
            continue
        entry = entries.get(filing.entry)
        place = texts("e-file.no-file") if entry is None else f"{entry.number} {entry.title}"
        rows.append(Row(((Run(sample.title, strong=True),), place)))
    if rows:
        yield Heading(3, texts("exercise"))
        yield Table(
            columns=(Column(title=texts("document"), weight=1), Column(title=texts("filed"), weight=1)),
            rows=tuple(rows),
            summary=texts("exercise"),
        )
