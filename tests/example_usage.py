"""A year of usage statistics of a small commune, made up and always the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from advisor_app.domain.usage import PaymentCount, PaymentKind, ServiceUsage, UsageMonth

SERVICES = (
    ("Wohnsitz anmelden", 210, 24, 0),
    ("Meldebescheinigung", 164, 9, 96),
    ("Hundesteuer anmelden", 58, 21, 0),
    ("Gewerbe anmelden", 47, 34, 61),
    ("Kita-Platz vormerken", 92, 17, 0),
    ("Anwohnerparkausweis", 71, 12, 88),
    ("Urkunde bestellen", 83, 15, 79),
    ("Sperrmüll anmelden", 118, 6, 0),
    ("Wasserzähler melden", 143, 4, 0),
    ("Veranstaltung anzeigen", 19, 41, 40),
)
"""Title, applications begun in a month, percent abandoned, percent of those sent that pay."""

HEAD = ("Online-Dienst", "Monat", "Begonnene Anträge", "Abgebrochen", "Kreditkarte", "Lastschrift", "PayPal")


def usage_rows(year: int = 2025) -> list[tuple[str, str, int, int, int, int, int]]:
    """A row per service and month; the use grows, and the summer is quiet."""
    rows = []
    for month in range(1, 13):
        season = 100 + 3 * month - (25 if month in (7, 8) else 0)
        for number, (title, monthly, abandoned, paying) in enumerate(SERVICES):
            uses = monthly * (season + (month * 7 + number * 5) % 13) // 100
            lost = uses * abandoned // 100
            paid = (uses - lost) * paying // 100
            rows.append((title, f"{month:02}/{year}", uses, lost, paid * 5 // 10, paid * 2 // 10, paid * 3 // 10))
    return rows


def write_usage(file: Path, year: int = 2025) -> Path:
    """The rows as the CSV file of a platform, with a title above the headings."""
    lines = [f"Auswertung Online-Dienste {year}", "", ";".join(HEAD)]
    lines += [";".join(map(str, row)) for row in usage_rows(year)]
    file.write_bytes("\r\n".join(lines).encode("cp1252"))
    return file


def example_usage(year: int = 2025) -> dict[str, ServiceUsage]:
    """The rows as the records of a case, by their ids."""
    services: dict[str, ServiceUsage] = {}
    kinds = (PaymentKind.CARD, PaymentKind.DIRECT_DEBIT, PaymentKind.WALLET)
    for title, month, uses, lost, *paid in usage_rows(year):
        name = f"n-{SERVICES.index(next(item for item in SERVICES if item[0] == title))}"
        payments = tuple(
            PaymentCount(payment=kind, count=count) for kind, count in zip(kinds, paid, strict=True) if count
        )
        figures = UsageMonth(month=date(year, int(month[:2]), 1), uses=uses, abandoned=lost, payments=payments)
        service = services.get(name, ServiceUsage(id=name, title=title))
        services[name] = service.with_months((figures,))
    return services
