"""Start and memory: whole processes against a bare window, in turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Figure, interleaved, process

ROUNDS = 9


def start_figures(folder: Path) -> Iterator[Figure]:
    """Whole processes, CPU time, interleaved."""
    value, floor = interleaved(
        lambda: process("window", str(folder))["cpu"], lambda: process("bare_window")["cpu"], ROUNDS
    )
    yield Figure(name="window painted (CPU)", value=value * 1000, floor=floor * 1000, unit="ms", bound=1.5)
    process("window", str(folder), "list")  # leaves the place where the next window of the day goes on
    for until, name in (
        ("ready", "ready to answer the question where one was today (CPU)"),
        ("list", "ready to answer a question by way of the list of cases (CPU)"),
    ):
        value, floor = interleaved(
            lambda until=until: process("window", str(folder), until)["cpu"],  # type: ignore[misc]  # a default binds the loop's value
            lambda: process("bare_window", "ready")["cpu"],
            ROUNDS,
        )
        yield Figure(name=name, value=value * 1000, floor=floor * 1000, unit="ms", bound=1.6)


def memory_figures() -> Iterator[Figure]:
    """Proportional set sizes of whole processes."""
    bare, large = process("bare_window")["memory"], process("large_questionnaire")
    yield Figure(name="memory with 1,000 questions open (PSS)", value=large["open"], floor=bare, unit="MiB", bound=3)
    value, floor = large["after"], large["open"]
    yield Figure(name="memory after opening it 200 times", value=value, floor=floor, unit="MiB", bound=1.1)
