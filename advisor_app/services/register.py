"""The commune register as the adviser sees it: the shipped entries, overlaid by own, edited and imported ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.content.communes import RegisterNotice, load_key_changes, load_notice, load_register
from advisor_app.domain.commune import Commune, canonical_key
from advisor_app.domain.commune_search import CommuneIndex
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.session import Author
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.register_update import RegisterUpdate
    from advisor_app.storage.register import CommuneSet, RegisterStore


class Register:
    """Finds, adds and updates communes."""

    def __init__(self, store: RegisterStore, author: Author, clock: Clock, texts: Texts) -> None:
        self._store = store
        self._texts = texts
        self._author = author
        self._clock = clock
        self._index: CommuneIndex | None = None

    @cached_property
    def notice(self) -> RegisterNotice:
        """The attribution that stands wherever the register's data is shown."""
        return load_notice(resources_folder() / "communes")

    @property
    def index(self) -> CommuneIndex:
        """The searchable register."""
        if self._index is None:
            from advisor_app.domain.commune_register import overlaid

            shipped = load_register(resources_folder() / "communes")
            self._index = CommuneIndex(overlaid(shipped, self._store.entries()))
        return self._index

    def get(self, name: str) -> Commune:
        """The commune with this id or key, a district's also with five digits; raises AdvisorError(UNKNOWN_COMMUNE)."""
        commune = self.index.by_id(name) or self._with_key(name)
        if commune is None:
            raise AdvisorError(Problem.UNKNOWN_COMMUNE, name=name)
        return commune

    def save(self, commune: Commune) -> Commune:
        """Add an own entry or edit one; raises AdvisorError(KEY_TAKEN) where the key belongs to another commune."""
        holder = self.index.by_key(commune.key) if commune.key else None
        if holder is not None and holder.id != commune.id:
            raise AdvisorError(Problem.KEY_TAKEN, key=commune.key or "", name=holder.name)
        self._commit([commune], why="")
        return commune

    def add_own(self, commune: Commune) -> Commune:
        """Add an entry of the adviser's own under a fresh id."""
        return self.save(replace(commune, id=new_id(), own=True))

    def preview_import(self, path: Path) -> RegisterUpdate:
        """What an official file would change; raises AdvisorError naming file and line. Nothing is changed."""
        return self.compare(path, self.index.communes)

    def compare(self, path: Path, communes: Sequence[Commune]) -> RegisterUpdate:
        """The same against given entries; touches no database, so that it may run in the background."""
        from advisor_app.domain.commune_register import compare_register
        from advisor_app.exchange.gv100ad import read_gv100ad

        entries = read_gv100ad(path, today=today(self._clock))
        return compare_register(communes, entries, load_key_changes(resources_folder() / "communes"))

    def apply_import(self, update: RegisterUpdate, file: str) -> None:
        """Take over an update in one transaction; raises AdvisorError(FILE_FORMAT) for a file that is only a part."""
        if update.is_incomplete:
            missing = len(update.mergers) + len(update.vanished)
            reason = self._texts("exchange.register-incomplete", count=missing)
            raise AdvisorError(Problem.FILE_FORMAT, file=file, line=1, reason=reason)
        known = {commune.id: commune for commune in self.index.communes}
        self._commit([commune for commune in update.result if known.get(commune.id) != commune], why=file)

    def _with_key(self, text: str) -> Commune | None:
        try:
            return self.index.by_key(canonical_key(text))
        except AdvisorError:
            return None

    def _commit(self, communes: Sequence[Commune], why: str) -> None:
        from advisor_app.storage.log import Entry
        from advisor_app.storage.register import CommuneSet

        stored = {commune.id: commune for commune in self._store.entries()}
        changes: list[CommuneSet] = [
            CommuneSet(commune.id, stored.get(commune.id), commune)
            for commune in communes
            if stored.get(commune.id) != commune
        ]
        if changes:
            self._store.commit(
                changes,
                Entry(
                    batch=new_id(),
                    author=self._author.name,
                    device=self._author.device,
                    at=self._clock.now(),
                    why=why,
                ),
            )
            self._index = None
