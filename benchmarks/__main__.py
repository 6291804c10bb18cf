"""Runs all benchmarks and prints a table; with ``--write`` it goes into docs/PERFORMANCE.md."""

from __future__ import annotations

import compileall
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from advisor_app.app import make_application
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from benchmarks import (
    answer,
    blank_questionnaire,
    certificates,
    data_safety,
    engine,
    large_form,
    long_report,
    opening,
    phone_poll,
    portfolio,
    portfolio_figures,
    report,
)
from benchmarks.measuring import Figure, interleaved, process

DOCUMENT = Path(__file__).parent.parent / "docs" / "PERFORMANCE.md"
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
            lambda until=until: process("window", str(folder), until)["cpu"],  # type: ignore[misc]
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


def all_figures(root: Path) -> Iterator[Figure]:
    """Every figure in turn."""
    preferences = Preferences(adviser="Benchmark")
    example = open_workspace(root / "example", preferences, access=Access.WRITE)
    case_id = ensure_example(example)
    example.close()
    yield from start_figures(root / "example")
    yield from memory_figures()
    theming = Theming(make_application("de"))
    workspace = open_workspace(root / "example", preferences, access=Access.WRITE)
    context = PageContext(workspace=workspace, lane=BackgroundLane(), theming=theming)
    bridge = CaseBridge(workspace, workspace.cases.open(case_id))
    yield from answer.figures(context, bridge, root)
    yield from engine.figures(workspace.catalog.scale)
    yield from report.figures(workspace, bridge.case, root)
    yield from long_report.figures()
    yield from large_form.figures()
    yield from blank_questionnaire.figures(workspace.catalog)
    yield from certificates.figures(workspace, bridge.case)
    yield from phone_poll.figures(context.lane)
    opening.give_large_questionnaire(context, bridge)
    yield from opening.figures(context, bridge)
    workspace.close()
    large = open_workspace(root / "large", preferences, access=Access.WRITE)
    yield from portfolio.figures(large)
    yield from portfolio_figures.figures(large)
    large.close()
    yield from data_safety.figures(root)


def table(figures: list[Figure]) -> str:
    """The figures as Markdown."""
    lines = ["| what | value | floor | ratio | bound | |", "|---|--:|--:|--:|--:|---|"]
    for item in figures:
        bound = "–" if item.bound is None else f"{item.bound:g}"
        value, floor = f"{item.value:.2f} {item.unit}", f"{item.floor:.2f} {item.unit}"
        lines.append(f"| {item.name} | {value} | {floor} | {item.ratio:.2f} | {bound} | {item.verdict} |")
    return "\n".join(lines)


def machine() -> str:
    """What the figures were taken on."""
    processor = next(
        (line.split(":")[1].strip() for line in _cpuinfo() if line.startswith("model name")), platform.processor()
    )
    packages = ", ".join(f"{name} {version(name)}" for name in ("pyside6-essentials", "sqlmodel", "reportlab"))
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{platform.system()} {platform.machine()}, {processor}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, {packages}; load average at the end {load}; {datetime.now(UTC):%Y-%m-%d}"
    )


def _cpuinfo() -> list[str]:
    file = Path("/proc/cpuinfo")
    return file.read_text(encoding="ascii").splitlines() if file.exists() else []


def compile_sources() -> None:
    """An installed program does not compile itself at every start; a changed checkout would."""
    for package in ("advisor_app", "benchmarks"):
        compileall.compile_dir(DOCUMENT.parent.parent / package, quiet=1)


def main() -> None:
    """Measure, print, and write where that is wanted."""
    compile_sources()
    figures = []
    with tempfile.TemporaryDirectory() as root:
        for figure in all_figures(Path(root)):
            figures.append(figure)
            print(
                f"{figure.name}: {figure.value:.2f} / {figure.floor:.2f} {figure.unit} = {figure.ratio:.2f}", flush=True
            )
    shown = table(figures)
    if "--write" in sys.argv:
        text = DOCUMENT.read_text(encoding="utf-8")
        head = text.split("<!-- figures -->")[0]
        DOCUMENT.write_text(f"{head}<!-- figures -->\n\n{machine()}\n\n{shown}\n", encoding="utf-8")
    else:
        print(machine(), shown, sep="\n\n")


if __name__ == "__main__":
    main()
