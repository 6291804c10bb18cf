"""Photos and files come into a case, and out again, as the adviser expects."""

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from advisor_app.domain.changes import EvidenceSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import WHOLE_CASE, EvidenceKind, Subject, awaited, by_subject
from advisor_app.services import evidence
from advisor_app.services.evidence import filled, subject_words
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused

QUESTION = Subject.question("a1", "4.5.1")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return make_photo(tmp_path / "IMG_0001.jpg", "navy")


def make_photo(file: Path, colour: str, taken: str = "2026:09:14 08:00:10") -> Path:
    told = Image.Exif()
    told.get_ifd(0x8769)[0x9003] = taken
    Image.new("RGB", (320, 240), colour).save(file, exif=told)
    return file


def kept_files(workspace: Workspace) -> set[str]:
    return {path.name for path in (workspace.folder / "files").glob("??/*")}


def test_a_photo_is_kept_with_its_time_and_without_its_place(
    workspace: Workspace, open_case: OpenCase, photo: Path, tmp_path: Path
) -> None:
    session, room = open_case("M4"), workspace.evidence
    intake = room.take_in([photo])
    session.apply(*room.added(session.case, intake.stored, QUESTION))
    (piece,) = session.case.evidence.values()
    assert piece.kind is EvidenceKind.PHOTO
    assert piece.taken_at == datetime(2026, 9, 14, 6, 0, 10, tzinfo=UTC)
    assert (piece.title, piece.media_type, piece.subject) == ("IMG_0001", "image/jpeg", QUESTION)
    assert {piece.digest} == kept_files(workspace)
    copy = tmp_path / "copy.jpg"
    room.export(piece, copy)
    content = copy.read_bytes()
    assert (len(content), hashlib.sha256(content).hexdigest()) == (piece.size, piece.digest)
    assert room.pixels(piece.digest or "", 32).width == 32
    assert workspace.cases.load(session.case.id).evidence == session.case.evidence


def test_other_files_are_kept_as_they_are(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "Aktenplan.pdf"
    file.write_bytes(b"%PDF-1.7 " + bytes(300_000))
    stored = workspace.evidence.take_file(file)
    assert (stored.kind, stored.media_type, stored.size) == (EvidenceKind.FILE, "application/pdf", 300_009)
    assert stored.digest == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("a\nb\tc\x07.txt", "a b c"),
        ("Ku\u0308che.txt", "Küche"),
        ("Rechnung\u202efdp.exe", "Rechnungfdp"),
        ("Plan\udcfc.txt", "Plan"),
        ("\x1b[2J.txt", "[2J"),
        ("\x07.txt", ""),
        ("👩\u200d🔧 " * 8 + ".txt", ("👩\u200d🔧 " * 8).strip()),
    ],
)
def test_a_file_brings_its_name_without_what_nobody_types(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path, name: str, title: str
) -> None:
    """One such name kept all files that came with it out of the case."""
    session, room = open_case("M4"), workspace.evidence
    file = tmp_path / "datei.txt"
    file.write_bytes(b"Inhalt")
    stored = replace(room.take_file(file), name=name)
    session.apply(*room.added(session.case, [stored], QUESTION))
    (piece,) = session.case.evidence.values()
    assert piece.title == title


@pytest.mark.parametrize("name", ["leer.pdf", "leer.jpg", "leer.txt"])
def test_an_empty_file_is_told_as_such(workspace: Workspace, tmp_path: Path, name: str) -> None:
    """A copy that was broken off, or a file of a cloud that is not here yet: kept, it would look like evidence."""
    (tmp_path / name).touch()
    error = refused(lambda: workspace.evidence.take_file(tmp_path / name), Problem.FILE_UNREADABLE)
    assert error.details["reason"] == "die Datei ist leer"
    assert kept_files(workspace) == set()


def test_one_that_is_refused_does_not_hold_up_the_others(workspace: Workspace, photo: Path, tmp_path: Path) -> None:
    false = tmp_path / "false.jpg"
    false.write_bytes(b"no picture")
    heic = tmp_path / "a.heic"
    heic.write_bytes(b"\0\0\0\x18ftypheic" + bytes(99))
    intake = workspace.evidence.take_in([false, tmp_path / "missing.pdf", tmp_path, photo, heic])
    assert [item.name for item in intake.stored] == ["IMG_0001.jpg"]
    assert [error.problem for error in intake.refused] == [
        Problem.PICTURE_UNREADABLE,
        Problem.FILE_UNREADABLE,
        Problem.FILE_UNREADABLE,
        Problem.PICTURE_HEIC,
    ]


