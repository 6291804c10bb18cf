"""The months across a Gantt chart: where a day stands, and which months, quarters and years there are."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the head, a month, quarter or year, cut at the chart's edges."""

    words: str
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthScale:
    """Whole months side by side, each equally wide, from a left edge on."""

    first: date
    count: int
    left: float
    width: float

    @property
    def month_width(self) -> float:
        """Width of one month."""
        return self.width / self.count

    def start(self, day: date) -> float:
        """Where a day begins, cut at the edges."""
        return self._clipped(self._months(day) + (day.day - 1) / _days(day))

    def end(self, day: date) -> float:
        """Where a day ends, cut at the edges."""
        return self._clipped(self._months(day) + day.day / _days(day))

    def shows(self, first: date, last: date) -> bool:
        """Whether a stretch of days touches the months shown."""
        return self._months(first) < self.count and self._months(last) >= 0

    def months(self) -> Iterator[tuple[int, int, float]]:
        """Year, month and left edge of every month."""
        for number in range(self.count):
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + number, 12)
            yield year, month + 1, self.left + number * self.month_width

    def years(self) -> Iterator[Span]:
        """The years, as far as they are shown."""
        yield from self._grouped(lambda year, _month: str(year))

    def quarters(self) -> Iterator[Span]:
        """The quarters, as far as they are shown."""
        yield from self._grouped(lambda _year, month: f"Q{(month + 2) // 3}")

    def _grouped(self, name: Callable[[int, int], str]) -> Iterator[Span]:
        words, left = "", self.left
        for year, month, x in self.months():
            named = name(year, month)
            if words and named != words:
                yield Span(words, left, x)
                left = x
            words = named
        if words:
            yield Span(words, left, self.left + self.width)

    def _months(self, day: date) -> int:
        return (day.year - self.first.year) * 12 + day.month - self.first.month

    def _clipped(self, months: float) -> float:
        return self.left + min(max(months / self.count, 0.0), 1.0) * self.width


def month_count(first: date, last: date) -> int:
    """Months from the one of a day to the one of another, both counted."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _days(day: date) -> int:
    return monthrange(day.year, day.month)[1]
