"""Photos of a folder find their placeholders; nothing is kept that nobody has chosen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import WHOLE_CASE, Subject, awaited
from advisor_app.services import photo_import
from advisor_app.services.photo_import import Choice, brought, look_through, proposals
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused

EIGHT = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)  # 08:00 in Hesse


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "DCIM" / "100").mkdir(parents=True)
    return tmp_path / "DCIM"


def photo(file: Path, taken: str, colour: str = "navy") -> Path:
    told = Image.Exif()
    if taken:
        told.get_ifd(0x8769)[0x9003] = f"2026:09:14 {taken}"
    Image.new("RGB", (40, 30), colour).save(file, exif=told)
    return file


@pytest.fixture
def session(open_case: OpenCase, workspace: Workspace) -> CaseSession:
    """A case that awaits a photo since a few seconds past eight."""
    session = open_case("M4")
    session.apply(workspace.evidence.awaited(Subject.question("a", "4.5.1")))
    return session


def test_a_folder_is_looked_through_by_time_and_nothing_is_kept(workspace: Workspace, folder: Path) -> None:
    late = photo(folder / "100" / "b.jpg", "10:00:00")
    early = photo(folder / "c.JPG", "08:00:00")
    timeless = photo(folder / "a.png", "")
    broken = folder / "d.jpg"
    broken.write_bytes(b"no picture")
    (folder / "notes.txt").write_text("no picture")
    (folder / ".thumbnails").mkdir()
    photo(folder / ".thumbnails" / "e.jpg", "09:00:00")
    told: list[str] = []
    found = look_through(folder, workspace.texts, lambda _share, name: told.append(name))
    assert [item.file for item in found] == [early, late, timeless, broken]
    assert found[0].taken_at == EIGHT
    assert told == [folder.name, "100", "a.png", "c.JPG", "d.jpg", "b.jpg"], "folders first, so that it can be stopped"
    assert not (workspace.folder / "files").exists()


def test_a_very_full_folder_is_looked_through_up_to_a_limit(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_import, "MOST_PHOTOS", 3)
    for number in range(5):
        photo(folder / f"{number}.jpg", "09:00:00")
    assert len(look_through(folder, workspace.texts)) == 3


def test_looking_for_photos_can_be_stopped_in_any_folder(workspace: Workspace, folder: Path) -> None:
    """Whoever has given a whole drive waited until all of it was listed."""
    (folder / "200").mkdir()
    told: list[str] = []

    def stop(_share: float, name: str) -> None:
        told.append(name)
        if len(told) == 2:
            raise AdvisorError(Problem.CANCELLED)

    refused(lambda: look_through(folder, workspace.texts, stop), Problem.CANCELLED)
    assert told == [folder.name, "100"], "and not in 200"


def test_looking_can_be_stopped(workspace: Workspace, folder: Path) -> None:
    def stop(_share: float, _name: str) -> None:
        raise AdvisorError(Problem.CANCELLED)

    photo(folder / "a.jpg", "")
    refused(lambda: look_through(folder, workspace.texts, stop), Problem.CANCELLED)


def test_a_photo_fills_its_placeholder(workspace: Workspace, session: CaseSession, folder: Path) -> None:
    near, far = photo(folder / "near.jpg", "08:01:00"), photo(folder / "far.jpg", "12:00:00", "red")
    found = look_through(folder, workspace.texts)
    (placeholder,) = awaited(session.case.evidence)
    matches = proposals(session.case, found)
    assert (matches[near].placeholder, matches[near].sure) == (placeholder.id, True)
    assert matches[far].candidates == ()
    stored = workspace.evidence.take_in([near]).stored
    session.apply(*brought(session.case, workspace.evidence, stored, [Choice(near, placeholder.id)]))
    (piece,) = session.case.evidence.values()
    assert (piece.id, piece.subject, piece.added_at) == (placeholder.id, placeholder.subject, placeholder.added_at)
    assert piece.taken_at == EIGHT + timedelta(minutes=1)
    assert not awaited(session.case.evidence)
    session.undo()
    assert awaited(session.case.evidence) == (placeholder,)


def test_a_camera_whose_clock_is_wrong_is_corrected(workspace: Workspace, session: CaseSession, folder: Path) -> None:
    file = photo(folder / "a.jpg", "09:01:00")
    found = look_through(folder, workspace.texts)
    ahead = timedelta(hours=1)
    assert proposals(session.case, found)[file].placeholder is None
    (placeholder,) = awaited(session.case.evidence)
    assert proposals(session.case, found, ahead)[file].placeholder == placeholder.id
    stored = workspace.evidence.take_in([file]).stored
    session.apply(*brought(session.case, workspace.evidence, stored, [Choice(file, placeholder.id)], ahead))
    assert session.case.evidence[placeholder.id].taken_at == EIGHT + timedelta(minutes=1)


def test_a_second_photo_for_a_placeholder_stands_beside_it(
    workspace: Workspace, session: CaseSession, folder: Path
) -> None:
    files = [photo(folder / f"{colour}.jpg", "08:01:00", colour) for colour in ("red", "green", "blue")]
    (placeholder,) = awaited(session.case.evidence)
    stored = workspace.evidence.take_in(files[:2]).stored  # the third one was refused
    choices = [Choice(file, placeholder.id) for file in files]
    session.apply(*brought(session.case, workspace.evidence, stored, choices))
    assert [piece.subject for piece in session.case.evidence.values()] == [placeholder.subject] * 2


def test_a_folder_that_is_read_in_again_adds_nothing(workspace: Workspace, session: CaseSession, folder: Path) -> None:
    file = photo(folder / "a.jpg", "08:01:00")
    (placeholder,) = awaited(session.case.evidence)
    stored = workspace.evidence.take_in([file]).stored
    for choice in (Choice(file, placeholder.id), Choice(file, subject=WHOLE_CASE)):
        changes = brought(session.case, workspace.evidence, stored, [choice, choice])
        assert len(changes) == 1
        session.apply(*changes)
        assert brought(session.case, workspace.evidence, stored, [choice]) == ()
