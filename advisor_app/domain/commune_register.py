"""Comparing the register of communes with an official file: what is new, renamed, re-keyed, gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from advisor_app.domain.commune import (
    Commune,
    CommuneKind,
    KeyChange,
    KeyChangeReason,
    KeyHistory,
    absorb,
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

    @property
    def differs(self) -> bool:
        """Whether anything but the status date differs."""
        return self.renamed or self.rekeyed or bool(self.figures)


@dataclass(frozen=True, slots=True)
class Merger:
    """A commune that the file no longer knows, and the id of the one that the key history names as its successor."""

    gone: Commune
    successor: str
    since: date


class KeptReason(Enum):
    """Why the register holds against the file."""

    NEWER = "newer"  # the entry describes a later day than the file
    OWN = "own"  # the entry is the adviser's own
    KEY_REPLACED = "key-replaced"  # the register knows that another key took this one's place


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that stays as it is whatever the file says."""

    current: Commune
    incoming: OfficialEntry
    reason: KeptReason


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterUpdate:
    """What an official file would do to the register; nothing is applied yet.

    ``changed`` are the entries that differ, ``confirmed`` those of which only the status date moves on. ``mergers``
    and ``vanished`` are not in the file: the successor of the former is known, that of the latter has to be asked for.
    ``outdated`` are entries that a file older than the whole register has and the register has no more.
    """

    added: tuple[Commune, ...] = ()
    changed: tuple[EntryChange, ...] = ()
    confirmed: tuple[EntryChange, ...] = ()
    mergers: tuple[Merger, ...] = ()
    vanished: tuple[Commune, ...] = ()
    kept: tuple[Kept, ...] = ()
    outdated: tuple[OfficialEntry, ...] = ()
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
    def result(self) -> tuple[Commune, ...]:
        """The register after the update; what vanished stays until its successor is named (see ``absorb``)."""
        present = [*self.unchanged, *(item.current for item in self.kept), *self.vanished]
        present += [change.after for change in (*self.changed, *self.confirmed)]
        communes = {commune.id: commune for commune in (*present, *self.added)}
        for merger in self.mergers:
            communes[merger.successor] = absorb(communes[merger.successor], merger.gone, merger.since)
        return tuple(communes.values())

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        return not (self.added or self.changed or self.confirmed or self.mergers or self.vanished)

    @property
    def is_incomplete(self) -> bool:
        """Whether over one in twenty entries is missing: then the file is a part of one rather than a reform."""
        missing = len(self.mergers) + len(self.vanished)
        known = missing + len(self.changed) + len(self.confirmed) + len(self.kept) + len(self.unchanged)
        return missing * _INCOMPLETE_SHARE > known


def compare_register(
    current: Sequence[Commune], incoming: Sequence[OfficialEntry], key_changes: Iterable[KeyChange] = ()
) -> RegisterUpdate:
    """What an official file would change in the register; ``key_changes`` is the shipped key history.

    Of each entry the newer status date wins, on the same date the file. Own entries, the special status of a town and
    whatever lies outside Hesse are left alone. Comparing again after applying the result changes nothing.
    """
    register = _Register(current, key_changes)
    added: list[Commune] = []
    changes: list[EntryChange] = []
    kept: list[Kept] = []
    outdated: list[OfficialEntry] = []
    for entry in register.relevant(incoming):
        match = register.match(entry)
        if match is not None:
            reason = register.reason_to_keep(match, entry)
            if reason is None:
                changes.append(EntryChange(match, register.updated(match, entry)))
            else:
                kept.append(Kept(match, entry, reason))
        elif entry.status_date < register.since:
            outdated.append(entry)
        else:
            added.append(register.created(entry))
    status_date = max((entry.status_date for entry in incoming), default=date.min)
    named = {change.before.id for change in changes} | {item.current.id for item in kept}
    rest = [commune for commune in current if commune.id not in named]
    missing = [commune for commune in rest if _is_missing(commune, status_date)]
    present = [*(item.current for item in kept), *(change.after for change in changes), *added]
    mergers = register.mergers(missing, present, status_date)
    merged = {merger.gone.id for merger in mergers}
    missed = {commune.id for commune in missing}
    return RegisterUpdate(
        added=tuple(added),
        changed=tuple(change for change in changes if change.differs),
        confirmed=tuple(change for change in changes if not change.differs and change.before != change.after),
        mergers=mergers,
        vanished=tuple(commune for commune in missing if commune.id not in merged),
        kept=tuple(kept),
        outdated=tuple(outdated),
        unchanged=(
            *(change.before for change in changes if change.before == change.after),
            *(commune for commune in rest if commune.id not in missed),
        ),
    )


