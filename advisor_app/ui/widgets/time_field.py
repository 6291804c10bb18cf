"""A local time of day that one types: 9:00, 9.30, 930 or 9; Up and Down move it by five minutes."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.parsed_field import ParsedField

_TIME = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?")
_STEP_MINUTES = 5
_DAY_MINUTES = 24 * 60


def read_time(text: str, name: str) -> time:
    """The time somebody means; raises AdvisorError(BAD_VALUE)."""
    match = _TIME.fullmatch(text.strip())
    if match is not None and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return time(int(match[1]), int(match[2] or 0))
    raise AdvisorError(Problem.BAD_VALUE, value=text.strip(), name=name)


def _moved(value: time, steps: int) -> time:
    minutes = (value.hour * 60 + value.minute + steps * _STEP_MINUTES) % _DAY_MINUTES
    return time(minutes // 60, minutes % 60)


class TimeField(ParsedField):
    """A time of day; ``optional``: it may be empty, which is None."""

    def __init__(
        self, theming: Theming, texts: Texts, name: str, *, optional: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theming,
            texts,
            parse=lambda text: None if optional and not text.strip() else read_time(text, name),
            write=lambda value: "" if value is None else f"{value:%H:%M}",
            step=lambda value, steps: None if value is None else _moved(value, steps),
            parent=parent,
        )
