"""Cases in the database: read as snapshots, written change by change with their log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, literal, or_, select

from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case, Person, SectionKey
from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.changes import NAMED_RECORDS, Change
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.history import LoggedBatch
from advisor_app.domain.reduction import inverse
from advisor_app.storage import log
from advisor_app.storage.columns import (
    answer_of,
    assessment_of,
    booking_of,
    columns_of,
    head_of,
    level_of,
    statement_of,
)
from advisor_app.storage.database import Database
from advisor_app.storage.json_records import LONGEST_RECORD, from_json, to_json
from advisor_app.storage.records import RECORD_KINDS, Place, change_from_log, place_of, record_type
from advisor_app.storage.reserve import give_up_reserve
from advisor_app.storage.statements import deletion, run, upsert
from advisor_app.storage.tables import ANSWER, ASSESSMENT, BOOKING, CASE, LOG, PERSON, RECORD, STATEMENT, TARGET

_STREAM = "case:"


def stream_of(case_id: str) -> str:
    """The log stream of a case."""
    return _STREAM + case_id


class LoggedStep(NamedTuple):
    """What a batch did to one record; ``row`` is the last log row of it, which an undo refers to."""

    row: str
    key: str
    change: Change


class UntoldCommit(NamedTuple):
    """Changes that were written and told as failed, with the ids of their rows in the log.

    A drive that is lost between the last byte and the answer leaves a commit that stands once the file is opened anew.
    The session goes on as if it had failed, so it must not be there when the same changes are written again.
    """

    changes: tuple[Change, ...]
    rows: tuple[str, ...]


class NewestChange(NamedTuple):
    """What was written last in any case; ``kind`` is the record's as the log names it."""

    case_id: str
    kind: str
    change: Change
    at: datetime


class CaseStore:
    """Reads and writes cases of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def commit(
        self, case_id: str, changes: Sequence[Change], entry: log.Entry, untold: list[UntoldCommit] | None = None
    ) -> None:
        """Write changes and their log rows in one transaction, which is on disk when this returns.

        On a full disk the reserve is given up once before AdvisorError (DISK_FULL, DISK_FAILED) is raised. ``untold``
        are the commits since the last one that succeeded; one that fails joins them, as it may stand all the same.
        """
        untold = [] if untold is None else untold
        try:
            self._write(case_id, changes, entry, untold)
        except AdvisorError as error:
            # A drive over its quota only says that it failed.
            full = error.problem in {Problem.DISK_FULL, Problem.DISK_FAILED}
            if not full or not give_up_reserve(self._database.path.parent):
                raise
            self._write(case_id, changes, entry, untold)

    def load(self, case_id: str) -> Case:
        """The snapshot of a case; raises AdvisorError(UNKNOWN_CASE)."""
        with self._database.read() as connection:
            return load_case(connection, case_id)

    def ids(self, commune: str | None = None) -> list[str]:
        """Ids of all cases, or of those that a commune (by id) leads, newest last."""
        query = select(CASE.c.id).order_by(CASE.c.opened_on, CASE.c.id)
        with self._database.read() as connection:
            rows = connection.execute(query if commune is None else query.where(CASE.c.commune == commune))
            return list(rows.scalars())

    def load_all(self) -> list[Case]:
        """Snapshots of all cases, oldest first, with one statement per table."""
        with self._database.read() as connection:
            return load_cases(connection)

    def bookings_of(self, commune: str) -> list[tuple[str, Booking]]:
        """All bookings of a commune and of the cases that it shares with others, each with its case's id."""
        shared = select(CASE.c.id).where(CASE.c.communes.contains(f'"{commune}"', autoescape=True))
        query = select(BOOKING).where(or_(BOOKING.c.commune == commune, BOOKING.c.case_id.in_(shared)))
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(BOOKING.c.id))
            return [(row.case_id, booking_of(row)) for row in rows]

    def save_person(self, case_id: str, person: Person) -> None:
        """Write a person's data; it never enters the log."""
        with self._database.write() as connection:
            run(
                connection,
                upsert(PERSON),
                {
                    "id": person.id,
                    "case_id": case_id,
                    "name": person.name,
                    "phone": person.phone,
                    "email": person.email,
                },
            )

    def _write(self, case_id: str, changes: Sequence[Change], entry: log.Entry, untold: list[UntoldCommit]) -> None:
        with self._database.write() as connection:
            for earlier in reversed(untold):
                _take_back(connection, case_id, earlier)
            rows = tuple(write_change(connection, case_id, change, entry) for change in changes)
            untold.append(UntoldCommit(tuple(changes), rows))
        untold.clear()

    def batches(self, case_id: str) -> list[LoggedBatch]:
        """The batches of a case's log, for undo and redo."""
        with self._database.read() as connection:
            return log.batches(connection, stream_of(case_id))

    def step(self, case_id: str, batch: str) -> list[LoggedStep]:
        """What one batch did to each record as a whole, however many rows it took, in the order of their last rows."""
        with self._database.read() as connection:
            rows = log.changes_of_batch(connection, stream_of(case_id), batch)
        first: dict[str, log.LoggedChange] = {}
        last: dict[str, log.LoggedChange] = {}
        for row in rows:
            first.setdefault(row.key, row)
            last.pop(row.key, None)
            last[row.key] = row
        return [
            LoggedStep(row.id, key, change_from_log(key, first[key].before, row.after)) for key, row in last.items()
        ]

    def newest_change(self) -> NewestChange | None:
        """The last row of the log that is about a case which is still there."""
        cases = select(literal(_STREAM) + CASE.c.id)
        query = select(LOG).where(LOG.c.stream.in_(cases)).order_by(LOG.c.seq.desc()).limit(1)
        with self._database.read() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        change = change_from_log(row.key, row.before, row.after)
        at = log.read_instant(row.at)
        return NewestChange(row.stream.removeprefix(_STREAM), row.key.split("\x1f")[0], change, at)


