"""What has run out, or was to be verified by now, asks for a look."""

from __future__ import annotations

from datetime import date

from advisor_app.content.library import Library
from advisor_app.content.table import Table
from advisor_app.domain.freshness import is_check_due, is_expired


def check_dates(library: Library, on: date) -> None:
    """Note facts, terms and offers that are out of date on a day (warnings), and dates in the future."""
    for fact in library.all(lambda pack: pack.facts):
        _warn_expired(fact.table, "valid_to", fact.value.valid_to, on)
        _warn_check(fact.table, fact.value.check, on)
        _warn_future(fact.table, fact.value.as_of, on)
    for term in library.all(lambda pack: pack.terms):
        _warn_check(term.table, term.value.check, on)
    for measure in library.all(lambda pack: pack.measures):
        _warn_future(measure.table, measure.value.as_of, on)
    for part in library.funding():
        for support in part.supports:
            _warn_expired(support.table, "valid_to", support.value.valid_to, on)
            _warn_future(support.table, support.value.as_of, on)
        for programme in part.programmes:
            _warn_future(programme.table, programme.value.as_of, on)


def _warn_expired(table: Table, key: str, until: date | None, on: date) -> None:
    if until is not None and is_expired(until, on):
        table.warn("expired", key, day=_german(until))


def _warn_check(table: Table, by: date | None, on: date) -> None:
    if by is not None and is_check_due(by, on):
        table.warn("check-due", "check", day=_german(by))


def _warn_future(table: Table, as_of: date, on: date) -> None:
    if as_of > on:
        table.warn("in-the-future", "as_of", day=_german(as_of))


def _german(day: date) -> str:
    return day.strftime("%d.%m.%Y")
