"""Services as a commune's own tables hold them: a row each, with whatever columns that house keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from advisor_app.domain.changes import ServiceSet
from advisor_app.domain.column_mapping import ImportPurpose, MappedRow
from advisor_app.domain.folding import fold
from advisor_app.domain.foreign_cells import ColumnKind, TargetField
from advisor_app.domain.service import (
    MOST_CASES,
    Account,
    MaturityRating,
    OnlineState,
    Payment,
    Platform,
    Service,
    next_number,
    same_name,
)
from advisor_app.domain.table_preview import RowFate

_ONLINE: Mapping[OnlineState, tuple[str, ...]] = {
    OnlineState.NOTHING: ("nicht online", "offline", "nein", "kein Angebot", "not online", "no", "0"),
    OnlineState.INFORMATION: ("nur Informationen", "Information", "Informationen", "information only"),
    OnlineState.FORM: ("nur Formular", "Formular", "PDF", "PDF-Formular", "form only", "form"),
    OnlineState.APPLICATION: (
        "online beantragbar", "online", "ja", "Online-Antrag", "Online-Dienst", "can be applied for online", "yes",
    ),
}  # fmt: skip
_PLATFORM: Mapping[Platform, tuple[str, ...]] = {
    Platform.NONE: ("keine", "ohne", "none"),
    Platform.CIVENTO: ("civento",),
    Platform.ONE_FOR_ALL: ("EfA-Dienst", "EfA", "Einer für Alle", "EfA service"),
    Platform.PROCEDURE: ("Fachverfahren", "specialist procedure"),
    Platform.OTHER: ("andere Lösung", "andere", "sonstige", "eigene", "another solution", "other"),
}
_ACCOUNT: Mapping[Account, tuple[str, ...]] = {
    Account.NONE: ("ohne Konto", "keines", "kein Konto", "without an account"),
    Account.BUND_ID: ("BundID", "Bund ID", "Nutzerkonto Bund", "DeutschlandID"),
    Account.BUSINESS: ("Mein Unternehmenskonto", "MUK", "Unternehmenskonto", "Organisationskonto"),
    Account.FORMER_STATE: (
        "Servicekonto Hessen (früher)", "Servicekonto Hessen", "Servicekonto", "Servicekonto Hessen (former)",
    ),
}  # fmt: skip
_PAYMENT: Mapping[Payment, tuple[str, ...]] = {
    Payment.ONLINE: ("Online-Bezahlung", "E-Payment", "ePayment", "online", "ja", "yes"),
    Payment.OFFLINE: ("Rechnung oder bar", "Rechnung", "bar", "nein", "invoice or cash", "no"),
    Payment.FREE: ("gebührenfrei", "kostenfrei", "kostenlos", "entfällt", "free of charge"),
}
_YES_NO = (("yes", ("ja", "x", "true", "1")), ("no", ("nein", "false", "0")))

SERVICES = ImportPurpose(
    id="services",
    fields=(
        TargetField(
            name="title",
            required=True,
            aliases=("Leistung", "Leistungsbezeichnung", "Verwaltungsleistung", "Bezeichnung", "Dienst", "Service"),
        ),
        TargetField(
            name="service_key",
            aliases=("LeiKa-Schlüssel", "LeiKa", "LeiKa-ID", "Leistungsschlüssel", "Schlüssel", "LeiKa key"),
        ),
        TargetField(
            name="office",
            aliases=("Amt", "Fachbereich", "Fachdienst", "Abteilung", "Zuständigkeit", "zuständige Stelle", "Office"),
        ),
        TargetField(
            name="cases_per_year",
            kind=ColumnKind.NUMBER,
            whole=True,
            highest=MOST_CASES,
            aliases=("Fälle im Jahr", "Fallzahl", "Fallzahlen", "Fälle", "Anzahl", "Fälle pro Jahr", "Cases a year"),
        ),
        TargetField(
            name="online",
            kind=ColumnKind.CHOICE,
            aliases=("Online-Status", "Online", "Status", "Online state"),
            choices=tuple((state.value, words) for state, words in _ONLINE.items()),
        ),
        TargetField(
            name="platform",
            kind=ColumnKind.CHOICE,
            aliases=("Plattform", "Platform"),
            choices=tuple((item.value, words) for item, words in _PLATFORM.items()),
        ),
        TargetField(name="procedure", aliases=("Fachverfahren", "Verfahren", "Software", "Procedure")),
        TargetField(name="accounts", longest=200, aliases=("Konten", "Konto", "Nutzerkonto", "Accounts")),
        TargetField(
            name="payment",
            kind=ColumnKind.CHOICE,
            aliases=("Bezahlen", "E-Payment", "Bezahlung", "Payment"),
            choices=tuple((item.value, words) for item, words in _PAYMENT.items()),
        ),
        TargetField(
            name="end_to_end",
            kind=ColumnKind.CHOICE,
            aliases=("Ende-zu-Ende", "medienbruchfrei", "durchgängig", "End to end"),
            choices=_YES_NO,
        ),
        TargetField(name="level", longest=40, aliases=("Reifegrad", "Stufe", "OZG-Reifegrad", "Maturity level")),
        TargetField(name="model", longest=40, aliases=("Fassung", "Version", "Modell", "Reifegradmodell")),
    ),
)


@dataclass(frozen=True, slots=True)
class ReadService:
    """What becomes of a row: a key under ``imports.services.remark`` says why, where there is more to say."""

    row: MappedRow
    fate: RowFate
    remark: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """All rows, the changes that take them in, and how many have a level without a version."""

    rows: tuple[ReadService, ...]
    changes: tuple[ServiceSet, ...]
    unversioned: int


class _BadLevelError(Exception):
    """What stands for a level is none, or its version is unknown."""


class _UnversionedError(Exception):
    """A level without a version."""


ReadRating = Callable[[str], MaturityRating | None]
"""Reads a level with its version, ``3 (1.1)``; None where it is none."""


def read_services(
    rows: Sequence[MappedRow],
    known: Iterable[Service],
    read_rating: ReadRating,
    unversioned: str | None,
    new_id: Callable[[], str],
) -> ReadTable:
    """What each row means beside the services that are known.

    A cell overwrites what is there, an empty one leaves it. ``unversioned`` is the version by which levels without one
    were given: None is not known yet, empty leaves them out. The same service twice in a table is taken in once.
    """
    before = {service.id: service for service in known}
    finder = _Finder(tuple(before.values()), rows)
    after, number = dict(before), next_number(before.values())
    read: list[ReadService] = []
    lines: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.faults:
            read.append(ReadService(row, RowFate.FAULTY))
            continue
        name = (same_name(row.text("title")), same_name(row.text("office")))
        if lines.setdefault(name, row.line) != row.line:
            read.append(ReadService(row, RowFate.FAULTY, "twice", {"line": lines[name]}))
            continue
        service = finder.find(row) or Service(id=new_id(), number=number)
        try:
            filled = _filled(service, row, read_rating, unversioned)
        except _BadLevelError:
            words = " ".join(filter(None, (row.text("level"), row.text("model"))))
            read.append(ReadService(row, RowFate.FAULTY, "bad-level", {"words": words}))
            continue
        except _UnversionedError:
            read.append(ReadService(row, RowFate.ASKED, "no-version"))
            continue
        number += service.id not in before
        after[service.id] = filled
        read.append(_told(row, before.get(service.id), filled))
    changes = tuple(
        ServiceSet(name, before.get(name), service) for name, service in after.items() if before.get(name) != service
    )
    return ReadTable(tuple(read), changes, sum(not row.faults and _is_unversioned(row) for row in rows))


def _told(row: MappedRow, before: Service | None, after: Service) -> ReadService:
    unknown = _unknown_accounts(row)
    remark, details = ("unknown-account", {"words": ", ".join(unknown)}) if unknown else ("", {})
    fate = RowFate.NEW if before is None else RowFate.KNOWN if before == after else RowFate.CHANGED
    return ReadService(row, fate, remark, details)


class _Finder:
    """Finds the service that a row is about: by name and office, else by a name or a key that only one has."""

    def __init__(self, services: Sequence[Service], rows: Sequence[MappedRow]) -> None:
        self._by_both = {(same_name(one.title), same_name(one.office)): one for one in reversed(services)}
        told = {(same_name(row.text("title")), same_name(row.text("office"))) for row in rows}
        free = [one for one in services if (same_name(one.title), same_name(one.office)) not in told]
        self._by_title = _only(free, lambda one: same_name(one.title))
        self._by_key = _only(free, lambda one: one.key)
        self._taken: set[str] = set()

    def find(self, row: MappedRow) -> Service | None:
        """The service of a row; None where it is a new one. No service is found for two rows."""
        title, office = same_name(row.text("title")), same_name(row.text("office"))
        key = Service(id="", number=0, service_key=row.text("service_key")).key
        places = (self._by_both.get((title, office)), self._by_title.get(title), self._by_key.get(key))
        found = next((one for one in places if one is not None and one.id not in self._taken), None)
        if found is not None:
            self._taken.add(found.id)
        return found


def _only(services: Iterable[Service], name: Callable[[Service], str]) -> dict[str, Service]:
    groups: dict[str, list[Service]] = {}
    for service in services:
        groups.setdefault(name(service), []).append(service)
    return {key: group[0] for key, group in groups.items() if key and len(group) == 1}


def _filled(service: Service, row: MappedRow, read_rating: ReadRating, unversioned: str | None) -> Service:
    fields: dict[str, Any] = {
        name: words for name in ("title", "service_key", "office", "procedure") if (words := row.text(name))
    }
    cases = row.number("cases_per_year")
    if cases is not None:
        fields["cases_per_year"] = int(cases)
    for name, kind in (("online", OnlineState), ("platform", Platform), ("payment", Payment)):
        if row.text(name):
            fields[name] = kind(row.text(name))
    if row.text("end_to_end"):
        fields["end_to_end"] = row.text("end_to_end") == "yes"
    accounts = tuple(dict.fromkeys(account for word in _words(row) if (account := _account(word)) is not None))
    if accounts:
        fields["accounts"] = accounts
    rating = _rating(row, read_rating, unversioned)
    filled = replace(service, **fields)
    return filled if rating is None else filled.rated(rating.model, rating.level)


def _rating(row: MappedRow, read_rating: ReadRating, unversioned: str | None) -> MaturityRating | None:
    words, model = row.text("level").strip(), row.text("model").strip()
    if not words:
        return None
    if _is_unversioned(row):
        if unversioned is None:
            raise _UnversionedError
        if not unversioned:
            return None
    if re.fullmatch(r"\d", words):
        words = f"{words} ({model or unversioned})"
    found = read_rating(words)
    if found is None:
        raise _BadLevelError
    return found


def _is_unversioned(row: MappedRow) -> bool:
    return re.fullmatch(r"\d", row.text("level").strip()) is not None and not row.text("model").strip()


def _words(row: MappedRow) -> list[str]:
    return [word.strip() for word in re.split(r"[,;/+]| und | and ", row.text("accounts")) if word.strip()]


def _account(word: str) -> Account | None:
    said = fold(word)
    return next((item for item, words in _ACCOUNT.items() if said in {fold(one) for one in words}), None)


def _unknown_accounts(row: MappedRow) -> list[str]:
    return [word for word in _words(row) if _account(word) is None]
