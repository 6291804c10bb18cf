"""Comparing the register of communes with an official file: what is new, renamed, re-keyed, gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from advisor_app.domain.commune import (
    Commune,
    CommuneKind,
    KeyChange,
    KeyChangeReason,
    official_id,
)

LAND = "06"
"""The Land whose communes an official file may change: Hesse."""

_INCOMPLETE_SHARE = 20
_FIGURES = ("kind", "designation", "district_key", "district", "population")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialEntry:
    """A commune as an official file describes it on ``status_date``; a district's population is that of its parts."""

    key: str
    name: str
    kind: CommuneKind
    designation: str
    district_key: str
    district: str
    population: int
    status_date: date
    source: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry of the register before and after the file."""

    before: Commune
    after: Commune

    @property
    def renamed(self) -> bool:
        """Whether the name differs."""
        return self.before.name != self.after.name

    @property
    def rekeyed(self) -> bool:
        """Whether the key differs."""
        return self.before.key != self.after.key

    @property
    def figures(self) -> tuple[str, ...]:
        """Fields that differ apart from name and key: kind, designation, district_key, district, population."""
        return tuple(name for name in _FIGURES if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class Merger:
    """A commune that the file no longer knows, and the one that the key history names as its successor."""

    gone: Commune
    successor: Commune
    since: date


class KeptReason(Enum):
    """Why the register holds against the file."""

    NEWER = "newer"  # the entry describes a later day than the file
    OWN = "own"  # the entry is the adviser's own
    KEY_REPLACED = "key-replaced"  # the register knows that another key took this one's place


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that stays as it is although the file says something else."""

    current: Commune
    incoming: OfficialEntry
    reason: KeptReason


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterUpdate:
    """What an official file would do to the register; nothing is applied yet.

    ``changed`` are the entries that differ, ``confirmed`` those of which only the status date moves on. ``mergers``
    and ``vanished`` are not in the file: the successor of the former is known, that of the latter has to be asked for.
    """

    added: tuple[Commune, ...] = ()
    changed: tuple[EntryChange, ...] = ()
    confirmed: tuple[EntryChange, ...] = ()
    mergers: tuple[Merger, ...] = ()
    vanished: tuple[Commune, ...] = ()
    kept: tuple[Kept, ...] = ()
    unchanged: tuple[Commune, ...] = ()

    @property
    def renamed(self) -> tuple[EntryChange, ...]:
        """The changed entries with another name."""
        return tuple(change for change in self.changed if change.renamed)

    @property
    def rekeyed(self) -> tuple[EntryChange, ...]:
        """The changed entries with another key."""
        return tuple(change for change in self.changed if change.rekeyed)

    @property
    def refigured(self) -> tuple[EntryChange, ...]:
        """The changed entries whose name and key stay."""
        return tuple(change for change in self.changed if not change.renamed and not change.rekeyed)

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        return not (self.added or self.changed or self.confirmed or self.mergers or self.vanished)

    @property
    def is_incomplete(self) -> bool:
        """Whether more than one in twenty official entries is missing: the file is part of a file rather than a reform."""
        missing = len(self.mergers) + len(self.vanished)
        known = missing + len(self.changed) + len(self.confirmed) + len(self.kept) + len(self.unchanged)
        return missing * _INCOMPLETE_SHARE > known


def compare_register(
    current: Sequence[Commune], incoming: Sequence[OfficialEntry], key_changes: Sequence[KeyChange] = ()
) -> RegisterUpdate:
    """What an official file would change in the register; ``key_changes`` is the shipped key history.

    Of each entry the newer status date wins, on the same date the file. Own entries, the special status of a town and
    whatever lies outside Hesse are left alone. Comparing again after applying the result changes nothing.
    """
    matcher = _Matcher(current, incoming, key_changes)
    added: list[Commune] = []
    changes: list[EntryChange] = []
    kept: list[Kept] = []
    for entry in matcher.incoming:
        match = matcher.match(entry)
        if match is None:
            added.append(_created(entry, matcher.key_changes))
        elif reason := matcher.reason_to_keep(match, entry):
            kept.append(Kept(match, entry, reason))
        else:
            changes.append(EntryChange(match, _updated(match, entry, matcher.key_changes)))
    touched = {change.before.id for change in changes} | {item.current.id for item in kept}
    mergers, vanished, untouched = _missing(current, touched, matcher, [*added, *(change.after for change in changes)])
    different = [change for change in changes if change.renamed or change.rekeyed or change.figures]
    alike = [change for change in changes if not (change.renamed or change.rekeyed or change.figures)]
    return RegisterUpdate(
        added=tuple(added),
        changed=tuple(different),
        confirmed=tuple(change for change in alike if change.before != change.after),
        mergers=mergers,
        vanished=vanished,
        kept=tuple(kept),
        unchanged=(*(change.before for change in alike if change.before == change.after), *untouched),
    )


