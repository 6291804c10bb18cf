"""Usage statistics of online services: applications begun, abandoned and paid, per service and month.

Counts of applications, never of people. How dashboards of platforms count is not specified in public; what is begun,
abandoned and paid is what the table says that was taken in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from fractions import Fraction

from advisor_app.domain.folding import fold
from advisor_app.domain.months import add_months

MOST_USES = 10_000_000
"""More applications than any commune of Hesse counts for a service in a month."""

YEAR_MONTHS = 12


class PaymentKind(Enum):
    """How a fee was paid in an online service (our own grouping)."""

    CARD = "card"
    DIRECT_DEBIT = "direct-debit"
    WALLET = "wallet"
    TRANSFER = "transfer"
    CASH = "cash"
    OTHER = "other"


class UsageCut(Enum):
    """What the figures are divided by where they are shown."""

    MONTH = "month"
    SERVICE = "service"
    ABANDONMENT = "abandonment"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentCount:
    """How many payments of one kind there were."""

    payment: PaymentKind
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageMonth:
    """One month of a service: ``month`` is its first day, ``abandoned`` None where nobody counted that."""

    month: date
    uses: int
    abandoned: int | None = None
    payments: tuple[PaymentCount, ...] = ()

    @property
    def label(self) -> str:
        """The month in figures (01/2026)."""
        return f"{self.month:%m/%Y}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceUsage:
    """The usage of one online service, its months in order; ``service_key`` is that of the LeiKa where known.

    ``measure`` is what it became in the plan.
    """

    id: str
    title: str
    service_key: str = ""
    months: tuple[UsageMonth, ...] = ()
    measure: str = ""

    def month(self, month: date) -> UsageMonth | None:
        """The figures of a month, by its first day."""
        return next((item for item in self.months if item.month == month), None)

    def with_months(self, months: Iterable[UsageMonth]) -> ServiceUsage:
        """The service with other figures in these months; the others stay."""
        found = {item.month: item for item in (*self.months, *months)}
        return replace(self, months=tuple(found[month] for month in sorted(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Months from the first to the last, both by their first day."""

    first: date
    last: date

    def holds(self, month: date) -> bool:
        """Whether a month belongs to it."""
        return self.first <= month.replace(day=1) <= self.last

    @property
    def months(self) -> tuple[date, ...]:
        """Every month of it, also those that nothing is known of."""
        count = (self.last.year - self.first.year) * YEAR_MONTHS + self.last.month - self.first.month + 1
        return tuple(add_months(self.first, number) for number in range(count))


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageSums:
    """Sums over months and services. ``rated`` are the uses of those months in which abandoned ones were counted."""

    uses: int = 0
    abandoned: int = 0
    rated: int = 0
    payments: Mapping[PaymentKind, int] = field(default_factory=dict)

    @property
    def abandonment(self) -> Fraction | None:
        """The share of applications that were abandoned, None where nobody counted them."""
        return Fraction(self.abandoned, self.rated) if self.rated else None

    @property
    def completed(self) -> int | None:
        """Applications that were sent, None where the abandoned ones are not known for all."""
        return self.uses - self.abandoned if self.rated == self.uses else None

    @property
    def paid(self) -> int:
        """Payments of all kinds."""
        return sum(self.payments.values())


def sums_of(months: Iterable[UsageMonth]) -> UsageSums:
    """The sums of months."""
    uses = abandoned = rated = 0
    payments: dict[PaymentKind, int] = {}
    for item in months:
        uses += item.uses
        if item.abandoned is not None:
            abandoned += item.abandoned
            rated += item.uses
        for payment in item.payments:
            payments[payment.payment] = payments.get(payment.payment, 0) + payment.count
    ordered = {kind: payments[kind] for kind in PaymentKind if payments.get(kind)}
    return UsageSums(uses=uses, abandoned=abandoned, rated=rated, payments=ordered)


def months_in(services: Iterable[ServiceUsage], period: Period) -> tuple[UsageMonth, ...]:
    """All figures of some services in a period."""
    return tuple(item for service in services for item in service.months if period.holds(item.month))


def known_period(services: Iterable[ServiceUsage]) -> Period | None:
    """From the first to the last month of which something is known."""
    # A case file that somebody else wrote may hold any day for a month.
    months = [item.month.replace(day=1) for service in services for item in service.months]
    return Period(first=min(months), last=max(months)) if months else None


def last_year(services: Iterable[ServiceUsage]) -> Period | None:
    """The last twelve months up to the last one of which something is known."""
    known = known_period(services)
    return None if known is None else Period(first=add_months(known.last, 1 - YEAR_MONTHS), last=known.last)


def year_before(services: Iterable[ServiceUsage]) -> Period | None:
    """The twelve months before the last year, None unless figures reach back to their beginning."""
    listed = tuple(services)
    known, last = known_period(listed), last_year(listed)
    if known is None or last is None:
        return None
    before = Period(first=add_months(last.first, -YEAR_MONTHS), last=add_months(last.first, -1))
    return before if known.first <= before.first else None


def by_month(services: Iterable[ServiceUsage], period: Period) -> Mapping[date, UsageSums]:
    """The sums of each month of a period, also of those that nothing is known of."""
    found: dict[date, list[UsageMonth]] = {month: [] for month in period.months}
    for item in months_in(services, period):
        found[item.month.replace(day=1)].append(item)
    return {month: sums_of(items) for month, items in found.items()}


def by_service(services: Iterable[ServiceUsage], period: Period) -> tuple[tuple[ServiceUsage, UsageSums], ...]:
    """The services that were used in a period with their sums, the most used ones first."""
    summed = ((service, sums_of(months_in((service,), period))) for service in services)
    used = [(service, sums) for service, sums in summed if sums.uses or sums.payments]
    return tuple(sorted(used, key=lambda pair: (-pair[1].uses, fold(pair[0].title), pair[0].id)))
