"""Start-up and size of an installed program against its development environment, in turns, whole processes, CPU time.

    python -m benchmarks.bundle PROGRAM [--write]

PROGRAM is the bundle's executable (/opt/advisor-app/advisor-app); it has to be built with the Python that runs this.
With ``--write`` the table goes into docs/PERFORMANCE.md.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from advisor_app.services.self_check import SELF_CHECK
from advisor_app.services.self_check.order import CheckOrder
from benchmarks.__main__ import DOCUMENT, compile_sources, machine, table
from benchmarks.measuring import Figure, interleaved

ROUNDS = 5
BOUND = 1.2
BEGIN, END = "<!-- bundle -->", "<!-- end of bundle -->"
_MEGABYTE = 1_000_000


def figures(program: Path, scratch: Path) -> list[Figure]:
    """The program's start in three depths, against ``python -m advisor_app``."""
    source = [sys.executable, "-P", "-m", "advisor_app"]
    found = [_figure("a command (`--version`)", [str(program), "--version"], [*source, "--version"], b"")]
    for name, check in (
        ("up to the application, before anything is painted", "interface-fonts"),
        ("the window opened, every page shown, closed", "window"),
    ):
        order = CheckOrder(
            checks=(check,), folder=str(scratch / "data"), scratch=str(scratch), language="de", offscreen=True
        ).to_json()
        found.append(_figure(name, [str(program), SELF_CHECK], [*source, SELF_CHECK], order))
    return found


def _figure(name: str, command: Sequence[str], floor: Sequence[str], given: bytes) -> Figure:
    value, least = interleaved(_seconds(command, given), _seconds(floor, given), ROUNDS)
    return Figure(name=f"{name} (CPU)", value=value * 1000, floor=least * 1000, unit="ms", bound=BOUND)


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


def main() -> None:
    """Measure, print, and write where that is asked for."""
    program = Path(sys.argv[1]).resolve()
    compile_sources()
    os.environ["PYTHONPATH"] = str(DOCUMENT.parent.parent)
    with tempfile.TemporaryDirectory() as scratch:
        shown = table(figures(program, Path(scratch)))
    sizes = f"The installed program has {size_of(program.parent):.0f} MB."
    words = f"{machine()}. {sizes}\n\n{shown}"
    print(words)
    if "--write" in sys.argv:
        text = DOCUMENT.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}\n\n{words}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
