"""Days as people write them."""

from __future__ import annotations

import re
from datetime import date

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.months import parse_start

_WEEKDAY = re.compile(r"\s*[^\W\d_]+\.?,?\s+")
_NO_YEAR = re.compile(r"\s*(\d{1,2})(?:\.\s*(\d{1,2})\.?|/(\d{1,2}))\s*")
_SHORT_YEAR = re.compile(r"(\d{1,2}\.\s*\d{1,2}\.\s*|\d{1,2}/\d{1,2}/)(\d{2})\s*")


def read_day(text: str, today: date) -> date | None:
    """The day somebody means: 14.09.2026, 14.9.26, Mo 14.09.2026, and 14.9. for the next such day from today on.

    English has slashes in place of full stops. None for an empty text; raises AdvisorError (BAD_DATE, DATE_FAR).
    """
    if not text.strip():
        return None
    plain = _WEEKDAY.sub("", text, count=1).strip()
    plain = _SHORT_YEAR.sub(r"\g<1>20\2", plain) if _SHORT_YEAR.fullmatch(plain) else plain
    match = _NO_YEAR.fullmatch(plain)
    try:
        if match is None:
            return parse_start("".join(plain.split()))
        day = date(today.year, int(match[2] or match[3]), int(match[1]))
        return day if day >= today else day.replace(year=today.year + 1)
    except AdvisorError as error:
        if error.problem is not Problem.BAD_DATE:
            raise
    except ValueError:
        pass
    raise AdvisorError(Problem.BAD_DATE, value=text.strip())  # as it was typed
