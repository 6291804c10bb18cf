"""The charts of usage statistics, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from advisor_app.charts.month_columns import MonthColumn, MonthColumns
from advisor_app.charts.paired_bars import PairedBars, PairedRow
from advisor_app.charts.scene import Chart
from advisor_app.charts.share_bars import ShareBars, ShareRow
from advisor_app.domain.usage import Period, ServiceUsage, UsageCut, UsageSums, by_month, by_service, months_in, sums_of
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_month
from advisor_app.texts.usage import count_words, period_words, rate_words, rated_services


def usage_chart(
    services: Sequence[ServiceUsage], period: Period, cut: UsageCut, texts: Texts, most: int | None = None
) -> Chart:
    """One cut of the figures of a period; ``most`` bars of services at the most, the rest of them as one."""
    match cut:
        case UsageCut.MONTH:
            return _months(services, period, texts)
        case UsageCut.SERVICE:
            return _services(services, period, texts, most)
        case UsageCut.ABANDONMENT:
            return _abandonment(services, period, texts, most)
        case UsageCut.PAYMENT:
            return _payments(services, period, texts)


def has_figures(services: Sequence[ServiceUsage], period: Period, cut: UsageCut) -> bool:
    """Whether a cut shows anything: abandoned applications and payments are not counted everywhere."""
    sums = sums_of(months_in(services, period))
    match cut:
        case UsageCut.MONTH | UsageCut.SERVICE:
            return sums.uses > 0
        case UsageCut.ABANDONMENT:
            return bool(rated_services(services, period))
        case UsageCut.PAYMENT:
            return sums.paid > 0


def _title(cut: UsageCut, period: Period, texts: Texts) -> str:
    return f"{texts(f'usage.chart.{cut.value}')}, {period_words(period, texts)}"


def _months(services: Sequence[ServiceUsage], period: Period, texts: Texts) -> MonthColumns:
    months = []
    for month, sums in by_month(services, period).items():
        months.append(
            MonthColumn(
                label=format_month(month, texts.language),
                finished=sums.rated - sums.abandoned,
                abandoned=sums.abandoned,
                undivided=sums.uses - sums.rated,
            )
        )
    return MonthColumns(
        title=_title(UsageCut.MONTH, period, texts),
        head=texts("usage.month"),
        total=texts("usage.uses"),
        parts=(texts("usage.completed"), texts("usage.abandoned"), texts("charts.month_columns.without")),
        months=tuple(months),
    )


def _services(services: Sequence[ServiceUsage], period: Period, texts: Texts, most: int | None) -> PairedBars:
    found = by_service(services, period)
    shown = found if most is None or len(found) <= most else found[:most]
    rows = [PairedRow(service.title, sums.uses, _sent(sums)) for service, sums in shown]
    rest = [sums for _, sums in found[len(shown) :]]
    if rest:
        title = texts("usage.others", count=len(rest))
        rows.append(PairedRow(title, sum(sums.uses for sums in rest), sum(map(_sent, rest))))
    return PairedBars(
        title=_title(UsageCut.SERVICE, period, texts),
        head=texts("usage.service"),
        first=texts("usage.uses"),
        second=texts("usage.known-completed"),
        rows=tuple(rows),
    )


def _sent(sums: UsageSums) -> int:
    """Applications known to have been sent."""
    return sums.rated - sums.abandoned


def _abandonment(services: Sequence[ServiceUsage], period: Period, texts: Texts, most: int | None) -> ShareBars:
    rows = (
        ShareRow(
            service.title,
            float(sums.abandonment or 0),
            rate_words(sums.abandonment, texts),
            _of(sums.abandoned, sums.rated, texts),
        )
        for service, sums in rated_services(services, period)[:most]
    )
    return ShareBars(
        title=_title(UsageCut.ABANDONMENT, period, texts),
        head=texts("usage.service"),
        share=texts("usage.abandonment"),
        counts=texts("usage.abandoned"),
        rows=tuple(rows),
    )


def _payments(services: Sequence[ServiceUsage], period: Period, texts: Texts) -> ShareBars:
    sums = sums_of(months_in(services, period))
    ordered = sorted(sums.payments.items(), key=lambda pair: -pair[1])
    rows = (
        ShareRow(
            texts(f"usage.payment.{kind.value}"),
            count / sums.paid,
            rate_words(Fraction(count, sums.paid), texts),
            _of(count, sums.paid, texts),
        )
        for kind, count in ordered
    )
    return ShareBars(
        title=_title(UsageCut.PAYMENT, period, texts),
        head=texts("usage.payment-kind"),
        share=texts("usage.share"),
        counts=texts("usage.payments"),
        rows=tuple(rows),
    )


def _of(part: int, whole: int, texts: Texts) -> str:
    return texts("usage.of", part=count_words(part, texts), whole=count_words(whole, texts))
