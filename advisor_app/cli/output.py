"""What commands print: lines for people, or JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

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
    """Print one line at once."""
    print(line, flush=True)  # noqa: T201  # this is how commands speak


def complain(words: str) -> None:
    """Write one line to stderr; nobody is told where that is closed."""
    with suppress(OSError):
        print(" ".join(words.split()), file=sys.stderr, flush=True)  # noqa: T201  # this is how commands speak


def number(value: Fraction | None) -> float | None:
    """A fraction at the edge of the program."""
    return None if value is None else float(value)


def prepare_streams() -> None:
    """Prepare what a command writes to."""
    prepare(sys.stdout)
    prepare(sys.stderr)
