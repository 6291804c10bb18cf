"""Runs the benchmarks, each with its floor or peer in the same run, and prints a table.

``--write`` puts the table into docs/PERFORMANCE.md and draws docs/performance.svg.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.measuring import Figure, Skipped
from benchmarks.parts import PARTS
from benchmarks.picture import picture
from benchmarks.setting import Setting

CHECKOUT = Path(__file__).parent.parent
DOCUMENT = CHECKOUT / "docs" / "PERFORMANCE.md"
PICTURE = CHECKOUT / "docs" / "performance.svg"
FIGURES, INSTALLED = "figures", "installed"
"""What stands between the marks of the document; a program that was not named leaves its own figures as they are."""


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line; everything is measured unless ``--only`` names parts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=list(PARTS), metavar="PART", help=f"one of {', '.join(PARTS)}"
    )
    parser.add_argument("--write", action="store_true", help="put table and picture into docs; not with --only")
    parser.add_argument("--picture", type=Path, metavar="FILE.svg", help="draw the picture there")
    parser.add_argument(
        "--survey-core",
        type=Path,
        metavar="FOLDER",
        default=os.environ.get("SURVEY_CORE") or None,
        help="a folder of Node packages with survey-core (node_modules); also SURVEY_CORE. Nothing is downloaded",
    )
    parser.add_argument(
        "--installed", type=Path, metavar="PROGRAM", help="an installed program, to be compared as well"
    )
    read = parser.parse_args(given)
    if read.write and read.only:
        parser.error("--write replaces the whole table, so it needs all parts")
    return read


def measured(names: Sequence[str], setting: Setting) -> dict[str, list[Figure | Skipped]]:
    """Measure parts, telling each figure as it comes; returns them by part."""
    found: dict[str, list[Figure | Skipped]] = {}
    for name in names:
        found[name] = []
        for item in PARTS[name](setting):
            found[name].append(item)
            print(_line(item), flush=True)
    return found


def _line(item: Figure | Skipped) -> str:
    if isinstance(item, Skipped):
        return f"{item.name}: skipped, {item.why}"
    return f"{item.name}: {item.value:.2f} / {item.floor:.2f} {item.unit} = {item.shown_ratio}"


def table(found: Sequence[Figure | Skipped]) -> str:
    """The figures as Markdown."""
    lines = ["| what | value | floor | ratio | bound | |", "|---|--:|--:|--:|--:|---|"]
    for item in found:
        if isinstance(item, Skipped):
            lines.append(f"| {item.name} | – | – | – | – | skipped: {item.why} |")
            continue
        bound = "–" if item.bound is None else f"{item.bound:g}"
        value, floor = f"{item.value:.2f} {item.unit}", f"{item.floor:.2f} {item.unit}"
        lines.append(f"| {item.name} | {value} | {floor} | {item.shown_ratio} | {bound} | {item.verdict} |")
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
        compileall.compile_dir(CHECKOUT / package, quiet=1)


def written(document: str, section: str, words: str) -> str:
    """The document with other figures between the marks of a section."""
    begin, end = f"<!-- {section} -->", f"<!-- end of {section} -->"
    before, found, rest = document.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the document lacks {begin} or {end}")
    return f"{before}{begin}\n\n{words}\n\n{end}{after}"


def main() -> None:
    """Measure, print, and write where that is wanted."""
    given = arguments()
    compile_sources()
    os.environ["PYTHONPATH"] = str(CHECKOUT)
    with tempfile.TemporaryDirectory() as root:
        setting = Setting(Path(root), given.survey_core, given.installed)
        try:
            found = measured(given.only or list(PARTS), setting)
        finally:
            setting.close()
    taken = machine()
    everything = [item for items in found.values() for item in items]
    print("", taken, "", table(everything), sep="\n")
    file = PICTURE if given.write else given.picture
    if file is not None:
        file.write_bytes(picture([item for item in everything if isinstance(item, Figure)], taken))
    if given.write:
        document = DOCUMENT.read_text("utf-8")
        installed = found.pop(INSTALLED)
        if given.installed is not None:
            document = written(document, INSTALLED, f"{taken}\n\n{table(installed)}")
        main_table = table([item for items in found.values() for item in items])
        DOCUMENT.write_text(written(document, FIGURES, f"{taken}\n\n{main_table}"), "utf-8")


if __name__ == "__main__":
    main()
