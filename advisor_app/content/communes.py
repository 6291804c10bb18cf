"""The register of communes that ships with the program (``resources/communes``)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import tomli

from advisor_app.domain.commune import (
    Commune,
    CommuneKind,
    KeyChange,
    KeyChangeReason,
    KeyHistory,
    canonical_key,
    official_id,
)
from advisor_app.domain.errors import AdvisorError, Problem

_NOTICE_FILE = "register.toml"
_ENTRIES_FILE = "hessen.csv"
_CHANGES_FILE = "key_changes.csv"
_ENTRY_COLUMNS = (
    "key",
    "name",
    "kind",
    "designation",
    "district_key",
    "district",
    "population",
    "status_date",
    "note",
)
_CHANGE_COLUMNS = ("old_key", "new_key", "since", "reason", "old_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterNotice:
    """What has to be said about the register; ``attribution`` stands wherever its data is shown."""

    title: str
    attribution: str
    source: str
    area_status: date
    population_status: date
    entries: int


def load_notice(folder: Path) -> RegisterNotice:
    """The register's notice. Raises AdvisorError (CONTENT with file, line, reason)."""
    try:
        table = tomli.loads((folder / _NOTICE_FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        _refuse(_NOTICE_FILE, "die Datei ist nicht lesbar", cause=error)
    fields = {
        "title": str,
        "attribution": str,
        "source": str,
        "area_status": date,
        "population_status": date,
        "entries": int,
    }
    if table.keys() != fields.keys() or any(not isinstance(table[name], kind) for name, kind in fields.items()):
        _refuse(_NOTICE_FILE, f"erwartet werden die Angaben {', '.join(fields)}")
    return RegisterNotice(**table)


def load_key_changes(folder: Path) -> tuple[KeyChange, ...]:
    """Keys that were given up and what followed them. Raises AdvisorError (CONTENT with file, line, reason)."""
    changes: list[KeyChange] = []
    ended: set[str] = set()
    rekeyed: set[str] = set()
    for line, (old_key, new_key, since, reason, old_name) in _rows(folder, _CHANGES_FILE, _CHANGE_COLUMNS):
        try:
            change = KeyChange(
                old_key=canonical_key(old_key),
                new_key=canonical_key(new_key),
                since=date.fromisoformat(since),
                reason=KeyChangeReason(reason),
                old_name=old_name,
            )
        except (ValueError, AdvisorError) as error:
            _refuse(_CHANGES_FILE, "Schlüssel, Datum oder Grund sind ungültig", line, error)
        is_rekeyed = change.reason is KeyChangeReason.REKEYED
        if change.old_key in ended or (is_rekeyed and change.new_key in rekeyed):
            _refuse(_CHANGES_FILE, "der Schlüssel steht schon in einer früheren Zeile", line)
        ended.add(change.old_key)
        if is_rekeyed:
            rekeyed.add(change.new_key)
        changes.append(change)
    return tuple(changes)


def load_register(folder: Path) -> tuple[Commune, ...]:
    """The shipped communes, ordered by key. Raises AdvisorError (CONTENT with file, line, reason)."""
    notice = load_notice(folder)
    changes = load_key_changes(folder)
    history = KeyHistory(changes)
    communes: dict[str, Commune] = {}
    for line, row in _rows(folder, _ENTRIES_FILE, _ENTRY_COLUMNS):
        try:
            commune = _commune(row, history, notice)
        except (ValueError, AdvisorError) as error:
            _refuse(_ENTRIES_FILE, "der Eintrag ist ungültig", line, error)
        key = commune.key or ""
        if key in communes or history.end_of(key) is not None:
            _refuse(_ENTRIES_FILE, f"der Schlüssel {key} ist schon vergeben oder aufgegeben", line)
        communes[key] = commune
    _check(tuple(communes.values()), changes, notice)
    return tuple(communes[key] for key in sorted(communes))


def _rows(folder: Path, file: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with their line numbers, without the heading."""
    try:
        with (folder / file).open(encoding="utf-8", newline="") as stream:
            rows = [(reader.line_num, row) for reader in (csv.reader(stream, strict=True),) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        _refuse(file, "die Datei ist nicht lesbar", cause=error)
    if not rows or rows[0][1] != list(columns):
        _refuse(file, f"erwartet werden die Spalten {', '.join(columns)}", 1)
    for line, row in rows[1:]:
        if len(row) != len(columns):
            _refuse(file, f"die Zeile hat {len(row)} statt {len(columns)} Spalten", line)
        yield line, row


def _commune(row: Sequence[str], history: KeyHistory, notice: RegisterNotice) -> Commune:
    key, name, kind, designation, district_key, district, population, status_date, note = row
    return Commune(
        id=official_id(history.first_key(key)),
        key=key,
        name=name,
        kind=CommuneKind(kind),
        designation=designation,
        district_key=district_key,
        district=district,
        population=int(population),
        status_date=date.fromisoformat(status_date),
        key_history=history.leading_to(key),
        source=f"{notice.source}, {note}" if note else notice.source,
    )


def _check(communes: Sequence[Commune], changes: Sequence[KeyChange], notice: RegisterNotice) -> None:
    """The number of entries, the populations of the districts, the keys that the history leads to."""
    if len(communes) != notice.entries:
        _refuse(_ENTRIES_FILE, f"die Datei hat {len(communes)} statt {notice.entries} Einträge")
    sums: dict[str | None, int] = {}
    for commune in communes:
        if commune.kind is not CommuneKind.DISTRICT:
            sums[commune.district_key] = sums.get(commune.district_key, 0) + (commune.population or 0)
    for commune in communes:
        if commune.kind is CommuneKind.DISTRICT and sums.pop(commune.district_key, None) != commune.population:
            _refuse(_ENTRIES_FILE, f"die Einwohnerzahl von {commune.title} ist nicht die Summe ihrer Gemeinden")
    keys = {commune.key for commune in communes}
    for change in changes:
        if change.new_key not in keys and all(change.new_key != other.old_key for other in changes):
            _refuse(_CHANGES_FILE, f"den Schlüssel {change.new_key} gibt es nicht")


def _refuse(file: str, reason: str, line: int = 1, cause: Exception | None = None) -> NoReturn:
    """Refuse a file; what is wrong with the whole of it is said of its first line."""
    raise AdvisorError(Problem.CONTENT, file=file, line=line, reason=reason) from cause
