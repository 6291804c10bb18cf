"""The process that reads one returned form: the file comes in on one pipe, what stands in it goes out on another."""

from __future__ import annotations

import math
import sys
from contextlib import suppress

from advisor_app.exchange.returned_form.limits import LIMITS, Limits
from advisor_app.exchange.returned_form.pdf_fields import read_fields, set_limits
from advisor_app.exchange.returned_form.raw_form import encode_raw


def main() -> int:
    """Read the form from the standard input; returns the exit code."""
    _confine(LIMITS)
    set_limits(LIMITS)
    data = sys.stdin.buffer.read(LIMITS.file + 1)
    sys.stdout.buffer.write(encode_raw(read_fields(data, LIMITS)))
    return 0


def _confine(limits: Limits) -> None:
    """Take no more memory and time than allowed, and write no file: where the system can hold a process to that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    seconds = math.ceil(limits.seconds)
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # macOS knows some of them by name only
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    sys.exit(main())
