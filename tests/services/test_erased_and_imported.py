"""Who was erased does not come back with an older case file, unless somebody wants that; neither do redacted words."""

from dataclasses import replace

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import CaseNote, Contact, Person
from advisor_app.domain.changes import ContactSet, EvidenceSet, NoteSet, ParticipantSet
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, EvidenceKind
from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.reconciliation import Keep
from advisor_app.domain.words import Words
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.storage.evidence_files import EvidenceFiles
from tests.profiles import connect_to
from tests.services.two_profiles import PASSPHRASE, Pair, answer, export, file_of, opened_case, take_in

ANNA = Person(id="p-anna", name="Annegret Wolkenhauer", phone="06404 12345")
BERT = Person(id="p-bert", name="Bert Zinnober")


def case_with_people(workspace: Workspace) -> CaseSession:
    session = opened_case(workspace)
    for number, person in enumerate((ANNA, BERT)):
        session.save_person(person)
        session.apply(ContactSet(f"k{number}", None, Contact(id=f"k{number}", person=person.id, function="Amt")))
    call = CaseNote(id="n1", at=workspace.clock.now(), words=Words("Frau Wolkenhauer ruft zurück"))
    session.apply(NoteSet("n1", None, call))
    return session


def case_with_photo(workspace: Workspace) -> tuple[CaseSession, str]:
    """A case with a photo, and the photo's digest."""
    session = opened_case(workspace)
    digest = EvidenceFiles(workspace.folder, workspace.profile.files_key).put(b"ein Bild")
    photo = Evidence(
        id="e1", subject=WHOLE_CASE, kind=EvidenceKind.PHOTO, added_at=workspace.clock.now(), digest=digest, size=8
    )
    session.apply(EvidenceSet("e1", None, photo))
    return session, digest


def rewrite(session: CaseSession, words: str) -> None:
    call = session.case.notes["n1"]
    session.apply(NoteSet("n1", call, replace(call, words=Words(words))))


def stored_words(workspace: Workspace) -> str:
    """Everything that log and people of a data folder say."""
    connection = connect_to(workspace.folder)
    rows = connection.execute("SELECT coalesce(before, '') || coalesce(after, '') || why FROM log").fetchall()
    people = connection.execute("SELECT name || phone FROM person").fetchall()
    connection.close()
    return " ".join(row[0] for row in (*rows, *people))


def test_an_erased_person_stays_away_and_the_preview_says_so(pair: Pair) -> None:
    kim, _ = pair
    session = case_with_people(kim)
    file = export(kim, session.case.id).file
    kim.erasure.erase_person(session.case, ANNA)
    preview = kim.case_import.preview(file, PASSPHRASE)
    assert [person.id for person in preview.erased] == [ANNA.id]
    assert preview.is_nothing_new
    imported = kim.case_import.import_(preview, {})
    assert (imported.batch, imported.people, imported.left_out) == ("", 0, 1)
    assert [*kim.cases.load(session.case.id).people] == [BERT.id]
    assert "Wolkenhauer" not in stored_words(kim)


def test_whoever_wants_an_erased_person_back_is_told_that_she_came(pair: Pair) -> None:
    kim, _ = pair
    session = case_with_people(kim)
    file = export(kim, session.case.id).file
    kim.erasure.erase_person(session.case, ANNA)
    preview = kim.case_import.preview(file, PASSPHRASE).with_erased()
    assert not preview.is_nothing_new
    imported = kim.case_import.import_(preview, {})
    assert (imported.people, imported.left_out) == (1, 0)
    assert kim.cases.load(session.case.id).people[ANNA.id] == ANNA
    assert not kim.case_import.preview(file, PASSPHRASE).erased  # she is here again


def test_after_all_personal_data_were_erased_nobody_comes_back(pair: Pair) -> None:
    kim, robin = pair
    session = case_with_people(kim)
    take_in(robin, export(kim, session.case.id).file)
    kim.erasure.erase_personal_data(session.case)
    assert len(kim.case_import.preview(file_of(kim), PASSPHRASE).erased) == 2
    there = robin.cases.open(session.case.id)
    there.save_person(Person(id="p-cleo", name="Cleo Neu"))
    preview = kim.case_import.preview(export(robin, session.case.id).file, PASSPHRASE)
    assert {person.id for person in preview.erased} >= {ANNA.id, BERT.id}


