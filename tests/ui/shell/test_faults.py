"""What the adviser sees when something goes wrong: real windows over real faults."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Person
from advisor_app.domain.changes import HeadSet
from advisor_app.services.clock import today
from advisor_app.services.data_lock import Access
from advisor_app.services.entrance import Profile
from advisor_app.services.last_place import LastPlace, Place
from advisor_app.services.preferences import ThemeChoice
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.erasure_records import ErasureRecord, keep_record
from advisor_app.ui.pages.documents.page import DocumentsPage
from advisor_app.ui.pages.set_up.dates_step import DatesStep
from advisor_app.ui.pages.set_up.page import SetUpPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.crash_dialog import CrashDialog
from advisor_app.ui.shell.fault_screen import FaultScreen
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import TextField
from tests.faults import fill, read_only, small_disk
from tests.profiles import connect_to, make_recoverable
from tests.ui.conftest import COMMUNE, PREFERENCES, WAIT_MS, Stored, TestClock

DATABASE = "beraterkoffer.sqlite"
OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, clock: TestClock, theming: Theming) -> OpenWindow:
    """Open the window over a folder as the program does, locks and all."""

    def open_it(folder: Path) -> MainWindow:
        preferences = replace(PREFERENCES, theme=ThemeChoice.LIGHT)

        def open_folder(profile: Profile | None = None, /) -> Workspace:
            return open_workspace(
                folder,
                preferences,
                access=Access.WINDOW,
                clock=clock,
                wait_ms=WAIT_MS,
                enter=None if profile is None else lambda: profile,
            )

        window = MainWindow(open_folder, folder, preferences, theming)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: window.is_ready or bool(window.fault_ways.text))
        settle(qtbot, window)
        return window

    return open_it


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.findChildren(Job), timeout=20_000)


def new_case(window: MainWindow) -> str:
    session = window.workspace.cases.create(COMMUNE, ("M4",))
    window.workspace.portfolio.update(session.case)
    return session.case.id


def room_field(window: MainWindow, case_id: str) -> TextField:
    window.open_case(case_id, "set-up", "dates")
    page = window.page
    assert isinstance(page, SetUpPage)
    QApplication.sendPostedEvents()
    step = page.step
    assert isinstance(step, DatesStep)
    step.room.text.setFocus()
    return step.room.text


def room_in(folder: Path, case_id: str) -> str:
    workspace = open_workspace(folder, PREFERENCES)
    try:
        return workspace.cases.load(case_id).head.room
    finally:
        workspace.close()


def limit_pages(window: MainWindow, pages: int) -> None:
    """Let every connection of the window take no more pages: what a full disk does, on every system."""
    engine = window.workspace.database._engine
    held = [engine.raw_connection() for _ in range(2)]
    for connection in held:
        connection.cursor().execute(f"PRAGMA max_page_count = {pages}")
    for connection in held:
        connection.close()


def test_on_a_full_disk_the_words_stay_and_are_written_when_there_is_room(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    limit_pages(window, 1)
    words = "Saal 2 " * 2000
    field.setPlainText(words)
    assert window.page is not None
    window.page.flush()
    assert window.status.saved_text == "Nicht gesichert – Datenträger voll"
    assert "ist voll" in window.notice.text
    assert field.toPlainText() == words
    limit_pages(window, 1_000_000)
    qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"), timeout=5000)
    assert room_in(data_folder, case_id) == words
    assert window.notice.text == "Jetzt ist alles gesichert."


def test_the_next_edit_on_a_disk_with_room_writes_both(open_window: OpenWindow, data_folder: Path) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    assert window.page is not None
    limit_pages(window, 1)
    field.setPlainText("Saal 2 " * 2000)
    window.page.flush()
    limit_pages(window, 1_000_000)
    field.setPlainText("Saal 3")
    window.page.flush()
    assert window.status.saved_text.startswith("gesichert")
    assert room_in(data_folder, case_id) == "Saal 3"


def test_a_real_full_disk_takes_the_reserve_says_so_and_gets_it_back(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow
) -> None:
    with small_disk(tmp_path / "disk", "24m") as disk:
        folder = make_recoverable(disk / "data")
        window = open_window(folder)
        qtbot.waitUntil((folder / "reserve.bin").exists)
        settle(qtbot, window)
        assert window.status.room_text == ""
        case_id = new_case(window)
        field = room_field(window, case_id)
        assert window.page is not None
        filler = fill(disk)
        words, warned = "", False
        for number in range(400):
            words = f"Saal {number} " * 4000
            field.setPlainText(words)
            window.page.flush()
            if window.status.saved_text.startswith("Nicht"):
                break
            warned = warned or window.status.room_text == "Datenträger fast voll"
        assert not (folder / "reserve.bin").exists()
        assert warned
        assert window.status.saved_text == "Nicht gesichert – Datenträger voll"
        assert field.toPlainText() == words
        filler.unlink()
        qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"), timeout=5000)
        assert room_in(folder, case_id) == words
        window.faults.keep_reserve()
        qtbot.waitUntil(lambda: window.status.room_text == "")
        assert (folder / "reserve.bin").exists()
        window.close()


def test_the_reserve_is_made_when_the_window_has_opened(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path
) -> None:
    assert not (data_folder / "reserve.bin").exists()
    window = open_window(data_folder)
    qtbot.waitUntil((data_folder / "reserve.bin").exists)
    settle(qtbot, window)
    assert window.status.room_text == ""


def test_a_folder_that_can_only_be_read(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    folder = make_recoverable(tmp_path / "data")
    workspace = open_workspace(folder, PREFERENCES)
    case_id = workspace.cases.create(COMMUNE, ("M4",)).case.id
    workspace.close()
    with read_only(folder):
        window = open_window(folder)
        assert window.is_ready
        assert window.status.saved_text == "nur lesen"
        assert "lassen sich nur lesen" in window.notice.text
        window.open_case(case_id, "documents")
        documents = window.page
        assert isinstance(documents, DocumentsPage)
        qtbot.waitUntil(lambda: documents.preview.page_count > 0, timeout=20_000)
        settle(qtbot, window)
        field = room_field(window, case_id)
        assert field.isReadOnly()
        qtbot.keyClicks(field, "Saal 2")
        assert field.toPlainText() == ""
        assert "lassen sich nur lesen" in window.notice.text
        assert window.bridge is not None
        head = window.bridge.case.head
        assert not window.bridge.edit(HeadSet(head, replace(head, room="Saal 2")))
        assert "Die Änderung wurde nicht gespeichert" in window.notice.text
        assert window.status.saved_text == "nur lesen"
        assert window.bridge.case.head.room == ""
        window.close()
        assert not window.isVisible()
    assert room_in(folder, case_id) == ""


def test_a_folder_that_is_gone_for_a_while(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow, data_folder: Path
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    data_folder.rename(tmp_path / "away")
    qtbot.keyClicks(field, "Saal 2")
    assert window.page is not None
    window.page.flush()
    assert window.status.saved_text == "Nicht gesichert – Datenordner fehlt"
    assert "nicht mehr da" in window.notice.text
    assert field.toPlainText() == "Saal 2"
    (tmp_path / "away").rename(data_folder)
    qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"), timeout=5000)
    assert room_in(data_folder, case_id) == "Saal 2"


def test_a_foreign_lock_does_not_hold_the_window_up(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path, stored: Stored
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    with closing(connect_to(data_folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        qtbot.keyClicks(field, "Saal 2")
        assert window.page is not None
        window.page.flush()
        assert window.status.saved_text == "Nicht gesichert – Daten gesperrt"
        assert window.bridge is not None
        window.bridge.save_person(Person(id="new", name="Jo Beispiel"))
        assert window.bridge.is_waiting
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"), timeout=5000)
    assert stored(case_id).head.room == "Saal 2"
    assert "new" not in stored(case_id).people  # a person without a contact is not kept


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
    window.workspace.database._engine.dispose()
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
    qtbot.waitUntil(lambda: window.is_ready, timeout=20_000)
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
    window.workspace.database._engine.dispose()
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
    qtbot.waitUntil(lambda: window.is_ready, timeout=20_000)
    assert not window.status.help_button.isVisible()
    assert window.status.lock_button.isVisible()
    assert window.status.saved_text == "alles gesichert"


def visible_button(window: MainWindow, words: str) -> QPushButton:
    return next(
        each for each in window.notice.findChildren(QPushButton) if each.accessibleName() == words and each.isVisible()
    )


def test_a_lock_by_another_program_says_that_the_edit_is_kept_and_tried_again(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    qtbot.keyClicks(field, "Saal")
    field.flush()
    with closing(connect_to(data_folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert window.bridge is not None
        assert not window.bridge.undo()
        assert "versuchen Sie es" in window.notice.text  # nothing waits
        assert "von selbst" not in window.notice.text
        qtbot.keyClicks(field, "Saal 2")
        assert window.page is not None
        window.page.flush()
        assert "noch nicht gesichert, aber gemerkt" in window.notice.text
        assert "speichert sie von selbst" in window.notice.text
        window.page.warned.emit("Die Datei „x“ ist zu groß.")
        assert "von selbst" in window.notice.text
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: window.notice.text == "Jetzt ist alles gesichert.", timeout=5000)


def qtbot_screen(qtbot: QtBot, window: MainWindow) -> FaultScreen:
    qtbot.waitUntil(lambda: window.fault_ways.screen is not None and window.fault_ways.screen.isVisible())
    screen = window.fault_ways.screen
    assert screen is not None
    settle(qtbot, window)
    qtbot.waitUntil(lambda: screen.button(screen.ways[0]).isEnabled())
    return screen


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
    qtbot.waitUntil(lambda: bool(screen.complaint), timeout=20_000)  # no page is left
    settle(qtbot, window)
    qtbot.keyClick(screen.button("restore"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.is_ready, timeout=20_000)
    window.open_case(case_id)
    assert window.bridge is not None


def test_what_can_be_read_is_told_by_table(
    qtbot: QtBot, open_window: OpenWindow, damaged_folder: tuple[Path, str]
) -> None:
    folder, case_id = damaged_folder
    window = open_window(folder)
    field = room_field(window, case_id)
    window.workspace.database._engine.dispose()
    spoil_pages(folder)
    qtbot.keyClicks(field, "Saal 2")
    assert window.page is not None
    window.page.flush()
    qtbot.mouseClick(window.notice.action_button, Qt.MouseButton.LeftButton)
    screen = qtbot_screen(qtbot, window)
    qtbot.mouseClick(screen.button("salvage"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.ways == ("go-on",), timeout=20_000)
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
    qtbot.waitUntil(lambda: window.is_ready, timeout=20_000)
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


def test_a_crash_saves_what_is_typed_first(qtbot: QtBot, open_window: OpenWindow, data_folder: Path) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    qtbot.keyClicks(field, "Saal 2")
    window.show_crash(ValueError("Saal 2 secret"))
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    assert "ist gesichert" in dialog.kept.text()
    assert room_in(data_folder, case_id) == "Saal 2"
    log = (data_folder / "logs" / "errors.log").read_text("utf-8")
    assert "ValueError" in log
    assert "secret" not in log


def test_a_crash_whose_saving_fails_is_told_once(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(data_folder)
    room_field(window, new_case(window))
    page = window.page
    assert page is not None

    def broken() -> bool:
        window.show_crash(KeyError("while saving"))
        raise KeyError("while saving")

    monkeypatch.setattr(page, "flush", broken)
    window.show_crash(ValueError("first"))
    window.show_crash(ValueError("while it is told"))
    (dialog,) = window.findChildren(CrashDialog)
    assert "ließ sich nicht sichern" in dialog.kept.text()
    assert (data_folder / "logs" / "errors.log").read_text("utf-8").count("---") == 4
    monkeypatch.undo()
    dialog.accept()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_head_that_changed_is_not_the_words(open_window: OpenWindow, data_folder: Path) -> None:
    from advisor_app.services.unsaved_words import unsaved_words

    window = open_window(data_folder)
    session = window.workspace.cases.create(COMMUNE, ("M4",))
    head = session.case.head
    assert unsaved_words([HeadSet(head, replace(head, room="Saal 2"))]) == "Saal 2"


def test_a_synced_folder_is_told_once(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    folder = make_recoverable(tmp_path / "Nextcloud" / "data")
    window = open_window(folder)
    qtbot.waitUntil(lambda: "Nextcloud" in window.notice.text)
    settle(qtbot, window)
    assert window.workspace.preferences.synced_folder_told == str(folder)
    window.close()


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