def load_case(connection: Connection, case_id: str) -> Case:
    """The snapshot of a case as an open connection sees it; raises AdvisorError(UNKNOWN_CASE)."""
    row = connection.execute(select(CASE).where(CASE.c.id == case_id)).first()
    if row is None:
        raise AdvisorError(Problem.UNKNOWN_CASE, name=case_id)
    return Case(id=case_id, head=head_of(row), **_parts(connection, case_id).get(case_id, {}))


def load_cases(connection: Connection) -> list[Case]:
    """Snapshots of all cases as an open connection sees them, oldest first."""
    heads = connection.execute(select(CASE).order_by(CASE.c.opened_on, CASE.c.id)).all()
    parts = _parts(connection, None)
    return [Case(id=row.id, head=head_of(row), **parts.get(row.id, {})) for row in heads]


def write_record(connection: Connection, case_id: str, change: Change) -> Place:
    """Bring the record of a change to its value within the open transaction, without a word in the log."""
    place = place_of(case_id, change)
    if change.after is None:
        run(connection, deletion(place.table), place.identity)
    else:
        run(connection, upsert(place.table), {**place.identity, **columns_of(case_id, change)})
    return place


def write_change(connection: Connection, case_id: str, change: Change, entry: log.Entry) -> str:
    """Bring the record of a change to its value and log it, within the open transaction; returns the row's id."""
    place = write_record(connection, case_id, change)
    before = None if change.before is None else to_json(change.before)
    after = None if change.after is None else to_json(change.after)
    if after is not None and len(after) > LONGEST_RECORD:
        raise AdvisorError(Problem.RECORD_LONG, count=LONGEST_RECORD)
    return log.append(connection, stream_of(case_id), place.log_key, entry, before, after)


def _take_back(connection: Connection, case_id: str, untold: UntoldCommit) -> None:
    """Undo a commit that was told as failed and stands, as if it had not; not one that somebody has built upon."""
    if log.newest(connection, stream_of(case_id)) in untold.rows[-1:]:  # none where nothing was changed
        for change in reversed(untold.changes):
            write_record(connection, case_id, inverse(change))
        log.withdraw(connection, untold.rows)


def _parts(connection: Connection, case_id: str | None) -> dict[str, dict[str, Any]]:
    """Everything but the heads, by case: of one case, or of all (None)."""

    def rows(table: Table) -> Iterable[Any]:
        # As text: at every start SQLAlchemy takes as long to word these statements as to read what they ask for.
        query = f"SELECT * FROM {table.name}"  # noqa: S608  # a name of our own
        if case_id is None:
            return connection.exec_driver_sql(query)
        return connection.exec_driver_sql(f"{query} WHERE case_id = ?", (case_id,))

    parts: dict[str, dict[str, Any]] = defaultdict(_empty_parts)
    for row in rows(BOOKING):
        parts[row.case_id]["bookings"][row.id] = booking_of(row)
    for row in rows(ASSESSMENT):
        parts[row.case_id]["assessments"][row.id] = assessment_of(row)
    for row in rows(ANSWER):
        parts[row.case_id]["answers"].setdefault(row.assessment, {})[row.question] = answer_of(row)
    for row in rows(STATEMENT):
        said = parts[row.case_id]["statements"].setdefault(row.assessment, {})
        said[row.question, row.role] = statement_of(row)
    for row in rows(TARGET):
        level = level_of(row.level)
        if level is not None:
            parts[row.case_id]["targets"].setdefault(row.assessment, {})[row.dimension] = level
    for row in rows(PERSON):
        person = Person(id=row.id, name=row.name, phone=row.phone, email=row.email)
        parts[row.case_id]["people"][row.id] = person
    for row in rows(RECORD):
        _add_record(parts[row.case_id], row)
    return parts


_FIELDS = {
    "word": "vocabulary",
    "role": "roles",
    "assessment-migration": "migrations",
    **{change.kind: change.records for change in NAMED_RECORDS if change.kind in RECORD_KINDS},
}
"""The field of a case that holds the records of a kind."""


def _empty_parts() -> dict[str, Any]:
    tables = ("bookings", "assessments", "answers", "statements", "targets", "people")
    return {name: {} for name in (*tables, "sections", "document_states", *_FIELDS.values())}


def _add_record(parts: dict[str, Any], row: Any) -> None:
    record = from_json(record_type(row.kind), row.value)
    if row.kind in ("plan", "handover", "retention", "branding"):
        parts[row.kind] = record
    elif row.kind == "section":
        parts["sections"][SectionKey(*row.key.split("\x1f"))] = record
    elif row.kind == "document-state":
        parts["document_states"][DocumentKey(*row.key.split("\x1f"))] = record
    else:
        parts[_FIELDS[row.kind]][row.key] = record
