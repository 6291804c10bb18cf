"""Questionnaires and portfolios larger than any adviser will have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.booking import Booking, BookingState
from advisor_app.domain.changes import AnswerSet, BookingSet, Change
from advisor_app.domain.conditions import QuestionWithin
from advisor_app.domain.foundations import DimensionKind, Scale
from advisor_app.domain.questionnaire import Dimension, Question, Questionnaire, QuestionType
from advisor_app.services.workspace import Workspace

PER_DIMENSION = 50
_BLOCK = 100
_STEP = 3


def questionnaire(scale: Scale, questions: int, conditions: int = 300, calculations: int = 40) -> Questionnaire:
    """A questionnaire of so many level questions in dimensions of 50, some conditional, and calculations at its end."""
    names = [f"9.{number // PER_DIMENSION + 1}.{number % PER_DIMENSION + 1}" for number in range(questions)]
    built = []
    for number, name in enumerate(names):
        # Every condition looks at the first question of its block of two dimensions: one answer touches many.
        conditional = number % _STEP == 1 and number // _STEP < conditions and number % _BLOCK
        driver = names[number // _BLOCK * _BLOCK]
        built.append(
            Question(
                id=name,
                dimension=name.rsplit(".", 1)[0],
                type=QuestionType.LEVEL,
                text=f"Frage {name}: Wie weit ist die Aufgabe geregelt und in Gebrauch?",
                short=f"Frage {name}",
                weight=1 + number % 3,
                anchors=("keine", "mündlich", "in einzelnen Ämtern", "hausweit", "geprüft"),
                anchors_short=("keine", "mündlich", "einzeln", "hausweit", "geprüft"),
                when=QuestionWithin(question=driver, at_least=Decimal(1 + number % 4)) if conditional else None,
            )
        )
    dimensions = []
    for first in range(0, questions, PER_DIMENSION):
        part = tuple(built[first : first + PER_DIMENSION])
        name = part[0].dimension
        sums = tuple(
            Question(
                id=f"{name}.{PER_DIMENSION + number + 1}",
                dimension=name,
                type=QuestionType.CALCULATION,
                text="Summe",
                short="Summe",
                summands=tuple(question.id for question in part[:5]),
            )
            for number in range(-(-calculations * PER_DIMENSION // questions))
        )
        dimensions.append(
            Dimension(
                id=name,
                kind=DimensionKind.CROSS_CUTTING,
                title=f"Dimension {name}",
                short=name,
                weight=1,
                questions=(*part, *sums),
            )
        )
    return Questionnaire(
        id="large", version="1.0.0", module="M4", title="Groß", scale=scale, dimensions=tuple(dimensions)
    )


def fill_portfolio(workspace: Workspace, cases: int) -> None:
    """So many cases of real communes, each with bookings and twenty answers."""
    workspace.protection.accept_recovery_code(workspace.protection.new_recovery_code())
    communes = [commune for commune in workspace.register.index.communes if not commune.own]
    states = list(BookingState)
    numbers = count()
    for number in range(cases):
        session = workspace.cases.create(communes[number % len(communes)], ("M4",))
        assessment = session.case.default_assessment()
        booking = next(iter(session.case.bookings.values()))
        changes: list[Change] = [BookingSet(booking.id, booking, _moved(booking, states[number % 6]))]
        if assessment is not None:
            questions = [f"4.{1 + index // 4}.{1 + index % 4}" for index in range(20)]
            changes += [
                AnswerSet(assessment.id, name, None, Answer(state=AnswerState.ANSWERED, level=next(numbers) % 5))
                for name in questions
            ]
        session.apply(*changes)


def _moved(booking: Booking, state: BookingState) -> Booking:
    return replace(booking, state=state, requested_on=datetime.now(UTC).date())
