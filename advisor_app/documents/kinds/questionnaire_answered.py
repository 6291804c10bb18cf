"""The questionnaire as it was answered: every question that was asked, all its levels, the agreed one ticked."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.assessed import Assessed, chosen
from advisor_app.documents.blocks import (
    Annex,
    Block,
    Contents,
    Document,
    Fact,
    Heading,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.answers import answer_words, confidential_questions
from advisor_app.documents.parts.booked_modules import module_line
from advisor_app.documents.parts.polls import poll_section, polls_of_assessment
from advisor_app.documents.parts.question_form import QuestionForm
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts

KIND = "questionnaire-answered"


def build(given: DocumentInput) -> Document:
    """The answers of the chosen assessment, the default one where none is chosen.

    Raises AdvisorError: NO_ASSESSMENT, UNKNOWN_ASSESSMENT.
    """
    current = chosen(given)
    if current is None:
        raise AdvisorError(Problem.NO_ASSESSMENT)
    texts = given.texts.of_document(KIND)
    title = texts("title", module=given.module_name(current.questionnaire.module))
    held = current.assessment.held_on
    return given.document(KIND, title, current.questionnaire.title, _blocks(current, texts), held)


def _blocks(current: Assessed, texts: Texts) -> Iterator[Block]:
    given, questionnaire = current.given, current.questionnaire
    evaluation = current.evaluation
    asked = sum(len(evaluation.visible_questions(dimension)) for dimension in evaluation.dimensions())
    yield TitleBlock(
        title=texts("heading"),
        subtitle=module_line(given, questionnaire.module),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.survey"), current.occasion),
            Fact(texts("questionnaire"), texts("version", version=questionnaire.version)),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("asked"), str(asked)),
            Fact(texts("open"), str(len(evaluation.missing()))),
        ),
    )
    yield Paragraph(text=texts("how-to-read"))
    yield Contents()
    yield from _answers(current, texts, confidential=False)
    yield from poll_section(given, polls_of_assessment(given, current.assessment.id), 2)
    hidden = confidential_questions(current)
    if hidden and given.confidential:
        yield Annex(texts("confidential"))
        yield from _answers(current, texts, confidential=True)
    elif hidden:
        yield Paragraph(text=texts("left-out", count=hidden), kind=ParagraphKind.NOTE)


def _answers(current: Assessed, texts: Texts, *, confidential: bool) -> Iterator[Block]:
    level = 3 if confidential else 2
    form = QuestionForm(current.given, current.questionnaire, texts, level + 1)
    for dimension in current.evaluation.dimensions():
        asked = [item for item in current.evaluation.visible_questions(dimension) if item.confidential is confidential]
        if asked:
            yield Heading(level, current.title(dimension.id))
        for question in asked:
            answer = current.evaluation.answer(question.id)
            yield from form.answered(question, answer, answer_words(current, question, answer))
