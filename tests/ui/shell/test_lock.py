"""Locking by key and by idle time, unlocking by every way, and what the adviser sees of faults of the keys."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from advisor_app.app import make_window
from advisor_app.services.data_lock import is_window_open
from advisor_app.services.entrance import enter, passphrase
from advisor_app.services.policy import Policy
from advisor_app.services.preferences import Preferences
from advisor_app.services.protection import ways_into
from advisor_app.services.workspace import open_workspace
from advisor_app.storage import keyslots
from advisor_app.ui.pages.set_up import SetUpPage
from advisor_app.ui.pages.set_up.dates_step import DatesStep
from advisor_app.ui.shell import lock_screen
from advisor_app.ui.shell.lock_screen import Ask, LockScreen
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.open_data import SHUT_AGAIN_MS
from tests.patience import PATIENCE_SECONDS
from tests.profiles import SHEET, make_recoverable
from tests.ui.conftest import COMMUNE, HOUR_MS, PREFERENCES, said

WORDS = "Gruesse aus der Wetterau"
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton

OpenWindow = Callable[[], MainWindow]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases little, and wait little after wrong ones: the rules are the same."""
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(keyslots, name, value)
    monkeypatch.setattr(lock_screen, "_FIRST_WAIT_MS", 200)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that opens by a passphrase and a recovery sheet only."""
    folder = make_recoverable(tmp_path / "locked")
    workspace = open_workspace(folder, PREFERENCES)
    workspace.protection.set_passphrase(WORDS)
    workspace.cases.create(COMMUNE, ("M4",))
    workspace.close()
    return folder


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, folder: Path) -> OpenWindow:
    """Start the program; returns the window as soon as it says something."""

    def start_it() -> MainWindow:
        window = make_window(qapp, folder, Preferences())
        qtbot.addWidget(window)
        told: list[object] = []
        for signal in (window.ready, window.locked, window.failed):
            signal.connect(lambda *_, signal=signal: told.append(signal))
        window.show()
        qtbot.waitUntil(lambda: bool(told))
        return window

    return start_it


def screen_of(window: MainWindow) -> LockScreen:
    screen = window.lock_screen.screen
    assert screen is not None
    assert window.lock_screen.is_shown
    return screen


def type_passphrase(qtbot: QtBot, window: MainWindow, words: str) -> None:
    screen = screen_of(window)
    qtbot.waitUntil(screen.button.isEnabled)
    screen.field.line.clear()
    QTest.keyClicks(screen.field.line, words)
    QTest.keyClick(screen.field.line, Qt.Key.Key_Return)


def unlock(qtbot: QtBot, window: MainWindow, words: str = WORDS) -> None:
    with qtbot.waitSignal(window.ready):
        type_passphrase(qtbot, window, words)


def test_locked_data_are_asked_for_after_the_first_paint(qtbot: QtBot, start: OpenWindow, folder: Path) -> None:
    window = start()
    screen = screen_of(window)
    assert not window.is_ready
    assert [widget.isVisible() for widget in (window.rail, window.bar, window.stack)] == [False, False, False]
    assert window.status.saved_text == "verschlossen"
    assert not window.status.lock_button.isVisible()
    assert screen.field.line.hasFocus()
    assert screen.field.line.echoMode() is screen.field.line.EchoMode.Password
    qtbot.mouseClick(screen.field.eye, LEFT)
    assert screen.field.line.echoMode() is screen.field.line.EchoMode.Normal
    assert is_window_open(folder)
    unlock(qtbot, window)
    assert window.stack.shown == "cases"
    assert window.rail.isVisible()
    assert screen.field.text == ""
    assert is_window_open(folder)


def test_a_wrong_passphrase_waits_longer_each_time(
    qtbot: QtBot, start: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_screen, "_FIRST_WAIT_MS", HOUR_MS)
    monkeypatch.setattr(lock_screen, "_LONGEST_WAIT_MS", 3 * HOUR_MS)
    window = start()
    screen = screen_of(window)
    waits: list[int] = []
    for _ in range(4):
        type_passphrase(qtbot, window, "falsch geraten")
        qtbot.waitUntil(screen._wait.isActive)
        assert "passt nicht" in screen.complaint
        assert screen.button.text() == "Öffnen"
        assert not screen.button.isEnabled()
        assert screen.field.line.hasFocus()
        waits.append(screen._wait.interval())
        QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
        assert screen.button.text() == "Öffnen", "too early: not taken"
        screen._wait.start(0)  # the hours go by
    assert waits == [HOUR_MS, 2 * HOUR_MS, 3 * HOUR_MS, 3 * HOUR_MS]
    unlock(qtbot, window)


def test_a_window_that_goes_while_it_waits_to_be_locked_does_nothing_more(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    window = make_window(qapp, folder, Preferences())
    with qtbot.waitSignal(window.locked):
        window.show()
    unlock(qtbot, window)
    gate = Event()
    job = window.lane.run(lambda _job: gate.wait(PATIENCE_SECONDS))
    window.data.lock()
    assert window.data.context is not None  # it waits for the job
    gate.set()
    with qtbot.waitSignal(job.destroyed):
        window.close()
        delete(window)
    later = QTimer(singleShot=True, interval=2 * SHUT_AGAIN_MS)
    with qtbot.waitSignal(later.timeout):  # what Qt calls in vain fails the test
        later.start()


def test_the_window_answers_while_it_opens(qtbot: QtBot, start: OpenWindow) -> None:
    window = start()
    screen = screen_of(window)
    type_passphrase(qtbot, window, WORDS)
    assert screen.button.text() == "Wird geöffnet …"
    assert not screen.button.isEnabled()
    with qtbot.waitSignal(window.ready):
        window.resize(window.width() - 10, window.height())
        assert window.lock_screen.is_shown


def test_the_code_of_the_sheet_opens_and_leads_to_a_new_passphrase(qtbot: QtBot, start: OpenWindow) -> None:
    window = start()
    screen = screen_of(window)
    qtbot.mouseClick(screen.code_button, LEFT)
    assert screen.code.hasFocus()
    QTest.keyClicks(screen.code, "7KQ2M")
    QTest.keyClick(screen.code, Qt.Key.Key_Return)
    assert "26 Zeichen" in screen.complaint
    screen.code.clear()
    QTest.keyClicks(screen.code, SHEET.lower().replace("-", " "))
    with qtbot.waitSignal(window.ready):
        QTest.keyClick(screen.code, Qt.Key.Key_Return)
    assert window.stack.shown == "settings"
    assert "neue fest" in window.notice.text


def test_locked_by_key_words_are_committed_and_the_same_page_comes_back(
    qtbot: QtBot, start: OpenWindow, folder: Path
) -> None:
    window = start()
    unlock(qtbot, window)
    case_id = window.workspace.portfolio.load()[0].case_id
    window.open_case(case_id, "set-up", "dates")
    assert isinstance(window.page, SetUpPage)
    assert isinstance(window.page.step, DatesStep)
    window.page.step.room.text.setFocus()
    QTest.keyClicks(window.page.step.room.text, "Saal 3")
    profile, database = window.workspace.profile, window.workspace.database
    with qtbot.waitSignal(window.locked):
        QTest.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert window.bridge is None
    assert window.page is None
    assert not window.is_ready
    assert profile.data_key == b""
    assert not database._writers
    assert database._engine.pool.checkedin() == 0
    assert not (folder / "beraterkoffer.sqlite-wal").exists()
    assert is_window_open(folder)
    assert is_hidden(window)
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL)
    unlock(qtbot, window)
    assert isinstance(window.page, SetUpPage)
    assert isinstance(window.page.step, DatesStep)
    assert window.bridge is not None
    assert window.bridge.case.head.room == "Saal 3"
    room = window.page.step.room.text
    qtbot.waitUntil(lambda: window.focusWidget() is room)
    assert room.toPlainText() == "Saal 3"


def is_hidden(window: MainWindow) -> bool:
    return not any(widget.isVisible() for widget in (window.rail, window.bar, window.stack))


def test_preferences_of_the_session_hold_after_unlocking(qtbot: QtBot, start: OpenWindow) -> None:
    window = start()
    unlock(qtbot, window)
    preferences = window.workspace.preferences
    window.workspace.set_preferences(Preferences(adviser="Jo Lang"))
    with qtbot.waitSignal(window.locked):
        window.data.lock()
    unlock(qtbot, window)
    assert window.workspace.preferences.adviser == "Jo Lang" != preferences.adviser


def test_what_runs_is_finished_before_the_database_is_closed(qtbot: QtBot, start: OpenWindow) -> None:
    window = start()
    unlock(qtbot, window)
    cases = window.workspace.cases
    done: list[int] = []
    job = window.lane.run(lambda _job: len([cases.load(name) for name in cases.of_commune(COMMUNE.id) * 200]))
    job.tell(window, succeeded=done.append)
    window.data.lock()
    assert is_hidden(window)
    with qtbot.waitSignal(window.locked):
        pass
    assert done == [200]


def test_idle_hands_lock_the_window(qtbot: QtBot, start: OpenWindow) -> None:
    window = start()
    assert not window.data.idle.is_watching
    unlock(qtbot, window)
    timer = window.data.idle._timer
    assert timer.interval() == Preferences().lock_minutes * 60_000
    begun = timer.timerId()
    QTest.mouseMove(window.windowHandle(), window.rect().center())
    QTest.mouseClick(window.windowHandle(), LEFT)
    qtbot.waitUntil(lambda: timer.timerId() != begun)  # it began anew
    with qtbot.waitSignal(window.locked):
        timer.timeout.emit()
    assert is_hidden(window)


def test_an_idle_window_is_not_locked_while_a_room_looks_on(
    qtbot: QtBot, start: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever talks to a room touches no key."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    window = start()
    unlock(qtbot, window)
    assert window.data.idle.is_watching
    for _ in range(2):  # there is one screen only: the first time it is told
        window.projector.toggle()
    assert window.projector.is_running
    assert not window.data.idle.is_watching
    window.projector.stop()
    assert window.data.idle.is_watching


def test_the_policy_may_ask_for_less_idle_time_never_for_more() -> None:
    assert Preferences(lock_minutes=0).idle_minutes(Policy()) == 0
    assert Preferences(lock_minutes=0).idle_minutes(Policy(lock_after_minutes=5)) == 5
    assert Preferences(lock_minutes=10).idle_minutes(Policy(lock_after_minutes=5)) == 5
    assert Preferences(lock_minutes=3).idle_minutes(Policy(lock_after_minutes=5)) == 3


def test_without_a_passphrase_the_key_explains_and_offers_one(qtbot: QtBot, main_window: MainWindow) -> None:
    assert main_window.status.lock_button.text() == "ohne Passphrase"
    QTest.keyClick(main_window, Qt.Key.Key_L, CONTROL)
    assert main_window.stack.shown == "settings"
    assert "Ohne Passphrase" in main_window.notice.text
    assert not main_window.data.idle.is_watching
    qtbot.mouseClick(main_window.status.lock_button, LEFT)
    assert main_window.is_ready


def test_a_policy_that_demands_a_passphrase_asks_before_the_first_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[passphrase]\nrequired = true\nminimum_length = 16\n", encoding="utf-8")
    monkeypatch.setenv("ADVISOR_APP_POLICY", str(policy))
    window = make_window(qapp, tmp_path / "new", Preferences())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.locked):
        window.show()
    screen = screen_of(window)
    assert screen._ask is Ask.CHOICE
    first, second = screen.choice.first.line, screen.choice.second.line
    QTest.keyClicks(first, "zu kurz")
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert "mindestens 16" in screen.choice.note
    first.clear()
    QTest.keyClicks(first, WORDS)
    QTest.keyClicks(second, WORDS[:-1])
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert "verschieden" in screen.choice.note
    QTest.keyClicks(second, WORDS)
    with qtbot.waitSignal(window.ready):
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert ways_into(tmp_path / "new").passphrase
    assert not ways_into(tmp_path / "new").device
    window.close()
    assert enter(tmp_path / "new", Policy(), passphrase(WORDS)).data_key


def test_a_broken_policy_opens_nothing(start: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[lock]\nafter = 5\n", encoding="utf-8")
    monkeypatch.setenv("ADVISOR_APP_POLICY", str(policy))
    window = start()
    assert not window.is_ready
    assert not window.lock_screen.is_shown
    assert f"„{policy}“ hat in Zeile 2 einen Fehler" in said(window)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Schlüsseldatei"),
        (b"[" * 5000, "beschädigt"),
        (b" " * 70_000, "beschädigt"),
        (b'{"format": 7}', "neueren Programmversion"),
        (None, "fehlt"),
    ],
)
def test_a_keyslot_file_that_is_not_sound_is_told_in_the_window(
    start: OpenWindow, folder: Path, content: bytes | None, words: str
) -> None:
    file = folder / "keyslots.json"
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    window = start()
    assert not window.is_ready
    assert words in said(window)
    assert "Sicherung" in said(window) or "installieren" in said(window)


def test_keys_of_other_data_are_told_in_the_window(start: OpenWindow, folder: Path, tmp_path: Path) -> None:
    other = open_workspace(tmp_path / "other", PREFERENCES)
    other.close()
    (folder / "keyslots.json").write_bytes((tmp_path / "other" / "keyslots.json").read_bytes())
    (folder / "profile.key").write_bytes((tmp_path / "other" / "profile.key").read_bytes())
    assert "gehört zu anderen Daten" in said(start())


def test_a_damaged_slot_is_a_damaged_file_and_a_damaged_database_no_wrong_passphrase(
    qtbot: QtBot, start: OpenWindow, folder: Path
) -> None:
    file = folder / "keyslots.json"
    sound = file.read_bytes()
    table = json.loads(sound)
    table["slots"][0]["sealed"] = table["slots"][0]["sealed"][::-1]
    file.write_text(json.dumps(table))
    assert "beschädigt" in said(start())
    file.write_bytes(sound)
    database = folder / "beraterkoffer.sqlite"
    content = bytearray(database.read_bytes())
    content[16:4096] = bytes(4080)
    database.write_bytes(content)
    window = start()
    with qtbot.waitSignal(window.failed):
        type_passphrase(qtbot, window, WORDS)
    assert "Datenbank" in said(window)
    assert "beschädigt" in said(window)
    assert "Passphrase" not in said(window)
