"""All answers of an assessment with the text of their level, and what was released beside them."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import (
    Align,
    Block,
    ChipState,
    Column,
    LevelChip,
    Lines,
    Paragraph,
    Row,
    RowKind,
    Run,
    Table,
    Text,
)
from advisor_app.documents.wording import DASH
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.questionnaire import Question
from advisor_app.questions import kind_of
from advisor_app.texts.numbers import format_decimal

_STATES = {
    AnswerState.UNKNOWN: ChipState.UNKNOWN,
    AnswerState.UNANSWERED: ChipState.UNANSWERED,
    AnswerState.NOT_APPLICABLE: ChipState.NOT_APPLICABLE,
}


def answer_table(current: Assessed, *, confidential: bool) -> Iterator[Block]:
    """Every question that was asked, by dimension; either the confidential ones or the others."""
    texts = current.given.texts
    rows: list[Row] = []
    for dimension in current.evaluation.dimensions():
        asked = [item for item in current.evaluation.visible_questions(dimension) if item.confidential is confidential]
        if asked:
            rows.append(Row((current.title(dimension.id),), RowKind.GROUP))
            rows += [_row(current, question) for question in asked]
    if not rows:
        yield Paragraph(text=texts("documents.answers.none"))
        return
    yield Table(
        columns=(
            Column(title=texts("documents.answers.number")),
            Column(title=texts("documents.answers.question"), weight=1),
            Column(title=texts("documents.level-head"), align=Align.CENTRE),
            Column(title=texts("documents.answers.answer"), weight=1),
        ),
        rows=tuple(rows),
        summary=texts("documents.answers.summary"),
        header=1,
    )


def confidential_questions(current: Assessed) -> int:
    """How many of the questions asked are confidential."""
    evaluation = current.evaluation
    return sum(
        question.confidential
        for dimension in evaluation.dimensions()
        for question in evaluation.visible_questions(dimension)
    )


def _row(current: Assessed, question: Question) -> Row:
    answer = current.evaluation.answer(question.id)
    wording = question.wording(current.given.case.commune.kind)
    level: Text = (_chip(current, answer),) if question.scores else ""
    lines: list[Text] = [answer_words(current, question, answer)]
    lines += [(Run(note, italic=True),) for note in _released(current, answer)]
    return Row((question.id, wording.text or question.text, level, Lines(tuple(lines))))


def _chip(current: Assessed, answer: Answer) -> LevelChip:
    if answer.state is AnswerState.ANSWERED and answer.level is not None:
        return LevelChip(answer.level, current.level_words(answer.level))
    return LevelChip(
        _STATES.get(answer.state, ChipState.UNANSWERED), current.given.texts(f"questions.state.{answer.state.value}")
    )


def answer_words(current: Assessed, question: Question, answer: Answer) -> Text:
    """An answer in words: of a level its anchor, of a calculated one its value, else that there is none."""
    texts = current.given.texts
    if question.is_calculated:
        value = current.evaluation.value(question.id)
        return DASH if value is None else _with_unit(format_decimal(value, _digits(value), texts.language), question)
    if answer.state is not AnswerState.ANSWERED:
        return (Run(texts(f"questions.state.{answer.state.value}"), quiet=True),)
    if question.scores:
        anchors = question.wording(current.given.case.commune.kind).anchors
        return anchors[answer.level or 0] if anchors else ""
    return kind_of(question).wording(question, answer, texts)


def _digits(value: object) -> int:
    """Decimals a number was given with."""
    _whole, _point, decimals = str(value).partition(".")
    return len(decimals)


def _with_unit(number: str, question: Question) -> str:
    return f"{number}\N{NO-BREAK SPACE}{question.unit}" if question.unit else number


def _released(current: Assessed, answer: Answer) -> Iterator[str]:
    """Reason and note, each only where it is released for the report."""
    texts = current.given.texts
    if answer.reason.for_report.strip():
        yield texts("documents.answers.reason", reason=answer.reason.for_report.strip())
    if answer.note.for_report.strip():
        yield texts("documents.answers.note", note=answer.note.for_report.strip())
