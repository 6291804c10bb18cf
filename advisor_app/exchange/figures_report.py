"""The report file of a laptop (Meldedatei): figures and nothing else, in one canonical form that is read strictly.

JSON in UTF-8 without blanks, keys in order: ``format``, ``version``, ``profile`` and ``made_at``, and ``rows``: what
bookings have in common (``module``, ``district``, ``financing``, ``programme``, ``state``, and the months ``requested``
and ``completed``) with the digests of these ``bookings``. No name, no commune, no day, no sum of money, no text.
``check`` is the SHA-256 of the same file without it: a figure that was changed by hand is told, as damage is. It is no
signature: whoever knows this page can write a sound file.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NoReturn

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.figures import BookingFact, fitting_district
from advisor_app.domain.figures_report import DIGITS, FiguresReport
from advisor_app.exchange import bounded_json
from advisor_app.texts import Texts

FORMAT = "beraterkoffer-meldung"
VERSION = 1
ENDING = ".bkmeldung"
MAXIMUM_BYTES = 8 * 1024 * 1024
MOST_BOOKINGS = 100_000

_MOST_VALUES = 1_500_000
_DEEPEST = 4
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_HEAD = ("check", "format", "made_at", "profile", "rows", "version")
_COMMON = ("completed", "district", "financing", "module", "programme", "requested", "state")
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGITS}}}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)


def write_report(report: FiguresReport) -> bytes:
    """A report as a file; equal reports make equal files."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for fact in report.facts:
        groups[_common(fact)].append(fact.booking)
    rows = [dict(zip(_COMMON, common, strict=True), bookings=sorted(groups[common])) for common in sorted(groups)]
    value = {
        "format": FORMAT,
        "version": VERSION,
        "profile": report.profile,
        "made_at": report.made_at.strftime(_MOMENT),
        "rows": rows,
    }
    return _canonical({**value, "check": hashlib.sha256(_canonical(value)).hexdigest()})


def read_report(data: bytes, file: str, texts: Texts) -> FiguresReport:
    """The report in a file; raises AdvisorError(REPORT_FILE) for what ``write_report`` does not write."""
    try:
        value = bounded_json.load(data, _MOST_VALUES, _DEEPEST)
    except (ValueError, RecursionError):
        _refuse(file, "unknown", texts)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        _refuse(file, "unknown", texts)
    version = value.get("version")
    if type(version) is int and version > VERSION:
        _refuse(file, "newer", texts)
    try:
        report = _report(value)
    except (ValueError, TypeError, KeyError):
        _refuse(file, "unsound", texts)
    if write_report(report) != data:
        _refuse(file, "changed", texts)
    return report


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _refuse(file: str, reason: str, texts: Texts) -> NoReturn:
    raise AdvisorError(Problem.REPORT_FILE, file=file, reason=texts(f"exchange.report.{reason}"))


def _common(fact: BookingFact) -> tuple[str, ...]:
    return (
        fact.completed,
        fact.district,
        fact.financing.value,
        fact.module,
        fact.programme,
        fact.requested,
        fact.state.value,
    )


def _report(value: dict[str, Any]) -> FiguresReport:
    """Raises ValueError, TypeError or KeyError for what cannot be."""
    if tuple(sorted(value)) != _HEAD or type(value["version"]) is not int or value["version"] != VERSION:
        raise ValueError("another head")
    facts = sorted((fact for row in value["rows"] for fact in _facts(row)), key=lambda fact: fact.booking)
    if len(facts) > MOST_BOOKINGS or len({fact.booking for fact in facts}) != len(facts):
        raise ValueError("too many bookings, or one twice")
    moment = datetime.strptime(_text(value["made_at"]), _MOMENT).replace(tzinfo=UTC)
    return FiguresReport(profile=_fitting(value["profile"], _DIGEST), made_at=moment, facts=tuple(facts))


def _facts(row: dict[str, Any]) -> Iterator[BookingFact]:
    if tuple(sorted(row)) != tuple(sorted((*_COMMON, "bookings"))) or not row["bookings"]:
        raise ValueError("another row")
    state = BookingState(_text(row["state"]))
    district, completed = _text(row["district"]), _month(row["completed"])
    if fitting_district(district) != district or (completed and state is not BookingState.COMPLETED):
        raise ValueError("no such booking")
    for name in row["bookings"]:
        yield BookingFact(
            booking=_fitting(name, _DIGEST),
            module=_fitting(row["module"], _NAME),
            district=district,
            financing=Financing(_text(row["financing"])),
            programme=_fitting(row["programme"], _NAME) if row["programme"] != "" else "",
            state=state,
            requested=_month(row["requested"]),
            completed=completed,
        )


def _month(value: object) -> str:
    return "" if value == "" else _fitting(value, _MONTH)


def _fitting(value: object, form: re.Pattern[str]) -> str:
    text = _text(value)
    if form.fullmatch(text) is None:
        raise ValueError("not of the form")
    return text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value
