"""The adviser's preferences: a typed value in ``settings.toml`` of the data folder."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import LONGEST_LINE, typed
from advisor_app.languages import LANGUAGES

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from advisor_app.domain.prices import ModulePrice
    from advisor_app.services.policy import Policy

FILE_NAME = "settings.toml"
ASIDE_NAME = "settings.unreadable.toml"
"""Where a file that is no TOML goes when other preferences are saved."""

LOGO_NAMES: Mapping[str, str] = MappingProxyType({"image/png": "provider.png", "image/jpeg": "provider.jpg"})
"""Names that the house's logo may have, by its media type."""

PORTS = range(1_024, 65_536)
"""Ports that a program may use without special rights."""

HIGHEST_RATE = 1_000_000
"""Of an hour, in cents."""

_SYNTAX = "Syntax (TOML)"
_MOST_BYTES = 1_000_000
_MOST_DOTS = 200  # in a line: a key of so many parts would keep tomli busy for minutes
_POSITION = re.compile(r"\(at line (\d+),")


class _Names:
    """Who advises, as it stands in every line of the log, and in whose house."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and len(value) <= LONGEST_LINE and typed(value) == value


class _Colours:
    """Every colour as ``#RRGGBB``, and none."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(r"(#[0-9A-F]{6})?", value) is not None


class _Prices:
    """Prices of modules as tables: module, cents and days."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, list) and all(_is_price(item) for item in value)


class _ColumnMappings:
    """Columns by the fields they fill, by what the tables were taken in for."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, dict) and all(
            isinstance(columns, dict) and all(isinstance(word, str) for pair in columns.items() for word in pair)
            for columns in value.values()
        )


class ThemeChoice(Enum):
    """Which theme the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_ALLOWED: Mapping[str, Container[object]] = MappingProxyType(
    {
        "adviser": _Names(),
        "provider": _Names(),
        "language": tuple(LANGUAGES),
        "theme": tuple(choice.value for choice in ThemeChoice),
        "zoom": range(50, 301),
        "hourly_rate": range(HIGHEST_RATE + 1),
        "lock_minutes": range(241),
        "phone_poll_port": PORTS,
        "retention_months": range(1, 241),
        "document_colour": _Colours(),
        "document_logo": ("", *LOGO_NAMES.values()),
        "column_mappings": _ColumnMappings(),
        "prices": _Prices(),
    }
)
"""Values that the program can work with, where not every one of the type will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Everything that can be set; ``hourly_rate`` in cents, ``zoom`` in percent.

    ``retention_months`` count from the last change of a case; ``retention_hinted_on`` is the day (ISO 8601) on which
    cases whose time has come were last named. ``backup_place`` is the folder that gets a copy of each backup,
    ``package_place`` the one in which packages of workshop days are written (empty: a folder among the documents),
    ``synced_folder_told`` the data folder of which was said that somebody else copies it. ``document_colour`` is the
    accent of documents as ``#RRGGBB`` (empty: the shipped one), ``document_logo`` the name of the logo's file.
    ``phone_poll`` lets polls be opened for phones, at ``phone_poll_port``. ``column_mappings`` are the columns that
    filled the fields of the last foreign table, by purpose and field. ``prices`` is the house's price list.
    """

    adviser: str = ""
    provider: str = ""
    language: str = "de"
    theme: ThemeChoice = ThemeChoice.SYSTEM
    zoom: int = 100
    hourly_rate: int = 5800
    retention_months: int = 12
    retention_hinted_on: str = ""
    backup_place: str = ""
    package_place: str = ""
    lock_minutes: int = 10
    phone_poll: bool = False
    phone_poll_port: int = 8642
    synced_folder_told: str = ""
    document_colour: str = ""
    document_logo: str = ""
    column_mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    prices: tuple[ModulePrice, ...] = ()

    def idle_minutes(self, policy: Policy) -> int:
        """Minutes after which an idle window is locked, 0 for never; the policy may ask for fewer, never for more."""
        most = policy.lock_after_minutes
        return self.lock_minutes if most is None else min(self.lock_minutes or most, most)

    def second_place(self, policy: Policy) -> Path | None:
        """The folder that gets a copy of each backup: the policy's, else the one chosen here."""
        chosen = self.backup_place.strip()
        return policy.backup_place or (Path(chosen).expanduser() if chosen else None)

    @property
    def author(self) -> str:
        """The name that the log keeps: the adviser's, else the system user's."""
        import getpass

        return self.adviser.strip() or getpass.getuser()


