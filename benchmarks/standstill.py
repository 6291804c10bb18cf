"""How long the window's event loop ever stands still while something works beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from advisor_app.ui.shell.background import BackgroundLane, Job

_BEAT_MS = 1


def counting(seconds: float) -> Callable[[Job[Any]], float]:
    """Work in plain Python that lasts so long: what sharing the interpreter costs anyhow."""

    def count(_job: Job[Any]) -> float:
        end = time.perf_counter() + seconds
        counted = 0
        while time.perf_counter() < end:
            counted += 1
        return seconds

    return count


def longest_gap(lane: BackgroundLane, work: Callable[[Job[Any]], float]) -> tuple[float, float]:
    """What the work returned, and the longest gap in seconds between two beats of the event loop meanwhile."""
    loop, timer = QEventLoop(), QTimer()
    beats = [time.perf_counter()]
    timer.setInterval(_BEAT_MS)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    results: list[float] = []
    job = lane.run(work)
    job.tell(loop, succeeded=results.append, ended=loop.quit)
    loop.exec()
    timer.stop()
    beats.append(time.perf_counter())
    return results[0], max(later - earlier for earlier, later in pairwise(beats))
