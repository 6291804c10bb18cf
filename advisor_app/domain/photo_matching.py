"""Which photo belongs to which placeholder („Foto folgt“), by the time it was taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=30)
"""A photo taken further from a placeholder than this is not proposed for it."""
MARGIN = timedelta(minutes=2)
"""A match is sure where nothing else comes nearer than this much behind it."""


@dataclass(frozen=True, slots=True)
class Match:
    """What is proposed for one photo: a placeholder or none (None).

    ``candidates`` are the placeholders within the window, nearest first. ``sure``: nothing else comes near.
    """

    placeholder: str | None = None
    candidates: tuple[str, ...] = ()
    sure: bool = False


def match(
    placeholders: Mapping[str, datetime],
    photos: Mapping[str, datetime | None],
    *,
    window: timedelta = WINDOW,
    margin: timedelta = MARGIN,
) -> dict[str, Match]:
    """A proposal for each photo, by its name.

    Each placeholder takes one photo at most, and photos keep the order of the placeholders. Of all ways to do so that
    which fills most placeholders holds, and of these the one with the smallest distances. Photos without a time are
    proposed for none.
    """
    wanted = sorted((at, name) for name, at in placeholders.items())
    taken = sorted((at, name) for name, at in photos.items() if at is not None)
    pairs = _aligned([at for at, _ in wanted], [at for at, _ in taken], window)
    proposed = {taken[photo][1]: wanted[place][1] for place, photo in pairs}
    matches = {name: Match() for name in photos}
    for at, name in taken:
        near = sorted((abs(at - place), place, key) for place, key in wanted if abs(at - place) <= window)
        placeholder = proposed.get(name)
        sure = placeholder is not None and _is_sure(placeholder, name, placeholders, photos, margin)
        matches[name] = Match(placeholder, tuple(key for _, _, key in near), sure)
    return matches


def _is_sure(
    placeholder: str,
    photo: str,
    placeholders: Mapping[str, datetime],
    photos: Mapping[str, datetime | None],
    margin: timedelta,
) -> bool:
    """Whether no other placeholder comes as near to the photo and no other photo to the placeholder."""
    place, at = placeholders[placeholder], photos[photo]
    if at is None:
        return False
    others = [abs(at - other) for name, other in placeholders.items() if name != placeholder]
    others += [abs(other - place) for name, other in photos.items() if name != photo and other is not None]
    return all(distance > abs(at - place) + margin for distance in others)


def _aligned(places: Sequence[datetime], times: Sequence[datetime], window: timedelta) -> list[tuple[int, int]]:
    """Pairs of places and times in order: as many as possible, then with the smallest sum of distances."""
    # best[i][j]: of the first i places and j times, how many stay without a photo, and the sum of distances
    nothing = timedelta()
    best: list[list[tuple[int, timedelta]]] = [[(0, nothing)] * (len(times) + 1)]
    for i, place in enumerate(places):
        row = [(i + 1, nothing)]
        for j, at in enumerate(times):
            missing, total = best[i][j + 1]
            options = [(missing + 1, total), row[j]]
            if abs(at - place) <= window:
                options.append((best[i][j][0], best[i][j][1] + abs(at - place)))
            row.append(min(options))
        best.append(row)
    pairs = []
    i, j = len(places), len(times)
    while i and j:
        distance = abs(times[j - 1] - places[i - 1])
        missing, total = best[i - 1][j - 1]
        if best[i][j] == best[i][j - 1]:
            j -= 1
        elif distance <= window and best[i][j] == (missing, total + distance):
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        else:
            i -= 1
    return pairs[::-1]
