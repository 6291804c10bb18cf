"""Erasing for good: what is erased is gone from rows and log, and after ``Database.compact`` from the file's bytes.

Redaction is the one operation that changes rows of the log: it rewrites free texts and keeps ids, parents and order.
Equal texts of a record become equal texts again, so that undo and redo go on over it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, delete, select, update
from sqlmodel import SQLModel

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import Case, Contact, PersonRetention
from advisor_app.domain.case_document import ArchivedDocument
from advisor_app.domain.changes import Change, ContactSet, EvidenceSet, ParticipantSet, PersonRetentionSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Evidence
from advisor_app.domain.free_text import REDACTED, Traces, texts_in, with_texts
from advisor_app.domain.reduction import current
from advisor_app.storage import log
from advisor_app.storage.cases import stream_of
from advisor_app.storage.columns import columns_of
from advisor_app.storage.database import Database
from advisor_app.storage.erasure_records import ErasureRecord, ErasureRecords, keep_record
from advisor_app.storage.json_records import to_json
from advisor_app.storage.records import change_from_log, place_of
from advisor_app.storage.statements import deletion, run, upsert
from advisor_app.storage.tables import CASE, LOG, PERSON


@dataclass(frozen=True, slots=True)
class Found:
    """A record with texts in which people are named: the texts of today, and how many earlier ones in the history."""

    change: Change
    key: str
    texts: tuple[str, ...]
    earlier: int


Rewrite = Callable[[Any, frozenset[str]], Any]
"""A record as it is or was, and the texts of today → what becomes of it."""


class ErasureStore:
    """Erases in one database, each time with a record of it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.records = ErasureRecords(database)

    def find(self, case: Case, traces: Traces) -> list[Found]:
        """The records of a case in which people are named, today or earlier."""
        with self._database.read() as connection:
            rows = connection.execute(_rows_of(case.id))
            found = {key: _search(case, key, versions, traces) for key, versions in _by_key(rows).items()}
        return [item for item in found.values() if item.texts or item.earlier]

    def redact(self, case: Case, keys: Sequence[str], traces: Traces, record: ErasureRecord) -> ErasureRecord:
        """Take people out of the texts of these records (by log key), today's and earlier ones."""
        with self._erasing() as connection:
            counts = _redact(connection, case, keys, _taking_out(traces), traces)
            return keep_record(connection, replace(record, counts=counts))

    def erase_people(
        self,
        case: Case,
        people: Sequence[str],
        keys: Sequence[str],
        traces: Traces,
        record: ErasureRecord,
        *,
        further: Sequence[ErasureRecord] = (),
        evidence: bool = False,
    ) -> ErasureRecord:
        """Erase people (by id) with their parts in the case, and take them out of the texts of these records.

        ``record`` counts all of it; ``further`` ones say of the other people that they were erased with it.

        ``evidence``: photos, attached files and the files of documents that were handed over go as well, whoever they
        show or name; their contents are left to the caller. That a document was handed over stays told.
        """
        parts: list[Change] = [
            ContactSet(item.id, item, None) for item in case.contacts.values() if item.person in people
        ]
        parts += [ParticipantSet(item.id, item, None) for item in case.participants.values() if item.person in people]
        parts += [PersonRetentionSet(key, kept, None) for key, kept in case.person_retentions.items() if key in people]
        if evidence:
            parts += [EvidenceSet(item.id, item, None) for item in case.evidence.values()]
        with self._erasing() as connection:
            wanted, rewrite = [*keys], _taking_out(traces)
            if evidence:
                wanted += _keys_of(connection, case.id, lambda value: isinstance(value, ArchivedDocument))
                rewrite = _without_files(rewrite)
            counts = _redact(connection, case, wanted, rewrite, traces)
            gone = _keys_of(connection, case.id, lambda value: _goes_with(value, people, evidence=evidence))
            counts["log"] += _redact(connection, case, gone, _blank, traces)["log"]
            entry = log.Entry(batch=record.id, author=record.author, device=record.device, at=record.at)
            for part in parts:
                _remove(connection, case.id, replace(part, before=_blank(part.before, frozenset())), entry)
                counts[place_of(case.id, part).kind] += 1
            deleted = connection.execute(delete(PERSON).where(PERSON.c.case_id == case.id, PERSON.c.id.in_(people)))
            counts["person"] = deleted.rowcount
            for other in further:
                keep_record(connection, other)
            return keep_record(
                connection, replace(record, counts={name: count for name, count in counts.items() if count})
            )

    def erase_case(self, case_id: str, record: ErasureRecord) -> ErasureRecord:
        """Erase every row of a case and its history; raises AdvisorError(UNKNOWN_CASE)."""
        with self._erasing() as connection:
            counts = {}
            for table in SQLModel.metadata.sorted_tables:
                if "case_id" in table.columns:
                    counts[table.name] = connection.execute(delete(table).where(table.c.case_id == case_id)).rowcount
            counts[LOG.name] = connection.execute(delete(LOG).where(LOG.c.stream == stream_of(case_id))).rowcount
            counts[CASE.name] = connection.execute(delete(CASE).where(CASE.c.id == case_id)).rowcount
            if not counts[CASE.name]:
                raise AdvisorError(Problem.UNKNOWN_CASE, name=case_id)
            return keep_record(
                connection, replace(record, counts={name: count for name, count in counts.items() if count})
            )

    @contextmanager
    def _erasing(self) -> Iterator[Connection]:
        """A transaction that overwrites what it deletes."""
        with self._database.write() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
            yield connection


