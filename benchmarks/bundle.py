"""Start-up and size of an installed program against its development environment, in turns, whole processes, CPU time.

The program is the bundle's executable (/opt/advisor-app/advisor-app), built with the Python that runs this.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from advisor_app.services.self_check import SELF_CHECK
from advisor_app.services.self_check.order import CheckOrder
from benchmarks.measuring import Figure, Skipped, interleaved

ROUNDS, SHORT_ROUNDS = 5, 25
"""A start of twenty milliseconds says little by itself."""
BOUND = 1.2
_MEGABYTE = 1_000_000


def figures(program: Path | None, scratch: Path) -> Iterator[Figure | Skipped]:
    """The program's start in four depths, against ``python -m advisor_app``, and its size."""
    if program is None:
        yield Skipped("installed program", "none was named (--installed)")
        return
    scratch.mkdir()
    source = [sys.executable, "-P", "-m", "advisor_app"]
    looking_up = ["--data", str(scratch / "looked-up"), "communes", "find", "Lich"]
    for name, arguments, rounds in (
        ("what loads nothing (`--version`)", ["--version"], SHORT_ROUNDS),
        ("a command (`communes find`)", looking_up, ROUNDS),
    ):
        yield _figure(name, [str(program), *arguments], [*source, *arguments], b"", rounds)
    for name, check in (
        ("up to the application, before anything is painted", "interface-fonts"),
        ("the window opened, every page shown, closed", "window"),
    ):
        order = CheckOrder(
            checks=(check,), folder=str(scratch / "data"), scratch=str(scratch), language="de", offscreen=True
        ).to_json()
        yield _figure(name, [str(program), SELF_CHECK], [*source, SELF_CHECK], order, ROUNDS)
    size = size_of(program.resolve().parent)
    packages = size_of(Path(sysconfig.get_path("purelib")))
    name = "installed: size of the program's folder, against the environment of those who develop it"
    yield Figure(name=name, value=size, floor=packages, unit="MB")


def _figure(name: str, command: Sequence[str], floor: Sequence[str], given: bytes, rounds: int) -> Figure:
    value, least = interleaved(_seconds(command, given), _seconds(floor, given), rounds)
    return Figure(name=f"installed: {name} (CPU)", value=value * 1000, floor=least * 1000, unit="ms", bound=BOUND)


def _seconds(command: Sequence[str], given: bytes) -> Callable[[], float]:
    """Processor time of one run."""

    def run() -> float:
        before = _spent()
        subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
        return _spent() - before

    return run


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def size_of(folder: Path) -> float:
    """Megabytes of all files of a folder."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir()) / _MEGABYTE
