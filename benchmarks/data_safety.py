"""What encryption, backups and case files cost against the same on bare files."""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.words import Words
from advisor_app.override import override
from advisor_app.services.case_import import CaseImport
from advisor_app.services.case_preview import ImportPreview
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.backups import create_backup
from advisor_app.storage.case_transfer import CaseTransfer
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.connection import connect
from advisor_app.storage.database import PRAGMAS, Database, open_database
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.log import Entry
from advisor_app.storage.profile import open_profile
from benchmarks.large import fill_portfolio
from benchmarks.measuring import Figure, interleaved, timed

_ROUNDS = 15
_COMMITS = 200
_CASES = 300
_ANSWERS = 1000
_BACKUP_BYTES = 25_000_000
_COMMUNES, _YEARS, _QUESTIONS = 443, 10, 24
_INSERT_ANSWER = "INSERT INTO answer VALUES (?, ?, ?, 'answered', ?, NULL, '', '', 'intern', '', 'intern', NULL)"
# Grouping all answers by year and question has SQLite sort 106,320 rows, which takes more than half of the time.
_COHORT = """
    SELECT substr(held_on, 1, 4), question, sum(level), count(*)
    FROM assessment CROSS JOIN answer ON answer.assessment = assessment.id
    WHERE questionnaire = 'm4' AND state = 'answered'
    GROUP BY 1, 2
"""
# So each assessment's levels come as one text, in the order in which its answers lie: nothing is sorted, and 24 times
# fewer rows change hands. A level is one digit.
_COHORT_BY_ASSESSMENT = """
    SELECT substr(held_on, 1, 4),
        (SELECT group_concat(question || level, ' ') FROM answer
         WHERE answer.assessment = assessment.id AND state = 'answered')
    FROM assessment WHERE questionnaire = 'm4'
"""
_PREFERENCES = Preferences(adviser="Benchmark")


