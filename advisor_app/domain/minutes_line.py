"""What somebody means who types an entry of the minutes in one line: „@Bauamt bis 30.09. Leitfaden schreiben“."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from advisor_app.domain.days import read_day
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.minutes import WITH_UNTIL, WITH_WHO, EntryKind

KEYS = {
    "n": EntryKind.NOTE,
    "b": EntryKind.DECISION,
    "a": EntryKind.TASK,
    "o": EntryKind.OPEN_POINT,
    "t": EntryKind.PARKED,
    "z": EntryKind.QUOTE,
}
"""The letter that chooses a kind: of its German name, in either language of the window."""

_PREFIX = re.compile(r"([nbaotz])(?:[ \N{NO-BREAK SPACE}]|:\s?)", re.IGNORECASE)
_QUOTED = re.compile(r"(?<!\S)@[„“\"]([^“”\"]+)[“”\"]:?")
_ONE_WORD = re.compile(r"(?<!\S)@([^\s@,;:]+)[,;:]?")
_DAY = r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\s?\d{2}(?!\d))?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?"
_UNTIL = re.compile(
    rf"(?<!\S)(?:bis|until)\s+(?:zum\s+|am\s+)?(?:\w{{2,10}},\s+)?({_DAY}|[^\W\d_]+)[,;:]?(?!\S)", re.IGNORECASE
)
_WEEKDAYS = (
    ("montag", "monday"), ("dienstag", "tuesday"), ("mittwoch", "wednesday"), ("donnerstag", "thursday"),
    ("freitag", "friday"), ("samstag", "saturday"), ("sonntag", "sunday"),
)  # fmt: skip
_SOON = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "übermorgen": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesLine:
    """A line taken apart: what is left of it as text, who it names, and the day."""

    text: str
    who: str = ""
    until: date | None = None


def kind_of(line: str) -> tuple[EntryKind | None, str]:
    """The kind that a line chooses by its first letter (``a Leitfaden``, ``B: …``), and the line without it."""
    match = _PREFIX.match(line)
    return (None, line) if match is None else (KEYS[match[1].lower()], line[match.end() :])


def read_line(line: str, kind: EntryKind, today: date, known: Iterable[str] = ()) -> MinutesLine:
    """Take a line apart as far as its kind has a who and a day; what is not understood stays in the text.

    ``known`` are names of several words that may follow an @ as they stand (Haupt- und Personalamt).
    """
    who, until, rest = "", None, line
    if kind in WITH_WHO:
        who, rest = _who(rest, known)
    if kind in WITH_UNTIL:
        until, rest = _until(rest, today)
    text = " ".join(rest.split())
    return MinutesLine(text=text, who=who, until=until)


def _who(line: str, known: Iterable[str]) -> tuple[str, str]:
    names = sorted({name.strip() for name in known if name.strip()}, key=len, reverse=True)
    patterns = [re.compile(rf"(?<!\S)@({re.escape(name)})[,;:]?(?![\w-])", re.IGNORECASE) for name in names]
    for pattern in (_QUOTED, *patterns, _ONE_WORD):
        found = [match[1].strip() for match in pattern.finditer(line)]
        if found:
            rest = pattern.sub(" ", line)
            further, rest = _who(rest, names) if "@" in rest else ("", rest)
            return ", ".join(dict.fromkeys(filter(None, (*found, further)))), rest
    return "", line


def _until(line: str, today: date) -> tuple[date | None, str]:
    for match in _UNTIL.finditer(line):
        day = _day(match[1], today)
        if day is not None:
            return day, f"{line[: match.start()]} {line[match.end() :]}"
    return None, line


def _day(words: str, today: date) -> date | None:
    name = words.casefold()
    if name in _SOON:
        return today + timedelta(days=_SOON[name])
    for place, names in enumerate(_WEEKDAYS):
        if name in names:
            return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)
    if not any(letter.isdigit() for letter in name):
        return None
    try:
        return read_day(words, today)
    except AdvisorError:
        return None
