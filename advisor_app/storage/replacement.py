"""Files of a data folder replaced by others that stand ready: whenever it is cut off, the old ones hold or the new.

New files are gathered in ``restore.part``. Its renaming to ``restore.ready`` is the moment from which they hold: what
they replace is moved to ``aside/<name>/``, then each gets its place, the database last. Whoever opens the folder next
finishes what a kill has cut off.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from filelock import FileLock
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import connect, problem_of
from advisor_app.whole_file import sync_folder, write_file

ASIDE_NAME = "aside"
MOVE_PART_NAME = "move.part"
"""Where a file from another machine is unpacked before it replaces anything."""
OUTGOING_NAME = "outgoing"
"""Where messages lie in the clear as long as the user's mail program may need them."""
_PART_NAME = "restore.part"
_READY_NAME = "restore.ready"
_ORDER_NAME = "order.json"
_LOCK_NAME = "restore.lock"
_WITH_DATABASE = ("-wal", "-shm", "-journal")


def remove_leftovers(folder: Path) -> None:
    """Remove what a program that was cut off has gathered or handed out; only for who has the folder to himself."""
    for name in (_PART_NAME, MOVE_PART_NAME, OUTGOING_NAME):
        if (folder / name).exists():
            shutil.rmtree(folder / name, ignore_errors=True)


def begin_replacement(folder: Path) -> Path:
    """An empty folder for the new files; raises OSError."""
    part = folder / _PART_NAME
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True, mode=0o700)
    return part


def give_up_replacement(folder: Path) -> None:
    """Remove what was gathered."""
    shutil.rmtree(folder / _PART_NAME, ignore_errors=True)


def free_aside_name(folder: Path, stamp: str) -> str:
    """A name below ``aside`` that is not taken."""
    names = (stamp if number == 1 else f"{stamp}-{number}" for number in range(1, 1000))
    return next(name for name in names if not (folder / ASIDE_NAME / name).exists())


def replace_files(folder: Path, database: str, aside: str, retired: Sequence[str]) -> None:
    """Let the gathered files hold from now on; nobody may have the database open.

    ``retired`` are further files and folders, all there, that go aside with what is replaced. Raises OSError.
    """
    part = folder / _PART_NAME
    order = {"database": database, "aside": aside, "retired": list(retired)}
    write_file(part / _ORDER_NAME, json.dumps(order).encode())
    for gathered in (part, *(path for path in part.rglob("*") if path.is_dir())):
        sync_folder(gathered)
    part.replace(folder / _READY_NAME)
    sync_folder(folder)
    finish_replacement(folder)


def finish_replacement(folder: Path) -> None:
    """Finish what was begun in a data folder and is not done; raises AdvisorError(RESTORE_FAILED)."""
    ready = folder / _READY_NAME
    if not ready.exists():
        return
    try:
        with FileLock(folder / _LOCK_NAME, fallback_to_soft=False):
            if ready.exists():  # somebody else may have done it meanwhile
                _finish(folder, ready)
    except (OSError, ValueError, KeyError) as error:
        raise AdvisorError(Problem.RESTORE_FAILED, folder=str(folder)) from error


def check_unused(database: Path, key: str) -> None:
    """Fold the write-ahead log of a database in; raises AdvisorError(DATABASE_LOCKED) while somebody has it open.

    A database that does not open with the key is left as it is.
    """
    try:
        with closing(connect(database, key)) as connection:
            if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
                raise AdvisorError(Problem.DATABASE_LOCKED, file=str(database))
    except driver.DatabaseError as error:
        if problem_of(error) is Problem.DATABASE_LOCKED:
            raise AdvisorError(Problem.DATABASE_LOCKED, file=str(database)) from error


def _finish(folder: Path, ready: Path) -> None:
    order = json.loads((ready / _ORDER_NAME).read_bytes())
    database, aside = str(order["database"]), folder / ASIDE_NAME / str(order["aside"])
    aside.mkdir(parents=True, exist_ok=True)
    if (ready / database).exists():  # while it is here, what lies beside the old one belongs to the old one
        for suffix in _WITH_DATABASE:
            _move(folder / f"{database}{suffix}", aside / f"{database}{suffix}")
        for name in map(str, order["retired"]):
            if not os.path.lexists(aside / name):  # else it went before, and a new one is in its place
                _move(folder / name, aside / name)
    waiting = [path.relative_to(ready) for path in ready.rglob("*") if path.is_file()]
    for relative in sorted(waiting, key=lambda path: (path == Path(database), path)):
        if relative != Path(_ORDER_NAME):
            _move(folder / relative, aside / relative)
            _move(ready / relative, folder / relative)
    for changed in (aside, folder):
        sync_folder(changed)
    shutil.rmtree(ready)
    with suppress(OSError):
        aside.rmdir()  # nothing was there before


def _move(source: Path, target: Path) -> None:
    if os.path.lexists(source):
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
