"""Usage statistics as tables of platforms hold them: a row per service and month, perhaps per kind of payment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from advisor_app.domain.changes import UsageSet
from advisor_app.domain.column_mapping import ImportPurpose, MappedRow
from advisor_app.domain.folding import fold
from advisor_app.domain.foreign_cells import ColumnKind, TargetField
from advisor_app.domain.table_preview import RowFate
from advisor_app.domain.usage import MOST_USES, PaymentCount, PaymentKind, ServiceUsage, UsageMonth

_PAYMENT_WORDS: Mapping[PaymentKind, tuple[str, ...]] = {
    PaymentKind.CARD: ("Kreditkarte", "Karte", "Debitkarte", "Card"),
    PaymentKind.DIRECT_DEBIT: ("Lastschrift", "SEPA-Lastschrift", "Einzug", "Direct debit"),
    PaymentKind.WALLET: ("Bezahldienst", "PayPal", "giropay", "Wero", "paydirekt", "Wallet"),
    PaymentKind.TRANSFER: ("Überweisung", "Rechnung", "Vorkasse", "Kauf auf Rechnung", "Transfer", "Invoice"),
    PaymentKind.CASH: ("Bar", "Barzahlung", "Kasse", "vor Ort", "Cash"),
    PaymentKind.OTHER: ("Andere", "Sonstige", "Other"),
}


def paid_field(kind: PaymentKind) -> str:
    """The field of the payments of one kind, where they have a column of their own."""
    return f"paid_{kind.name.lower()}"


def _count(name: str, *aliases: str, required: bool = False) -> TargetField:
    return TargetField(
        name=name, kind=ColumnKind.NUMBER, whole=True, highest=MOST_USES, required=required, aliases=aliases
    )


USAGE = ImportPurpose(
    id="usage",
    fields=(
        TargetField(
            name="title",
            required=True,
            aliases=("Leistung", "Online-Dienst", "Onlinedienst", "Dienst", "Service", "Verfahren", "Prozess", "Name"),
        ),
        TargetField(
            name="month", kind=ColumnKind.MONTH, required=True, aliases=("Monat", "Zeitraum", "Datum", "Month")
        ),
        _count(
            "uses",
            "Nutzungen",
            "Nutzung",
            "Aufrufe",
            "begonnen",
            "gestartet",
            "begonnene Anträge",
            "Anträge begonnen",
            "Vorgänge",
            "Uses",
            required=True,
        ),
        _count("completed", "abgeschlossen", "abgesendet", "eingereicht", "versendet", "vollendet", "Completed"),
        _count("abandoned", "Abbrüche", "abgebrochen", "Abbruch", "Abandoned"),
        TargetField(
            name="abandonment",
            kind=ColumnKind.NUMBER,
            highest=100,
            aliases=("Abbruchquote", "Abbruchrate", "Abbrüche in Prozent", "Abandonment rate"),
        ),
        *(_count(paid_field(kind), *words) for kind, words in _PAYMENT_WORDS.items()),
        TargetField(
            name="payment",
            kind=ColumnKind.CHOICE,
            aliases=("Zahlungsart", "Zahlart", "Bezahlart", "Payment"),
            choices=tuple((kind.value, words) for kind, words in _PAYMENT_WORDS.items()),
        ),
        _count("payments", "Zahlungen", "Anzahl Zahlungen", "Bezahlvorgänge", "Payments"),
        TargetField(name="service_key", aliases=("Leistungsschlüssel", "LeiKa", "LeiKa-ID", "LeiKa-Schlüssel")),
    ),
)

_TOTALS = frozenset({"summe", "gesamt", "gesamtsumme", "gesamtergebnis", "total", "insgesamt"})


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What becomes of a row: a key under ``imports.usage.remark`` says why, where there is more to say."""

    row: MappedRow
    fate: RowFate
    remark: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(slots=True)
class _Cell:
    """The figures of a service in a month while rows are read, and the line that told them."""

    line: int
    figures: UsageMonth
    payments: dict[PaymentKind, int]


def read_usage(
    rows: Sequence[MappedRow],
    known: Iterable[ServiceUsage],
    new_id: Callable[[], str],
) -> tuple[tuple[ReadRow, ...], tuple[UsageSet, ...]]:
    """What each row means beside the services that are known, and the changes that take them in.

    Several rows of a service and a month belong together where they tell the same uses: one per kind of payment.
    """
    before = {service.id: service for service in known}
    services = _Services(before.values(), new_id)
    shares = _are_shares(rows)
    cells: dict[tuple[str, date], _Cell] = {}
    read: list[tuple[ReadRow, tuple[str, date] | None]] = []
    for row in rows:
        told = _told(row, shares=shares)
        if isinstance(told, ReadRow):
            read.append((told, None))
            continue
        place = (services.named(row.text("title"), row.text("service_key")), told.month)
        cell = cells.setdefault(place, _Cell(row.line, told, {}))
        if (cell.figures.uses, cell.figures.abandoned) != (told.uses, told.abandoned):
            read.append((ReadRow(row, RowFate.FAULTY, "twice", {"line": cell.line}), None))
            continue
        for payment in told.payments:
            cell.payments[payment.payment] = cell.payments.get(payment.payment, 0) + payment.count
        read.append((ReadRow(row, RowFate.NEW), place))
    return _fates(read, before, cells), tuple(_changes(before, services, cells))


