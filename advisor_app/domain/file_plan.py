"""The extract of a filing plan: its entries, and the tree that their numbers tell.

An entry belongs to the entry with whose number its own begins (02.10 to 02, 02 to 0). As such a number is always
shorter, the tree cannot hold a circle, whatever is typed or brought in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from advisor_app.domain.plan import natural_order
from advisor_app.domain.words import Words

_SEPARATOR = re.compile(r"[^0-9A-Za-zÄÖÜäöüß]")
_COUNTED = re.compile(r"\s*[0-9][^0-9A-Za-zÄÖÜäöüß]")
_LAST_FIGURES = re.compile(r"(\d+)(?!.*\d)", re.DOTALL)
MOST_ENTRIES = 2_000
"""More are a whole plan and no extract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlanEntry:
    """An entry of the extract; ``retention`` is what the house has laid down, in its own words."""

    id: str
    number: str = ""
    title: str = ""
    retention: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry in its place: under which one (None: outermost), and how deep, from 0."""

    entry: FilePlanEntry
    parent: str | None
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFiling:
    """Where a group filed a document of the exercise: under which entry, or that it belongs to no file.

    ``id`` is the document's in the content pack.
    """

    id: str
    entry: str = ""
    is_left_out: bool = False
    remark: Words = Words()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said: then it is no record."""
        return self == SampleFiling(id=self.id)


def in_order(entries: Iterable[FilePlanEntry]) -> tuple[FilePlanEntry, ...]:
    """Entries by their numbers, those without one at the end."""
    listed = tuple(entries)
    is_counted = _is_counted(listed)
    return tuple(sorted(listed, key=lambda entry: _key(entry, is_counted=is_counted)))


def placed(entries: Iterable[FilePlanEntry]) -> tuple[PlacedEntry, ...]:
    """The tree from the top down; of entries with the same number the first one holds those under it."""
    ordered = in_order(entries)
    is_counted = _is_counted(ordered)
    by_number: dict[str, FilePlanEntry] = {}
    for entry in ordered:
        if entry.number.strip():
            by_number.setdefault(entry.number.strip(), entry)
    parents = {entry.id: _parent(entry, by_number, is_counted=is_counted) for entry in ordered}
    children: dict[str | None, list[FilePlanEntry]] = {}
    for entry in ordered:
        children.setdefault(parents[entry.id], []).append(entry)
    waiting = [(entry, 0) for entry in reversed(children.get(None, []))]
    found = []
    while waiting:
        entry, depth = waiting.pop()
        found.append(PlacedEntry(entry, parents[entry.id], depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(entry.id, []))]
    return tuple(found)


def branch(entries: Iterable[FilePlanEntry], name: str) -> tuple[FilePlanEntry, ...]:
    """An entry and everything under it."""
    tree = placed(entries)
    inside = {name}
    for item in tree:
        if item.parent in inside:
            inside.add(item.entry.id)
    return tuple(item.entry for item in tree if item.entry.id in inside)


def number_under(entries: Iterable[FilePlanEntry], name: str | None) -> str:
    """A free number under an entry (None: outermost): after the last one there, else the first one under it.

    Empty under an entry that has no number itself.
    """
    tree = placed(entries)
    taken = {item.entry.number.strip() for item in tree}
    under = [item.entry.number.strip() for item in tree if item.parent == name and item.entry.number.strip()]
    above = next((item.entry.number.strip() for item in tree if item.entry.id == name), "")
    if name is not None and not above:
        return ""
    number = _counted_up(under[-1]) if under else _first_under(above, taken)
    if not _is_under(number, above):
        number = _first_under(above, taken)
    while number in taken:
        number = _counted_up(number)
    return number


def renumbered(entries: Iterable[FilePlanEntry], name: str, number: str) -> tuple[FilePlanEntry, ...]:
    """The entry with another number and everything under it moved along; only what changes is given."""
    moved = branch(entries, name)
    old, new = moved[0].number.strip(), number.strip()
    found = [replace(moved[0], number=new)] if moved[0].number != new else []
    if old and new:
        found += [replace(entry, number=new + entry.number.strip()[len(old) :]) for entry in moved[1:] if old != new]
    return tuple(found)


def doubled(entries: Iterable[FilePlanEntry]) -> frozenset[str]:
    """Ids of entries whose number another one has as well."""
    by_number: dict[str, list[str]] = {}
    for entry in entries:
        if entry.number.strip():
            by_number.setdefault(entry.number.strip(), []).append(entry.id)
    return frozenset(name for names in by_number.values() if len(names) > 1 for name in names)


def _is_counted(entries: Iterable[FilePlanEntry]) -> bool:
    """Whether figures count (1.1, 12.3) rather than nest one by one (0, 02, 020)."""
    return any(_COUNTED.match(entry.number) for entry in entries)


_Parts = tuple[tuple[tuple[int, int | str], ...], ...]


def _key(entry: FilePlanEntry, *, is_counted: bool) -> tuple[bool, _Parts, str, str]:
    number = entry.number.strip()
    parts = _SEPARATOR.split(number)
    names = tuple(natural_order(part) for part in parts)
    return (not number, names if is_counted else (_figures(parts[0]), *names), number, entry.id)


def _figures(part: str) -> tuple[tuple[int, int | str], ...]:
    """A part figure by figure, so that 02 stands under 0 and before 1."""
    return tuple((0, int(letter)) if letter.isdecimal() else (1, letter) for letter in part)


def _first_under(above: str, taken: Iterable[str]) -> str:
    """The first number under another one, in the manner of those there are."""
    numbers = [number for number in taken if _SEPARATOR.search(number)]
    if not above:
        return "1" if any(_COUNTED.match(number) for number in numbers) else "0"
    separator = next((found[0] for number in sorted(numbers) if (found := _SEPARATOR.search(number))), ".")
    counts_by_one = bool(numbers) and not any(number.endswith("0") for number in numbers)
    return f"{above}{separator}{'1' if counts_by_one else '10'}"


def _is_under(number: str, above: str) -> bool:
    return number.startswith(above) and number != above


def _parent(entry: FilePlanEntry, by_number: Mapping[str, FilePlanEntry], *, is_counted: bool) -> str | None:
    number = entry.number.strip()
    if not number:
        return None
    own = by_number[number]
    for shorter in _beginnings(number, is_counted=is_counted):
        if shorter in by_number and by_number[shorter] is not own:
            return by_number[shorter].id
    return None


def _beginnings(number: str, *, is_counted: bool) -> Iterator[str]:
    """Shorter numbers that this one may stand under, the longest first.

    Figures nest one by one only before the first separator, and only where no number says that they count (1.1, 12.3).
    """
    separators = [found.start() for found in _SEPARATOR.finditer(number)]
    first = separators[0] if separators else len(number)
    for end in range(len(number) - 1, 0, -1):
        if end in separators or (end < first and not is_counted and number[:end].isdecimal()):
            yield number[:end]


def _counted_up(number: str) -> str:
    found = _LAST_FIGURES.search(number)
    if found is None:
        return f"{number}1"
    step = 10 if len(found[1]) > 1 and found[1].endswith("0") and found.start() > 0 else 1
    counted = str(int(found[1]) + step).zfill(len(found[1]))
    return number[: found.start()] + counted + number[found.end() :]
