"""What an electronic file has to do, numbered and without any product: the beginning of a specification.

A requirement of the house's own that names a product is printed as it stands, as that is for those who tender to
decide. But the list says at its beginning which ones do, calls itself neutral only where none does, and until it is
released each of them is marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Contents,
    Document,
    Fact,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.parts.e_file import areas_of
from advisor_app.documents.parts.facts import fact_list, facts_named
from advisor_app.domain.case_document import Stage
from advisor_app.domain.e_file import Need, RequirementGroup, requirement_groups
from advisor_app.domain.product_name import ProductFinder
from advisor_app.texts import Texts
from advisor_app.texts.e_file import e_file_word

KIND = "requirements-list"

_PURPOSE = "purpose"
_FACTS = ("vorbefassung", "xdomea-version", "tr-resiscan-version")


def build(given: DocumentInput) -> Document:
    """The list of a case; raises AdvisorError(NO_E_FILE_GUIDE)."""
    texts = given.texts.of_document(KIND)
    groups = requirement_groups(areas_of(given))
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts, groups, _named(given, groups)))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the list is for."""
    texts = given.texts.of_document(KIND)
    return (EditableSection(_PURPOSE, texts("purpose"), texts("purpose-text")),)


def _named(given: DocumentInput, groups: tuple[RequirementGroup, ...]) -> Mapping[str, str]:
    """The products and makers that a requirement names, by its number; only those that name any."""
    finder = ProductFinder(given.catalog.product_names)
    found = {line.number: finder.named_in(line.text) for group in groups for line in group.lines}
    return {number: given.texts.joined(names) for number, names in found.items() if names}


def _blocks(
    given: DocumentInput, texts: Texts, groups: tuple[RequirementGroup, ...], named: Mapping[str, str]
) -> Iterator[Block]:
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle-named" if named else "subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.state"), given.wording.day(given.today)),
        ),
    )
    lines = [line for group in groups for line in group.lines]
    if lines:
        yield KeyFigures(
            tuple(
                KeyFigure(
                    str(sum(line.need is need for line in lines)), texts("with-need", need=e_file_word(need, texts))
                )
                for need in Need
            )
        )
    if named:
        lines_named = texts.joined([f"{number} ({names})" for number, names in named.items()])
        yield Callout((texts("named", count=len(named), lines=lines_named),))
    yield from written(given, KIND, section_of(sections(given), _PURPOSE))
    yield Contents()
    yield Heading(2, texts("reading"))
    yield Bullets(tuple(texts(f"need.{need.value}") for need in Need))
    yield Heading(2, texts("requirements"))
    if groups:
        yield _table(texts, groups, {} if given.state.stage is Stage.RELEASED else named)
    else:
        yield Paragraph(text=texts("nothing"), kind=ParagraphKind.NOTE)
    if not named:
        yield Callout((texts("neutral"),))
    yield from fact_list(given, facts_named(given, _FACTS))
    yield Paragraph(text=texts("own-list"), kind=ParagraphKind.NOTE)


def _table(texts: Texts, groups: tuple[RequirementGroup, ...], marked: Mapping[str, str]) -> Table:
    rows = []
    for group in groups:
        rows.append(Row((f"{group.area.number} {group.area.area.title}",), RowKind.GROUP))
        for line in group.lines:
            own: tuple[Run, ...] = (Run(f" {texts('own')}", quiet=True),) if line.is_own else ()
            if line.number in marked:
                own += (Run(f" {texts('mark', names=marked[line.number])}", strong=True),)
            need = (Run(e_file_word(line.need, texts), strong=line.need is Need.MUST),)
            rows.append(Row((line.number, (Run(line.text), *own), need, "")))
    return Table(
        columns=(
            Column(title=texts("columns.number")),
            Column(title=texts("columns.requirement"), weight=4),
            Column(title=texts("columns.need"), align=Align.CENTRE),
            Column(title=texts("columns.met"), weight=1.1),
        ),
        rows=tuple(rows),
        summary=texts("summary"),
        header=0,
        to_write_on=True,
    )