class _Matcher:
    """Finds for each entry of a file the commune of the register that it describes."""

    def __init__(
        self, current: Sequence[Commune], incoming: Sequence[OfficialEntry], key_changes: Iterable[KeyChange]
    ) -> None:
        self.incoming = tuple(entry for entry in incoming if entry.key.startswith(LAND))
        self.status_date = max((entry.status_date for entry in self.incoming), default=date.min)
        known = (change for commune in current for change in commune.key_history)
        self.key_changes: tuple[KeyChange, ...] = tuple(dict.fromkeys((*key_changes, *known)))
        self._by_id = {commune.id: commune for commune in current}
        self._by_key = {commune.key: commune for commune in current if commune.key is not None}
        self._successor = {change.old_key: change for change in self.key_changes if change.old_key != change.new_key}
        self._direct = {entry.key for entry in self.incoming}

    def match(self, entry: OfficialEntry) -> Commune | None:
        """The commune with the entry's key, the one that bears its key's successor, or the one re-keyed to it."""
        return (
            self._by_key.get(entry.key)
            or self.successor_of(entry.key, self._by_key)
            or self._by_id.get(official_id(entry.key, self.key_changes))
            or self._predecessor_of(entry.key)
        )

    def reason_to_keep(self, commune: Commune, entry: OfficialEntry) -> KeptReason | None:
        """Why the file must not change this commune, None where it may."""
        if commune.own:
            return KeptReason.OWN
        if commune.status_date is not None and commune.status_date > entry.status_date:
            return KeptReason.NEWER
        if commune.key != entry.key and (commune.key in self._direct or self._is_retired(entry.key)):
            return KeptReason.KEY_REPLACED
        return None

    def successor_of(self, key: str, communes: Mapping[str, Commune]) -> Commune | None:
        """The commune to which the key history leads from a key."""
        seen = {key}
        while (change := self._successor.get(key)) is not None and change.new_key not in seen:
            key = change.new_key
            if key in communes:
                return communes[key]
            seen.add(key)
        return None

    def change_from(self, key: str) -> KeyChange | None:
        """The step of the key history that ends a key."""
        return self._successor.get(key)

    def _predecessor_of(self, key: str) -> Commune | None:
        rekeyed = (change for change in self.key_changes if change.reason is KeyChangeReason.REKEYED)
        earlier = {change.new_key: change.old_key for change in rekeyed}
        seen: set[str] = set()
        while key in earlier and key not in seen:
            seen.add(key)
            key = earlier[key]
            if key in self._by_key:
                return self._by_key[key]
        return None

    def _is_retired(self, key: str) -> bool:
        return self.successor_of(key, self._by_key) is not None


def _created(entry: OfficialEntry, key_changes: Iterable[KeyChange]) -> Commune:
    history = _history_of(entry.key, key_changes)
    return Commune(
        id=official_id(entry.key, history),
        key=entry.key,
        name=entry.name,
        kind=entry.kind,
        designation=entry.designation,
        district_key=entry.district_key,
        district=entry.district,
        population=entry.population,
        status_date=entry.status_date,
        key_history=history,
        source=entry.source,
    )


def _updated(commune: Commune, entry: OfficialEntry, key_changes: Iterable[KeyChange]) -> Commune:
    """The commune as the file describes it; a town with special status keeps it unless it left its district."""
    keeps_status = commune.special_status and entry.kind is CommuneKind.MUNICIPALITY
    history = commune.key_history
    if entry.key != commune.key:
        history += tuple(change for change in _history_of(entry.key, key_changes) if change not in history)
    if entry.name != commune.name:
        history += (
            KeyChange(
                old_key=entry.key,
                new_key=entry.key,
                since=entry.status_date,
                reason=KeyChangeReason.RENAMED,
                old_name=commune.name,
            ),
        )
    after = replace(
        commune,
        key=entry.key,
        name=entry.name,
        kind=commune.kind if keeps_status else entry.kind,
        designation=commune.designation if keeps_status else entry.designation,
        district_key=entry.district_key,
        district=entry.district,
        population=entry.population,
        key_history=history,
    )
    if after == commune and entry.status_date == commune.status_date:
        return commune
    return replace(after, status_date=entry.status_date, source=entry.source)


def _history_of(key: str, key_changes: Iterable[KeyChange]) -> tuple[KeyChange, ...]:
    """The steps of the key history that lead to a key, oldest first."""
    changes = [change for change in key_changes if change.old_key != change.new_key]
    keys, steps, grown = {key}, set[KeyChange](), True
    while grown:
        leading = {change for change in changes if change.new_key in keys} - steps
        grown = bool(leading)
        steps |= leading
        keys |= {change.old_key for change in leading}
    return tuple(sorted(steps, key=lambda change: (change.since, change.old_key)))


def _missing(
    current: Sequence[Commune], touched: set[str], matcher: _Matcher, after: Sequence[Commune]
) -> tuple[tuple[Merger, ...], tuple[Commune, ...], tuple[Commune, ...]]:
    """The communes that the file does not name: merged, vanished, or none of its business."""
    remaining = {commune.key: commune for commune in (*current, *after) if commune.key is not None}
    mergers: list[Merger] = []
    vanished: list[Commune] = []
    untouched: list[Commune] = []
    for commune in current:
        if commune.id in touched:
            continue
        newer = commune.status_date is not None and commune.status_date > matcher.status_date
        if commune.own or commune.key is None or not commune.key.startswith(LAND) or newer or not matcher.incoming:
            untouched.append(commune)
            continue
        change = matcher.change_from(commune.key)
        successor = matcher.successor_of(commune.key, remaining)
        if change is not None and successor is not None and change.since <= matcher.status_date:
            mergers.append(Merger(commune, successor, change.since))
        else:
            vanished.append(commune)
    return tuple(mergers), tuple(vanished), tuple(untouched)
