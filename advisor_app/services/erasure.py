"""Erasing people and cases for good, with a record that it was done.

The one way that changes what was: afterwards neither database, log nor new backups hold what was erased. An open
session of the case does not know of it; it must be opened anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.case import Case, Person
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.free_text import CONTACT_DATA, Traces, traces_of
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.old_backups import Held, OldBackups
from advisor_app.services.session import Author
from advisor_app.storage.erasure import ErasureStore, Found
from advisor_app.storage.erasure_records import ErasureRecord

if TYPE_CHECKING:
    from advisor_app.services.portfolio import Portfolio
    from advisor_app.storage.evidence_files import EvidenceFiles
    from advisor_app.storage.evidence_use import EvidenceUse

__all__ = ["Erased", "Erasure", "ErasureRecord", "Found", "Held"]

Report = Callable[[float, str], None]
"""Told how far the work is (0–1), and with which step: the key of its words under ``privacy.step``."""


_NOBODY = Traces()
_CONTEXT = 60  # letters on either side of a name


class Erased(Enum):
    """What kind of thing was erased; the value is stored, and the key of its words under ``privacy.what``."""

    CASE = "case"
    PERSON = "person"
    PERSONAL_DATA = "personal-data"
    TEXTS = "texts"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Named:
    """The records in which somebody is named, with the words that name them."""

    traces: Traces
    records: tuple[Found, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The log keys of all of them."""
        return tuple(record.key for record in self.records)

    def around(self, text: str) -> str:
        """The words around the first name in a text, in one line."""
        line = " ".join(text.split())
        found = self.traces.found_in(line)
        place = line.find(found[0]) if found else 0
        start, end = max(0, place - _CONTEXT), place + (len(found[0]) if found else 0) + _CONTEXT
        return f"{'… ' if start else ''}{line[start:end].strip()}{' …' if end < len(line) else ''}"


