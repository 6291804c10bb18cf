"""A whole case read for a case file, and written from one: many rows with few statements, in one transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlcipher3 import dbapi2 as driver
from uuid_utils import uuid7

from advisor_app.domain.case import Case, Person
from advisor_app.domain.case_content import CaseContent, StoredDefinition
from advisor_app.domain.case_records import records_of
from advisor_app.domain.changes import ArchivedDocumentSet, Change, EvidenceSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.reconciliation import Copy, LogLine, Settlement
from advisor_app.storage import log
from advisor_app.storage.case_check import LOCAL_KIND, record_of
from advisor_app.storage.cases import load_case, stream_of
from advisor_app.storage.columns import columns_of
from advisor_app.storage.database import Database
from advisor_app.storage.erasure_records import ErasureRecords
from advisor_app.storage.json_records import to_json
from advisor_app.storage.records import FILED_KINDS, change_from_log, place_of
from advisor_app.storage.statements import deletion, insertion, run_many, text_of, upsert
from advisor_app.storage.tables import ANSWER, ASSESSMENT, BOOKING, CASE, DEFINITION, LOG, PERSON, STATEMENT, TARGET

_LINE_COLUMNS = ("id", "batch", "key", "parent", "undoes", "author", "device", "why", "before", "after", "merges")

# Keys of records that are unique over all cases: a file must not reach into another case by them.
_OWNED: Sequence[tuple[Table, str]] = (
    (BOOKING, "id"),
    (ASSESSMENT, "id"),
    (ANSWER, "assessment"),
    (STATEMENT, "assessment"),
    (TARGET, "assessment"),
    (PERSON, "id"),
)


@dataclass(frozen=True, slots=True)
class StoredCopy:
    """A case as it is stored; ``mark`` tells whether it has changed since.

    ``handover`` says whom this copy was handed over to (JSON), ``local_line`` is the last line of that in the log.
    """

    content: CaseContent
    case: Case
    mark: int
    handover: str | None
    local_line: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What an import writes.

    ``lines`` of the other copy become history under the import's batch, ``settlements`` the import's own step;
    ``changes`` end in the values that stand afterwards.
    """

    case_id: str
    lines: Sequence[LogLine]
    changes: Sequence[Change]
    settlements: Sequence[Settlement]
    people: Sequence[Person]
    definitions: Sequence[StoredDefinition]

    @property
    def evidence(self) -> set[str]:
        """The files that it names."""
        filed = [change for change in self.changes if isinstance(change, EvidenceSet | ArchivedDocumentSet)]
        changed = {change.after.digest for change in filed if change.after}
        return {digest for digest in changed if digest} | _digests_in(self.lines, *FILED_KINDS)


