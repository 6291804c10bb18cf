"""The questionnaire of a module to be filled in by hand: all its questions, whatever an earlier answer would hide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor_app.documents.blocks import (
    Align,
    Annex,
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Fact,
    Heading,
    LevelChip,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.documents.paper_blocks import SignatureLines, WritingLines
from advisor_app.documents.parts.booked_modules import chosen_module, module_items, module_line
from advisor_app.documents.parts.question_form import QuestionForm
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Dimension, Question, Questionnaire
from advisor_app.texts import Texts

KIND = "questionnaire-blank"

_HINTS = ("cumulative", "unknown", "note", "names")
_CLOSING_LINES = 6


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Modules with a questionnaire: those that are booked, all of them before any is."""
    return module_items(given, (item.module for item in given.catalog.questionnaires.values()))


def build(given: DocumentInput) -> Document:
    """The questionnaire of the chosen module, in the version that the case's assessment was made with.

    Raises AdvisorError: NOTHING_FOR_DOCUMENT, UNKNOWN_DOCUMENT_ITEM.
    """
    module = chosen_module(given, KIND, items(given))
    texts = given.texts.of_document(KIND)
    questionnaire, assessment = _questionnaire(given, module)
    title = texts("title", module=given.module_name(module))
    code = sheet_code(module, given.case.id, f"{questionnaire.id} {questionnaire.version}")
    blocks = _blocks(given, texts, questionnaire, assessment, code)
    return given.document(KIND, title, questionnaire.title, blocks, code=code)


def _questionnaire(given: DocumentInput, module: str) -> tuple[Questionnaire, Assessment | None]:
    """The questionnaire that the module's latest assessment was made with, else the pack's own."""
    for assessment in reversed(given.case.current_assessments()):
        found = given.questionnaires.get(assessment.id)
        if found is not None and found.module == module:
            return found, assessment
    own = given.catalog.questionnaire_of(module)
    if own is None:
        raise KeyError(module)
    return own, None


def _blocks(
    given: DocumentInput, texts: Texts, questionnaire: Questionnaire, assessment: Assessment | None, code: str
) -> Iterator[Block]:
    yield TitleBlock(
        title=texts("heading"),
        subtitle=module_line(given, questionnaire.module),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("questionnaire"), texts("version", version=questionnaire.version)),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("code"), code),
        ),
    )
    yield SignatureLines((texts("office-or-role"), texts("filled-on"), texts("back")))
    yield Heading(2, texts("how"))
    yield Bullets(tuple(texts(f"hints.{name}") for name in _HINTS))
    yield _scale(texts, questionnaire)
    yield Contents()
    form = QuestionForm(given, questionnaire, texts)
    dimensions = _dimensions(questionnaire, assessment)
    for dimension in dimensions:
        yield from _dimension(form, texts, dimension, assessment)
    yield WritingLines(label=texts("anything-else"), count=_CLOSING_LINES)
    yield from _confidential(replace(form, level=4), texts, dimensions)


def _scale(texts: Texts, questionnaire: Questionnaire) -> Table:
    levels = questionnaire.scale.levels
    return Table(
        columns=(
            Column(title=texts("documents.level-head"), align=Align.CENTRE),
            Column(title=texts("word")),
            Column(title=texts("meaning"), weight=1),
        ),
        rows=tuple(
            Row(
                (
                    (LevelChip(level.number, texts("documents.level-only", level=level.number)),),
                    level.word,
                    level.meaning,
                )
            )
            for level in levels
        ),
        summary=texts("scale"),
        header=1,
    )


def _dimensions(questionnaire: Questionnaire, assessment: Assessment | None) -> Sequence[Dimension]:
    """All dimensions; where impact areas have been chosen, only these."""
    areas = () if assessment is None else assessment.areas
    return [
        dimension
        for dimension in questionnaire.dimensions
        if dimension.kind is DimensionKind.CROSS_CUTTING or not areas or dimension.id in areas
    ]


def _dimension(
    form: QuestionForm, texts: Texts, dimension: Dimension, assessment: Assessment | None
) -> Iterator[Block]:
    questions = _printed(form, dimension, confidential=False)
    if not questions:
        return
    yield Heading(2, f"{dimension.id} {dimension.title}")
    if dimension.kind is DimensionKind.IMPACT_AREA and (assessment is None or not assessment.areas):
        yield Paragraph(text=texts("area-chosen"), kind=ParagraphKind.NOTE, introduces=True)
    for question in questions:
        yield from form.blank(question)


def _confidential(form: QuestionForm, texts: Texts, dimensions: Sequence[Dimension]) -> Iterator[Block]:
    """Questions that nobody should answer before others, on sheets of their own."""
    found = [(dimension, _printed(form, dimension, confidential=True)) for dimension in dimensions]
    if not any(questions for _dimension, questions in found):
        return
    yield Annex(texts("confidential"))
    yield Paragraph(text=texts("confidential-note"))
    for dimension, questions in found:
        if questions:
            yield Heading(3, f"{dimension.id} {dimension.title}")
            for question in questions:
                yield from form.blank(question)


def _printed(form: QuestionForm, dimension: Dimension, *, confidential: bool) -> Sequence[Question]:
    return [
        question
        for question in dimension.questions
        if question.confidential is confidential and not question.retired and form.is_asked(question)
    ]
