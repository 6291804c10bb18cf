"""The history of a case in words: who changed what, when, from what to what and why; older states brought back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from advisor_app.domain.case import Case
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import Change, HeadSet
from advisor_app.domain.folding import fold
from advisor_app.domain.free_text import REDACTED, texts_in
from advisor_app.domain.history import TakenBack, fates
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.reduction import current
from advisor_app.storage.history import HistoryStore, PastStep, Selection
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date
from advisor_app.texts.record_words import FieldChange, RecordWords

if TYPE_CHECKING:
    from advisor_app.services.session import CaseSession

__all__ = ["Entry", "FieldChange", "History", "HistoryPage", "Restoring", "Selection"]

PAGE = 100
"""Entries that are read at once."""


class Restoring(Enum):
    """Whether the state of an entry can be brought back."""

    POSSIBLE = "possible"
    STANDS = "stands"  # it is how the record stands now
    REDACTED = "redacted"  # words of it were erased
    NEVER = "never"  # the opening of the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One step and one record. ``why`` is empty where nobody said; ``undone``: it was taken back and does not hold."""

    row: str
    at: datetime
    author: str
    device: str
    kind: str
    title: str
    fields: tuple[FieldChange, ...]
    why: str
    undone: bool
    adopted: bool
    taken_back: TakenBack | None
    change: Change


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some entries, newest first; ``older`` is where to read on, None at the end."""

    entries: tuple[Entry, ...]
    older: int | None


class History:
    """Reads histories; long ones in pages, and in the background."""

    def __init__(self, store: HistoryStore, catalog: Catalog, texts: Texts) -> None:
        self._store = store
        self._catalog = catalog
        self._texts = texts

    def page(
        self,
        case: Case,
        selection: Selection = Selection(),  # noqa: B008 — frozen
        *,
        text: str = "",
        before: int | None = None,
        count: int = PAGE,
    ) -> HistoryPage:
        """The next entries of a case that fit; ``text``: every word of it stands in the entry."""
        told = _Told(RecordWords(self._texts, self._catalog, case), fates(self._store.batches(case.id)))
        words = fold(text).split()
        found: list[Entry] = []
        last: int | None = None
        with self._store.newest_first(case.id, selection, before) as steps:
            for step in steps:
                if len(found) == count:
                    return HistoryPage(tuple(found), last)
                entry = told.entry(step)
                last = step.seq
                if (entry.fields or isinstance(entry.change, HeadSet)) and _says(entry, words):
                    found.append(entry)
        return HistoryPage(tuple(found), None)

    def authors(self, case: Case) -> list[str]:
        """Everybody who changed something in the case."""
        return self._store.authors(case.id)

    def restoring(self, case: Case, entry: Entry) -> Restoring:
        """Whether an entry's state can be brought back."""
        if isinstance(entry.change, HeadSet) and entry.change.before is None:
            return Restoring.NEVER
        value = _state_of(entry)
        if any(REDACTED in text.words for text in texts_in(value)):
            return Restoring.REDACTED
        return Restoring.STANDS if current(case, entry.change) == value else Restoring.POSSIBLE

    def restore(self, session: CaseSession, entry: Entry) -> bool:
        """Bring back an entry's state as a new step, which can be undone; of something removed, the state before.

        False where it stands already or cannot be brought back. Raises AdvisorError where it is refused.
        """
        if self.restoring(session.case, entry) is not Restoring.POSSIBLE:
            return False
        before: Any = current(session.case, entry.change)
        after: Any = _state_of(entry)
        local = entry.at.astimezone(LOCAL)
        day = format_date(local.date(), self._texts.language)
        why = self._texts("history.restored", day=day, time=f"{local:%H:%M}")
        session.apply(replace(entry.change, before=before, after=after), why=why)
        return True


class _Told:
    """Puts steps into words."""

    def __init__(self, words: RecordWords, fate: Mapping[str, TakenBack]) -> None:
        self._words = words
        self._fate = fate

    def entry(self, step: PastStep) -> Entry:
        fate = self._fate.get(step.batch)
        return Entry(
            row=step.row,
            at=step.at,
            author=step.author,
            device=step.device,
            kind=step.kind,
            title=self._words.title(step.kind, step.change),
            fields=tuple(self._words.differences(step.change)),
            why=step.why,
            undone=fate is TakenBack.UNDONE,
            adopted=step.adopted,
            taken_back=fate if fate in (TakenBack.UNDO, TakenBack.REDO) else None,
            change=step.change,
        )


def _state_of(entry: Entry) -> object | None:
    return entry.change.after if entry.change.after is not None else entry.change.before


def _says(entry: Entry, words: list[str]) -> bool:
    if not words:
        return True
    parts = [entry.title, entry.author, entry.why]
    for field in entry.fields:
        parts += [field.label, field.before, field.after]
    said = fold(" ".join(parts))
    return all(word in said for word in words)