def test_a_file_that_is_too_long_is_refused(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "MAXIMUM_BYTES", 100)
    file = tmp_path / "a.pdf"
    file.write_bytes(bytes(101))
    refused(lambda: workspace.evidence.take_file(file), Problem.FILE_TOO_LARGE)


def test_work_that_is_stopped_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    photos = [make_photo(tmp_path / f"{colour}.png", colour) for colour in ("red", "green", "blue")]
    told: list[tuple[float, str]] = []

    def step(share: float, name: str) -> None:
        told.append((share, name))
        if name == "blue.png":
            raise AdvisorError(Problem.CANCELLED)

    refused(lambda: workspace.evidence.take_in(photos, step), Problem.CANCELLED)
    assert told == [(0, "red.png"), (1 / 3, "green.png"), (2 / 3, "blue.png")]
    assert not kept_files(workspace)


def test_the_same_file_is_named_once_under_a_subject(workspace: Workspace, open_case: OpenCase, photo: Path) -> None:
    session, room = open_case("M4"), workspace.evidence
    stored = room.take_in([photo, photo]).stored
    for subject, count in ((QUESTION, 1), (QUESTION, 1), (WHOLE_CASE, 2)):
        session.apply(*room.added(session.case, stored, subject))
        assert len(session.case.evidence) == count
    assert len(kept_files(workspace)) == 1
    assert {subject: len(pieces) for subject, pieces in by_subject(session.case.evidence).items()} == {
        QUESTION: 1,
        WHOLE_CASE: 1,
    }


def test_a_placeholder_is_filled_and_can_be_emptied_again(
    workspace: Workspace, open_case: OpenCase, photo: Path
) -> None:
    session, room = open_case("M4"), workspace.evidence
    session.apply(room.awaited(QUESTION))
    (placeholder,) = awaited(session.case.evidence)
    refused(lambda: room.export(placeholder, photo), Problem.EVIDENCE_MISSING)
    piece = filled(placeholder, room.take_file(photo))
    session.apply(EvidenceSet(placeholder.id, placeholder, piece))
    assert not awaited(session.case.evidence)
    session.undo()
    assert awaited(session.case.evidence) == (placeholder,)
    session.redo()
    assert session.case.evidence == {placeholder.id: piece}


def test_a_file_is_needed_as_long_as_undo_can_bring_it_back(
    workspace: Workspace, open_case: OpenCase, photo: Path
) -> None:
    session, other, room = open_case("M4"), open_case("M4"), workspace.evidence
    stored = room.take_file(photo)
    assert room.unneeded([stored.digest]) == {stored.digest}
    session.apply(*room.added(session.case, [stored], WHOLE_CASE))
    (piece,) = session.case.evidence.values()
    session.apply(EvidenceSet(piece.id, piece, None))
    assert not room.unneeded([stored.digest])
    assert room.of_case(session.case.id) == {stored.digest}
    assert room.of_case(other.case.id) == set()
    room.give_up([stored])
    assert kept_files(workspace) == {stored.digest}
    session.undo()
    assert room.find(session.case, piece.id[:8]) == piece
    refused(lambda: room.find(session.case, "nothing"), Problem.UNKNOWN_EVIDENCE)


def test_the_log_names_evidence_by_its_hash_only(workspace: Workspace, open_case: OpenCase, photo: Path) -> None:
    session, room = open_case("M4"), workspace.evidence
    session.apply(*room.added(session.case, [room.take_file(photo)], WHOLE_CASE))
    database = (workspace.folder / "beraterkoffer.sqlite").stat().st_size
    assert database < 1_000_000
    with Image.open(photo) as image:
        pixels = image.tobytes()[:60]
    assert not [path for path in workspace.folder.rglob("*") if path.is_file() and pixels in path.read_bytes()]


def test_a_subject_is_told_in_words(workspace: Workspace, open_case: OpenCase) -> None:
    case, texts = open_case("M4").case, workspace.texts
    assert subject_words(case, WHOLE_CASE, texts) == "Fall als Ganzes"
    assert subject_words(case, QUESTION, texts) == "Frage 4.5.1"
    assert subject_words(case, Subject.measure("U1"), texts) == "Maßnahme U1"
    assert subject_words(case, Subject.step("gone", "gone"), texts) == "Schritt „–“"


def test_a_picture_from_the_clipboard_is_kept(workspace: Workspace) -> None:
    target = io.BytesIO()
    Image.new("RGBA", (50, 40), "white").save(target, "PNG")
    stored = workspace.evidence.take_picture(target.getvalue(), "Zwischenablage")
    assert (stored.kind, stored.taken_at, stored.media_type) == (EvidenceKind.PHOTO, None, "image/png")
