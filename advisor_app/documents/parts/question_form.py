"""A question as paper asks it, blank or as it was answered: its levels to tick, and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor_app.documents.blocks import Block, Heading, KeepTogether, Paragraph, ParagraphKind, Run, Text
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Tick, TickList, WritingLines
from advisor_app.documents.parts.conditions import only_if
from advisor_app.documents.wording import WIDE
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.conditions import for_kind
from advisor_app.domain.questionnaire import Question, Questionnaire
from advisor_app.questions import kind_of
from advisor_app.questions.form import NOT_APPLICABLE, UNKNOWN, Option, Printed
from advisor_app.texts import Texts

_NOTE_LINES = 2
_STATES = {UNKNOWN: AnswerState.UNKNOWN, NOT_APPLICABLE: AnswerState.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """Prints the questions of one questionnaire as headings of a level.

    ``texts`` are those of the document with the words of this part.
    """

    given: DocumentInput
    questionnaire: Questionnaire
    texts: Texts
    level: int = 3

    def is_asked(self, question: Question) -> bool:
        """Whether people are asked it in a house of this kind, at least on a condition."""
        return not question.is_calculated and for_kind(question.when, self.given.case.commune.kind) is not False

    def blank(self, question: Question) -> Iterator[Block]:
        """A question to be answered by hand, whole on one page."""
        asked = self._asked(question)
        printed = kind_of(asked).printed(asked, self.texts)
        blocks: list[Block] = [self._question(asked)]
        condition = only_if(self.given, self.questionnaire, question)
        if condition:
            blocks.append(self._note(condition))
        blocks += self._ticks(printed, None)
        if printed.lines:
            label = self.texts("number", unit=printed.unit) if printed.unit else self.texts("answer")
            blocks.append(WritingLines(label=label, count=printed.lines))
        if question.scores:
            example = question.evidence
            label = self.texts("note-with-evidence", evidence=example) if example else self.texts("note")
            blocks.append(WritingLines(label=label, count=_NOTE_LINES))
        yield KeepTogether(tuple(blocks))

    def answered(self, question: Question, answer: Answer, value: Text) -> Iterator[Block]:
        """A question with what was agreed; ``value`` is the answer in words, for what is not ticked."""
        asked = self._asked(question)
        printed = kind_of(asked).printed(asked, self.texts)
        blocks: list[Block] = [self._question(asked)]
        if printed.options:
            blocks += self._ticks(printed, _chosen(asked, printed, answer))
            if answer.state is AnswerState.UNANSWERED:
                blocks.append(self._note(value))
        else:
            blocks.append(Paragraph(text=value))
        for words, key in ((answer.reason, "reason"), (answer.note, "note")):
            if words.for_report.strip():
                label = self.texts(f"documents.answers.{key}", **{key: words.for_report.strip()})
                blocks.append(Paragraph(text=(Run(label, italic=True),)))
        yield KeepTogether(tuple(blocks))

    def _asked(self, question: Question) -> Question:
        """The question in the wording for this kind of commune."""
        own = question.wording(self.given.case.commune.kind)
        if own.text == question.text and own.anchors == question.anchors:
            return question
        return replace(question, text=own.text or question.text, anchors=own.anchors or question.anchors)

    def _question(self, question: Question) -> Heading:
        return Heading(self.level, f"{question.id}{WIDE}{question.text}")

    def _note(self, words: Text) -> Paragraph:
        return Paragraph(text=words, kind=ParagraphKind.NOTE, introduces=True)

    def _ticks(self, printed: Printed, chosen: str | None) -> Iterator[Block]:
        """What answers one below the other; states without a value apart, as they are no levels, or only the chosen."""
        values = [option for option in printed.options if option.value not in _STATES]
        states = [option for option in printed.options if option.value in _STATES and chosen in {None, option.value}]
        if values:
            yield TickList(ticks=tuple(_tick(option, chosen) for option in values))
        if states:
            columns = 1 if any(len(option.text) > _SHORT for option in states) else 2
            yield TickList(ticks=tuple(_tick(option, chosen) for option in states), columns=columns)


_SHORT = 44
"""Characters that fit beside a box in half a page."""


def _tick(option: Option, chosen: str | None) -> Tick:
    return Tick(mark=option.label, text=option.text, ticked=option.value == chosen)


def _chosen(question: Question, printed: Printed, answer: Answer) -> str:
    """The option that an answer stands for; empty where it is none."""
    for value, state in _STATES.items():
        if answer.state is state:
            return value
    if answer.state is not AnswerState.ANSWERED:
        return ""
    if question.scores:
        return f"s{answer.level}"
    places = {choice: option.value for choice, option in zip(question.choices, printed.options, strict=False)}
    return places.get(answer.text, "")
