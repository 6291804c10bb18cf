"""Days that people give as months: a month means its first or its last day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from advisor_app.domain.months import add_months, is_first_day, is_last_day, parse_end, parse_start
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date, format_month
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.parsed_field import Parse, ParsedField


def format_start(day: date | None, language: str) -> str:
    """A first day: its month where it is the month's first, nothing while it is open."""
    if day is None:
        return ""
    return format_month(day, language) if is_first_day(day) else format_date(day, language)


def format_end(day: date | None, language: str) -> str:
    """A last day: its month where it is the month's last, nothing while it is open."""
    if day is None:
        return ""
    return format_month(day, language) if is_last_day(day) else format_date(day, language)


def _months_on(day: date | None, months: int) -> date | None:
    """The day some months on; None without a day and at the ends of the calendar."""
    return None if day is None or not date.min.year < day.year < date.max.year else add_months(day, months)


def _or_open(parse: Callable[[str], date]) -> Parse:
    return lambda text: parse(text) if text.strip() else None


class StartField(ParsedField):
    """The day something begins; Up and Down move it by a month."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(
            theming,
            texts,
            parse=_or_open(parse_start),
            write=lambda day: format_start(day, texts.language),
            step=_months_on,
            placeholder=QCoreApplication.translate("month", "MM/JJJJ"),
            parent=parent,
        )


class EndField(ParsedField):
    """The day something ends or is reached; Up and Down move it by a month."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(
            theming,
            texts,
            parse=_or_open(parse_end),
            write=lambda day: format_end(day, texts.language),
            step=_months_on,
            placeholder=QCoreApplication.translate("month", "MM/JJJJ"),
            parent=parent,
        )
