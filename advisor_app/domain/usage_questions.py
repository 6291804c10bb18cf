"""Which questions of the questionnaire of module 1 usage statistics support, and with which figure.

Ids of questions never change; ``tests/domain/test_usage_questions.py`` holds them against the shipped questionnaire.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from advisor_app.domain.evidence import WHOLE_CASE, Subject
from advisor_app.domain.usage import ServiceUsage, UsageSums, by_service, last_year, months_in, sums_of

if TYPE_CHECKING:
    from advisor_app.domain.case import Case

QUESTIONNAIRE = "m1"


class UsageFigure(Enum):
    """What is said beside a question."""

    ABANDONMENT = "abandonment"
    COMPLETED = "completed"
    PAYMENTS = "payments"
    PAYING_SERVICES = "paying-services"


SUPPORTED: Mapping[str, UsageFigure] = MappingProxyType(
    {
        "1.3.3": UsageFigure.PAYMENTS,
        "1.3.6": UsageFigure.PAYING_SERVICES,
        "1.6.1": UsageFigure.ABANDONMENT,
        "1.6.6": UsageFigure.COMPLETED,
        "1.6.7": UsageFigure.ABANDONMENT,
    }
)


def told_by(figure: UsageFigure, sums: UsageSums) -> bool:
    """Whether statistics tell something of it."""
    match figure:
        case UsageFigure.ABANDONMENT:
            return sums.abandonment is not None or sums.uses > 0
        case UsageFigure.COMPLETED:
            return sums.uses > 0
        case UsageFigure.PAYMENTS | UsageFigure.PAYING_SERVICES:
            return sums.paid > 0


def proposed_number(question: str, services: Iterable[ServiceUsage]) -> int | None:
    """The number that statistics of the last twelve months propose as the answer, None where they propose none."""
    listed = tuple(services)
    period = last_year(listed)
    figure = SUPPORTED.get(question)
    if period is None or figure not in {UsageFigure.COMPLETED, UsageFigure.PAYING_SERVICES}:
        return None
    if figure is UsageFigure.COMPLETED:
        return sums_of(months_in(listed, period)).completed
    return sum(1 for _, sums in by_service(listed, period) if sums.paid) or None


def numbers_counted(questionnaire: str, services: Iterable[ServiceUsage]) -> Mapping[str, Decimal]:
    """The numbers that the statistics propose, by question; empty where they tell nothing of a questionnaire."""
    if questionnaire != QUESTIONNAIRE:
        return {}
    listed = tuple(services)
    found = {question: proposed_number(question, listed) for question in SUPPORTED}
    return {question: Decimal(number) for question, number in found.items() if number is not None}


def supported_subjects(case: Case, services: Iterable[ServiceUsage]) -> tuple[Subject, ...]:
    """The questions of the standing assessments of module 1 that these statistics support; else the whole case."""
    listed = tuple(services)
    period = last_year(listed)
    if period is None:
        return ()
    sums = sums_of(months_in(listed, period))
    found = tuple(
        Subject.question(assessment.id, question)
        for assessment in case.current_assessments()
        if assessment.questionnaire == QUESTIONNAIRE
        for question, figure in SUPPORTED.items()
        if told_by(figure, sums)
    )
    return found or (WHOLE_CASE,)
