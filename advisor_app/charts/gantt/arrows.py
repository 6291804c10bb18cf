"""How the arrows of dependencies run: along rows and columns, away from bars in between and from each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from advisor_app.charts.scene import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar in its row; ``reach`` is the end of its milestones, ``exit`` where arrows leave, right of its letter."""

    row: int
    left: float
    right: float
    top: float
    bottom: float
    reach: float
    exit: float

    @property
    def middle(self) -> float:
        """Height of the bar's middle line."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """The corners of an arrow; it ends with its head at the last one."""

    points: tuple[Point, ...]

    @property
    def points_up(self) -> bool:
        """Whether it runs upwards into its bar."""
        return self.points[-1][1] < self.points[-2][1]


@dataclass(frozen=True, slots=True)
class _Upright:
    """The vertical part of an arrow that is drawn already."""

    x: float
    top: float
    bottom: float
    source: str
    target: str


class Router:
    """Lays out arrows one after the other, left of a limit; ``unit`` is the design's unit in the chart's scale."""

    def __init__(self, bars: Mapping[str, Bar], row_edges: Sequence[float], unit: float, limit: float) -> None:
        self._bars = bars
        self._by_row = {bar.row: bar for bar in bars.values()}
        self._edges = row_edges
        self._unit = unit
        self._limit = limit - unit
        self._near = 3 * unit
        self._uprights: defaultdict[int, list[_Upright]] = defaultdict(list)  # by stripes as wide as near is

    def route(self, source: str, target: str) -> Arrow:
        """The arrow from the end of one bar to the beginning of another, both known."""
        before, after = self._bars[source], self._bars[target]
        entry = self._entry(before.exit, after)
        direct = entry >= before.exit + 2 * self._unit
        channel = min(before.exit + 6 * self._unit, self._limit)
        if direct and self._crossings(entry, before, after) <= self._crossings(channel, before, after):
            return self._direct(source, target, entry)
        return self._detour(source, target, channel, entry)

    def from_edge(self, edge: float, source: str, target: str) -> Arrow:
        """The arrow into a bar whose predecessor stands above or below the rows that are shown."""
        after = self._bars[target]
        tip = after.bottom if edge > after.bottom else after.top
        x = self._free(self._entry(after.left, after), edge, tip, source, target)
        return Arrow(((x, edge), (x, tip)))

    def _direct(self, source: str, target: str, entry: float) -> Arrow:
        before, after = self._bars[source], self._bars[target]
        tip = _tip(before, after)
        x = self._free(entry, before.middle, tip, source, target)
        return Arrow(((before.exit, before.middle), (x, before.middle), (x, tip)))

    def _detour(self, source: str, target: str, channel: float, entry: float) -> Arrow:
        """Down right of the bar, then along the edge of the target's row to its beginning."""
        before, after = self._bars[source], self._bars[target]
        lane = self._edges[after.row] if after.row > before.row else self._edges[after.row + 1]
        x = self._free(channel, before.middle, lane, source, target)
        entry = self._free(entry, lane, _tip(before, after), source, target)
        start = (before.exit, before.middle)
        return Arrow((start, (x, before.middle), (x, lane), (entry, lane), (entry, _tip(before, after))))

    def _entry(self, leave: float, after: Bar) -> float:
        """Where an arrow enters a bar: near its beginning, later where the arrow comes from further right."""
        earliest = min(after.left + 6 * self._unit, (after.left + after.right) / 2)
        latest = max(earliest, after.left + (after.right - after.left) * 0.7)
        return min(max(earliest, leave + 4 * self._unit), latest)

    def _crossings(self, x: float, before: Bar, after: Bar) -> int:
        """How many bars between two rows an upright at a place would run through."""
        low, high = sorted((before.row, after.row))
        between = (self._by_row.get(row) for row in range(low + 1, high))
        return sum(bar is not None and bar.left <= x <= bar.exit for bar in between)

    def _free(self, x: float, one: float, other: float, source: str, target: str) -> float:
        """A place near x where no upright of two other measures runs at the same height; keeps it."""
        top, bottom = sorted((one, other))
        step = 4 * self._unit
        places = [x, x + step, x - step, x + 2 * step, x - 2 * step]
        free = (
            place for place in places if place <= self._limit and not self._taken(place, top, bottom, source, target)
        )
        chosen = next(free, x)
        self._uprights[self._stripe(chosen)].append(_Upright(chosen, top, bottom, source, target))
        return chosen

    def _taken(self, x: float, top: float, bottom: float, source: str, target: str) -> bool:
        stripe = self._stripe(x)
        beside = chain.from_iterable(self._uprights.get(near, ()) for near in (stripe - 1, stripe, stripe + 1))
        return any(self._meets(upright, x, top, bottom, source, target) for upright in beside)

    def _stripe(self, x: float) -> int:
        return math.floor(x / self._near)

    def _meets(self, upright: _Upright, x: float, top: float, bottom: float, source: str, target: str) -> bool:
        related = source == upright.source or target == upright.target
        near = abs(upright.x - x) < self._near
        return near and not related and top < upright.bottom and upright.top < bottom


def _tip(before: Bar, after: Bar) -> float:
    return after.top if after.row > before.row else after.bottom
