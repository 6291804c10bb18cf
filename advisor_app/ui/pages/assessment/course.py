"""One assessment as it is gone through: its questions in order, and the one that is shown."""

from __future__ import annotations

from collections.abc import Iterable

from advisor_app.domain.agenda import Section
from advisor_app.domain.assessment import Answer, Assessment, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Dimension, Question
from advisor_app.questions.editing import Asked
from advisor_app.services.assessments import Earlier
from advisor_app.services.questionnaires import Questionnaires

AREAS = Section.AREAS.value


class Course:
    """Knows the order of the questions that are asked now; ``current`` is empty before the first is shown.

    A confidential question is answered from the pre-survey or by the adviser alone: elsewhere it is covered, until it
    is revealed, and again as soon as another one is shown.
    """

    def __init__(self, assessment: Assessment, evaluation: Evaluation, before: Earlier | None = None) -> None:
        """``before`` is the assessment whose levels are shown beside, where the questions mean the same."""
        self.assessment = assessment
        self._before = before
        self.evaluation = evaluation
        self.order: tuple[tuple[Dimension, Question], ...] = ()
        self.current = ""
        self._revealed = ""
        self.take_stock()

    @property
    def conceals(self) -> bool:
        """Whether confidential questions are covered in this assessment."""
        return self.assessment.kind is not AssessmentKind.PRE_SURVEY

    @property
    def question(self) -> Question:
        """The question that is shown; KeyError before the first."""
        return self._questions[self.current]

    @property
    def dimension(self) -> Dimension:
        """Its dimension; KeyError before the first."""
        return self._dimensions[self.current]

    @property
    def is_covered(self) -> bool:
        """Whether the question that is shown is covered."""
        return self.conceals and self.question.confidential and self._revealed != self.current

    @property
    def can_poll_question(self) -> bool:
        """Whether the group may be polled about the question that is shown."""
        return self.conceals and self.question.can_be_polled

    @property
    def can_poll_target(self) -> bool:
        """Whether the group may be polled about the target level of its dimension."""
        return self.conceals and self.question.scores

    def take_stock(self) -> None:
        """Find out anew which questions are asked, after answers or areas have changed."""
        self.order = tuple(
            (dimension, question)
            for dimension in self.evaluation.dimensions()
            for question in self.evaluation.visible_questions(dimension)
        )
        self._questions = {question.id: question for _, question in self.order}
        self._dimensions = {question.id: dimension for dimension, question in self.order}

    def has(self, name: str) -> bool:
        """Whether a question is asked now."""
        return name in self._questions

    def go_to(self, name: str) -> None:
        """Show another question, covered if it is confidential."""
        if name != self.current:
            self._revealed = ""
        self.current = name

    def reveal(self) -> None:
        """Uncover the question that is shown."""
        self._revealed = self.current

    def first_of(self, dimension: str) -> str:
        """The first question of a dimension; empty where none is asked."""
        return next((question.id for found, question in self.order if found.id == dimension), "")

    def first_open(self, case: Case) -> str:
        """The first question without an answer, else the first; empty where none is asked."""
        answers = case.answers.get(self.assessment.id, {})
        asked = [question.id for _, question in self.order if not question.is_calculated]
        return next((name for name in asked if name not in answers), self.order[0][1].id if self.order else "")

    def beside(self, step: int) -> str:
        """The question some steps before or after the one that is shown, at most the first or last."""
        names = [question.id for _, question in self.order]
        return names[min(max(names.index(self.current) + step, 0), len(names) - 1)]

    def neighbours(self) -> tuple[Question | None, Question | None]:
        """The questions before and after; None at either end."""
        questions = [question for _, question in self.order]
        index = questions.index(self.question)
        before = questions[index - 1] if index else None
        return before, questions[index + 1] if index + 1 < len(questions) else None

    def place(self) -> tuple[int, int]:
        """Number of the question within its dimension, and how many there are."""
        asked = self.evaluation.visible_questions(self.dimension)
        return asked.index(self.question) + 1, len(asked)

    def answer(self, case: Case) -> Answer:
        """The answer of the question that is shown."""
        return case.answer(self.assessment.id, self.current)

    def asked(self, case: Case) -> Asked:
        """The question with what its editor shows beside it: the level before, and the target."""
        before = self._before if self._before and self.current in self._before.comparable else None
        return Asked(
            question=self.question,
            kind=case.assessed_commune(self.assessment).kind,
            scale=self.evaluation.questionnaire.scale,
            before=case.answer(before.assessment, self.current).level if before else None,
            target=case.targets.get(self.assessment.id, {}).get(self.dimension.id),
        )


def first_with(name: str, assessments: Iterable[Assessment], questionnaires: Questionnaires) -> Assessment | None:
    """The first one with a question or dimension of this id, for ``areas`` with areas to choose; None if none has."""
    for assessment in assessments:
        for item in questionnaires.of(assessment).dimensions:
            is_area = name == AREAS and item.kind is DimensionKind.IMPACT_AREA
            if is_area or item.id == name or any(one.id == name for one in item.questions):
                return assessment
    return None
