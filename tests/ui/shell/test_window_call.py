"""A second start brings the first window to the front and ends; real programs, a real socket."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.services import data_lock
from advisor_app.services.data_lock import Access, hold, is_window_open
from advisor_app.ui.shell.window_call import ANSWER_MS, SHOW, WindowCall, _name_of, bring_to_front, call_window

CHECKOUT = Path(__file__).resolve().parents[3]
CALLER = """
import sys
from pathlib import Path
from advisor_app.ui.shell.window_call import call_window
sys.exit(0 if call_window(Path(sys.argv[1])) else 3)
"""
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from advisor_app import app
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell import window_call

def told(window):
    print("called", flush=True)
    QTimer.singleShot(0, window.close)

window_call.bring_to_front = told
listen = window_call.WindowCall.listen

def listen_and_tell(call):
    print("listening", listen(call), flush=True)

window_call.WindowCall.listen = listen_and_tell
sys.exit(app.run(Path(sys.argv[1]), Preferences()))
"""
START = """
import sys
from pathlib import Path
from advisor_app import app
from advisor_app.services.preferences import Preferences
sys.exit(app.run(Path(sys.argv[1]), Preferences()))
"""


def program(source: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", source, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.fixture
def call(tmp_path: Path) -> Iterator[WindowCall]:
    """The ear of a window that has the folder."""
    with hold(tmp_path, Access.WINDOW):
        call = WindowCall(tmp_path)
        assert call.listen()
        yield call
        call.close()


def test_the_second_start_shows_the_first_window_and_ends(tmp_path: Path) -> None:
    with program(WINDOW, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "listening True\n"
        second = program(START, tmp_path)
        out, errors = second.communicate(timeout=60)
        assert (second.returncode, out, errors) == (0, "", "")
        assert first.stdout.readline() == "called\n"
        assert first.communicate(timeout=60)[1] == ""
        assert first.returncode == 0


def test_windows_over_other_folders_are_not_called(qtbot: QtBot, call: WindowCall, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with program(CALLER, other) as caller, qtbot.assertNotEmitted(call.called):
        qtbot.waitUntil(lambda: caller.poll() is not None, timeout=30_000)
    assert caller.returncode == 3


def test_a_caller_is_answered(qtbot: QtBot, call: WindowCall, tmp_path: Path) -> None:
    with qtbot.waitSignal(call.called, timeout=30_000):
        caller = program(CALLER, tmp_path)
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=30_000)
    assert (caller.communicate(), caller.returncode) == (("", ""), 0)


@pytest.mark.parametrize(
    "said", [b"", b"s", b"show", b"SHOW\n", b"show\nshow\n", b"open /etc/passwd\n", b"\x00" * 5, b"x" * 1_000_000]
)
def test_anything_else_is_dropped_unanswered(qtbot: QtBot, call: WindowCall, tmp_path: Path, said: bytes) -> None:
    stranger = QLocalSocket()
    with qtbot.assertNotEmitted(call.called):
        stranger.connectToServer(_name_of(tmp_path))
        stranger.write(said)
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        qtbot.waitUntil(lambda: stranger.state() is gone, timeout=5 * ANSWER_MS)
    assert stranger.bytesAvailable() == 0


def test_a_message_may_come_in_pieces_and_strangers_keep_nobody_out(
    qtbot: QtBot, call: WindowCall, tmp_path: Path
) -> None:
    strangers = [QLocalSocket() for _ in range(10)]
    for stranger in strangers:
        stranger.connectToServer(_name_of(tmp_path))
    caller = QLocalSocket()
    caller.connectToServer(_name_of(tmp_path))
    caller.write(SHOW[:2])
    caller.flush()
    with qtbot.waitSignal(call.called):
        caller.write(SHOW[2:])


def test_without_a_window_nobody_is_called(tmp_path: Path) -> None:
    assert not call_window(tmp_path)
    assert not list(tmp_path.iterdir())
    with hold(tmp_path, Access.WINDOW):
        assert is_window_open(tmp_path)
    assert not is_window_open(tmp_path)


def test_a_window_that_does_not_listen_gets_no_silent_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_lock, "WINDOW_WAIT_SECONDS", 0.1)
    with hold(tmp_path, Access.WINDOW):
        assert not call_window(tmp_path)


def test_what_a_killed_window_left_is_no_hindrance(tmp_path: Path) -> None:
    with program(WINDOW, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "listening True\n"
        first.kill()
    assert not call_window(tmp_path)
    call = WindowCall(tmp_path)
    assert call.listen()
    call.close()


def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    with qtbot.waitActive(window):
        bring_to_front(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
