"""Who is asked what before the workshop: a questionnaire split by roles, as a house has filled them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.case import Case, RoleMapping
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import for_kind
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Dimension, Question, Questionnaire

HEAD_OF_HOUSE = "BM"
"""The role with little time."""

MOST_FOR_HEAD = 8
"""How many questions it is asked at most."""

_TWO_WEEKS = timedelta(weeks=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSurvey:
    """What one role is asked, by dimension; ``merged`` are roles that the same person answers for."""

    role: str
    merged: tuple[str, ...]
    questions: tuple[tuple[Dimension, tuple[Question, ...]], ...]

    @property
    def count(self) -> int:
        """How many questions it is asked."""
        return sum(len(questions) for _dimension, questions in self.questions)


def holder(role: str, mappings: Mapping[str, RoleMapping]) -> str:
    """Who answers for a role in this house: itself, or whatever role it was merged into.

    Of roles that were merged in a circle one stands for all.
    """
    passed: list[str] = []
    while role not in passed:
        passed.append(role)
        mapping = mappings.get(role)
        if mapping is None or mapping.merged_into is None:
            return role
        role = mapping.merged_into
    return min(passed[passed.index(role) :])


def split_by_role(
    questionnaire: Questionnaire,
    kind: CommuneKind,
    areas: Collection[str],
    roles: Sequence[str],
    mappings: Mapping[str, RoleMapping],
) -> tuple[RoleSurvey, ...]:
    """The questionnaire split by roles, in the order of ``roles``; those that are asked nothing are left out.

    Everybody is asked whatever names the role, the head of the house the questions that matter most for it. What names
    no role is left for the room; what is never asked of this kind of commune, and impact areas that nobody has chosen,
    are left out.
    """
    asked = [
        (dimension, question, frozenset(holder(role, mappings) for role in question.roles))
        for dimension, question in _asked(questionnaire, kind, areas)
    ]
    surveys = []
    for role in roles:
        if holder(role, mappings) != role:
            continue
        chosen = [(dimension, question) for dimension, question, holders in asked if role in holders]
        if role == HEAD_OF_HOUSE:
            kept = _most_telling([(question, holders) for _, question, holders in asked if role in holders])
            chosen = [(dimension, question) for dimension, question in chosen if question.id in kept]
        if chosen:
            merged = tuple(name for name in roles if name != role and holder(name, mappings) == role)
            surveys.append(RoleSurvey(role=role, merged=merged, questions=_by_dimension(chosen)))
    return tuple(surveys)


def _asked(
    questionnaire: Questionnaire, kind: CommuneKind, areas: Collection[str]
) -> Iterator[tuple[Dimension, Question]]:
    for dimension in questionnaire.dimensions:
        if dimension.kind is DimensionKind.IMPACT_AREA and dimension.id not in areas:
            continue
        for question in dimension.questions:
            if not question.retired and not question.is_calculated and for_kind(question.when, kind) is not False:
                yield dimension, question


def _most_telling(questions: Sequence[tuple[Question, frozenset[str]]]) -> set[str]:
    """What nobody else can answer comes first, then what blocks, what names the role first, and what weighs most."""

    def importance(item: tuple[Question, frozenset[str]]) -> tuple[bool, bool, bool, int]:
        question, holders = item
        return len(holders) > 1, not question.blocking, question.roles[0] != HEAD_OF_HOUSE, -question.weight

    return {question.id for question, _ in sorted(questions, key=importance)[:MOST_FOR_HEAD]}


def _by_dimension(
    chosen: Sequence[tuple[Dimension, Question]],
) -> tuple[tuple[Dimension, tuple[Question, ...]], ...]:
    dimensions = {dimension.id: dimension for dimension, _ in chosen}
    return tuple(
        (dimension, tuple(question for other, question in chosen if other.id == dimension.id))
        for dimension in dimensions.values()
    )


def survey_key(module: str, commune: str) -> str:
    """What a pre-survey is called by: its module, in a joint case with the commune that alone is asked (M4@id)."""
    return f"{module}@{commune}" if commune else module


def asked_by(key: str) -> tuple[str, str]:
    """The module and the commune (empty: all of the case) of a pre-survey's key."""
    module, _, commune = key.partition("@")
    return module, commune


def surveyed_assessments(case: Case) -> tuple[Assessment, ...]:
    """Of every questionnaire of a case the assessment whose questions are asked beforehand.

    That is the latest pre-survey, else the assessment that tells where the commune stands. In a joint case the
    pre-surveys of its communes by themselves follow.
    """
    ordered = [item for item in case.in_order() if case.superseding(item.id) is None]
    surveys = {(item.questionnaire, item.commune): item for item in ordered if item.kind is AssessmentKind.PRE_SURVEY}
    together = [surveys.pop((item.questionnaire, item.commune), item) for item in case.current_assessments()]
    communes = {commune.id for commune in case.head.communes}
    return (*together, *(item for (_, commune), item in surveys.items() if commune in communes))


def proposed_due_day(case: Case, module: str, today: date) -> date:
    """When forms should be back: two weeks before the module's first workshop day, else in two weeks.

    Where the workshop is nearer than that, the day before it (own assumption).
    """
    coming = [day.on for day in case.agenda.values() if day.module == module and day.on is not None and day.on > today]
    if not coming:
        return today + _TWO_WEEKS
    workshop = min(coming)
    if workshop - _TWO_WEEKS > today:
        return workshop - _TWO_WEEKS
    return max(today, min(today + _TWO_WEEKS, workshop - timedelta(days=1)))
