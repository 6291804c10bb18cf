"""Photos at the step one looks at: pasted and dropped, scaled, without the place, large ones and what is no picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.services.evidence import MAXIMUM_BYTES
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.ui.pages.agenda.day_on_screen import OpenCase, first_day, shown

MEGABYTE = 1024 * 1024


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AgendaPage:
    page = shown(qtbot, context, bridge)
    page.open_item(first_day(bridge).steps[1].id)
    return page


def drop(qtbot: QtBot, page: AgendaPage, *files: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    no_keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, given, button, no_keys))
    qtbot.waitUntil(lambda: not page.context.lane.findChildren(Job))


def taken(bridge: CaseBridge) -> list[Evidence]:
    return list(bridge.case.evidence.values())


def test_a_dropped_photo_is_scaled_and_tells_no_place(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, tmp_path: Path
) -> None:
    told = Image.Exif()
    told.get_ifd(0x8825)[1] = "N"
    file = tmp_path / "Flipchart.jpg"
    Image.new("RGB", (4000, 3000), "navy").save(file, exif=told)
    drop(qtbot, page, file)
    (piece,) = taken(bridge)
    day = first_day(bridge)
    assert (piece.subject, piece.kind) == (Subject.step(day.id, day.steps[1].id), EvidenceKind.PHOTO)
    assert piece.digest is not None
    with Image.open(BytesIO(page.context.workspace.evidence.content(piece.digest))) as kept:
        assert max(kept.size) <= 2560
        assert not dict(kept.getexif())


def test_a_picture_of_the_clipboard_belongs_to_the_step(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkBlue)
    QGuiApplication.clipboard().setImage(picture)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(taken(bridge)) == 1)
    assert taken(bridge)[0].subject.item == first_day(bridge).steps[1].id


def test_what_is_no_picture_and_what_is_too_large_is_told_and_the_photo_stays(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, tmp_path: Path
) -> None:
    photo, false, large = tmp_path / "Foto.png", tmp_path / "false.jpg", tmp_path / "riesig.jpg"
    Image.new("RGB", (64, 48), "navy").save(photo)
    false.write_text("no picture")
    with large.open("wb") as sparse:
        sparse.truncate(MAXIMUM_BYTES + 1)
    with qtbot.waitSignal(page.warned) as warned:
        drop(qtbot, page, false, photo, large)
    assert "„false.jpg“ ist kein Bild" in warned.args[0]
    assert warned.args[0].endswith("Weitere nicht übernommene Dateien: 1.")
    assert [piece.title for piece in taken(bridge)] == ["Foto"]
    with qtbot.waitSignal(page.warned) as warned:
        drop(qtbot, page, large)
    assert warned.args[0].startswith("Die Datei „riesig.jpg“ ist zu groß.")
    assert [piece.title for piece in taken(bridge)] == ["Foto"]


def test_a_photo_of_eighty_megabytes_is_taken_and_kept_small(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, tmp_path: Path
) -> None:
    file = tmp_path / "Wand.png"
    Image.new("RGB", (7000, 4000), "navy").save(file, compress_level=0)
    assert file.stat().st_size > 80 * MEGABYTE
    drop(qtbot, page, file)
    (piece,) = taken(bridge)
    assert piece.digest is not None
    content = page.context.workspace.evidence.content(piece.digest)
    assert len(content) < MEGABYTE
    with Image.open(BytesIO(content)) as kept:
        assert kept.size == (2560, 1463)
