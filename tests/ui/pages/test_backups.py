"""Sicherungen in the window: made, verified, brought back without a restart, found, moved; all by clicks."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.services.backup_places import BackupPlaces
from advisor_app.services.backups import Backups
from advisor_app.services.entrance import recovery_code
from advisor_app.services.finding import FoundKind
from advisor_app.services.moving import pack
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.database import open_database
from advisor_app.storage.profile import open_profile
from advisor_app.ui.pages.backups import BackupsPage
from advisor_app.ui.pages.backups.finder import FoundRow
from advisor_app.ui.pages.backups.move_card import MoveCard
from advisor_app.ui.pages.case_files import CaseImportPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.profiles import SHEET, connect_to, make_recoverable
from tests.ui.conftest import COMMUNE, PREFERENCES, TestClock

LEFT = Qt.MouseButton.LeftButton


class _Choice:
    """A dialog that answers with what a test puts in."""

    path: Path | None = None

    def folder(self, _parent: QWidget, _title: str) -> Path | None:
        return self.path

    def file(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.path


@pytest.fixture
def choice() -> _Choice:
    return _Choice()


Open = Callable[[], BackupsPage]


@pytest.fixture
def page_of(qtbot: QtBot, main_window: MainWindow, choice: _Choice) -> Open:
    """Return the page of the window as it is shown now, with dialogs that a test answers."""

    def show() -> BackupsPage:
        main_window.show_page("backups")
        page = main_window.page
        assert isinstance(page, BackupsPage)
        settled(qtbot, main_window)
        page.state._choose = page.finder._choose = choice.folder
        page.move_card._choose_folder, page.move_card._choose_file = choice.folder, choice.file
        return page

    return show


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))


def add_case(workspace: Workspace) -> str:
    return workspace.cases.create(COMMUNE, ("M4",)).case.id


def cases_of(workspace: Workspace) -> set[str]:
    return {case.id for case in workspace.cases.load_all()}


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def back_up(qtbot: QtBot, window: MainWindow, page: BackupsPage) -> None:
    click(qtbot, page.state.make_button)
    settled(qtbot, window)
    settled(qtbot, window)


def test_a_backup_is_made_shown_and_verified(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    add_case(main_window.workspace)
    page = page_of()
    assert "Es gibt noch keine Sicherung" in page.state.words
    back_up(qtbot, main_window, page)
    assert "Letzte Sicherung: heute, 08:41 Uhr" in page.state.words
    assert main_window.notice.text == "Gesichert."
    (row,) = page.list.rows
    click(qtbot, row.verify_button)
    settled(qtbot, main_window)
    assert "Die Sicherung ist in Ordnung" in main_window.notice.text


def test_an_older_state_is_brought_back_without_a_restart(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, data_folder: Path
) -> None:
    first = add_case(main_window.workspace)
    page = page_of()
    back_up(qtbot, main_window, page)
    second = add_case(main_window.workspace)
    assert cases_of(main_window.workspace) == {first, second}
    click(qtbot, page.list.rows[0].restore_button)
    settled(qtbot, main_window)
    assert "Gemeinde Eschentalbach" in page.preview.words
    assert "heute, 08:41 Uhr" in page.preview.words
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.preview.accept_button)
    settled(qtbot, main_window)
    assert "Wiederhergestellt" in main_window.notice.text
    assert cases_of(main_window.workspace) == {first}
    assert isinstance(main_window.page, BackupsPage)
    assert main_window.page is not page
    # the window works on what is there now
    third = add_case(main_window.workspace)
    main_window.open_case(third)
    assert main_window.bridge is not None
    (aside,) = (data_folder / "aside").iterdir()
    assert (aside / "beraterkoffer.sqlite").exists()
    main_window.close()
    again = open_workspace(data_folder, PREFERENCES)
    assert cases_of(again) == {first, third}
    again.close()


def test_a_backup_that_was_altered_is_refused_and_the_window_goes_on(
    qtbot: QtBot, main_window: MainWindow, page_of: Open
) -> None:
    case_id = add_case(main_window.workspace)
    page = page_of()
    back_up(qtbot, main_window, page)
    backup = page.list.rows[0].backup
    click(qtbot, page.list.rows[0].restore_button)
    settled(qtbot, main_window)
    database = backup.folder / "beraterkoffer.sqlite"
    content = bytearray(database.read_bytes())
    with closing(connect_to(main_window.workspace.folder)) as connection:
        ((page_of_cases,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'case_head'")
    content[(page_of_cases - 1) * 4096 + 100] ^= 1
    database.write_bytes(content)
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.preview.accept_button)
    settled(qtbot, main_window)
    assert "unvollständig oder wurde verändert" in main_window.notice.text
    assert cases_of(main_window.workspace) == {case_id}
    page = page_of()
    for name in ("verify_button", "restore_button"):
        settled(qtbot, main_window)
        row = next(row for row in page.list.rows if row.backup.folder == backup.folder)  # a newer one may stand above
        with qtbot.waitSignal(page.warned) as warned:
            click(qtbot, getattr(row, name))
        assert warned.args is not None
        assert "unvollständig oder wurde verändert" in warned.args[0]
        assert warned.args[0] in main_window.notice.text


def test_the_preview_can_be_left(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    add_case(main_window.workspace)
    page = page_of()
    back_up(qtbot, main_window, page)
    click(qtbot, page.list.rows[0].restore_button)
    settled(qtbot, main_window)
    click(qtbot, page.preview.leave_button)
    assert not page.preview.isVisible()


def test_a_second_place_gets_a_copy_at_once(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, tmp_path: Path
) -> None:
    add_case(main_window.workspace)
    page = page_of()
    assert "Verlust des Rechners" in page.state.words
    choice.path = tmp_path / "stick"
    choice.path.mkdir()
    click(qtbot, page.state.choose_button)
    settled(qtbot, main_window)
    settled(qtbot, main_window)
    assert "stick, erreichbar" in page.state.words
    assert "auch am zweiten Ort" in main_window.notice.text
    assert len(list((choice.path / "Beraterkoffer-Sicherungen").iterdir())) == 1
    click(qtbot, page.state.remove_button)
    settled(qtbot, main_window)
    assert main_window.workspace.backup_place is None
    assert "Verlust des Rechners" in page.state.words


def test_data_are_found_and_a_backup_of_a_lost_laptop_is_taken_over(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, tmp_path: Path
) -> None:
    lost = open_workspace(make_recoverable(tmp_path / "stick" / "alt"), PREFERENCES)
    case_id = add_case(lost)
    lost.backups.create()
    lost.close()
    page = page_of()
    choice.path = tmp_path / "stick"
    click(qtbot, page.finder.folder_button)
    settled(qtbot, main_window)
    assert page.finder.state == "Gefunden: 2"
    click(qtbot, row_of(page, FoundKind.BACKUPS).take_button)
    settled(qtbot, main_window)
    assert "gehört zu anderen Daten" in page.preview.words
    assert "Fälle darin: 1" in page.preview.words
    with qtbot.waitSignal(main_window.locked):
        click(qtbot, page.preview.accept_button)
    opened = open_profile(main_window.lock_screen._folder, recovery_code(SHEET))
    database = open_database(opened)
    database.close()
    assert case_id


@pytest.fixture
def lost_laptop(tmp_path: Path) -> Path:
    """Return a folder with the data of another laptop: a profile with one case, its backup and that case as a file."""
    lost = open_workspace(make_recoverable(tmp_path / "stick" / "alt"), PREFERENCES)
    case_id = add_case(lost)
    lost.backups.create()
    lost.case_export.export(case_id, tmp_path / "stick" / "fall.bkcase", lost.case_export.with_passphrase(SHEET))
    lost.close()
    return tmp_path / "stick"


def look_into(qtbot: QtBot, window: MainWindow, page: BackupsPage, choice: _Choice, folder: Path) -> None:
    choice.path = folder
    click(qtbot, page.finder.folder_button)
    settled(qtbot, window)


def row_of(page: BackupsPage, kind: FoundKind) -> FoundRow:
    (row,) = (row for row in page.finder.rows if row.found.kind is kind)
    return row


def test_a_backup_under_another_key_is_opened_in_the_preview_and_taken_over(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, lost_laptop: Path
) -> None:
    page = page_of()
    look_into(qtbot, main_window, page, choice, lost_laptop)
    click(qtbot, row_of(page, FoundKind.BACKUPS).take_button)
    settled(qtbot, main_window)
    assert "Eschentalbach" not in page.preview.words
    for typed in ("Das ist sie nicht", SHEET.replace("7", "8")):
        qtbot.keyClicks(page.preview.secret.line, typed)
        qtbot.keyClick(page.preview.secret.line, Qt.Key.Key_Return)
        settled(qtbot, main_window)
        assert "passt nicht" in page.preview.complaint or "nicht öffnen" in page.preview.complaint
        assert page.preview.secret.text == ""
    qtbot.keyClicks(page.preview.secret.line, SHEET)
    click(qtbot, page.preview.open_button)
    settled(qtbot, main_window)
    assert "Gemeinde Eschentalbach" in page.preview.words
    assert not page.preview.secret.isVisible()
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.preview.accept_button)
    settled(qtbot, main_window)
    assert "Wiederhergestellt" in main_window.notice.text
    assert len(cases_of(main_window.workspace)) == 1


def test_a_backup_from_before_a_new_key_opens_with_the_former_sheet(
    qtbot: QtBot, main_window: MainWindow, page_of: Open
) -> None:
    case_id = add_case(main_window.workspace)
    page = page_of()
    back_up(qtbot, main_window, page)
    protection = main_window.workspace.protection
    protection.renew(protection.prepare_renewal(), lambda _: None)
    page = page_of()
    click(qtbot, page.list.rows[-1].restore_button)
    settled(qtbot, main_window)
    qtbot.keyClicks(page.preview.secret.line, SHEET)
    click(qtbot, page.preview.open_button)
    settled(qtbot, main_window)
    assert "Gemeinde Eschentalbach" in page.preview.words
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.preview.accept_button)
    assert cases_of(main_window.workspace) == {case_id}


def test_a_typed_secret_is_forgotten_when_the_preview_is_left(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, lost_laptop: Path
) -> None:
    page = page_of()
    look_into(qtbot, main_window, page, choice, lost_laptop)
    click(qtbot, row_of(page, FoundKind.BACKUPS).take_button)
    settled(qtbot, main_window)
    qtbot.keyClicks(page.preview.secret.line, SHEET)
    click(qtbot, page.preview.leave_button)
    assert page.preview.secret.text == ""
    click(qtbot, row_of(page, FoundKind.BACKUPS).take_button)
    settled(qtbot, main_window)
    assert page.preview.secret.isVisible()
    assert page.preview.complaint == ""


def test_a_found_case_file_is_read_in(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, lost_laptop: Path
) -> None:
    page = page_of()
    look_into(qtbot, main_window, page, choice, lost_laptop)
    click(qtbot, row_of(page, FoundKind.CASE_FILE).take_button)
    shown = main_window.page
    assert isinstance(shown, CaseImportPage)
    assert shown.passphrase.isVisible()


def test_found_data_are_opened_in_place_of_these(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, lost_laptop: Path
) -> None:
    page = page_of()
    look_into(qtbot, main_window, page, choice, lost_laptop)
    with qtbot.waitSignal(main_window.folder_wanted) as wanted:
        click(qtbot, row_of(page, FoundKind.PROFILE).take_button)
    assert wanted.args == [lost_laptop / "alt"]


def test_what_is_open_or_cannot_be_used_is_only_shown(
    qtbot: QtBot,
    main_window: MainWindow,
    page_of: Open,
    choice: _Choice,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    page = page_of()
    (data_folder / "kaputt.bkcase").write_bytes(b"x")
    look_into(qtbot, main_window, page, choice, data_folder)
    for kind in (FoundKind.PROFILE, FoundKind.CASE_FILE):
        row = row_of(page, kind)
        assert not row.take_button.isVisible()
        click(qtbot, row.show_button)
    assert shown == [str(data_folder)] * 2


def test_everything_is_packed_and_unpacked(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, tmp_path: Path
) -> None:
    page = page_of()
    if not page.move_card.pack_button.isEnabled():
        pytest.fail("the test's profile has a recovery sheet")
    add_case(main_window.workspace)
    choice.path = tmp_path / "stick"
    choice.path.mkdir()
    click(qtbot, page.move_card.pack_button)
    settled(qtbot, main_window)
    (file,) = choice.path.iterdir()
    assert "Gepackt und nachgelesen" in main_window.notice.text
    choice.path = file
    click(qtbot, page.move_card.unpack_button)
    assert "Fälle: 1" in page.move_card.words
    add_case(main_window.workspace)
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.move_card.accept_button)
    settled(qtbot, main_window)
    assert "Vollständig angekommen" in main_window.notice.text
    assert len(cases_of(main_window.workspace)) == 1


def test_what_is_no_packed_file_is_told(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, tmp_path: Path
) -> None:
    page = page_of()
    choice.path = tmp_path / "x.bkmove"
    choice.path.write_bytes(b"x")
    click(qtbot, page.move_card.unpack_button)
    assert "unvollständig oder wurde verändert" in main_window.notice.text
    assert page.move_card.words == ""


# By itself


def test_the_window_backs_up_by_itself_when_something_changed(
    qtbot: QtBot, main_window: MainWindow, clock: TestClock, data_folder: Path
) -> None:
    add_case(main_window.workspace)
    with qtbot.waitSignal(main_window.backups.made):
        main_window.backups.look()
    clock.move(minutes=31)
    main_window.backups.look()
    qtbot.waitUntil(lambda: not main_window.backups.is_busy)
    add_case(main_window.workspace)
    with qtbot.waitSignal(main_window.backups.made):
        main_window.backups.look()
    assert len(BackupPlaces(data_folder, None).list().backups) == 2
    assert main_window.status.job_text == ""


def test_a_failure_is_said_once_and_tried_again(qtbot: QtBot, main_window: MainWindow, data_folder: Path) -> None:
    add_case(main_window.workspace)
    (data_folder / "backups").touch()
    for is_said in (True, False):
        main_window.backups.look()
        qtbot.waitUntil(lambda: not main_window.backups.is_busy)
        assert ("ist nicht gelungen" in main_window.notice.text) is is_said
        main_window.notice.hide()
    (data_folder / "backups").unlink()
    with qtbot.waitSignal(main_window.backups.made):
        main_window.backups.look()


def test_closing_makes_the_last_backup(qtbot: QtBot, main_window: MainWindow, data_folder: Path) -> None:
    del qtbot
    add_case(main_window.workspace)
    assert main_window.close()
    (row,) = BackupPlaces(data_folder, None).list().backups
    assert row.backup.reason.value == "close"
    assert row.backup.cases == 1


def test_closing_without_a_change_makes_none(main_window: MainWindow, data_folder: Path) -> None:
    assert main_window.close()
    assert BackupPlaces(data_folder, None).list().backups == ()


def test_closing_twice_gives_the_last_backup_up(
    main_window: MainWindow, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place that takes its time: the second click on the cross ends the waiting."""

    def slow(_backups: Backups, report: Callable[[float], None]) -> None:
        while True:
            report(0.1)

    monkeypatch.setattr(Backups, "make_last", slow)
    add_case(main_window.workspace)

    def close_again(_job: object) -> None:
        QApplication.sendEvent(main_window.windowHandle(), QCloseEvent())

    main_window.backups.closing.connect(close_again, Qt.ConnectionType.QueuedConnection)
    assert main_window.close()
    assert not main_window.isVisible()
    assert BackupPlaces(data_folder, None).list().backups == ()


