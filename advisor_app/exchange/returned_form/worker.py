"""The process that reads one returned form: the file comes in on one pipe, what stands in it goes out on another."""

from __future__ import annotations

import math
import sys

from advisor_app.exchange.returned_form.apart import confine
from advisor_app.exchange.returned_form.limits import LIMITS
from advisor_app.exchange.returned_form.pdf_fields import read_fields, set_limits
from advisor_app.exchange.returned_form.raw_form import encode_raw


def main() -> int:
    """Read the form from the standard input; returns the exit code."""
    confine(math.ceil(LIMITS.seconds), LIMITS.memory)
    set_limits(LIMITS)
    data = sys.stdin.buffer.read(LIMITS.file + 1)
    sys.stdout.buffer.write(encode_raw(read_fields(data, LIMITS)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
