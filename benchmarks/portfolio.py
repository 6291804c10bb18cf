"""Two thousand cases: loading them, and searching as one types."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from advisor_app.services.portfolio import search
from advisor_app.services.workspace import Workspace
from benchmarks.large import fill_portfolio
from benchmarks.measuring import Figure, timed

_FRAME_MS = 16.0
_TYPED = ("e", "es", "esc", "g", "gi", "gie", "land", "kassel m4", "wetterau", "xyz")


def figures(workspace: Workspace, cases: int = 2000) -> Iterator[Figure]:
    """The slowest of ten keys against one frame, and the time to load."""
    fill_portfolio(workspace, cases)
    loading = timed(workspace.portfolio.load)
    rows = workspace.portfolio.rows
    slowest = max(min(timed(partial(search, rows, text)) for _ in range(5)) for text in _TYPED)
    name = f"portfolio of {cases} cases: search per key against one frame"
    yield Figure(name=name, value=slowest, floor=_FRAME_MS, unit="ms", bound=1)
    yield Figure(name=f"portfolio of {cases} cases: loading, in the background", value=loading, floor=1000, unit="ms")
