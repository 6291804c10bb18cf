"""Cases in a damaged database: whatever page is damaged, no answer is lost that stands in rows or log."""

import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, Statement
from advisor_app.domain.case import Case, CaseNote, Handover, Person
from advisor_app.domain.case_records import records_of
from advisor_app.domain.changes import AnswerSet, HandoverSet, HeadSet, NoteSet, StatementSet
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.domain.words import Words
from advisor_app.services.demo import ensure_example
from advisor_app.services.preferences import Preferences
from advisor_app.services.rescue import Rescue, Saved, outcome_words, table_words
from advisor_app.services.session import Author, CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.backups import create_backup
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.json_records import to_json
from advisor_app.storage.profile import DATABASE_NAME, open_profile
from advisor_app.storage.records import change_from_log, place_of
from advisor_app.storage.salvage import Salvaged
from advisor_app.texts import load_texts
from tests.page_probe import pages_of
from tests.profiles import connect_to, make_recoverable

PAGE = 4096
TEXTS = load_texts("de")
EVERY = 3 if os.environ.get("CI") else 1
"""Of the pages every third is damaged where time counts; which third, the time of the run decides."""
NOTES = 40
AT = datetime(2026, 9, 14, 7, tzinfo=UTC)
OWN = Commune(
    id="7d1c4c7e-93a5-4a0e-8f0e-5b1f6a1c2d02",
    key=None,
    name="Talverband",
    kind=CommuneKind.MUNICIPALITY,
    designation="Verband",
    own=True,
)
TABLES = (
    *("answer", "assessment", "booking", "case_head", "commune", "definition", "erasure", "log", "person"),
    *("record", "statement", "target"),
)


@dataclass
class Filled:
    """A folder with cases, and what is in it."""

    folder: Path
    cases: Mapping[str, Case]
    counts: Mapping[str, int]
    roots: Mapping[str, int]
    pages: int


def counts_in(folder: Path) -> dict[str, int]:
    with closing(connect_to(folder)) as connection:
        counted = ((name, connection.execute(f"SELECT count(*) FROM {name}")) for name in TABLES)  # noqa: S608 — names of our own tables
        return {name: rows.fetchone()[0] for name, rows in counted}


def cases_in(workspace: Workspace) -> dict[str, Case]:
    return {case.id: case for case in workspace.cases.load_all()}


def work(session: CaseSession) -> None:
    """Answers, voices, people and notes, some changed, some undone, some with texts longer than a page."""
    assessment = session.case.default_assessment()
    assert assessment is not None
    for number in range(NOTES):
        answer = Answer(state=AnswerState.ANSWERED, level=number % 5, note=Words(f"Notiz {number} " * (number * 13)))
        session.apply(AnswerSet(assessment.id, f"9.9.{number}", None, answer))
        said = Statement(role="it", state=AnswerState.ANSWERED, level=number % 5, note=Words("Stimme"))
        session.apply(StatementSet(assessment.id, f"9.9.{number}", "it", None, said))
        session.save_person(Person(id=f"{session.case.id}-{number}", name=f"Person {number}", phone="06404 1"))
        note = CaseNote(id=f"{session.case.id}-{number}", at=AT, words=Words("Wort " * number))
        session.apply(NoteSet(note.id, None, note))
        if number % 7 == 0:
            session.undo()
        if number % 5 == 0:
            session.apply(AnswerSet(assessment.id, f"9.9.{number}", answer, None))
    session.apply(HeadSet(session.case.head, replace(session.case.head, wish="Mehr Zeit")))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The worked example, a case with much in it, one that was handed over, and the record of one that was erased."""
    folder = make_recoverable(tmp_path_factory.mktemp("filled") / "data")
    workspace = open_workspace(folder, Preferences(adviser="Kim Berger"))
    ensure_example(workspace)
    case = workspace.cases.create(workspace.register.get("06531011"), ["M4"]).case
    author = Author(name="Kim Berger", device="laptop")
    work(CaseSession(CaseStore(workspace.database), case, author, workspace.clock))
    given = workspace.cases.create(workspace.register.get("06531011"), ["M1"])
    given.apply(HandoverSet(None, Handover(to="Robin", at=AT, file="0" * 64)))
    gone = workspace.cases.create(workspace.register.get("06531011"), ["M1"])
    workspace.erasure.erase_case(gone.case.id)
    workspace.register.save(OWN)
    cases = cases_in(workspace)
    workspace.close()
    with closing(connect_to(folder)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"
        roots = dict(connection.execute(query).fetchall())
    pages = (folder / DATABASE_NAME).stat().st_size // PAGE
    return Filled(folder, cases, counts_in(folder), roots, pages)


def pages_with(filled: Filled, name: str, *, leaf: int = 13, inner: int = 5) -> list[int]:
    """The pages of a table or index, from its first one down."""
    profile = open_profile(filled.folder)
    pages = list(pages_of(profile.database, profile.database_key))
    found, waiting = [], [filled.roots[name]]
    while waiting:
        page = waiting.pop()
        found.append(page)
        content = pages[page - 1]
        assert content[0] in {leaf, inner}
        if content[0] == inner:
            cells = int.from_bytes(content[3:5], "big")
            starts = [int.from_bytes(content[12 + 2 * cell : 14 + 2 * cell], "big") for cell in range(cells)]
            waiting += [int.from_bytes(content[start : start + 4], "big") for start in (8, *starts)]
    return found


def index_pages_with(filled: Filled, name: str) -> list[int]:
    """The pages of the index of a table's key."""
    return pages_with(filled, f"sqlite_autoindex_{name}_1", leaf=10, inner=2)


