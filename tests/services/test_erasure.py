"""Erasing for good: gone from rows, log and the file's bytes, with a record; undo goes on over what is redacted."""

import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import CaseNote, Contact, Person
from advisor_app.domain.changes import (
    AnswerSet,
    ContactSet,
    HeadSet,
    MeasureSet,
    MinutesEntrySet,
    NoteSet,
    ParticipantSet,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import WHOLE_CASE
from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.plan import Measure
from advisor_app.domain.words import Words
from advisor_app.services.backups import restore
from advisor_app.services.erasure import Erased
from advisor_app.services.old_backups import held_until
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.backups import create_backup, list_backups
from advisor_app.storage.database import Database, open_database
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.profile import DATABASE_NAME, open_profile
from tests.page_probe import traces_in
from tests.profiles import connect_to
from tests.services.conftest import PREFERENCES, MondayClock, OpenCase, refused

ANNA = Person(id="p-anna", name="Dr. Annegret Wolkenhauer", phone="06404 / 123 45", email="a.wolkenhauer@example.org")
BERT = Person(id="p-bert", name="Bert Zinnober")
MARK = "Zitronenfalter"  # a word that only this case's texts hold


def note(text: str) -> Words:
    return Words(text)


def fill(session: CaseSession) -> None:
    """Name Anna in every corner of the case, today and in its history."""
    session.save_person(ANNA)
    session.save_person(BERT)
    head, contact = session.case.head, Contact(id="k1", person=ANNA.id, function="Amtsleiterin Wolkenhauers Büro")
    session.apply(ContactSet("k1", None, contact))
    session.apply(HeadSet(head, replace(head, wish=f"{MARK}: bitte Frau Wolkenhauer anrufen")))
    answers = session.case.default_assessment()
    assert answers is not None
    before: Answer | None = None
    for text in ("Frau Wolk", "Frau Wolkenhauer sagt", "Frau Wolkenhauer sagt ja", "Das Amt sagt ja"):
        after = Answer(state=AnswerState.ANSWERED, level=2, note=note(text))
        session.apply(AnswerSet(answers.id, "4.1.1", before, after), batch="typed")
        before = after
    at = datetime(2026, 9, 14, 7, tzinfo=UTC)
    call = CaseNote(id="n1", at=at, words=note(f"{MARK}: Wolkenhauer unter 0640412345, Bert Zinnober fragt nach"))
    session.apply(NoteSet("n1", None, call), why="Anruf von Frau Wolkenhauer")
    session.apply(MeasureSet("U1", None, Measure(id="U1", title="Konzept", responsible="A. Wolkenhauer")))
    session.apply(MeasureSet("U1", session.case.measures["U1"], None))


@dataclass
class Full:
    """A workspace with two filled cases; the second one must stay as it is."""

    workspace: Workspace
    session: CaseSession
    other: CaseSession

    @property
    def database(self) -> Path:
        return self.workspace.folder / DATABASE_NAME

    def traces(self, words: str, database: Path | None = None) -> int:
        return traces_in(database or self.database, self.workspace.profile.database_key, words)

    def log(self, case_id: str) -> str:
        connection = connect_to(self.workspace.folder)
        try:
            rows = connection.execute("SELECT * FROM log WHERE stream = ? ORDER BY seq", (f"case:{case_id}",))
            return json.dumps([list(row) for row in rows], ensure_ascii=False)
        finally:
            connection.close()


@pytest.fixture
def full(workspace: Workspace, open_case: OpenCase) -> Full:
    session, other = open_case("M4"), open_case("M4")
    fill(session)
    other.apply(HeadSet(other.case.head, replace(other.case.head, wish="Umzug Mondstein")))
    return Full(workspace, session, other)


def test_an_erased_case_is_nowhere_left(full: Full) -> None:
    case_id, erasure = full.session.case.id, full.workspace.erasure
    # the control: the probe finds it as long as it is there
    for words in ("Wolkenhauer", "Zinnober", MARK, case_id, "Mondstein"):
        assert full.traces(words)
    steps: list[str] = []
    record = erasure.erase_case(case_id, " Wunsch der Kommune ", lambda _share, step: steps.append(step))
    assert steps == ["rows", "file", "done"]
    # the log was emptied; only the mark that all is done came after
    assert full.database.with_name(f"{DATABASE_NAME}-wal").stat().st_size < 5 * 4096
    for words in ("Wolkenhauer", "Zinnober", MARK, "0640412345"):
        assert full.traces(words) == 0
    assert full.traces("Mondstein")
    assert full.workspace.cases.load(full.other.case.id) == full.other.case
    refused(lambda: full.workspace.cases.load(case_id), Problem.UNKNOWN_CASE)
    refused(lambda: erasure.erase_case(case_id), Problem.UNKNOWN_CASE)
    assert (record.what, record.subject, record.reason) == ("case", case_id, "Wunsch der Kommune")
    assert record.counts["person"] == 2
    assert record.counts["log"] > 5
    assert erasure.records() == [replace(record, at=record.at.replace(microsecond=0), finished=True)]


def test_a_new_backup_does_not_hold_an_erased_case(full: Full) -> None:
    before = create_backup(full.workspace.profile, at=datetime(2026, 9, 14, tzinfo=UTC))
    full.workspace.erasure.erase_case(full.session.case.id)
    after = create_backup(full.workspace.profile, at=datetime(2026, 9, 15, tzinfo=UTC))
    assert full.traces("Wolkenhauer", before.folder / DATABASE_NAME)
    assert full.traces("Wolkenhauer", after.folder / DATABASE_NAME) == 0
    assert full.traces("Mondstein", after.folder / DATABASE_NAME)


def test_no_other_file_holds_a_name(full: Full, tmp_path: Path) -> None:
    full.workspace.settings.save(full.workspace.preferences)
    full.workspace.erasure.erase_case(full.session.case.id)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert full.database in kept
    kept += [path for path in Path(tempfile.gettempdir()).glob("etilqs_*") if path.is_file()]
    for path in kept:
        content = path.read_bytes()
        assert not any(words.encode() in content for words in ("Wolkenhauer", "Zinnober", MARK)), path


def test_an_erased_person_is_gone_and_the_work_stays(full: Full) -> None:
    case, erasure = full.session.case, full.workspace.erasure
    assert erasure.person(case, "Dr. Annegret Wolkenhauer") == erasure.person(case, "p-anna") == ANNA
    refused(lambda: erasure.person(case, "Niemand"), Problem.UNKNOWN_PERSON)
    named = erasure.naming(case, [ANNA])
    assert {item.key.split("\x1f")[0] for item in named.records} == {"head", "contact", "answer", "note", "measure"}
    record = erasure.erase_person(case, ANNA)
    assert record.what == Erased.PERSON.value
    assert record.counts["person"] == record.counts["contact"] == 1
    for words in ("Wolkenhauer", "Annegret", "0640412345", "123 45", "Frau Wolk"):
        assert full.traces(words) == 0
        assert words not in full.log(case.id)
    after = full.workspace.cases.load(case.id)
    assert after.people == {BERT.id: BERT}
    assert after.contacts == {}
    assert after.head.wish == f"{MARK}: bitte Frau {REDACTED} anrufen"
    assert after.notes["n1"].words.text == f"{MARK}: {REDACTED} unter {REDACTED}, Bert Zinnober fragt nach"
    answers = case.default_assessment()
    assert answers is not None
    assert after.answer(answers.id, "4.1.1") == case.answer(answers.id, "4.1.1")
    assert full.traces("Zinnober")


def test_undo_goes_on_over_a_redaction_and_brings_no_name_back(full: Full) -> None:
    full.workspace.erasure.erase_person(full.session.case, ANNA)
    session = full.workspace.cases.open(full.session.case.id)
    latest = session.case
    count = 0
    while session.can_undo:
        session.undo()
        count += 1
        assert "Wolkenhauer" not in repr(session.case)
        assert full.workspace.cases.load(session.case.id) == session.case
    assert count == 7  # contact, wish, answer, note, measure twice, and the erased contact
    assert session.case.notes == {}
    assert session.case.answers == {}
    while session.can_redo:
        session.redo()
    assert session.case == latest
    assert "Wolk" not in full.log(session.case.id)


def test_only_the_chosen_texts_are_redacted(full: Full) -> None:
    case, erasure = full.session.case, full.workspace.erasure
    key = next(item.key for item in erasure.naming(case, [ANNA]).records if item.key == "head")
    erasure.erase_person(case, ANNA, [key])
    after = full.workspace.cases.load(case.id)
    assert "Wolkenhauer" not in after.head.wish
    assert "Wolkenhauer" in after.notes["n1"].words.text
    assert after.people == {BERT.id: BERT}


def test_taking_part_goes_with_the_person_and_what_was_said_is_redacted(full: Full) -> None:
    case, erasure = full.session.case, full.workspace.erasure
    anna, bert = (Participant(id=f"t-{item.id}", person=item.id, office="Bauamt") for item in (ANNA, BERT))
    words = Words("Wolkenhauer schreibt den Leitfaden")
    at = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
    entry = MinutesEntry(id="m1", day="d1", kind=EntryKind.TASK, at=at, words=words, who="Annegret Wolkenhauer")
    full.session.apply(ParticipantSet(anna.id, None, anna), ParticipantSet(bert.id, None, bert))
    full.session.apply(MinutesEntrySet(entry.id, None, entry))
    assert full.workspace.person_export(full.session.case).stored(full.session.case, ANNA).participations == (anna,)
    record = erasure.erase_person(full.session.case, ANNA)
    assert record.counts["participant"] == 1
    after = full.workspace.cases.load(case.id)
    assert after.participants == {bert.id: bert}
    assert after.minutes["m1"].words.text == f"{REDACTED} schreibt den Leitfaden"
    assert "Wolkenhauer" not in after.minutes["m1"].who
    assert full.traces("Wolkenhauer") == 0


def test_names_of_people_who_are_not_listed_are_found_and_redacted(full: Full) -> None:
    case, erasure = full.session.case, full.workspace.erasure
    named = erasure.saying(case, "Zinnober")
    (record,) = named.records
    assert record.texts == (case.notes["n1"].words.text,)
    assert erasure.redact(case, named, named.keys).what == Erased.TEXTS.value
    after = full.workspace.cases.load(case.id)
    assert after.notes["n1"].words.text.endswith(f"{REDACTED} fragt nach")
    assert after.people == case.people


def test_all_personal_data_go_and_answers_stay(full: Full) -> None:
    case, erasure = full.session.case, full.workspace.erasure
    record = erasure.erase_personal_data(case, "Frist abgelaufen")
    assert record.counts["person"] == 2
    after = full.workspace.cases.load(case.id)
    assert (after.people, after.contacts) == ({}, {})
    assert after.answers == case.answers
    for words in ("Wolkenhauer", "Zinnober", "0640412345"):
        assert full.traces(words) == 0


def test_files_that_were_attached_go_with_the_personal_data(full: Full, tmp_path: Path) -> None:
    file = tmp_path / "Gespräch.txt"
    file.write_text("Notiz von Frau Wolkenhauer", encoding="utf-8")
    room, session = full.workspace.evidence, full.session
    taken = room.take_in([file])
    session.apply(*room.added(session.case, taken.stored, WHOLE_CASE))
    (digest,) = {piece.digest for piece in session.case.evidence.values() if piece.digest}
    full.workspace.erasure.erase_personal_data(session.case)
    assert full.workspace.cases.load(session.case.id).evidence == {}
    assert not EvidenceFiles(full.workspace.folder, full.workspace.profile.files_key).path_of(digest).exists()
    assert room.of_case(session.case.id) == set()


def test_why_something_was_erased_names_nobody(full: Full) -> None:
    erasure, case = full.workspace.erasure, full.session.case
    record = erasure.erase_person(case, ANNA, reason="Antrag von Frau Wolkenhauer")
    assert record.reason == f"Antrag von Frau {REDACTED}"
    assert full.traces("Wolkenhauer") == 0


def test_why_a_case_was_erased_names_nobody(full: Full) -> None:
    case = full.session.case
    reason = "Bitte von Frau Wolkenhauer, anna@beispiel.example, 06404 12345"
    record = full.workspace.erasure.erase_case(case.id, reason, people=case.people.values())
    assert record.reason == f"Bitte von Frau {REDACTED}, {REDACTED}, {REDACTED}"
    assert full.traces("Wolkenhauer") == 0


def test_an_erasing_whose_rests_cannot_be_removed_says_so_and_is_finished_later(
    full: Full, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_database: Database) -> None:
        raise AdvisorError(Problem.DISK_FULL, file="x")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "compact", full_disk)
        refused(lambda: full.workspace.erasure.erase_person(full.session.case, ANNA), Problem.ERASURE_UNFINISHED)
    assert ANNA.id not in full.workspace.cases.load(full.session.case.id).people
    assert [record.finished for record in full.workspace.erasure.records()] == [False]
    full.workspace.finish_erasing()
    assert [record.finished for record in full.workspace.erasure.records()] == [True]


