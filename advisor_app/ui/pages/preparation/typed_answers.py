"""What was typed of one form so far, as words that can be kept and put back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from advisor_app.domain.assessment import UNANSWERED, Answer
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.sent_form import SentForm
from advisor_app.domain.words import Words
from advisor_app.questions import kind_of


@dataclass(slots=True)
class TypedAnswers:
    """The answers to the questions of a form, by question; ``file`` is the copy that they are typed from."""

    form: SentForm
    questions: Sequence[Question]
    file: Path | None = None
    answers: dict[str, Answer] = field(default_factory=dict)

    def of(self, question: Question) -> Answer:
        """The answer so far."""
        return self.answers.get(question.id, UNANSWERED)

    def put(self, question: Question, answer: Answer) -> None:
        """Another answer, or none."""
        if answer == UNANSWERED:
            self.answers.pop(question.id, None)
        else:
            self.answers[question.id] = answer

    @property
    def text(self) -> str:
        """All of it in one line; empty where nothing was typed."""
        if not self.answers:
            return ""
        said = {
            question.id: [kind_of(question).filled(question, answer), answer.note.text]
            for question in self.questions
            if (answer := self.answers.get(question.id)) is not None
        }
        return json.dumps([self.form.number, "" if self.file is None else str(self.file), said])

    def put_back(self, said: Mapping[str, Sequence[str]]) -> None:
        """Enter again what was typed; what no question takes is left out."""
        for question in self.questions:
            value, note = said.get(question.id, ("", ""))
            answer = UNANSWERED
            with suppress(AdvisorError):
                answer = kind_of(question).read(question, value) if value else answer
            self.put(question, replace(answer, note=Words(note)))


def read_typed(text: str) -> tuple[str, str, Mapping[str, Sequence[str]]]:
    """Number, file and values out of ``TypedAnswers.text``."""
    number, file, said = json.loads(text)
    return number, file, said
