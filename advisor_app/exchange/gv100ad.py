"""Reader of the official municipality file (GV100AD of the statistical offices), for the communes of Hesse.

Lines of 220 characters, UTF-8 or (before about 2019) ISO-8859-1. Positions in comments count from 1, as in the
official description; slices count from 0. A file is taken as a whole or refused as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NoReturn

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.commune_register import LAND
from advisor_app.domain.register_update import OfficialEntry
from advisor_app.exchange.source_file import read_bytes, refuse
from advisor_app.texts import Texts

MAXIMUM_BYTES = 20 * 1024 * 1024
RECORD_LENGTH = 220
"""Characters in a line, without the line end."""

_EARLIEST = date(1990, 1, 1)
_MOST_INHABITANTS = 10_000_000
_ARCHIVE_MAGIC = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")

# Kinds of record (1-2) in Hesse and how many digits of the key (11 ff.) each has; 30 occurs in another Land.
_LAND, _REGION, _DISTRICT, _ASSOCIATION, _MUNICIPALITY = "10", "20", "40", "50", "60"
_KEY_DIGITS = {_LAND: 2, _REGION: 3, _DISTRICT: 5, _ASSOCIATION: 5, _MUNICIPALITY: 8}
_KINDS = frozenset({*_KEY_DIGITS, "30"})

# Kinds of area (123-124) that Hesse may have: record 40, record 60.
_CITY_DISTRICTS = frozenset({"41", "42"})
_DISTRICTS = {"43": "Kreis", "44": "Landkreis", "45": "Regionalverband"}
_CITIES = {"61": "Kreisfreie Stadt", "62": "Stadtkreis"}
_MUNICIPALITIES = {"60": "Markt", "63": "Stadt", "64": "Gemeinde", "67": "Große Kreisstadt"}
_UNINCORPORATED = frozenset({"65", "66"})

_NUMBER = re.compile(r"[0-9]{11}")
_POSTAL_CODE = re.compile(r"[0-9]{5}| {5}")


@dataclass(frozen=True, slots=True)
class _Record:
    """One line of the file that has passed the checks common to all kinds."""

    line: int
    kind: str
    key: str
    text: str

    @property
    def name(self) -> str:
        """The name without what follows the first comma ("Gelnhausen, Barbarossastadt, Kreisstadt")."""
        return self.text[22:72].strip().split(", ", 1)[0].strip()

    @property
    def area_kind(self) -> str:
        return self.text[122:124]

    @property
    def association(self) -> str:
        """Key of the district and of the association in it (11-15, 19-22)."""
        return self.text[10:15] + self.text[18:22]


def read_gv100ad(path: Path, texts: Texts, *, today: date | None = None) -> tuple[OfficialEntry, ...]:
    """The communes of Hesse in a municipality file, ordered by key.

    A status date after ``today`` is refused where it is given. Raises AdvisorError (FILE_UNREADABLE, FILE_TOO_LARGE,
    FILE_FORMAT with file, line and reason).
    """
    return _Reader(path.name, today, texts).read(read_bytes(path, texts, MAXIMUM_BYTES))


class _Reader:
    """Checks one file and turns it into entries."""

    def __init__(self, file: str, today: date | None, texts: Texts) -> None:
        self._file = file
        self._texts = texts
        self._today = today

    def read(self, data: bytes) -> tuple[OfficialEntry, ...]:
        """All entries of a file's bytes."""
        records = tuple(self._record(number, line) for number, line in enumerate(self._lines(data), 1))
        status_date = self._status_date(records)
        hesse = tuple(self._with_key(record) for record in records if record.key == LAND)
        if not any(record.kind == _MUNICIPALITY for record in hesse):
            self._refuse("no-hesse", land=LAND)
        self._check_headings(hesse)
        return self._entries(hesse, status_date)

    def _refuse(self, reason: str, line: int = 1, **details: str | int) -> NoReturn:
        """Refuse the file; what is wrong with the whole of it is said of its first line."""
        refuse(self._file, line, self._texts(f"exchange.gv100ad.{reason}", **details))

    def _lines(self, data: bytes) -> Iterator[str]:
        """The lines of a text file in either encoding, without line ends."""
        if data.startswith(_ARCHIVE_MAGIC):
            self._refuse("archive")
        if b"\x00" in data:
            refuse(self._file, 1, self._texts("exchange.no-text"))
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            # A character cut at the very end is no sign of the older encoding; its line is refused below.
            is_cut = error.end == len(data)
            text = data.decode("utf-8-sig", errors="replace") if is_cut else data.decode("iso-8859-1")
        if not text:
            refuse(self._file, 1, self._texts("exchange.empty"))
        # Lines end at line feeds alone, not at the other characters that splitlines() takes for ends; one at a time,
        # so that a file of nothing but line feeds is refused at its first line.
        return (line.removesuffix("\n").removesuffix("\r") for line in StringIO(text, newline="\n"))

    def _record(self, number: int, line: str) -> _Record:
        """A line of the right kind, length and characters; its key is that of the Land."""
        if line[:2] not in _KINDS:
            self._refuse("record-kind", number)
        if len(line) != RECORD_LENGTH:
            self._refuse("length", number, found=len(line), wanted=RECORD_LENGTH)
        if not line.isprintable() or "\ufffd" in line:
            self._refuse("unreadable", number)
        if not _is_digits(line[10:12]):
            self._refuse("key", number)
        return _Record(number, line[:2], line[10:12], line)

    def _with_key(self, record: _Record) -> _Record:
        """A record of Hesse with its whole key."""
        digits = _KEY_DIGITS.get(record.kind)
        if digits is None:
            self._refuse("kind-elsewhere", record.line, kind=record.kind)
        key, rest = record.text[10 : 10 + digits], record.text[10 + digits : 18]
        association = record.text[18:22]
        has_association = record.kind in {_ASSOCIATION, _MUNICIPALITY}
        if not _is_digits(key) or rest.strip() or (has_association and not _is_digits(association)):
            self._refuse("key", record.line)
        return replace(record, key=key)

    def _status_date(self, records: Iterable[_Record]) -> date:
        """The day (3-10) on which all lines agree."""
        found: str | None = None
        day = date.min
        for record in records:
            stated = record.text[2:10]
            if stated == found:
                continue
            if found is not None:
                self._refuse("other-date", record.line)
            try:
                day = date(int(stated[:4]), int(stated[4:6]), int(stated[6:])) if _is_digits(stated) else date.min
            except ValueError:
                day = date.min
            if day < _EARLIEST or (self._today is not None and day > self._today):
                self._refuse("date", record.line)
            found = stated
        return day

    def _check_headings(self, records: Sequence[_Record]) -> None:
        """Every key but once, every heading with something below it, nothing without its headings."""
        seen: dict[tuple[str, str], int] = {}
        used = set[tuple[str, str]]()
        for record in records:
            own, above = _identity(record), _headings(record)
            if own in seen:
                self._refuse("double-key", record.line, first=seen[own])
            if not record.name:
                self._refuse("no-name", record.line)
            for heading in above:
                if heading not in seen:
                    self._refuse("no-heading", record.line, kind=heading[0])
            seen[own] = record.line
            used.update(above)
        for record in records:
            if record.kind in {_LAND, _DISTRICT, _ASSOCIATION} and _identity(record) not in used:
                self._refuse("unused", record.line)

    def _entries(self, records: Sequence[_Record], status_date: date) -> tuple[OfficialEntry, ...]:
        """Towns and municipalities from the records 60, districts from the records 40 with the sum of their parts."""
        districts = {record.key: record for record in records if record.kind == _DISTRICT}
        populations = {record.key: self._population(record) for record in records if record.kind == _MUNICIPALITY}
        self._check_sums(records, populations)
        entries: list[OfficialEntry] = []
        sums = dict.fromkeys(districts, 0)
        for record in records:
            district = districts.get(record.key[:5])
            if record.kind != _MUNICIPALITY or district is None:
                continue
            designation = self._designation(record, district)
            if designation is not None:
                kind = CommuneKind.CITY if district.area_kind in _CITY_DISTRICTS else CommuneKind.MUNICIPALITY
                population = populations[record.key]
                entries.append(_entry(record, district, kind, designation, population, status_date))
                sums[district.key] += population
        for key, record in districts.items():
            designation = self._district_designation(record)
            if designation is not None:
                entries.append(_entry(record, record, CommuneKind.DISTRICT, designation, sums[key], status_date))
        return tuple(sorted(entries, key=lambda entry: entry.key))

    def _population(self, record: _Record) -> int:
        """Inhabitants (140-150); impossible figures are refused, as then the columns are not where they should be."""
        fields = record.text[128:139], record.text[139:150], record.text[150:161]
        if not all(_NUMBER.fullmatch(field) for field in fields):
            self._refuse("no-numbers", record.line)
        _area, population, men = map(int, fields)
        if population > _MOST_INHABITANTS or men > population or record.text[161:165].strip():
            self._refuse("population", record.line)
        if not _POSTAL_CODE.fullmatch(record.text[165:170]):
            self._refuse("postal-code", record.line)
        return population

    def _designation(self, record: _Record, district: _Record) -> str | None:
        """The official wording for a municipality (123-124), None for areas that belong to no municipality."""
        is_city = record.area_kind in _CITIES
        if is_city != (district.area_kind in _CITY_DISTRICTS) or (is_city and not record.key.endswith("000")):
            self._refuse("area-mismatch", record.line)
        if record.area_kind in _UNINCORPORATED:
            return None
        designation = (_CITIES | _MUNICIPALITIES).get(record.area_kind)
        if designation is None:
            self._refuse("municipality-kind", record.line, kind=record.area_kind)
        return designation

    def _district_designation(self, record: _Record) -> str | None:
        """The official wording for a district, None where the record stands for a city."""
        if record.area_kind in _CITY_DISTRICTS:
            return None
        designation = _DISTRICTS.get(record.area_kind)
        if designation is None:
            self._refuse("district-kind", record.line, kind=record.area_kind)
        return designation

    def _check_sums(self, records: Iterable[_Record], populations: Mapping[str, int]) -> None:
        """Where a heading states inhabitants (editions differ), its parts must add up to them."""
        for record in records:
            stated = record.text[139:150]
            if record.kind in {_LAND, _REGION, _DISTRICT} and _NUMBER.fullmatch(stated):
                total = sum(population for key, population in populations.items() if key.startswith(record.key))
                if total != int(stated):
                    self._refuse("sum", record.line, found=total, wanted=int(stated))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _identity(record: _Record) -> tuple[str, str]:
    return record.kind, record.association if record.kind == _ASSOCIATION else record.key


def _headings(record: _Record) -> tuple[tuple[str, str], ...]:
    """The records that must stand above this one; regions are left out, as not every Land has them."""
    above: list[tuple[str, str]] = []
    if record.kind != _LAND:
        above.append((_LAND, record.key[:2]))
    if record.kind in {_ASSOCIATION, _MUNICIPALITY}:
        above.append((_DISTRICT, record.key[:5]))
    if record.kind == _MUNICIPALITY:
        above.append((_ASSOCIATION, record.association))
    return tuple(above)


def _entry(
    record: _Record, district: _Record, kind: CommuneKind, designation: str, population: int, status_date: date
) -> OfficialEntry:
    return OfficialEntry(
        key=record.key.ljust(8, "0"),
        name=record.name,
        kind=kind,
        designation=designation,
        district_key=district.key,
        district=district.name,
        population=population,
        status_date=status_date,
        source=f"GV100AD (Statistisches Bundesamt), Gebietsstand {status_date:%d.%m.%Y}",
    )