def test_a_record_of_an_erasing_names_nobody(full: Full) -> None:
    full.workspace.erasure.erase_person(full.session.case, ANNA)
    (record,) = full.workspace.erasure.records()
    assert "Wolkenhauer" not in repr(record)
    assert (record.author, record.subject, record.finished) == ("Kim Berger", ANNA.id, True)


def test_what_was_cut_off_is_finished_later(full: Full, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_off() -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(full.workspace.database, "compact", cut_off)
        with pytest.raises(KeyboardInterrupt):
            full.workspace.erasure.erase_person(full.session.case, ANNA)
    assert [record.finished for record in full.workspace.erasure.records()] == [False]
    full.workspace.erasure.finish()
    assert [record.finished for record in full.workspace.erasure.records()] == [True]
    assert full.traces("Wolkenhauer") == 0


def test_old_backups_are_named_and_removed_after_a_new_one(full: Full) -> None:
    erasure, profile = full.workspace.erasure, full.workspace.profile
    assert erasure.backups_hold().count == 0
    assert erasure.erase_old_backups() is None
    old = create_backup(profile, at=datetime(2026, 9, 1, tzinfo=UTC))
    assert erasure.backups_hold().count == 0
    erasure.erase_case(full.session.case.id)
    held = erasure.backups_hold()
    assert held.count == 1
    assert held.until is not None
    record = erasure.erase_old_backups()
    assert record is not None
    assert (record.what, record.counts) == ("backups", {"backups": 1})
    assert not old.folder.exists()
    assert erasure.backups_hold().count == 0
    (new,) = list_backups(old.folder.parent)[0]
    assert full.traces("Wolkenhauer", new.folder / DATABASE_NAME) == 0
    assert full.traces("Mondstein", new.folder / DATABASE_NAME)


def test_files_go_with_the_case_that_alone_names_them(full: Full) -> None:
    room = full.workspace.evidence
    own, shared = (full.workspace.folder / name for name in ("eigen.txt", "gemeinsam.txt"))
    own.write_text("nur hier")
    shared.write_text("in beiden")
    for session, paths in ((full.session, [own, shared]), (full.other, [shared])):
        session.apply(*room.added(session.case, room.take_in(paths).stored, WHOLE_CASE))
    by_size = {piece.size: piece.digest for piece in full.session.case.evidence.values()}
    mine, both = by_size[len("nur hier")], by_size[len("in beiden")]
    files = EvidenceFiles(full.workspace.folder, full.workspace.profile.files_key)
    assert {mine, both} == set(files.digests())
    full.workspace.erasure.erase_case(full.session.case.id)
    assert set(files.digests()) == {both}


def test_photos_go_with_personal_data_and_undo_brings_none_back(full: Full) -> None:
    session, room = full.session, full.workspace.evidence
    photo = full.workspace.folder / "wolkenhauer.png"
    photo.write_bytes(_picture())
    session.apply(*room.added(session.case, room.take_in([photo]).stored, WHOLE_CASE))
    files = EvidenceFiles(full.workspace.folder, full.workspace.profile.files_key)
    assert len(list(files.digests())) == 1
    full.workspace.erasure.erase_personal_data(session.case)
    assert list(files.digests()) == []
    session = full.workspace.cases.open(session.case.id)
    assert session.case.evidence == {}
    while session.can_undo:
        session.undo()
        assert all(piece.digest is None for piece in session.case.evidence.values())
        assert "olkenhauer" not in repr(session.case)


def _picture() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(content, "PNG")
    return content.getvalue()


def test_the_list_of_cases_forgets_an_erased_case(full: Full) -> None:
    portfolio = full.workspace.portfolio
    portfolio.load()
    full.workspace.erasure.erase_case(full.session.case.id)
    portfolio.update(full.session.case)  # a window that still had it open
    assert [row.case_id for row in portfolio.rows] == [full.other.case.id]
    assert [row.case_id for row in portfolio.load()] == [full.other.case.id]


def test_backups_that_may_hold_it_go_within_a_year_of_daily_work() -> None:
    now = datetime(2026, 9, 14, 8, tzinfo=UTC)
    assert held_until([], now) is None
    old = [now - timedelta(days=days) for days in range(100)]
    until = held_until(old, now)
    assert until is not None
    assert timedelta(days=150) < until - now.date() < timedelta(days=365)


@pytest.fixture
def reopened(full: Full) -> Iterator[Workspace]:
    full.workspace.erasure.erase_personal_data(full.session.case)
    opened = open_workspace(full.workspace.folder, PREFERENCES, clock=MondayClock())
    yield opened
    opened.close()


def test_everything_holds_after_a_restart(full: Full, reopened: Workspace) -> None:
    case = reopened.cases.load(full.session.case.id)
    assert "Wolkenhauer" not in repr(case)
    assert len(reopened.erasure.records()) == 1


EARLIER = "2026-09-01T00-00-00Z"


def test_data_kept_aside_and_unreadable_backups_are_named_and_removed(tmp_path: Path, full: Full) -> None:
    workspace, folder = full.workspace, full.workspace.folder
    second = tmp_path / "stick"
    second.mkdir()
    workspace.set_preferences(replace(workspace.preferences, backup_place=str(second)))
    made = workspace.backups.create()
    assert made.second is not None
    workspace.close()
    restored = restore(folder, made.backup)
    assert restored.aside is not None
    assert restored.before is not None
    shutil.rmtree(restored.before.folder)  # by the machine's clock, as is the name of what is kept aside
    earlier = restored.aside.with_name(EARLIER)
    restored.aside.rename(earlier)
    foreign = restored.aside.with_name(f"{EARLIER}-2")
    open_database(open_profile(foreign)).close()
    opened = open_workspace(folder, replace(PREFERENCES, backup_place=str(second)), clock=workspace.clock)
    again = Full(opened, full.session, full.other)
    (made.second.folder / "manifest.json").write_text("{")
    for database in (earlier / DATABASE_NAME, made.second.folder / DATABASE_NAME):
        assert again.traces("Wolkenhauer", database)
    opened.erasure.erase_case(full.session.case.id)
    assert opened.erasure.backups_hold().lasting == 2
    record = opened.erasure.erase_old_backups()
    assert record is not None
    databases = [*folder.rglob(DATABASE_NAME), *second.rglob(DATABASE_NAME)]
    assert len(databases) == 4  # the one in use, a backup in each place, and other people's
    for database in databases:
        if database.parent != foreign:
            assert again.traces("Wolkenhauer", database) == 0
            assert again.traces("Mondstein", database)
    assert not opened.erasure.backups_hold().is_anything
    opened.close()


def test_backups_in_the_second_place_count_and_go_too(tmp_path: Path, full: Full) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    workspace = full.workspace
    workspace.set_preferences(replace(workspace.preferences, backup_place=str(second)))
    home = workspace.backups.second_home
    assert home is not None
    old = create_backup(workspace.profile, home, at=datetime(2026, 9, 1, tzinfo=UTC))
    workspace.erasure.erase_case(full.session.case.id)
    assert workspace.erasure.backups_hold().count == 1
    second.rename(tmp_path / "elsewhere")
    assert workspace.erasure.backups_hold().unseen
    (tmp_path / "elsewhere").rename(second)
    workspace.erasure.erase_old_backups()
    assert not old.folder.exists()
    held = workspace.erasure.backups_hold()
    assert (held.count, held.unseen) == (0, False)
