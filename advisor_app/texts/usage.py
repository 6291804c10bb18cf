"""The words of usage statistics: periods, rates, kinds of payment, and the sentence beside a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from advisor_app.domain.usage import (
    PaymentKind,
    Period,
    ServiceUsage,
    UsageMonth,
    UsageSums,
    by_service,
    last_year,
    months_in,
    sums_of,
)
from advisor_app.domain.usage_questions import SUPPORTED, UsageFigure, told_by
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal, format_month

_MOST_NAMED = 3
_FEWEST_RATED = 20
"""Uses below which a rate says nothing: our own choice."""


def count_words(count: int, texts: Texts) -> str:
    """``1.234``."""
    return format_decimal(count, 0, texts.language)


def rate_words(rate: Fraction | None, texts: Texts) -> str:
    """``18,2 %``, a dash where nobody counted."""
    return "–" if rate is None else texts("usage.percent", number=format_decimal(100 * rate, 1, texts.language))


def period_words(period: Period, texts: Texts) -> str:
    """``01/2026 bis 12/2026``."""
    first, last = format_month(period.first, texts.language), format_month(period.last, texts.language)
    return first if first == last else texts("usage.period", first=first, last=last)


def payment_words(payments: Mapping[PaymentKind, int], texts: Texts) -> str:
    """``Karte 40, Lastschrift 12``, the most frequent first."""
    ordered = sorted(payments.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{texts(f'usage.payment.{kind.value}')} {count_words(count, texts)}" for kind, count in ordered)


def months_words(months: Sequence[UsageMonth], texts: Texts) -> str:
    """``12 Monate (01/2026 bis 12/2026), 3.065 begonnene Anträge, 23,8 % abgebrochen``."""
    sums = sums_of(months)
    period = Period(first=months[0].month, last=months[-1].month)
    parts = [
        texts("usage.months", count=len(months), period=period_words(period, texts)),
        f"{count_words(sums.uses, texts)} {texts('usage.uses')}",
        "" if sums.abandonment is None else f"{rate_words(sums.abandonment, texts)} {texts('usage.abandoned')}",
        payment_words(sums.payments, texts),
    ]
    return ", ".join(filter(None, parts))


def rated_services(services: Iterable[ServiceUsage], period: Period) -> tuple[tuple[ServiceUsage, UsageSums], ...]:
    """Services with enough uses for a rate to mean something, the highest rates first."""
    found = [(item, sums) for item, sums in by_service(services, period) if sums.rated >= _FEWEST_RATED]
    return tuple(sorted(found, key=lambda pair: -(pair[1].abandonment or 0)))


def measure_words(service: ServiceUsage, texts: Texts) -> tuple[str, str, str]:
    """Title, description and indicator of the measure that a service of the statistics becomes.

    It is about abandoned applications where there are some and enough to speak of, else about the use.
    """
    period = last_year((service,))
    months = () if period is None else months_in((service,), period)
    is_rated = any(sums.abandoned for _, sums in rated_services((service,), period)) if period else False
    goal = "abandonment" if is_rated else "uses"
    facts = ", ".join(filter(None, (service.title, months_words(months, texts) if months else "")))
    return (
        texts(f"usage.measure.{goal}", title=service.title),
        texts("usage.measure.origin", facts=facts),
        texts(f"usage.{goal}"),
    )


def beside_question(question: str, services: Iterable[ServiceUsage], texts: Texts) -> str:
    """What statistics of the last twelve months say to a question, with the months; empty where they say nothing."""
    listed = tuple(services)
    period, figure = last_year(listed), SUPPORTED.get(question)
    if period is None or figure is None:
        return ""
    sums = sums_of(months_in(listed, period))
    if not told_by(figure, sums):
        return ""
    return f"{period_words(period, texts)}: {_figure_words(figure, listed, period, texts)}"


def _figure_words(figure: UsageFigure, services: tuple[ServiceUsage, ...], period: Period, texts: Texts) -> str:
    sums = sums_of(months_in(services, period))
    uses = count_words(sums.uses, texts)
    match figure:
        case UsageFigure.ABANDONMENT:
            if sums.abandonment is None:
                return texts("usage.beside.uses", uses=uses)
            words = texts("usage.beside.abandonment", uses=uses, rate=rate_words(sums.abandonment, texts))
            return " ".join(filter(None, (words, _highest(services, period, texts))))
        case UsageFigure.COMPLETED:
            if sums.completed is None:
                return texts("usage.beside.completed-unknown", uses=uses)
            return texts("usage.beside.completed", completed=count_words(sums.completed, texts))
        case UsageFigure.PAYMENTS:
            kinds = payment_words(sums.payments, texts)
            return texts("usage.beside.payments", paid=count_words(sums.paid, texts), kinds=kinds)
        case UsageFigure.PAYING_SERVICES:
            paying = sum(1 for _, item in by_service(services, period) if item.paid)
            return texts("usage.beside.paying-services", count=paying)


def _highest(services: tuple[ServiceUsage, ...], period: Period, texts: Texts) -> str:
    rated = [(item, sums) for item, sums in rated_services(services, period) if sums.abandoned]
    if len(rated) < 2:  # the only one is the sum itself
        return ""
    names = [f"{item.title} ({rate_words(sums.abandonment, texts)})" for item, sums in rated[:_MOST_NAMED]]
    return texts("usage.beside.highest", names=texts.joined(names))