def _without_zeros(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count}


def _rows_of(case_id: str) -> Select[Any]:
    columns = (LOG.c.seq, LOG.c.key, LOG.c.before, LOG.c.after)
    return select(*columns).where(LOG.c.stream == stream_of(case_id)).order_by(LOG.c.seq)


def _by_key(rows: Iterable[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.key].append(row)
    return grouped


def _search(case: Case, key: str, versions: Sequence[Any], traces: Traces) -> Found:
    """What of one record names people; each earlier text counts once."""
    empty = change_from_log(key, None, None)
    today = current(case, empty)
    now = {text.words for text in texts_in(today)}
    earlier = {
        text.words
        for row in versions
        for value in _values(change_from_log(key, row.before, row.after))
        for text in texts_in(value)
    }
    named = tuple(words for words in dict.fromkeys(text.words for text in texts_in(today)) if traces.found_in(words))
    change = change_from_log(key, None, None if today is None else to_json(today))
    return Found(change, key, named, sum(bool(traces.found_in(words)) for words in earlier - now))


def _values(change: Change) -> tuple[object, object]:
    return change.before, change.after


def _taking_out(traces: Traces) -> Rewrite:
    def rewrite(value: Any, now: frozenset[str]) -> Any:
        return with_texts(value, lambda words: traces.taken_out(words, also_half_typed=words not in now))

    return rewrite


def _without_files(rewrite: Rewrite) -> Rewrite:
    """The same, and of documents that were handed over the files are gone."""

    def without(value: Any, now: frozenset[str]) -> Any:
        rewritten = rewrite(value, now)
        return replace(rewritten, digest=None) if isinstance(rewritten, ArchivedDocument) else rewritten

    return without


def _blank(value: Any, _now: frozenset[str]) -> Any:
    """A record of which nothing is left but that it was there."""
    blank = with_texts(value, lambda words: REDACTED if words else words)
    return replace(blank, digest=None) if isinstance(blank, Evidence) else blank


def _goes_with(value: object, people: Sequence[str], *, evidence: bool) -> bool:
    """Whether a record goes with these people."""
    if isinstance(value, Contact | Participant):
        return value.person in people
    if isinstance(value, PersonRetention):
        return value.id in people
    return evidence and isinstance(value, Evidence)


def _redact(connection: Connection, case: Case, keys: Sequence[str], rewrite: Rewrite, reasons: Traces) -> Counter[str]:
    """Rewrite records and their rows in the log, and why rows were written; count what changed."""
    counts: Counter[str] = Counter()
    wanted = set(keys)
    rows = connection.execute(select(LOG).where(LOG.c.stream == stream_of(case.id)).order_by(LOG.c.seq)).all()
    for key, versions in _by_key(rows).items():
        today = current(case, change_from_log(key, None, None))
        now = frozenset(text.words for text in texts_in(today))
        if key in wanted and today is not None and rewrite(today, now) != today:
            _rewrite_record(connection, case.id, change_from_log(key, None, to_json(rewrite(today, now))))
            counts["records"] += 1
        for row in versions:
            values: dict[str, str | None] = {"why": reasons.taken_out(row.why)}
            if key in wanted:
                change = change_from_log(key, row.before, row.after)
                values["before"] = _json(rewrite(change.before, now))
                values["after"] = _json(rewrite(change.after, now))
            if any(getattr(row, name) != value for name, value in values.items()):
                connection.execute(update(LOG).where(LOG.c.seq == row.seq).values(values))
                counts["log"] += 1
    return counts


def _json(value: object | None) -> str | None:
    return None if value is None else to_json(value)


def _rewrite_record(connection: Connection, case_id: str, change: Change) -> None:
    place = place_of(case_id, change)
    run(connection, upsert(place.table), {**place.identity, **columns_of(case_id, change)})


def _remove(connection: Connection, case_id: str, change: Change, entry: log.Entry) -> None:
    """Take away a record as the window would, so that undo finds its way over it."""
    place = place_of(case_id, change)
    run(connection, deletion(place.table), place.identity)
    log.append(connection, stream_of(case_id), place.log_key, entry, _json(change.before), None)


def _keys_of(connection: Connection, case_id: str, wanted: Callable[[object], bool]) -> list[str]:
    """The log keys of all records of which one state is wanted."""
    return [
        key
        for key, versions in _by_key(connection.execute(_rows_of(case_id))).items()
        if any(wanted(value) for row in versions for value in _values(change_from_log(key, row.before, row.after)))
    ]
