"""Documents as they were handed over: kept, given out again, compared with today, carried along and erased."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from advisor_app.documents.kinds import KINDS
from advisor_app.domain.case import Case, CaseNote, SectionKey
from advisor_app.domain.case_document import ArchivedDocument, DocumentKey, DocumentState, Stage
from advisor_app.domain.changes import AnswerSet, MeasureSet, NoteSet, SectionSet, UseCaseSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plan import Measure
from advisor_app.domain.words import Audience, Words
from advisor_app.services.document_archive import DeliveredDocument, DocumentChange
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.profile import DATABASE_NAME
from tests.documents.reading import all_text, squeezed
from tests.services.conftest import OpenCase, refused
from tests.services.two_profiles import answer, export, take_in, two_profiles

REPORT = "result-report"
QUESTIONS = ("4.1.1", "4.1.2", "4.1.3")


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    """A case with a few answers."""
    session = open_case("M4")
    for question in QUESTIONS:
        answer(session, 2, question)
    return session


def item_of(session: CaseSession) -> str:
    """The assessment that reports of the case are about."""
    (assessment,) = session.case.assessments
    return assessment


def handed_over(
    workspace: Workspace, session: CaseSession, folder: Path, kind: str = REPORT, to: str = ""
) -> DeliveredDocument:
    """Hand over a document as the window and the command do."""
    given = workspace.documents.input_of(session.case, kind)
    archive = workspace.document_archive
    file = folder / f"{kind}-{len(session.case.archived_documents)}.pdf"
    delivered = archive.hand_over(archive.delivery(kind, given, to), file)
    session.apply(delivered.change)
    return delivered


def changes_since(workspace: Workspace, session: CaseSession, entry: ArchivedDocument) -> tuple[DocumentChange, ...]:
    return workspace.document_archive.changes_since(session.case, entry)


def files_of(workspace: Workspace) -> EvidenceFiles:
    return EvidenceFiles(workspace.folder, workspace.profile.files_key)


# What is kept


def test_what_is_handed_over_is_written_and_kept_as_it_was(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    delivered = handed_over(workspace, session, tmp_path, to=" Hauptamt ")
    (entry,) = session.case.archived_documents.values()
    content = delivered.file.read_bytes()
    assert entry.document == DocumentKey(REPORT, item_of(session))
    assert (entry.to, entry.state.stage, entry.version) == ("Hauptamt", Stage.DRAFT, "0.1.0")
    assert entry.title.startswith("Ergebnisbericht")
    assert (entry.digest, entry.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert f"Seite1von{entry.pages}" in all_text(content)
    assert files_of(workspace).read(entry.digest or "") == content
    assert workspace.cases.load(session.case.id) == session.case


def test_it_is_given_out_again_as_it_was_whatever_has_changed_since(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    delivered = handed_over(workspace, session, tmp_path)
    before = delivered.file.read_bytes()
    delivered.file.unlink()
    answer(session, 4)
    archive = workspace.document_archive
    entry = archive.find(session.case, delivered.entry.id[-8:])
    assert archive.content(entry) == before
    archive.save(entry, tmp_path / "noch einmal.pdf")
    assert (tmp_path / "noch einmal.pdf").read_bytes() == before
    refused(lambda: archive.find(session.case, "gibt-es-nicht"), Problem.UNKNOWN_ARCHIVED_DOCUMENT)


def test_the_state_is_that_of_the_moment_and_stands_on_the_pages(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    state = DocumentState(stage=Stage.COMMENTS, comments_until=date(2026, 10, 2))
    session.apply(workspace.documents.state_change(session.case, REPORT, item_of(session), state))
    entry = handed_over(workspace, session, tmp_path).entry
    released = DocumentState(stage=Stage.RELEASED)
    session.apply(workspace.documents.state_change(session.case, REPORT, item_of(session), released))
    assert entry.state == state
    assert squeezed("zur Stellungnahme bis 02.10.2026") in all_text(workspace.document_archive.content(entry))
    (offer,) = (offer for offer in workspace.documents.offers(session.case) if offer.kind == REPORT)
    assert (offer.state, offer.last) == (released, entry)


def test_a_target_that_takes_nothing_leaves_nothing_in_the_case(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    given = workspace.documents.input_of(session.case, REPORT)
    archive = workspace.document_archive
    folder = tmp_path / "ordner.pdf"
    folder.mkdir()
    refused(lambda: archive.hand_over(archive.delivery(REPORT, given), folder), Problem.FILE_NOT_WRITABLE)
    assert list(files_of(workspace).digests()) == []
    own = workspace.folder / DATABASE_NAME
    refused(lambda: archive.hand_over(archive.delivery(REPORT, given), own), Problem.FILE_OF_PROGRAM)
    assert list(files_of(workspace).digests()) == []


def test_a_store_that_takes_nothing_leaves_no_file_at_the_target(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    (workspace.folder / "files").write_text("kein Ordner")
    given = workspace.documents.input_of(session.case, REPORT)
    archive = workspace.document_archive
    target = tmp_path / "bericht.pdf"
    refused(lambda: archive.hand_over(archive.delivery(REPORT, given), target), Problem.DOCUMENT_NOT_ARCHIVED)
    assert not target.exists()


def test_a_document_that_no_case_came_to_name_is_given_up(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    given = workspace.documents.input_of(session.case, REPORT)
    archive = workspace.document_archive
    delivered = archive.hand_over(archive.delivery(REPORT, given), tmp_path / "bericht.pdf")
    assert len(list(files_of(workspace).digests())) == 1
    archive.give_up(delivered)
    assert list(files_of(workspace).digests()) == []


def test_taking_back_a_handover_can_be_taken_back_itself(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    entry = handed_over(workspace, session, tmp_path).entry
    session.undo()
    assert session.case.archived_documents == {}
    assert workspace.evidence.unneeded([entry.digest or ""]) == set()
    session.redo()
    assert workspace.document_archive.content(session.case.archived_documents[entry.id])


def test_a_missing_a_changed_and_an_erased_file_are_said_for_what_they_are(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    entry = handed_over(workspace, session, tmp_path).entry
    archive, path = workspace.document_archive, files_of(workspace).path_of(entry.digest or "")
    sealed = path.read_bytes()
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    refused(lambda: archive.content(entry), Problem.ARCHIVED_DOCUMENT_DAMAGED)
    path.unlink()
    error = refused(lambda: archive.content(entry), Problem.ARCHIVED_DOCUMENT_MISSING)
    assert error.details == {"title": entry.title}
    refused(lambda: archive.content(replace(entry, digest=None)), Problem.ARCHIVED_DOCUMENT_ERASED)


# What was changed since


def test_what_was_not_handed_over_cannot_be_compared(workspace: Workspace, session: CaseSession) -> None:
    error = refused(
        lambda: workspace.document_archive.last(session.case, REPORT, item_of(session)), Problem.NOT_HANDED_OVER
    )
    assert error.details == {"document": "Ergebnisbericht"}


def test_what_shows_in_the_document_is_told_once_with_then_and_now(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    entry = handed_over(workspace, session, tmp_path).entry
    assert changes_since(workspace, session, entry) == ()
    answer(session, 3)
    answer(session, 4)
    answer(session, 0, "4.1.2")
    first, second = changes_since(workspace, session, entry)
    assert (first.title, second.title) == ("Antwort 4.1.2", "Antwort 4.1.1")
    assert [(field.label, field.before, field.after) for field in second.fields] == [("Stufe", "2", "4")]
    assert first.at > second.at
    assert first.author == workspace.author.name


def test_what_was_taken_back_is_no_change(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    entry = handed_over(workspace, session, tmp_path).entry
    answer(session, 4)
    session.undo()
    answer(session, 3, "4.1.2")
    answer(session, 2, "4.1.2")
    assert changes_since(workspace, session, entry) == ()


def test_nothing_is_told_that_the_readers_may_not_see(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    entry = handed_over(workspace, session, tmp_path).entry
    assessment = item_of(session)
    before = session.case.answer(assessment, "4.1.1")
    secret = Words("Streit im Amt", Audience.INTERNAL)
    session.apply(AnswerSet(assessment, "4.1.1", before, replace(before, note=secret)))
    session.apply(NoteSet("n1", None, CaseNote(id="n1", at=workspace.clock.now(), words=secret)))
    assert changes_since(workspace, session, entry) == ()
    both = replace(before, level=4, note=secret, reason=Words("Beschluss liegt vor.", Audience.REPORT))
    session.apply(AnswerSet(assessment, "4.1.1", replace(before, note=secret), both))
    (change,) = changes_since(workspace, session, entry)
    assert "Streit" not in repr(change)
    assert {field.label for field in change.fields} == {"Stufe", "Grund", "Grund · Sichtbarkeit"}


def test_what_does_not_stand_in_the_document_is_not_told(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    report = handed_over(workspace, session, tmp_path).entry
    plan = handed_over(workspace, session, tmp_path, "implementation-plan").entry
    session.apply(MeasureSet("U1", None, Measure(id="U1", title="Leitbild beschließen")))
    section = SectionKey("implementation-plan", "", "summary")
    session.apply(SectionSet(SectionKey(REPORT, item_of(session), "summary"), None, Words("Kurz.", Audience.REPORT)))
    session.apply(SectionSet(section, None, Words("Noch nicht.", Audience.INTERNAL)))
    assert [change.title.split()[0] for change in changes_since(workspace, session, plan)] == ["Maßnahme"]
    assert [change.title for change in changes_since(workspace, session, report)][:1] == [
        f"Textteil {workspace.record_words(session.case).document(report.document)}"
    ]


def test_states_and_handing_over_are_no_changes(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    entry = handed_over(workspace, session, tmp_path).entry
    released = DocumentState(stage=Stage.RELEASED)
    session.apply(workspace.documents.state_change(session.case, REPORT, item_of(session), released))
    last = handed_over(workspace, session, tmp_path).entry
    assert workspace.document_archive.last(session.case, REPORT, item_of(session)) == last
    assert changes_since(workspace, session, entry) == ()


def test_what_was_changed_while_the_document_was_being_drawn_counts(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    given = workspace.documents.input_of(session.case, REPORT)
    archive = workspace.document_archive
    delivery = archive.delivery(REPORT, given)
    answer(session, 4)
    delivered = archive.hand_over(delivery, tmp_path / "bericht.pdf")
    session.apply(delivered.change)
    assert [change.title for change in changes_since(workspace, session, delivered.entry)] == ["Antwort 4.1.1"]


def test_a_document_whose_matter_is_gone_says_so(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    workspace.use_cases.create(session, "Parken")
    entry = handed_over(workspace, session, tmp_path, "use-case").entry
    (use_case,) = session.case.use_cases.values()
    session.apply(UseCaseSet(use_case.id, use_case, None))
    (change,) = changes_since(workspace, session, entry)
    assert change.title.startswith("Anwendungsfall")


def test_comparing_tells_how_far_it_is_and_can_be_stopped(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    entry = handed_over(workspace, session, tmp_path).entry
    for question in QUESTIONS:
        answer(session, 4, question)
    shares: list[float] = []
    archive = workspace.document_archive
    archive.changes_since(session.case, entry, shares.append)
    assert shares[0] == 0
    assert all(earlier < later for earlier, later in pairwise(shares))
    refused(
        lambda: archive.changes_since(session.case, entry, cancelled=lambda: True),
        Problem.CANCELLED,
    )


# Where it goes


def test_the_advisers_own_papers_are_neither_released_nor_handed_over(
    workspace: Workspace, session: CaseSession
) -> None:
    released, archive = DocumentState(stage=Stage.RELEASED), workspace.document_archive
    given = workspace.documents.input_of(session.case, REPORT)
    for name in (kind.id for kind in KINDS if kind.audience is Audience.INTERNAL):
        refused(partial(archive.delivery, name, given), Problem.DOCUMENT_STAYS)
        refused(partial(workspace.documents.state_change, session.case, name, "", released), Problem.DOCUMENT_STAYS)


@contextmanager
def a_delivered_case() -> Iterator[tuple[Workspace, Workspace, Case, bytes]]:
    """Two profiles; in the first one a case of which a report was handed over."""
    with two_profiles() as (kim, robin):
        commune = kim.register.get("06531011")
        session = kim.cases.create(commune, ("M4",))
        answer(session, 2)
        delivered = handed_over(kim, session, kim.folder.parent)
        yield kim, robin, session.case, delivered.file.read_bytes()


def test_it_travels_with_the_case() -> None:
    with a_delivered_case() as (kim, robin, case, content):
        exported = export(kim, case.id)
        assert (exported.evidence, exported.missing) == (1, ())
        take_in(robin, exported.file)
        arrived = robin.cases.load(case.id)
        assert arrived.archived_documents == case.archived_documents
        (entry,) = arrived.archived_documents.values()
        assert robin.document_archive.content(entry) == content
        session = robin.cases.open(case.id)
        answer(session, 4, "4.1.3")
        assert [change.title for change in changes_since(robin, session, entry)] == ["Antwort 4.1.3"]


def test_a_case_file_without_its_bytes_says_so_and_arrives_all_the_same() -> None:
    with a_delivered_case() as (kim, robin, case, _content):
        (entry,) = case.archived_documents.values()
        files_of(kim).path_of(entry.digest or "").unlink()
        exported = export(kim, case.id)
        assert exported.missing == (entry.digest,)
        take_in(robin, exported.file)
        (arrived,) = robin.cases.load(case.id).archived_documents.values()
        refused(lambda: robin.document_archive.content(arrived), Problem.ARCHIVED_DOCUMENT_MISSING)


def test_it_goes_with_the_case(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    handed_over(workspace, session, tmp_path)
    workspace.erasure.erase_case(session.case.id)
    assert list(files_of(workspace).digests()) == []


def test_of_erased_personal_data_only_the_fact_is_left(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    entry = handed_over(workspace, session, tmp_path, to="Amt, bitte an kaemmerei@lich.example").entry
    workspace.erasure.erase_personal_data(session.case)
    assert list(files_of(workspace).digests()) == []
    after = workspace.cases.open(session.case.id)
    (left,) = after.case.archived_documents.values()
    assert left == replace(entry, digest=None, to="Amt, bitte an [gelöscht]")
    refused(lambda: workspace.document_archive.content(left), Problem.ARCHIVED_DOCUMENT_ERASED)
    after.undo()
    after.redo()
    assert after.case.archived_documents == {left.id: left}


def test_every_error_of_the_store_has_its_sentence(workspace: Workspace) -> None:
    from advisor_app.texts.errors import sentence

    for problem in (
        Problem.ARCHIVED_DOCUMENT_MISSING,
        Problem.ARCHIVED_DOCUMENT_DAMAGED,
        Problem.ARCHIVED_DOCUMENT_ERASED,
        Problem.DOCUMENT_NOT_ARCHIVED,
    ):
        assert "„Bericht“" in sentence(AdvisorError(problem, title="Bericht"), workspace.texts)
