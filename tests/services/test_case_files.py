"""Cases passed from one adviser to another: as files, compared, decided, handed over."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.case import CaseNote, Contact, Person
from advisor_app.domain.changes import ContactSet, EvidenceSet, NoteSet, TargetSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.domain.reconciliation import Keep, Standing
from advisor_app.domain.words import Words
from advisor_app.services.case_preview import PreviewWords
from advisor_app.services.clock import SystemClock
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.evidence_files import EvidenceFiles
from tests.services.conftest import PREFERENCES, refused
from tests.services.two_profiles import (
    PASSPHRASE,
    Pair,
    answer,
    export,
    file_of,
    level_of,
    log_ids,
    opened_case,
    take_in,
)


def rich_case(workspace: Workspace) -> CaseSession:
    """A case with answers, a person, a note and a photo."""
    session = opened_case(workspace)
    for level, question in enumerate(("4.1.1", "4.1.2", "4.1.3")):
        answer(session, level, question)
    session.save_person(Person(id="p1", name="Jo Beispiel", phone="06404 123"))
    session.apply(ContactSet("k1", None, Contact(id="k1", person="p1", function="Kämmerei")))
    note = CaseNote(id="n1", at=workspace.clock.now(), words=Words("Rückruf wegen Förderung"))
    session.apply(NoteSet("n1", None, note))
    files = EvidenceFiles(workspace.folder, workspace.profile.files_key)
    digest = files.put(b"ein Bild" * 40_000)
    photo = Evidence(
        id="e1", subject=Subject(), kind=EvidenceKind.PHOTO, added_at=workspace.clock.now(), digest=digest, size=320_000
    )
    session.apply(EvidenceSet("e1", None, photo))
    return session


def test_a_case_arrives_whole_with_history_people_questionnaire_and_photo(pair: Pair) -> None:
    kim, robin = pair
    session = rich_case(kim)
    exported = export(kim, session.case.id)
    assert (exported.people, exported.definitions, exported.evidence, exported.missing) == (1, 1, 1, ())
    assert exported.digest == hashlib.sha256(exported.file.read_bytes()).hexdigest()
    imported = take_in(robin, exported.file)
    assert imported.is_new
    arrived = robin.cases.load(session.case.id)
    assert arrived == session.case
    assert log_ids(robin, arrived.id) == log_ids(kim, arrived.id)
    (assessment,) = arrived.in_order()
    assert robin.questionnaires.of(assessment) == kim.questionnaires.of(assessment)
    files = EvidenceFiles(robin.folder, robin.profile.files_key)
    assert files.read(arrived.evidence["e1"].digest or "") == b"ein Bild" * 40_000
    assert not list(kim.folder.parent.glob("*.part"))


def test_what_came_in_is_history_and_no_step_and_ones_own_first_edit_is_one(pair: Pair) -> None:
    kim, robin = pair
    session = rich_case(kim)
    take_in(robin, export(kim, session.case.id).file)
    other = robin.cases.open(session.case.id)
    assert not other.can_undo
    answer(other, 4)
    assert robin.cases.open(session.case.id).can_undo
    other.undo()
    assert other.case == session.case
    assert not other.can_undo


def test_a_second_import_of_the_same_file_changes_nothing(pair: Pair) -> None:
    kim, robin = pair
    session = rich_case(kim)
    file = export(kim, session.case.id).file
    take_in(robin, file)
    before = log_ids(robin, session.case.id)
    preview = robin.case_import.preview(file, PASSPHRASE)
    assert preview.is_nothing_new
    imported = robin.case_import.import_(preview, {})
    assert (imported.batch, imported.records, imported.lines) == ("", 0, 0)
    assert log_ids(robin, session.case.id) == before


def test_what_is_newer_there_comes_in_as_one_step_that_can_be_undone(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    answer(session, 1)
    take_in(robin, export(kim, session.case.id).file)
    other = robin.cases.open(session.case.id)
    answer(other, 3)
    answer(other, 2, "4.1.2")
    imported = take_in(kim, export(robin, session.case.id).file)
    again = kim.cases.open(session.case.id)
    assert (level_of(again.case), level_of(again.case, "4.1.2")) == (3, 2)
    assert imported.records == 2
    assert kim.case_import.undo(again, imported)
    assert (level_of(again.case), level_of(again.case, "4.1.2")) == (1, None)
    again.redo()
    assert level_of(again.case) == 3


def test_taken_over_here_it_is_the_newer_one_at_the_giver_without_a_question(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    answer(session, 1)
    take_in(robin, export(kim, session.case.id).file)
    answer(kim.cases.open(session.case.id), 2)
    take_in(robin, export(kim, session.case.id).file)
    preview = kim.case_import.preview(export(robin, session.case.id).file, PASSPHRASE)
    assert not preview.conflicts
    kim.case_import.import_(preview, {})
    assert kim.cases.load(session.case.id) == robin.cases.load(session.case.id)
    assert log_ids(kim, session.case.id) == log_ids(robin, session.case.id)


def test_who_only_takes_over_is_asked_nothing_however_often(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    for level in (1, 2, 3):
        answer(session, level)
        take_in(robin, export(kim, session.case.id).file)
        assert level_of(robin.cases.load(session.case.id)) == level
    take_in(kim, export(robin, session.case.id).file)
    assert level_of(session.case) == 3
    answer(session, 4)
    take_in(kim, export(robin, session.case.id).file)  # older by now
    assert level_of(kim.cases.load(session.case.id)) == 4
    take_in(robin, export(kim, session.case.id).file)
    assert level_of(robin.cases.load(session.case.id)) == 4


@pytest.mark.parametrize("keep", Keep)
def test_a_conflict_is_told_with_both_values_and_settled_for_both_sides(pair: Pair, keep: Keep) -> None:
    kim, robin = pair
    session = opened_case(kim)
    answer(session, 1)
    take_in(robin, export(kim, session.case.id).file)
    answer(robin.cases.open(session.case.id), 3)
    answer(session, 2)
    file = export(robin, session.case.id).file
    preview = kim.case_import.preview(file, PASSPHRASE)
    (record,) = PreviewWords(kim.texts, kim.catalog, preview).records(Standing.CONFLICT)
    assert "4.1.1" in record.title
    assert (record.here.author, record.there.author) == ("Kim Berger", "Robin Falk")
    assert record.here.at is not None
    assert [(item.before, item.after) for item in record.differences if "2" in item.before] == [("2", "3")]
    refused(lambda: kim.case_import.import_(preview, {}), Problem.CASE_FILE_CONFLICTS)
    assert level_of(kim.cases.load(session.case.id)) == 2
    kim.case_import.import_(preview, preview.all_kept(keep))
    wanted = 2 if keep is Keep.MINE else 3
    assert level_of(kim.cases.load(session.case.id)) == wanted
    assert kim.case_import.preview(file, PASSPHRASE).is_nothing_new
    back = robin.case_import.preview(export(kim, session.case.id).file, PASSPHRASE)
    assert not back.conflicts
    robin.case_import.import_(back, {})
    assert level_of(robin.cases.load(session.case.id)) == wanted


def test_the_same_change_on_both_sides_is_no_conflict(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    take_in(robin, export(kim, session.case.id).file)
    answer(session, 2)
    answer(robin.cases.open(session.case.id), 2)
    assert not kim.case_import.preview(export(robin, session.case.id).file, PASSPHRASE).conflicts


def test_data_of_a_person_that_differs_is_asked_about(pair: Pair) -> None:
    kim, robin = pair
    session = rich_case(kim)
    take_in(robin, export(kim, session.case.id).file)
    robin.cases.open(session.case.id).save_person(Person(id="p1", name="Jo Beispiel", phone="06404 999"))
    file = export(robin, session.case.id).file
    preview = kim.case_import.preview(file, PASSPHRASE)
    (record,) = PreviewWords(kim.texts, kim.catalog, preview).records(Standing.CONFLICT)
    assert [(item.before, item.after) for item in record.differences] == [("06404 123", "06404 999")]
    take_in(kim, file, Keep.MINE)
    assert kim.cases.load(session.case.id).people["p1"].phone == "06404 123"
    take_in(kim, file, Keep.THEIRS)
    assert kim.cases.load(session.case.id).people["p1"].phone == "06404 999"


def test_a_case_that_was_changed_after_the_preview_is_left_alone(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    take_in(robin, export(kim, session.case.id).file)
    answer(robin.cases.open(session.case.id), 3)
    preview = kim.case_import.preview(export(robin, session.case.id).file, PASSPHRASE)
    answer(session, 1)
    refused(lambda: kim.case_import.import_(preview, {}), Problem.CASE_FILE_OVERTAKEN)
    assert level_of(kim.cases.load(session.case.id)) == 1


def test_a_file_for_a_recipient_opens_for_nobody_else(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    protection = kim.case_export.for_recipient(robin.case_import.recipient)
    kim.case_export.export(session.case.id, file_of(kim), protection)
    assert not robin.case_import.needs_passphrase(file_of(kim))
    assert robin.case_import.import_(robin.case_import.preview(file_of(kim)), {}).is_new
    refused(lambda: kim.case_import.preview(file_of(kim)), Problem.CASE_FILE_FOREIGN)


@pytest.mark.parametrize("text", ["", "bkrecipient:", "bkrecipient:AAAA", "ü", "bkrecipient:" + "A" * 48])
def test_a_mistyped_recipient_key_is_refused(pair: Pair, text: str) -> None:
    refused(lambda: pair[0].case_export.for_recipient(text), Problem.BAD_RECIPIENT)


def test_a_recipient_key_may_be_broken_over_lines(pair: Pair) -> None:
    key = pair[0].case_import.recipient
    assert pair[0].case_export.for_recipient(f" {key[:30]}\n  {key[30:]} \n") == pair[0].case_export.for_recipient(key)


def test_a_photo_that_is_gone_here_is_told_and_does_not_hold_up_the_rest(pair: Pair) -> None:
    kim, robin = pair
    session = rich_case(kim)
    digest = session.case.evidence["e1"].digest or ""
    EvidenceFiles(kim.folder, kim.profile.files_key).path_of(digest).unlink()
    exported = export(kim, session.case.id)
    assert (exported.missing, exported.evidence) == ((digest,), 0)
    take_in(robin, exported.file)
    assert robin.cases.load(session.case.id) == session.case


def test_without_a_recovery_sheet_no_real_case_comes_in(pair: Pair, tmp_path: Path) -> None:
    kim, _ = pair
    file = export(kim, opened_case(kim).case.id).file
    bare = open_workspace(tmp_path / "bare", PREFERENCES, clock=SystemClock())
    try:
        preview = bare.case_import.preview(file, PASSPHRASE)
        refused(lambda: bare.case_import.import_(preview, {}), Problem.RECOVERY_MISSING)
        assert bare.portfolio.load() == ()
    finally:
        bare.close()


def test_a_backup_is_made_before_anything_is_written(pair: Pair) -> None:
    kim, robin = pair
    opened_case(robin)
    take_in(robin, export(kim, opened_case(kim).case.id).file)
    newest = robin.backups.newest
    assert newest is not None
    assert newest.cases == 1


def test_a_cancelled_export_leaves_the_older_file(pair: Pair) -> None:
    kim, _ = pair
    session = opened_case(kim)
    older = export(kim, session.case.id).file.read_bytes()

    def stop(share: float) -> None:
        if share > 0.3:
            raise AdvisorError(Problem.CANCELLED)

    protection = kim.case_export.with_passphrase(PASSPHRASE)
    answer(session, 1)
    refused(lambda: kim.case_export.export(session.case.id, file_of(kim), protection, stop), Problem.CANCELLED)
    assert file_of(kim).read_bytes() == older
    assert [path.name for path in kim.folder.parent.iterdir() if path.suffix == ".part"] == []


def test_a_folder_that_is_not_there_is_told(pair: Pair) -> None:
    kim, _ = pair
    session = opened_case(kim)
    protection = kim.case_export.with_passphrase(PASSPHRASE)
    target = kim.folder / "nirgends" / "fall.bkcase"
    refused(lambda: kim.case_export.export(session.case.id, target, protection), Problem.FILE_NOT_WRITABLE)


def test_a_short_passphrase_is_refused(pair: Pair) -> None:
    refused(lambda: pair[0].case_export.with_passphrase("kurz"), Problem.CASE_FILE_PASSPHRASE_SHORT)


def test_a_file_that_reaches_into_another_case_is_refused(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    preview = robin.case_import.preview(export(kim, session.case.id).file, PASSPHRASE)
    take_in(robin, file_of(kim))  # the same records, as if under another case's id
    other = replace(preview, content=replace(preview.content, case_id="another"))
    (assessment,) = session.case.in_order()
    refused(lambda: robin.case_import.import_(other, {}), Problem.CASE_FILE_DAMAGED)
    assert robin.cases.load(session.case.id).assessments[assessment.id] == assessment
    refused(lambda: robin.cases.load("another"), Problem.UNKNOWN_CASE)


def test_targets_taken_out_there_are_taken_out_here(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    (assessment,) = session.case.in_order()
    session.apply(TargetSet(assessment.id, "4.1", None, 3))
    take_in(robin, export(kim, session.case.id).file)
    robin.cases.open(session.case.id).apply(TargetSet(assessment.id, "4.1", 3, None))
    take_in(kim, export(robin, session.case.id).file)
    assert kim.cases.load(session.case.id).targets == {}
