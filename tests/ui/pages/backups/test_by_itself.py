"""The window backs up by itself: after a while, and when it is closed."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.backup_places import BackupPlaces
from advisor_app.services.backups import Backups
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import TestClock
from tests.ui.pages.backups.conftest import LEFT, add_case


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


def test_what_was_given_up_because_the_data_were_closed_is_no_failure(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have stumbled over the key that was taken away, and the data may be open again by the time it says so."""
    asked, closed = Event(), Event()

    def stumble(_backups: Backups, _report: Callable[[float], None]) -> None:
        asked.set()
        closed.wait()
        raise AdvisorError(Problem.PROFILE_LOCKED, folder="")

    monkeypatch.setattr(Backups, "make_due", stumble)
    main_window.backups.look()
    qtbot.waitUntil(asked.is_set)
    main_window.backups.end()
    main_window.backups.begin(main_window.workspace)
    closed.set()
    qtbot.waitUntil(lambda: not main_window.backups.is_busy)
    assert main_window.notice.text == ""


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