class CaseTransfer:
    """Reads and writes whole cases of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.erasures = ErasureRecords(database)
        """What was erased here, so that a file does not bring it back unseen."""

    def read(self, case_id: str) -> StoredCopy | None:
        """Everything of a case, None where it is not here; ``evidence`` names every file that its log tells of."""
        with self._database.read() as connection:
            mark = _mark(connection, case_id)
            if connection.execute(select(CASE.c.id).where(CASE.c.id == case_id)).first() is None:
                return None
            case = load_case(connection, case_id)
            lines = _lines(connection, case_id)
            content = CaseContent(
                case_id=case_id,
                copy=Copy(dict(record_of(case_id, change) for change in records_of(case)), lines),
                people=sorted(case.people.values(), key=lambda person: person.id),
                definitions=_definitions(connection, _questionnaires_in(lines)),
                evidence=sorted(_digests_in(lines, *FILED_KINDS)),
            )
            handover = None if case.handover is None else to_json(case.handover)
            return StoredCopy(content, case, mark, handover, _local_line(connection, case_id))

    def write(self, arrival: Arrival, entry: log.Entry, mark: int) -> None:
        """Write all of an arrival in one transaction; ``mark`` is that of ``read``, 0 for a case that is not here.

        Raises AdvisorError(CASE_FILE_OVERTAKEN) where the case has changed since, and ValueError where the arrival
        reaches into another case; nothing is written then.
        """
        rows = list(_rows_of(arrival))  # made before anybody has to wait for the database
        lines = [*_adopted(arrival, entry), *_own_lines(arrival, entry)]
        with self._database.write() as connection:
            if _mark(connection, arrival.case_id) != mark:
                raise AdvisorError(Problem.CASE_FILE_OVERTAKEN, file="")
            _refuse_foreign(connection, arrival)
            try:
                run_many(connection, insertion(LOG), lines)
            except driver.IntegrityError as error:
                raise ValueError from error  # a line of another case
            for statement, values in rows:
                run_many(connection, statement, values)
            run_many(connection, upsert(PERSON), (_person_row(arrival.case_id, person) for person in arrival.people))
            run_many(connection, _KEEP_DEFINITION, (asdict(definition) for definition in arrival.definitions))


_KEEP_DEFINITION = text_of(
    sqlite_insert(DEFINITION)
    .values({column.name: bindparam(column.name) for column in DEFINITION.columns})
    .on_conflict_do_nothing()
)


def _mark(connection: Connection, case_id: str) -> int:
    query = select(func.max(LOG.c.seq)).where(LOG.c.stream == stream_of(case_id))
    return connection.execute(query).scalar() or 0


def _local_line(connection: Connection, case_id: str) -> str | None:
    columns = LOG.c
    query = select(columns.id).where(columns.stream == stream_of(case_id), columns.key == LOCAL_KIND)
    return connection.execute(query.order_by(columns.seq.desc()).limit(1)).scalar()


def _lines(connection: Connection, case_id: str) -> list[LogLine]:
    columns = LOG.c
    query = select(LOG).where(columns.stream == stream_of(case_id), columns.key != LOCAL_KIND)
    return [
        LogLine(at=log.read_instant(row.at), **{name: getattr(row, name) for name in _LINE_COLUMNS})
        for row in connection.execute(query.order_by(columns.seq))
    ]


def _questionnaires_in(lines: Sequence[LogLine]) -> set[str]:
    """The definitions that assessments were made with, and those that some were on their way to."""
    return _digests_in(lines, "assessment", "assessment-migration")


def _digests_in(lines: Iterable[LogLine], *kinds: str) -> set[str]:
    """The digests that records of these kinds name anywhere in the log, also where they were taken out again."""
    prefixes = tuple(f"{kind}\x1f" for kind in kinds)
    told = (change_from_log(line.key, line.before, line.after) for line in lines if line.key.startswith(prefixes))
    values = [value for change in told for value in (change.before, change.after)]
    return {digest for value in values if (digest := getattr(value, "digest", None)) is not None}


def _definitions(connection: Connection, digests: Iterable[str]) -> list[StoredDefinition]:
    query = select(DEFINITION).where(DEFINITION.c.digest.in_(sorted(digests))).order_by(DEFINITION.c.digest)
    return [
        StoredDefinition(digest=row.digest, questionnaire=row.questionnaire, version=row.version, body=row.body)
        for row in connection.execute(query)
    ]


def _adopted(arrival: Arrival, entry: log.Entry) -> Iterator[dict[str, object]]:
    stream = stream_of(arrival.case_id)
    for line in arrival.lines:
        row: dict[str, object] = {name: getattr(line, name) for name in _LINE_COLUMNS}
        yield row | {"stream": stream, "at": log.instant(line.at), "adopted": entry.batch}


def _own_lines(arrival: Arrival, entry: log.Entry) -> Iterator[dict[str, object]]:
    shared: dict[str, object] = {
        "batch": entry.batch,
        "stream": stream_of(arrival.case_id),
        "undoes": None,
        "author": entry.author,
        "device": entry.device,
        "at": log.instant(entry.at),
        "why": entry.why,
        "adopted": None,
    }
    for item in arrival.settlements:
        yield shared | {
            "id": str(uuid7()),
            "key": item.key,
            "parent": item.parent,
            "before": item.before,
            "after": item.after,
            "merges": item.merges,
        }


def _rows_of(arrival: Arrival) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """The statements that bring the records to their values, each with its rows."""
    rows: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for change in arrival.changes:
        place = place_of(arrival.case_id, change)
        if change.after is None:
            rows[deletion(place.table)].append(dict(place.identity))
        else:
            rows[upsert(place.table)].append({**place.identity, **columns_of(arrival.case_id, change)})
    yield from rows.items()


def _person_row(case_id: str, person: Person) -> dict[str, object]:
    return {"case_id": case_id, **asdict(person)}


def _refuse_foreign(connection: Connection, arrival: Arrival) -> None:
    """Raise ValueError where a key of the arrival belongs to another case."""
    parts = {part for change in arrival.changes for part in place_of(arrival.case_id, change).parts[:1]}
    used = {"id": parts | {person.id for person in arrival.people}}
    used["assessment"] = used["id"]
    for table, column in _OWNED:
        names = select(func.json_each(json.dumps(sorted(used[column]))).table_valued("value").c.value)
        query = select(table.c.case_id).where(table.c[column].in_(names), table.c.case_id != arrival.case_id).limit(1)
        if connection.execute(query).first() is not None:
            raise ValueError(table.name)