@pytest.fixture
def damaged(filled: Filled, tmp_path: Path) -> Callable[..., Path]:
    """Return what copies the folder and turns one bit round in each of these pages."""

    def damage(*pages: int) -> Path:
        copy = Path(shutil.copytree(filled.folder, tmp_path / f"{pages[0]}-{len(pages)}"))
        with (copy / DATABASE_NAME).open("r+b") as stream:
            for page in pages:
                stream.seek((page - 1) * PAGE + 77)
                byte = stream.read(1)[0]
                stream.seek(-1, os.SEEK_CUR)
                stream.write(bytes([byte ^ 1]))
        return copy

    return damage


def salvaged(folder: Path) -> Saved:
    """Salvage a folder; what is there afterwards is sound, and rows and log agree."""
    saved = Rescue(folder, profile=open_profile(folder)).salvage(lambda _: None, TEXTS)
    with closing(connect_to(folder)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith("restore")) in ([], ["restore.lock"])
    return saved


def table(saved: Saved, name: str) -> Salvaged:
    (found,) = [one for one in saved.tables if one.table == name]
    return found


def read(folder: Path) -> dict[str, Case]:
    """The cases as the program reads them; of each the log tells what its rows hold."""
    workspace = open_workspace(folder, Preferences())
    cases = cases_in(workspace)
    workspace.close()
    told: dict[str, dict[str, str]] = {case_id: {} for case_id in cases}
    with closing(connect_to(folder)) as connection:
        for stream, key, after in connection.execute("SELECT stream, key, after FROM log ORDER BY seq"):
            case_id = stream.removeprefix("case:")
            if case_id in told and after is None:
                told[case_id].pop(key, None)
            elif case_id in told:
                told[case_id][key] = to_json(change_from_log(key, None, after).after)
    for case in cases.values():
        rows = {place_of(case.id, change).log_key: to_json(change.after) for change in records_of(case)}
        told[case.id].pop("handover", None)
        assert {key: value for key, value in told[case.id].items() if key != "plan" or key in rows} == rows
    return cases


def without_people(cases: Mapping[str, Case]) -> dict[str, Case]:
    return {case_id: replace(case, people={}) for case_id, case in cases.items()}


@pytest.mark.long
def test_whatever_page_is_damaged_nothing_is_lost_that_stands_in_rows_or_log(
    filled: Filled, damaged: Callable[..., Path]
) -> None:
    lost: Counter[str] = Counter()
    for page in range(1 + time.time_ns() % EVERY, filled.pages + 1, EVERY):
        folder = damaged(page)
        saved = salvaged(folder)
        assert without_people(read(folder)) == without_people(filled.cases), page
        counts = counts_in(folder)
        for one in saved.tables:
            assert one.total == filled.counts[one.table], (page, one)
            assert one.lost is not None
            if one.table != "log":  # which has lines of the salvage, too
                assert counts[one.table] == one.found
            lost[one.table] += one.lost
        shutil.rmtree(folder)
    assert set(lost) >= {"person", "log"}
    assert {name for name, count in lost.items() if count} <= {"person", "log", "definition", "erasure"}


@pytest.mark.parametrize("name", ["answer", "case_head", "booking", "assessment", "statement", "target", "record"])
def test_a_table_without_its_first_page_comes_back_from_other_pages_and_the_log(
    filled: Filled, damaged: Callable[..., Path], name: str
) -> None:
    folder = damaged(filled.roots[name])
    saved = salvaged(folder)
    assert read(folder) == filled.cases
    assert (saved.lost, table(saved, name).found) == (0, filled.counts[name])
    assert outcome_words(saved, TEXTS) == "Alles, was in der Datenbank stand, ist wieder da."


