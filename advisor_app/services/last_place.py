"""Where the last window over a data folder was closed, so that the next one of that day goes on there.

Of that day only: on another one the adviser is with other people, who need not see whose case was open.
It holds ids and the names of pages, nothing about people or cases.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from advisor_app.domain.errors import AdvisorError
from advisor_app.regular_file import read_beginning
from advisor_app.whole_file import write_file

FILE_NAME = "last-place.json"
_LARGEST = 4096
_ID = re.compile(r"[\w./:-]{0,200}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page of a case, and what it is about (a question, a day); ``item`` is empty where it is about nothing."""

    case_id: str
    page: str
    item: str = ""


class LastPlace:
    """The place that a data folder remembers."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME

    def keep(self, place: Place | None, on: date) -> None:
        """Remember a place, or that no case was open; a folder that takes no files remembers nothing."""
        with suppress(AdvisorError, OSError):
            if place is None or not all(map(_ID.fullmatch, (place.case_id, place.page, place.item))):
                self._file.unlink(missing_ok=True)
            else:
                table = {"day": on.isoformat(), "case": place.case_id, "page": place.page, "item": place.item}
                write_file(self._file, json.dumps(table).encode())

    def of_day(self, day: date) -> Place | None:
        """The place where a window was closed on that day; None for another day, and for a file that makes no sense."""
        try:
            table = json.loads(read_beginning(self._file, _LARGEST))
            is_that_day = date.fromisoformat(table["day"]) == day
            case_id, page, item = (_checked(table[name]) for name in ("case", "page", "item"))
        except (AdvisorError, OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return Place(case_id=case_id, page=page, item=item) if is_that_day and case_id and page else None


def _checked(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError
    return value
