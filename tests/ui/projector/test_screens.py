"""The projection finds its screen, loses it in mid-run and comes back; a mirrored screen is told from another one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.ui.projector.projecting import Projecting, Where
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.projector.virtual_screens import BEAMER, LAPTOP, MIRROR, SECOND, set_screens


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key)


def projecting(window: MainWindow) -> Projecting:
    found = window.projector.projecting
    assert found is not None
    return found


def wall_screen(window: MainWindow) -> str:
    """The screen on which the room sees something, empty where it sees nothing."""
    shown = projecting(window).window
    return shown.screen().name() if shown is not None and shown.isVisible() else ""


def test_f5_fills_the_other_screen_and_takes_the_picture_away(window: MainWindow) -> None:
    set_screens(LAPTOP, BEAMER)
    press(window, Qt.Key.Key_F5)
    shown = projecting(window).window
    assert shown is not None
    assert (wall_screen(window), shown.geometry()) == ("beamer", shown.screen().geometry())
    assert shown.wall.scene is not None
    assert shown.wall.scene.title.startswith("4.3.3")
    assert window.status.projector_button.text() == "Beamer zeigt 4.3.3"
    press(window, Qt.Key.Key_F5)
    assert projecting(window).where is Where.NOWHERE
    assert window.status.projector_button.text() == "Beamer aus"


def test_a_single_screen_is_told_and_covered_only_when_asked_again(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F5)
    assert projecting(window).where is Where.NOWHERE
    assert "„Erweitern“" in window.notice.text
    press(window, Qt.Key.Key_F5)
    shown = projecting(window).window
    assert shown is not None
    assert (projecting(window).where, wall_screen(window)) == (Where.HERE, "laptop")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert projecting(window).where is Where.NOWHERE


def test_a_screen_in_the_same_place_is_a_mirror(window: MainWindow) -> None:
    set_screens(LAPTOP, MIRROR)
    press(window, Qt.Key.Key_F5)
    assert projecting(window).where is Where.NOWHERE
    assert "zeigt dasselbe" in window.notice.text


def test_unplugged_in_mid_run_and_plugged_in_again(window: MainWindow, qtbot: QtBot) -> None:
    set_screens(LAPTOP, BEAMER)
    press(window, Qt.Key.Key_F5)
    press(window, Qt.Key.Key_F6)
    set_screens(LAPTOP)
    assert (projecting(window).where, wall_screen(window)) == (Where.AWAITED, "")
    assert "nichts verloren" in window.notice.text
    assert projecting(window).is_awake
    window.show_page("results")
    set_screens(LAPTOP, BEAMER)
    qtbot.waitUntil(lambda: wall_screen(window) == "beamer")
    show, shown = window.projector.show, projecting(window).window
    assert show is not None
    assert shown is not None
    assert show.is_pinned
    assert shown.wall.scene is not None
    assert shown.wall.scene.title.startswith("4.3.3")
    assert "zeigt jetzt" in window.notice.text


def test_extending_the_screens_in_mid_run_uncovers_the_notes(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F5)
    press(window, Qt.Key.Key_F5)
    set_screens(LAPTOP, BEAMER)
    qtbot.waitUntil(lambda: wall_screen(window) == "beamer")
    assert projecting(window).where is Where.WALL


def test_the_screen_of_the_last_time_is_taken_first(window: MainWindow, data_folder: Path) -> None:
    set_screens(LAPTOP, BEAMER, SECOND)
    press(window, Qt.Key.Key_F5)
    assert wall_screen(window) == "beamer"
    projecting(window).next_screen()
    assert wall_screen(window) == "second"
    press(window, Qt.Key.Key_F5)
    press(window, Qt.Key.Key_F5)
    assert wall_screen(window) == "second"
    assert "second" in (data_folder / "window.ini").read_text(encoding="utf-8")


def test_the_machine_stays_awake_as_long_as_a_room_looks_on(window: MainWindow) -> None:
    set_screens(LAPTOP, BEAMER)
    press(window, Qt.Key.Key_F5)
    assert projecting(window).is_awake
    press(window, Qt.Key.Key_F5)
    assert not projecting(window).is_awake


def test_closing_the_window_ends_the_projection(window: MainWindow) -> None:
    set_screens(LAPTOP, BEAMER)
    press(window, Qt.Key.Key_F5)
    window.close()
    assert (projecting(window).where, projecting(window).is_awake) == (Where.NOWHERE, False)
    assert projecting(window).window is None
