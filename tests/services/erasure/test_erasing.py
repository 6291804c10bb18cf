"""Erasing for good: gone from rows, log and the file's bytes, with a record; undo goes on over what is redacted."""

import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from advisor_app.domain.attendance import Participant
from advisor_app.domain.changes import (
    MinutesEntrySet,
    ParticipantSet,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import WHOLE_CASE
from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.words import Words
from advisor_app.services.erasure import Erased
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.database import Database
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.profile import DATABASE_NAME
from tests.services.conftest import PREFERENCES, MondayClock, refused
from tests.services.erasure.conftest import ANNA, BERT, MARK, Full


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
