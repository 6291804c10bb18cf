"""The log of a case read backwards, step by step, for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, literal, or_, select, tuple_

from advisor_app.domain.changes import Change
from advisor_app.domain.history import LoggedBatch
from advisor_app.storage import log
from advisor_app.storage.cases import stream_of
from advisor_app.storage.database import Database
from advisor_app.storage.records import change_from_log
from advisor_app.storage.tables import LOG


@dataclass(frozen=True, slots=True, kw_only=True)
class PastStep:
    """What one step did to one record. ``row`` is its last row of the log, ``seq`` the place of its first."""

    row: str
    seq: int
    batch: str
    kind: str
    change: Change
    author: str
    device: str
    at: datetime
    why: str
    adopted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which steps are read: of one kind of record, of one person, about one question; all where nothing is given."""

    kind: str = ""
    author: str = ""
    question: str = ""


class HistoryStore:
    """Reads the history of cases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def newest_first(
        self, case_id: str, selection: Selection, before: int | None = None
    ) -> Iterator[Iterator[PastStep]]:
        """The steps from the newest on, or from a place of the log back.

        By their time, as they are told: lines that came with a file stand later in the log than they were written.
        """
        in_case = LOG.c.stream == stream_of(case_id)
        ended = func.max(LOG.c.at).label("ended")
        steps = (
            select(LOG.c.batch, ended, func.max(LOG.c.seq).label("place")).where(in_case).group_by(LOG.c.batch).cte()
        )
        order = (steps.c.ended, steps.c.place, LOG.c.seq)
        rows = LOG.join(steps, steps.c.batch == LOG.c.batch)
        query = select(LOG).select_from(rows).where(in_case, *_wanted(selection))
        with self._database.read() as connection:
            if before is not None:
                told = connection.execute(select(*order).select_from(rows).where(LOG.c.seq == before)).one()
                query = query.where(tuple_(*order) < tuple_(*map(literal, told)))
            yield _steps(iter(connection.execute(query.order_by(*(column.desc() for column in order)))))

    def since(self, case_id: str, key: str, at: datetime) -> list[PastStep]:
        """What became of each record since a record (by log key) was first written, and since an instant.

        One step per record, from what stood before to what was written last, in the order in which they were first
        touched. Lines that arrived from elsewhere count by their place in the log and by their time: neither alone
        tells whether they were known.
        """
        in_case = LOG.c.stream == stream_of(case_id)
        place = select(func.min(LOG.c.seq)).where(in_case, LOG.c.key == key).scalar_subquery()
        later = or_(LOG.c.seq > place, LOG.c.at > log.instant(at))
        query = select(LOG).where(in_case, later, LOG.c.key != key).order_by(LOG.c.seq)
        first: dict[str, Any] = {}
        last: dict[str, Any] = {}
        with self._database.read() as connection:
            for row in connection.execute(query):
                first.setdefault(row.key, row)
                last[row.key] = row
        return [_step(row, last[name]) for name, row in first.items()]

    def batches(self, case_id: str) -> list[LoggedBatch]:
        """The batches of the case, to see what was taken back."""
        with self._database.read() as connection:
            return log.batches(connection, stream_of(case_id))

    def authors(self, case_id: str) -> list[str]:
        """Everybody who changed something, by name."""
        query = select(LOG.c.author).where(LOG.c.stream == stream_of(case_id)).distinct().order_by(LOG.c.author)
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())


def _wanted(selection: Selection) -> Iterator[Any]:
    if selection.kind:
        yield or_(LOG.c.key == selection.kind, LOG.c.key.startswith(f"{selection.kind}\x1f", autoescape=True))
    if selection.author:
        yield LOG.c.author == selection.author
    if selection.question:
        answer = and_(
            LOG.c.key.startswith("answer\x1f"), LOG.c.key.endswith(f"\x1f{selection.question}", autoescape=True)
        )
        statement = and_(
            LOG.c.key.startswith("statement\x1f"), LOG.c.key.contains(f"\x1f{selection.question}\x1f", autoescape=True)
        )
        yield or_(answer, statement)


def _steps(rows: Iterator[Any]) -> Iterator[PastStep]:
    """Rows that follow each other in one step and record are one: what is saved while one types."""
    last: Any = None
    first: Any = None
    for row in rows:
        if last is not None and (row.batch, row.key) != (last.batch, last.key):
            yield _step(first, last)
            last = None
        last, first = last or row, row
    if last is not None:
        yield _step(first, last)


def _step(first: Any, last: Any) -> PastStep:
    return PastStep(
        row=last.id,
        seq=first.seq,
        batch=last.batch,
        kind=last.key.split("\x1f")[0],
        change=change_from_log(last.key, first.before, last.after),
        author=last.author,
        device=last.device,
        at=log.read_instant(last.at),
        why=last.why or first.why,
        adopted=last.adopted is not None,
    )
