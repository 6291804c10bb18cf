"""What dragging a bar means: which dates follow from how many months one has moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from advisor_app.domain.months import add_months, first_day, last_day
from advisor_app.domain.plan import Measure
from advisor_app.domain.plan_edits import shifted


class Grip(Enum):
    """Where a bar was taken."""

    BODY = "body"
    START = "start"
    END = "end"
    LINK = "link"  # the handle behind the bar: to the measure that shall wait for it
    EMPTY = "empty"  # the empty row of a measure without dates: a bar is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class BarDrag:
    """A drag in progress; ``month`` is the one it began in, ``x`` the place, both in the schedule's own measure."""

    grip: Grip
    measure: Measure
    month: date
    x: float

    def moved(self, months: int) -> Measure:
        """The measure after so many months."""
        if self.grip is Grip.BODY:
            return shifted(self.measure, months)
        start, end = self.dates(months)
        return replace(self.measure, start=start, end=end)

    def dates(self, months: int) -> tuple[date | None, date | None]:
        """Start and end after so many months."""
        start, end = self.measure.start, self.measure.end
        match self.grip:
            case Grip.BODY:
                moved = shifted(self.measure, months)
                return moved.start, moved.end
            case Grip.START if start is not None:
                latest = start if end is None else first_day(end.year, end.month)
                return min(add_months(start, months), max(latest, start)), end
            case Grip.END if end is not None:
                earliest = end if start is None else last_day(start.year, start.month)
                return start, max(add_months(end, months), min(earliest, end))
            case Grip.EMPTY:
                other = add_months(self.month, months)
                low, high = min(self.month, other), max(self.month, other)
                return first_day(low.year, low.month), last_day(high.year, high.month)
            case _:
                return start, end
