"""Days in words, with their weekday, for screens."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from advisor_app.texts.numbers import format_date


def long_day(day: date, language: str) -> str:
    """``Montag, 14.09.2026``."""
    return f"{QLocale(language).dayName(day.isoweekday())}, {format_date(day, language)}"


def short_day(day: date, language: str) -> str:
    """``Mo 14.09.2026``."""
    name = QLocale(language).dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{name.rstrip('.')} {format_date(day, language)}"


def brief_day(day: date, today: date, language: str) -> str:
    """``Mo 14.09.``, with the year where it is another than today's."""
    words = short_day(day, language)
    return words if day.year != today.year else words.removesuffix(str(day.year)).rstrip("/")
