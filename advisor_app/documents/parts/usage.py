"""How online services are used: sums, months, rates and payments of the last twelve months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.usage_charts import has_figures, usage_chart
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.usage import (
    Period,
    ServiceUsage,
    UsageCut,
    UsageSums,
    by_month,
    by_service,
    last_year,
    months_in,
    sums_of,
)
from advisor_app.texts.numbers import format_month
from advisor_app.texts.usage import count_words, payment_words, period_words, rate_words

_MOST_SERVICES = 12
"""Services by name in a report or in a chart; the rest is one row."""

Services = tuple[ServiceUsage, ...]


def usage_of(given: DocumentInput) -> tuple[Services, Period]:
    """The services and their last twelve months; raises AdvisorError(NO_USAGE) where no statistics were taken in."""
    services = tuple(given.case.usage.values())
    period = last_year(services)
    if period is None:
        raise AdvisorError(Problem.NO_USAGE)
    return services, period


def usage_section(given: DocumentInput) -> Iterator[Block]:
    """The figures of the last twelve months; nothing where none were taken in."""
    if not given.case.usage:
        return
    texts, (services, period) = given.texts, usage_of(given)
    yield Heading(2, texts("documents.usage.title"))
    yield usage_figures(given, services, period)
    intro = texts("documents.usage.intro", period=period_words(period, texts), count=len(by_service(services, period)))
    yield Paragraph(text=intro, introduces=True)
    for cut in (UsageCut.MONTH, UsageCut.ABANDONMENT, UsageCut.PAYMENT):
        yield from usage_figure(given, services, period, cut)
    yield service_table(given, services, period, _MOST_SERVICES)
    yield Paragraph(text=texts("usage.source"), kind=ParagraphKind.NOTE)


def usage_figure(given: DocumentInput, services: Services, period: Period, cut: UsageCut) -> Iterator[Figure]:
    """A cut of the figures as a chart beside the tables; nothing where it shows nothing."""
    if has_figures(services, period, cut):
        yield Figure(
            chart=usage_chart(services, period, cut, given.texts, _MOST_SERVICES),
            caption=given.texts(f"documents.usage.caption.{cut.value}"),
            with_table=False,
        )


def usage_figures(given: DocumentInput, services: Services, period: Period) -> KeyFigures:
    """Begun, sent, abandoned and paid, each only where it was counted."""
    texts = given.texts
    sums = sums_of(months_in(services, period))
    figures = [KeyFigure(count_words(sums.uses, texts), texts("usage.uses"))]
    if sums.completed is not None:
        figures.append(KeyFigure(count_words(sums.completed, texts), texts("usage.completed")))
    if sums.abandonment is not None:
        figures.append(KeyFigure(rate_words(sums.abandonment, texts), texts("usage.abandonment")))
    if sums.paid:
        figures.append(KeyFigure(count_words(sums.paid, texts), texts("usage.payments")))
    return KeyFigures(tuple(figures))


def month_table(given: DocumentInput, services: Services, period: Period) -> Table:
    """Each month with what was counted in it, and all of them together."""
    texts = given.texts
    known = {item.month for item in months_in(services, period)}
    rows = [
        _month_row(format_month(month, texts.language), sums, given) if month in known else _unknown_month(month, given)
        for month, sums in by_month(services, period).items()
    ]
    total = _month_row(texts("documents.usage.all-months"), sums_of(months_in(services, period)), given)
    names = ("uses", "completed", "abandoned", "abandonment", "paid")
    return Table(
        columns=(Column(title=texts("usage.month"), weight=1.4), *_counts(given, names)),
        rows=(*rows, Row(total.cells, RowKind.TOTAL)),
        summary=texts("documents.usage.months-summary"),
    )


def service_table(given: DocumentInput, services: Services, period: Period, most: int | None = None) -> Table:
    """Each service with what was counted in the period, the most used ones first; ``most`` by name, the rest as one."""
    texts = given.texts
    found = by_service(services, period)
    rows = [_row(given, service.title, sums) for service, sums in found[:most]]
    rest = [service for service, _ in found[len(rows) :]]
    if rest:
        rows.append(_row(given, texts("usage.others", count=len(rest)), sums_of(months_in(rest, period))))
    total = _row(given, texts("documents.usage.total"), sums_of(months_in(services, period)))
    return Table(
        columns=(
            Column(title=texts("usage.service"), weight=3),
            *_counts(given, ("uses", "abandonment")),
            Column(title=texts("documents.usage.payments"), weight=2),
        ),
        rows=(*rows, Row(total.cells, RowKind.TOTAL)),
        summary=texts("documents.usage.summary"),
    )


def _counts(given: DocumentInput, names: Iterable[str]) -> Iterator[Column]:
    for name in names:
        yield Column(title=given.texts(f"documents.usage.{name}"), align=Align.END, weight=1)


def _month_row(title: str, sums: UsageSums, given: DocumentInput) -> Row:
    texts = given.texts
    return Row(
        (
            title,
            count_words(sums.uses, texts),
            "–" if sums.completed is None else count_words(sums.completed, texts),
            count_words(sums.abandoned, texts) if sums.rated else "–",
            rate_words(sums.abandonment, texts),
            count_words(sums.paid, texts) if sums.paid else "–",
        )
    )


def _unknown_month(month: date, given: DocumentInput) -> Row:
    return Row((format_month(month, given.texts.language), *["–"] * 5))


def _row(given: DocumentInput, title: str, sums: UsageSums) -> Row:
    texts = given.texts
    return Row(
        (
            title,
            count_words(sums.uses, texts),
            rate_words(sums.abandonment, texts),
            payment_words(sums.payments, texts) or "–",
        )
    )