class _Register:
    """The present entries by key and id, with the key history that leads from one file to the next.

    ``since`` is the day from which on the register is complete: none of its official entries is older.
    """

    def __init__(self, current: Sequence[Commune], key_changes: Iterable[KeyChange]) -> None:
        known = (step for commune in current for step in commune.key_history)
        self._history = KeyHistory((*key_changes, *known))
        official = [commune for commune in current if not commune.own]
        self.since = min((commune.status_date or date.min for commune in official), default=date.min)
        self._by_id = {commune.id: commune for commune in current}
        self._by_key = {commune.key: commune for commune in current if commune.key is not None}

    def relevant(self, incoming: Sequence[OfficialEntry]) -> tuple[OfficialEntry, ...]:
        """The entries of Hesse; of one commune under two keys the later key."""
        ordered = sorted(incoming, key=lambda entry: self._history.end_of(entry.key) is None)
        return tuple({self._history.first_key(e.key): e for e in ordered if e.key.startswith(LAND)}.values())

    def match(self, entry: OfficialEntry) -> Commune | None:
        """The commune with the entry's key, the successor of that key, or the commune re-keyed to it."""
        direct = self._by_key.get(entry.key)
        if direct is not None:
            return direct
        successor = self._history.successor(entry.key, self._by_key)
        if successor is not None:
            return self._by_key[successor]
        return self._by_id.get(official_id(self._history.first_key(entry.key)))

    def reason_to_keep(self, commune: Commune, entry: OfficialEntry) -> KeptReason | None:
        """Why the file must not change this commune, None where it may."""
        if commune.own:
            return KeptReason.OWN
        if commune.status_date is not None and commune.status_date > entry.status_date:
            return KeptReason.NEWER
        if commune.key != entry.key and self._history.end_of(entry.key) is not None:
            return KeptReason.KEY_REPLACED
        return None

    def created(self, entry: OfficialEntry) -> Commune:
        """A commune that the register did not have."""
        return Commune(
            id=official_id(self._history.first_key(entry.key)),
            key=entry.key,
            name=entry.name,
            kind=entry.kind,
            designation=entry.designation,
            district_key=entry.district_key,
            district=entry.district,
            population=entry.population,
            status_date=entry.status_date,
            key_history=self._history.leading_to(entry.key),
            source=entry.source,
        )

    def updated(self, commune: Commune, entry: OfficialEntry) -> Commune:
        """The commune as the file has it; a town keeps its special status unless it became free of its district."""
        keeps_status = commune.special_status and entry.kind is CommuneKind.MUNICIPALITY
        after = replace(
            commune,
            key=entry.key,
            name=entry.name,
            kind=commune.kind if keeps_status else entry.kind,
            designation=commune.designation if keeps_status else entry.designation,
            district_key=entry.district_key,
            district=entry.district,
            population=entry.population,
            status_date=entry.status_date,
            key_history=self._history_after(commune, entry),
        )
        # What the file merely repeats keeps its source.
        return after if after == commune else replace(after, source=entry.source)

    def mergers(self, missing: Iterable[Commune], present: Iterable[Commune], status_date: date) -> tuple[Merger, ...]:
        """Those of the missing communes whose successor the key history names."""
        by_key = {commune.key: commune.id for commune in present if commune.key is not None}
        found = []
        for commune in missing:
            end = None if commune.key is None else self._history.end_of(commune.key)
            successor = None if end is None else self._history.successor(end.old_key, by_key)
            if end is not None and successor is not None and end.since <= status_date:
                found.append(Merger(commune, by_key[successor], end.since))
        return tuple(found)

    def _history_after(self, commune: Commune, entry: OfficialEntry) -> tuple[KeyChange, ...]:
        history = commune.key_history
        if entry.key != commune.key:
            history += tuple(step for step in self._history.leading_to(entry.key) if step not in history)
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
        return history


def _is_missing(commune: Commune, status_date: date) -> bool:
    """Whether a file of that day ought to have named the commune."""
    if commune.own or commune.key is None or not commune.key.startswith(LAND):
        return False
    return commune.status_date is None or commune.status_date <= status_date
