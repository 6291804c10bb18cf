"""The commune register as the adviser sees it: the shipped entries, overlaid by own, edited and imported ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.content.communes import RegisterNotice, load_key_changes, load_notice, load_register
from advisor_app.domain.commune import Commune, absorb, canonical_key, dissolve, official_id
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.history import UndoStacks
from advisor_app.resources_folder import resources_folder
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.plausible import refuse_implausible_commune
from advisor_app.services.session import Author
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.domain.case import CaseCommune
    from advisor_app.domain.commune_search import CommuneIndex
    from advisor_app.domain.register_update import RegisterUpdate
    from advisor_app.storage.log import Entry
    from advisor_app.storage.register import RegisterStore


@cache
def _shipped_register(folder: Path) -> tuple[Commune, ...]:
    """What ships with the program; it stays the same whatever is added to it."""
    return load_register(folder)


class Register:
    """Finds, adds and updates communes."""

    def __init__(self, store: RegisterStore, author: Author, clock: Clock, texts: Texts) -> None:
        self._store = store
        self._texts = texts
        self._author = author
        self._clock = clock
        self._index: CommuneIndex | None = None
        self._changed: frozenset[str] | None = None

    @cached_property
    def notice(self) -> RegisterNotice:
        """The attribution that stands wherever the register's data is shown."""
        return load_notice(resources_folder() / "communes")

    @property
    def index(self) -> CommuneIndex:
        """The searchable register."""
        if self._index is None:
            from advisor_app.domain.commune_register import overlaid
            from advisor_app.domain.commune_search import CommuneIndex

            shipped = _shipped_register(resources_folder() / "communes")
            self._index = CommuneIndex(overlaid(shipped, self._store.entries()))
        return self._index

    def get(self, name: str) -> Commune:
        """The commune with this id or key, a district's also with five digits; raises AdvisorError(UNKNOWN_COMMUNE)."""
        commune = self.index.by_id(name) or self._with_key(name)
        if commune is None:
            raise AdvisorError(Problem.UNKNOWN_COMMUNE, name=name)
        return commune

    def save(self, commune: Commune) -> Commune:
        """Add an own entry or edit one; raises AdvisorError(KEY_TAKEN) where the key belongs to another.

        As every change of the register it is refused (TEXT_LETTERS, TEXT_LONG) for words that nobody types.
        """
        holder = self.index.by_key(commune.key) if commune.key else None
        if holder is not None and holder.id != commune.id:
            raise AdvisorError(Problem.KEY_TAKEN, key=commune.key or "", name=holder.name)
        self._commit([commune], why="")
        return commune

    def preview_import(self, path: Path) -> RegisterUpdate:
        """What an official file would change; raises AdvisorError naming file and line. Nothing is changed."""
        return self.compare(path, self.index.communes)

    def compare(self, path: Path, communes: Sequence[Commune]) -> RegisterUpdate:
        """The same against given entries; touches no database, so that it may run in the background."""
        from advisor_app.domain.commune_register import compare_register
        from advisor_app.exchange.gv100ad import read_gv100ad

        entries = read_gv100ad(path, self._texts, today=today(self._clock))
        return compare_register(communes, entries, load_key_changes(resources_folder() / "communes"))

    def apply_import(self, update: RegisterUpdate, file: str) -> None:
        """Take over an update in one transaction; raises AdvisorError(FILE_FORMAT) for a file that is only a part."""
        if update.is_incomplete:
            missing = len(update.mergers) + len(update.vanished)
            reason = self._texts("exchange.register-incomplete", count=missing)
            raise AdvisorError(Problem.FILE_FORMAT, file=file, line=1, reason=reason)
        known = {commune.id: commune for commune in self.index.communes}
        self._commit([commune for commune in update.result if known.get(commune.id) != commune], why=file)

    def titles(self, communes: Sequence[CaseCommune]) -> str:
        """What a case's communes are called: as the case found them, and where it differs as they are called today."""
        return self._texts.joined([self._title_of(commune) for commune in communes])

    def successor_of(self, commune: CaseCommune) -> Commune | None:
        """What a case's commune has become: renamed, re-keyed or merged; None while it is what the case found."""
        if commune.key is None or commune.key not in self._changed_keys:
            return None
        found = self.index.by_key(commune.key)
        return None if found is None or (found.key, found.name) == (commune.key, commune.name) else found

    def lineage(self, commune: Commune | CaseCommune) -> tuple[str, ...]:
        """Ids under which cases may have kept a commune: its own, its successor's, those of what was merged into it."""
        heir = None if commune.key is None else self.index.by_key(commune.key)
        if heir is None:
            return (commune.id,)
        return tuple(dict.fromkeys((commune.id, heir.id, *map(official_id, heir.former_keys))))

    def id_today(self, name: str, key: str | None) -> str:
        """Under which id a commune that a case keeps by id and key stands here today: after a merger another one's."""
        heir = None if key is None else self.index.by_key(key)
        return name if heir is None else heir.id

    @property
    def vanished(self) -> tuple[Commune, ...]:
        """Entries that official files no longer name and of which nobody has said what became of them, by name."""
        missing = (commune for commune in self.index.communes if commune.missing_since is not None)
        return tuple(sorted(missing, key=lambda commune: (commune.name, commune.id)))

    def merge(self, gone: Commune, successor: Commune, since: date | None = None) -> Commune:
        """Keep that a commune was merged into another, which is returned and from now on found under both names.

        ``since`` is the day of the merger; without it the day of the first official file that no longer names the
        commune, else today. Raises AdvisorError(BAD_SUCCESSOR).
        """
        united = absorb(successor, gone, since or self._last_day(gone))
        # An entry of the adviser's own is never hidden by the history: it has to go.
        ended = [replace(gone, own=False, missing_since=None)] if gone.own else []
        self._commit([united, *ended], why=self._texts("register.merged", gone=gone.title, successor=united.title))
        return united

    def dissolve(self, gone: Commune, since: date | None = None) -> None:
        """Keep that a commune ended without a successor; raises AdvisorError(BAD_KEY) for one without a key."""
        why = self._texts("register.dissolved", gone=gone.title)
        self._commit([dissolve(gone, since or self._last_day(gone))], why=why)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back: an entry, an import, a successor."""
        return bool(self._stacks().undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return bool(self._stacks().redo)

    def undo(self) -> str | None:
        """Take back the last step; returns what it was in words, None where there is none."""
        return self._take_back(self._stacks().undo)

    def redo(self) -> str | None:
        """Bring back the step that was taken back last; returns what it was in words, None where there is none."""
        return self._take_back(self._stacks().redo)

    @property
    def _changed_keys(self) -> frozenset[str]:
        """Keys under which something was changed; told without building the index, as every case asks."""
        if self._changed is None:
            steps = list(load_key_changes(resources_folder() / "communes"))
            steps += (step for commune in self._store.entries() for step in commune.key_history)
            self._changed = frozenset(step.old_key for step in steps)
        return self._changed

    def _title_of(self, commune: CaseCommune) -> str:
        successor = self.successor_of(commune)
        if successor is None or successor.title == commune.title:
            return commune.title
        return self._texts("register.now", title=commune.title, successor=successor.title)

    def _forget(self) -> None:
        """Read the register again when it is next asked for."""
        self._index = None
        self._changed = None

    def _stacks(self) -> UndoStacks:
        return UndoStacks.from_log(self._store.batches())

    def _take_back(self, batches: Sequence[str]) -> str | None:
        if not batches:
            return None
        from advisor_app.storage.register import CommuneSet

        step = self._store.step(batches[-1])
        inverse = [CommuneSet(change.id, change.after, change.before) for change in reversed(step.changes)]
        self._store.commit(inverse, self._entry(step.why, step.rows))
        self._forget()
        names = [commune.name for change in step.changes if (commune := change.after or change.before) is not None]
        return step.why or self._texts.joined(names)

    def _last_day(self, gone: Commune) -> date:
        return gone.missing_since or today(self._clock)

    def _with_key(self, text: str) -> Commune | None:
        try:
            return self.index.by_key(canonical_key(text))
        except AdvisorError:
            return None

    def _commit(self, communes: Sequence[Commune], why: str) -> None:
        from advisor_app.storage.register import CommuneSet

        stored = {commune.id: commune for commune in self._store.entries()}
        changes: list[CommuneSet] = [
            CommuneSet(commune.id, stored.get(commune.id), commune)
            for commune in communes
            if stored.get(commune.id) != commune
        ]
        if changes:
            for change in changes:
                if change.after is not None:
                    refuse_implausible_commune(change.after)
            self._store.commit(changes, self._entry(why))
            self._forget()

    def _entry(self, why: str, undoes: Mapping[str, str] | None = None) -> Entry:
        from advisor_app.storage.log import Entry

        return Entry(
            batch=new_id(),
            author=self._author.name,
            device=self._author.device,
            at=self._clock.now(),
            why=why,
            undoes=undoes or {},
        )
