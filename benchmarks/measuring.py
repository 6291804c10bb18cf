"""How figures are taken: interleaved with their floor, medians, whole processes where start-up counts."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured line: a value and its floor in one unit, and the bound on their ratio (None: reported only)."""

    name: str
    value: float
    floor: float
    unit: str
    bound: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor it is."""
        return self.value / self.floor

    @property
    def shown_ratio(self) -> str:
        """The ratio in two places, a very small one in one that counts."""
        return f"{self.ratio:.2f}" if self.ratio >= 0.01 else f"{self.ratio:.1g}"

    @property
    def verdict(self) -> str:
        """Whether the bound holds."""
        if self.bound is None:
            return "–"
        return "holds" if self.ratio <= self.bound else "**misses**"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that could not be measured here, and why."""

    name: str
    why: str


def interleaved(subject: Callable[[], float], floor: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Medians of both, taken in turns so that a busy machine weighs on both alike."""
    subject()
    floor()
    values, floors = [], []
    for _ in range(rounds):
        floors.append(floor())
        values.append(subject())
    return statistics.median(values), statistics.median(floors)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def process(module: str, *arguments: str) -> dict[str, float]:
    """The JSON object that a benchmark program prints, from a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.programs.{module}", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    printed: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return printed


def memory() -> float:
    """Proportional set size of this process in MiB (Linux)."""
    with Path("/proc/self/smaps_rollup").open(encoding="ascii") as rollup:
        return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024
