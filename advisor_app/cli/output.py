"""What commands print: lines for people, or JSON for programs."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from fractions import Fraction


def prepare(stream: TextIO | Any) -> None:
    """Make a stream take every character: UTF-8 for files and pipes, whatever the terminal can show else.

    Names that the system's encoding could not read go out as the bytes that came in.
    """
    if hasattr(stream, "reconfigure"):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def show(value: Any, lines: Iterable[str], *, as_json: bool) -> None:
    """Print JSON and nothing else, or one line per result."""
    if as_json:
        import json

        print_line(json.dumps(value, ensure_ascii=False, indent=2))
        return
    for line in lines:
        print_line(line)


def print_line(line: str) -> None:
    """Print one line at once; raises AdvisorError(DISK_FULL) where the output is led into a file."""
    try:
        print(line, flush=True)  # noqa: T201  # this is how commands speak
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        write_no_more()
        raise AdvisorError(Problem.DISK_FULL, file="stdout") from error


def complain(words: str) -> None:
    """Write one line to stderr; nobody is told where that is closed."""
    with suppress(OSError):
        print(" ".join(words.split()), file=sys.stderr, flush=True)  # noqa: T201  # this is how commands speak


def write_no_more() -> None:
    """Let whatever is written from now on go nowhere: flushing at exit must not complain that nobody reads."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def number(value: Fraction | None) -> float | None:
    """A fraction at the edge of the program."""
    return None if value is None else float(value)


def prepare_streams() -> None:
    """Prepare what a command writes to."""
    prepare(sys.stdout)
    prepare(sys.stderr)
