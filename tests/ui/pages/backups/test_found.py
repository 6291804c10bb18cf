"""Sicherungen: data and backups that lie elsewhere are found, opened with their key and taken over."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from advisor_app.services.entrance import recovery_code
from advisor_app.services.finding import FoundKind
from advisor_app.services.workspace import open_workspace
from advisor_app.storage.database import open_database
from advisor_app.storage.profile import open_profile
from advisor_app.ui.pages.case_files import CaseImportPage
from advisor_app.ui.shell.main_window import MainWindow
from tests.profiles import SHEET, make_recoverable
from tests.ui.conftest import PREFERENCES
from tests.ui.pages.backups.conftest import Choice, Open, add_case, back_up, cases_of, click, look_into, row_of, settled


def test_data_are_found_and_a_backup_of_a_lost_laptop_is_taken_over(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, tmp_path: Path
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


def test_a_backup_under_another_key_is_opened_in_the_preview_and_taken_over(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, lost_laptop: Path
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
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, lost_laptop: Path
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
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, lost_laptop: Path
) -> None:
    page = page_of()
    look_into(qtbot, main_window, page, choice, lost_laptop)
    click(qtbot, row_of(page, FoundKind.CASE_FILE).take_button)
    shown = main_window.page
    assert isinstance(shown, CaseImportPage)
    assert shown.passphrase.isVisible()


def test_found_data_are_opened_in_place_of_these(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, lost_laptop: Path
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
    choice: Choice,
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
