"""Sicherungen: made, verified, copied to a second place, brought back without a restart; all by clicks."""

from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.backups import BackupsPage
from advisor_app.ui.shell.main_window import MainWindow
from tests.profiles import connect_to
from tests.ui.conftest import PREFERENCES
from tests.ui.pages.backups.conftest import Choice, Open, add_case, back_up, cases_of, click, settled


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
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, tmp_path: Path
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
