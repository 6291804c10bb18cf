"""What has run out, or was to be verified by now, asks for a look."""

from __future__ import annotations

from datetime import date

from advisor_app.content.dated import Dated, dated_entries
from advisor_app.content.library import Library
from advisor_app.domain.freshness import Doubt


def check_dates(library: Library, on: date) -> None:
    """Note entries that are out of date on a day (warnings), and dates in the future.

    What is merely uncertain or old is no flaw of a pack; ``content facts`` lists it.
    """
    for entry in dated_entries(library):
        doubts = entry.doubts(on)
        if Doubt.EXPIRED in doubts:
            _warn(entry, "expired", "valid_to", entry.valid_to)
        if Doubt.CHECK_DUE in doubts:
            _warn(entry, "check-due", "check", entry.check)
        if entry.as_of is not None and entry.as_of > on:
            _warn(entry, "in-the-future", "as_of", entry.as_of)


def _warn(entry: Dated, problem: str, key: str, day: date | None) -> None:
    entry.table.warn(problem, key, day="" if day is None else day.strftime("%d.%m.%Y"))
