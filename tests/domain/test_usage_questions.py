"""Which questions usage statistics support."""

from __future__ import annotations

from datetime import date

from advisor_app.content.packs import load_catalog
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.domain.usage import PaymentCount, PaymentKind, ServiceUsage, UsageMonth
from advisor_app.domain.usage_questions import QUESTIONNAIRE, SUPPORTED, UsageFigure, proposed_number
from advisor_app.resources_folder import resources_folder

PAID = (PaymentCount(payment=PaymentKind.CARD, count=3),)


def service(name: str, month: date, uses: int, abandoned: int | None, *, paid: bool = False) -> ServiceUsage:
    months = (UsageMonth(month=month, uses=uses, abandoned=abandoned, payments=PAID if paid else ()),)
    return ServiceUsage(id=name, title=name, months=months)


def test_the_questions_are_there_and_those_for_numbers_take_one() -> None:
    shipped = load_catalog([resources_folder() / "content"])
    questions = {question.id: question for question in shipped.questionnaires[QUESTIONNAIRE].questions}
    for name, figure in SUPPORTED.items():
        assert not questions[name].retired
        takes_number = questions[name].type is QuestionType.NUMBER
        assert takes_number == (figure in {UsageFigure.COMPLETED, UsageFigure.PAYING_SERVICES})


def test_numbers_are_proposed_of_the_last_twelve_months_alone() -> None:
    services = (
        service("A", date(2026, 6, 1), 100, 20, paid=True),
        service("B", date(2026, 1, 1), 50, 0),
        service("C", date(2025, 6, 1), 999, 0, paid=True),
    )
    assert proposed_number("1.6.6", services) == 130
    assert proposed_number("1.3.6", services) == 1
    assert proposed_number("1.6.1", services) is None
    assert proposed_number("1.6.6", ()) is None
    assert proposed_number("1.6.6", (service("A", date(2026, 6, 1), 9, None),)) is None
