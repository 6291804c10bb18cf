"""Where German words may be broken."""

from __future__ import annotations

from functools import lru_cache

from pyphen import Pyphen  # type: ignore[import-untyped]  # the package ships no types

_SHORTEST_WORD = 6
_SHORTEST_PART = 3
_SHORTEST_SYLLABLE = 2


@lru_cache(maxsize=4)
def _dictionary(language: str) -> Pyphen:
    return Pyphen(lang=language.replace("-", "_"), left=_SHORTEST_PART, right=_SHORTEST_PART)


@lru_cache(maxsize=20_000)
def break_points(word: str, language: str) -> tuple[int, ...]:
    """Places before which a word of letters may be broken; none in abbreviations and short words.

    The patterns know a few places that leave a single letter alone (über-a-r-beiten): these are skipped.
    """
    if len(word) < _SHORTEST_WORD or not word.isalpha() or word.isupper():
        return ()
    points: list[int] = []
    for point in map(int, _dictionary(language).positions(word)):
        if not points or point - points[-1] >= _SHORTEST_SYLLABLE:
            points.append(point)
    return tuple(points)
