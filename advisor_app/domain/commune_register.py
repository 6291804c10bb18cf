"""The register of communes: shipped entries with edited and imported ones, and its comparison with official files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from advisor_app.domain.commune import (
    Commune,
    CommuneKind,
    KeyChange,
    KeyChangeReason,
    KeyHistory,
    official_id,
)
from advisor_app.domain.register_update import EntryChange, Kept, KeptReason, Merger, OfficialEntry, RegisterUpdate

LAND = "06"
"""The Land whose communes an official file may change: Hesse."""


def overlaid(shipped: Sequence[Commune], differing: Sequence[Commune]) -> tuple[Commune, ...]:
    """The register in use: the shipped entries, replaced and joined by those that were edited or imported.

    An own entry always holds; an imported one unless a newer program ships a later status, which then takes over its
    history, but for an end that it contradicts. A commune whose key the history gives up has been merged or dissolved
    and is left out. Keys come out unique.
    """
    communes = {commune.id: commune for commune in shipped}
    for entry in differing:
        base = communes.get(entry.id)
        if base is None or entry.own or (entry.status_date or date.min) >= (base.status_date or date.min):
            communes[entry.id] = entry
        else:
            known = (step for step in entry.key_history if step.reason is not KeyChangeReason.DISSOLVED)
            history = tuple(dict.fromkeys((*base.key_history, *known)))
            communes[entry.id] = replace(base, key_history=history)
    history_of_all = KeyHistory(step for commune in communes.values() for step in commune.key_history)
    shipped_ids = {commune.id for commune in shipped}
    taken: set[str] = set()
    register: list[Commune] = []
    for commune in sorted(communes.values(), key=lambda commune: (not commune.own, commune.id not in shipped_ids)):
        if commune.key is not None:
            is_gone = not commune.own and history_of_all.end_of(commune.key) is not None
            if is_gone or commune.key in taken:
                continue
            taken.add(commune.key)
        register.append(commune)
    return tuple(register)


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
    entries = register.relevant(incoming)
    for entry in entries:
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
    status_date = max((entry.status_date for entry in entries), default=date.min)
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
        status_date=status_date if entries else None,
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
            missing_since=None,
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
