"""What an IT department lays down for a machine: ``advisor-policy.toml``, read strictly.

The file of the machine holds; only where there is none, the environment variable ``ADVISOR_APP_POLICY`` may name
another. A file with an error stops the program: rules that cannot be read must not be rules that do not hold.
"""

from __future__ import annotations

import os
import re
import sys
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import tomli

from advisor_app.content.line_index import Place, index_lines
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.regular_file import open_regular
from advisor_app.sealing import KEY_BYTES
from advisor_app.texts import Texts

FILE_NAME = "advisor-policy.toml"
VARIABLE = "ADVISOR_APP_POLICY"
MINIMUM_LENGTH = 12
"""Characters of a passphrase where the policy says nothing."""

_LARGEST_FILE = 64 * 1024
_POSITION = re.compile(r"\(at line (\d+),")
_LENGTHS = range(8, 129)
_MINUTES = range(1, 241)
_MONTHS = range(1, 241)


@dataclass(frozen=True, slots=True)
class Escrow:
    """Whose key opens every profile besides the adviser's: the public X25519 key, and a name for people."""

    public_key: bytes
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of a machine; the defaults hold where there is no file.

    ``lock_after_minutes`` is the longest idle time before the window is locked, ``retention_months`` how long cases are
    kept after their end, ``backup_place`` the second place of backups; None where nothing is laid down.
    ``feedback_per_adviser`` is for houses whose staff council has agreed to that.
    """

    passphrase_required: bool = False
    minimum_length: int = MINIMUM_LENGTH
    lock_after_minutes: int | None = None
    escrow: Escrow | None = None
    backup_place: Path | None = None
    retention_months: int | None = None
    phone_poll: bool = True
    feedback_per_adviser: bool = False
    file: Path | None = None
    """Where the rules come from."""


def load_policy(texts: Texts, machine: Path | None = None, variables: Mapping[str, str] = os.environ) -> Policy:
    """The policy of this machine. ``machine`` is the folder for all users, by default the system's.

    Raises AdvisorError(POLICY) for a file that cannot be read or has an error, or one that is named and not there.
    """
    file = (machine_folder() if machine is None else machine) / FILE_NAME
    if _is_there(file):
        return read_policy(file, texts)
    named = variables.get(VARIABLE, "")
    return read_policy(Path(named).expanduser(), texts) if named else Policy()


def machine_folder() -> Path:
    """The folder that only an administrator can write to."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Beraterkoffer"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Beraterkoffer")
    return Path("/etc/beraterkoffer")


def read_policy(file: Path, texts: Texts) -> Policy:
    """The policy in a file; raises AdvisorError(POLICY)."""
    try:
        with open_regular(file) as stream:
            content = stream.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise _error(file, 1, error.strerror or texts("policy.unreadable")) from error
    if len(content) > _LARGEST_FILE:
        raise _error(file, 1, texts("policy.too-large"))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        table = tomli.loads(text)
    except (ValueError, RecursionError) as error:
        found = _POSITION.search(str(error))
        raise _error(file, int(found[1]) if found else 1, texts("policy.no-toml")) from error
    return _Reader(file, texts, table, index_lines(text)).policy()


def _is_there(file: Path) -> bool:
    """Whether there is such a file, also one that this user may not read."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _error(file: Path, line: int, reason: str) -> AdvisorError:
    return AdvisorError(Problem.POLICY, file=str(file), line=line, reason=reason)


class _Reader:
    """Reads the tables of one file; whatever it does not know is an error."""

    def __init__(self, file: Path, texts: Texts, table: dict[str, Any], lines: Mapping[Place, int]) -> None:
        self._file = file
        self._texts = texts
        self._table = table
        self._lines = lines
        self._known: Mapping[str, Mapping[str, Callable[[Place, Any], Any]]] = {
            "passphrase": {"required": self._truth, "minimum_length": self._within(_LENGTHS)},
            "lock": {"after_minutes": self._within(_MINUTES)},
            "escrow": {"public_key": self._key, "name": self._text},
            "backup": {"place": self._place},
            "retention": {"months": self._within(_MONTHS)},
            "phone_poll": {"allowed": self._truth},
            "feedback": {"per_adviser": self._truth},
        }

    def policy(self) -> Policy:
        """The policy of the file."""
        found = {name: self._section(name, value) for name, value in self._table.items()}
        escrow = found.get("escrow")
        if escrow is not None and len(escrow) < len(self._known["escrow"]):
            self._fail(("escrow",), "escrow")
        given: dict[str, Any] = {
            "passphrase_required": found.get("passphrase", {}).get("required"),
            "minimum_length": found.get("passphrase", {}).get("minimum_length"),
            "lock_after_minutes": found.get("lock", {}).get("after_minutes"),
            "escrow": None if escrow is None else Escrow(escrow["public_key"], escrow["name"]),
            "backup_place": found.get("backup", {}).get("place"),
            "retention_months": found.get("retention", {}).get("months"),
            "phone_poll": found.get("phone_poll", {}).get("allowed"),
            "feedback_per_adviser": found.get("feedback", {}).get("per_adviser"),
        }
        return Policy(file=self._file, **{name: value for name, value in given.items() if value is not None})

    def _section(self, name: str, value: Any) -> dict[str, Any]:
        if name not in self._known:
            self._fail((name,), "section", name=name)
        if not isinstance(value, dict):
            self._fail((name,), "table", name=name)
        known = self._known[name]
        for key in value:
            if key not in known:
                self._fail((name, key), "key", name=key, section=name)
        return {key: known[key]((name, key), entry) for key, entry in value.items()}

    def _truth(self, place: Place, value: Any) -> bool:
        if type(value) is not bool:
            self._fail(place, "truth", name=place[-1])
        return value

    def _within(self, allowed: range) -> Callable[[Place, Any], int]:
        def number(place: Place, value: Any) -> int:
            if type(value) is not int or value not in allowed:
                self._fail(place, "number", name=place[-1], least=allowed.start, most=allowed.stop - 1)
            return value

        return number

    def _text(self, place: Place, value: Any) -> str:
        if type(value) is not str or not value.strip():
            self._fail(place, "text", name=place[-1])
        return value.strip()

    def _place(self, place: Place, value: Any) -> Path:
        path = Path(os.path.expandvars(self._text(place, value))).expanduser()
        if not path.is_absolute():
            self._fail(place, "path", name=place[-1])
        return path

    def _key(self, place: Place, value: Any) -> bytes:
        key = key_in(self._text(place, value))
        if key is None or not any(key):
            self._fail(place, "public-key", name=place[-1])
        return key

    def _fail(self, place: Place, reason: str, **fields: object) -> NoReturn:
        while place and place not in self._lines:
            place = place[:-1]
        raise _error(self._file, self._lines.get(place, 1), self._texts(f"policy.{reason}", **fields))


def key_in(text: str) -> bytes | None:
    """The 32 bytes that a text writes in hexadecimal digits or base64, None where it does not."""
    words = "".join(text.split())
    try:
        key = bytes.fromhex(words) if len(words) == 2 * KEY_BYTES else b64decode(words, validate=True)
    except (ValueError, NoBase64):
        return None
    return key if len(key) == KEY_BYTES else None
