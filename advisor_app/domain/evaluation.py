"""An assessment evaluated live: one answer costs what it touches, whatever the questionnaire's size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import Test, Value, compile_condition
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.phases import PhaseResult, determine_phase
from advisor_app.domain.question_order import QuestionOrder, order_questions
from advisor_app.domain.questionnaire import Dimension, Question, Questionnaire
from advisor_app.domain.scoring import (
    DimensionScore,
    ModuleScore,
    Share,
    Tally,
    score_dimension,
    score_module,
    share_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Why a question counts or not; ``share`` and the level go into the sums with the question's weight."""

    question: Question
    answer: Answer
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Scores of an assessment with the versions they were made with."""

    questionnaire: str
    questionnaire_version: str
    scoring_version: str
    module_id: str
    dimensions: tuple[DimensionScore, ...]
    module: ModuleScore
    phase: PhaseResult | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many of the visible questions are dealt with (answered, unknown or not applicable), out of how many."""

    done: int
    total: int
    unknown: int


class _Sums(NamedTuple):
    """What the answers of one dimension add up to; ``blocked`` are its blocking questions at level 0."""

    tally: Tally
    blocked: tuple[str, ...]
    progress: Progress


_Step = tuple[int, Test | None, tuple[int, ...] | None]
"""A question by its position: whether it is asked (None: always), and for a calculation the positions it adds."""


