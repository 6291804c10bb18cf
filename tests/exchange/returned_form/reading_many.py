"""A program that reads many files as the reader of forms reads one: each comes with its length, each is answered."""

import sys

from advisor_app.exchange.returned_form.limits import LIMITS
from advisor_app.exchange.returned_form.pdf_fields import read_fields, set_limits
from advisor_app.exchange.returned_form.raw_form import encode_raw


def main() -> None:
    """Answer one line for each file until there are no more."""
    set_limits(LIMITS)
    while length := sys.stdin.buffer.readline():
        line = encode_raw(read_fields(sys.stdin.buffer.read(int(length)), LIMITS))
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
