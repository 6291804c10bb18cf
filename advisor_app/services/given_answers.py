"""What was answered before, or in another module, to the question that is asked: shown, offered, never taken silently.

What means the same can be taken over as it stands. Where a question of another module asks the same in other levels,
only its words are shown: a level of other anchors would say something else here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.answering import says_the_same, taken_over
from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState, Assessment, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.questionnaire import Question
from advisor_app.questions import kind_of
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.texts import Texts
from advisor_app.texts.assessments import assessment_title
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.services.cases import Cases


class Origin(Enum):
    """Where an answer was given."""

    EARLIER = "earlier"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer to the same question: of an earlier assessment, or in another module.

    ``source`` names where (Modul 4 · Workshop, 14.09.2026), ``said`` the answer in words with what its level means.
    ``can_be_taken`` tells whether it says the same here.
    """

    origin: Origin
    question: str
    asked_as: str
    answer: Answer
    source: str
    said: str
    can_be_taken: bool

    def is_taken(self, answer: Answer) -> bool:
        """Whether an answer already says the same."""
        return says_the_same(answer, self.answer)


class GivenAnswers:
    """Finds them; what is taken over is a change like any other answer."""

    def __init__(self, catalog: Catalog, questionnaires: Questionnaires, cases: Cases, texts: Texts) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._cases = cases
        self._texts = texts

    def earlier(self, case: Case, assessment: Assessment) -> Mapping[str, GivenAnswer]:
        """What was answered at the last workshop or follow-up before, by question; also in the case before this one."""
        found = self._before(case, assessment)
        if found is None:
            return {}
        where, before = found
        return {
            name: self._given(Origin.EARLIER, where, before, question, question.id, can_be_taken=True)
            for name, question in self._same(case, before, assessment).items()
            if where.answer(before.id, name).state is not AnswerState.UNANSWERED
        }

    def elsewhere(self, case: Case, assessment: Assessment) -> Mapping[str, tuple[GivenAnswer, ...]]:
        """What other modules of the case have answered to the same questions. It may read packs: for a worker thread.

        Confidential questions are left out on both sides.
        """
        shared = self._catalog.shared_questions
        others = [item for item in case.current_assessments() if item.questionnaire != assessment.questionnaire]
        if not others:
            return {}
        found: dict[str, list[GivenAnswer]] = {}
        for question in self._questionnaires.of(assessment).questions:
            word = shared.get(question.id)
            if word is None or question.retired or question.confidential:
                continue
            for other in others:
                for asked in self._questionnaires.of(other).questions:
                    if shared.get(asked.id) == word and not asked.confidential and self._is_said(case, other, asked):
                        taken = _answers_alike(asked, question, case.answer(other.id, asked.id))
                        given = self._given(Origin.ELSEWHERE, case, other, asked, question.id, can_be_taken=taken)
                        found.setdefault(question.id, []).append(given)
        return {name: tuple(given) for name, given in found.items()}

    def change(self, case: Case, assessment: Assessment, given: GivenAnswer) -> AnswerSet:
        """The change that takes an answer over."""
        before = case.answers.get(assessment.id, {}).get(given.question)
        return AnswerSet(assessment.id, given.question, before, taken_over(before or UNANSWERED, given.answer))

    def _before(self, case: Case, assessment: Assessment) -> tuple[Case, Assessment] | None:
        def held(where: Case) -> Iterator[tuple[Case, Assessment]]:
            for item in where.in_order():
                same = (item.questionnaire, item.commune) == (assessment.questionnaire, assessment.commune)
                is_it = same and item.kind is not AssessmentKind.PRE_SURVEY
                if is_it and where.superseding(item.id) is None and where.answers.get(item.id):
                    yield where, item

        own = [pair for pair in held(case) if pair[1].number < assessment.number]
        if own:
            return own[-1]
        earlier = [pair for other in self._cases.earlier(case) for pair in held(other)]
        return earlier[-1] if earlier else None

    def _same(self, case: Case, before: Assessment, assessment: Assessment) -> Mapping[str, Question]:
        """Questions that mean the same in both, as they were asked before."""
        asked = {item.id: item for item in self._questionnaires.of(before).questions if not item.is_calculated}
        if before.digest == assessment.digest:
            return asked
        from advisor_app.domain.questionnaire_comparison import compare_questionnaires

        old, new = (self._questionnaires.kept(item.digest) for item in (before, assessment))
        compared = compare_questionnaires(old, new, case.commune.kind)
        return {pair.new.id: asked[pair.new.id] for pair in compared.unchanged if pair.new.id in asked}

    @staticmethod
    def _is_said(case: Case, assessment: Assessment, question: Question) -> bool:
        return case.answer(assessment.id, question.id).state not in {AnswerState.UNANSWERED, AnswerState.UNKNOWN}

    def _given(  # nearly all by name
        self, origin: Origin, case: Case, assessment: Assessment, asked: Question, name: str, *, can_be_taken: bool
    ) -> GivenAnswer:
        answer = case.answer(assessment.id, asked.id)
        said = kind_of(asked).wording(asked, answer, self._texts)
        anchors = asked.wording(case.commune.kind).anchors
        if answer.level is not None and anchors:
            said = self._texts("given.level", level=answer.level, anchor=anchors[answer.level])
        return GivenAnswer(
            origin=origin,
            question=name,
            asked_as=asked.id,
            answer=answer,
            source=self._source(case, assessment),
            said=said,
            can_be_taken=can_be_taken,
        )

    def _source(self, case: Case, assessment: Assessment) -> str:
        module = self._questionnaires.of(assessment).module
        title = assessment_title(case, assessment, module, self._catalog, self._texts)
        language = self._texts.language
        if assessment.held_on is None:
            day = format_date(case.head.opened_on, language)
            return self._texts("given.of-case", title=title, day=day)
        day = format_date(assessment.held_on, language)
        return title if title.endswith(day) else f"{title}, {day}"


def _answers_alike(asked: Question, question: Question, answer: Answer) -> bool:
    """Whether an answer to one question says the same as one to the other, and may be given there."""
    parts = ("type", "unit", "choices", "anchors")
    if any(getattr(asked, part) != getattr(question, part) for part in parts):
        return False
    try:
        kind_of(question).check(question, answer)
    except AdvisorError:
        return False
    return True
