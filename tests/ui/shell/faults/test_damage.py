"""Damaged, missing and newer data: nothing more is written, and what helps is offered."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import HeadSet
from advisor_app.services.clock import today
from advisor_app.services.data_lock import Access
from advisor_app.services.last_place import LastPlace, Place
from advisor_app.services.workspace import open_workspace
from advisor_app.storage.erasure_records import ErasureRecord, keep_record
from tests.profiles import connect_to
from tests.ui.conftest import COMMUNE, PREFERENCES, TestClock
from tests.ui.shell.faults.conftest import DATABASE, OpenWindow, qtbot_screen, room_field, settle, visible_button


def spoil_pages(folder: Path) -> None:
    """Damage the first pages of definitions, log and bookings, but not the list of tables."""
    with closing(connect_to(folder)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT rootpage FROM sqlite_master WHERE name IN ('definition', 'log', 'booking')"
        roots = [row[0] for row in connection.execute(query)]
    file = folder / DATABASE
    content = bytearray(file.read_bytes())
    for page in roots:
        content[(page - 1) * 4096 + 100] ^= 1
    file.write_bytes(content)


@pytest.fixture
def damaged_folder(data_folder: Path) -> tuple[Path, str]:
    """A folder with a case and a backup of it; damage it with ``spoil_pages``."""
    workspace = open_workspace(data_folder, PREFERENCES)
    session = workspace.cases.create(COMMUNE, ("M4",))
    for number in range(40):  # so that the first page of the log leads to its rows and holds none of them
        head = session.case.head
        session.apply(HeadSet(head, replace(head, wish=f"Anliegen {number}")))
    workspace.backups.create()
    workspace.close()
    return data_folder, session.case.id


def test_damage_in_the_middle_of_work_stops_writing_and_leads_to_the_backup(
    qtbot: QtBot, open_window: OpenWindow, damaged_folder: tuple[Path, str]
) -> None:
    folder, case_id = damaged_folder
    window = open_window(folder)
    field = room_field(window, case_id)
    window.workspace.database._close_connections()
    spoil_pages(folder)
    qtbot.keyClicks(field, "Saal 2")
    assert window.page is not None
    window.page.flush()
    assert window.status.saved_text == "Nicht gesichert – Datenbank beschädigt"
    assert field.toPlainText() == "Saal 2"
    assert window.notice.action_button.text() == "Was jetzt hilft"
    qtbot.mouseClick(window.notice.action_button, Qt.MouseButton.LeftButton)
    screen = qtbot_screen(qtbot, window)
    assert screen.title.text() == "Die Datenbank ist beschädigt"
    assert screen.unsaved.toPlainText() == "Saal 2"
    assert screen.ways[:2] == ("restore", "salvage")
    assert screen.lines[0].startswith("Neueste heile Sicherung")
    assert any("Eschentalbach" in line for line in screen.lines)
    qtbot.mouseClick(screen.button("restore"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert screen.complaint == ""
    qtbot.waitUntil(lambda: window.is_ready)
    assert "zurückgeholt" in window.notice.text
    assert not screen.isVisible()
    window.open_case(case_id)
    assert window.bridge is not None
    (aside,) = (folder / "aside").iterdir()
    assert (aside / DATABASE).exists()


def test_damage_that_is_met_while_reading_keeps_its_way_out_in_reach(
    qtbot: QtBot, open_window: OpenWindow, damaged_folder: tuple[Path, str]
) -> None:
    folder, case_id = damaged_folder
    window = open_window(folder)
    assert not window.status.help_button.isVisible()
    window.workspace.database._close_connections()
    spoil_pages(folder)
    window.open_case(case_id)
    assert window.bridge is None
    assert "ist beschädigt" in window.notice.text
    assert window.status.saved_text == "Datenbank beschädigt"
    assert window.page is not None
    window.page.warned.emit("Die Datei „x“ ist zu groß.")
    assert window.notice.text.endswith("Die Datei „x“ ist zu groß.")
    window.show_page("backups")
    assert "zu groß" not in window.notice.text
    assert window.notice.action_button.isVisible()
    qtbot.mouseClick(visible_button(window, "Schließen"), Qt.MouseButton.LeftButton)
    assert window.notice.text == ""
    window.show_page("cases")
    assert window.status.saved_text == "Datenbank beschädigt"
    qtbot.mouseClick(window.status.help_button, Qt.MouseButton.LeftButton)
    screen = qtbot_screen(qtbot, window)
    assert screen.title.text() == "Die Datenbank ist beschädigt"
    assert not window.status.help_button.isVisible()
    assert not window.status.lock_button.isVisible()
    qtbot.mouseClick(screen.button("restore"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.is_ready)
    assert not window.status.help_button.isVisible()
    assert window.status.lock_button.isVisible()
    assert window.status.saved_text == "alles gesichert"


def test_a_database_that_does_not_open_is_mended_by_its_backup(
    qtbot: QtBot, open_window: OpenWindow, damaged_folder: tuple[Path, str]
) -> None:
    folder, case_id = damaged_folder
    content = bytearray((folder / DATABASE).read_bytes())
    for page in range(len(content) // 4096):
        content[page * 4096 + 2000] ^= 1
    (folder / DATABASE).write_bytes(content)
    window = open_window(folder)
    screen = qtbot_screen(qtbot, window)
    assert not window.is_ready
    assert window.status.saved_text == "nicht geöffnet"
    assert screen.ways[0] == "restore"
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: all(bar.maximum() == 0 for bar in screen.findChildren(QScrollBar)))
    qtbot.mouseClick(screen.button("salvage"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.complaint))  # no page is left
    settle(qtbot, window)
    qtbot.keyClick(screen.button("restore"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.is_ready)
    window.open_case(case_id)
    assert window.bridge is not None


def test_what_can_be_read_is_told_by_table(
    qtbot: QtBot, open_window: OpenWindow, damaged_folder: tuple[Path, str]
) -> None:
    folder, case_id = damaged_folder
    window = open_window(folder)
    field = room_field(window, case_id)
    window.workspace.database._close_connections()
    spoil_pages(folder)
    qtbot.keyClicks(field, "Saal 2")
    assert window.page is not None
    window.page.flush()
    qtbot.mouseClick(window.notice.action_button, Qt.MouseButton.LeftButton)
    screen = qtbot_screen(qtbot, window)
    qtbot.mouseClick(screen.button("salvage"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.ways == ("go-on",))
    assert "Fälle: alle 1" in screen.lines
    assert "Buchungen: alle 1, davon 1 aus dem Verlauf wiederhergestellt" in screen.lines
    qtbot.mouseClick(screen.button("go-on"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.is_ready)
    window.open_case(case_id)
    assert window.bridge is not None


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("keyslots.json", None, "Die Schlüsseldatei fehlt"),
        ("keyslots.json", b"{", "Die Schlüsseldatei ist beschädigt"),
        (DATABASE, None, "Die Datenbank fehlt"),
        (DATABASE, b"", "Die Datenbank ist beschädigt"),
    ],
)
def test_what_is_missing_is_told_with_the_backup_that_helps(
    qtbot: QtBot,
    open_window: OpenWindow,
    damaged_folder: tuple[Path, str],
    name: str,
    content: bytes | None,
    title: str,
) -> None:
    folder, case_id = damaged_folder
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    window = open_window(folder)
    screen = qtbot_screen(qtbot, window)
    assert screen.title.text() == title
    assert screen.ways[0] == "restore"
    qtbot.mouseClick(screen.button("restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.is_ready)
    window.open_case(case_id)
    assert window.bridge is not None


def test_newer_data_offer_another_folder_and_the_end(
    qtbot: QtBot, open_window: OpenWindow, damaged_folder: tuple[Path, str], tmp_path: Path
) -> None:
    folder, _ = damaged_folder
    with closing(connect_to(folder)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA user_version = 99")
    window = open_window(folder)
    screen = qtbot_screen(qtbot, window)
    assert screen.ways == ("again", "find", "folder", "leave")
    window.fault_ways._choose_folder = lambda _parent, _title: tmp_path
    with qtbot.waitSignal(window.folder_wanted) as wanted:
        qtbot.mouseClick(screen.button("folder"), Qt.MouseButton.LeftButton)
    assert wanted.args == [tmp_path]
    with closing(connect_to(folder)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    qtbot.mouseClick(screen.button("again"), Qt.MouseButton.LeftButton)
    assert window.is_ready
    assert not screen.isVisible()


def test_what_an_erasing_has_left_is_removed_wherever_the_start_leads(
    qtbot: QtBot, clock: TestClock, open_window: OpenWindow, data_folder: Path
) -> None:
    record = ErasureRecord(
        id="1", at=clock.now(), author="Kim", device="pc", what="person", subject="2", reason="", counts={"rows": 1}
    )
    workspace = open_workspace(data_folder, PREFERENCES, access=Access.WRITE, clock=clock)
    case_id = workspace.cases.create(COMMUNE, ("M4",)).case.id
    LastPlace(data_folder).keep(Place(case_id=case_id, page="assessment"), today(clock))
    with workspace.database.write() as connection:
        keep_record(connection, record)
    workspace.close()
    window = open_window(data_folder)
    assert window.stack.shown == "assessment"
    qtbot.waitUntil(lambda: [item.finished for item in window.workspace.erasure.records()] == [True])
