"""„Meine Daten finden“: profiles, backups, packed moves and case files in the usual places, and what each holds.

Nothing is opened with a key and nothing is changed. Whatever a folder is called, links to or forbids, the search goes
on; it ends after a number of folders or a time.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from advisor_app.domain.backup import Backup
from advisor_app.domain.case_file import ENDING as CASE_FILE_ENDING
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.exchange import case_file
from advisor_app.storage import move_file
from advisor_app.storage.backup_manifest import MANIFEST_NAME, SETTINGS_NAME, read_manifest
from advisor_app.storage.backups import FOLDER_NAME, backup_folders, list_backups
from advisor_app.storage.connection import PLAIN_HEADER, first_bytes
from advisor_app.storage.evidence_files import FOLDER_NAME as FILES_NAME
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.profile import DATABASE_NAME
from advisor_app.storage.replacement import ASIDE_NAME
from advisor_app.storage.time_stamp import is_stamp, time_of
from advisor_app.texts import Texts
from advisor_app.texts.errors import sentence
from advisor_app.texts.numbers import format_date

DEPTH = 6
MOST_FOLDERS = 60_000
MOST_FOUND = 500
SECONDS = 90.0

_PASSED_OVER = frozenset(
    {
        "node_modules",
        "__pycache__",
        "$recycle.bin",
        "system volume information",
        "lost+found",
        "proc",
        "sys",
        "dev",
        "windows",
        "program files",
        "program files (x86)",
    }
)

_PARTS = {"database": DATABASE_NAME, "keys": KEYSLOTS_NAME, "evidence": FILES_NAME, "settings": SETTINGS_NAME}

GoOn = Callable[[Path], bool]
"""Told which folder is looked into; whether to go on."""


class FoundKind(Enum):
    """What was found."""

    PROFILE = "profile"
    ASIDE = "aside"
    BACKUPS = "backups"
    MOVE = "move"
    CASE_FILE = "case-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something found. ``at`` is when it was made or last changed; ``cases`` by its manifest, None where nobody knows.

    ``protection`` names the ways in, none for data of an early build that are not encrypted. ``count`` is the number of
    backups in a place, ``holds`` what of a profile was kept aside; ``problem`` says why it cannot be used as it is.
    """

    kind: FoundKind
    path: Path
    at: datetime | None
    cases: int | None = None
    program: str = ""
    protection: tuple[str, ...] = ()
    backup: Backup | None = None
    count: int = 1
    holds: tuple[str, ...] = ()
    is_open: bool = False
    problem: AdvisorError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What was found, newest first; whether everything was looked at, and how many folders would not be read."""

    found: tuple[Found, ...]
    is_complete: bool
    unreadable: int


def search(
    places: Iterable[Path],
    go_on: GoOn = lambda _: True,
    *,
    open_folder: Path | None = None,
    now: Callable[[], float] = time.monotonic,
) -> SearchResult:
    """Look through places; ``go_on`` may end it early, what was found until then is told.

    ``open_folder`` is the data folder in use.
    """
    walk = _Walk(go_on, now)
    found: list[Found] = []
    for folder, names in walk.folders(places):
        found += _in_folder(folder, names, open_folder)
        if len(found) >= MOST_FOUND:
            walk.is_complete = False
            break
    earliest = datetime.min.replace(tzinfo=UTC)
    found.sort(key=lambda item: item.at or earliest, reverse=True)
    return SearchResult(found=tuple(found), is_complete=walk.is_complete, unreadable=walk.unreadable)


def describe(found: Found, texts: Texts) -> str:
    """What was found, how old it is, how much it holds and how it is protected."""
    kind = f"{found.kind.value}-open" if found.is_open else found.kind.value
    parts = [texts(f"finding.kind.{kind}", count=found.count)]
    if found.at is not None:
        at = found.at.astimezone(LOCAL)
        parts[0] += " " + texts("finding.at", day=format_date(at.date(), texts.language), time=f"{at:%H:%M}")
    if found.cases is not None:
        parts.append(texts("finding.cases", count=found.cases))
    if found.holds:
        parts.append(texts("finding.holds", what=texts.joined([texts(f"finding.part.{part}") for part in found.holds])))
    if found.program:
        parts.append(texts("finding.program", program=found.program))
    if found.protection:
        ways = texts.joined([texts(f"finding.way.{way}") for way in found.protection])
        parts.append(texts("finding.protected", ways=ways))
    elif found.kind is FoundKind.PROFILE and found.problem is None:
        parts.append(texts("finding.plain"))
    words = ", ".join(parts)
    return printable(words if found.problem is None else f"{words}. {sentence(found.problem, texts)}")


def printable(text: str) -> str:
    """A name from somewhere, without what would control a terminal or is no text."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