def test_a_table_of_which_every_page_is_damaged_comes_back_from_the_log(
    filled: Filled, damaged: Callable[..., Path]
) -> None:
    folder = damaged(*pages_with(filled, "answer"), *index_pages_with(filled, "answer"))
    saved = salvaged(folder)
    assert read(folder) == filled.cases
    all_of_them = filled.counts["answer"]
    assert table(saved, "answer") == Salvaged("answer", all_of_them, all_of_them, all_of_them)
    line = f"Antworten: alle {all_of_them}, davon {all_of_them} aus dem Verlauf wiederhergestellt"
    assert line in table_words(saved.tables, TEXTS)


def test_the_history_comes_back_without_its_first_page(filled: Filled, damaged: Callable[..., Path]) -> None:
    for pages in ([filled.roots["log"]], [1, filled.roots["log"]], [filled.roots["log"], filled.roots["answer"]]):
        folder = damaged(*pages)
        salvaged(folder)
        assert read(folder) == filled.cases
        assert counts_in(folder)["log"] == filled.counts["log"]


def test_where_the_history_is_lost_the_rows_stay_and_it_says_where_they_come_from(
    filled: Filled, damaged: Callable[..., Path]
) -> None:
    folder = damaged(*pages_with(filled, "log"))
    saved = salvaged(folder)
    assert read(folder) == filled.cases
    assert table(saved, "log") == Salvaged("log", 0, 0, filled.counts["log"])
    with closing(connect_to(folder)) as connection:
        lines = set(connection.execute("SELECT author, why, adopted = batch FROM log"))
    assert lines == {("Beraterkoffer", "Nach einem Schaden aus der Datenbank übernommen", 1)}
    workspace = open_workspace(folder, Preferences(adviser="Kim Berger"))
    (session, *_) = [workspace.cases.open(case.id) for case in filled.cases.values() if case.handover is None]
    assert not session.can_undo
    session.apply(HeadSet(session.case.head, replace(session.case.head, wish="Es geht weiter")))
    session.undo()
    workspace.close()


def test_lost_people_are_named_with_what_to_do(filled: Filled, damaged: Callable[..., Path]) -> None:
    pages = pages_with(filled, "person")
    saved = salvaged(damaged(*pages))
    assert table(saved, "person") == Salvaged("person", 0, 0, filled.counts["person"])
    words = table_words(saved.tables, TEXTS)
    assert f"Personen: 0 von {filled.counts['person']}" in words
    assert "neuesten Sicherung" in words[-1]
    assert outcome_words(saved, TEXTS).startswith(f"{filled.counts['person']} Einträge sind verloren.")


def test_how_many_there_were_is_unknown_where_nothing_says_it(filled: Filled, damaged: Callable[..., Path]) -> None:
    pages = [*pages_with(filled, "person"), *index_pages_with(filled, "person")]
    saved = salvaged(damaged(*pages))
    assert table(saved, "person") == Salvaged("person", 0, 0, None)
    assert (saved.lost, table(saved, "person").lost) == (None, None)
    words = table_words(saved.tables, TEXTS)
    assert "Personen: 0; wie viele es waren, ist unbekannt" in words
    assert "neuesten Sicherung" in words[-1]
    assert "lässt sich nicht feststellen" in outcome_words(saved, TEXTS)


def test_the_newest_backup_says_how_many_there_were(filled: Filled, damaged: Callable[..., Path]) -> None:
    pages = [*pages_with(filled, "person"), *index_pages_with(filled, "person")]
    folder = damaged(*pages)
    shutil.copytree(
        create_backup(open_profile(filled.folder), folder.parent / "place").folder.parent, folder / "backups"
    )
    assert table(salvaged(folder), "person") == Salvaged("person", 0, 0, filled.counts["person"])


def test_what_was_written_last_and_not_folded_in_comes_along(filled: Filled, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(filled.folder, tmp_path / "data"))
    workspace = open_workspace(folder, Preferences(adviser="Kim Berger"))
    (case, *_) = [case for case in filled.cases.values() if case.handover is None]
    session = workspace.cases.open(case.id)
    session.apply(HeadSet(case.head, replace(case.head, wish="Zuletzt")))
    killed = Path(shutil.copytree(folder, tmp_path / "killed"))
    workspace.close()
    assert (killed / f"{DATABASE_NAME}-wal").stat().st_size
    for page in (1, filled.roots["answer"]):
        copy = Path(shutil.copytree(killed, tmp_path / str(page)))
        content = bytearray((copy / DATABASE_NAME).read_bytes())
        content[(page - 1) * PAGE + 77] ^= 1
        (copy / DATABASE_NAME).write_bytes(content)
        salvaged(copy)
        assert read(copy) == {**filled.cases, case.id: session.case}
