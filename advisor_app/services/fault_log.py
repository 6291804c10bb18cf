"""What is written down of a bug: where in the program it happened, and nothing that anybody typed.

Messages, arguments and variables of an exception may hold answers and names, so none of them is told; paths may hold
the name of the system's user, so only the part inside the program or a package is.
"""

from __future__ import annotations

import errno
import platform
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePath

from advisor_app import __version__
from advisor_app.domain.errors import AdvisorError

LOG_NAME = "errors.log"
OLDER_NAME = "errors.1.log"
MOST_BYTES = 256 * 1024
"""From this size on the log is begun anew; the one before is kept."""

_MOST_FRAMES = 60
_MOST_CAUSES = 8


def describe(error: BaseException) -> str:
    """The kind of an error, its causes and where in the program they happened; no words of the adviser."""
    system = f"{platform.system()} {platform.release()}"
    lines = [f"Beraterkoffer {__version__}, Python {platform.python_version()}, {system}"]
    for number, cause in enumerate(_causes(error)):
        lines.append(("" if number == 0 else "caused by ") + _kind(cause))
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-_MOST_FRAMES:]]
    return "\n".join(lines) + "\n"


def write_down(folder: Path, error: BaseException, at: datetime) -> Path | None:
    """Add an error to the log in the data folder, else where temporary files lie; None where neither takes it."""
    entry = f"--- {at.isoformat(timespec='seconds')}\n{describe(error)}"
    for logs in (folder / "logs", Path(tempfile.gettempdir())):
        with suppress(OSError):
            logs.mkdir(parents=True, exist_ok=True)
            file = logs / LOG_NAME
            if file.exists() and file.stat().st_size + len(entry) > MOST_BYTES:
                file.replace(logs / OLDER_NAME)
            with file.open("a", encoding="utf-8", errors="replace") as stream:
                stream.write(entry)
            return file
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(current))
        yield current
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    match error:
        case AdvisorError():
            return f"{name} {error.problem.name}"
        case OSError(errno=int() as number):
            return f"{name} {errno.errorcode.get(number, number)}"
        case _:
            code = getattr(error, "sqlite_errorcode", None)
            return name if code is None else f"{name} {code}"


def _place(file: str) -> str:
    parts = PurePath(file).parts
    for root, first in (("site-packages", 1), ("advisor_app", 0)):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) + first :])
    return parts[-1] if parts else "?"
