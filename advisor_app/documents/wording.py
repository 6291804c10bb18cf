"""Figures, dates and money as documents write them; what is missing is named, never left out or counted as nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from advisor_app.documents.blocks import Run, Text
from advisor_app.domain.months import is_first_day, is_last_day
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents, format_date, format_decimal, format_month

_NO_BREAK = "\N{NO-BREAK SPACE}"
DASH = "–"
"""Stands where there is nothing to say."""

WIDE = 2 * _NO_BREAK
"""Room between a number and the name it belongs to."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one language for values."""

    texts: Texts

    @property
    def open(self) -> str:
        """The word for what is not known yet."""
        return self.texts("documents.open")

    def score(self, value: Fraction | None) -> str:
        """A score with one decimal, as everywhere but in the calculation."""
        return DASH if value is None else format_decimal(value, 1, self.texts.language)

    def change(self, before: Fraction | None, after: Fraction | None) -> str:
        """By how much a score has changed, as the difference of what is shown of both."""
        if before is None or after is None:
            return DASH
        return format_decimal(_shown(after) - _shown(before), 1, self.texts.language, signed=True)

    def exact(self, value: Fraction | None) -> str:
        """A score with three decimals."""
        return DASH if value is None else format_decimal(value, 3, self.texts.language)

    def plain(self, value: Fraction) -> str:
        """A number with as many decimals as it needs, at most two."""
        digits = next((count for count in (0, 1) if (value * 10**count).denominator == 1), 2)
        return format_decimal(value, digits, self.texts.language)

    def percent(self, share: Fraction | None) -> str:
        """A share of one in whole percent."""
        return DASH if share is None else f"{format_decimal(share * 100, 0, self.texts.language)}{_NO_BREAK}%"

    def money(self, cents: int | None) -> str:
        """An amount, or that it is open."""
        return self.open if cents is None else format_cents(cents, self.texts.language)

    def number(self, value: int) -> str:
        """A whole number with its thousands parted."""
        return format_decimal(value, 0, self.texts.language)

    def day(self, day: date | None) -> str:
        """A date, or that it is open."""
        return self.open if day is None else format_date(day, self.texts.language)

    def appointment(self, day: date | None) -> str:
        """A day on which people come together, with its weekday, or that it is open."""
        if day is None:
            return self.open
        weekday = self.texts(f"documents.weekday.{day.isoweekday()}")
        return self.texts("documents.weekday.on", weekday=weekday, day=self.day(day))

    def start(self, day: date) -> str:
        """The first day of something, as its month where it is the month's first."""
        return format_month(day, self.texts.language) if is_first_day(day) else self.day(day)

    def end(self, day: date) -> str:
        """The last day of something, as its month where it is the month's last."""
        return format_month(day, self.texts.language) if is_last_day(day) else self.day(day)

    def period(self, start: date | None, end: date | None) -> str:
        """From when to when."""
        if start is not None and end is not None:
            return f"{self.start(start)}–{self.end(end)}"
        if start is not None:
            return self.texts("documents.from", day=self.start(start))
        if end is not None:
            return self.texts("documents.until", day=self.end(end))
        return self.open

    def or_open(self, text: str) -> Text:
        """What somebody wrote, or that it is open."""
        return text.strip() or (Run(self.open, quiet=True),)


def _shown(score: Fraction) -> Decimal:
    """A score with the one decimal it is shown with."""
    return Decimal(format_decimal(score, 1, "en"))
