"""Query of participants: a form on which the commune says who comes for which task, and what they need."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Cell,
    Column,
    Columns,
    Document,
    Fact,
    Heading,
    KeepTogether,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.paper_blocks import Tick, TickList, WritingLines
from advisor_app.documents.parts.booked_modules import chosen_module, module_items, module_line
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.documents.parts.workshop_days import clock_words, days_of, held
from advisor_app.texts import Texts

KIND = "participants-query"

_INTRO = "intro"
_NEEDS = ("step-free", "print", "digital", "sign", "hearing", "other")


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Booked modules, all of them before any is."""
    return module_items(given, given.catalog.modules)


def build(given: DocumentInput) -> Document:
    """The query for a module; raises AdvisorError (NOTHING_FOR_DOCUMENT, UNKNOWN_DOCUMENT_ITEM)."""
    module = chosen_module(given, KIND, items(given))
    texts = given.texts.of_document(KIND)
    code = sheet_code(module, given.case.id, KIND)
    return given.document(KIND, texts("title"), given.module_title(module), _blocks(given, module, texts), code=code)


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What is asked, in a sentence or two."""
    chosen_module(given, KIND, items(given))
    texts = given.texts.of_document(KIND)
    return (EditableSection(_INTRO, texts("intro"), texts("proposal.intro")),)


def _blocks(given: DocumentInput, module: str, texts: Texts) -> Iterator[Block]:
    yield _title(given, module, texts)
    yield from written(given, KIND, section_of(sections(given), _INTRO))
    yield WritingLines(label=texts("back"), count=1)
    yield Heading(2, texts("tasks"))
    yield Paragraph(text=texts("tasks-note"), kind=ParagraphKind.NOTE, introduces=True)
    yield _tasks(given, module, texts)
    yield WritingLines(label=texts("more"), count=3)
    yield KeepTogether(
        (
            Heading(2, texts("needs")),
            Paragraph(text=texts("needs-note"), kind=ParagraphKind.NOTE, introduces=True),
            TickList(ticks=tuple(Tick(text=texts(f"need-{name}")) for name in _NEEDS), columns=3),
            WritingLines(label=texts("need-lines"), count=4),
            Columns(
                left=(WritingLines(label=texts("on-site"), count=4),),
                right=(WritingLines(label=texts("room"), count=4),),
            ),
        )
    )
    yield Paragraph(text=texts("privacy"), kind=ParagraphKind.NOTE)


def _title(given: DocumentInput, module: str, texts: Texts) -> TitleBlock:
    days = Lines(tuple(_days(given, module)))
    return TitleBlock(
        title=texts("title"),
        subtitle=module_line(given, module),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.adviser or given.wording.open),
            Fact(texts("days"), days if days.texts else texts("days-open")),
        ),
    )


def _days(given: DocumentInput, module: str) -> Iterator[str]:
    for day in days_of(given.case, module):
        if day.on is not None:
            times = held(day)
            yield ", ".join(
                filter(None, (given.wording.appointment(day.on), clock_words(given, times.begins, times.ends)))
            )


def _tasks(given: DocumentInput, module: str, texts: Texts) -> Block:
    """Tasks by the words of this house, those that are asked first, with room for names."""
    asked = _asked(given, module)
    first = [name for name in given.catalog.roles if name in asked]
    others = [name for name in given.catalog.roles if name not in asked]
    rows: list[Row] = []
    for title, names in (("asked" if others else "all-tasks", first), ("others" if first else "all-tasks", others)):
        if names:
            rows.append(Row((texts(title),), RowKind.GROUP))
            rows += [Row((_task(given, name, texts), "", ""), lines=1) for name in names]
    return Table(
        columns=(
            Column(title=texts("task"), weight=3),
            Column(title=texts("name"), weight=2.4),
            Column(title=texts("reach"), weight=2.4),
        ),
        rows=tuple(rows),
        summary=texts("tasks"),
        to_write_on=True,
    )


def _asked(given: DocumentInput, module: str) -> frozenset[str]:
    """Tasks to which the module's questions are put, by whom this house has do them."""
    questionnaire = given.catalog.questionnaire_of(module)
    if questionnaire is None:
        return frozenset()
    return frozenset(role for question in questionnaire.questions for role in question.roles if not question.retired)


def _task(given: DocumentInput, name: str, texts: Texts) -> Cell:
    """The task, and who does it where the house does not have it."""
    mapping = given.case.roles.get(name)
    title = (Run(given.role(name), strong=True),)
    if mapping is None or mapping.merged_into is None:
        return title
    done_by = texts("done-by", role=given.role(mapping.merged_into))
    return Lines((title, (Run(done_by, quiet=True),)))
