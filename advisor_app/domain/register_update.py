"""What an official municipality file would do to the register of communes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from advisor_app.domain.commune import Commune, CommuneKind, absorb

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
    ``status_date`` is the day that the file describes, None for a file without entries.
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
    status_date: date | None = None

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
        """The register after the update; what vanished stays until it is said what became of it (see ``absorb``)."""
        present = [*self.unchanged, *(item.current for item in self.kept)]
        present += [replace(item, missing_since=item.missing_since or self.status_date) for item in self.vanished]
        present += [change.after for change in (*self.changed, *self.confirmed)]
        communes = {commune.id: commune for commune in (*present, *self.added)}
        for merger in self.mergers:
            communes[merger.successor] = absorb(communes[merger.successor], merger.gone, merger.since)
        return tuple(communes.values())

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        newly_vanished = any(commune.missing_since is None for commune in self.vanished)
        return not (self.added or self.changed or self.confirmed or self.mergers or newly_vanished)

    @property
    def is_incomplete(self) -> bool:
        """Whether over one in twenty entries is missing: then the file is a part of one rather than a reform."""
        missing = len(self.mergers) + len(self.vanished)
        known = missing + len(self.changed) + len(self.confirmed) + len(self.kept) + len(self.unchanged)
        return missing * _INCOMPLETE_SHARE > known