def test_who_was_met_after_the_erasing_comes_in(pair: Pair) -> None:
    kim, robin = pair
    session = case_with_people(kim)
    take_in(robin, export(kim, session.case.id).file)
    kim.erasure.erase_personal_data(session.case)
    for _ in range(60):
        robin.clock.now()  # the file is made after the erasing
    there = robin.cases.open(session.case.id)
    there.save_person(Person(id="p-cleo", name="Cleo Neu"))
    imported = take_in(kim, export(robin, session.case.id).file, Keep.MINE)
    assert (imported.people, imported.left_out) == (1, 2)
    assert [*kim.cases.load(session.case.id).people] == ["p-cleo"]


def test_who_only_took_part_and_was_erased_stays_away_as_well(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    session.save_person(ANNA)
    session.apply(ParticipantSet("t", None, Participant(id="t", person=ANNA.id)))
    take_in(robin, export(kim, session.case.id).file)
    kim.erasure.erase_personal_data(session.case)
    for _ in range(60):
        robin.clock.now()  # the file is made after the erasing
    preview = kim.case_import.preview(export(robin, session.case.id).file, PASSPHRASE)
    assert ANNA.id in {person.id for person in preview.erased}


def test_a_case_that_was_erased_is_said_to_come_back_without_the_erased(pair: Pair) -> None:
    kim, _ = pair
    session = case_with_people(kim)
    file = export(kim, session.case.id).file
    kim.erasure.erase_person(session.case, ANNA)
    kim.erasure.erase_case(session.case.id)
    preview = kim.case_import.preview(file, PASSPHRASE)
    assert preview.case_erased_at is not None
    assert kim.case_import.import_(preview, {}).left_out == 1
    assert [*kim.cases.load(session.case.id).people] == [BERT.id]


def test_words_that_were_redacted_do_not_come_back_in_what_was_written_upon_them(pair: Pair) -> None:
    kim, robin = pair
    session = case_with_people(kim)
    take_in(robin, export(kim, session.case.id).file)
    kim.erasure.erase_person(session.case, ANNA)
    there = robin.cases.open(session.case.id)
    rewrite(there, "Rückruf ist erledigt")
    answer(there, 3)
    take_in(kim, export(robin, session.case.id).file)
    case = kim.cases.open(session.case.id)
    assert case.case.notes["n1"].words.text == "Rückruf ist erledigt"
    assert "Wolkenhauer" not in stored_words(kim)
    case.undo()  # the import
    assert case.case.notes["n1"].words.text == f"Frau {REDACTED} ruft zurück"


def test_words_that_were_redacted_do_not_come_back_by_an_undo_on_the_other_side(pair: Pair) -> None:
    kim, robin = pair
    session = case_with_people(kim)
    take_in(robin, export(kim, session.case.id).file)
    kim.erasure.erase_person(session.case, ANNA)
    there = robin.cases.open(session.case.id)
    rewrite(there, "Rückruf ist erledigt")
    there.undo()
    take_in(kim, export(robin, session.case.id).file)
    assert kim.cases.load(session.case.id).notes["n1"].words.text == f"Frau {REDACTED} ruft zurück"
    assert "Wolkenhauer" not in stored_words(kim)


def test_a_photo_that_was_erased_stays_away(pair: Pair) -> None:
    kim, _ = pair
    session, digest = case_with_photo(kim)
    file = export(kim, session.case.id).file
    kim.erasure.erase_personal_data(session.case)
    files = EvidenceFiles(kim.folder, kim.profile.files_key)
    assert not files.exists(digest)
    imported = take_in(kim, file)
    assert imported.evidence == 0
    assert not files.exists(digest)


def test_a_file_that_is_lost_comes_back_with_a_case_file(pair: Pair) -> None:
    kim, _ = pair
    session, digest = case_with_photo(kim)
    file = export(kim, session.case.id).file
    files = EvidenceFiles(kim.folder, kim.profile.files_key)
    files.path_of(digest).unlink()
    assert take_in(kim, file).evidence == 1
    assert files.exists(digest)