def test_the_cross_in_the_status_bar_ends_it_too(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_backups: Backups, report: Callable[[float], None]) -> None:
        while True:
            report(0.1)

    monkeypatch.setattr(Backups, "make_last", slow)
    add_case(main_window.workspace)
    button = main_window.status.cancel_button
    main_window.backups.closing.connect(lambda _: qtbot.mouseClick(button, LEFT), Qt.ConnectionType.QueuedConnection)
    assert main_window.close()


def test_data_that_only_this_machine_opens_are_not_packed(
    qtbot: QtBot, context: object, tmp_path: Path, choice: _Choice
) -> None:
    from advisor_app.ui.shell.page import PageContext

    assert isinstance(context, PageContext)
    other = open_workspace(tmp_path / "unprotected", PREFERENCES)
    card = MoveCard(replace(context, workspace=other), choice.folder, choice.file)
    qtbot.addWidget(card)
    card.show()
    assert not card.pack_button.isEnabled()
    with qtbot.waitSignal(card.protection_wanted):
        click(qtbot, card.protect_button)
    other.close()


def test_an_old_packed_file_tells_its_day(qtbot: QtBot, main_window: MainWindow, page_of: Open, tmp_path: Path) -> None:
    class Then:
        def now(self) -> datetime:
            return datetime(2026, 3, 1, 9, 5, tzinfo=UTC)

    profile = open_profile(make_recoverable(tmp_path / "alt"))
    open_database(profile).close()
    file = pack(Backups(profile, None, Then()), Then(), tmp_path / "x.bkmove").file
    page = page_of()
    page.move_card.look_into(file)
    assert "01.03.2026, 10:05 Uhr" in page.move_card.words
    del qtbot, main_window
