"""Where words may be broken, by the patterns of the languages that pyphen ships.

Only the patterns are taken: reading the German ones into pyphen's own form costs half a second in every process, and
finding the few that a document needs as they are asked for costs a tenth of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from pyphen import LANGUAGES  # type: ignore[import-untyped]  # the package ships no types

_SHORTEST_WORD = 6
_SHORTEST_PART = 3
_VOWELS = frozenset("aeiouyäöü")

_NO_PATTERNS = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUND", "NEXTLEVEL")
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns by their letters (``1ab2`` under ``ab``), and the length of the longest."""

    by_letters: Mapping[str, str]
    longest: int


@lru_cache(maxsize=4)
def _patterns(language: str) -> _Patterns:
    file: Path = LANGUAGES[language.replace("-", "_")]
    data = file.read_bytes()
    encoding = data.split(b"\n", 1)[0].strip().decode("ascii")
    lines = map(str.strip, data.decode(encoding).split("\n")[1:])
    patterns = [line for line in lines if line and not line.startswith(_NO_PATTERNS)]
    letters = _DIGIT.sub("", "\n".join(patterns)).split("\n")  # all at once: a window waits for this
    return _Patterns(dict(zip(letters, patterns, strict=True)), max(map(len, letters)))


@lru_cache(maxsize=20_000)
def break_points(word: str, language: str) -> tuple[int, ...]:
    """Places before which a word of letters may be broken; none in abbreviations and short words."""
    if len(word) < _SHORTEST_WORD or not word.isalpha() or word.isupper():
        return ()
    lower = word.lower()
    points = [
        point for point in _allowed(lower, _patterns(language)) if _SHORTEST_PART <= point <= len(word) - _SHORTEST_PART
    ]
    return tuple(point for point in points if point not in _lonely(lower, points))


def _lonely(word: str, points: list[int]) -> set[int]:
    """Places that leave a letter alone, as the patterns do at the joints of some compounds (Star-k-regen).

    A consonant belongs to what stands before it, a vowel to what follows; an s before t or p may be either.
    """
    dropped: set[int] = set()
    for before, after in pairwise(points):
        if after - before > 1:
            continue
        if word[before] in _VOWELS:
            dropped.add(after)
        elif word[before] == "s" and word[after] in "tp":
            dropped |= {before, after}
        else:
            dropped.add(before)
    return dropped


def _allowed(word: str, patterns: _Patterns) -> Iterator[int]:
    """Places with an odd value, where the highest of all patterns that fit counts (Liang's method)."""
    bounded = f".{word}."
    values = [0] * (len(bounded) + 1)
    for start in range(len(bounded)):
        for end in range(start + 1, min(start + patterns.longest, len(bounded)) + 1):
            pattern = patterns.by_letters.get(bounded[start:end])
            if pattern is None:
                continue
            place = start
            for character in pattern:
                if character.isdigit():
                    values[place] = max(values[place], int(character))
                else:
                    place += 1
    for place, value in enumerate(values):
        if value % 2:
            yield place - 1