class _Walk:
    """Folders breadth first: what lies near the top is found first. Links are not followed, no folder is seen twice."""

    def __init__(self, go_on: GoOn, now: Callable[[], float]) -> None:
        self.is_complete = True
        self.unreadable = 0
        self._go_on = go_on
        self._now = now
        self._seen: set[tuple[int, int]] = set()

    def folders(self, places: Iterable[Path]) -> Iterator[tuple[Path, list[os.DirEntry[str]]]]:
        """Each folder with what is in it."""
        waiting = deque((place, 0) for place in places)
        begun, count = self._now(), 0
        while waiting:
            folder, depth = waiting.popleft()
            count += 1
            if count > MOST_FOLDERS or self._now() - begun > SECONDS or not self._go_on(folder):
                self.is_complete = False
                return
            entries = self._entries(folder)
            if entries is None:
                continue
            yield folder, entries
            if depth < DEPTH:
                waiting += [(Path(entry.path), depth + 1) for entry in entries if _is_worth_a_look(entry)]

    def _entries(self, folder: Path) -> list[os.DirEntry[str]] | None:
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in self._seen:
                return None
            self._seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                return list(entries)
        except (OSError, ValueError):
            self.unreadable += 1
            return None


def _is_worth_a_look(entry: os.DirEntry[str]) -> bool:
    try:
        is_folder = entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
    return is_folder and not entry.name.startswith(".") and entry.name.lower() not in _PASSED_OVER


def _in_folder(folder: Path, entries: Sequence[os.DirEntry[str]], open_folder: Path | None) -> Iterator[Found]:
    names = {entry.name for entry in entries if _is_file(entry)}
    try:
        if folder.parent.name == ASIDE_NAME and is_stamp(folder.name) and MANIFEST_NAME not in names:
            yield from _aside(folder, {entry.name for entry in entries})
        elif DATABASE_NAME in names and MANIFEST_NAME not in names:
            yield _profile(folder, open_folder)
        elif {DATABASE_NAME, MANIFEST_NAME} <= names and folder not in backup_folders(folder.parent):
            yield _backup(folder, 1)  # one that was copied somewhere and renamed
        elif any((made / MANIFEST_NAME).exists() or folder.name != ASIDE_NAME for made in backup_folders(folder)):
            yield _backups(folder)
    except (OSError, ValueError, AdvisorError):  # gone or changed meanwhile
        return
    for entry in entries:
        if entry.name.endswith((move_file.ENDING, CASE_FILE_ENDING)) and _is_file(entry):
            with suppress(OSError, ValueError):
                yield _file(Path(entry.path))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file itself: opening a pipe would wait for ever."""
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def _profile(folder: Path, open_folder: Path | None) -> Found:
    database = folder / DATABASE_NAME
    newest = next(iter(list_backups(folder / FOLDER_NAME)[0]), None)
    protection, problem = _protection(folder)
    is_open = open_folder is not None and folder.samefile(open_folder)
    # Where this process has a database open, closing the file would drop the locks that SQLite holds on it.
    plain = not is_open and first_bytes(database) == PLAIN_HEADER
    return Found(
        kind=FoundKind.PROFILE,
        path=folder,
        at=max(_changed(path) for path in (database, database.with_name(f"{DATABASE_NAME}-wal")) if path.exists()),
        cases=None if newest is None else newest.cases,
        program="" if newest is None else newest.program,
        protection=() if plain else protection,
        is_open=is_open,
        problem=None if plain else problem,
    )


def _aside(folder: Path, names: set[str]) -> Iterator[Found]:
    """What a restore has replaced: in part, so nothing in it is missing."""
    holds = tuple(part for part, name in _PARTS.items() if name in names)
    if holds:
        yield Found(kind=FoundKind.ASIDE, path=folder, at=time_of(folder.name), holds=holds)


def _backups(place: Path) -> Found:
    sound, unreadable = list_backups(place)
    count = len(sound) + len(unreadable)
    return _backup(sound[0].folder if sound else unreadable[-1], count, place)


def _backup(folder: Path, count: int, place: Path | None = None) -> Found:
    path = place or folder
    try:
        backup = read_manifest(folder)
    except AdvisorError as error:
        return Found(kind=FoundKind.BACKUPS, path=path, at=_changed(folder), count=count, problem=error)
    protection, problem = _protection(folder)
    return Found(
        kind=FoundKind.BACKUPS,
        path=path,
        at=backup.made_at,
        cases=backup.cases,
        program=backup.program,
        protection=protection,
        backup=backup,
        count=count,
        problem=problem,
    )


def _file(file: Path) -> Found:
    kind = FoundKind.MOVE if file.name.endswith(move_file.ENDING) else FoundKind.CASE_FILE
    try:
        if kind is FoundKind.MOVE:
            backup = move_file.read_move_head(file)
            return Found(kind=kind, path=file, at=backup.made_at, cases=backup.cases, program=backup.program)
        head = case_file.read_head(file)
        return Found(
            kind=kind, path=file, at=head.made_at, cases=1, program=head.program, protection=(head.protection,)
        )
    except AdvisorError as error:
        return Found(kind=kind, path=file, at=_changed(file), problem=error)


def _protection(folder: Path) -> tuple[tuple[str, ...], AdvisorError | None]:
    file = folder / KEYSLOTS_NAME
    if file.exists() and not file.is_file():
        return (), AdvisorError(Problem.KEYSLOTS_DAMAGED, file=str(file))
    try:
        return tuple(sorted(kind.value for kind in read_keyslots(file).kinds)), None
    except AdvisorError as error:
        return (), error


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
