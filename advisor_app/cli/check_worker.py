"""The process that carries out checks: their order comes in on one pipe, results go out on another."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module

from advisor_app.services.self_check.checks import Checks
from advisor_app.services.self_check.order import CheckOrder, carry_out
from advisor_app.texts import load_texts

_PLATFORM = "QT_QPA_PLATFORM"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def main() -> int:
    """Carry out the order from the standard input; returns the exit code."""
    order = CheckOrder.from_json(sys.stdin.buffer.read())
    _choose_platform(order)
    texts, checks = load_texts(order.language), Checks(order)
    known = dict(checks.all())
    for key in order.checks:
        result = carry_out(key, known.get(key) or _of_window(order, checks, key), texts)
        sys.stdout.buffer.write(json.dumps(asdict(result)).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0


def _choose_platform(order: CheckOrder) -> None:
    """Let Qt draw unseen where that is wanted, or where there is no display."""
    is_blind = sys.platform.startswith("linux") and not any(map(os.environ.get, (*_DISPLAYS, _PLATFORM)))
    if order.offscreen or is_blind:
        os.environ[_PLATFORM] = "offscreen"


def _of_window(order: CheckOrder, checks: Checks, key: str) -> Callable[[], str]:
    """A check that needs Qt. It is loaded by name and in the check: where Qt is broken, that is what is wrong."""

    def check() -> str:
        found = import_module("advisor_app.app").window_checks(order, checks)
        return str(found.all()[key]())

    return check


if __name__ == "__main__":
    sys.exit(main())
