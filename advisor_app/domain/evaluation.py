"""An assessment evaluated live: one answer costs what it touches, whatever the questionnaire's size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from graphlib import TopologicalSorter

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.catalog import Dimension, DimensionKind, Question, Questionnaire, QuestionType
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import Test, Value, compile_condition, referenced_areas, referenced_questions
from advisor_app.domain.phases import PhaseResult, determine_phase
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


class Evaluation:
    """Visibility, calculations and sums of one assessment, kept up to date answer by answer.

    Raises ``graphlib.CycleError`` where conditions depend on each other in a circle and KeyError where they name a
    question that does not exist; the content check finds both before a pack is used.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        kind: CommuneKind,
        answers: Mapping[str, Answer] | None = None,
        areas: Iterable[str] = (),
    ) -> None:
        self.questionnaire = questionnaire
        self._questions = [question for question in questionnaire.questions if not question.retired]
        self._position = {question.id: index for index, question in enumerate(self._questions)}
        self._areas = set(areas)
        self._values: list[Value] = [None] * len(self._questions)
        self._answers: list[Answer] = [UNANSWERED] * len(self._questions)
        self._visible = [False] * len(self._questions)
        self._tests: list[Test | None] = [
            None
            if question.when is None
            else compile_condition(question.when, self._position, self._values, self._areas, kind)
            for question in self._questions
        ]
        self._dimension_of = {
            question.id: dimension for dimension in questionnaire.dimensions for question in dimension.questions
        }
        self._tallies = {dimension.id: Tally() for dimension in questionnaire.dimensions}
        self._tally_of = [self._tallies[self._dimension_of[question.id].id] for question in self._questions]
        self._area_of = [self._impact_area_of(question) for question in self._questions]
        self._is_sum = [question.type is QuestionType.CALCULATION for question in self._questions]
        self._area_watchers = self._find_area_watchers()
        self._order, self._followers = self._dependencies()
        for name, answer in (answers or {}).items():
            if name in self._position:
                self._answers[self._position[name]] = answer
        for index in self._order:
            self._count(index)

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
        asked = [question for question in self.visible_questions(dimension) if question.scores]
        states = [self.answer(question.id).state for question in asked]
        open_ones = states.count(AnswerState.UNANSWERED)
        return Progress(done=len(states) - open_ones, total=len(states), unknown=states.count(AnswerState.UNKNOWN))

    def explain(self, dimension: Dimension) -> tuple[Contribution, ...]:
        """Every scoring question of a dimension with what it contributes and why."""
        return tuple(
            Contribution(question=question, answer=self.answer(question.id), share=self._share(question.id))
            for question in dimension.questions
            if question.scores and not question.retired
        )

    def score(self, dimension: Dimension) -> DimensionScore:
        """Score of one dimension."""
        tally = self._tallies[dimension.id]
        blocked = (
            [
                item.question.id
                for item in self.explain(dimension)
                if item.question.blocking and item.share is Share.COUNTED and item.answer.level == 0
            ]
            if tally.blocked
            else []
        )
        return score_dimension(dimension, tally, blocked, self.questionnaire.scale)

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
        self._uncount(index)
        self._answers[index] = answer
        self._count(index)
        changed = []
        # Local names and no calls for what stays as it is: most conditions touched by an answer do not turn.
        tests, visible, areas, chosen = self._tests, self._visible, self._area_of, self._areas
        for follower in self._followers[index]:
            if self._is_sum[follower]:
                before = (visible[follower], self._values[follower])
                self._count(follower)
                if (visible[follower], self._values[follower]) != before:
                    changed.append(self._questions[follower].id)
                continue
            test, area = tests[follower], areas[follower]
            asked = (area is None or area in chosen) and (test is None or test())
            if asked is not visible[follower]:
                self._turn(follower, visible=asked)
                changed.append(self._questions[follower].id)
        return tuple(changed)

    def set_areas(self, areas: Iterable[str]) -> None:
        """Choose impact areas; their questions, and conditions that look at areas, are evaluated again."""
        self._areas.clear()
        self._areas.update(areas)
        for index in self._area_watchers:
            self.set_answer(self._questions[index].id, self._answers[index])

    # Inside

    def _impact_area_of(self, question: Question) -> str | None:
        dimension = self._dimension_of[question.id]
        return dimension.id if dimension.kind is DimensionKind.IMPACT_AREA else None

    def _find_area_watchers(self) -> tuple[int, ...]:
        return tuple(
            index
            for index, question in enumerate(self._questions)
            if self._area_of[index] is not None
            or (question.when is not None and any(True for _ in referenced_areas(question.when)))
        )

    def _dependencies(self) -> tuple[tuple[int, ...], list[tuple[int, ...]]]:
        """Evaluation order, and for each question everything that follows from it, in that order."""
        graph: dict[int, set[int]] = {}
        for index, question in enumerate(self._questions):
            needed = set(question.summands)
            if question.when is not None:
                needed.update(referenced_questions(question.when))
            graph[index] = {self._position[name] for name in needed}
        order = tuple(TopologicalSorter(graph).static_order())
        rank = {index: place for place, index in enumerate(order)}
        direct: dict[int, list[int]] = {}
        for index, needed_indices in graph.items():
            for other in needed_indices:
                direct.setdefault(other, []).append(index)
        reach: list[set[int]] = [set() for _ in self._questions]
        for index in reversed(order):
            for follower in direct.get(index, ()):
                reach[index].add(follower)
                reach[index] |= reach[follower]
        return order, [tuple(sorted(items, key=rank.__getitem__)) for items in reach]

    def _count(self, index: int) -> None:
        test = self._tests[index]
        visible = self._area_is_open(index) and (test is None or test())
        self._visible[index] = visible
        question = self._questions[index]
        answer = self._answers[index]
        self._values[index] = self._value_of(question, answer) if visible else None
        if question.scores:
            self._tally_of[index].add(question, share_of(answer, visible=visible), answer.level)

    def _turn(self, index: int, *, visible: bool) -> None:
        """A question appears or goes; its own answer is as it was."""
        question, answer = self._questions[index], self._answers[index]
        self._visible[index] = visible
        self._values[index] = self._value_of(question, answer) if visible else None
        if question.scores:
            tally = self._tally_of[index]
            tally.add(question, share_of(answer, visible=True), answer.level, sign=1 if visible else -1)

    def _area_is_open(self, index: int) -> bool:
        """Whether a question's impact area is chosen; cross-cutting questions have none."""
        area = self._area_of[index]
        return area is None or area in self._areas

    def _uncount(self, index: int) -> None:
        question = self._questions[index]
        if question.scores:
            answer = self._answers[index]
            share = share_of(answer, visible=self._visible[index])
            self._tally_of[index].add(question, share, answer.level, sign=-1)

    def _value_of(self, question: Question, answer: Answer) -> Value:
        if question.type is QuestionType.CALCULATION:
            values = [self._values[self._position[name]] for name in question.summands]
            known = [value for value in values if value is not None]
            return sum(known, start=Decimal(0)) if known else None
        if answer.state is not AnswerState.ANSWERED:
            return None
        return answer.level if question.scores else answer.number

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
