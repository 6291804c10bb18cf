"""Answers of an assessment as CSV: ``question,level,state,reason,note,role``.

A row gives a level or a state (``unknown``, ``not-applicable`` or ``n/a`` with its reason, ``unanswered`` clears); with
both empty it says nothing about either. Notes, reasons and roles that are left empty stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.questionnaire import Question, Questionnaire
from advisor_app.domain.words import Words
from advisor_app.exchange.csv_table import CsvRow, read_rows, write_rows
from advisor_app.exchange.source_file import refuse
from advisor_app.texts import Texts

COLUMNS = ("question", "level", "state", "reason", "note", "role")
REQUIRED = ("question", "level")
MAXIMUM_BYTES = 5 * 1024 * 1024
"""Of a file of answers, as its format was agreed."""

_LEVELS = {str(level): level for level in range(MAXIMUM_LEVEL + 1)}
_STATES = {
    "unknown": AnswerState.UNKNOWN,
    "not-applicable": AnswerState.NOT_APPLICABLE,
    "n/a": AnswerState.NOT_APPLICABLE,
    "unanswered": AnswerState.UNANSWERED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """What one row says of a question; ``state`` is None where it says nothing about the answer itself."""

    line: int
    question: str
    state: AnswerState | None = None
    level: int | None = None
    reason: str = ""
    note: str = ""
    role: str | None = None

    def applied(self, before: Answer | None) -> Answer | None:
        """The answer after this row; None where nothing is left of it."""
        answer = before or Answer()
        if self.state is not None and (self.state is not answer.state or self.level != answer.level):
            kept = answer.reason if self.state is answer.state else Words()
            answer = replace(answer, state=self.state, level=self.level, number=None, text="", reason=kept)
        if self.state is AnswerState.UNANSWERED:
            answer = replace(answer, reason=Words(), note=Words(), role=None)
        answer = replace(
            answer,
            reason=_said(self.reason, answer.reason),
            note=_said(self.note, answer.note),
            role=self.role or answer.role,
        )
        return None if answer == Answer() else answer


def read_answers(
    data: bytes, file: str, questionnaire: Questionnaire, roles: Collection[str], texts: Texts
) -> tuple[AnswerRow, ...]:
    """All rows of a file; raises AdvisorError(FILE_FORMAT) with line and reason for the first that does not fit."""
    questions = {question.id: question for question in questionnaire.questions if not question.retired}
    lines: dict[str, int] = {}
    found = []
    for row in read_rows(data, file, COLUMNS, REQUIRED, texts):
        question = questions.get(row.text("question"))
        if question is None:
            name = row.text("question")
            refuse(file, row.line, texts("exchange.answers.unknown-question", name=name, title=questionnaire.title))
        first = lines.setdefault(question.id, row.line)
        if first != row.line:
            refuse(file, row.line, texts("exchange.answers.double-question", name=question.id, line=first))
        found.append(_Reading(row, question, file, texts).row(roles))
    return tuple(found)


def write_answers(answers: Iterable[tuple[str, Answer]]) -> bytes:
    """Answers with levels and states as a file; ``read_answers`` reads the same from it."""
    return write_rows(COLUMNS, [_cells(question, answer) for question, answer in answers])


@dataclass(frozen=True, slots=True)
class _Reading:
    """One row that is being understood."""

    source: CsvRow
    question: Question
    file: str
    texts: Texts

    def row(self, roles: Collection[str]) -> AnswerRow:
        state, level = self._answer()
        reason = self.source.words("reason")
        if state is AnswerState.NOT_APPLICABLE:
            if self.question.not_applicable is None:
                self._refuse("not-applicable-forbidden")
            if not reason:
                self._refuse("reason-missing")
        role = self.source.text("role")
        if role and role not in roles:
            self._refuse("unknown-role", role=role, roles=", ".join(roles))
        return AnswerRow(
            line=self.source.line,
            question=self.question.id,
            state=state,
            level=level,
            reason=reason,
            note=self.source.words("note"),
            role=role or None,
        )

    def _answer(self) -> tuple[AnswerState | None, int | None]:
        level, word = self.source.text("level"), self.source.text("state").casefold()
        if level and word:
            self._refuse("level-and-state")
        if word and word not in _STATES:
            self._refuse("unknown-state", state=word, states=", ".join(_STATES))
        if (level or word) and self.question.is_calculated:
            self._refuse("calculated")
        if not level:
            return _STATES.get(word), None
        if not self.question.scores:
            self._refuse("no-level")
        if level not in _LEVELS:
            self._refuse("bad-level", level=level)
        return AnswerState.ANSWERED, _LEVELS[level]

    def _refuse(self, key: str, **fields: str) -> None:
        refuse(self.file, self.source.line, self.texts(f"exchange.answers.{key}", name=self.question.id, **fields))


def _said(text: str, before: Words) -> Words:
    """What was written; the same words keep the audience they were released for."""
    return before if not text or text == before.text else Words(text)


def _cells(question: str, answer: Answer) -> dict[str, str]:
    has_level = answer.state is AnswerState.ANSWERED and answer.level is not None
    return {
        "question": question,
        "level": str(answer.level) if has_level else "",
        "state": "" if answer.state is AnswerState.ANSWERED else answer.state.value,
        "reason": answer.reason.text,
        "note": answer.note.text,
        "role": answer.role or "",
    }
