"""Nachweise: taken in beside the question, looked at, brought to placeholders; the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import EvidenceSet
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, EvidenceKind, Subject
from advisor_app.domain.words import Audience
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.evidence import EvidencePage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets import thumbnails
from advisor_app.ui.widgets.evidence_intake import EvidenceIntake
from advisor_app.ui.widgets.evidence_strip import EvidenceStrip
from advisor_app.ui.widgets.evidence_viewer import EvidenceViewer
from advisor_app.ui.widgets.thumbnails import Thumbnails
from tests.ui.conftest import COMMUNE
from tests.ui.held_lane import held

Shown = TypeVar("Shown", bound=QWidget)
OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]


def photo(file: Path, taken: str = "08:42:00", colour: str = "navy", size: tuple[int, int] = (320, 240)) -> Path:
    told = Image.Exif()
    told.get_ifd(0x8769)[0x9003] = f"2026:09:14 {taken}"
    Image.new("RGB", size, colour).save(file, exif=told)
    return file


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def asking(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    """The assessment page at its first question."""
    return shown(qtbot, AssessmentPage(context, bridge))


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> EvidencePage:
    return shown(qtbot, EvidencePage(context, bridge))


def shown(qtbot: QtBot, page: Shown) -> Shown:
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def strip_of(page: AssessmentPage) -> EvidenceStrip:
    strip = page.findChild(EvidenceStrip)
    assert isinstance(strip, EvidenceStrip)
    return strip


def subject_of(page: AssessmentPage, bridge: CaseBridge) -> Subject:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    return Subject.question(assessment.id, page.current_question)


def drop(page: QWidget, given: QMimeData) -> bool:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(page.rect().center()), copy, given, left, none)
    QGuiApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QGuiApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, given, left, none))
    return enter.isAccepted()


def files_given(*files: Path) -> QMimeData:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return given


def pieces_arrive(qtbot: QtBot, bridge: CaseBridge, count: int) -> None:
    qtbot.waitUntil(lambda: len(bridge.case.evidence) == count)


def test_photos_dropped_on_a_question_belong_to_it(
    qtbot: QtBot, asking: AssessmentPage, bridge: CaseBridge, stored: Stored, tmp_path: Path
) -> None:
    strip = strip_of(asking)
    assert not strip.tiles
    with qtbot.waitSignal(asking.noticed) as noticed:
        assert drop(asking, files_given(photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg", colour="red")))
    assert noticed.args == [f"2 Nachweise hinzugefügt: Frage {asking.current_question}"]
    assert {piece.subject for piece in bridge.case.evidence.values()} == {subject_of(asking, bridge)}
    assert len(strip.tiles) == 2
    assert stored(bridge.case.id).evidence == bridge.case.evidence
    assert bridge.undo()
    assert not strip.tiles
    assert bridge.redo()
    qtbot.keyClick(asking, Qt.Key.Key_Down)
    assert not strip.tiles, "another question"
    qtbot.keyClick(asking, Qt.Key.Key_Up)
    assert len(strip.tiles) == 2


def test_what_is_there_already_is_said_so(
    qtbot: QtBot, asking: AssessmentPage, bridge: CaseBridge, tmp_path: Path
) -> None:
    """Nothing was to be seen, as if nothing had been dropped."""
    files = photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg", colour="red")
    assert drop(asking, files_given(*files))
    pieces_arrive(qtbot, bridge, 2)
    with qtbot.waitSignal(asking.noticed) as noticed:
        assert drop(asking, files_given(files[0]))
    assert noticed.args == ["Schon da: „a“"]
    with qtbot.waitSignal(asking.noticed) as noticed:
        assert drop(asking, files_given(*files))
    assert noticed.args == ["2 Nachweise sind schon da."]
    assert len(bridge.case.evidence) == 2


def test_words_and_case_files_dropped_are_left_to_others(asking: AssessmentPage, tmp_path: Path) -> None:
    given = QMimeData()
    given.setText("Notiz")
    assert not drop(asking, given)
    assert not drop(asking, files_given(tmp_path / "Eschentalbach.bkcase"))


def test_no_picture_is_left_in_memory_when_the_case_is_closed(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, tmp_path: Path
) -> None:
    for build in (EvidencePage, AssessmentPage):
        page = build(context, bridge)
        page.resize(1182, 690)
        page.show()
        subject = WHOLE_CASE if isinstance(page, EvidencePage) else subject_of(page, bridge)
        EvidenceIntake(context, bridge, page).add_files([photo(tmp_path / "a.jpg")], subject)
        store = Thumbnails.of(context)
        qtbot.waitUntil(lambda: Thumbnails.of(context).kept_bytes > 0)
        page.close()
        page.deleteLater()
        qtbot.waitUntil(lambda: Thumbnails.of(context).kept_bytes == 0)
        assert store is Thumbnails.of(context)


def test_a_screenshot_is_pasted(qtbot: QtBot, asking: AssessmentPage, bridge: CaseBridge) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(picture)
    qtbot.keyClick(asking, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pieces_arrive(qtbot, bridge, 1)
    (piece,) = bridge.case.evidence.values()
    assert (piece.kind, piece.media_type, piece.title) == (
        EvidenceKind.PHOTO,
        "image/png",
        "Bild aus der Zwischenablage",
    )
    QGuiApplication.clipboard().setText("Wort")
    with qtbot.waitSignal(asking.warned) as warned:
        qtbot.keyClick(asking, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "weder ein Bild noch eine Datei" in str(warned.args)


def test_one_key_notes_that_a_photo_follows(
    qtbot: QtBot, asking: AssessmentPage, bridge: CaseBridge, stored: Stored
) -> None:
    qtbot.keyClick(asking, Qt.Key.Key_F)
    (piece,) = stored(bridge.case.id).evidence.values()
    assert piece.is_awaited
    assert piece.subject == subject_of(asking, bridge)
    assert [tile.piece for tile in strip_of(asking).tiles] == [piece]
    assert "Foto folgt" in strip_of(asking).tiles[0].accessibleName()


def test_what_is_no_picture_is_told_and_the_others_are_kept(
    qtbot: QtBot, asking: AssessmentPage, bridge: CaseBridge, tmp_path: Path
) -> None:
    false = tmp_path / "false.jpg"
    false.write_bytes(b"no picture")
    with qtbot.waitSignal(asking.warned) as warned:
        drop(asking, files_given(false, photo(tmp_path / "a.jpg"), tmp_path / "missing.jpg"))
    assert "„false.jpg“ ist kein Bild" in str(warned.args)
    assert "Weitere nicht übernommene Dateien: 1." in str(warned.args)
    assert len(bridge.case.evidence) == 1


def test_a_piece_is_looked_at_named_released_and_taken_out(
    qtbot: QtBot, asking: AssessmentPage, bridge: CaseBridge, stored: Stored, tmp_path: Path
) -> None:
    drop(asking, files_given(photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg", "08:43:00", "red")))
    pieces_arrive(qtbot, bridge, 2)
    qtbot.mouseClick(strip_of(asking).tiles[0], Qt.MouseButton.LeftButton)
    viewer = asking.findChild(EvidenceViewer)
    assert isinstance(viewer, EvidenceViewer)
    qtbot.waitUntil(lambda: viewer.picture.image.width() == 320)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.title.text() == "b"
    viewer.title.setFocus()
    viewer.title.selectAll()
    qtbot.keyClicks(viewer.title, "Flipchart Ablage")
    viewer.caption.field.setFocus()
    qtbot.keyClicks(viewer.caption.field, "Aktenplan an der Wand")
    viewer.caption._audience.setCurrentIndex(list(Audience).index(Audience.MINUTES))
    viewer.caption._audience.activated.emit(viewer.caption._audience.currentIndex())

    def named() -> list[Evidence]:
        return [piece for piece in stored(bridge.case.id).evidence.values() if piece.title == "Flipchart Ablage"]

    qtbot.waitUntil(lambda: [piece.caption.text for piece in named()] == ["Aktenplan an der Wand"])
    (kept,) = named()
    assert kept.caption.audience is Audience.MINUTES
    with qtbot.waitSignal(asking.removed) as removed:
        qtbot.mouseClick(viewer.remove_button, Qt.MouseButton.LeftButton)
    assert removed.args == ["Nachweis „Flipchart Ablage“ herausgenommen"]
    assert len(bridge.case.evidence) == 1
    bridge.undo()
    assert bridge.case.evidence[kept.id] == kept


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_piece_is_looked_at_by_key(
    qtbot: QtBot, asking: AssessmentPage, bridge: CaseBridge, tmp_path: Path, key: Qt.Key
) -> None:
    drop(asking, files_given(photo(tmp_path / "a.jpg")))
    pieces_arrive(qtbot, bridge, 1)
    question = asking.current_question
    strip_of(asking).tiles[0].setFocus()
    qtbot.keyClick(strip_of(asking).tiles[0], key)
    viewer = asking.findChild(EvidenceViewer)
    assert isinstance(viewer, EvidenceViewer)
    assert asking.current_question == question
    viewer.reject()


def test_a_caption_that_names_somebody_is_said_so(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> None:
    case_id = main_window.workspace.cases.create(COMMUNE, ("M4",)).case.id
    main_window.open_case(case_id, "assessment")
    asking, bridge = main_window.page, main_window.bridge
    assert isinstance(asking, AssessmentPage)
    assert bridge is not None
    drop(asking, files_given(photo(tmp_path / "a.jpg")))
    pieces_arrive(qtbot, bridge, 1)
    qtbot.mouseClick(strip_of(asking).tiles[0], Qt.MouseButton.LeftButton)
    viewer = asking.findChild(EvidenceViewer)
    assert isinstance(viewer, EvidenceViewer)
    qtbot.waitUntil(viewer.isActiveWindow)
    for field in (viewer.caption.field, viewer.title):
        field.setFocus()
        qtbot.keyClicks(field, "ruft an: 06404 12345")
        qtbot.waitUntil(lambda: "Telefonnummer: 06404 12345" in main_window.free_text_guard.words)
        assert main_window.free_text_guard.bubble.window() is viewer
    viewer.accept()


def test_a_copy_is_written_and_said_to_be_readable(
    qtbot: QtBot,
    page: EvidencePage,
    bridge: CaseBridge,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.intake.add_files([photo(tmp_path / "a.jpg")], WHOLE_CASE)
    pieces_arrive(qtbot, bridge, 1)
    copy = tmp_path / "copy.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    qtbot.mouseClick(page.groups.tiles[0], Qt.MouseButton.LeftButton)
    viewer = page.findChild(EvidenceViewer)
    assert isinstance(viewer, EvidenceViewer)
    with qtbot.waitSignal(page.noticed) as noticed:
        qtbot.mouseClick(viewer.copy_button, Qt.MouseButton.LeftButton)
    assert "nicht verschlüsselt" in str(noticed.args)
    assert copy.read_bytes()[:3] == b"\xff\xd8\xff"
    viewer.accept()


@pytest.mark.parametrize(
    ("title", "proposed"),
    [
        ("CON", "_CON.jpg"),
        ("nul.2026", "_nul.2026.jpg"),
        ("a/b\\c:d*?", "a_b_c_d__.jpg"),
        ("..", "Nachweis.jpg"),
        ("Wand " * 2_000, ("Wand " * 16).rstrip() + ".jpg"),
    ],
)
def test_a_copy_has_a_name_that_every_system_takes(
    qtbot: QtBot,
    page: EvidencePage,
    bridge: CaseBridge,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    title: str,
    proposed: str,
) -> None:
    page.intake.add_files([photo(tmp_path / "a.jpg")], WHOLE_CASE)
    pieces_arrive(qtbot, bridge, 1)
    (piece,) = bridge.case.evidence.values()
    bridge.edit(EvidenceSet(piece.id, piece, replace(piece, title=title)))
    asked: list[str] = []

    def left(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", left)
    qtbot.mouseClick(page.groups.tiles[0], Qt.MouseButton.LeftButton)
    viewer = page.findChild(EvidenceViewer)
    assert isinstance(viewer, EvidenceViewer)
    qtbot.mouseClick(viewer.copy_button, Qt.MouseButton.LeftButton)
    assert asked == [proposed]
    viewer.accept()


def test_a_damaged_file_is_shown_as_such(
    qtbot: QtBot, page: EvidencePage, bridge: CaseBridge, workspace: Workspace, tmp_path: Path
) -> None:
    page.hide()
    page.intake.add_files([photo(tmp_path / "a.jpg")], WHOLE_CASE)
    pieces_arrive(qtbot, bridge, 1)
    for file in (workspace.folder / "files").glob("??/*"):
        file.write_bytes(file.read_bytes()[:-1])
    page.show()
    store = Thumbnails.of(page.context)
    (piece,) = bridge.case.evidence.values()
    qtbot.waitUntil(lambda: store.is_broken(piece.digest or ""))
    page.open_item(piece.id)
    viewer = page.findChild(EvidenceViewer)
    assert isinstance(viewer, EvidenceViewer)
    qtbot.waitUntil(lambda: "beschädigt" in viewer.picture.words)
    viewer.accept()


def test_the_page_groups_by_what_evidence_is_about(
    qtbot: QtBot, page: EvidencePage, bridge: CaseBridge, workspace: Workspace, tmp_path: Path
) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    assert not page.groups.isVisible(), "nothing yet: what belongs here is told instead"
    pdf = tmp_path / "Plan.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    page.intake.add_files([pdf, photo(tmp_path / "a.jpg")], WHOLE_CASE)
    pieces_arrive(qtbot, bridge, 2)
    for name in ("4.5.1", "4.1.2"):
        bridge.edit(workspace.evidence.awaited(Subject.question(assessment.id, name)))
    page.intake.add_files([photo(tmp_path / "b.jpg", colour="red")], Subject.question(assessment.id, "4.1.2"))
    pieces_arrive(qtbot, bridge, 5)
    headings = page.groups.headings
    assert headings[0] == "Fotos, die noch folgen"
    assert headings[1].startswith("4.1.2 ")
    assert headings[2:] == ["Fall als Ganzes"]
    assert page._counted.text() == "2 Fotos · 1 Datei · 2 folgen noch"


def test_photos_of_a_camera_find_their_placeholders(
    qtbot: QtBot, page: EvidencePage, bridge: CaseBridge, workspace: Workspace, stored: Stored, tmp_path: Path
) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    bridge.edit(workspace.evidence.awaited(Subject.question(assessment.id, "4.5.1")))  # 08:41:20
    camera = tmp_path / "DCIM"
    camera.mkdir()
    photo(camera / "near.jpg", "09:42:00")  # its clock is an hour ahead
    photo(camera / "private.jpg", "23:00:00", "red")
    page.look_through(camera)
    panel = page.panel
    qtbot.waitUntil(panel.isVisible)
    assert not panel.rows, "nothing near: nothing is offered"
    panel.ahead.setValue(60)
    (row,) = panel.rows
    assert row.photo.file.name == "near.jpg"
    assert panel.confirm_button.text() == "1 Foto übernehmen"
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(panel.confirm_button, Qt.MouseButton.LeftButton)
    (piece,) = stored(bridge.case.id).evidence.values()
    assert not piece.is_awaited
    assert piece.subject.item == "4.5.1"
    assert len(list((workspace.folder / "files").glob("??/*"))) == 1, "the private photo was never kept"
    assert page.groups.isVisible()


def test_a_doubtful_photo_is_asked_about(
    qtbot: QtBot, page: EvidencePage, bridge: CaseBridge, workspace: Workspace, tmp_path: Path
) -> None:
    bridge.edit(workspace.evidence.awaited(Subject.measure("U1")))
    camera = tmp_path / "DCIM"
    camera.mkdir()
    photo(camera / "a.jpg", "08:42:00")
    photo(camera / "b.jpg", "08:42:10", "red")
    page.look_through(camera)
    qtbot.waitUntil(page.panel.isVisible)
    assert [row.choice for row in page.panel.rows] == [None, None]
    assert not page.panel.confirm_button.isEnabled()
    target = page.panel.rows[1].target
    target.setCurrentIndex(1)
    target.activated.emit(1)
    assert "Maßnahme U1" in target.currentText()
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(page.panel.confirm_button, Qt.MouseButton.LeftButton)
    assert [piece.title for piece in bridge.case.evidence.values()] == ["b"]


def test_a_folder_without_photos_is_told(qtbot: QtBot, page: EvidencePage, tmp_path: Path) -> None:
    empty = tmp_path / "leer"
    empty.mkdir()
    with qtbot.waitSignal(page.warned) as warned:
        page.look_through(empty)
    assert warned.args == ["In „leer“ liegen keine Fotos."]


def test_many_photos_never_hold_up_the_window(
    qtbot: QtBot, page: EvidencePage, bridge: CaseBridge, tmp_path: Path
) -> None:
    files = [
        photo(tmp_path / f"{number}.jpg", colour=f"#{6 * number:02x}40a0", size=(1200, 900)) for number in range(40)
    ]
    beats: list[int] = []
    timer = QTimer(page)
    timer.timeout.connect(lambda: beats.append(len(bridge.case.evidence)))
    timer.start(0)
    page.intake.add_files(files, WHOLE_CASE)
    pieces_arrive(qtbot, bridge, 40)
    assert beats.count(0) > 40, "the window went on while the photos were taken in"


def test_taking_in_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot,
    page: EvidencePage,
    bridge: CaseBridge,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = [photo(tmp_path / f"{number}.jpg", colour=f"#{6 * number:02x}40a0") for number in range(30)]
    with qtbot.waitSignal(page.warned) as warned, held(page.context.lane):
        page.intake.add_files(files, WHOLE_CASE)
        *_, job = page.context.lane.findChildren(Job)
        monkeypatch.setattr(job, "report", lambda *_: job.cancel())  # in the midst of it
    qtbot.waitUntil(lambda: not page.context.lane.findChildren(Job))
    assert "abgebrochen" in str(warned.args)
    assert not bridge.case.evidence
    assert not list((workspace.folder / "files").glob("??/*"))


def test_small_pictures_are_kept_in_memory_and_never_too_many(
    qtbot: QtBot,
    page: EvidencePage,
    bridge: CaseBridge,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(thumbnails, "MAXIMUM_BYTES", 2_000_000)  # about six of them
    files = [
        photo(tmp_path / f"{number}.jpg", colour=f"#{6 * number:02x}40a0", size=(600, 450)) for number in range(12)
    ]
    store = Thumbnails.of(page.context)
    arrived: set[str] = set()
    store.arrived.connect(arrived.add)  # before any is there: the page asks for them as soon as their rows are shown
    page.intake.add_files(files, WHOLE_CASE)
    pieces_arrive(qtbot, bridge, 12)
    for piece in bridge.case.evidence.values():
        store.get(piece.digest or "")
    qtbot.waitUntil(lambda: len(arrived) == 12)
    assert 0 < store.kept_bytes <= 2_000_000
    store.clear()
    assert store.kept_bytes == 0