class Evaluation:
    """Visibility, calculations and sums of one assessment, kept up to date answer by answer.

    ``order`` may be given where a questionnaire is evaluated often; else it is found, with the errors that
    ``order_questions`` names.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        kind: CommuneKind,
        answers: Mapping[str, Answer] | None = None,
        areas: Iterable[str] = (),
        order: QuestionOrder | None = None,
    ) -> None:
        self.questionnaire = questionnaire
        placed = order or order_questions(questionnaire)
        self._questions = placed.questions
        self._dimensions = placed.dimensions
        self._position = placed.position
        self._areas = set(areas)
        self._answers: list[Answer] = [UNANSWERED] * len(self._questions)
        self._own: list[Value] = [None] * len(self._questions)  # what the answer says, also while it is hidden
        self._values: list[Value] = [None] * len(self._questions)
        self._visible = [False] * len(self._questions)
        self._sums: dict[str, _Sums] = {}  # by dimension, made when they are asked for
        for name, answer in (answers or {}).items():
            if name in self._position:
                self._take_over(self._position[name], answer)
        steps = [self._step(index, kind) for index in range(len(self._questions))]
        self._followers = [tuple(steps[index] for index in followers) for followers in placed.followers]
        self._evaluate(steps[index] for index in placed.order)

    # Reading

    def dimensions(self) -> tuple[Dimension, ...]:
        """Cross-cutting dimensions and the chosen impact areas, in order."""
        return tuple(item for item in self.questionnaire.dimensions if self.is_asked(item))

    def is_asked(self, dimension: Dimension) -> bool:
        """Whether a dimension belongs to this assessment: impact areas only when they are chosen."""
        return dimension.kind is DimensionKind.CROSS_CUTTING or dimension.id in self._areas

    def is_visible(self, question: str) -> bool:
        """Whether the question is asked at all: its condition holds, and its impact area, if any, is chosen."""
        return self._visible[self._position[question]]

    def answer(self, question: str) -> Answer:
        """The agreed answer, also of a hidden question."""
        return self._answers[self._position[question]]

    def value(self, question: str) -> Value:
        """Level, number or calculated sum of a visible question, else None."""
        return self._values[self._position[question]]

    def visible_questions(self, dimension: Dimension) -> tuple[Question, ...]:
        """Questions of a dimension that are asked now."""
        return tuple(
            question for question in dimension.questions if not question.retired and self.is_visible(question.id)
        )

    def progress(self, dimension: Dimension) -> Progress:
        """Progress over a dimension's scoring questions."""
        return self._sums_of(dimension).progress

    def explain(self, dimension: Dimension) -> tuple[Contribution, ...]:
        """Every scoring question of a dimension with what it contributes and why."""
        return tuple(
            Contribution(question=question, answer=self.answer(question.id), share=self._share(question.id))
            for question in dimension.questions
            if question.scores and not question.retired
        )

    def score(self, dimension: Dimension) -> DimensionScore:
        """Score of one dimension."""
        sums = self._sums_of(dimension)
        return score_dimension(dimension, sums.tally, sums.blocked, self.questionnaire.scale)

    def result(self) -> Result:
        """All scores and the phase."""
        scores = tuple(self.score(dimension) for dimension in self.dimensions())
        module = score_module(scores, self.questionnaire.scale)
        return Result(
            questionnaire=self.questionnaire.id,
            questionnaire_version=self.questionnaire.version,
            scoring_version=self.questionnaire.scale.version,
            module_id=self.questionnaire.module,
            dimensions=scores,
            module=module,
            phase=determine_phase(self.questionnaire.phases, module, scores, self._level_or),
        )

    def missing(self) -> tuple[str, ...]:
        """Scoring questions of the cross-cutting dimensions that are unanswered or unknown."""
        return tuple(
            item.question.id
            for dimension in self.dimensions()
            if dimension.kind is DimensionKind.CROSS_CUTTING
            for item in self.explain(dimension)
            if item.share is Share.MISSING
        )

    # Changing

    def set_answer(self, question: str, answer: Answer) -> tuple[str, ...]:
        """Take over one answer; returns the other questions whose visibility or value changed with it."""
        index = self._position[question]
        self._take_over(index, answer)
        return self._evaluate(self._followers[index])

    # Inside

    def _take_over(self, index: int, answer: Answer) -> None:
        question = self._questions[index]
        self._answers[index] = answer
        own: Value = None
        if answer.state is AnswerState.ANSWERED:
            own = answer.level if question.scores else answer.number
        self._own[index] = own
        if self._visible[index] and not question.is_calculated:
            self._values[index] = own
        self._sums.pop(self._dimensions[index].id, None)

    def _evaluate(self, steps: Iterable[_Step]) -> tuple[str, ...]:
        """Evaluate questions again, in an order in which none looks at a later one; returns those that changed."""
        # Local names and no calls for what stays as it is: most conditions touched by an answer do not turn.
        visible, values = self._visible, self._values
        changed = []
        for index, test, summands in steps:
            asked = test is None or test()
            if summands is None:
                if asked is visible[index]:
                    continue
                value = self._own[index] if asked else None
            else:
                value = self._sum(summands) if asked else None
                if asked is visible[index] and value == values[index]:
                    continue
            visible[index] = asked
            values[index] = value
            self._sums.pop(self._dimensions[index].id, None)
            changed.append(self._questions[index].id)
        return tuple(changed)

    def _sum(self, summands: tuple[int, ...]) -> Value:
        values = self._values
        known = [value for index in summands if (value := values[index]) is not None]
        return sum(known, start=Decimal(0)) if known else None

    def _step(self, index: int, kind: CommuneKind) -> _Step:
        question = self._questions[index]
        summands = tuple(self._position[name] for name in question.summands) if question.is_calculated else None
        return index, self._test(index, kind), summands

    def _test(self, index: int, kind: CommuneKind) -> Test | None:
        """Whether a question is asked, None for one that always is."""
        question, dimension, chosen = self._questions[index], self._dimensions[index], self._areas
        area = dimension.id if dimension.kind is DimensionKind.IMPACT_AREA else None
        if question.when is None:
            return None if area is None else lambda: area in chosen
        holds = compile_condition(question.when, self._position, self._values, chosen, kind)
        return holds if area is None else lambda: area in chosen and holds()

    def _sums_of(self, dimension: Dimension) -> _Sums:
        if dimension.id not in self._sums:
            self._sums[dimension.id] = self._add_up(dimension)
        return self._sums[dimension.id]

    def _add_up(self, dimension: Dimension) -> _Sums:
        tally, blocked, states = Tally(), [], []
        for question in dimension.questions:
            if question.retired or not question.scores:
                continue
            answer, share = self.answer(question.id), self._share(question.id)
            tally.add(question, share, answer.level)
            if share is not Share.HIDDEN:
                states.append(answer.state)
            if question.blocking and share is Share.COUNTED and answer.level == 0:
                blocked.append(question.id)
        progress = Progress(
            done=len(states) - states.count(AnswerState.UNANSWERED),
            total=len(states),
            unknown=states.count(AnswerState.UNKNOWN),
        )
        return _Sums(tally, tuple(blocked), progress)

    def _share(self, question: str) -> Share:
        index = self._position[question]
        return share_of(self._answers[index], visible=self._visible[index])

    def _level_or(self, question: str, missing: Fraction | None) -> Fraction | None:
        """Level of a question; ``missing`` where it is missing, None where it does not apply or does not exist."""
        if question not in self._position:
            return None
        match self._share(question):
            case Share.COUNTED:
                return Fraction(self.answer(question).level or 0)
            case Share.MISSING:
                return missing
            case _:
                return None
