"""A step of a process written as one line: „Bürgerbüro: Antrag drucken [Fachverfahren] 4m 2t !Ausdruck“.

Actor and colon, aid in brackets, minutes and days are optional; a „!“ alone is a media break of no told kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from advisor_app.domain.process import LONGEST_STEP, MediaBreak, ProcessStep

BREAK_MARKS: Mapping[str, MediaBreak] = {
    "druck": MediaBreak.PRINT,
    "tippen": MediaBreak.RETYPE,
    "scan": MediaBreak.SCAN,
    "papier": MediaBreak.PAPER,
    "unterschrift": MediaBreak.SIGNATURE,
}
"""Words after „!“ that tell the kind of a media break; beginnings of them do, too."""

_NUMBER = r"(\d{1,4}(?:[.,]\d)?)"
_MINUTES = re.compile(rf"(?<!\S){_NUMBER}\s?(?:m|min|Min\.?)(?!\S)")
_HOURS = re.compile(rf"(?<!\S){_NUMBER}\s?(?:h|Std\.?)(?!\S)")
_DAYS = re.compile(rf"(?<!\S){_NUMBER}\s?(?:t|T|d|Tage?)(?!\S)")
_BREAK = re.compile(r"(?<!\S)!([A-Za-zÄÖÜäöüß]*)(?!\S)")
_AID = re.compile(r"\[([^\[\]]*)\]")
_ACTOR = re.compile(r"^\s*([^:\[\]!]{1,60}?)\s*:\s+")


def read_step(line: str, step_id: str) -> ProcessStep:
    """The step that a line tells of; what is no mark is its title, so every line can be read."""
    rest = line
    actor = _ACTOR.match(rest)
    if actor:
        rest = rest[actor.end() :]
    rest, aid = _taken(_AID, rest)
    rest, minutes = _taken(_MINUTES, rest)
    rest, hours = _taken(_HOURS, rest) if minutes is None else (rest, None)
    rest, days = _taken(_DAYS, rest)
    rest, mark = _taken(_BREAK, rest)
    time = _number(minutes) if hours is None else min(_amount(hours) * 60, LONGEST_STEP)
    return ProcessStep(
        id=step_id,
        title=" ".join(rest.split()),
        actor=actor[1] if actor else "",
        aid=(aid or "").strip(),
        minutes=time,
        waiting_days=_number(days),
        media_break=None if mark is None else _break_named(mark),
    )


def line_of(step: ProcessStep) -> str:
    """The line that tells of a step; problem, idea and documents have no place in it."""
    marks = {kind: word for word, kind in BREAK_MARKS.items()}
    parts = (
        f"{step.actor}:" if step.actor else "",
        step.title,
        f"[{step.aid}]" if step.aid else "",
        "" if step.minutes is None else f"{_shown(step.minutes)}m",
        "" if step.waiting_days is None else f"{_shown(step.waiting_days)}t",
        "" if step.media_break is None else f"!{marks.get(step.media_break, '').capitalize()}",
    )
    return " ".join(filter(None, parts))


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str | None]:
    """The text without the first place that matches, and what stood there; None where nothing matches."""
    found = pattern.search(text)
    return (text, None) if found is None else (f"{text[: found.start()]} {text[found.end() :]}", found[1])


def _number(words: str | None) -> Decimal | None:
    return None if words is None else _amount(words)


def _amount(words: str) -> Decimal:
    return Decimal(words.replace(",", "."))


def _break_named(word: str) -> MediaBreak:
    found = (kind for name, kind in BREAK_MARKS.items() if word and name.startswith(word.casefold()))
    return next(found, MediaBreak.OTHER)


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")