class _PlainDatabase(Database):
    """The same database without a key: the floor of opening."""

    @override
    def _open_connection(self) -> Any:
        connection = driver.connect(self.path, isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection


def figures(root: Path) -> Iterator[Figure]:
    """All figures of data safety in turn."""
    yield _commit_figure(root / "commits")
    yield _opening_figure(root / "many")
    yield _cohort_figure(root / "cohort")
    yield _backup_figure(root / "many")
    yield from _import_figures(root / "giver", root / "taker")


def _commit_figure(folder: Path) -> Figure:
    """One transaction with one row, encrypted and plain, both at ``synchronous=FULL``."""
    folder.mkdir()
    path = folder / "encrypted.sqlite"
    path.touch()
    numbers = count()

    def commits(connection: Any) -> Callable[[], float]:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE answer (question TEXT PRIMARY KEY, note TEXT)")

        def run() -> None:
            for _ in range(_COMMITS):
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO answer VALUES (?, ?)", (str(next(numbers)), "x" * 200))
                connection.execute("COMMIT")

        return lambda: timed(run) / _COMMITS

    beside = folder / "plain.sqlite"
    with (
        closing(connect(path, "5a" * 48)) as encrypted,
        closing(sqlite3.connect(beside, isolation_level=None)) as plain,
    ):
        value, floor = interleaved(commits(encrypted), commits(plain), _ROUNDS)
    return Figure(name="commit, encrypted against plain SQLite", value=value, floor=floor, unit="ms", bound=1.3)


def _opening_figure(folder: Path) -> Figure:
    """From the keyslot file to the list of cases, against the same rows in a plain database."""
    workspace = open_workspace(folder, _PREFERENCES, access=Access.WRITE)
    fill_portfolio(workspace, _CASES)
    workspace.close()
    plain = folder.with_name("plain.sqlite")
    _decrypt(folder, plain)

    def encrypted_list() -> None:
        database = open_database(open_profile(folder))
        CaseStore(database).load_all()
        database.close()

    def plain_list() -> None:
        database = _PlainDatabase(plain, "")
        CaseStore(database).load_all()
        database.close()

    value, floor = interleaved(lambda: _uncollected(encrypted_list), lambda: _uncollected(plain_list), _ROUNDS)
    name = f"unlocking (without Argon2) to the list of {_CASES} cases, against a plain profile"
    return Figure(name=name, value=value, floor=floor, unit="ms", bound=1.2)


def _uncollected(act: Callable[[], object]) -> float:
    """Milliseconds of one call without the garbage collector, which would fall on one of two by chance."""
    gc.collect()
    gc.disable()
    try:
        return timed(act)
    finally:
        gc.enable()


def _cohort_figure(folder: Path) -> Figure:
    """Mean level by year and question over 443 communes and ten years, against the tenth of a second it may take."""
    profile = open_profile(folder)
    open_database(profile).close()
    with closing(connect(profile.database, profile.database_key)) as connection:
        connection.execute("BEGIN")
        for assessment in range(_COMMUNES * _YEARS):
            name, held_on = f"assessment-{assessment}", f"{2017 + assessment % _YEARS}-06-01"
            head = (name, f"case-{assessment // _YEARS}", "workshop", "m4", "1.0.0", "digest", 1, held_on, "")
            connection.execute("INSERT INTO assessment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", head)
            answers = [
                (head[1], name, f"4.{question % 5 + 1}.{question // 5 + 1}", (assessment + question) % 5)
                for question in range(_QUESTIONS)
            ]
            connection.executemany(_INSERT_ANSWER, answers)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        expected = {(year, question): sums for year, question, *sums in connection.execute(_COHORT)}
        assert {key: list(sums) for key, sums in _cohort(connection).items()} == expected
        times = [timed(lambda: _cohort(connection)) for _ in range(9)]
    name = f"cohort query over {_COMMUNES} communes and {_YEARS} years, {_COMMUNES * _YEARS * _QUESTIONS:,} answers"
    return Figure(name=name, value=statistics.median(times), floor=100, unit="ms", bound=1)


def _cohort(connection: Any) -> dict[tuple[str, str], tuple[int, int]]:
    """By year and question the sum of the levels and how many there are; their quotient is the mean."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for year, levels in connection.execute(_COHORT_BY_ASSESSMENT):
        counts[year].update((levels or "").split())
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for year, found in counts.items():
        for answer, times in found.items():
            total, number = sums.get((year, answer[:-1]), (0, 0))
            sums[year, answer[:-1]] = total + int(answer[-1]) * times, number + times
    return sums


def _backup_figure(folder: Path) -> Figure:
    """A verified backup of 25 MB against a copy of the same file with fsync."""
    profile = open_profile(folder)
    with closing(connect(profile.database, profile.database_key)) as connection:
        connection.execute("BEGIN")
        for number in count():
            size = int(connection.execute("PRAGMA page_count").fetchone()[0]) * 4096
            if size >= _BACKUP_BYTES:
                break
            rows = [(f"digest-{number}-{row}", "m4", "1", os.urandom(500).hex()) for row in range(500)]
            connection.executemany("INSERT INTO definition VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    place = folder.with_name("place")

    def back_up() -> None:
        create_backup(profile, place)

    def copy() -> None:
        target = shutil.copyfile(profile.database, folder.with_name("copy.sqlite"))
        with Path(target).open("rb+") as stream:
            os.fsync(stream.fileno())

    value, floor = interleaved(lambda: timed(back_up), lambda: timed(copy), 7)
    megabytes = profile.database.stat().st_size / 1e6
    return Figure(
        name=f"verified backup of {megabytes:.0f} MB against a copy", value=value, floor=floor, unit="ms", bound=3
    )


def _import_figures(giver: Path, taker: Path) -> Iterator[Figure]:
    """Taking in a case file with 1,000 answers, against the bare inserts of its rows in one transaction."""
    workspace = open_workspace(giver, _PREFERENCES, access=Access.WRITE)
    case_id = _case_with_answers(workspace)
    floor_rows = {table: _rows(workspace, table) for table in ("answer", "log", "record")}
    numbers = count()
    file = giver / "case.bkcase"

    def new_folder() -> Path:
        return taker / str(next(numbers))

    # The file is made for the first taker's key, and every other one is a copy of that profile.
    first = open_workspace(new_folder(), _PREFERENCES, access=Access.WRITE)
    export = workspace.case_export
    export.export(case_id, file, export.for_recipient(first.case_import.recipient))
    first.close()
    workspace.close()

    def fresh() -> Path:
        return Path(shutil.copytree(taker / "0", new_folder()))

    def take_in(*, with_reading: bool) -> float:
        opened = open_workspace(fresh(), _PREFERENCES, access=Access.WRITE)
        service = _import_of(opened)
        reading = timed(lambda: previews.append(service.preview(file)))
        writing = timed(lambda: service.import_(previews.pop(), {}))
        opened.close()
        return reading + writing if with_reading else writing

    def insert() -> float:
        profile = open_profile(fresh())
        with closing(connect(profile.database, profile.database_key)) as connection:
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            return timed(lambda: _insert(connection, floor_rows))

    previews: list[ImportPreview] = []
    written = f"case import with {_ANSWERS} answers, from the preview on, against the bare inserts"
    whole = f"case file with {_ANSWERS} answers, decrypted, checked, compared and imported"
    for name, with_reading, bound in ((written, False, 3), (whole, True, None)):
        value, floor = interleaved(partial(take_in, with_reading=with_reading), insert, 9)
        yield Figure(name=name, value=value, floor=floor, unit="ms", bound=bound)


def _case_with_answers(workspace: Workspace) -> str:
    case_id = ensure_example(workspace)
    store = CaseStore(workspace.database)
    (assessment, *_) = store.load(case_id).assessments
    for number in range(_ANSWERS):
        answer = Answer(state=AnswerState.ANSWERED, level=number % 5, note=Words(f"Notiz zu Frage {number}"))
        entry = Entry(batch=f"batch-{number}", author="Benchmark", device="laptop", at=workspace.clock.now())
        store.commit(case_id, [AnswerSet(assessment, f"9.9.{number}", None, answer)], entry)
    return case_id


def _import_of(workspace: Workspace) -> CaseImport:
    """The service as the window has it, without the backup that it makes before."""
    return CaseImport(
        CaseTransfer(workspace.database),
        EvidenceFiles(workspace.profile.folder, workspace.profile.files_key),
        workspace.profile,
        workspace.author,
        workspace.clock,
        require_recovery=lambda: None,
        back_up=lambda: None,
    )


def _rows(workspace: Workspace, table: str) -> list[tuple[Any, ...]]:
    with closing(connect(workspace.profile.database, workspace.profile.database_key)) as connection:
        return list(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608  # own tables


def _insert(connection: Any, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        marks = ", ".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608 — names of our own tables
    connection.execute("COMMIT")


def _decrypt(folder: Path, plain: Path) -> None:
    """Write the rows of a profile into a plain database, table by table."""
    profile = open_profile(folder)
    with (
        closing(connect(profile.database, profile.database_key)) as source,
        closing(sqlite3.connect(plain, isolation_level=None)) as target,
    ):
        target.execute("BEGIN")
        tables = source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC").fetchall()
        for (statement,) in tables:
            if "sqlite_sequence" not in statement:
                target.execute(statement)
        names = [row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            rows = source.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 — names of our own tables
            if rows and not name.startswith("sqlite_"):
                marks = ", ".join("?" * len(rows[0]))
                target.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 — names of our own tables
        target.execute("COMMIT")
