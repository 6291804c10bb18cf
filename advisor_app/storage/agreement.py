"""Rows and log of a salvaged database brought to agree: each makes good what the other has lost.

Of one record the last line's ``after`` is always the record's value. Where rows are missing, the log tells them; where
lines are missing, a line is added that tells the row. Such lines are history and no steps: nobody undoes them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sqlalchemy import Connection, func, select
from uuid_utils import uuid7

from advisor_app.domain.case import Case
from advisor_app.domain.case_records import records_of
from advisor_app.domain.changes import Change, HandoverSet
from advisor_app.domain.commune import Commune
from advisor_app.domain.plan import Plan
from advisor_app.storage import log
from advisor_app.storage.cases import load_cases, stream_of, write_record
from advisor_app.storage.json_records import from_json, to_json
from advisor_app.storage.records import change_from_log, place_of
from advisor_app.storage.register import STREAM as REGISTER
from advisor_app.storage.statements import deletion, insertion, run, run_many, upsert
from advisor_app.storage.tables import CASE, COMMUNE, LOG

Report = Callable[[float], None]

_CASE_STREAM = stream_of("")
_LOOK_EVERY = 1000


class _Key(NamedTuple):
    """A record by the log's stream and key."""

    stream: str
    key: str

    @property
    def case_id(self) -> str:
        return self.stream.removeprefix(_CASE_STREAM)

    @property
    def kind(self) -> str:
        return self.key.partition("\x1f")[0]


class _Line(NamedTuple):
    """The last line of a record."""

    id: str
    after: str | None


def agree(connection: Connection, whole: AbstractSet[str], entry: log.Entry, report: Report) -> Counter[str]:
    """Bring rows and log to agree within the open transaction; returns how many rows the log gave back, by table.

    ``whole`` names the tables of which every row is there; ``entry`` signs the lines that are added.
    """
    rebuilt: Counter[str] = Counter()
    lines = _last_lines(connection)
    _give_heads_back(connection, lines, rebuilt)
    present = dict(_present(connection))
    streams = {REGISTER, *(key.stream for key in present)}  # of a case without a head no row is seen
    added: list[dict[str, object]] = []
    keys = [key for key in dict.fromkeys((*lines, *present)) if key.stream in streams]
    for number, key in enumerate(keys):
        if number % _LOOK_EVERY == 0:
            report(number / len(keys))
        line, row = lines.get(key), present.get(key)
        if row == (None if line is None else line.after):
            continue
        table = _table_of(key)
        if line is not None and table not in whole and (LOG.name in whole or row is None):
            _write(connection, key, line.after)
            rebuilt[table] += row is None
        elif LOG.name not in whole:
            added.append(_line(key, line, row, entry))
    run_many(connection, insertion(LOG), added)
    return rebuilt


def _last_lines(connection: Connection) -> dict[_Key, _Line]:
    columns = LOG.c
    last = select(func.max(columns.seq)).group_by(columns.stream, columns.key)
    query = select(columns.id, columns.stream, columns.key, columns.after).where(columns.seq.in_(last))
    lines = {}
    for row in connection.execute(query.order_by(columns.seq)):
        key = _Key(row.stream, row.key)
        if key.stream == REGISTER or key.stream.startswith(_CASE_STREAM):
            lines[key] = _Line(row.id, _one_form(key, row.after))
    return lines


def _one_form(key: _Key, value: str | None) -> str | None:
    """A value as it is written today; None for an empty plan, which is none at all."""
    if value is None:
        return None
    if key.stream == REGISTER:
        return to_json(from_json(Commune, value))
    record = change_from_log(key.key, None, value).after
    return None if record == Plan() else to_json(record)


def _give_heads_back(connection: Connection, lines: Mapping[_Key, _Line], rebuilt: Counter[str]) -> None:
    """Cases first: without its head nothing of a case is found."""
    there = set(connection.execute(select(CASE.c.id)).scalars())
    for key, line in lines.items():
        if key.key == log.OPENING_KEY and line.after is not None and key.case_id not in there:
            _write(connection, key, line.after)
            rebuilt[CASE.name] += 1


def _present(connection: Connection) -> Iterator[tuple[_Key, str]]:
    for case in load_cases(connection):
        stream = stream_of(case.id)
        for change in _all_records(case):
            yield _Key(stream, place_of(case.id, change).log_key), to_json(change.after)
    for row in connection.execute(select(COMMUNE)):
        yield _Key(REGISTER, f"{COMMUNE.name}\x1f{row.id}"), to_json(from_json(Commune, row.value))


def _all_records(case: Case) -> Iterable[Change]:
    yield from records_of(case)
    if case.handover is not None:
        yield HandoverSet(None, case.handover)


def _table_of(key: _Key) -> str:
    if key.stream == REGISTER:
        return COMMUNE.name
    return place_of(key.case_id, change_from_log(key.key, None, None)).table.name


def _write(connection: Connection, key: _Key, value: str | None) -> None:
    if key.stream != REGISTER:
        write_record(connection, key.case_id, change_from_log(key.key, None, value))
        return
    name = key.key.partition("\x1f")[2]
    run(connection, deletion(COMMUNE), {"id": name})
    if value is not None:
        run(connection, upsert(COMMUNE), {"id": name, "key": from_json(Commune, value).key, "value": value})


def _line(key: _Key, line: _Line | None, row: str | None, entry: log.Entry) -> dict[str, object]:
    return {
        "id": str(uuid7()),
        "batch": entry.batch,
        "stream": key.stream,
        "key": key.key,
        "parent": None if line is None else line.id,
        "undoes": None,
        "author": entry.author,
        "device": entry.device,
        "at": log.instant(entry.at),
        "why": entry.why,
        "before": None if line is None else line.after,
        "after": row,
        "adopted": entry.batch,
        "merges": None,
    }
