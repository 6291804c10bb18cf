"""An assessment ready to be reported: its scores, targets and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from advisor_app.documents.blocks import ChipState, LevelChip
from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evaluation import Evaluation, Result
from advisor_app.domain.foundations import DimensionKind, Scale
from advisor_app.domain.proposals import Target, target_of
from advisor_app.domain.questionnaire import Dimension, Phase, Question, Questionnaire
from advisor_app.domain.questionnaire_comparison import compare_questionnaires
from advisor_app.domain.scoring import DimensionScore, Status, band


@dataclass(frozen=True)
class Assessed:
    """One assessment of a case with its result."""

    given: DocumentInput
    assessment: Assessment
    questionnaire: Questionnaire

    @cached_property
    def evaluation(self) -> Evaluation:
        """Visibility and sums of all answers."""
        case = self.given.case
        answers = case.answers.get(self.assessment.id, {})
        return Evaluation(self.questionnaire, case.commune.kind, answers, self.assessment.areas)

    @cached_property
    def result(self) -> Result:
        """Scores and phase."""
        return self.evaluation.result()

    @property
    def scale(self) -> Scale:
        """The scale the assessment was made with."""
        return self.questionnaire.scale

    @cached_property
    def dimensions(self) -> Mapping[str, Dimension]:
        """Dimensions of the questionnaire by id."""
        return {dimension.id: dimension for dimension in self.questionnaire.dimensions}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Questions of the questionnaire by id."""
        return {question.id: question for question in self.questionnaire.questions}

    @property
    def cross_cutting(self) -> tuple[DimensionScore, ...]:
        """Scores that make up the module's."""
        return tuple(score for score in self.result.dimensions if score.kind is DimensionKind.CROSS_CUTTING)

    @property
    def areas(self) -> tuple[DimensionScore, ...]:
        """Scores of the chosen impact areas."""
        return tuple(score for score in self.result.dimensions if score.kind is DimensionKind.IMPACT_AREA)

    @property
    def phase(self) -> Phase | None:
        """The phase reached; None where it cannot be told."""
        number = self.result.phase.number if self.result.phase is not None else None
        return next((phase for phase in self.questionnaire.phases if phase.number == number), None)

    def title(self, dimension: str) -> str:
        """Id and title of a dimension."""
        return f"{dimension} {self.dimensions[dimension].title}"

    def target(self, score: DimensionScore) -> Target | None:
        """The level to be reached in two to three years."""
        return target_of(score, self.given.case.targets.get(self.assessment.id, {}), self.scale)

    def level_words(self, level: int) -> str:
        """``Stufe 2, teilweise geregelt``."""
        return self.given.texts("documents.level", level=level, word=self.scale.levels[level].word)

    @property
    def cap_level(self) -> int:
        """The level that a blocking question at 0 caps its dimension at."""
        return band(Fraction(self.scale.blocking_cap), self.scale)

    def chip(self, score: DimensionScore) -> LevelChip:
        """The level of a dimension as a box."""
        if score.level is not None:
            return LevelChip(score.level, self.level_words(score.level))
        applicable = score.status is not Status.NOT_APPLICABLE
        return LevelChip(ChipState.UNKNOWN if applicable else ChipState.NOT_APPLICABLE, self.status_words(score.status))

    def status_words(self, status: Status) -> str:
        """What a status is called."""
        return self.given.texts(f"documents.status.{status.value}")

    @property
    def occasion(self) -> str:
        """When and how the answers came about (Workshop am 14.09.2026)."""
        kind = self.given.texts(f"documents.assessment.{self.assessment.kind.value}")
        if self.assessment.held_on is None:
            opened = self.given.opened.get(self.assessment.id)
            if opened is None:
                return kind
            return self.given.texts("documents.occasion-earlier", kind=kind, day=self.given.wording.day(opened))
        return self.given.texts("documents.occasion-on", kind=kind, day=self.given.wording.day(self.assessment.held_on))


def assessed(given: DocumentInput, assessment: Assessment) -> Assessed:
    """An assessment with the questionnaire it was made with; one of a single commune as that commune sees it."""
    if assessment.commune:
        case = given.case.seen_from(assessment)
        given = replace(given, case=case, communes=case.commune.title)
    return Assessed(given, assessment, given.questionnaires[assessment.id])


def chosen(given: DocumentInput) -> Assessed | None:
    """The assessment that was asked for, else the default one; None where the case has none.

    Raises AdvisorError(UNKNOWN_ASSESSMENT).
    """
    if not given.assessment:
        default = given.case.default_assessment()
        return None if default is None else assessed(given, default)
    found = given.case.assessments.get(given.assessment)
    if found is None:
        raise AdvisorError(Problem.UNKNOWN_ASSESSMENT, name=given.assessment)
    return assessed(given, found)


def pre_survey_before(given: DocumentInput, current: Assessed) -> Assessed | None:
    """The latest pre-survey with the same questionnaire, to be compared with a later assessment."""
    earlier = [
        item
        for item in given.case.in_order()
        if item.kind is AssessmentKind.PRE_SURVEY
        and item.id != current.assessment.id
        and (item.questionnaire, item.commune) == (current.assessment.questionnaire, current.assessment.commune)
        and item.number < current.assessment.number
        and given.case.superseding(item.id) is None
    ]
    return assessed(given, earlier[-1]) if earlier else None


def has_other_figures(before: Assessed, current: Assessed) -> bool:
    """Whether two assessments were made with versions whose figures cannot be compared one to one."""
    kind = current.given.case.commune.kind
    return compare_questionnaires(before.questionnaire, current.questionnaire, kind).has_other_figures