class Erasure:
    """Finds and erases. Everything that erases takes its time: call it in the background, nobody else may write."""

    def __init__(
        self,
        store: ErasureStore,
        files: EvidenceFiles,
        use: EvidenceUse,
        portfolio: Portfolio,
        backups: OldBackups,
        author: Author,
        clock: Clock,
    ) -> None:
        self._backups = backups
        self._store = store
        self._files = files
        self._use = use
        self._portfolio = portfolio
        self._author = author
        self._clock = clock

    def person(self, case: Case, name: str) -> Person:
        """The person of a case by name, id, or the id's beginning or end; raises AdvisorError(UNKNOWN_PERSON)."""
        fitting = [person for person in case.people.values() if _is_called(person, name)]
        if len(fitting) != 1:
            raise AdvisorError(Problem.UNKNOWN_PERSON, name=name)
        return fitting[0]

    def naming(self, case: Case, people: Iterable[Person]) -> Named:
        """Where in the texts of a case people are named, today and earlier."""
        return self._named(case, traces_of(people))

    def saying(self, case: Case, words: str) -> Named:
        """Where in the texts of a case a name stands, of whomever."""
        return self._named(case, traces_of([Person(id="", name=words)]))

    def personal(self, case: Case) -> Named:
        """Where in the texts of a case its people, a mail address or a telephone number stand."""
        return self._named(case, traces_of(case.people.values()) + CONTACT_DATA)

    def redact(
        self, case: Case, named: Named, keys: Sequence[str], reason: str = "", report: Report | None = None
    ) -> ErasureRecord:
        """Take names out of the texts of these records (by log key), and out of all earlier states of them."""
        record = self._record(Erased.TEXTS, case.id, reason, named.traces + traces_of(case.people.values()))
        return self._finished(report, lambda: self._store.redact(case, keys, named.traces, record))

    def erase_person(
        self,
        case: Case,
        person: Person,
        keys: Sequence[str] | None = None,
        reason: str = "",
        report: Report | None = None,
    ) -> ErasureRecord:
        """Erase a person and take the name out of the texts of these records (by log key; None: of all)."""
        return self.erase_people(case, [person], keys, reason, report)

    def erase_people(
        self,
        case: Case,
        people: Sequence[Person],
        keys: Sequence[str] | None = None,
        reason: str = "",
        report: Report | None = None,
    ) -> ErasureRecord:
        """Erase at least one person as ``erase_person`` does, all in one; a record of each, the first one counts."""
        named = self.naming(case, people)
        wanted = named.keys if keys is None else keys
        everybody, ids = traces_of(case.people.values()), [person.id for person in people]
        record, *further = [self._record(Erased.PERSON, name, reason, everybody) for name in ids]
        return self._finished(
            report, lambda: self._store.erase_people(case, ids, wanted, named.traces, record, further=further)
        )

    def erase_personal_data(self, case: Case, reason: str = "", report: Report | None = None) -> ErasureRecord:
        """Erase a case's people, photos and files, and names, mail addresses and telephone numbers in its texts."""
        named = self.personal(case)
        record = self._record(Erased.PERSONAL_DATA, case.id, reason, named.traces)
        people = [*case.people]

        def erase() -> ErasureRecord:
            return self._store.erase_people(case, people, named.keys, named.traces, record, evidence=True)

        return self._finished(report, erase, self._use.of_case(case.id))

    def erase_case(
        self, case_id: str, reason: str = "", report: Report | None = None, people: Iterable[Person] = ()
    ) -> ErasureRecord:
        """Erase a case with its history and files; raises AdvisorError(UNKNOWN_CASE).

        ``people`` of the case are taken out of the reason, which stays.
        """
        record = self._record(Erased.CASE, case_id, reason, traces_of(people))
        files = self._use.of_case(case_id)
        erased = self._finished(report, lambda: self._store.erase_case(case_id, record), files)
        self._portfolio.forget(case_id)
        return erased

    def erase_old_backups(self, report: Report | None = None) -> ErasureRecord | None:
        """Remove the backups from before the last erasing, after a new one was made; None where there are none.

        Raises AdvisorError(BACKUP_FAILED); backups are then kept.
        """
        last = self._last()
        if last is None or not self._backups.before(last).is_anything:
            return None
        if report is not None:
            report(0.1, "backups")
        count = self._backups.remove(last)
        record = replace(self._record(Erased.BACKUPS, "", ""), counts={"backups": count})
        return self._store.records.keep(record)

    def backups_hold(self) -> Held:
        """How many backups may still hold something that was erased, and until when."""
        last = self._last()
        return Held(0, None) if last is None else self._backups.before(last)

    def records(self) -> list[ErasureRecord]:
        """Everything that was erased, newest first."""
        return self._store.records.all()

    def finish(self) -> None:
        """Remove what an interrupted erasing has left in database and files; does nothing where all is done."""
        if self._store.records.has_rests():
            self._remove_files(self._files.digests())
            self._store.records.finish()

    def _last(self) -> datetime | None:
        """When something was last erased that backups may still hold."""
        return next((item.at for item in self.records() if item.what != Erased.BACKUPS.value), None)

    def _named(self, case: Case, traces: Traces) -> Named:
        return Named(traces, tuple(self._store.find(case, traces)))

    def _record(self, what: Erased, subject: str, reason: str, traces: Traces = _NOBODY) -> ErasureRecord:
        return ErasureRecord(
            id=new_id(),
            at=self._clock.now(),
            author=self._author.name,
            device=self._author.device,
            what=what.value,
            subject=subject,
            reason=(traces + CONTACT_DATA).taken_out(reason.strip()),
            counts={},
        )

    def _finished(
        self, report: Report | None, erase: Callable[[], ErasureRecord], files: Iterable[str] = ()
    ) -> ErasureRecord:
        """Erase, then write the file anew.

        Raises AdvisorError(ERASURE_UNFINISHED) where that fails; ``finish`` does it at the next opportunity.
        """
        tell = report or (lambda _share, _step: None)
        tell(0.1, "rows")
        record = erase()
        tell(0.5, "file")
        try:
            self._remove_files(files)
            self._store.records.finish()
        except AdvisorError as error:
            raise AdvisorError(Problem.ERASURE_UNFINISHED) from error
        tell(1.0, "done")
        return replace(record, finished=True)

    def _remove_files(self, digests: Iterable[str]) -> None:
        for digest in self._use.unneeded(digests):
            self._files.remove(digest)


def _is_called(person: Person, name: str) -> bool:
    given, own = name.strip().casefold(), person.name.strip().casefold()
    by_id = len(given) >= len("1234") and (person.id.startswith(given) or person.id.endswith(given))
    return bool(given) and (given in (person.id, own) or by_id)