class PreferencesFile:
    """Reads and writes the preferences of one data folder; unknown keys of newer versions are kept.

    ``current`` are those in use: the ones given, until others are saved.
    """

    def __init__(self, folder: Path, current: Preferences | None = None) -> None:
        self.path = folder / FILE_NAME
        self.current = current or Preferences()

    def load(self) -> Preferences:
        """The preferences, defaults where there is no file.

        Raises AdvisorError (FILE_FORMAT, FILE_UNREADABLE).
        """
        preferences, problem = self.load_what_fits()
        if problem is not None:
            raise problem
        return preferences

    def load_what_fits(self) -> tuple[Preferences, AdvisorError | None]:
        """The preferences, with the default for whatever cannot be read, and the first reason why one could not be."""
        try:
            table = self._table()
        except AdvisorError as error:
            return Preferences(), error
        return self._fitting(table)

    def save(self, preferences: Preferences) -> None:
        """Write the preferences in one step; a failure leaves the old file, one that cannot be read is set aside.

        Raises AdvisorError: FILE_NOT_WRITABLE, BAD_VALUE for what could not be read again.
        """
        import tomlkit

        values = {item.name: _written(getattr(preferences, item.name)) for item in fields(preferences)}
        for name, value in values.items():
            if not _is_allowed(name, value):
                raise AdvisorError(Problem.BAD_VALUE, value=str(value), name=name)
        try:
            document = self._document()
            document.update(values)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(".part")
            part.write_text(tomlkit.dumps(document), encoding="utf-8")
            part.replace(self.path)
            self.current = preferences
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(self.path)) from error

    def _document(self) -> TOMLDocument:
        """What the file says, to be written over with its comments and with what newer versions keep in it."""
        import tomlkit

        try:
            is_there = bool(self._table())
        except AdvisorError as error:
            if error.problem is Problem.FILE_UNREADABLE:
                raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(self.path)) from error
            self.path.replace(self.path.with_name(ASIDE_NAME))
            is_there = False
        return tomlkit.parse(self.path.read_text(encoding="utf-8")) if is_there else tomlkit.document()

    def _table(self) -> dict[str, Any]:
        """What the file says, nothing where there is none; whatever lies there, this comes to an end."""
        import tomli

        try:
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise AdvisorError(Problem.FILE_UNREADABLE, file=str(self.path), reason=os.strerror(errno.EISDIR))
            with self.path.open("rb") as stream:
                raw = stream.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise AdvisorError(Problem.FILE_UNREADABLE, file=str(self.path), reason=error.strerror or "") from error
        if len(raw) > _MOST_BYTES:
            raise AdvisorError(Problem.FILE_FORMAT, file=str(self.path), line=1, reason="> 1 MB")
        try:
            text = raw.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise AdvisorError(Problem.FILE_FORMAT, file=str(self.path), line=line, reason="UTF-8") from error
        for line, words in enumerate(text.split("\n"), 1):
            if words.count(".") > _MOST_DOTS:
                raise AdvisorError(Problem.FILE_FORMAT, file=str(self.path), line=line, reason=_SYNTAX)
        try:
            return tomli.loads(text)
        except (ValueError, RecursionError) as error:
            found = _POSITION.search(str(error))
            line = int(found[1]) if found else 1
            raise AdvisorError(Problem.FILE_FORMAT, file=str(self.path), line=line, reason=_SYNTAX) from error

    def _fitting(self, table: dict[str, Any]) -> tuple[Preferences, AdvisorError | None]:
        fitting: dict[str, Any] = {}
        problem: AdvisorError | None = None
        for item in fields(Preferences):
            if item.name in table:
                try:
                    fitting[item.name] = self._fit(item.name, table[item.name])
                except AdvisorError as error:
                    problem = problem or error
        return Preferences(**fitting), problem

    def _fit(self, name: str, value: object) -> object:
        """A setting's value in its own type."""
        if not _is_allowed(name, value):
            line = _line_of(self.path, name)
            raise AdvisorError(Problem.FILE_FORMAT, file=str(self.path), line=line, reason=f"„{name}“")
        if name == "theme":
            return ThemeChoice(value)
        if name == "prices":
            from advisor_app.domain.prices import ModulePrice  # here: the window is painted without a price list

            return tuple(ModulePrice(**item) for item in cast("list[dict[str, Any]]", value))
        return value


def _is_allowed(name: str, value: object) -> bool:
    """Whether the program can work with what a file says of a setting."""
    allowed = _ALLOWED.get(name)
    is_type = type(value) is type(_written(getattr(Preferences(), name)))
    return is_type and (allowed is None or value in allowed)


def _written(value: object) -> object:
    """A setting's value as TOML has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [{name: part for name, part in asdict(item).items() if part is not None} for item in value]
    return value


def _is_price(item: object) -> bool:
    """Whether a table is a price of a module that the program can work with."""
    from advisor_app.domain.prices import HIGHEST_PRICE

    if not isinstance(item, dict) or not item.keys() <= {"module", "cents", "valid_from", "valid_to"}:
        return False
    cents, days = item.get("cents"), (item.get("valid_from"), item.get("valid_to"))
    is_amount = cents is None or (type(cents) is int and 0 <= cents <= HIGHEST_PRICE)
    return isinstance(item.get("module"), str) and is_amount and all(day is None or type(day) is date for day in days)


def _line_of(path: Path, key: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.split("=")[0].strip() == key), 1)
