"""Numbers, money and dates in words of a language.

Written by hand for the two languages there are: a library with the rules of all takes longer to import than the window.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from advisor_app.languages import LANGUAGES

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"


def format_decimal(value: float | Decimal | Fraction, digits: int, language: str, *, signed: bool = False) -> str:
    """``1.234,5`` with a fixed number of decimals, rounded half up; ``signed`` also marks what is not negative."""
    rounded = _exact(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    marks = LANGUAGES[language]
    whole, _, decimals = f"{abs(rounded):,.{digits}f}".partition(".")
    number = whole.replace(",", marks.thousands) + (marks.decimal + decimals if decimals else "")
    if rounded < 0:
        return _MINUS + number
    if signed:
        return ("+" if rounded else "\N{PLUS-MINUS SIGN}") + number
    return number


def format_cents(cents: int, language: str) -> str:
    """``24.285 €``, with cents only where there are any: ``2.428,50 €``."""
    digits = 2 if cents % 100 else 0
    return f"{format_decimal(Decimal(cents) / 100, digits, language)}{_NO_BREAK}€"


def format_date(day: date, language: str) -> str:
    """``14.09.2026``."""
    return day.strftime(LANGUAGES[language].day)


def format_month(day: date, language: str) -> str:
    """``09/2026``."""
    return day.strftime(LANGUAGES[language].month)


def _exact(value: float | Decimal | Fraction) -> Decimal:
    """The number people mean: a float's shortest form, so that 0.15 rounds up and not by its binary tail."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value if isinstance(value, Decimal) else Decimal(str(value))