class _Services:
    """The services that rows tell of, those that are known and new ones; found by their key, else by their name."""

    def __init__(self, known: Iterable[ServiceUsage], new_id: Callable[[], str]) -> None:
        self.found = {service.id: service for service in known}
        self._new_id = new_id
        self._titles = {fold(service.title): service.id for service in self.found.values()}
        self._keys = {service.service_key: service.id for service in self.found.values() if service.service_key}

    def named(self, title: str, key: str) -> str:
        """The id of the service that a row names; begins it where it is new."""
        name = (self._keys.get(key) if key else None) or self._titles.get(fold(title))
        if name is None:
            name = self._new_id()
            self.found[name] = ServiceUsage(id=name, title=title)
        self._titles.setdefault(fold(title), name)
        if key and not self.found[name].service_key:
            self.found[name] = replace(self.found[name], service_key=key)
            self._keys.setdefault(key, name)
        return name


def _fates(
    read: Iterable[tuple[ReadRow, tuple[str, date] | None]],
    before: Mapping[str, ServiceUsage],
    cells: Mapping[tuple[str, date], _Cell],
) -> tuple[ReadRow, ...]:
    found = []
    for item, place in read:
        if place is None:
            found.append(item)
            continue
        service = before.get(place[0])
        there = None if service is None else service.month(place[1])
        now = _figures(cells[place], there)
        if there is None:
            found.append(item)
        elif there == now:
            found.append(replace(item, fate=RowFate.KNOWN))
        else:
            details = {"before": there.uses, "after": now.uses}
            remark = "changed" if there.uses != now.uses else "other"
            found.append(replace(item, fate=RowFate.CHANGED, remark=remark, details=details))
    return tuple(found)


def _changes(
    before: Mapping[str, ServiceUsage], services: _Services, cells: Mapping[tuple[str, date], _Cell]
) -> Iterable[UsageSet]:
    months: dict[str, list[UsageMonth]] = {}
    for (name, _month), cell in cells.items():
        service = before.get(name)
        there = None if service is None else service.month(cell.figures.month)
        months.setdefault(name, []).append(_figures(cell, there))
    for name, told in months.items():
        after = services.found[name].with_months(told)
        if before.get(name) != after:
            yield UsageSet(name, before.get(name), after)


def _figures(cell: _Cell, there: UsageMonth | None) -> UsageMonth:
    """What is known of a month afterwards: what a table says nothing of stays as it was."""
    payments = tuple(
        PaymentCount(payment=kind, count=cell.payments[kind]) for kind in PaymentKind if cell.payments.get(kind)
    )
    abandoned = cell.figures.abandoned
    if there is not None:
        payments = payments or there.payments
        if abandoned is None and there.uses == cell.figures.uses:
            abandoned = there.abandoned
    return replace(cell.figures, abandoned=abandoned, payments=payments)


def _told(row: MappedRow, *, shares: bool) -> UsageMonth | ReadRow:
    """The figures of one row, or why it has none."""
    if fold(row.text("title")) in _TOTALS:  # as a rule without a month, which is no fault here
        return ReadRow(replace(row, faults=()), RowFate.KNOWN, "total")
    if row.faults:
        return ReadRow(row, RowFate.FAULTY)
    month, uses = row.day("month"), row.number("uses")
    if month is None or uses is None:
        return ReadRow(row, RowFate.FAULTY)
    abandoned = _abandoned(row, int(uses), shares=shares)
    if abandoned is not None and not 0 <= abandoned <= uses:
        return ReadRow(row, RowFate.FAULTY, "more-abandoned")
    return UsageMonth(month=month, uses=int(uses), abandoned=abandoned, payments=tuple(_payments(row)))


def _abandoned(row: MappedRow, uses: int, *, shares: bool) -> int | None:
    if (abandoned := row.number("abandoned")) is not None:
        return int(abandoned)
    if (completed := row.number("completed")) is not None:
        return uses - int(completed)
    if (rate := row.number("abandonment")) is not None:
        return round(uses * (rate if shares else rate / 100))
    return None


def _are_shares(rows: Iterable[MappedRow]) -> bool:
    """Whether rates are shares of one (0.18) and not percent: spreadsheets keep 18 % as 0.18."""
    rates = [rate for row in rows if (rate := row.number("abandonment")) is not None]
    return bool(rates) and max(rates) <= Decimal(1)


def _payments(row: MappedRow) -> Iterable[PaymentCount]:
    for kind in PaymentKind:
        if count := row.number(paid_field(kind)):
            yield PaymentCount(payment=kind, count=int(count))
    if count := row.number("payments"):
        told = row.text("payment")
        yield PaymentCount(payment=PaymentKind(told) if told else PaymentKind.OTHER, count=int(count))
